"""Who may do what."""

from __future__ import annotations

from dataclasses import dataclass

ROLES = ("reader", "reviewer", "editor", "administrator")
"""From the least to the most; each may do what those before it may."""
SCOPES = ("read", "correct", "ingest", "admin")
"""What can be allowed."""
SCOPES_OF: dict[str, frozenset[str]] = {role: frozenset(SCOPES[: at + 1]) for at, role in enumerate(ROLES)}
"""A reader reads, a reviewer also judges, an editor also takes pages in, an administrator also manages people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may sign in."""

    id: str
    name: str
    """By which they sign in, and which stands in the audit."""
    role: str
    has_password: bool
    has_totp: bool
    """Whether a code of a second factor is asked for."""
    made_at: str
    closed_at: str | None = None
    """Since when they may not sign in any more; None where they may."""

    @property
    def scopes(self) -> frozenset[str]:
        """What the role allows; nothing for an account that is closed."""
        return SCOPES_OF[self.role] if self.closed_at is None else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser in which somebody is signed in."""

    id: str
    person: str
    made_at: str
    seen_at: str
    until: str
    agent: str
    """What the browser calls itself."""
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A key by which a program acts for a person. The key itself is shown once and kept nowhere."""

    id: str
    person: str
    name: str
    scopes: tuple[str, ...]
    made_at: str
    until: str
    used_at: str | None
    revoked_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who makes a request, and what it may do."""

    person: Person
    scopes: frozenset[str]
    """Of the role; for a token only those that it has too."""
    session: str | None = None
    """Id of the session; None for a token."""
    token: str | None = None
    """Id of the token; None for a session."""

    @property
    def name(self) -> str:
        """What stands in the audit."""
        return self.person.name

    def may(self, scope: str) -> bool:
        """Say whether something is allowed."""
        return scope in self.scopes
