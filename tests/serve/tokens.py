"""Tokens for tests, made as the command makes them."""

from __future__ import annotations

from riwaya.ledger.store import Ledger
from riwaya.people.tokens import make_token


def new_token(ledger: str, person: str, *scopes: str, days: int = 1) -> str:
    """Give the key of a new token."""
    with Ledger(ledger, create=False) as opened:
        return make_token(opened.engine, person, "a test", scopes or ("read",), days=days, by="tester")[0]
