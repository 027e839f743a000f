"""`acled`: events in the 31 columns of an ACLED export, in their order. ACLED-shaped, not ACLED's data.

Source: ACLED's column list since 20 March 2023, and its codebook for the categories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from riwaya.export.acled_coding import (
    INTER,
    Party,
    code_event,
    find_parties,
    is_coded,
    joint_code,
    joint_words,
    targets_civilians,
)
from riwaya.export.bases import (
    from_cells,
    from_claims,
    from_parties,
    from_place,
    from_tellers,
    from_time,
    from_triggers,
)
from riwaya.export.column import Column, by_rule, nothing
from riwaya.export.csvs import write_csv
from riwaya.export.happening import Happening
from riwaya.export.precision import acled_when, acled_where
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.telling import join, outlet_of, say_accounts

_KINDS = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
)
_SUBS = (
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon",
    "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    "Sexual violence", "Attack", "Abduction/forced disappearance", "Peaceful protest", "Protest with intervention",
    "Excessive force against protesters", "Violent demonstration", "Mob violence", "Agreement", "Arrests",
    "Change to group/activity", "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction",
    "Non-violent transfer of territory", "Other",
)  # fmt: skip
_REGIONS = (
    "Western Africa", "Middle Africa", "Eastern Africa", "Southern Africa", "Northern Africa", "South Asia", "Southeast Asia",
    "East Asia", "Middle East", "Europe", "Caucasus and Central Asia", "Central America", "South America", "Caribbean",
    "North America", "Oceania", "Antarctica",
)  # fmt: skip
_NUMBERED = tuple((kind, str(number)) for number, kind in enumerate(INTER, 1))


def expand(one: Happening) -> Iterator[Happening | LeftOut]:
    """Give the event, where it is one in ACLED's sense and has a day and a place."""
    why = _why_not(one)
    yield LeftOut(one.id, why) if why else one


def _why_not(one: Happening) -> str | None:
    if not is_coded(one):
        return "its type is no event in ACLED's sense"
    if one.start is None:
        return "no day is known"
    if acled_when(one) is None:
        return "it is placed on more than a month"
    if one.point is None or one.country is None:
        return "no place is known"
    return None if find_parties(one)[0] else "no actor is named"


def _event_id(one: Happening) -> str:
    return f"{one.country.iso3 if one.country else 'XXX'}-{one.id}"


def _coded(field: str) -> Callable[[Happening], str]:
    return lambda one: getattr(code_event(one), field)


def _name(which: int) -> Callable[[Happening], str | None]:
    return lambda one: party.names[0] if (party := find_parties(one)[which]) else None


def _others(which: int) -> Callable[[Happening], str | None]:
    return lambda one: join(party.names[1:]) if (party := find_parties(one)[which]) else None


def _inter(which: int) -> Callable[[Happening], str | int | None]:
    def value(one: Happening) -> str | int | None:
        party: Party | None = find_parties(one)[which]
        if one.setting.options.numeric_inter:
            return INTER.index(party.inter) + 1 if party else 0
        return party.inter if party else None

    return value


def _interaction(one: Happening) -> str | int | None:
    parties = find_parties(one)
    return joint_code(*parties) if one.setting.options.numeric_inter else joint_words(*parties)


def _fatalities(one: Happening) -> int:
    totals = dict(one.reduced.totals) if one.reduced else {}
    told = totals.get("fatalities")
    return told if told is not None else one.deaths.get("best", 0)


def _notes(one: Happening) -> str:
    title = one.event.title.en if one.event.title else ""
    return " ".join(part for part in (f"{title}." if title else "", say_accounts(one)) if part)


def _timestamp(one: Happening) -> int | None:
    return int(datetime.fromisoformat(one.setting.at).timestamp()) if one.setting.at else None


_place = from_place("the event's place")
_days = from_time("the days on which the claims of the event place it")
_kind = from_triggers("the event's type, by the table export/tables/acled.toml")
_parties = from_parties(
    "actor1 is the side of a state, else the first by id; actor2 the others, else civilians. No direction"
)

COLUMNS: tuple[Column, ...] = (
    Column(name="event_id_cnty", kind="text", required=True, meaning="ISO3 and the event's id in the ledger. Not ACLED's id.",
           value=_event_id, basis=from_claims("the event's id, which comes from its claims")),
    Column(name="event_date", kind="date", required=True, meaning="First day it can have happened on.",
           value=lambda one: one.start, basis=_days),
    Column(name="year", kind="integer", required=True, meaning="Year of that day.", value=lambda one: one.start.year, basis=_days),
    Column(name="time_precision", kind="integer", required=True, meaning="How precisely it is dated.", value=acled_when, basis=_days,
           values=(("1", "the day"), ("2", "within a week"), ("3", "within a month"))),
    Column(name="disorder_type", kind="text", required=True, meaning="ACLED's widest category.", value=_coded("disorder_type"),
           basis=_kind, values=tuple((kind, "") for kind in ("Political violence", "Demonstrations",
           "Political violence; Demonstrations", "Strategic developments"))),
    Column(name="event_type", kind="text", required=True, meaning="Type.", value=_coded("event_type"), basis=_kind,
           values=tuple((kind, "") for kind in _KINDS)),
    Column(name="sub_event_type", kind="text", required=True, meaning="Sub-type.", value=_coded("sub_event_type"), basis=_kind,
           values=tuple((kind, "") for kind in _SUBS)),
    Column(name="actor1", kind="text", required=True, meaning="One actor (ACLED's name where your table has it); no direction is implied.",
           value=_name(0), basis=_parties),
    Column(name="assoc_actor_1", kind="text", meaning="Who stands with actor1, joined by '; '.", value=_others(0), basis=_parties),
    Column(name="inter1", kind="text", meaning="Kind of actor1; with numeric inter its number, 0 for nobody.", value=_inter(0),
           basis=_parties, values=_NUMBERED),
    Column(name="actor2", kind="text", meaning="The other actor.", value=_name(1), basis=_parties),
    Column(name="assoc_actor_2", kind="text", meaning="Who stands with actor2, joined by '; '.", value=_others(1), basis=_parties),
    Column(name="inter2", kind="text", meaning="Kind of actor2, as inter1.", value=_inter(1), basis=_parties, values=_NUMBERED),
    Column(name="interaction", kind="text", meaning="Both kinds, the lower number first, joined by '-'; or '… only'; 10 to 88 with numeric inter.",
           value=_interaction, basis=_parties),
    Column(name="civilian_targeting", kind="text", meaning="'Civilian targeting' where people who are no party stand against one side.",
           value=lambda one: "Civilian targeting" if targets_civilians(one) else None, basis=_parties,
           values=(("Civilian targeting", ""),)),
    Column(name="iso", kind="integer", meaning="ISO 3166-1 numeric.", value=lambda one: one.country.numeric, basis=_place),
    Column(name="region", kind="text", meaning="Region of the world, as ACLED parts it; empty where that is not certain.",
           value=lambda one: one.country.acled, basis=_place, values=tuple((name, "") for name in _REGIONS)),
    Column(name="country", kind="text", required=True, meaning="Country, by its usual English name.",
           value=lambda one: one.country.name, basis=_place),
    Column(name="admin1", kind="text", meaning="Region, where the event is placed no closer.",
           value=lambda one: one.event.place.name if one.event.place.precision == "region" else None, basis=_place),
    Column(name="admin2", kind="text", meaning="District, where the event is placed no closer.",
           value=lambda one: one.event.place.name if one.event.place.precision == "district" else None, basis=_place),
    Column(name="admin3", kind="text", meaning="Left empty: the gazetteer has no third level.", value=nothing,
           basis=by_rule("not filled: the gazetteer has no third level")),
    Column(name="location", kind="text", required=True, meaning="Name of the place that the point stands for.",
           value=lambda one: one.event.place.name, basis=_place),
    Column(name="latitude", kind="number", required=True, meaning="Degrees north, WGS 84.", value=lambda one: one.point[0], basis=_place),
    Column(name="longitude", kind="number", required=True, meaning="Degrees east, WGS 84.", value=lambda one: one.point[1], basis=_place),
    Column(name="geo_precision", kind="integer", required=True, meaning="How precisely it is placed.", value=acled_where, basis=_place,
           values=(("1", "a town"), ("2", "near a town, or part of a region"), ("3", "a larger region"))),
    Column(name="source", kind="text", required=True, meaning="Outlets, joined by '; '.",
           value=lambda one: join(outlet_of(d) for d in one.documents), basis=from_claims("the documents that tell of it")),
    Column(name="source_scale", kind="text", meaning="Left empty: how far an outlet reaches is a judgement of ACLED's coders.",
           value=nothing, basis=by_rule("not filled: it is a judgement of ACLED's coders")),
    Column(name="notes", kind="text", meaning="What happened, and each account's numbers, wounded too, with their words.",
           value=_notes, basis=from_tellers("the accounts of the event, each with its tolls as written")),
    Column(name="fatalities", kind="integer", required=True, meaning="Deaths of the event by the policy; 0 where no account counts any.",
           value=_fatalities, basis=from_cells(lambda one: one.cells, empty="no account counts the dead: 0, as ACLED writes it")),
    Column(name="tags", kind="text", meaning="Left empty.", value=nothing, basis=by_rule("not filled: ACLED's own tags")),
    Column(name="timestamp", kind="integer", meaning="Time of the ledger's newest record, in seconds since 1970.", value=_timestamp,
           basis=by_rule("the time of the export's manifest")),
)  # fmt: skip

SHAPE = Shape(
    name="acled",
    title="Events in the 31 columns of an ACLED export (ACLED-shaped)",
    row="one event of a type that ACLED has, with a day, a place and an actor",
    over="events",
    columns=COLUMNS,
    expand=expand,
    key="event_id_cnty",
    write=write_csv,
    suffix=".csv",
    media_type="text/csv",
    source="ACLED codebook; columns as exported since 20 March 2023",
    limits="ACLED-shaped, not ACLED's data: its coders weigh sources by hand.",
    methods=("lowest", "columns", "one"),
    policy="acled-conservative",
)
