"""What the cells of events rest on: from a happening to the words behind its days, place, sides, tellers and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from riwaya.export.column import Basis, Rest
from riwaya.export.happening import Happening
from riwaya.ledger.records import KeptClaim
from riwaya.model.account import Toll
from riwaya.model.figure import Figure
from riwaya.model.reduction import Cell
from riwaya.stages.reconcile import side_key

_Say = str | Callable[[Happening], str]


def from_claims(rule: _Say) -> Callable[[Happening], Basis]:
    """Rest on every claim of the event, whole."""
    return lambda one: Basis(
        rule=_said(rule, one), rests=tuple(Rest(claim=kept, span=kept.claim.span, what="claim") for kept in one.claims)
    )


def from_triggers(rule: _Say) -> Callable[[Happening], Basis]:
    """Rest on the words of happening."""
    return lambda one: Basis(
        rule=_said(rule, one),
        rests=tuple(Rest(claim=kept, span=kept.claim.trigger, what="happening") for kept in one.claims),
    )


def from_time(rule: _Say) -> Callable[[Happening], Basis]:
    """Rest on the words that say when."""
    return lambda one: Basis(
        rule=_said(rule, one),
        rests=tuple(
            Rest(claim=kept, span=kept.claim.time.span, what="time")
            for kept in one.claims
            if kept.claim.time is not None
        ),
    )


def from_place(rule: _Say) -> Callable[[Happening], Basis]:
    """Rest on the words that say where."""
    return lambda one: Basis(
        rule=_said(rule, one),
        rests=tuple(
            Rest(claim=kept, span=kept.claim.place.span, what="place")
            for kept in one.claims
            if kept.claim.place is not None
        ),
    )


def from_parties(rule: _Say) -> Callable[[Happening], Basis]:
    """Rest on the words that name who did it to whom; on those of happening where nobody is named."""

    def basis(one: Happening) -> Basis:
        rests = tuple(rest for kept in one.claims for rest in parties_of(kept))
        return Basis(rule=_said(rule, one), rests=rests) if rests else from_triggers(rule)(one)

    return basis


def from_tellers(rule: _Say) -> Callable[[Happening], Basis]:
    """Rest on the words that name who tells it, and through whom; on whole claims where the outlets speak for themselves."""

    def basis(one: Happening) -> Basis:
        rests = tuple(
            Rest(claim=kept, span=link.span, what="teller") for kept in one.claims for link in kept.claim.chain
        )
        return Basis(rule=_said(rule, one), rests=rests) if rests else from_claims(rule)(one)

    return basis


def from_cells(
    cells: Callable[[Happening], Iterable[Cell]], *, rule: _Say = "", empty: str = "no account counts them"
) -> Callable[[Happening], Basis]:
    """Rest on the claims that the policy took its numbers from, each number with the step of the rule that gave it."""

    def basis(one: Happening) -> Basis:
        found = tuple(cells(one))
        steps = "; ".join(f"{cell.side.name if cell.side else 'all people alike'}: {cell.why}" for cell in found)
        said = " ".join(part for part in (_said(rule, one), steps or empty) if part)
        return Basis(rule=said, rests=tuple(rest for cell in found for rest in _behind(one, cell)))

    return basis


def figures_of(one: Happening, ids: Iterable[str], toll: Toll | None = None) -> Iterator[Rest]:
    """Give the words that count, in claims by id, each claim once; the claim itself where it holds none of them.

    Args:
        one: The event.
        ids: Of the claims.
        toll: Only figures of its measure that it was made of.
    """
    for id_ in dict.fromkeys(ids):
        kept = one.by_id.get(id_)
        if kept is None:
            continue
        figures = [figure for figure in kept.claim.figures if toll is None or _is_of(figure, kept, toll)]
        if not figures:
            yield Rest(claim=kept, span=kept.claim.span, what="claim")
        for figure in figures:
            yield Rest(claim=kept, span=figure.span, what="figure")


def _behind(one: Happening, cell: Cell) -> Iterator[Rest]:
    """Give the words behind one number of the policy: those of the tolls that it was chosen from."""
    side = side_key(cell.side) if cell.side else None
    told = [
        toll
        for account in one.found.accounts
        for toll in account.tolls
        if toll.measure == cell.measure and (side_key(toll.side) if toll.side else None) == side
    ]
    seen: set[str] = set()
    for toll in told:
        ids = [id_ for id_ in toll.claim_ids if id_ in cell.claim_ids]
        seen |= set(ids)
        yield from figures_of(one, ids, toll)
    yield from figures_of(one, (id_ for id_ in cell.claim_ids if id_ not in seen))


def _is_of(figure: Figure, kept: KeptClaim, toll: Toll) -> bool:
    if figure.measure != toll.measure:
        return False
    same = [one for one in kept.claim.figures if one.measure == toll.measure]
    words = figure.span.of(kept.text)
    return len(same) == 1 or any(words in told for told in toll.words)


def parties_of(kept: KeptClaim) -> Iterator[Rest]:
    """Give the words that name doers and targets of a claim."""
    for agent in kept.claim.agents:
        yield Rest(claim=kept, span=agent.span, what="doer")
    for target in kept.claim.targets:
        yield Rest(claim=kept, span=target.span, what="target")


def _said(rule: _Say, one: Happening) -> str:
    return rule if isinstance(rule, str) else rule(one)
