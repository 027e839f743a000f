"""The table of claims: who says, through whom, what, by whom, to whom, how many, where, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from riwaya.cli.bidi import clean_words, isolate, isolate_runs, shorten, wrap_words
from riwaya.cli.cells import Entry, find_entries, say_days
from riwaya.cli.console import make_console, printed
from riwaya.model.analysis import Analysis, Article
from riwaya.model.claim import Claim
from riwaya.model.document import Document

ID_LETTERS = 12
"""Letters of a claim's id that the table shows; `riwaya explain` takes them for the whole."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, the fields under it, each with a label where several share it, and its share of width."""

    head: str
    fields: tuple[tuple[str, str], ...]
    share: int


_WIDE = (
    Column("who says", (("says", ""),), 17),
    Column("through whom", (("through", ""),), 12),
    Column("what", (("what", ""),), 14),
    Column("by whom → whom", (("agents", ""), ("targets", "→ ")), 18),
    Column("how many", (("figures", ""),), 17),
    Column("where", (("place", ""),), 13),
    Column("when", (("time", ""),), 12),
)
_MEDIUM = (
    Column("who says ← through whom", (("says", ""), ("through", "← ")), 25),
    Column("what, how many", (("what", ""), ("figures", "")), 25),
    Column("by whom → whom", (("agents", ""), ("targets", "→ ")), 24),
    Column("where, when", (("place", ""), ("time", "")), 22),
)
_NARROW = (
    Column("who says ← through", (("says", ""), ("through", "← ")), 30),
    Column("what, by whom → whom, toll", (("what", ""), ("agents", ""), ("targets", "→ "), ("figures", "")), 40),
    Column("where, when", (("place", ""), ("time", "")), 26),
)
_WIDE_FROM = 140
_MEDIUM_FROM = 100
_WORDS_CELLS = 90
"""Longer words are cut in a cell; `riwaya explain` shows them whole."""


def render_analysis(analysis: Analysis, *, width: int, has_color: bool = False) -> str:
    """Give the table of one page as text, a part for each article or teaser.

    Args:
        analysis: What was read.
        width: Columns of the terminal; the layout has three forms, from MIN_WIDTH on.
        has_color: Whether to write the codes for bold and color.
    """
    console = make_console(width, has_color=has_color)
    console.print(Text(isolate_runs(f"━━ {clean_words(analysis.page.name)}"), style="bold"), soft_wrap=True)
    if not analysis.articles:
        console.print("No article on this page.")
    for article in analysis.articles:
        _print_heading(console, article)
        if article.claims:
            console.print(_table(article, console.width))
        else:
            console.print("   no claims\n")
    return printed(console)


def render_claims(rows: Sequence[tuple[Claim, Document, str]], *, width: int, has_color: bool = False) -> str:
    """Give the table of claims of many documents as text: claim, its document, name of the page.

    A heading stands wherever the document changes. Empty for none.
    """
    console = make_console(width, has_color=has_color)
    for (_, name), group in groupby(rows, key=lambda row: (row[1].id, row[2])):
        held = list(group)
        console.print(Text(isolate_runs(f"━━ {clean_words(name)}"), style="bold"), soft_wrap=True)
        article = Article(document=held[0][1], claims=tuple(claim for claim, _, _ in held))
        _print_heading(console, article)
        console.print(_table(article, console.width))
    return printed(console)


def _print_heading(console: Console, article: Article) -> None:
    document = article.document
    title = document.title.of(document.text) if document.title else ""
    words = shorten(clean_words(title), max(20, console.width - 4))
    if words:
        console.print(Text(f"   {isolate(words)}", style="bold"), soft_wrap=True)
    published = document.published
    when = say_days(published.start, published.end)
    facts = [
        document.role,
        clean_words(document.outlet.name) if document.outlet else "outlet unknown",
        f"published {when} ({published.basis})" if published.start or published.end else "date unknown",
        f"{len(article.claims)} {'claim' if len(article.claims) == 1 else 'claims'}",
    ]
    console.print(Text(isolate_runs(f"   {' · '.join(facts)}"), style="dim"), soft_wrap=True)


def _table(article: Article, width: int) -> Table:
    columns = _WIDE if width >= _WIDE_FROM else _MEDIUM if width >= _MEDIUM_FROM else _NARROW
    widths = _share_out(columns, width)
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False, padding=(0, 1, 0, 0), width=None)
    table.add_column("claim", width=ID_LETTERS, no_wrap=True)
    for column, cells in zip(columns, widths, strict=True):
        table.add_column(column.head, width=cells, no_wrap=False)
    for number, claim in enumerate(article.claims, 1):
        table.add_row(*_row(number, claim, article.document, columns, widths))
    return table


def _share_out(columns: Sequence[Column], width: int) -> list[int]:
    # One cell of padding after each column, and one at the left of the box.
    room = max(width - ID_LETTERS - len(columns) - 3, 8 * len(columns))
    whole = sum(column.share for column in columns)
    return [max(6, room * column.share // whole) for column in columns]


def _row(number: int, claim: Claim, document: Document, columns: Sequence[Column], widths: Sequence[int]) -> list[Text]:
    entries = find_entries(claim, document)
    row = [Text(f"{number}\n{claim.id[:ID_LETTERS]}", style="dim")]
    for column, cells in zip(columns, widths, strict=True):
        lines = [
            line for field, label in column.fields for entry in entries[field] for line in _lines(entry, label, cells)
        ]
        row.append(Text("\n").join(lines))
    return row


def _lines(entry: Entry, label: str, cells: int) -> list[Text]:
    """Break one entry: its value, then its words between guillemets, each line an isolate of its own."""
    lines = [
        Text(isolate_runs(line), style=entry.style) for line in wrap_words(f"{label}{clean_words(entry.value)}", cells)
    ]
    words = shorten(entry.words, _WORDS_CELLS)
    broken = wrap_words(words, cells - 2)
    for number, line in enumerate(broken, 1):
        opening = "«" if number == 1 else " "
        closing = "»" if number == len(broken) else ""
        lines.append(Text(f"{opening}{isolate(line)}{closing}", style="cyan"))
    return lines
