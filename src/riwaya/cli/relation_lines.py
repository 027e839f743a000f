"""The relations of an event in words: one line for what one account is to several others in one matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from riwaya.cli.bidi import clean_words
from riwaya.cli.cells import say_bounds
from riwaya.cli.labels import account_labels, label_of
from riwaya.model.account import Account, Reconciliation, Relation
from riwaya.stages.reconcile import side_key

SIGNS = {
    "number-conflict": ("✗", "red"),
    "responsibility-dispute": ("✗", "red"),
    "identity-dispute": ("✗", "red"),
    "denial": ("⊘", "magenta"),
    "admission": ("▼", "yellow"),
    "silence": ("…", "dim"),
    "same": ("✓", "green"),
    "compatible": ("≈", ""),
}
"""Sign and color of each kind, in the order in which a reader wants them: what is disputed first."""
AGREEING = ("same", "compatible")
_UNNAMED = ("compatible",)
"""Kinds whose reason does not name the accounts by itself."""


def relations_by_matter(
    found: Reconciliation, *, with_agreeing: bool = True
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give each matter with its lines, the disputed matters first; a line has its words and its color."""
    order = list(SIGNS)
    kept = [one for one in found.relations if with_agreeing or one.kind not in AGREEING]
    by_matter = sorted(kept, key=lambda one: one.on)
    groups = [(on, list(group)) for on, group in groupby(by_matter, key=lambda one: one.on)]
    groups.sort(key=lambda group: (min(order.index(one.kind) for one in group[1]), group[0]))
    for on, group in groups:
        group.sort(key=lambda one: order.index(one.kind))
        lines: list[tuple[str, str]] = []
        for kind, relations in groupby(group, key=lambda one: one.kind):
            sign, style = SIGNS[kind]
            lines += [(f"{sign} {words}", style) for words in _lines(kind, on, list(relations), found)]
        yield say_matter(on, found), lines


def say_matter(on: str, found: Reconciliation) -> str:
    """Say a matter: ``killed of wagner-group`` is ``killed, Wagner Group``."""
    matter, of, key = on.partition(" of ")
    return f"{matter.replace('_', ' ')}, {_side_name(key, found)}" if of else matter


def _lines(kind: str, on: str, relations: Sequence[Relation], found: Reconciliation) -> Iterator[str]:
    labels = account_labels(found)
    for anchor, partners, held in _stars(relations):
        if len(partners) == 1 and kind not in ("number-conflict", "same"):
            who = "" if kind not in _UNNAMED else f"{labels[anchor]} and {labels[partners[0]]}, "
            yield _with_labels(f"{_name(kind)}: {who}{held[0].why}", found)
            continue
        others = _join([_valued(one, on, found, labels) for one in partners])
        mine = _valued(anchor, on, found, labels)
        if kind == "number-conflict":
            yield f"{_name(kind)}: {mine} against {others}: no number is both"
        elif kind == "same":
            value = _value(found.account(anchor), on)
            said = f": {value}" if value else f", {held[0].why}"
            yield _with_labels(f"same: {_join([labels[anchor], *(labels[one] for one in partners)])}{said}", found)
        elif kind == "compatible":
            yield f"compatible: {mine} fits {others}"
        elif kind == "denial":
            yield f"denial: {labels[anchor]} against {others}"
        elif kind == "admission":
            own = held[0].why.partition(";")[0]
            yield _with_labels(f"admission: {own}", found) + f"; told by {others}"
        elif kind == "silence":
            yield f"silence: {labels[anchor]} speaks of the event and not of this; counted by {others}"
        elif kind == "identity-dispute":
            yield f"{_name(kind)}: {labels[anchor]} against {others}: were they {_side_name(on.partition(' of ')[2], found)}?"
        else:
            yield f"{_name(kind)}: {labels[anchor]} against {others}"


def _name(kind: str) -> str:
    return kind.replace("-", " ")


def _stars(relations: Sequence[Relation]) -> Iterator[tuple[str, list[str], list[Relation]]]:
    """Part the pairs by the account that stands in most of them: it, its partners, their relations."""
    left: list[Relation] = list(relations)
    while left:
        degree = Counter(key for one in left for key in one.between)
        anchor = max(degree, key=lambda key: (degree[key], -_first(left, key)))
        mine = [one for one in left if anchor in one.between]
        yield anchor, [next(key for key in one.between if key != anchor) for one in mine], mine
        left = [one for one in left if anchor not in one.between]


def _first(relations: Sequence[Relation], key: str) -> int:
    return next(at for at, one in enumerate(relations) if key in one.between)


def _valued(key: str, on: str, found: Reconciliation, labels: dict[str, str]) -> str:
    value = _value(found.account(key), on)
    return f"{labels[key]} ({value})" if value else labels[key]


def _value(account: Account, on: str) -> str:
    for toll in account.tolls:
        named = f"{toll.measure} of {side_key(toll.side)}" if toll.side else toll.measure
        if named == on:
            if (toll.measure, toll.low, toll.high) == ("killed_or_wounded", 1, None):
                return "no figure"
            return say_bounds(toll.low, toll.high, about=toll.about)
    return ""


def _side_name(key: str, found: Reconciliation) -> str:
    sides = [toll.side for account in found.accounts for toll in account.tolls if toll.side is not None]
    for actor in (*sides, *(actor for side in found.event.sides for actor in side.actors)):
        if side_key(actor) == key:
            return clean_words(actor.name)
    return clean_words(key)


def _with_labels(words: str, found: Reconciliation) -> str:
    """Put short names for long ones in a sentence of a relation."""
    for account in sorted(found.accounts, key=lambda one: -len(one.originator.name)):
        words = words.replace(account.originator.name, label_of(account.originator))
    return words


def _join(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
