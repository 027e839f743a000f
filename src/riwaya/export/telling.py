"""Words for people in several shapes: who tells, through which outlets, and vague numbers as they were written."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.export.happening import Happening
from riwaya.ledger.records import KeptDocument
from riwaya.model.account import Account, Toll
from riwaya.model.actor import Actor
from riwaya.stages.reconcile import is_without_figure


def join(parts: Iterable[str | None], mark: str = "; ") -> str | None:
    """Join what is there, each once, in order; None where nothing is."""
    found = dict.fromkeys(part for part in parts if part)
    return mark.join(found) or None


def outlet_of(kept: KeptDocument) -> str:
    """Name who published a document: the outlet, else the file."""
    return kept.document.outlet.name if kept.document.outlet else kept.name


def headline_of(kept: KeptDocument) -> str:
    """Give the headline of a document on one line; empty where it has none."""
    document = kept.document
    return " ".join(document.title.of(document.text).split()) if document.title else ""


def day_of(kept: KeptDocument) -> str:
    """Give the day on which a document came out; empty where it is not known."""
    day = kept.document.published.start
    return day.isoformat() if day else ""


def is_vague(toll: Toll) -> bool:
    """Say whether a toll is no plain number: open, a range, or about."""
    return toll.about or toll.low is None or toll.low != toll.high


def quoted(toll: Toll) -> str:
    """Give the words of a toll in quotation marks."""
    return ", ".join(f"«{' '.join(words.split())}»" for words in toll.words)


def say_toll(toll: Toll) -> str:
    """Say a toll in plain English with its words: ``at least 20 killed of civilians («20 على الأقل»)``."""
    measure = toll.measure.replace("_", " ")
    of = f" of {toll.side.name}" if toll.side else ""
    words = quoted(toll)
    if is_without_figure(toll):
        return f"losses{of}, no figure" + (f" ({words})" if words else "")
    return f"{say_bounds(toll.low, toll.high)} {measure}{of}" + (f" ({words})" if words else "")


def say_bounds(low: int | None, high: int | None) -> str:
    """Say two bounds: ``20``, ``at least 20``, ``at most 9``, ``20 to 99``, ``no figure``."""
    if low is None and high is None:
        return "no figure:"
    if high is None:
        return f"at least {low}"
    if low is None:
        return f"at most {high}"
    return str(low) if low == high else f"{low} to {high}"


def say_tellers(one: Happening, measure: str = "killed") -> str | None:
    """Name whose accounts there are, each with its vague words for one measure beside it."""
    return join(_teller(account, measure) for account in one.found.accounts)


def say_accounts(one: Happening) -> str:
    """Say what each account counts, with its words; accounts that count nothing are named at the end."""
    said: list[str] = []
    silent: list[str] = []
    for account in one.found.accounts:
        tolls = "; ".join(say_toll(toll) for toll in account.tolls)
        if tolls:
            said.append(f"{account.originator.name}: {tolls}.")
        else:
            silent.append(account.originator.name)
    if silent:
        said.append(f"Without figures: {', '.join(dict.fromkeys(silent))}.")
    return " ".join(said)


def names_of(actors: tuple[Actor, ...]) -> str | None:
    """Join the names of actors."""
    return join(actor.name for actor in actors)


def _teller(account: Account, measure: str) -> str:
    vague = [quoted(toll) for toll in account.tolls if toll.measure == measure and is_vague(toll) and toll.words]
    name = account.originator.name
    return f"{name} ({measure}: {', '.join(vague)})" if vague else name
