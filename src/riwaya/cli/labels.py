"""Short names of actors for a terminal: the abbreviation that the registry knows, else the name."""

from __future__ import annotations

from functools import cache

from riwaya.cli.bidi import clean_words
from riwaya.lang.world import load_actors
from riwaya.model.account import Reconciliation
from riwaya.model.actor import Actor

_LONGEST = 6
"""Letters of an abbreviation: JNIM, UNIFIL; longer capitals are shouted names."""


def label_of(actor: Actor) -> str:
    """Give the abbreviation of an actor where its name is long and there is one, else its name."""
    name = clean_words(actor.name)
    return _abbreviations().get(actor.id or "", name) if len(name) > _LONGEST * 2 else name


def account_labels(found: Reconciliation) -> dict[str, str]:
    """Give the short names of the originators, by id of the account."""
    return {account.id: label_of(account.originator) for account in found.accounts}


@cache
def _abbreviations() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in load_actors():
        short = next((one for one in entry.en if one.isupper() and one.isascii() and len(one) <= _LONGEST), None)
        if short is not None:
            found[entry.id] = short
    return found
