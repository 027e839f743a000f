"""Tables of the people who use a ledger: accounts, sessions, tokens, links.

They hold what is secret and what passes, so they are neither kept for good nor derived: rows change and go. What
people *do* stands in the audit. A backup leaves these tables out.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, String, Table, Text

from riwaya.ledger.columns import metadata

_Number = BigInteger().with_variant(Integer, "sqlite")

person = Table(
    "person",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(80), nullable=False, unique=True),  # by which they sign in, lower case
    Column("role", String(16), nullable=False),
    Column("password", Text),  # Argon2; null: only by a link
    Column("totp", String(64)),  # secret of the second factor; null: none
    Column("totp_pending", String(64)),  # shown, not yet confirmed by a code
    Column("totp_used", _Number),  # the last time step that was used, so that a code is good once
    Column("made_at", String(32), nullable=False),
    Column("closed_at", String(32)),  # null: may sign in
)

session = Table(
    "session",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the cookie, which itself is nowhere kept
    Column("id", String(32), nullable=False, unique=True),
    Column("person", String(32), nullable=False, index=True),
    Column("made_at", String(32), nullable=False),
    Column("seen_at", String(32), nullable=False),
    Column("until", String(32), nullable=False),
    Column("agent", String(200), nullable=False),
    Column("address", String(64), nullable=False),
)

token = Table(
    "token",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("person", String(32), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    Column("scopes", String(64), nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("until", String(32), nullable=False),
    Column("used_at", String(32)),
    Column("revoked_at", String(32)),
)

sign_in_link = Table(
    "sign_in_link",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person", String(32), nullable=False, index=True),
    Column("until", String(32), nullable=False),
)

attempt = Table(
    "attempt",
    metadata,
    Column("seq", _Number, primary_key=True),
    Column("key", String(120), nullable=False),  # whose: "name:..." or "from:..."
    Column("at", Float, nullable=False),
    Index("ix_attempt_key", "key", "at"),
)
