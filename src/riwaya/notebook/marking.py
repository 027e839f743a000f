"""A text with its claims marked: who says, who did it to whom, how many, where, when, each by its own colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from riwaya.model.claim import Claim
from riwaya.model.span import Span

MOST_LETTERS = 20_000
"""Letters of a text that are shown; the rest is counted."""
# The first that covers a letter gives its colour; see-through, so that they hold on a dark page too.
COLOURS = {
    "figure": "rgba(214,120,20,.45)",
    "trigger": "rgba(200,60,60,.35)",
    "who says": "rgba(40,110,190,.35)",
    "by whom": "rgba(130,70,160,.30)",
    "to whom": "rgba(130,70,160,.30)",
    "when": "rgba(60,140,80,.35)",
    "where": "rgba(20,140,140,.35)",
    "claim": "rgba(225,190,40,.22)",
}


def mark_text(text: str, claims: Sequence[Claim], within: Span, *, language: str | None, first: int = 1) -> str:
    """Give a stretch of a text as HTML with the words of claims marked.

    Args:
        text: The whole text, into which the spans point.
        claims: Those that are marked; a small number stands where each begins.
        within: What is shown, cut after `MOST_LETTERS`.
        language: Of the text: it decides the direction; where it is not known the words themselves do.
        first: Number of the first claim.
    """
    end = min(within.end, within.start + MOST_LETTERS)
    direction = "auto" if language is None else "rtl" if language == "ar" else "ltr"
    named = f'lang="{escape(language)}" ' if language else ""
    inside = "".join(_pieces(text, claims, Span(within.start, end), first))
    cut = f"<br>… {within.end - end} more letters" if end < within.end else ""
    style = "white-space:pre-wrap;max-height:24em;overflow:auto;line-height:1.9;padding:6px 10px;border:1px solid rgba(128,128,128,.35)"
    return f'<div {named}dir="{direction}" style="{style}">{inside}{cut}</div>'


def legend() -> str:
    """Say which colour means what."""
    return " ".join(
        f'<span style="background:{colour};padding:0 5px">{role}</span>' for role, colour in COLOURS.items()
    )


def roles_of(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Give what the words of a claim are to it."""
    yield "claim", claim.span
    yield "trigger", claim.trigger
    yield from (("who says", link.span) for link in claim.chain)
    yield from (("by whom", one.span) for one in claim.agents)
    yield from (("to whom", one.span) for one in claim.targets)
    yield from (("figure", one.span) for one in claim.figures)
    if claim.time is not None:
        yield "when", claim.time.span
    if claim.place is not None:
        yield "where", claim.place.span


def _pieces(text: str, claims: Sequence[Claim], shown: Span, first: int) -> Iterator[str]:
    """Cut the text wherever a span begins or ends, and wrap each piece by what covers it."""
    opens: dict[int, list[tuple[str, int]]] = {}
    closes: dict[int, list[tuple[str, int]]] = {}
    heads: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, first):
        heads.setdefault(claim.span.start, []).append(number)
        for role, span in dict.fromkeys(roles_of(claim)):
            start, end = max(span.start, shown.start), min(span.end, shown.end)
            if start < end:
                opens.setdefault(start, []).append((role, number))
                closes.setdefault(end, []).append((role, number))
    covering: list[tuple[str, int]] = []
    cuts = sorted({shown.start, shown.end, *opens, *closes})
    for start, end in pairwise(cuts):
        for one in closes.get(start, ()):
            covering.remove(one)
        covering += opens.get(start, ())
        if start in heads:
            yield f'<sup style="user-select:none;opacity:.7">{",".join(map(str, heads[start]))} </sup>'
        yield _wrap(escape(text[start:end]), covering)


def _wrap(piece: str, covering: Sequence[tuple[str, int]]) -> str:
    if not covering:
        return piece
    found = {role for role, _ in covering}
    role = next(role for role in COLOURS if role in found)
    title = "; ".join(
        f"claim {number}: {part}" for part, number in sorted(covering, key=lambda one: one[1]) if part == role
    )
    return f'<mark style="background:{COLOURS[role]};color:inherit" title="{title}">{piece}</mark>'
