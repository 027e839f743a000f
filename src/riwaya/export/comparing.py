"""Lay a user's own table beside the ledger: event by event, what is matched, what either lacks, which figures are apart.

The check that coders do by hand. A row and an event are matched by day, place and parties, each at most once, the best first; nothing is
changed in either. Known are the columns of UCDP GED and of ACLED; a table needs only those that are named here.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from riwaya.errors import TableInvalid
from riwaya.export.happening import Happening, Setting, make_happening, most_of
from riwaya.export.options import Options, Wanted
from riwaya.export.telling import say_toll
from riwaya.gazetteer.geometry import distance_km
from riwaya.ledger.stream import streaming
from riwaya.ledger.view import View
from riwaya.stages.reconcile import DEFAULT_POLICY

FORMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ucdp-ged": {"id": ("id",), "start": ("date_start",), "end": ("date_end",), "lat": ("latitude",), "lon": ("longitude",),
                 "place": ("where_coordinates",), "deaths": ("best",), "low": ("low",), "high": ("high",), "parties": ("side_a", "side_b")},
    "acled": {"id": ("event_id_cnty",), "start": ("event_date",), "end": ("event_date",), "lat": ("latitude",), "lon": ("longitude",),
              "place": ("location",), "deaths": ("fatalities",), "low": (), "high": (), "parties": ("actor1", "actor2")},
}  # fmt: skip
"""Columns of each known form that a comparison reads."""
_NEEDED = ("id", "start", "lat", "lon", "deaths")
_DAYS_APART = 2
_KM_APART = 60.0
_LEAST = 0.5
"""Of 1: day and place alone give up to 0.8, a party in common the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirRow:
    """One row of the user's table."""

    line: int
    id: str
    start: date
    end: date
    lat: float
    lon: float
    place: str
    deaths: int
    low: int
    high: int
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row, an event, or both, and how their figures stand to each other."""

    kind: str
    """agrees, figures-apart, no-figure (the ledger counts no dead), only-theirs, only-ours."""
    row: TheirRow | None
    event: Happening | None
    likeness: float
    """How well they match, in [0, 1]; 0 where one is missing."""
    low: int | None
    high: int | None
    """The range of deaths over the accounts of the ledger, those of all people alike too; a high that is None is open."""
    top: int | None
    """The highest number that accounts tell, open or not."""
    accounts: tuple[str, ...]
    """Who stands behind which number, with its words."""


def compare(view: View, path: Path, wanted: Wanted | None = None) -> tuple[str, list[Pair]]:
    """Compare a table with the ledger.

    Args:
        view: Of the ledger.
        path: CSV in the columns of UCDP GED or ACLED.
        wanted: Which part of the ledger; where no days are said, those that the table covers.

    Returns:
        The form of the table, and the pairs: the user's rows in their order, then events that the table lacks, by day. Only events
        in which an account counts the dead can be lacking.

    Raises:
        TableInvalid: It cannot be read, is in no known form, or a cell cannot be read.
    """
    form, rows = read_table(path)
    asked = wanted or Wanted()
    if rows and asked.since is None and asked.until is None:
        reach = timedelta(days=_DAYS_APART)
        asked = Wanted(
            place=asked.place, since=min(row.start for row in rows) - reach, until=max(row.end for row in rows) + reach,
            actor=asked.actor, type=asked.type, measure=asked.measure, ids=asked.ids, limit=asked.limit,
        )  # fmt: skip
    setting = Setting(options=Options(), policy=DEFAULT_POLICY, at="")
    with streaming(view.engine) as stream:
        events = [make_happening(kept, setting) for kept in stream.events(asked.for_events(), asked.limit)]
    return form, _pairs(rows, events)


def read_table(path: Path) -> tuple[str, list[TheirRow]]:
    """Read a user's table; give its form and its rows.

    Raises:
        TableInvalid: It cannot be read, is in no known form, or a cell cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as held:
            reader = csv.DictReader(held)
            form = _form_of(path, reader.fieldnames or ())
            return form, [_row(form, number, row) for number, row in enumerate(reader, 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableInvalid(f"{path} cannot be read: {error}.") from error


def _form_of(path: Path, names: Sequence[str]) -> str:
    lacking: dict[str, list[str]] = {}
    for form, columns in FORMS.items():
        lacking[form] = [columns[name][0] for name in _NEEDED if columns[name][0] not in names]
        if not lacking[form]:
            return form
    nearest = min(lacking, key=lambda form: len(lacking[form]))
    raise TableInvalid(
        f"{path} is no table of {' or '.join(FORMS)}: for {nearest} it lacks {', '.join(lacking[nearest])}."
    )


def _row(form: str, line: int, row: Mapping[str, str | None]) -> TheirRow:
    columns = FORMS[form]

    def cell(name: str) -> str:
        return next((row.get(column) or "" for column in columns[name]), "").strip()

    try:
        start, deaths = date.fromisoformat(cell("start")[:10]), int(float(cell("deaths") or 0))
        return TheirRow(
            line=line, id=cell("id"), start=start, end=date.fromisoformat((cell("end") or cell("start"))[:10]), lat=float(cell("lat")),
            lon=float(cell("lon")), place=cell("place"), deaths=deaths, low=int(float(cell("low") or deaths)),
            high=int(float(cell("high") or deaths)), parties=tuple(row.get(column) or "" for column in columns["parties"]),
        )  # fmt: skip
    except ValueError as error:
        raise TableInvalid(f"Line {line} of the table cannot be read: {error}.") from error


def _pairs(rows: Sequence[TheirRow], events: Sequence[Happening]) -> list[Pair]:
    scored = sorted(
        (
            (score, _fit(row, event), -at, -place)
            for at, row in enumerate(rows)
            for place, event in enumerate(events)
            if (score := _likeness(row, event)) >= _LEAST
        ),
        reverse=True,
    )
    chosen: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, _, at, place in scored:
        if -at not in chosen and -place not in taken:
            chosen[-at] = (-place, score)
            taken.add(-place)
    found = [
        _pair(row, events[chosen[at][0]] if at in chosen else None, chosen[at][1] if at in chosen else 0.0)
        for at, row in enumerate(rows)
    ]
    return found + [_pair(None, event, 0.0) for place, event in enumerate(events) if place not in taken and event.cells]


@dataclass(frozen=True, slots=True)
class _Bounds:
    low: int | None
    high: int | None
    top: int | None


def _bounds(event: Happening | None) -> _Bounds:
    """Give the fewest and the most dead of all accounts: the sides together, or all people alike where somebody counts them so.

    No most where an account is open above; nothing where none counts the dead.
    """
    if event is None or not event.cells:
        return _Bounds(None, None, None)
    told = [event.cells]
    if any(cell.side is not None for cell in event.cells) and event.reduced is not None:
        told += [(cell,) for cell in event.reduced.cells if cell.measure == "killed" and cell.side is None]
    highs = [None if any(c.high is None for c in cells) else sum(c.high or 0 for c in cells) for cells in told]
    return _Bounds(
        low=min(sum(cell.low or 0 for cell in cells) for cells in told),
        high=None if None in highs else max(high for high in highs if high is not None),
        top=max(sum(most_of(cell) for cell in cells) for cells in told),
    )


def _fit(row: TheirRow, event: Happening) -> int:
    """Say how well a figure fits, for events that are alike in day, place and parties: within, outside, or none told."""
    told = _bounds(event)
    if told.low is None:
        return 0
    return 2 if told.low <= row.deaths and (told.high is None or row.deaths <= told.high) else 1


def _pair(row: TheirRow | None, event: Happening | None, score: float) -> Pair:
    told = _bounds(event)
    kind = "only-ours" if row is None else "only-theirs" if event is None else "no-figure"
    if row is not None and event is not None and told.low is not None:
        kind = "agrees" if _fit(row, event) == 2 else "figures-apart"
    return Pair(
        kind=kind,
        row=row,
        event=event,
        likeness=round(score, 2),
        low=told.low,
        high=told.high,
        top=told.top,
        accounts=tuple(_said(event)) if event else (),
    )


def _said(event: Happening) -> Iterator[str]:
    for account in event.found.accounts:
        told = "; ".join(say_toll(toll) for toll in account.tolls if toll.measure == "killed")
        if told:
            yield f"{account.originator.name}: {told}"
        elif account.denies:
            yield f"{account.originator.name}: denies"


def _likeness(row: TheirRow, event: Happening) -> float:
    if event.start is None or event.end is None or event.point is None:
        return 0.0
    apart = max(0, (row.start - event.end).days, (event.start - row.end).days)
    far = distance_km((row.lat, row.lon), event.point)
    if apart > _DAYS_APART or far > _KM_APART:
        return 0.0
    near = 0.4 * (1 - apart / (_DAYS_APART + 1)) + 0.4 * (1 - far / _KM_APART)
    return near + (0.2 if _share_party(row, event) else 0.0)


def _share_party(row: TheirRow, event: Happening) -> bool:
    ours = {word for side in event.two_sides for actor in side for word in _words(actor.name)}
    return any(_words(party) & ours for party in row.parties)


def _words(name: str) -> set[str]:
    return {word for word in name.casefold().replace("(", " ").replace(")", " ").split() if len(word) > 3} - _COMMON


_COMMON = {
    "forces",
    "armed",
    "government",
    "military",
    "group",
    "police",
    "unidentified",
    "civilians",
    "security",
    "state",
    "army",
    "militia",
}
