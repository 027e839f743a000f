"""The sentences of reasons in English; the other languages of a brief are in `export/tables/report.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from riwaya.model.account import Toll
from riwaya.model.reason import Many, Named, Quoted, Reason

if TYPE_CHECKING:
    from riwaya.stages.reconcile.numbers import Bounds

Part = Named | Many | Quoted | int

SENTENCES = {
    "same-number": "both say {one}",
    "no-number": "{one} against {other}: no number is both",
    "within": "{one} is within {other}",
    "both-right": "{one} and {other} can both be right",
    "among": "{parts} can be among {whole}",
    "not-among": "{parts} against {whole}: no number is both",
    "more-than": "{parts} are more than {whole}",
    "among-all": "{parts} can be among {whole} in all",
    "more-than-all": "{parts} are more than {whole} in all",
    "one-names": "{one} names {mine}; {other} names nobody",
    "both-name": "both name {doers}",
    "each-names": "{one} names {mine}; {other} names {theirs}",
    "both-say-not": "both say that they were not {side}",
    "says-not": "{denier} says that they were not {side}; {teller} speaks of {side}",
    "both-deny": "both deny it",
    "denies-event": "{denier} denies that it happened",
    "denies-act": "{denier} denies what {teller} says",
    "denies-count": "{denier} denies it; {teller} says {said} ({words})",
    "denies-other": "{denier} denies {denied}; {teller} says {said} ({words}), which is another number",
    "denies-deed": "{denier} denies the deed that {teller} tells",
    "silent": "{teller} counts {said} ({words}); {party} speaks of the event and says nothing of it",
    "owns-losses": "{party} itself tells of losses ({words}) and gives no figure; {teller} says {said}",
    "owns-toll": "{party} itself tells of {own} ({words}); {teller} says {said}",
    "owns-deed": "{party} itself says that it did what {teller} lays to it",
    "one-says": "{names} says {many}",
    "range": "lowest account: {low}, highest: {high}; {names}",
    "all-say": "all say {many}: {names}",
    "lowest": "lowest credible account, {name}: {words} counts {count}",
    "best": "{best} is given or left possible by {origins} of {all} independent origins",
    "beyond": "{best}: all people alike are {all}, and {sided} are counted on the sides",
    "as-told": "as {name} tells it",
    "no-figure": "no account gives a figure",
    "no-civilians": "no account counts civilians killed",
    "no-account": "{name} gives no account of the event",
    "gives-no-figure": "{name} gives no figure",
    "several-origins": "{origins} independent origins count civilians killed: {names}",
    "one-origin": "one origin counts civilians killed: {names}",
}
"""By key."""
LISTED = frozenset({"names", "words"})
"""Parts of which several are parted by commas; others by «and»."""


def because(rule: str, **parts: Part | Iterable[Part]) -> Reason:
    """Give a reason of what stands in its sentence."""
    return Reason(
        rule=rule,
        parts=tuple(
            (name, (held,) if isinstance(held, (Named, Many, Quoted, int)) else tuple(held))
            for name, held in parts.items()
        ),
    )


def in_english(reason: Reason) -> str:
    """Give the sentence of a reason."""
    told = {name: (", " if name in LISTED else " and ").join(map(_say, held)) for name, held in reason.parts}
    return SENTENCES[reason.rule].format(**told)


def many_of(bounds: Bounds, measure: str = "", of: Named | None = None, *, of_all: bool = False) -> Many:
    """Give bounds as they stand in a reason."""
    return Many(low=bounds.low, high=bounds.high, about=bounds.about, measure=measure, of=of, of_all=of_all)


def quote(toll: Toll) -> Quoted:
    """Give the words of a toll."""
    return Quoted(words=toll.words)


def say_bounds(low: int | None, high: int | None, *, about: bool = False) -> str:
    """Say bounds in words: ``50``, ``at least 20``, ``up to 40``, ``20 to 99``, ``about 20``."""
    if low is None:
        many = f"up to {high:,}" if high is not None else "an unknown number"
    elif high is None:
        many = f"at least {low:,}"
    else:
        many = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"about {many}" if about else many


def _say(part: Part) -> str:
    if isinstance(part, Named):
        return "itself" if part.is_speaker else part.name
    if isinstance(part, Quoted):
        return ", ".join(f"«{words}»" for words in part.words)
    if isinstance(part, int):
        return f"{part:,}"
    said = say_bounds(part.low, part.high, about=part.about)
    if part.measure:
        said += f" {part.measure.replace('_', ' ')}"
    if part.of is not None or part.of_all:
        said += f" of {part.of.name if part.of is not None else 'all'}"
    return said
