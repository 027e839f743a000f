"""What holds now, kept up to date with every page and judgement, and made anew from the kept tables on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from riwaya.lang.searching import index_terms
from riwaya.ledger import blobs, search
from riwaya.ledger.aliases import find_aliases, put_names
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.events import Clusterer, rebuild_events, update_events
from riwaya.ledger.keys import ClaimRows, Row, claim_rows
from riwaya.ledger.load import chunks, load_claims
from riwaya.ledger.names import Name, enter_names, names_of
from riwaya.ledger.records import KeptClaim
from riwaya.ledger.schema import (
    DERIVED,
    claim,
    claim_figure,
    claim_party,
    document,
    failure,
    judged,
    judgement,
    live_claim,
    live_reading,
    open_failure,
    page,
    reading,
    standing,
    strand_key,
)
from riwaya.ledger.shelf import find_hot_keys, find_keys_of
from riwaya.ledger.tallies import count_documents, count_holding, count_holding_again
from riwaya.model.event import ToldClaim

VERDICTS = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "reset": None, "add": "added"}
"""Kind of judgement on a claim, and what it makes of it."""
_NOBODY_READ = "rejected"
"""What a claim that a person added is when that is taken back: as it was read, it is none."""
_BATCH = 200
"""Readings made anew at once."""
_NAMES = 100_000
"""Names remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entering:
    """A claim that comes to hold."""

    number: int
    document: int
    words: str
    told: ToldClaim


def enter_claims(
    connection: Connection,
    readings: Sequence[tuple[int, Sequence[Entering]]],
    *,
    is_judged: bool = True,
    known: set[Name] | None = None,
) -> dict[int, ToldClaim]:
    """Let the claims of readings hold, with the judgements that their words carry over.

    Args:
        connection: A writer's.
        readings: Numbers of rows in `reading`, each with its claims in order.
        is_judged: False where nobody has ever judged anything.
        known: Names that are in the ledger already; those of the claims are added.

    Returns:
        The claims that may stand in an event, by number: as corrected, and without the rejected.
    """
    if is_judged:
        readings = _with_names(connection, readings)
    words = [one.words for _, claims in readings for one in claims]
    verdicts = find_verdicts(connection, words) if is_judged else {}
    live: list[Row] = []
    made: list[ClaimRows] = []
    for number, claims in readings:
        for one in claims:
            told = one.told
            rows = claim_rows(one.number, told.claim, told.told_on, told.outlet)
            verdict, by = verdicts.get(one.words, (None, None))
            place = {"reading": number, "document": one.document, "words": one.words}
            live.append(rows.live | place | {"verdict": verdict, "judgement": by})
            made.append(rows)
    insert_rows(connection, live_claim, live)
    count_holding(connection, claims=len(live))
    insert_rows(connection, claim_party, [row for rows in made for row in rows.parties])
    insert_rows(connection, claim_figure, [row for rows in made for row in rows.figures])
    _enter_names(connection, made, known)
    told = {one.number: one.told for _, claims in readings for one in claims}
    for row in live if verdicts else ():
        if row["verdict"] == "rejected":
            del told[row["claim"]]
    corrected = [row["claim"] for row in live if row["verdict"] == "corrected"]
    if corrected:
        refresh_claims(connection, corrected)
        told |= {number: kept.told() for kept, number in _with_numbers(connection, corrected)}
    return told


def _with_names(
    connection: Connection, readings: Sequence[tuple[int, Sequence[Entering]]]
) -> Sequence[tuple[int, Sequence[Entering]]]:
    aliases = find_aliases(connection)
    if not aliases:
        return readings
    return [
        (
            number,
            [
                replace(one, told=replace(one.told, claim=put_names(one.told.claim, one.told.text, aliases)[0]))
                for one in claims
            ],
        )
        for number, claims in readings
    ]


def _enter_names(connection: Connection, made: Iterable[ClaimRows], known: set[Name] | None) -> None:
    new = names_of(made).keys() - known if known is not None else names_of(made).keys()
    enter_names(connection, new)
    if known is not None:
        if len(known) > _NAMES:
            known.clear()
        known |= new


@dataclass(frozen=True, slots=True)
class Gap:
    """What was left behind by claims that hold no more."""

    events: frozenset[str] = frozenset()
    """That lost claims."""
    hot: frozenset[str] = frozenset()
    """Keys of those claims that too many strands shared before."""


def leave(connection: Connection, series: str) -> Gap:
    """Let what holds of a series go."""
    number = connection.execute(select(live_reading.c.reading).where(live_reading.c.series == series)).scalar()
    if number is None:
        return Gap()
    theirs = select(live_claim.c.claim).where(live_claim.c.reading == number)
    query = select(live_claim.c.event).where(live_claim.c.reading == number, live_claim.c.event.is_not(None))
    events = frozenset(connection.execute(query.distinct()).scalars())
    hot = find_hot_keys(connection, find_keys_of(connection, connection.execute(theirs).scalars().all()))
    for table in (claim_party, claim_figure, strand_key):
        connection.execute(delete(table).where(table.c.claim.in_(theirs)))
    claims = connection.execute(delete(live_claim).where(live_claim.c.reading == number)).rowcount
    connection.execute(delete(live_reading).where(live_reading.c.series == series))
    count_holding(connection, pages=-1, documents=-count_documents(connection, [number]), claims=-claims)
    return Gap(events, frozenset(hot))


def refresh_claims(connection: Connection, numbers: Iterable[int]) -> None:
    """Bring the columns of live claims to what they are with their corrections."""
    for kept, number in _with_numbers(connection, numbers):
        rows = claim_rows(number, kept.claim, kept.told_on, kept.kept.document.outlet)
        changed = {name: value for name, value in rows.live.items() if name not in ("claim", "event", "why")}
        connection.execute(update(live_claim).where(live_claim.c.claim == number).values(**changed))
        _enter_names(connection, [rows], None)
        for table, made in ((claim_party, rows.parties), (claim_figure, rows.figures)):
            connection.execute(delete(table).where(table.c.claim == number))
            insert_rows(connection, table, made)


def judge_claims(connection: Connection, clusterer: Clusterer, number: int, words: str) -> list[str]:
    """Bring the live claims of some words, and their events, to what was judged; give the events that changed.

    Args:
        connection: A writer's.
        clusterer: The stage that finds events.
        number: Of a live claim with these words; all that have them stand in its reading.
        words: Key of the words.
    """
    verdict, by = find_verdicts(connection, [words]).get(words, (None, None))
    home = select(live_claim.c.reading).where(live_claim.c.claim == number).scalar_subquery()
    query = select(live_claim.c.claim, live_claim.c.event)
    rows = connection.execute(query.where(live_claim.c.reading == home, live_claim.c.words == words)).all()
    numbers = [int(row.claim) for row in rows]
    values: dict[str, Any] = {"verdict": verdict, "judgement": by}
    connection.execute(update(live_claim).where(live_claim.c.claim.in_(numbers)).values(**values))
    return regroup_claims(connection, clusterer, numbers)


def regroup_claims(connection: Connection, clusterer: Clusterer, numbers: Sequence[int]) -> list[str]:
    """Bring the columns of live claims, and their events, to what people say of them; give the events that changed.

    Args:
        connection: A writer's.
        clusterer: The stage that finds events.
        numbers: Of live claims whose verdict is set already.
    """
    lost: set[str] = set()
    entered: list[int] = []
    for chunk in chunks(numbers):
        query = select(live_claim.c.claim, live_claim.c.event, live_claim.c.verdict).where(
            live_claim.c.claim.in_(chunk)
        )
        rows = connection.execute(query).all()
        lost |= {row.event for row in rows if row.event is not None}
        out = [int(row.claim) for row in rows if row.verdict == "rejected"]
        connection.execute(update(live_claim).where(live_claim.c.claim.in_(out)).values(event=None, why=None))
        entered += [int(row.claim) for row in rows if row.verdict != "rejected"]
    refresh_claims(connection, numbers)
    told = {number: kept.told() for kept, number in _with_numbers(connection, entered)}
    return update_events(connection, clusterer, told, lost, judged=numbers)


def find_verdicts(connection: Connection, words: Sequence[str]) -> dict[str, tuple[str | None, int]]:
    """Give the last judgement on each of some words: what it makes of them, and its number."""
    found: dict[str, tuple[str | None, int]] = {}
    added: set[str] = set()
    for chunk in chunks(sorted(set(words))):
        query = (
            select(judged.c.words, judgement.c.kind, judgement.c.seq)
            .join(judgement, judgement.c.seq == judged.c.judgement)
            .where(judged.c.words.in_(chunk), judgement.c.kind.in_(tuple(VERDICTS)))
            .order_by(judgement.c.seq)
        )
        for row in connection.execute(query):
            if row.kind == "add":
                added.add(row.words)
            taken_back = row.kind == "reset" and row.words in added
            found[row.words] = (_NOBODY_READ if taken_back else VERDICTS[row.kind], row.seq)
    return found


def rebuild(connection: Connection, clusterer: Clusterer, tick: Callable[[int, int], None] | None = None) -> int:
    """Make every derived table and the index anew; the order of arrival changes nothing.

    Args:
        connection: A writer's.
        clusterer: The stage that finds events.
        tick: Told how many of how many readings are done.

    Returns:
        How many readings hold.
    """
    search.clear(connection)
    for table in DERIVED:
        connection.execute(delete(table))
    last = select(func.max(standing.c.seq)).group_by(standing.c.series)
    rows = connection.execute(select(standing.c.series, standing.c.reading).where(standing.c.seq.in_(last))).all()
    insert_rows(connection, live_reading, [{"series": row.series, "reading": row.reading} for row in rows])
    numbers = sorted(int(row.reading) for row in rows)
    known: set[Name] = set()
    for done, at in enumerate(range(0, len(numbers), _BATCH)):
        _enter_again(connection, numbers[at : at + _BATCH], known)
        if tick is not None:
            tick(min(len(numbers), (done + 1) * _BATCH), len(numbers))
    _index_again(connection)
    rebuild_events(connection, clusterer)
    count_holding_again(connection)
    _reopen_failures(connection)
    return len(numbers)


def _enter_again(connection: Connection, numbers: Sequence[int], known: set[Name]) -> None:
    query = (
        select(claim.c.seq, claim.c.document, claim.c.words, document.c.reading)
        .join(document, document.c.seq == claim.c.document)
        .where(document.c.reading.in_(numbers))
        .order_by(claim.c.seq)
    )
    rows = connection.execute(query).all()
    kept = load_claims(connection, [row.seq for row in rows])
    by_reading: dict[int, list[Entering]] = {}
    for row, one in zip(rows, kept, strict=True):
        entering = Entering(number=row.seq, document=row.document, words=row.words, told=one.told())
        by_reading.setdefault(row.reading, []).append(entering)
    enter_claims(connection, list(by_reading.items()), known=known)


def _index_again(connection: Connection) -> None:
    after = 0
    while True:
        query = select(reading.c.seq, reading.c.text).where(reading.c.seq > after).order_by(reading.c.seq).limit(_BATCH)
        rows = connection.execute(query).all()
        if not rows:
            return
        terms = [(int(row.seq), index_terms(blobs.load_text(connection, row.text))) for row in rows]
        search.enter_terms(connection, terms)
        after = rows[-1].seq


def _reopen_failures(connection: Connection) -> None:
    """A failure is open while no later try of the same page has ended well."""
    last = select(func.max(failure.c.seq)).group_by(failure.c.place)
    rows = connection.execute(select(failure.c.seq, failure.c.place, failure.c.at).where(failure.c.seq.in_(last))).all()
    for row in rows:
        done = (
            select(standing.c.seq)
            .join(reading, reading.c.seq == standing.c.reading)
            .join(page, page.c.seq == reading.c.page)
            .where((page.c.name_key == row.place) | (page.c.url_key == row.place), standing.c.at > row.at)
            .limit(1)
        )
        if connection.execute(done).first() is None:
            insert_rows(connection, open_failure, [{"place": row.place, "failure": row.seq}])


def _with_numbers(connection: Connection, numbers: Iterable[int]) -> list[tuple[KeptClaim, int]]:
    ordered = sorted(numbers)
    return list(zip(load_claims(connection, ordered), ordered, strict=True))
