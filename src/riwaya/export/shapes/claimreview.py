"""`claimreview`: accounts of contested events as schema.org ClaimReview without a rating, a line of JSON-LD each.

Riwaya gives no verdict on truth, so there is no `reviewRating`: consumers that rank by it will pass these over, and should. What is told is who
claimed it, where it first appeared, and how the other accounts stand to it. Source: schema.org Claim and ClaimReview.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from riwaya import __version__
from riwaya.export.column import Basis, Column, Rest
from riwaya.export.happening import Happening
from riwaya.export.jsons import without_nothing, write_lines
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.telling import headline_of, outlet_of
from riwaya.ledger.contest import CONTESTED
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.model.account import Account


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One account of one contested event."""

    one: Happening
    account: Account

    @property
    def claims(self) -> list[KeptClaim]:
        """The account's claims, the earliest page first."""
        kept = [self.one.by_id[id_] for id_ in self.account.claim_ids if id_ in self.one.by_id]
        return sorted(kept, key=lambda one: (one.told_on or date.max, one.id))


def expand(one: Happening) -> Iterator[Reviewed | LeftOut]:
    """Give the accounts of an event, where they contradict each other."""
    if not (one.can_be_contested and any(relation.kind in CONTESTED for relation in one.found.relations)):
        yield LeftOut(one.id, "no account contradicts another")
        return
    for account in one.found.accounts:
        reviewed = Reviewed(one, account)
        yield reviewed if reviewed.claims else LeftOut(one.id, "an account without words of its own")


def _text(item: Reviewed) -> str:
    return " … ".join(dict.fromkeys(" ".join(kept.claim.span.of(kept.text).split()) for kept in item.claims))


def _work(kept: KeptDocument) -> dict[str, Any]:
    day = kept.document.published.start
    told = {"@type": "NewsArticle", "headline": headline_of(kept), "url": kept.url, "datePublished": day.isoformat() if day else None,
            "inLanguage": kept.document.language, "publisher": {"@type": "Organization", "name": outlet_of(kept)}}  # fmt: skip
    return without_nothing(told)


def _claim(item: Reviewed) -> dict[str, Any]:
    pages = list({kept.kept.document.id: kept.kept for kept in item.claims}.values())
    actor = item.account.originator
    kind = "Person" if actor.kind in ("person", "head-of-state") else "Organization"
    return without_nothing(
        {
            "@type": "Claim",
            "identifier": f"{item.one.id}/{item.account.id}",
            "text": _text(item),
            "author": without_nothing({"@type": kind, "name": actor.name, "identifier": actor.id}),
            "firstAppearance": _work(pages[0]),
            "appearance": [_work(page) for page in pages],
            "claimInterpreter": {"@type": "SoftwareApplication", "name": f"riwaya {__version__}"},
        }
    )


def _body(item: Reviewed) -> str:
    mine = [r for r in item.one.found.relations if item.account.id in r.between and r.kind in CONTESTED]
    return (
        " ".join(f"{r.on}: {r.why}." for r in mine)
        or "Other accounts of the event contradict each other, not this one."
    )


def _own(item: Reviewed) -> Basis:
    rests = tuple(Rest(claim=kept, span=kept.claim.span, what="claim") for kept in item.claims)
    return Basis(rule="the claims of the account", rests=rests)


COLUMNS: tuple[Column, ...] = (
    Column(name="@context", kind="text", required=True, meaning="schema.org.", value=lambda _: "https://schema.org", basis=_own),
    Column(name="@type", kind="text", required=True, meaning="ClaimReview.", value=lambda _: "ClaimReview", basis=_own, values=(("ClaimReview", ""),)),
    Column(name="identifier", kind="text", required=True, meaning="Event and account, joined by '/'.", value=lambda item: f"{item.one.id}/{item.account.id}", basis=_own),
    Column(name="claimReviewed", kind="text", required=True, meaning="The words of the account's claims.", value=_text, basis=_own),
    Column(name="itemReviewed", kind="json", required=True, meaning="The claim: who makes it, where it first appeared, where else.", value=_claim, basis=_own,
           parts=(("author", "the originator"), ("firstAppearance", "the earliest page"), ("appearance", "all pages"), ("claimInterpreter", "the version that read them"))),
    Column(name="reviewBody", kind="text", required=True, meaning="How other accounts stand to it, in words. No rating is given: Riwaya gives no verdict.", value=_body, basis=_own),
    Column(name="author", kind="json", required=True, meaning="Who wrote the review: a program.", value=lambda _: {"@type": "SoftwareApplication", "name": f"riwaya {__version__}"}, basis=_own),
)  # fmt: skip

SHAPE = Shape(
    name="claimreview",
    title="Accounts of contested events as schema.org ClaimReview without a rating, a line of JSON-LD each",
    row="one account of one event whose accounts contradict each other",
    over="events",
    columns=COLUMNS,
    expand=expand,
    key="identifier",
    write=write_lines,
    suffix=".jsonld",
    media_type="application/x-ndjson",
    source="schema.org Claim and ClaimReview",
    limits="No verdict on truth: there is no rating, and none may be read into it.",
)
