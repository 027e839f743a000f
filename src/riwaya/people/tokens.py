"""Tokens: keys by which programs act for a person, with less than that person may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, insert, select, update

from riwaya.errors import PersonInvalid, PersonUnknown
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.journal import now
from riwaya.ledger.people_tables import token
from riwaya.people import secrets
from riwaya.people.accounts import find_person, note
from riwaya.people.records import SCOPES, Token, Visitor
from riwaya.people.sessions import note_use

MAX_DAYS = 366
"""For how long a token may last."""
_TOUCH_SECONDS = 60


def make_token(
    engine: Engine, person: str, name: str, scopes: Sequence[str], *, days: int = 90, by: str
) -> tuple[str, Token]:
    """Make a token and give its key, which is shown this once, with what is kept of it.

    Args:
        engine: Of the ledger.
        person: Name or id of whom it acts for.
        name: What it is for.
        scopes: Some of ``SCOPES``; the role of the person bounds them, now and later.
        days: For how long.
        by: Who makes it, for the audit.

    Raises:
        PersonInvalid: It has no name, no scope, one that the person has not, or lasts too long.
        PersonUnknown: There is no such account.
    """
    plain = " ".join(name.split())[:80]
    wanted = [one for one in SCOPES if one in scopes]
    if not plain or not wanted or len(wanted) != len(set(scopes)):
        raise PersonInvalid("A token has a name and scopes.", hint=f"Scopes are {', '.join(SCOPES)}.")
    if not 1 <= days <= MAX_DAYS:
        raise PersonInvalid(f"A token lasts 1 to {MAX_DAYS} days.")
    key = secrets.new_secret(secrets.TOKEN_START)
    at = datetime.now(UTC)
    with writing(engine, durable=True) as connection:
        who = find_person(connection, person)
        if not set(wanted) <= who.scopes:
            raise PersonInvalid(f"{who.name} may not {', '.join(sorted(set(wanted) - who.scopes))}.")
        row: dict[str, Any] = {
            "digest": secrets.digest(key),
            "id": secrets.new_id("tok"),
            "person": who.id,
            "name": plain,
            "scopes": " ".join(wanted),
            "made_at": at.isoformat(timespec="microseconds"),
            "until": (at + timedelta(days=days)).isoformat(timespec="microseconds"),
        }
        connection.execute(insert(token).values(**row))
        detail = {"done": "made", "name": plain, "of": who.name, "scopes": row["scopes"], "until": row["until"]}
        note(connection, by, "token", row["id"], detail)
        made = connection.execute(select(token).where(token.c.id == row["id"])).one()
    return key, _token(made)


def find_bearer(engine: Engine, key: str) -> Visitor | None:
    """Give who a key acts for; None where it is over, revoked or none, or the account is closed."""
    at = datetime.now(UTC)
    with reading(engine) as connection:
        row = connection.execute(select(token).where(token.c.digest == secrets.digest(key))).first()
        if row is None or row.revoked_at is not None or row.until < at.isoformat(timespec="microseconds"):
            return None
        who = find_person(connection, row.person)
    if who.closed_at is not None:
        return None
    recent = (at - timedelta(seconds=_TOUCH_SECONDS)).isoformat(timespec="microseconds")
    if row.used_at is None or row.used_at < recent:
        used = update(token).where(token.c.digest == row.digest)
        note_use(engine, used.values(used_at=at.isoformat(timespec="microseconds")))
    return Visitor(person=who, scopes=who.scopes & set(row.scopes.split()), token=row.id)


def list_tokens(engine: Engine, person: str | None = None) -> list[Token]:
    """Give tokens, the newest first, revoked and spent ones too; of one person by id, else all."""
    query = select(token).order_by(token.c.made_at.desc(), token.c.id)
    with reading(engine) as connection:
        rows = connection.execute(query.where(token.c.person == person) if person else query).all()
    return [_token(row) for row in rows]


def revoke_token(engine: Engine, id_: str, *, person: str | None, by: str) -> None:
    """Make a token void.

    Args:
        engine: Of the ledger.
        id_: Of the token.
        person: Whose it must be; None for an administrator, who may revoke anybody's.
        by: Who revokes it, for the audit.

    Raises:
        PersonUnknown: There is no such token of that person that holds.
    """
    query = update(token).where(token.c.id == id_, token.c.revoked_at.is_(None))
    with writing(engine, durable=True) as connection:
        if person is not None:
            query = query.where(token.c.person == person)
        if connection.execute(query.values(revoked_at=now())).rowcount != 1:
            raise PersonUnknown(f"There is no token {id_[:40]!r} that holds.")
        note(connection, by, "token", id_, {"done": "revoked"})


def _token(row: Any) -> Token:
    return Token(
        id=row.id,
        person=row.person,
        name=row.name,
        scopes=tuple(row.scopes.split()),
        made_at=row.made_at,
        until=row.until,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )
