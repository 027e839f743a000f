"""`ucdp-ged`: events with deaths in the 49 columns of UCDP GED, in their order.

Source: UCDP GED codebook 22.1 to 25.1 and the published files.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from riwaya.errors import ExportError
from riwaya.export.bases import from_cells, from_claims, from_parties, from_place, from_tellers, from_time
from riwaya.export.column import Basis, Column, by_rule, nothing
from riwaya.export.csvs import write_csv
from riwaya.export.external import Entry
from riwaya.export.grid import grid_cell
from riwaya.export.happening import Happening
from riwaya.export.precision import ucdp_when, ucdp_where
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.telling import day_of, headline_of, join, names_of, outlet_of, say_tellers
from riwaya.stages.reconcile import COLUMNS, is_state

_NEEDS_TABLE = "UCDP's own id: filled only from the table that you give with --ids"
_UNKNOWN = "not filled: it is a judgement of UCDP's own editors"
_CLEAR_DAYS = 7
VIOLENCE = (("1", "state-based"), ("2", "non-state"), ("3", "one-sided"))


def violence_of(one: Happening) -> int | str:
    """Give the type of violence, or why it cannot be told."""
    first, second = one.two_sides
    disputed = any(relation.kind == "responsibility-dispute" for relation in one.found.relations)
    only_civilians = bool(one.cells_of("deaths_civilians")) and not any(
        one.cells_of(name) for name in ("deaths_a", "deaths_b")
    )
    if not first:
        return "no side is named"
    if not second:
        return 3 if one.civilians else "the other side is not named"
    if only_civilians and disputed:
        return "civilians were killed and who did it is disputed: the dyad is a coder's choice"
    return 1 if any(map(is_state, first)) else 2


def expand(one: Happening) -> Iterator[Happening | LeftOut]:
    """Give the event, where UCDP's rules of inclusion hold: at least one death, a place, a date, sides."""
    why = _why_not(one)
    yield LeftOut(one.id, why) if why else one


def _why_not(one: Happening) -> str | None:
    if not one.deaths or one.deaths["high"] < 1:
        return "no account counts a death"
    if one.start is None:
        return "no day is known"
    if ucdp_when(one) is None:
        return "it is placed on more than a year"
    if one.point is None or one.country is None:
        return "no place is known"
    kind = violence_of(one)
    return kind if isinstance(kind, str) else None


def _sum_of_columns(one: Happening) -> int:
    total = sum(one.deaths[name] for name in COLUMNS)
    told = dict(one.reduced.totals).get("best") if one.reduced else None
    for best in (one.deaths["best"], told):
        if best is not None and best != total:
            raise ExportError(f"{one.id}: best is {best}, the deaths columns give {total}.")
    return total


def _year(one: Happening) -> int | None:
    return one.start.year if one.start else None


def _relid(one: Happening) -> str:
    dyad = _dyad(one)
    country = one.country.iso3 if one.country else "XXX"
    return f"{country}-{_year(one)}-{violence_of(one)}-{dyad.id if dyad else 0}-{one.id}"


def _names(side: int, one: Happening) -> str | None:
    if side == 1 and violence_of(one) == 3:
        return "Civilians"
    actors = one.two_sides[side]
    entry = _actor(side, one)
    return entry.name if entry and entry.name else names_of(actors)


def _actor(side: int, one: Happening) -> Entry | None:
    actors = one.two_sides[side]
    return one.setting.options.external.find("ucdp-actor", actors[0].id) if actors else None


def _dyad(one: Happening) -> Entry | None:
    return _pair(one, "ucdp-dyad")


def _conflict(one: Happening) -> Entry | None:
    return _pair(one, "ucdp-conflict")


def _pair(one: Happening, scheme: str) -> Entry | None:
    first, second = one.two_sides
    if not first:
        return None
    external = one.setting.options.external
    return external.find(scheme, first[0].id, second[0].id) if second else external.find(scheme, first[0].id)


def _number(entry: Entry | None) -> int | None:
    return int(entry.id) if entry else None


def _dyad_name(one: Happening) -> str | None:
    entry = _dyad(one)
    return entry.name if entry and entry.name else join((_names(0, one), _names(1, one)), " - ")


def _gw(side: int, one: Happening) -> int | None:
    """Give the Gleditsch-Ward number of the state on a side, where the user's table has it."""
    state = next((actor for actor in one.two_sides[side] if is_state(actor) and actor.id), None)
    iso = (state.id or "").partition("-")[0] if state else ""
    return _number(one.setting.options.external.find("gw", iso)) if len(iso) == 2 else None


def _country_id(one: Happening) -> int | None:
    return _number(one.setting.options.external.find("gw", one.country.iso if one.country else None))


def _articles(one: Happening) -> str | None:
    told = (", ".join(part for part in (outlet_of(d), day_of(d), headline_of(d)) if part) for d in one.documents)
    return join(told, ";")


def _adm(feature: str, one: Happening) -> str | None:
    place = one.event.place
    return place.name if place and place.precision == feature and place.relation == "in" else None


def _where(one: Happening) -> str | None:
    """Give the words that say where, as written."""
    words = (
        " ".join(kept.claim.place.span.of(kept.text).split()) for kept in one.claims if kept.claim.place is not None
    )
    return join(f"«{said}»" for said in words)


def _wkt(one: Happening) -> str | None:
    return f"POINT ({one.point[1]:.6f} {one.point[0]:.6f})" if one.point else None


def _moment(day: date | None) -> str | None:
    return f"{day.isoformat()} 00:00:00.000" if day else None


def _violence_basis(one: Happening) -> Basis:
    first, second = (names_of(side) or "nobody" for side in one.two_sides)
    rule = "1 where a state is on side a, 2 where none is, 3 where only civilians stand against one side"
    return from_parties(f"{rule}; side a: {first}; side b: {second}")(one)


_place = from_place("the event's place: the most precise on which its claims agree")
_days = from_time("the days on which the claims of the event place it")
_parties = from_parties("side a is the side of a state, else the first by id; side b is every other side")
_sources = from_claims("the documents that hold a claim of the event")
_table = by_rule(_NEEDS_TABLE)


def _deaths(name: str, meaning: str) -> Column:
    return Column(
        name=name,
        kind="integer",
        meaning=meaning,
        required=True,
        value=lambda one: one.deaths[name],
        basis=from_cells(lambda one: one.cells_of(name)),
    )


def _bound(name: str, which: str) -> Column:
    return Column(
        name=name,
        kind="integer",
        required=True,
        meaning=f"Sum over the columns of the {which} account of each side. A range of accounts, not a confidence interval.",
        value=lambda one: one.deaths[name],
        basis=from_cells(lambda one: one.cells, rule=f"sum of the {which} account of each side."),
    )


def _side(letter: str, side: int) -> tuple[Column, ...]:
    name = f"side_{letter}"
    return (
        Column(name=f"{name}_dset_id", kind="text", meaning=f"UCDP's former id of side {letter}. From your table only.",
               value=lambda one: e.id if (e := _actor(side, one)) else None, basis=_table),
        Column(name=f"{name}_new_id", kind="integer", meaning=f"UCDP's id of side {letter}. From your table only.",
               value=lambda one: _number(_actor(side, one)), basis=_table),
        Column(name=name, kind="text", required=True,
               meaning=f"Names of the parties on side {letter}, joined by '; ' (UCDP's name where your table has it)."
               + (" 'Civilians' in one-sided violence." if side else ""),
               value=lambda one: _names(side, one), basis=_parties),
    )  # fmt: skip


COLUMNS_OF_GED: tuple[Column, ...] = (
    Column(name="id", kind="integer", required=True,
           meaning="Number of the event: the first 13 hexadecimal digits of its id in the ledger. Not UCDP's number.",
           value=lambda one: one.number, basis=from_claims("the event's id, which comes from its claims")),
    Column(name="relid", kind="text", required=True,
           meaning="ISO3-year-type-dyad-event: in UCDP's form, ending in the event's id in the ledger; dyad 0 without your table.",
           value=_relid, basis=from_claims("country, year, type of violence, dyad, and the event's id")),
    Column(name="year", kind="integer", required=True, meaning="Year of the first day.", value=_year, basis=_days),
    Column(name="active_year", kind="boolean", meaning="Left empty: it needs UCDP's count over the whole dyad and year.",
           value=nothing, basis=by_rule("not filled: it needs all deaths of the dyad in the year, which a ledger may not hold")),
    Column(name="code_status", kind="text", meaning="Left empty: UCDP's editors note there how far they are.",
           value=nothing, basis=by_rule(_UNKNOWN)),
    Column(name="type_of_violence", kind="integer", required=True, values=VIOLENCE,
           meaning="Who stands against whom.", value=violence_of, basis=_violence_basis),
    Column(name="conflict_dset_id", kind="text", meaning="UCDP's former id of the conflict. From your table only.",
           value=lambda one: e.id if (e := _conflict(one)) else None, basis=_table),
    Column(name="conflict_new_id", kind="integer", meaning="UCDP's id of the conflict. From your table only.",
           value=lambda one: _number(_conflict(one)), basis=_table),
    Column(name="conflict_name", kind="text", meaning="UCDP's name of the conflict. From your table only.",
           value=lambda one: (e.name or None) if (e := _conflict(one)) else None, basis=_table),
    Column(name="dyad_dset_id", kind="text", meaning="UCDP's former id of the dyad. From your table only.",
           value=lambda one: e.id if (e := _dyad(one)) else None, basis=_table),
    Column(name="dyad_new_id", kind="integer", meaning="UCDP's id of the dyad. From your table only.",
           value=lambda one: _number(_dyad(one)), basis=_table),
    Column(name="dyad_name", kind="text", required=True,
           meaning="UCDP's name where your table has it, else the two sides joined by ' - '.", value=_dyad_name, basis=_parties),
    *_side("a", 0),
    *_side("b", 1),
    Column(name="number_of_sources", kind="integer", required=True,
           meaning="Documents that tell of it. Copies count: independent origins are in the shape accounts.",
           value=lambda one: len(one.documents), basis=_sources),
    Column(name="source_article", kind="text", required=True,
           meaning="Outlet, day, headline of each document, joined by ';'.", value=_articles, basis=_sources),
    Column(name="source_office", kind="text", required=True, meaning="Outlets, joined by '; '.",
           value=lambda one: join(outlet_of(d) for d in one.documents), basis=_sources),
    Column(name="source_date", kind="text", meaning="Days on which the documents came out, joined by '; '.",
           value=lambda one: join(day_of(d) for d in one.documents), basis=_sources),
    Column(name="source_headline", kind="text", meaning="Headlines, joined by '; '.",
           value=lambda one: join(headline_of(d) for d in one.documents), basis=_sources),
    Column(name="source_original", kind="text", required=True,
           meaning="Whose accounts they are, joined by '; '; where one counts the dead in vague words, these stand beside it.",
           value=say_tellers, basis=from_tellers("the originator of each account; a vague number keeps its words")),
    Column(name="where_prec", kind="integer", required=True, meaning="How precisely it is placed.", value=ucdp_where, basis=_place,
           values=(("1", "exact"), ("2", "limited area around a place"), ("3", "district (ADM2)"), ("4", "region (ADM1)"),
                   ("5", "part of a country larger than a region, a line between two places, or vague"), ("6", "country"),
                   ("7", "water or international airspace; never written, as the gazetteer's points lie on land"))),
    Column(name="where_coordinates", kind="text", required=True, meaning="Name of the place that the point stands for.",
           value=lambda one: one.event.place.name, basis=_place),
    Column(name="where_description", kind="text", meaning="The words of the pages that say where, as written.", value=_where,
           basis=_place),
    Column(name="adm_1", kind="text", meaning="Region, where the event is placed no closer.", value=lambda one: _adm("region", one),
           basis=_place),
    Column(name="adm_2", kind="text", meaning="District, where the event is placed no closer.",
           value=lambda one: _adm("district", one), basis=_place),
    Column(name="latitude", kind="number", required=True, meaning="Degrees north, WGS 84.", value=lambda one: one.point[0],
           basis=_place),
    Column(name="longitude", kind="number", required=True, meaning="Degrees east, WGS 84.", value=lambda one: one.point[1],
           basis=_place),
    Column(name="geom_wkt", kind="text", required=True, meaning="The point as well-known text.", value=_wkt, basis=_place),
    Column(name="priogrid_gid", kind="integer", required=True, meaning="Cell of PRIO-GRID, reckoned from the point.",
           value=lambda one: grid_cell(*one.point), basis=_place),
    Column(name="country", kind="text", required=True, meaning="Country, by its usual English name.",
           value=lambda one: one.country.name, basis=_place),
    Column(name="country_id", kind="integer", meaning="Gleditsch-Ward number. From your table only.", value=_country_id, basis=_table),
    Column(name="region", kind="text", meaning="Region of the world, as UCDP parts it.", value=lambda one: one.country.ucdp,
           basis=_place, values=tuple((name, "") for name in ("Africa", "Americas", "Asia", "Europe", "Middle East"))),
    Column(name="event_clarity", kind="integer", required=True, meaning="How clearly one happening stands apart.",
           values=(("1", "placed on a week or less"), ("2", "a summary: placed on more than a week")),
           value=lambda one: 1 if one.days <= _CLEAR_DAYS else 2, basis=_days),
    Column(name="date_prec", kind="integer", required=True, meaning="How precisely it is dated.", value=ucdp_when, basis=_days,
           values=(("1", "exact day"), ("2", "two to six days"), ("3", "week known"), ("4", "month known"), ("5", "year known"))),
    Column(name="date_start", kind="datetime", required=True, meaning="First day it can have happened on.",
           value=lambda one: _moment(one.start), basis=_days),
    Column(name="date_end", kind="datetime", required=True, meaning="Last day.", value=lambda one: _moment(one.end), basis=_days),
    _deaths("deaths_a", "Dead of side a, by the policy."),
    _deaths("deaths_b", "Dead of side b."),
    _deaths("deaths_civilians", "Dead who are no party."),
    _deaths("deaths_unknown", "Dead of whom no account says which side they are of; where sides are counted, what all people alike have beyond them."),
    Column(name="best", kind="integer", required=True, meaning="Sum of the four columns before; checked at every row.",
           value=_sum_of_columns, basis=from_cells(lambda one: one.cells, rule="the sum of the deaths columns.")),
    _bound("high", "highest"),
    _bound("low", "lowest"),
    Column(name="gwnoa", kind="integer", meaning="Gleditsch-Ward number of the state on side a. From your table only.",
           value=lambda one: _gw(0, one), basis=_table),
    Column(name="gwnob", kind="integer", meaning="The same of side b.", value=lambda one: _gw(1, one), basis=_table),
)  # fmt: skip

SHAPE = Shape(
    name="ucdp-ged",
    title="Events with deaths in the 49 columns of UCDP GED",
    row="one event with at least one death, a place, a day and two sides",
    over="events",
    columns=COLUMNS_OF_GED,
    expand=expand,
    key="relid",
    write=write_csv,
    suffix=".csv",
    media_type="text/csv",
    source="UCDP GED codebook; column order of GED Global 23.1 to 25.1",
    limits="UCDP-shaped, not UCDP's data. low and high are a range of accounts, not a confidence interval.",
    methods=("columns", "one"),
    policy="ucdp",
)
