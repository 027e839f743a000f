"""Small pieces of HTML: words in their own direction, tables, lines. Styles stand on the elements, as notebooks drop style sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

MOST_ROWS = 60
"""Rows of a table that are shown; the rest is counted."""
_CELL = "text-align:start;vertical-align:top;padding:3px 8px;white-space:normal;max-width:26em"


def words(text: object) -> str:
    """Give words escaped, in their own direction, apart from what stands around them; nothing for None."""
    return "" if text is None or text == "" else f'<bdi dir="auto">{escape(str(text))}</bdi>'


def quoted(text: str) -> str:
    """Give words of a page in quotation marks; those that bring their own keep these alone."""
    has_marks = text.startswith("«") and text.endswith("»") and "«" not in text[1:]
    return words(text) if has_marks else f"«{words(text)}»"


def days(start: date | None, end: date | None) -> str:
    """Give a day, or the first and the last, none of them broken at a hyphen."""
    if start == end:
        return _unbroken(start.isoformat()) if start else words("day unknown")
    return f"{_unbroken(start or '…')} to {_unbroken(end or '…')}"


def many(count: int, noun: str) -> str:
    """Give a number with what it counts: ``1 document``, ``9 claims``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _unbroken(text: object) -> str:
    return f'<span style="white-space:nowrap">{words(text)}</span>'


def lines(pieces: Iterable[str]) -> str:
    """Put pieces of markup under each other."""
    return "<br>".join(piece for piece in pieces if piece)


def heading(text: object, *, level: int = 4) -> str:
    """Give a heading in the direction of its words."""
    return f'<h{level} dir="auto" style="margin:0.6em 0 0.3em">{escape(str(text))}</h{level}>'


def note(markup: str) -> str:
    """Give a line of what should be known beside a table."""
    return f'<p dir="ltr" style="margin:0.3em 0;opacity:0.8">{markup}</p>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, count: int) -> str:
    """Give a table of cells that are markup already.

    Args:
        heads: Names of the columns.
        rows: At least the first `MOST_ROWS` of them.
        count: How many there are in all; what is not shown is told under the table.
    """
    top = "".join(f'<th style="{_CELL}">{escape(head)}</th>' for head in heads)
    shown = [row for row, _ in zip(rows, range(MOST_ROWS), strict=False)]
    body = "".join("<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) + "</tr>" for row in shown)
    more = note(f"… and {count - len(shown)} more") if count > len(shown) else ""
    return f'<table dir="ltr" style="border-collapse:collapse"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>{more}'
