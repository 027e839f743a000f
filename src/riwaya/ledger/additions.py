"""Claims that the reader missed and a person marked: appended with who and why, and found again when the page is read anew.

What a person marks passes the same check against the words as what a plugin proposes (`riwaya.plugins.proposals`). The
judgement of kind ``add`` holds for the words; the claim stands beside those that were read, and goes by another judgement.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, select

from riwaya.errors import EntryUnknown, JudgementConflict, JudgementInvalid, ProposalRejected
from riwaya.lang.world import find_actor
from riwaya.ledger.codec import from_json, to_json
from riwaya.ledger.derived import Entering, enter_claims
from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer, update_events
from riwaya.ledger.ids import resolve_id
from riwaya.ledger.journal import Journal
from riwaya.ledger.judgements import Judgement, append_judgement, check_judge, with_events
from riwaya.ledger.keys import plain_words
from riwaya.ledger.load import load_documents
from riwaya.ledger.records import KeptDocument
from riwaya.ledger.schema import claim, document, judged, judgement, live_claim, live_reading, page, reading
from riwaya.ledger.standings import say
from riwaya.model.claim import Claim
from riwaya.model.document import Document
from riwaya.model.event import ToldClaim
from riwaya.model.ids import content_id
from riwaya.model.proposal import Proposal, Quote
from riwaya.plugins.proposals import check_proposal
from riwaya.stages.cluster import tell_claim

_SHORT, _NAME, _MOST = 32, 200, 10**9
"""Letters of a word of some vocabulary and of a name, and people that a figure counts."""
READER = "person"
"""Name of the reader in the claim's ``why``."""


def add_claim(
    engine: Engine,
    clusterer: Clusterer,
    name: str,
    proposal: Proposal,
    *,
    who: str,
    why: str,
    seen: str | None = None,
) -> Judgement:
    """Add a claim to a document; its id is the subject of the judgement.

    Args:
        engine: Of the ledger.
        clusterer: The stage that finds events.
        name: Id of the document, or the beginning of it.
        proposal: The claim, every value with the words that it rests on.
        who: Who judges.
        why: For what reason.
        seen: The state (`document_state`) that was looked at; not checked when left out.

    Raises:
        EntryUnknown: No such document holds.
        JudgementConflict: Somebody added a claim since, or the page was read anew.
        JudgementInvalid: The words do not stand there, a value is none, the claim is there already, nobody judges, or no
            reason is given.
    """
    check_judge(who, why)
    with writing(engine, durable=True) as connection:
        number, home, whole = _find_live(connection, name)
        _check_seen(connection, number, whole, seen)
        kept = load_documents(connection, [number])[0]
        made = _check(kept.document, replace(proposal, why=(f"added by {plain_words(who.strip())}",)))
        words = _find_key(connection, kept, home, made)
        journal = Journal(connection, who=plain_words(who.strip()))
        entering = _append(journal, number, kept, made, words)
        judgement_ = append_judgement(
            connection, "add", (made.id,), [(words, 0)], who=who, why=why, change=to_json(proposal), journal=journal
        )
        told = enter_claims(connection, [(home, [entering])])
        return with_events(judgement_, update_events(connection, clusterer, told, (), judged=[entering.number]))


def find_document_state(engine: Engine, name: str) -> str:
    """Give the state of a document on which a claim is added; ``gone`` where it does not hold."""
    with open_reading(engine) as connection:
        try:
            number, _, whole = _find_live(connection, name)
        except EntryUnknown:
            return "gone"
        return _state(connection, number, whole)


def carry_additions(
    connection: Connection, journal: Journal, series: str, home: int, held: Collection[str]
) -> list[Entering]:
    """Append to a reading that comes to hold what people added to others of its series, where its words still stand.

    Args:
        connection: A writer's.
        journal: Of its transaction.
        series: What the page is a version of.
        home: Number of the reading.
        held: Keys of the words of the claims that it has.
    """
    rows = connection.execute(_ADDED, {"series": series}).all()
    missing = {row.words: from_json(Proposal, row.change) for row in rows if row.words not in held}
    if not missing:
        return []
    query = select(document.c.seq).where(document.c.reading == home).order_by(document.c.seq)
    numbers = [int(one) for one in connection.execute(query).scalars()]
    kept = list(zip(numbers, load_documents(connection, numbers), strict=True))
    found: list[Entering] = []
    for words, proposal in missing.items():
        for number, one in kept:
            made = _find_again(one.document, proposal)
            if made is not None:
                found.append(_append(journal, number, one, made, words))
                break
    return found


def _find_again(home: Document, proposal: Proposal) -> Claim | None:
    """Give the claim in a document where its words stand in it: at their place, else at the one other."""
    for one in (proposal, replace(proposal, quote=Quote(text=proposal.quote.text))):
        try:
            return check_proposal(home, one, reader=READER)
        except ProposalRejected:
            continue
    return None


def _find_live(connection: Connection, name: str) -> tuple[int, int, str]:
    whole = resolve_id(connection, document.c.id, name, "document")
    query = (
        select(document.c.seq, document.c.reading)
        .join(live_reading, live_reading.c.reading == document.c.reading)
        .where(document.c.id == whole)
    )
    row = connection.execute(query).first()
    if row is None:
        raise EntryUnknown(f"The document {whole} was superseded by a newer version of its page.")
    return int(row.seq), int(row.reading), whole


def _state(connection: Connection, number: int, whole: str) -> str:
    query = select(live_claim.c.claim).where(
        live_claim.c.reading == _HOME, live_claim.c.document == bindparam("number")
    )
    claims = connection.execute(query.order_by(live_claim.c.claim), {"number": number}).scalars().all()
    return content_id("st", whole, number, *claims)


_HOME = select(document.c.reading).where(document.c.seq == bindparam("number")).scalar_subquery()
"""The reading of a document: live claims are found by it."""


def _check_seen(connection: Connection, number: int, whole: str, seen: str | None) -> None:
    if seen is None or seen == _state(connection, number, whole):
        return
    last = connection.execute(_LAST_ADDED, {"number": number}).first()
    theirs = None if last is None else _judgement(last)
    said = f"{theirs.who} added a claim first" if theirs is not None else "its page was read anew"
    raise JudgementConflict(f"The document is not what you looked at: {said}.", theirs=say(theirs))


def _check(home: Document, proposal: Proposal) -> Claim:
    _check_columns(proposal)
    try:
        return check_proposal(home, proposal, reader=READER, find_actor=find_actor)
    except ProposalRejected as error:
        raise JudgementInvalid(
            error.message.removeprefix(f"Reader {READER}: "), hint="Words are given as they stand in the text."
        ) from error


def _check_columns(proposal: Proposal) -> None:
    """See that every value is one that the ledger's columns take."""
    actors = [link.source for link in proposal.chain] + [*proposal.agents, *proposal.targets]
    actors += [one.of for one in proposal.figures if one.of is not None]
    place = proposal.place
    short = [proposal.subtype, *(one.kind for one in actors), *(link.channel for link in proposal.chain)]
    short += [place.precision, place.relation, proposal.time.precision if proposal.time else ""] if place else []
    names = [*(one.name for one in actors), *([place.name, place.id, place.country] if place else [])]
    bounds = [one for figure in proposal.figures for one in (figure.low, figure.high) if one is not None]
    is_long = any(len(one or "") > _SHORT for one in short) or any(len(one or "") > _NAME for one in names)
    if is_long or (place is not None and len(place.country or "") > 2) or any(one > _MOST for one in bounds):
        raise JudgementInvalid("A value of the claim is longer or larger than any that is kept.")


def _find_key(connection: Connection, kept: KeptDocument, home: int, made: Claim) -> str:
    """Give the key of the words of a claim that is new to its page.

    Raises:
        JudgementInvalid: The same words are a claim already.
    """
    text = kept.document.text
    said = (made.span.of(text), made.trigger.of(text))
    query = (
        select(claim.c.id, claim.c.record)
        .join(document, document.c.seq == claim.c.document)
        .where(document.c.reading == home)
    )
    many = 1
    for row in connection.execute(query):
        other = from_json(Claim, row.record)
        if row.id == made.id or (other.span, other.trigger) == (made.span, made.trigger):
            raise JudgementInvalid(
                f"These words are the claim {row.id} already.", hint="Accept or correct that one; it may be rejected."
            )
        many += (other.span.of(text), other.trigger.of(text)) == said
    return content_id("wrd", kept.series, *said, many)


def _append(journal: Journal, number: int, kept: KeptDocument, made: Claim, words: str) -> Entering:
    told: ToldClaim = tell_claim(kept.document, kept.name, made)
    row: dict[str, Any] = {
        "document": number,
        "id": made.id,
        "words": words,
        "told_on": told.told_on.isoformat() if told.told_on else None,
        "record": to_json(made),
    }
    return Entering(number=journal.append(claim, [row])[0], document=number, words=words, told=told)


def _judgement(row: Any) -> Judgement:
    return Judgement(
        id=row.id, at=row.at, who=row.who, kind=row.kind, why=row.why, subject=row.subject, change=row.change
    )


_IN_SERIES = (
    select(claim.c.words)
    .join(document, document.c.seq == claim.c.document)
    .join(reading, reading.c.seq == document.c.reading)
    .join(page, page.c.seq == reading.c.page)
    .where(page.c.series == bindparam("series"))
)
_ADDED = (
    select(judged.c.words, judgement.c.change)
    .join(judgement, judgement.c.seq == judged.c.judgement)
    .where(judged.c.words.in_(_IN_SERIES), judgement.c.kind == "add")
    .order_by(judgement.c.seq)
)
_LAST_ADDED = (
    select(judgement)
    .join(judged, judged.c.judgement == judgement.c.seq)
    .join(live_claim, live_claim.c.words == judged.c.words)
    .where(live_claim.c.document == bindparam("number"), live_claim.c.reading == _HOME, judgement.c.kind == "add")
    .order_by(judgement.c.seq.desc())
    .limit(1)
)
