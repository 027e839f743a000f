"""A ledger of a million claims: what a new document needs to join it, and what an event of it needs to be given.

A block of made-up documents (`bench.events`) is kept and its events found by the ledger itself; the block is then copied
in SQL, each copy moved by as many days as the block has, ids and keys with it, until there are enough claims. Documents
join on the days of the first block, where the words of what they meet say the same days as the columns.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table

from bench.events import make_documents
from bench.ledger import HINTS, databases
from riwaya.ledger import schema
from riwaya.ledger.arrival import Arrival
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer
from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.ledger.store import Ledger
from riwaya.ledger.tallies import count_events_again, count_holding_again
from riwaya.ledger.view import View
from riwaya.ledger.writer import Writer
from riwaya.model.analysis import Analysis, Article
from riwaya.model.event import ToldClaim
from riwaya.pipeline import analyze

_BLOCK = 5_000
_ID = 20
"""Letters of an event's id in the first block; copies have more."""
_ROUNDS = 60
_TABLES = (
    schema.page, schema.reading, schema.document, schema.claim, schema.standing, schema.live_reading, schema.live_claim,
    schema.claim_party, schema.claim_figure, schema.strand_key, schema.event, schema.event_facet,
)  # fmt: skip
_MOVED = {"page", "reading", "document", "claim"}
"""Columns that hold the number of a row of another table."""
_RENAMED = {("page", "id"), ("page", "series"), ("page", "name_key"), ("reading", "id"), ("document", "id"),
            ("claim", "id"), ("claim", "words"), ("standing", "series"), ("live_reading", "series"), ("live_claim", "id"),
            ("live_claim", "event"), ("live_claim", "words"), ("event", "id"), ("event_facet", "event")}  # fmt: skip
_NAMED = {"document", "claim"}
"""Tables whose records say their own id first."""
_DAYS = {"first_day", "last_day", "told_day"}
_MODEL = "قتل جنود\n\nقالت الشرطة إن سبعة جنود قتلوا يوم الثلاثاء في هجوم قرب المدينة.\n"
_ABSENT = Clusterer(find_events=lambda _: [])


def measure_million(wanted: int, rounds: int = _ROUNDS) -> dict[str, Any]:
    """Give, for each database, milliseconds of joining and of giving an event: median, 95th of a hundred, and the most."""
    found: dict[str, Any] = {}
    for name, fresh in databases():
        with Ledger(fresh(), who="bench") as ledger:
            began = time.monotonic()
            fill_large(ledger, wanted)
            filled = round(time.monotonic() - began)
            found[name] = {"claims": wanted, "fill_seconds": filled} | measure_filled(ledger, rounds)
            sys.stderr.write(json.dumps(found) + "\n")
    return found


def measure_filled(ledger: Ledger, rounds: int = _ROUNDS) -> dict[str, Any]:
    """Give the same of a ledger that `fill_large` filled; each measuring leaves some sixty documents more in it."""
    documents = list(make_documents(_BLOCK))
    batch = f"again-{int(time.time()) % 0x1000000:x}"
    writer = Writer(ledger.engine, ledger.clusterer, ledger.new_run("bench"))
    model = analyze(_MODEL.encode(), name="model", hints=HINTS)
    retold = documents[:: max(1, len(documents) // rounds)][:rounds]
    joins = _times(lambda at: _keep(writer, model, retold[at], f"{batch}-{at}"), len(retold))
    ids = [event.id for event in ledger.events(limit=rounds)]
    events = _times(lambda at: ledger.event(ids[at]), len(ids))
    lists = {name: _times(ask, 20) for name, ask in _lists(ledger.view).items()}
    return {"join_ms": joins, "event_ms": events, "list_ms": lists}


def _lists(view: View) -> dict[str, Callable[[int], object]]:
    """Give what a desk asks for, each a page, or a whole timeline or map; the number varies what is asked for."""
    place = [f"t{number}" for number in range(20)]
    actor = [f"actor-{number}" for number in range(20)]
    year = EventFilter(since=date(2019, 1, 1), until=date(2019, 12, 31))
    return {
        "events, latest first": lambda at: view.list_events(order="latest"),
        "events, most contested first": lambda at: view.list_events(order="contested"),
        "events of a place": lambda at: view.list_events(EventFilter(place=place[at])),
        "contested events of an actor": lambda at: view.list_events(EventFilter(actor=actor[at], contested=True)),
        "events of an actor in a place": lambda at: view.list_events(EventFilter(actor=actor[at], place=place[-at])),
        "events of a year": lambda at: view.list_events(year),
        "claims of an actor": lambda at: view.list_claims(ClaimFilter(actor=actor[at])),
        "claims of a place, killed": lambda at: view.list_claims(ClaimFilter(place=place[at], measure="killed")),
        "timeline of all": lambda at: view.count_days(),
        "timeline of an actor": lambda at: view.count_days(EventFilter(actor=actor[at])),
        "map": lambda at: view.find_points(),
        "counts": lambda at: view.counts(),
    }


def fill_large(ledger: Ledger, wanted: int, change: Callable[[ToldClaim], ToldClaim] = lambda told: told) -> None:
    """Fill an empty ledger with about so many claims, and their events, as `measure_million` does; 5,000 at least.

    Args:
        ledger: An empty one.
        wanted: How many claims.
        change: What becomes of each claim of the first block before it is kept; its id stays.
    """
    _keep_block(ledger, [[change(told) for told in document] for document in make_documents(_BLOCK)])
    _copy(ledger, wanted)


def _times(work: Callable[[int], object], rounds: int) -> dict[str, float]:
    """Give wall time, and the processor time of this process, which the load of the machine does not lengthen as much."""
    walls: list[float] = []
    own: list[float] = []
    for number in range(rounds):
        began, mine = time.monotonic(), time.process_time()
        work(number)
        own.append(1000 * (time.process_time() - mine))
        walls.append(1000 * (time.monotonic() - began))
    walls.sort()
    own.sort()
    at = int(rounds * 0.95)
    return {
        "median": round(walls[rounds // 2], 1),
        "p95": round(walls[at], 1),
        "most": round(walls[-1], 1),
        "own_median": round(own[rounds // 2], 1),
        "own_p95": round(own[at], 1),
    }


def _keep_block(ledger: Ledger, documents: Sequence[Sequence[ToldClaim]]) -> None:
    model = analyze(_MODEL.encode(), name="model", hints=HINTS)
    writer = Writer(ledger.engine, _ABSENT, ledger.new_run("bench"))
    for at, document in enumerate(documents):
        _keep(writer, model, document, f"made-{at}")
    ledger.rebuild()


def _keep(writer: Writer, model: Analysis, document: Sequence[ToldClaim], name: str) -> None:
    text = f"{document[0].text}\n{name}"
    home = model.articles[0].document
    day = document[0].told_on
    home = replace(
        home, id=f"doc_{name}", page_name=name, text=text, published=replace(home.published, start=day, end=day)
    )
    claims = tuple(replace(one.claim, id=f"clm_{name}-{at}") for at, one in enumerate(document))
    page = replace(model.page, name=name, text=text)
    raw = text.encode()
    arrival = Arrival(name=name, source="", place=None, hints=HINTS)
    writer.keep(raw, replace(model, page=page, articles=(Article(document=home, claims=claims),)), arrival)


def _copy(ledger: Ledger, wanted: int) -> None:
    copies = wanted // _BLOCK
    with writing(ledger.engine) as connection:
        sizes = {
            table.name: int(connection.exec_driver_sql(f"SELECT max(seq) FROM {table.name}").scalar() or 0)
            for table in _TABLES
            if "seq" in table.c
        }
        low, high = connection.exec_driver_sql("SELECT min(told_day), max(told_day) FROM live_claim").one()
        for table in _TABLES:
            for number in range(1, copies):
                connection.exec_driver_sql(_statement(connection, table, number, number * (high - low + 4), sizes))
        count_events_again(connection)
        count_holding_again(connection)
    with ledger.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _statement(connection: Connection, table: Table, number: int, days: int, sizes: dict[str, int]) -> str:
    names = [column.name for column in table.c]
    values = list(_values(connection, table, number, days, sizes))
    only = " WHERE seq <= " + str(sizes[table.name]) if "seq" in table.c else _first_block(table, sizes)
    return f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table.name}{only}"


def _first_block(table: Table, sizes: dict[str, int]) -> str:
    if table.name == "live_reading":
        return f" WHERE reading <= {sizes['reading']}"
    if table.name in ("event", "event_facet"):
        return f" WHERE length({'id' if table.name == 'event' else 'event'}) = {_ID}"
    return f" WHERE claim <= {sizes['claim']}"


def _values(connection: Connection, table: Table, number: int, days: int, sizes: dict[str, int]) -> Iterator[str]:
    is_sqlite = connection.dialect.name == "sqlite"
    for column in table.c:
        name = column.name
        if name == "record" and table.name in _NAMED:
            yield _named_record(is_sqlite, number)
        elif name == "seq":
            yield f"seq + {number * sizes[table.name]}"
        elif (table.name, name) in _RENAMED:
            yield f"{name} || 'b{number}'"
        elif name in _MOVED:
            yield f"{name} + {number * sizes[name]}"
        elif name in _DAYS:
            yield f"{name} + {days}"
        elif name == "key":
            yield _moved_key(is_sqlite, number, days)
        else:
            yield name


def _named_record(is_sqlite: bool, number: int) -> str:
    """Give a record that begins with the new id: ``{"id":"clm_made-0-0b7","span":...``."""
    find = "instr(substr(record, 8), '\"')" if is_sqlite else "strpos(substr(record, 8), '\"')"
    return f"'{{\"id\":\"' || id || 'b{number}\"' || substr(record, {find} + 8)"


def _moved_key(is_sqlite: bool, number: int, days: int) -> str:
    at = "instr(key, '|')" if is_sqlite else "strpos(key, '|')"
    moved = f"substr(key, 1, {at}) || (CAST(substr(key, {at} + 1, 6) AS INTEGER) + {days}) || substr(key, {at} + 7)"
    return f"CASE WHEN substr(key, 1, 2) = 'w|' THEN key || 'b{number}' ELSE {moved} END"


def _main(wanted: int, address: str | None) -> dict[str, Any]:
    """Measure on each database; or on one ledger, which is filled first where it is empty and kept."""
    if address is None:
        return measure_million(wanted)
    with Ledger(address, who="bench") as ledger:
        if not ledger.events(limit=1):
            fill_large(ledger, wanted)
        return measure_filled(ledger)


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    sys.stdout.write(json.dumps(_main(many, sys.argv[2] if len(sys.argv) > 2 else None), indent=1) + "\n")
