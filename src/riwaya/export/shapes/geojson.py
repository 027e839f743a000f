"""`geojson`: events with a point as features (RFC 7946), with what the policy makes of their accounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from riwaya.export.bases import from_cells, from_claims, from_place, from_tellers, from_time, from_triggers
from riwaya.export.column import Column
from riwaya.export.happening import Happening
from riwaya.export.job import Job
from riwaya.export.jsons import make_object, without_nothing, write_wrapped
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.telling import join, outlet_of
from riwaya.ledger.contest import CONTESTED
from riwaya.model.reduction import Cell
from riwaya.stages.reconcile import DEFAULT_POLICY


def expand(one: Happening) -> Iterator[Happening | LeftOut]:
    """Give the event, where it has a point."""
    yield one if one.point else LeftOut(one.id, "no place is known")


def _cell(cell: Cell) -> dict[str, Any]:
    side = {"id": cell.side.id, "name": cell.side.name} if cell.side else None
    return without_nothing({"measure": cell.measure, "side": without_nothing(side) if side else None, "low": cell.low,
                            "high": cell.high, "top": cell.top, "best": cell.best, "claims": list(cell.claim_ids)})  # fmt: skip


def _words(one: Happening) -> list[str]:
    told = (words for account in one.found.accounts for toll in account.tolls for words in toll.words)
    return list(dict.fromkeys(" ".join(words.split()) for words in told))


def _title(one: Happening, language: str) -> str | None:
    return getattr(one.event.title, language) if one.event.title else None


def _write(job: Job, to: BinaryIO) -> None:
    features = (_feature(job, item) for item in job.items())
    write_wrapped(to, '{"type":"FeatureCollection","features":[', features, "]}")


def _feature(job: Job, one: Happening) -> dict[str, Any]:
    lat, lon = one.point or (0.0, 0.0)
    return {
        "type": "Feature",
        "id": one.id,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": make_object(job.shape.columns, one),
    }


_place = from_place("the event's place")
_accounts = from_tellers("the accounts of the event")

COLUMNS: tuple[Column, ...] = (
    Column(name="event", kind="text", required=True, meaning="Id of the event.", value=lambda one: one.id, basis=from_claims("its claims")),
    Column(name="type", kind="text", required=True, meaning="Kind of happening, by PLOVER.", value=lambda one: one.event.type,
           basis=from_triggers("the words of happening")),
    Column(name="subtype", kind="text", meaning="Closer kind.", value=lambda one: one.event.subtype, basis=from_triggers("the words of happening")),
    Column(name="title_en", kind="text", meaning="What to call it, English.", value=lambda one: _title(one, "en"), basis=from_claims("kind, place, day")),
    Column(name="title_ar", kind="text", meaning="The same, Arabic.", value=lambda one: _title(one, "ar"), basis=from_claims("kind, place, day")),
    Column(name="title_fr", kind="text", meaning="The same, French.", value=lambda one: _title(one, "fr"), basis=from_claims("kind, place, day")),
    Column(name="start", kind="date", meaning="First day.", value=lambda one: one.start, basis=from_time("the days of its claims")),
    Column(name="end", kind="date", meaning="Last day.", value=lambda one: one.end, basis=from_time("the days of its claims")),
    Column(name="place", kind="text", required=True, meaning="Name of the place that the point stands for.", value=lambda one: one.event.place.name, basis=_place),
    Column(name="place_id", kind="text", meaning="Gazetteer id.", value=lambda one: one.event.place.id, basis=_place),
    Column(name="precision", kind="text", required=True, meaning="How precise the point is: town, district, region, country-part, country, area.",
           value=lambda one: one.event.place.precision, basis=_place),
    Column(name="relation", kind="text", meaning="How the event lies to the place: in, near, between, a compass word ...",
           value=lambda one: one.event.place.relation, basis=_place),
    Column(name="radius_km", kind="number", meaning="How far off the point it may lie.", value=lambda one: one.event.place.radius_km, basis=_place),
    Column(name="country", kind="text", meaning="ISO 3166-1 alpha-2.", value=lambda one: one.event.place.country, basis=_place),
    Column(name="accounts", kind="integer", required=True, meaning="How many originators tell of it.", value=lambda one: len(one.found.accounts), basis=_accounts),
    Column(name="origins", kind="integer", required=True, meaning="How many of them are independent.", value=lambda one: one.found.independent_origins, basis=_accounts),
    Column(name="originators", kind="text", required=True, meaning="Who they are, joined by '; '.", value=lambda one: join(a.name for a in one.originators()), basis=_accounts),
    Column(name="contested", kind="boolean", required=True, meaning="Whether accounts contradict each other or one denies.",
           value=lambda one: any(r.kind in CONTESTED for r in one.found.relations), basis=_accounts),
    Column(name="toll", kind="json", meaning="What the policy makes of the accounts: a range of accounts, not a confidence interval.",
           value=lambda one: [_cell(cell) for cell in one.reduced.cells], basis=from_cells(lambda one: one.reduced.cells if one.reduced else (), empty="no account gives a figure"),
           parts=(("measure", ""), ("side", "who is counted"), ("low", ""), ("high", "absent where it is open"), ("top", "the highest number given"),
                  ("best", "of policies that choose one"), ("claims", "ids"))),
    Column(name="toll_words", kind="json", meaning="The numbers as the accounts write them.", value=_words, basis=_accounts),
    Column(name="grade", kind="text", meaning="Of the policy airwars.", value=lambda one: one.reduced.grade, basis=_accounts),
    Column(name="documents", kind="integer", required=True, meaning="Documents that tell of it.", value=lambda one: len(one.documents), basis=from_claims("its documents")),
    Column(name="sources", kind="text", required=True, meaning="Outlets, joined by '; '.", value=lambda one: join(outlet_of(d) for d in one.documents),
           basis=from_claims("its documents")),
)  # fmt: skip

SHAPE = Shape(
    name="geojson",
    title="Events with a point as GeoJSON features, with what the policy makes of their accounts",
    row="one event whose place has a point",
    over="events",
    columns=COLUMNS,
    expand=expand,
    key="event",
    write=_write,
    suffix=".geojson",
    media_type="application/geo+json",
    source="RFC 7946",
    limits="A point is the middle of a town or region with a precision and a radius, never where a shell fell.",
    policy=DEFAULT_POLICY,
)
