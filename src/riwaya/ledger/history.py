"""How something came to be as it is: versions, readings and judgements, oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from riwaya.errors import EntryUnknown
from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.ids import resolve_id
from riwaya.ledger.load import chunks
from riwaya.ledger.records import Rows, flat
from riwaya.ledger.schema import (
    claim,
    document,
    event,
    failure,
    judged,
    judgement,
    live_claim,
    page,
    reading,
    run,
    sighting,
    standing,
)

_WHY = {
    "new": "first version of {name}",
    "changed": "new version of {name}; what was read of the one before is superseded",
    "reread": "{name} read anew (another version of Riwaya or of its packs, or other facts about the page)",
    "restored": "an earlier reading of {name} holds again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing that happened to it."""

    at: str
    """When; UTC, ISO 8601."""
    who: str
    what: str
    """In words."""
    id: str
    """Of the reading, claim, judgement or failure that tells of it."""
    engine: str = ""
    """Version of what read, where something was read."""


def find_history(engine: Engine, name: str) -> Rows[Turn]:
    """Give what happened to a claim, document, page, event or failed page, oldest first.

    Args:
        engine: Of the ledger.
        name: Its id, or the beginning of it.

    Raises:
        EntryUnknown: Nothing has that id.
    """
    with open_reading(engine) as connection:
        finder = _FINDERS.get(name.partition("_")[0])
        if finder is None:
            raise EntryUnknown(f"{name!r} is no id of a claim, document, page, event or failure.")
        turns = finder(connection, name)
        return Rows(sorted(turns, key=lambda turn: (turn.at, turn.id)), flat)


def _of_claim(connection: Connection, name: str) -> list[Turn]:
    whole = resolve_id(connection, claim.c.id, name, "claim")
    rows = connection.execute(
        select(claim.c.words, page.c.series).select_from(_homes()).where(claim.c.id == whole)
    ).all()
    words, series = {row.words for row in rows}, {row.series for row in rows}
    query = (
        select(claim.c.id, reading.c.at, run.c.who, run.c.version, page.c.name, live_claim.c.claim.label("live"))
        .select_from(_homes().join(run, run.c.seq == reading.c.run))
        .outerjoin(live_claim, live_claim.c.claim == claim.c.seq)
        .where(page.c.series.in_(series), claim.c.words.in_(words))
    )
    turns = [
        Turn(
            at=row.at,
            who=row.who,
            what=f"read from {row.name}" + ("" if row.live is not None else "; superseded since"),
            id=row.id,
            engine=row.version,
        )
        for row in connection.execute(query)
    ]
    return [*turns, *_judgements(connection, words)]


def _homes() -> Any:
    """Join claims to their pages."""
    return (
        claim.join(document, document.c.seq == claim.c.document)
        .join(reading, reading.c.seq == document.c.reading)
        .join(page, page.c.seq == reading.c.page)
    )


def _of_page(connection: Connection, name: str) -> list[Turn]:
    whole = resolve_id(connection, page.c.id, name, "page")
    series = connection.execute(select(page.c.series).where(page.c.id == whole)).scalar_one()
    return _standings(connection, str(series))


def _of_document(connection: Connection, name: str) -> list[Turn]:
    whole = resolve_id(connection, document.c.id, name, "document")
    query = (
        select(page.c.series)
        .join(reading, reading.c.page == page.c.seq)
        .join(document, document.c.reading == reading.c.seq)
        .where(document.c.id == whole)
    )
    series = set(connection.execute(query).scalars())
    return [turn for one in sorted(series) for turn in _standings(connection, one)]


def _of_event(connection: Connection, name: str) -> list[Turn]:
    whole = resolve_id(connection, event.c.id, name, "event")
    query = (
        select(live_claim.c.id, live_claim.c.words, reading.c.at, run.c.who, run.c.version, page.c.name)
        .join(reading, reading.c.seq == live_claim.c.reading)
        .join(page, page.c.seq == reading.c.page)
        .join(run, run.c.seq == reading.c.run)
        .where(live_claim.c.event == whole)
    )
    rows = connection.execute(query).all()
    turns = [
        Turn(at=row.at, who=row.who, what=f"a claim of {row.name} joined", id=row.id, engine=row.version)
        for row in rows
    ]
    return [*turns, *_judgements(connection, {row.words for row in rows})]


def _of_failure(connection: Connection, name: str) -> list[Turn]:
    whole = resolve_id(connection, failure.c.id, name, "failure")
    place = connection.execute(select(failure.c.place).where(failure.c.id == whole)).scalar_one()
    query = (
        select(failure, run.c.who, run.c.version).join(run, run.c.seq == failure.c.run).where(failure.c.place == place)
    )
    turns = [
        Turn(at=row.at, who=row.who, what=f"{row.name}: {row.code}: {row.message}", id=row.id, engine=row.version)
        for row in connection.execute(query)
    ]
    read = select(page.c.series).where((page.c.name_key == place) | (page.c.url_key == place)).distinct()
    return [*turns, *(turn for one in connection.execute(read).scalars() for turn in _standings(connection, one))]


def _standings(connection: Connection, series: str) -> list[Turn]:
    query = (
        select(standing.c.at, standing.c.why, run.c.who, run.c.version, page.c.name, reading.c.id)
        .join(reading, reading.c.seq == standing.c.reading)
        .join(page, page.c.seq == reading.c.page)
        .join(run, run.c.seq == standing.c.run)
        .where(standing.c.series == series)
    )
    met = (
        select(sighting.c.at, sighting.c.name, sighting.c.source, run.c.who, page.c.id)
        .join(page, page.c.seq == sighting.c.page)
        .join(run, run.c.seq == sighting.c.run)
        .where(page.c.series == series)
    )
    seen = [
        Turn(
            at=row.at,
            who=row.who,
            what=f"the same page met again as {row.source}/{row.name}".replace(" /", " "),
            id=row.id,
        )
        for row in connection.execute(met)
    ]
    return seen + [
        Turn(at=row.at, who=row.who, what=_WHY[row.why].format(name=row.name), id=row.id, engine=row.version)
        for row in connection.execute(query)
    ]


def _judgements(connection: Connection, words: Iterable[str]) -> list[Turn]:
    rows: dict[str, Any] = {}
    for chunk in chunks(sorted(words)):
        query = select(judgement).join(judged, judged.c.judgement == judgement.c.seq).where(judged.c.words.in_(chunk))
        rows |= {row.id: row for row in connection.execute(query)}
    return [
        Turn(
            at=row.at,
            who=row.who,
            what=f"{row.kind} {row.subject}: {row.why}" + (f" {row.change}" if row.change != "{}" else ""),
            id=row.id,
        )
        for row in rows.values()
    ]


_FINDERS = {
    "clm": _of_claim,
    "doc": _of_document,
    "pag": _of_page,
    "evt": _of_event,
    "fal": _of_failure,
}
