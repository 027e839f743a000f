"""What people say of claims and events: appended with who and why, never overwritten.

A judgement holds for words (a stretch of a page with its trigger), so that it carries over to whatever claim a newer
engine reads from the same words. The last judgement on some words is the one that holds; all are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from riwaya.errors import EntryUnknown, JudgementInvalid
from riwaya.ledger import corrections
from riwaya.ledger.codec import to_json
from riwaya.ledger.derived import judge_claims
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer, update_events
from riwaya.ledger.ids import find_live, resolve_id
from riwaya.ledger.journal import Journal
from riwaya.ledger.keys import plain_words
from riwaya.ledger.load import chunks, load_claims
from riwaya.ledger.schema import claim, event, judged, judgement, live_claim
from riwaya.ledger.standings import check_events_seen, check_seen
from riwaya.model.ids import content_id

ON_CLAIMS = ("accept", "correct", "reject", "reset")
ON_EVENTS = ("merge", "split")
ON_OTHERS = ("alias", "add")
"""On a wording (`riwaya.ledger.naming`), and on words that nobody read (`riwaya.ledger.additions`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement, as it was made."""

    id: str
    at: str
    who: str
    kind: str
    why: str
    subject: str
    """The ids as they were given."""
    change: str
    """What a correction sets, whom a wording is taken for, or the claim that was added, as JSON; ``{}`` for the others."""
    events: tuple[str, ...] = ()
    """Ids of the events that came of it."""


def judge_claim(
    engine: Engine,
    clusterer: Clusterer,
    name: str,
    kind: str,
    *,
    who: str,
    why: str,
    settings: Mapping[str, str] | None = None,
    seen: str | None = None,
) -> Judgement:
    """Accept, correct or reject a claim, or take back what was said of it (reset).

    Args:
        engine: Of the ledger.
        clusterer: The stage that finds events: a rejected claim leaves its event, a corrected one may change it.
        name: Id of the claim, or the beginning of it.
        kind: One of ``ON_CLAIMS``.
        who: Who judges.
        why: For what reason.
        settings: What a correction sets; see `riwaya.ledger.corrections.FIELDS`.
        seen: The state (`Standing.state`) of the claim that was looked at; not checked when left out.

    Raises:
        EntryUnknown: There is no such claim.
        JudgementConflict: Somebody judged it since it was looked at, or its page was read anew.
        JudgementInvalid: Nobody judges, no reason is given, or a correction sets what cannot be.
    """
    check_judge(who, why)
    if kind not in ON_CLAIMS:
        raise JudgementInvalid(f"A claim cannot be judged {kind!r}.", hint=f"Say one of {', '.join(ON_CLAIMS)}.")
    with writing(engine, durable=True) as connection:
        number, whole = _resolve_claim(connection, name)
        if seen is not None:
            check_seen(connection, [whole], seen)
        kept = load_claims(connection, [number])[0]
        if settings and kind != "correct":
            raise JudgementInvalid(f"To {kind} a claim sets nothing in it.")
        change = corrections.parse(settings or {}, kept.claim) if kind == "correct" else {}
        # What an earlier correction set stays set, unless this one sets it anew.
        before = _standing_change(connection, number) if kind == "correct" else {}
        made = append_judgement(
            connection, kind, (whole,), [(kept.words, 0)], who=who, why=why, change=to_json(before | change)
        )
        return with_events(made, judge_claims(connection, clusterer, number, kept.words))


def merge_events(
    engine: Engine,
    clusterer: Clusterer,
    names: Sequence[str],
    *,
    who: str,
    why: str,
    seen: Mapping[str, str] | None = None,
) -> Judgement:
    """Say that several events are one happening.

    Args:
        engine: Of the ledger.
        clusterer: The stage that finds events.
        names: Ids of the events, or beginnings of them.
        who: Who judges.
        why: For what reason.
        seen: The state (`riwaya.ledger.standings.event_state`) of each event that was looked at, by whole id.

    Raises:
        JudgementConflict: One of those is not any more what was looked at.
        EntryUnknown: There is no such event.
        JudgementInvalid: There are fewer than two, nobody judges, or no reason is given.
    """
    check_judge(who, why)
    with writing(engine, durable=True) as connection:
        ids = list(dict.fromkeys(resolve_id(connection, event.c.id, name, "event") for name in names))
        check_events_seen(connection, ids, seen)
        if len(ids) < 2:
            raise JudgementInvalid("A merge takes two events or more.")
        words = [(one, part) for part, found in enumerate(ids, 1) for one in _words_of_event(connection, found)]
        made = append_judgement(connection, "merge", ids, words, who=who, why=why)
        return with_events(made, _again(connection, clusterer, ids))


def split_event(
    engine: Engine,
    clusterer: Clusterer,
    name: str,
    claims: Sequence[str],
    *,
    who: str,
    why: str,
    seen: Mapping[str, str] | None = None,
) -> Judgement:
    """Say that some claims of an event speak of another happening than its others; as `merge_events`.

    Raises:
        JudgementConflict: The event is not any more what was looked at.
        EntryUnknown: There is no such event or claim.
        JudgementInvalid: A claim stands elsewhere, none or all are named, nobody judges, or no reason is given.
    """
    check_judge(who, why)
    with writing(engine, durable=True) as connection:
        whole = resolve_id(connection, event.c.id, name, "event")
        check_events_seen(connection, [whole], seen)
        rows = connection.execute(
            select(live_claim.c.id, live_claim.c.words).where(live_claim.c.event == whole).order_by(live_claim.c.claim)
        ).all()
        parted = {resolve_id(connection, claim.c.id, one, "claim") for one in claims}
        inside = {row.id for row in rows}
        if not parted or not parted < inside:
            raise JudgementInvalid(f"A split names some of the claims of {whole}, not none, all or others.")
        words = [(row.words, 2 if row.id in parted else 1) for row in rows]
        made = append_judgement(connection, "split", [whole, *sorted(parted)], words, who=who, why=why)
        return with_events(made, _again(connection, clusterer, [whole]))


def check_judge(who: str, why: str) -> None:
    """See that somebody judges, for a reason.

    Raises:
        JudgementInvalid: Nobody does, or for none.
    """
    if not who.strip():
        raise JudgementInvalid("Nobody judges.", hint="Say who with --by.")
    if not why.strip():
        raise JudgementInvalid("No reason is given.", hint="Say it with --why.")


def _resolve_claim(connection: Connection, name: str) -> tuple[int, str]:
    whole = resolve_id(connection, claim.c.id, name, "claim")
    number = find_live(connection, whole)
    if number is None:
        raise EntryUnknown(
            f"The claim {whole} was superseded by a newer version of its page.",
            hint=f"See `riwaya history {whole}` for what took its place.",
        )
    return number, whole


def _standing_change(connection: Connection, number: int) -> dict[str, str | None]:
    import json

    query = (
        select(judgement.c.change)
        .join(live_claim, live_claim.c.judgement == judgement.c.seq)
        .where(live_claim.c.claim == number, live_claim.c.verdict == "corrected")
    )
    change = connection.execute(query).scalar()
    return json.loads(change) if change else {}


def _words_of_event(connection: Connection, name: str) -> list[str]:
    query = select(live_claim.c.words).where(live_claim.c.event == name).order_by(live_claim.c.claim)
    return [str(one) for one in connection.execute(query).scalars()]


def append_judgement(
    connection: Connection,
    kind: str,
    subjects: Sequence[str],
    words: Sequence[tuple[str, int]],
    *,
    who: str,
    why: str,
    change: str = "{}",
    journal: Journal | None = None,
) -> Judgement:
    """Append a judgement with the words that it holds for, and seal the transaction.

    Args:
        connection: A writer's.
        kind: What is judged.
        subjects: Ids of what it is judged of.
        words: Keys of words, each with its part.
        who: Who judges.
        why: For what reason.
        change: What is set, as JSON.
        journal: Of the transaction, where something was appended before; a new one when left out.
    """
    journal = journal or Journal(connection, who=plain_words(who.strip()))
    subject = " ".join(subjects)
    reason = plain_words(why.strip())
    made = Judgement(
        id=content_id("jdg", journal.next_of(judgement), journal.at, journal.who, kind, subject, change),
        at=journal.at,
        who=journal.who,
        kind=kind,
        why=reason,
        subject=subject,
        change=change,
    )
    row = {name: getattr(made, name) for name in ("id", "at", "who", "kind", "why", "subject", "change")}
    number = journal.append(judgement, [row])[0]
    journal.append(judged, [{"judgement": number, "words": one, "part": part} for one, part in words])
    journal.seal(kind, made.id, {"subject": subject})
    return made


def _again(connection: Connection, clusterer: Clusterer, events: Sequence[str]) -> list[str]:
    numbers: list[int] = []
    for chunk in chunks(events):
        numbers += connection.execute(select(live_claim.c.claim).where(live_claim.c.event.in_(chunk))).scalars()
    told = {number: kept.told() for number, kept in zip(numbers, load_claims(connection, numbers), strict=True)}
    formed = update_events(connection, clusterer, told, events)
    held: set[str] = set()
    for chunk in chunks(numbers):
        held.update(connection.execute(select(live_claim.c.event).where(live_claim.c.claim.in_(chunk))).scalars())
    return [event for event in formed if event in held]  # not those beside that were only looked at again


def with_events(made: Judgement, events: Sequence[str]) -> Judgement:
    """Give a judgement with the events that came of it."""
    from dataclasses import replace

    return replace(made, events=tuple(events))
