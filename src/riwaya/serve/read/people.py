"""Accounts, sessions, tokens and the audit, as their pages show them. No record here holds a secret but `NewToken`."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, select

from riwaya.ledger.engine import reading
from riwaya.ledger.schema import audit
from riwaya.people.accounts import list_people
from riwaya.people.records import ROLES, SCOPES, Person, Session, Token, Visitor
from riwaya.people.sessions import list_sessions
from riwaya.people.tokens import list_tokens

AUDIT_LINES = 100
"""Rows of one page of the audit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token that was made just now: the one time that its key is shown."""

    key: str
    token: Token


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """A second factor that waits for its first code."""

    secret: str
    """To be typed into an authenticator."""
    address: str
    """The same as ``otpauth://`` address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """What somebody sees of their own account."""

    person: Person
    session: str | None
    """Id of the session at hand."""
    sessions: tuple[Session, ...]
    """The last used first."""
    tokens: tuple[Token, ...]
    """The newest first, spent ones too."""
    scopes: tuple[str, ...]
    """What a new token may be allowed."""
    new_token: NewToken | None = None
    new_code: NewCode | None = None
    said: str = ""
    """What was done just now, as a word: ``password``, ``code-on``, ``code-off``, ``revoked``, ``ended``; empty for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One account in the list of an administrator."""

    person: Person
    sessions: int
    tokens: int
    """That hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """All accounts, for an administrator."""

    people: tuple[PersonLine, ...]
    """By name, the closed ones too."""
    roles: tuple[str, ...] = ROLES
    link: str | None = None
    """Path of a link that was made just now; shown once."""
    link_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One row of the audit: one transaction."""

    number: int
    at: str
    who: str
    action: str
    """ingest, sighting, failure, accept, correct, reject, reset, merge, split, alias, add, person, token, link, sign-in ..."""
    subject: str
    """Id of what it was done to."""
    detail: dict[str, Any]
    digest: str
    """Of this row and the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """Rows of the audit, the newest first."""

    lines: tuple[AuditLine, ...]
    next: int | None
    """Give it as ``before`` for the page of older rows; None at the end."""
    head: str
    """Digest of the newest row: write it down elsewhere, and `riwaya verify --head` proves what came before it."""


def read_account(engine: Engine, visitor: Visitor, **more: Any) -> AccountPage:
    """Give the account of whoever asks."""
    return AccountPage(
        person=visitor.person,
        session=visitor.session,
        sessions=tuple(list_sessions(engine, visitor.person.id)),
        tokens=tuple(list_tokens(engine, visitor.person.id)),
        scopes=tuple(one for one in SCOPES if one in visitor.person.scopes),
        **more,
    )


def read_people(engine: Engine, *, link: str | None = None, link_for: str = "") -> PeoplePage:
    """Give all accounts."""
    sessions: dict[str, int] = defaultdict(int)
    tokens: dict[str, int] = defaultdict(int)
    for one in list_sessions(engine):
        sessions[one.person] += 1
    for token in list_tokens(engine):
        tokens[token.person] += token.revoked_at is None
    lines = [PersonLine(person=one, sessions=sessions[one.id], tokens=tokens[one.id]) for one in list_people(engine)]
    return PeoplePage(people=tuple(lines), link=link, link_for=link_for)


def read_audit(
    engine: Engine, *, before: int | None = None, subject: str | None = None, limit: int = AUDIT_LINES
) -> AuditPage:
    """Give rows of the audit, the newest first.

    Args:
        engine: Of the ledger.
        before: Rows with a smaller number only.
        subject: Rows on one id only.
        limit: As many at most.
    """
    query = select(audit).order_by(audit.c.seq.desc())
    if before is not None:
        query = query.where(audit.c.seq < before)
    if subject:
        query = query.where(audit.c.subject == subject)
    with reading(engine) as connection:
        rows = connection.execute(query.limit(limit + 1)).all()
        head = connection.execute(select(audit.c.digest).order_by(audit.c.seq.desc()).limit(1)).scalar()
    lines = [
        AuditLine(
            number=row.seq,
            at=row.at,
            who=row.who,
            action=row.action,
            subject=row.subject,
            detail=json.loads(row.detail),
            digest=row.digest,
        )
        for row in rows[:limit]
    ]
    return AuditPage(lines=tuple(lines), next=lines[-1].number if len(rows) > limit else None, head=str(head or ""))
