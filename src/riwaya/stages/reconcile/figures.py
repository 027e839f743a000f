"""Relations between the numbers of two accounts."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.account import Toll
from riwaya.model.reason import Named
from riwaya.stages.reconcile.findings import Finding, claims_of, said_of, say_matter
from riwaya.stages.reconcile.numbers import Bounds, add_up, bounds_of, compare
from riwaya.stages.reconcile.parties import slug
from riwaya.stages.reconcile.reasons import because, many_of
from riwaya.stages.reconcile.tolls import is_of_civilians, is_without_figure
from riwaya.stages.reconcile.versions import Version

_HARM = ("killed", "wounded")
_CIVILIANS = "civilians"


def find_number_relations(one: Version, other: Version) -> Iterator[Finding]:
    """Compare what both count, side by side and measure by measure; nothing where only one counts."""
    yield from _alike(one, other)
    for first, second in ((one, other), (other, one)):
        yield from _killed_or_wounded(first, second)
        yield from _executed(first, second)
        yield from _whole(first, second)
        yield from _civilians(first, second)


def _alike(one: Version, other: Version) -> Iterator[Finding]:
    for mine, theirs in ((one.counts, other.counts), (one.parts, other.parts)):
        for (measure, side), toll in sorted(mine.items(), key=_by_matter):
            against = theirs.get((measure, side))
            if against is None or measure == "other" or (toll.is_part and (side is None or _is_person(toll))):
                continue
            kind, why = compare(bounds_of(toll), bounds_of(against))
            yield Finding(kind, say_matter(measure, side), why, claims_of(toll, against))


def _killed_or_wounded(one: Version, other: Version) -> Iterator[Finding]:
    """Hold the dead and wounded of one account against those of another that does not tell them apart."""
    for (measure, side), toll in sorted(other.counts.items(), key=_by_matter):
        if measure != "killed_or_wounded" or ("killed_or_wounded", side) in one.counts:
            continue
        mine = [one.counts[harm, side] for harm in _HARM if (harm, side) in one.counts]
        if not mine or any((harm, side) in other.counts for harm in _HARM):
            continue
        if is_without_figure(toll) and side in other.own:  # an admission: said by relations of its own
            continue
        summed = add_up(bounds_of(part) for part in mine)
        whole = Bounds(summed.low, summed.high if len(mine) == len(_HARM) else None, summed.about)
        fits = whole.meets(bounds_of(toll))
        why = because("among" if fits else "not-among", parts=map(said_of, mine), whole=said_of(toll))
        kind = "compatible" if fits else "number-conflict"
        yield Finding(kind, say_matter("killed_or_wounded", side), why, claims_of(*mine, toll))


def _executed(one: Version, other: Version) -> Iterator[Finding]:
    for (measure, side), toll in sorted(one.counts.items(), key=_by_matter):
        killed = other.counts.get(("killed", side))
        if (
            measure != "executed"
            or killed is None
            or ("killed", side) in one.counts
            or ("executed", side) in other.counts
        ):
            continue
        yield _among(toll, killed, "killed", side)


def _whole(one: Version, other: Version) -> Iterator[Finding]:
    """Hold the sides of one account against another's toll of all people alike."""
    for (measure, side), toll in sorted(other.counts.items(), key=_by_matter):
        if side is not None or measure == "other" or (measure, None) in one.counts:
            continue
        mine = _leaves(
            [part for (kind, of), part in sorted(one.counts.items(), key=_by_matter) if kind == measure and of]
        )
        if mine:
            yield _among_all(mine, toll, say_matter(measure, None))


def _civilians(one: Version, other: Version) -> Iterator[Finding]:
    """Hold children, women, drivers of one account against another's civilians."""
    for (measure, side), toll in sorted(other.counts.items(), key=_by_matter):
        if side != _CIVILIANS or measure == "other" or (measure, side) in one.counts:
            continue
        mine = [
            part
            for (kind, of), part in sorted(one.counts.items(), key=_by_matter)
            if kind == measure and of is not None and is_of_civilians(part) and (measure, of) not in other.counts
        ]
        if mine:
            yield _among_all(mine, toll, say_matter(measure, side))


def _leaves(tolls: list[Toll]) -> list[Toll]:
    """Leave out children and women where civilians are counted too: they may be among them."""
    has_civilians = any(toll.side is not None and toll.side.name == _CIVILIANS for toll in tolls)
    return [t for t in tolls if not (has_civilians and is_of_civilians(t) and t.side and t.side.name != _CIVILIANS)]


def _among_all(parts: list[Toll], whole: Toll, on: str) -> Finding:
    summed = add_up(bounds_of(part) for part in parts)
    at_least = Bounds(summed.low, None, summed.about)
    fits = at_least.meets(bounds_of(whole))
    why = because(
        "among-all" if fits else "more-than-all",
        parts=[many_of(bounds_of(part), of=_named(part), of_all=part.side is None) for part in parts],
        whole=many_of(bounds_of(whole)),
    )
    return Finding("compatible" if fits else "number-conflict", on, why, claims_of(*parts, whole))


def _named(toll: Toll) -> Named | None:
    return Named(key=slug(toll.side), name=toll.side.name) if toll.side is not None else None


def _among(part: Toll, whole: Toll, measure: str, side: str | None) -> Finding:
    low = Bounds(part.low, None, part.about)
    fits = low.meets(bounds_of(whole))
    why = because("among" if fits else "more-than", parts=said_of(part), whole=many_of(bounds_of(whole), measure))
    return Finding("compatible" if fits else "number-conflict", say_matter(measure, side), why, claims_of(part, whole))


def _is_person(toll: Toll) -> bool:
    return toll.side is not None and toll.side.kind in ("person", "head-of-state")


def _by_matter(item: tuple[tuple[str, str | None], Toll]) -> tuple[str, str]:
    (measure, side), _ = item
    return measure, side or ""
