"""`airwars`: civilian harm by event, with the grade of its accounts and what parties concede. Airwars-shaped, not Airwars' data.

Source: Airwars' methodology: grades, and their Arabic wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from riwaya.export.bases import figures_of, from_cells, from_claims, from_parties, from_place, from_tellers, from_time
from riwaya.export.column import Basis, Column, Rest
from riwaya.export.csvs import write_csv
from riwaya.export.happening import Happening
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.telling import join, names_of, outlet_of, say_toll
from riwaya.model.account import Account, Toll
from riwaya.model.reduction import Cell
from riwaya.stages.reconcile import is_civilian

GRADES = (
    ("confirmed", "a party accepts the deed itself"),
    ("fair", "two or more independent origins count civilians killed"),
    ("weak", "one origin counts them"),
    ("contested", "accounts lay it to different parties"),
    ("discounted", "an account that is no party says those killed were no civilians"),
)
_ARABIC = {"confirmed": "مؤكد", "fair": "معقول", "weak": "ضعيف", "contested": "متنازع عليه", "discounted": "مستبعد"}


def expand(one: Happening) -> Iterator[Happening | LeftOut]:
    """Give the event, where an account counts civilians killed."""
    if not one.counts_dead or one.reduced is None or not one.reduced.cells or one.reduced.grade is None:
        yield LeftOut(one.id, "no account counts civilians killed")
    else:
        yield one


def _conceding(one: Happening) -> tuple[Account, ...]:
    return tuple(account for account in one.found.accounts if account.admits)


def _conceded(one: Happening) -> list[Toll]:
    return [t for a in _conceding(one) for t in a.tolls if t.measure == "killed" and t.side and is_civilian(t.side)]


def _wounded(one: Happening) -> list[Toll]:
    return [
        t
        for a in one.found.accounts
        for t in a.tolls
        if t.measure == "wounded" and not t.is_part and t.side and is_civilian(t.side)
    ]


def _least(tolls: list[Toll]) -> int | None:
    return min((n for t in tolls for n in (t.low, t.high) if n is not None), default=None)


def _most(tolls: list[Toll]) -> int | None:
    return max((n for t in tolls for n in (t.low, t.high) if n is not None), default=None)


def _sum(get: Callable[[Cell], int | None]) -> Callable[[Happening], int | None]:
    def value(one: Happening) -> int | None:
        found = [get(cell) for cell in one.cells]
        return sum(n or 0 for n in found) if any(n is not None for n in found) else None

    return value


def _admissions(one: Happening) -> Basis:
    ids = [id_ for account in _conceding(one) for id_ in account.admits]
    return Basis(
        rule="claims by which a party admits something against its own interest", rests=tuple(_whole(one, ids))
    )


def _denials(one: Happening) -> Basis:
    ids = [id_ for account in one.found.accounts for id_ in account.denies]
    return Basis(rule="claims that deny", rests=tuple(_whole(one, ids)))


def _grade(one: Happening) -> Basis:
    rests = tuple(_whole(one, one.reduced.claim_ids)) if one.reduced else ()
    return Basis(rule=one.reduced.why if one.reduced else "", rests=rests)


def _tolls(get: Callable[[Happening], list[Toll]], rule: str) -> Callable[[Happening], Basis]:
    return lambda one: Basis(
        rule=rule, rests=tuple(r for toll in get(one) for r in figures_of(one, toll.claim_ids, toll))
    )


def _whole(one: Happening, ids: Any) -> Iterator[Rest]:
    for id_ in dict.fromkeys(ids):
        if (kept := one.by_id.get(id_)) is not None:
            yield Rest(claim=kept, span=kept.claim.span, what="claim")


_cells = from_cells(lambda one: one.cells)
_place = from_place("the event's place")
_days = from_time("the days of its claims")

COLUMNS: tuple[Column, ...] = (
    Column(name="incident_id", kind="text", required=True, meaning="Id of the event in the ledger. Not Airwars' code.", value=lambda one: one.id, basis=from_claims("its claims")),
    Column(name="date_start", kind="date", meaning="First day.", value=lambda one: one.start, basis=_days),
    Column(name="date_end", kind="date", meaning="Last day.", value=lambda one: one.end, basis=_days),
    Column(name="country", kind="text", meaning="Country.", value=lambda one: one.country.name if one.country else None, basis=_place),
    Column(name="location", kind="text", meaning="Name of the place.", value=lambda one: p.name if (p := one.event.place) else None, basis=_place),
    Column(name="latitude", kind="number", meaning="Degrees north, WGS 84.", value=lambda one: one.point[0] if one.point else None, basis=_place),
    Column(name="longitude", kind="number", meaning="Degrees east, WGS 84.", value=lambda one: one.point[1] if one.point else None, basis=_place),
    Column(name="precision", kind="text", meaning="town, district, region, country-part, country, area.", value=lambda one: p.precision if (p := one.event.place) else None, basis=_place),
    Column(name="belligerents", kind="text", meaning="Parties of the event, joined by '; '; no account's blame is taken over.",
           value=lambda one: names_of((*one.two_sides[0], *one.two_sides[1])), basis=from_parties("everybody who takes part, in any account")),
    Column(name="civilians_killed_min", kind="integer", meaning="Sum of the lowest account of each group of civilians.", value=_sum(lambda cell: cell.low), basis=_cells),
    Column(name="civilians_killed_max", kind="integer", meaning="Sum of the highest. A range of accounts, not a confidence interval.", value=_sum(lambda cell: cell.top), basis=_cells),
    Column(name="killed_words", kind="text", required=True, meaning="Each account's numbers with their words.",
           value=lambda one: join(f"{a.originator.name}: {say_toll(t)}" for a in one.found.accounts for t in a.tolls if t.measure == "killed"), basis=_cells),
    Column(name="civilians_injured_min", kind="integer", meaning="Lowest account of civilians wounded.", value=lambda one: _least(_wounded(one)), basis=_tolls(_wounded, "the lowest account")),
    Column(name="civilians_injured_max", kind="integer", meaning="Highest account.", value=lambda one: _most(_wounded(one)), basis=_tolls(_wounded, "the highest account")),
    Column(name="grade", kind="text", required=True, meaning="How the harm is told of; it speaks of accounts, never of guilt.", value=lambda one: one.reduced.grade, basis=_grade, values=GRADES),
    Column(name="grade_ar", kind="text", required=True, meaning="The same, in Arabic.", value=lambda one: _ARABIC[one.reduced.grade], basis=_grade, values=tuple((word, "") for word in _ARABIC.values())),
    Column(name="grade_why", kind="text", required=True, meaning="Which accounts gave the grade.", value=lambda one: one.reduced.why, basis=_grade),
    Column(name="conceded_by", kind="text", meaning="Who admits something against its own interest, joined by '; '.", value=lambda one: join(a.originator.name for a in _conceding(one)), basis=_admissions),
    Column(name="conceded_killed_min", kind="integer", meaning="Least number of civilians killed that they count.", value=lambda one: _least(_conceded(one)), basis=_tolls(_conceded, "what those count who admit")),
    Column(name="conceded_killed_max", kind="integer", meaning="Greatest number.", value=lambda one: _most(_conceded(one)), basis=_tolls(_conceded, "what those count who admit")),
    Column(name="denied_by", kind="text", meaning="Who denies, joined by '; '.", value=lambda one: join(a.originator.name for a in one.found.accounts if a.denies), basis=_denials),
    Column(name="origins", kind="integer", required=True, meaning="Independent origins of the event.", value=lambda one: one.found.independent_origins, basis=from_tellers("accounts that depend on each other count once")),
    Column(name="sources", kind="text", required=True, meaning="Outlets, joined by '; '.", value=lambda one: join(outlet_of(d) for d in one.documents), basis=from_claims("its documents")),
    Column(name="source_urls", kind="text", meaning="Where the pages were published, joined by '; '.", value=lambda one: join(d.url for d in one.documents), basis=from_claims("its documents")),
)  # fmt: skip

SHAPE = Shape(
    name="airwars",
    title="Civilian harm with the grade of its accounts, and what parties concede (Airwars-shaped)",
    row="one event in which an account counts civilians killed",
    over="events",
    columns=COLUMNS,
    expand=expand,
    key="incident_id",
    write=write_csv,
    suffix=".csv",
    media_type="text/csv",
    source="Airwars methodology: grades and their Arabic wording",
    limits="Airwars-shaped, not Airwars' assessment. The grade speaks of accounts, never of who is guilty.",
    methods=("grade",),
    policy="airwars",
)
