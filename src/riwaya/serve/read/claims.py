"""One claim, with everything by which a person judges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.ledger.judgements import Judgement
from riwaya.ledger.naming import find_unknown
from riwaya.ledger.records import KeptClaim
from riwaya.ledger.standings import find_standings
from riwaya.ledger.store import Ledger
from riwaya.model.attribution import Attribution
from riwaya.model.claim import Claim
from riwaya.model.document import Outlet
from riwaya.model.figure import Figure
from riwaya.model.span import Span
from riwaya.serve.read.aliases import AliasLine, alias_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the text that a field rests on."""

    field: str
    """As corrections name it: ``figure.1``, ``figure.1.of``, ``agent.1``, ``target.2``, ``source.1``, ``start``, ``place.name``, ``type``."""
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """A claim with its words, its document, its event, and what was judged of it."""

    claim: Claim
    """As it holds: with what a correction sets. Its spans point into the text of the page."""
    words: str
    """The stretch of the page that the claim rests on, as it stands there."""
    trigger: str
    """The word that names the happening."""
    quotes: tuple[Quote, ...]
    """The words behind each of its fields, in the order of the text."""
    document: str
    """Id of the document."""
    document_name: str
    outlet: Outlet | None
    told_on: date | None
    event: str | None
    """Id of the event that it stands in; None for a state, or where it was rejected."""
    verdict: str | None
    """accepted, corrected, rejected or added; None where nobody has judged it."""
    judgement: Judgement | None
    """The one that holds."""
    named: tuple[AliasLine, ...]
    """Names that people gave to its actors."""
    unknown: tuple[str, ...]
    """Words that name an actor whom no registry knows: people may say who that is. Residents and witnesses are left out."""
    is_live: bool
    """False where a newer version or reading of the page superseded it: then nothing can be judged."""
    etag: str
    """The state that a judgement is made on: send it back as ``If-Match``, or in the form as ``etag``."""


def read_claim(ledger: Ledger, name: str) -> ClaimPage:
    """Give one claim.

    Args:
        ledger: To be read.
        name: Id of the claim, or the beginning of it.

    Raises:
        EntryUnknown: There is none.
    """
    kept = ledger.view.claim(name)
    standing = find_standings(ledger.engine, [kept.claim.id])[kept.claim.id]
    return claim_page(kept, standing.judgement, standing.state)


def claim_page(kept: KeptClaim, judgement: Judgement | None, state: str) -> ClaimPage:
    """Give a claim of the ledger with the judgement that holds of it."""
    claim, text = kept.claim, kept.text
    return ClaimPage(
        claim=claim,
        words=claim.span.of(text),
        trigger=claim.trigger.of(text),
        quotes=tuple(
            Quote(field=name, span=span, words=span.of(text))
            for span, name in sorted({(span, name) for name, span in _quoted(claim)})
        ),
        document=kept.kept.document.id,
        document_name=kept.kept.name,
        outlet=kept.kept.document.outlet,
        told_on=kept.told_on,
        event=kept.event_id,
        verdict=kept.verdict,
        judgement=judgement,
        named=tuple(alias_line(one) for one in kept.named),
        unknown=_unknown(kept),
        is_live=kept.kept.is_live,
        etag=f'"{state}"',
    )


NAMELESS = frozenset({"anonymous", "civilians", "witnesses", "thing"})
"""Kinds of actors that no registry lists."""


def _unknown(kept: KeptClaim) -> tuple[str, ...]:
    told = (span for actor, span in find_unknown(kept.claim) if actor.kind not in NAMELESS)
    return tuple(dict.fromkeys(" ".join(span.of(kept.text).split()) for span in told))


def _quoted(claim: Claim) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = [("type", claim.trigger)]
    found += [(f"source.{at}", link.span) for at, link in enumerate(claim.chain, 1)]
    found += [(f"agent.{at}", one.span) for at, one in enumerate(claim.agents, 1)]
    found += [(f"target.{at}", one.span) for at, one in enumerate(claim.targets, 1)]
    found += [(f"figure.{at}", one.span) for at, one in enumerate(claim.figures, 1)]
    found += [(f"figure.{at}.of", one.of_span) for at, one in enumerate(claim.figures, 1) if one.of_span is not None]
    if claim.time is not None:
        found.append(("start", claim.time.span))
    if claim.place is not None:
        found.append(("place.name", claim.place.span))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim in a list."""

    id: str
    words: str
    """At most 400 letters."""
    type: str
    subtype: str | None
    polarity: str
    certainty: str
    chain: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    start: date | None
    end: date | None
    place: str | None
    document: str
    document_name: str
    outlet: Outlet | None
    told_on: date | None
    event: str | None
    verdict: str | None
    found: tuple[Span, ...] = ()
    """Where the words that were searched for stand in ``words``."""


def claim_line(kept: KeptClaim) -> ClaimLine:
    """Give the short form of a claim."""
    claim, document = kept.claim, kept.kept.document
    words = claim.span.of(kept.text)[:400]
    at = claim.span.start
    return ClaimLine(
        id=claim.id,
        words=words,
        type=claim.type,
        subtype=claim.subtype,
        polarity=claim.polarity,
        certainty=claim.certainty,
        chain=claim.chain,
        figures=claim.figures,
        start=claim.time.start if claim.time else None,
        end=claim.time.end if claim.time else None,
        place=claim.place.place.name if claim.place else None,
        document=document.id,
        document_name=kept.kept.name,
        outlet=document.outlet,
        told_on=kept.told_on,
        event=kept.event_id,
        verdict=kept.verdict,
        found=tuple(Span(one.start - at, one.end - at) for one in kept.found if one.end - at <= len(words)),
    )
