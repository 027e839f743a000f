"""An event on a terminal: accounts side by side, how they stand to each other, how they reached us, how they moved."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from rich.console import Console
from rich.text import Text

from riwaya.cli.accounts_table import accounts_table, speak_without_figures
from riwaya.cli.bidi import clean_words, isolate_runs, shorten, wrap_words
from riwaya.cli.cells import say_bounds, say_days
from riwaya.cli.console import make_console, printed
from riwaya.cli.labels import account_labels, label_of
from riwaya.cli.relation_lines import relations_by_matter
from riwaya.model.account import TURNS, Reconciliation, Turn
from riwaya.model.event import Event, ToldClaim
from riwaya.model.reduction import Cell, Reduction

_NAME_CELLS = 40
_HISTORY = 27
"""Cells of the day and the turn."""


def render_event(found: Reconciliation, reduced: Reduction, *, width: int, has_color: bool = False) -> str:
    """Give one event as text.

    Args:
        found: The accounts side by side.
        reduced: What the asked policy makes of them.
        width: Columns of the terminal.
        has_color: Whether to write the codes for bold and color.
    """
    console = make_console(width, has_color=has_color)
    _print_heading(console, found)
    console.print(accounts_table(found, width=console.width))
    _print_rest(console, found)
    _print_reduction(console, reduced)
    _print_relations(console, found)
    _print_origins(console, found)
    _print_chains(console, found)
    _print_history(console, found)
    return printed(console)


def render_accounts(found: Reconciliation, reduced: Reduction, *, width: int, has_color: bool = False) -> str:
    """Give the heading and the table alone, with what is disputed in a few lines: an event at a glance."""
    console = make_console(width, has_color=has_color)
    _print_heading(console, found)
    console.print(accounts_table(found, width=console.width))
    _print_rest(console, found)
    _print_reduction(console, reduced)
    _print_relations(console, found, with_agreeing=False)
    return printed(console)


def say_title(event: Event) -> str:
    """Say what to call an event."""
    if event.title is not None:
        return clean_words(event.title.en)
    when = say_days(event.time.start, event.time.end) if event.time else ""
    where = event.place.name if event.place else ""
    return ", ".join(part for part in ((event.subtype or event.type).lower(), where, when) if part)


def say_cell(cell: Cell) -> str:
    """Say a number of a policy: ``killed 20–50 of Wagner Group``."""
    of = f" of {clean_words(cell.side.name)}" if cell.side else ""
    many = say_bounds(cell.low, cell.high)
    if cell.best is not None:
        many = f"{cell.best:,}"
    elif cell.high is None and cell.low is not None and cell.top is not None and cell.top > cell.low:
        many = f"{cell.low:,} to ≥ {cell.top:,}"
    return f"{cell.measure.replace('_', ' ')} {many}{of}"


def _print_heading(console: Console, found: Reconciliation) -> None:
    event = found.event
    title = say_title(event)
    console.print(Text(isolate_runs(f"━━ {title[:1].upper()}{title[1:]}"), style="bold"), soft_wrap=True)
    documents = len({told.document_id for told in event.claims})
    facts = [
        event.id,
        f"{event.type}/{event.subtype}" if event.subtype else event.type,
        f"{len(found.accounts)} accounts",
        f"{found.independent_origins} independent origins",
        f"{documents} {'document' if documents == 1 else 'documents'}",
    ]
    _print_wrapped(console, " · ".join(facts), "   ", style="dim")


def _print_rest(console: Console, found: Reconciliation) -> None:
    silent = speak_without_figures(found, console.width)
    if silent:
        _print_wrapped(console, f"Also speak of it, without figures: {', '.join(silent)}", "   ", style="dim")
    marks = "   ✗ others give another number  ✓ others give the same  · says nothing of them"
    console.print(Text(marks, style="dim"), soft_wrap=True)


def _print_reduction(console: Console, reduced: Reduction) -> None:
    said = "; ".join(say_cell(cell) for cell in reduced.cells) or reduced.why
    totals = "; ".join(f"{name} {number}" for name, number in reduced.totals)
    grade = f"{reduced.grade}: {reduced.why}" if reduced.grade else ""
    console.print()
    _print_wrapped(
        console, f"By the policy {reduced.policy}: {'; '.join(p for p in (grade, totals, said) if p)}", "   "
    )
    if any(cell.low != cell.high for cell in reduced.cells):
        _print_wrapped(console, "A range of accounts, not a confidence interval.", "   ", style="dim")


def _print_relations(console: Console, found: Reconciliation, *, with_agreeing: bool = True) -> None:
    matters = list(relations_by_matter(found, with_agreeing=with_agreeing))
    if not matters:
        return
    _print_title(console, "How the accounts stand to each other" if with_agreeing else "What is disputed and admitted")
    for matter, lines in matters:
        console.print(Text(isolate_runs(f"   {matter}"), style="bold"), soft_wrap=True)
        for line, style in lines:
            _print_hanging(console, line, "     ", "       ", style=style)


def _print_origins(console: Console, found: Reconciliation) -> None:
    reasons = [why for origin in found.origins for why in origin.why]
    number = found.independent_origins
    _print_title(
        console, f"{number} independent {'origin' if number == 1 else 'origins'} of {len(found.accounts)} accounts"
    )
    for why in reasons or ["No account depends on another."]:
        _print_hanging(console, why, "   ", "     ")


def _print_chains(console: Console, found: Reconciliation) -> None:
    _print_title(console, "How each account reached us")
    told = {one.claim.id: one for one in found.event.claims}
    for account in found.accounts:
        name = label_of(account.originator)
        words = clean_words(account.words).strip("«»")
        quoted = f" «{words}»" if words else ", in its own voice"
        shown = shorten(quoted, max(10, console.width - len(name) - 5))
        console.print(Text(isolate_runs(f"   {name}{shown}"), style="bold"), soft_wrap=True)
        paths: dict[tuple[str, ...], list[str]] = {}
        for id_ in account.claim_ids:
            one = told[id_]
            relays = tuple(clean_words(link.span.of(one.text)).strip("«»") for link in one.claim.chain[:-1])
            paths.setdefault(relays, []).append(one.document_name)
        branches = sorted(paths.items())
        for number, (relays, documents) in enumerate(branches, 1):
            corner = "└─" if number == len(branches) else "├─"
            names = ", ".join(dict.fromkeys(clean_words(one) for one in documents))
            line = " ← ".join((names, *relays))
            _print_hanging(console, f"{corner} {line}", "     ", "        ")


def _print_history(console: Console, found: Reconciliation) -> None:
    _print_title(console, "History")
    labels = account_labels(found)
    told = {one.claim.id: one for one in found.event.claims}
    by_turn = sorted(found.history, key=lambda turn: (str(turn.on or ""), TURNS.index(turn.what)))
    last: date | None = None
    for (on, what), group in groupby(by_turn, key=lambda turn: (turn.on, turn.what)):
        turns = list(group)
        silent = [labels[turn.account] for turn in turns if not _says(turn, told)]
        lines = [f"{labels[turn.account]}: {_says(turn, told)}" for turn in turns if _says(turn, told)]
        if silent:
            lines.append(", ".join(dict.fromkeys(silent)))
        day = "" if on is not None and on == last else str(on) if on else "no day"
        last = on
        for number, line in enumerate(dict.fromkeys(lines)):
            head = f"{day:<12}{what:<15}" if number == 0 else " " * _HISTORY
            broken = wrap_words(line, console.width - _HISTORY - 3)
            for at, part in enumerate(broken):
                lead = head if at == 0 else " " * (_HISTORY + 2)
                console.print(Text(isolate_runs(f"   {lead}{part}")), soft_wrap=True)


def _says(turn: Turn, told: dict[str, ToldClaim]) -> str:
    if turn.detail:
        return clean_words(turn.detail)
    if turn.what not in ("denial", "admission"):
        return ""
    one = told[turn.claim_ids[0]]
    return f"«{shorten(clean_words(one.claim.span.of(one.text)), _NAME_CELLS)}»"


def _print_title(console: Console, words: str) -> None:
    console.print()
    console.print(Text(f"━━ {words}", style="bold"), soft_wrap=True)


def _print_wrapped(console: Console, words: str, indent: str, *, style: str = "") -> None:
    for line in wrap_words(words, console.width - len(indent)):
        console.print(Text(isolate_runs(indent + line), style=style), soft_wrap=True)


def _print_hanging(console: Console, words: str, first: str, rest: str, *, style: str = "") -> None:
    """Print words under each other, the first line further out."""
    for number, line in enumerate(wrap_words(words, console.width - len(rest))):
        console.print(Text(isolate_runs(f"{rest if number else first}{line}"), style=style), soft_wrap=True)
