"""Save what people judged in the ledger as gold that `riwaya eval` reads: the claims that they accepted or corrected.

A document is gold as a whole only when somebody judged each of its claims: what nobody looked at would else count as
right or as missed. Rejected claims are left out, which is what rejecting says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riwaya.errors import GoldInvalid
from riwaya.ledger.filters import ClaimFilter
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.ledger.store import Ledger
from riwaya.model.actor import Participant
from riwaya.model.claim import Claim
from riwaya.model.span import Span

_EDGE = 40
"""Letters of the beginning and end of a body by which it is found again."""
_UNSAFE = re.compile(r"[^\w-]+")
_KM = 10.0
"""How far off a point may be where the place does not say how far it reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """One page that was saved."""

    name: str
    claims: int
    open: int
    """Claims that nobody has judged, left out; 0 unless partly judged pages were asked for."""


def save_gold(ledger: Ledger, folder: Path, *, partly: bool = False) -> list[Saved]:
    """Write an annotation and the text of each page on which every claim was judged.

    Args:
        ledger: To be read.
        folder: Gets ``gold/NAME.yaml`` and ``texts/NAME.txt``.
        partly: Also pages of which only some claims were judged; the others are then missing from the gold.

    Returns:
        What was written, by name; nothing where nobody has judged.

    Raises:
        GoldInvalid: PyYAML is not installed.
    """
    try:
        import yaml
    except ImportError as error:
        raise GoldInvalid("PyYAML is not installed.", hint="Install riwaya[evals].") from error
    judged = {
        one.kept.page_id
        for verdict in ("accepted", "corrected", "added")
        for one in ledger.view.claims(ClaimFilter(verdict=verdict))
    }
    pages: dict[str, list[KeptDocument]] = {}
    for document in ledger.documents():
        if document.page_id in judged:
            pages.setdefault(document.page_id, []).append(document)
    saved: list[Saved] = []
    for page, documents in sorted(pages.items()):
        claims = [one for home in documents for one in ledger.claims(document=home.document.id)]
        unjudged = sum(one.verdict is None for one in claims)
        if unjudged and not partly:
            continue
        right = [one for one in claims if one.verdict is not None]
        name = f"{_UNSAFE.sub('-', Path(documents[0].name).stem)[:60]}-{page[-8:]}"
        raw = annotation_of(name, documents, right)
        for kind, suffix, words in (
            ("gold", "yaml", yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=160)),
            ("texts", "txt", documents[0].document.text),
        ):
            (folder / kind).mkdir(parents=True, exist_ok=True)
            with (folder / kind / f"{name}.{suffix}").open("w", encoding="utf8", newline="") as file:
                file.write(words)
        saved.append(Saved(name=name, claims=len(right), open=unjudged))
    return saved


def annotation_of(name: str, documents: Sequence[KeptDocument], claims: Iterable[KeptClaim]) -> dict[str, Any]:
    """Give the annotation of one page as the guideline has it; every quote is the words of the page."""
    order = {home.document.id: at for at, home in enumerate(documents, 1)}
    first = documents[0].document
    made: dict[str, Any] = {"document": name, "language": first.language}
    if first.outlet is not None:
        made["outlet"] = first.outlet.name
    made["articles"] = [_article(one) for one in documents]
    made["claims"] = [
        _claim(one, f"c{at:02}", order[one.kept.document.id])
        for at, one in enumerate(sorted(claims, key=lambda kept: (kept.claim.span, kept.id)), 1)
    ]
    return made


def _article(kept: KeptDocument) -> dict[str, Any]:
    document, text = kept.document, kept.document.text
    body = document.body.of(text)
    made: dict[str, Any] = {"role": document.role, "starts": body[:_EDGE].strip(), "ends": body[-_EDGE:].strip()}
    if document.title is not None:
        made["title"] = document.title.of(text)
    published = document.published
    if published.start is not None:
        made["published"] = {"start": published.start.isoformat(), "basis": published.basis}
    return made


def _claim(kept: KeptClaim, name: str, article: int) -> dict[str, Any]:
    claim, text = kept.claim, kept.text
    made: dict[str, Any] = {
        "id": name,
        "article": article,
        "quote": claim.span.of(text),
        "head": claim.trigger.of(text),
        "type": claim.type,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "chain": [{"quote": link.span.of(text), "actor": link.source.name} for link in claim.chain],
    }
    for role, parties in (("agents", claim.agents), ("targets", claim.targets)):
        made |= {role: [_party(one, text) for one in parties]} if parties else {}
    figures = [*_figures(claim, text)]
    made |= {"figures": figures} if figures else {}
    time = claim.time
    if time is not None and time.start is not None and time.end is not None:
        made["time"] = {"quote": time.span.of(text), "start": time.start.isoformat(), "end": time.end.isoformat()}
    place = claim.place.place if claim.place else None
    if claim.place is not None and place is not None and place.lat is not None and place.lon is not None:
        made["place"] = {
            "quote": claim.place.span.of(text),
            "name": place.name,
            "lat": place.lat,
            "lon": place.lon,
            "km": place.radius_km or _KM,
        }
    return made


def _party(one: Participant, text: str) -> dict[str, Any]:
    return {"quote": one.span.of(text), "actor": one.actor.name}


def _figures(claim: Claim, text: str) -> Iterator[dict[str, Any]]:
    for one in claim.figures:
        if not claim.span.contains(one.span):
            continue  # the guideline has a figure inside the words of its claim
        made: dict[str, Any] = {"quote": one.span.of(text), "measure": one.measure, "low": one.low, "high": one.high}
        if one.about:
            made["about"] = True
        counted: Span | None = one.of_span
        if counted is not None and claim.span.contains(counted):
            made["of"] = counted.of(text)
        yield made
