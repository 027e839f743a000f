"""The page of names: those that hold, or one wording with what is told under it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from riwaya.ledger.engine import reading
from riwaya.ledger.naming import find_bearers
from riwaya.ledger.store import Ledger
from riwaya.serve.read.aliases import AliasLine, read_alias, read_aliases
from riwaya.serve.read.claims import ClaimLine, claim_line

_SHOWN = 8
"""Claims shown under a wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasPage:
    """Every name that holds, the latest first."""

    aliases: tuple[AliasLine, ...]
    asked: AliasLine | None = None
    """What holds of the wording that is asked for, whoever named it, and the state on which to say anything of it."""
    claims: tuple[ClaimLine, ...] = ()
    """Some of the claims with that wording, the earliest read first: each of them follows."""


def read_names(ledger: Ledger, words: str | None) -> AliasPage:
    """Give the names that hold; of some words what holds of them, and claims that have them."""
    if words is None:
        return AliasPage(aliases=read_aliases(ledger))
    with reading(ledger.engine) as connection:
        found = [kept for _, kept in islice(find_bearers(connection, words), _SHOWN)]
    return AliasPage(aliases=(), asked=read_alias(ledger, words), claims=tuple(claim_line(one) for one in found))
