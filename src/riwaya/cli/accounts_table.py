"""The table of an event: accounts down, sides across, what each says of each in the cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.table import Table
from rich.text import Text

from riwaya.cli.bidi import clean_words, isolate, isolate_runs, wrap_words
from riwaya.cli.cells import say_bounds
from riwaya.cli.labels import label_of
from riwaya.model.account import ACCOUNT_STANCES, Account, Reconciliation, Toll
from riwaya.model.actor import Actor
from riwaya.stages.reconcile import side_key

_ALL = "others"
"""Column of civilians and of whoever has no column of their own; all people alike, and those of whom no words say who."""
_CIVILIANS = "civilians"
_WHO = 24
"""Cells of the column of who says it."""
_LEAST_SIDE = 16
_PEOPLE = ("civilians", "humanitarian")
_PERSONS = ("person", "head-of-state")
_MARKS = {"conflict": " ✗", "same": " ✓", "": ""}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell."""

    words: str
    style: str = ""


def accounts_table(found: Reconciliation, *, width: int) -> Table:
    """Give the table; an account that counts, denies and admits nothing has a row only where it is a party's."""
    columns = _columns(found, width)
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False, padding=(0, 1, 0, 0), width=None)
    table.add_column("who says", width=_WHO, no_wrap=True)
    cells = max(_LEAST_SIDE, (width - _WHO - 3 - len(columns)) // max(1, len(columns)))
    for name in columns:
        table.add_column(Text(isolate_runs("\n".join(wrap_words(clean_words(name), cells)))), width=cells, no_wrap=True)
    for account in sorted(found.accounts, key=lambda one: ACCOUNT_STANCES.index(one.stance)):
        row = _row(account, found, columns)
        if any(row.values()) or account.stance in ("perpetrator", "victim", "party"):
            table.add_row(_speaker(account), *(_text(row[name], cells) for name in columns))
    return table


def speak_without_figures(found: Reconciliation, width: int) -> list[str]:
    """Name those who have no row: they speak of the event and count, deny and admit nothing."""
    columns = _columns(found, width)
    return [
        clean_words(account.originator.name)
        for account in found.accounts
        if account.stance not in ("perpetrator", "victim", "party") and not any(_row(account, found, columns).values())
    ]


def _columns(found: Reconciliation, width: int) -> list[str]:
    """Give the names of the sides that are counted, denied or admitted, those that most accounts speak of first."""
    weight: Counter[str] = Counter()
    for account in found.accounts:
        weight.update({_column(toll.side) for toll in account.tolls if toll.measure != "other"})
        weight.update({_denied_column(one.side, found) for one in account.denials if one.side})
    room = max(1, (width - _WHO - 3) // (_LEAST_SIDE + 1))
    last = (_CIVILIANS, _ALL)
    named = sorted((name for name in weight if name not in last), key=lambda name: (-weight[name], name))
    people = [name for name in last if name in weight]
    if len(named) + len(people) <= room:
        return [*named, *people] or [_ALL]
    return [*named[: max(1, room - 1)], _ALL]


def _column(side: Actor | None) -> str:
    if side is None or side.kind in _PERSONS:
        return _ALL
    return _CIVILIANS if side.id is None and side.kind in _PEOPLE else side.name


def _denied_column(key: str | None, found: Reconciliation) -> str:
    for account in found.accounts:
        for toll in account.tolls:
            if toll.side is not None and side_key(toll.side) == key:
                return _column(toll.side)
    for side in found.event.sides:
        for actor in side.actors:
            if side_key(actor) == key:
                return _column(actor)
    return _ALL if key is None else _CIVILIANS


def _row(account: Account, found: Reconciliation, columns: Sequence[str]) -> dict[str, list[Line]]:
    row: dict[str, list[Line]] = {name: [] for name in columns}
    for toll in account.tolls:
        if toll.measure == "other":
            continue
        name = _column(toll.side)
        is_plain = name in row and (name != _CIVILIANS or toll.side is None or toll.side.name == name)
        row[name if name in row else columns[-1]].append(_toll_line(toll, account, found, named=not is_plain))
    for one in account.denials:
        if one.measure is not None or one.side is not None:
            name = _denied_column(one.side, found)
            of = "" if name in row else f" of {name}"
            what = (one.measure or "who they were").replace("_", " ")
            line = Line(f"denies {what}{of}", "magenta")
            cell = row[name if name in row else columns[-1]]
            if line not in cell:
                cell.append(line)
    for relation in found.relations:
        if relation.kind == "silence" and account.id in relation.between and not _is_teller(account, relation.on):
            measure, _, side = relation.on.partition(" of ")
            name = _denied_column(side, found)
            cell = row.get(name)
            if cell is not None and _is_own(account, side, found):
                cell.append(Line(f"{measure.replace('_', ' ')}: silent", "dim"))
    return {name: list(dict.fromkeys(lines)) for name, lines in row.items()}


def _toll_line(toll: Toll, account: Account, found: Reconciliation, *, named: bool) -> Line:
    measure = toll.measure.replace("_", " ")
    of = f" of {label_of(toll.side)}" if named and toll.side else ""
    is_admitted = any(claim in account.admits for claim in toll.claim_ids) and _is_own(account, side_of(toll), found)
    if (toll.measure, toll.low, toll.high) == ("killed_or_wounded", 1, None):
        return Line(f"losses, no figure{of}" + (" (admits)" if is_admitted else ""), "yellow")
    has_whole = any(one.measure == toll.measure and not one.is_part for one in account.tolls)
    part = "incl. " if toll.is_part and has_whole else ""
    state = _state(toll, account, found)
    vague = [words for words in toll.words if not any(letter.isdigit() for letter in words)]
    quoted = f" «{clean_words(vague[0])}»" if vague and toll.low != toll.high else ""
    many = say_bounds(toll.low, toll.high, about=toll.about)
    words = f"{part}{measure} {many}{of}{quoted}{_MARKS[state]}" + (" (admits)" if is_admitted else "")
    return Line(
        words, "yellow" if is_admitted else "red" if state == "conflict" else "green" if state == "same" else ""
    )


def side_of(toll: Toll) -> str:
    """Give the key of who is counted; empty for all people alike."""
    return side_key(toll.side) if toll.side else ""


def _state(toll: Toll, account: Account, found: Reconciliation) -> str:
    on = f"{toll.measure} of {side_of(toll)}" if toll.side else toll.measure
    kinds = {one.kind for one in found.relations if one.on == on and account.id in one.between}
    return "conflict" if "number-conflict" in kinds else "same" if "same" in kinds else ""


def _is_teller(account: Account, on: str) -> bool:
    return any(on == (f"{toll.measure} of {side_of(toll)}" if toll.side else toll.measure) for toll in account.tolls)


def _is_own(account: Account, side: str, found: Reconciliation) -> bool:
    if account.id == side:
        return True
    together = [{side_key(actor) for actor in one.actors} for one in found.event.sides]
    return any(account.id in keys and side in keys for keys in together) or account.stance in ("party", "victim")


def _speaker(account: Account) -> Text:
    short, full = label_of(account.originator), clean_words(account.originator.name)
    name = wrap_words(full if short == full else f"{full} ({short})", _WHO)
    lines = [Text(isolate_runs(line), style="bold") for line in name]
    if account.originator.id is None and account.words:
        words = wrap_words(clean_words(account.words).strip("«»"), _WHO - 2)
        lines += [Text(isolate(line), style="cyan") for line in words[:2]]
    number = account.documents
    lines.append(Text(f"{account.stance} · {number} {'page' if number == 1 else 'pages'}", style="dim"))
    return Text("\n").join(lines)


def _text(lines: Iterable[Line], cells: int) -> Text:
    broken = [Text(isolate_runs(part), style=line.style) for line in lines for part in wrap_words(line.words, cells)]
    return Text("\n").join(broken) if broken else Text("·", style="dim")
