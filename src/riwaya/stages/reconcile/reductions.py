"""The reductions that policies name: accounts → numbers, each with the claims and the step of the rule that gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from riwaya.lang.normalize import fold_letters
from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.model.actor import Actor
from riwaya.model.figure import MEASURES
from riwaya.model.reason import Many, Named, Reason
from riwaya.model.record import record, replace
from riwaya.model.reduction import Cell, Policy, Reduction
from riwaya.stages.reconcile.columns import COLUMNS, find_columns
from riwaya.stages.reconcile.grades import find_grade, name_all
from riwaya.stages.reconcile.numbers import Bounds, bounds_of
from riwaya.stages.reconcile.parties import is_civilian, slug
from riwaya.stages.reconcile.reasons import because, in_english, many_of, quote
from riwaya.stages.reconcile.tolls import is_without_figure

Given = tuple[Account, Toll]


@record
class Question:
    """What a policy is asked."""

    policy: Policy
    found: Reconciliation
    actor: str | None = None


def reduce_to_range(asked: Question) -> Reduction:
    """Lowest and highest account of each side and outcome."""
    cells = [_range(group) for group in _by_matter(_tolls(asked.found))]
    return _reduction(asked, cells)


def reduce_to_lowest(asked: Question) -> Reduction:
    """The lowest credible account of each side's dead, and their sum."""
    vague = {fold_letters(words): number for words, number in asked.policy.vague}
    given = _credible([one for one in _tolls(asked.found) if one[1].measure == "killed"], asked.found)
    sided = [
        _lowest(group, vague) for group in _by_matter(given) if group[0][1].side is not None and _count(group, vague)
    ]
    whole = [_lowest(group, vague) for group in _by_matter(given) if group[0][1].side is None and _count(group, vague)]
    sided = _without_parts(sided)
    total = sum(cell.best or 0 for cell in sided) if sided else None
    if whole and (total is None or (whole[0].best or 0) < total):
        return _reduction(asked, whole, totals=(("fatalities", whole[0].best),))
    return _reduction(asked, sided, totals=(("fatalities", total),) if sided else ())


def reduce_to_columns(asked: Question) -> Reduction:
    """Deaths by side a, side b, civilians and unknown; best, low and high are the sums."""
    given = [one for one in _tolls(asked.found) if one[1].measure == "killed"]
    cells = [_best(group, asked.found) for group in _by_matter(given)]
    sided = _without_parts([cell for cell in cells if cell.side is not None])
    cells = [*sided, *_beyond(sided, [cell for cell in cells if cell.side is None])] if sided else cells
    columns = find_columns(cells, asked.found)
    if not cells:
        return _reduction(asked, [])
    sums = {name: sum(cell.best or 0 for cell in cells if columns[id(cell)] == name) for name in COLUMNS}
    best = sum(sums.values())
    totals = (
        *sums.items(),
        ("best", best),
        ("low", sum(cell.low or 0 for cell in cells)),
        ("high", sum(cell.high or 0 for cell in cells)),
    )
    return _reduction(asked, cells, totals=totals)


def reduce_to_grade(asked: Question) -> Reduction:
    """Civilians killed, with a grade of how they are told of."""
    given = [one for one in _tolls(asked.found) if one[1].measure == "killed" and _is_civilian(one[1])]
    cells = _without_parts([_range(group) for group in _by_matter(given)])
    if not cells:
        return _reduction(asked, [], why=because("no-civilians"))
    grade, why, claims = find_grade(asked.found, given)
    return Reduction(
        policy=_name(asked), cells=tuple(cells), grade=grade, why=in_english(why), claim_ids=claims, reason=why
    )


def reduce_to_one(asked: Question) -> Reduction:
    """The tolls of one account as they stand."""
    account = next((one for one in asked.found.accounts if asked.actor in (one.id, _key(one.originator.name))), None)
    if account is None:
        return _reduction(
            asked, [], why=because("no-account", name=Named(key=asked.actor or "", name=asked.actor or ""))
        )
    cells = [
        _cell(toll, bounds_of(toll), None, because("as-told", name=_named(account)), toll.claim_ids)
        for toll in account.tolls
        if not toll.is_part
    ]
    return _reduction(asked, cells, why=None if cells else because("gives-no-figure", name=_named(account)))


METHODS: Mapping[str, Callable[[Question], Reduction]] = {
    "range": reduce_to_range,
    "lowest": reduce_to_lowest,
    "columns": reduce_to_columns,
    "grade": reduce_to_grade,
    "one": reduce_to_one,
}


def _name(asked: Question) -> str:
    return f"{asked.policy.id} {asked.actor}" if asked.policy.takes_actor else asked.policy.id


def _reduction(
    asked: Question,
    cells: Sequence[Cell],
    *,
    totals: tuple[tuple[str, int | None], ...] = (),
    why: Reason | None = None,
) -> Reduction:
    reason = why or (None if cells else because("no-figure"))
    return Reduction(
        policy=_name(asked),
        cells=tuple(cells),
        totals=totals,
        why=in_english(reason) if reason else "",
        reason=reason,
    )


def _tolls(found: Reconciliation) -> list[Given]:
    """Give the tolls that policies may use: no parts, no losses without a figure, nobody's «other»."""
    return [
        (account, toll)
        for account in found.accounts
        for toll in account.tolls
        if not toll.is_part and not is_without_figure(toll) and toll.measure != "other"
    ]


def _by_matter(given: Sequence[Given]) -> Iterator[list[Given]]:
    groups: dict[tuple[int, str], list[Given]] = {}
    for account, toll in given:
        key = (MEASURES.index(toll.measure), slug(toll.side) if toll.side else "")
        groups.setdefault(key, []).append((account, toll))
    for key in sorted(groups):
        yield groups[key]


def _range(group: Sequence[Given]) -> Cell:
    """Go from the lowest to the highest number given; an end is open where only an open account gives it."""
    bounds = [bounds_of(toll) for _, toll in group]
    ends = [end for one in bounds for end in (one.low, one.high) if end is not None]
    bottom, top = min(ends, default=None), max(ends, default=None)
    low = bottom if any(one.low == bottom for one in bounds) else None
    high = top if any(one.high == top for one in bounds) else None
    names = _names(group)
    said = because("one-says", names=names, many=many_of(bounds[0]))
    if len(group) > 1:
        least, most = Many(low=low, high=bottom), Many(low=top, high=high)
        said = because("range", low=least, high=most, names=names)
    if len(group) > 1 and low == high and low is not None:
        said = because("all-say", many=Many(low=low, high=high), names=names)
    return _cell(group[0][1], Bounds(low, high), None, said, _claims(group), top=top)


def _lowest(group: Sequence[Given], vague: Mapping[str, int]) -> Cell:
    counted = [(count, account, toll) for account, toll in group if (count := _counted(toll, vague)) is not None]
    count, account, toll = min(counted, key=lambda one: (one[0], one[1].id))
    why = because("lowest", name=_named(account), words=quote(toll), count=count)
    return _cell(toll, Bounds(count, count), count, why, toll.claim_ids)


def _count(group: Sequence[Given], vague: Mapping[str, int]) -> bool:
    return any(_counted(toll, vague) is not None for _, toll in group)


def _counted(toll: Toll, vague: Mapping[str, int]) -> int | None:
    for words in toll.words:
        for word in fold_letters(words).casefold().split():
            if word in vague:
                return vague[word]
    return toll.low


def _best(group: Sequence[Given], found: Reconciliation) -> Cell:
    """Choose the number that the most independent origins give or leave possible; the lower of equals."""
    span = _range(group)
    origin = {id_: at for at, one in enumerate(found.origins) for id_ in one.accounts}
    offered = sorted({end for _, toll in group for end in (toll.low, toll.high) if end is not None})
    behind = {
        number: {origin[account.id] for account, toll in group if bounds_of(toll).meets(Bounds(number, number))}
        for number in offered
    }
    best = max(offered, key=lambda number: (len(behind[number]), -number))
    origins = len(behind[best])
    why = because("best", best=best, origins=origins, all=len({origin[a.id] for a, _ in group}))
    return _cell(group[0][1], Bounds(min(offered), max(offered)), best, why, span.claim_ids)


def _beyond(sided: Sequence[Cell], whole: Sequence[Cell]) -> list[Cell]:
    """Give what all people alike have beyond the sides: twelve killed, five of them of a side, are seven unknown."""
    if not whole or not sided:
        return []
    all_, best = whole[0], sum(cell.best or 0 for cell in sided)
    if (all_.best or 0) <= best:
        return []
    left = (all_.best or 0) - best
    low = max((all_.low or 0) - sum(cell.low or 0 for cell in sided), 0)
    high = max((all_.high or 0) - sum(cell.high or 0 for cell in sided), left)
    why = because("beyond", best=left, all=all_.best or 0, sided=best)
    return [replace(all_, low=min(low, left), high=high, best=left, why=in_english(why), reason=why)]


def _credible(given: Sequence[Given], found: Reconciliation) -> list[Given]:
    """Leave out what is told with a hedge, where somebody tells without one."""
    certainty = {told.claim.id: told.claim.certainty for told in found.event.claims}
    stated = [one for one in given if any(certainty.get(claim) == "stated" for claim in one[1].claim_ids)]
    return stated or list(given)


def _without_parts(cells: Sequence[Cell]) -> list[Cell]:
    """Leave out children and women where civilians are counted too: they may be among them."""
    has_civilians = any(cell.side is not None and cell.side.name == "civilians" for cell in cells)
    if not has_civilians:
        return list(cells)
    return [c for c in cells if c.side is None or c.side.name == "civilians" or not is_civilian(c.side)]


def _is_civilian(toll: Toll) -> bool:
    return toll.side is not None and is_civilian(toll.side)


def _cell(
    toll: Toll, bounds: Bounds, best: int | None, why: Reason, claims: tuple[str, ...], *, top: int | None = None
) -> Cell:
    return Cell(
        measure=toll.measure,
        side=toll.side,
        low=bounds.low,
        high=bounds.high,
        top=top if top is not None else bounds.high if bounds.high is not None else bounds.low,
        best=best,
        why=in_english(why),
        claim_ids=tuple(dict.fromkeys(claims)),
        reason=why,
    )


def _claims(group: Sequence[Given]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for _, toll in group for claim in toll.claim_ids))


def _names(group: Sequence[Given]) -> list[Named]:
    return name_all(account for account, _ in group)


def _named(account: Account) -> Named:
    return Named(key=account.id, name=account.originator.name)


def _key(name: str) -> str:
    return slug(Actor(id=None, name=name, kind=""))
