"""Accounts of people: made, changed, closed; each change stands in the audit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from riwaya.errors import PersonInvalid, PersonUnknown
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.journal import Journal, now
from riwaya.ledger.people_tables import person, session, sign_in_link, token
from riwaya.model.ids import content_id
from riwaya.people import secrets
from riwaya.people.records import ROLES, Person

_NAME = re.compile(r"[^\W_][\w.@+-]{0,79}")
"""Letters of any script, so that a name can be typed and read; no blanks, no control characters."""


def add_person(engine: Engine, name: str, role: str, *, by: str, password: str | None = None) -> Person:
    """Make an account.

    Args:
        engine: Of the ledger.
        name: By which the person signs in; kept in lower case.
        role: One of ``ROLES``.
        by: Who makes it, for the audit.
        password: None for somebody who signs in by a link only, and may set one then.

    Raises:
        PersonInvalid: The name or the role cannot be, the name is taken, or the password is too short.
    """
    plain = name.strip().lower()
    if not _NAME.fullmatch(plain):
        raise PersonInvalid(f"{name!r} cannot be the name of an account.", hint="Use letters, digits and . @ + - only.")
    if role not in ROLES:
        raise PersonInvalid(f"There is no role {role!r}.", hint=f"Say one of {', '.join(ROLES)}.")
    hashed = secrets.hash_password(password) if password is not None else None
    with writing(engine, durable=True) as connection:
        if connection.execute(select(person.c.id).where(person.c.name == plain)).first() is not None:
            raise PersonInvalid(f"There is an account {plain!r} already.")
        row = {"id": content_id("per", plain), "name": plain, "role": role, "password": hashed, "made_at": now()}
        connection.execute(insert(person).values(**row))
        note(connection, by, "person", row["id"] or "", {"name": plain, "role": role, "done": "added"})
        return find_person(connection, plain)


def list_people(engine: Engine) -> list[Person]:
    """Give all accounts by name, the closed ones too."""
    with reading(engine) as connection:
        return [_person(row) for row in connection.execute(select(person).order_by(person.c.name))]


def get_person(engine: Engine, name: str) -> Person:
    """Give one account, by its name or id.

    Raises:
        PersonUnknown: There is none.
    """
    with reading(engine) as connection:
        return find_person(connection, name)


def has_administrator(engine: Engine) -> bool:
    """Say whether somebody could sign in from elsewhere and manage the others."""
    c = person.c
    query = select(func.count()).where(c.role == "administrator", c.password.is_not(None), c.closed_at.is_(None))
    with reading(engine) as connection:
        return bool(connection.execute(query).scalar())


def first_administrator(engine: Engine, user: str) -> Person:
    """Give an administrator, made for a user of this system where nobody has an account yet.

    Whoever may start the desk on this machine can read the ledger's file anyway; the account has no password, so that
    nobody signs in from elsewhere by it.
    """
    for one in list_people(engine):
        if one.role == "administrator" and one.closed_at is None:
            return one
    name = re.sub(r"[^\w.@+-]", "-", user.strip().lower())[:80]
    return add_person(engine, name if _NAME.fullmatch(name) else "owner", "administrator", by=user)


def set_role(engine: Engine, name: str, role: str, *, by: str) -> Person:
    """Give a person another role; it holds from the next request on.

    Raises:
        PersonInvalid: There is no such role, or nobody would be administrator.
        PersonUnknown: There is no such account.
    """
    if role not in ROLES:
        raise PersonInvalid(f"There is no role {role!r}.", hint=f"Say one of {', '.join(ROLES)}.")
    return _change(engine, name, {"role": role}, by, {"done": "role", "role": role})


def set_password(engine: Engine, name: str, password: str | None, *, by: str, keep: str | None = None) -> Person:
    """Set a password, or take it away; every session of the person ends, but for one that may be kept.

    Raises:
        PersonInvalid: It is too short or too long.
        PersonUnknown: There is no such account.
    """
    hashed = secrets.hash_password(password) if password is not None else None
    return _change(engine, name, {"password": hashed}, by, {"done": "password"}, ends_sessions=True, keep=keep)


def close_account(engine: Engine, name: str, *, by: str) -> Person:
    """Close an account: its sessions end, its tokens and links are void. What the person did stays.

    Raises:
        PersonInvalid: Nobody would be administrator.
        PersonUnknown: There is no such account.
    """
    return _change(engine, name, {"closed_at": now()}, by, {"done": "closed"}, ends_sessions=True)


def open_account(engine: Engine, name: str, *, by: str) -> Person:
    """Open an account again that was closed.

    Raises:
        PersonUnknown: There is no such account.
    """
    return _change(engine, name, {"closed_at": None}, by, {"done": "opened"})


def begin_totp(engine: Engine, name: str) -> str:
    """Give a new secret for a second factor; it holds once `confirm_totp` was given a code of it.

    Raises:
        PersonUnknown: There is no such account.
    """
    made = secrets.new_totp()
    with writing(engine) as connection:
        found = find_person(connection, name)
        connection.execute(update(person).where(person.c.id == found.id).values(totp_pending=made))
    return made


def confirm_totp(engine: Engine, name: str, code: str) -> Person:
    """Let the second factor hold from now on.

    Raises:
        PersonInvalid: The code does not fit the secret that was shown.
        PersonUnknown: There is no such account.
    """
    with reading(engine) as connection:
        found = find_person(connection, name)
        pending = connection.execute(select(person.c.totp_pending).where(person.c.id == found.id)).scalar()
    step = secrets.find_totp_step(pending, code, None) if pending else None
    if step is None:
        raise PersonInvalid("The code is not right.", hint="Type the six digits that the authenticator shows now.")
    values = {"totp": pending, "totp_pending": None, "totp_used": step}
    return _change(engine, name, values, found.name, {"done": "second factor on"})


def drop_totp(engine: Engine, name: str, *, by: str) -> Person:
    """Ask for no second factor any more, as when a phone was lost.

    Raises:
        PersonUnknown: There is no such account.
    """
    values = {"totp": None, "totp_pending": None, "totp_used": None}
    return _change(engine, name, values, by, {"done": "second factor off"})


def find_person(connection: Connection, name: str) -> Person:
    """Give one account by its name or id.

    Raises:
        PersonUnknown: There is none.
    """
    plain = name.strip().lower()
    row = connection.execute(select(person).where((person.c.name == plain) | (person.c.id == plain))).first()
    if row is None:
        raise PersonUnknown(f"There is no account {plain[:80]!r}.")
    return _person(row)


def note(connection: Connection, by: str, action: str, subject: str, detail: Mapping[str, object]) -> None:
    """Write into the audit what was done to an account; it never holds a secret."""
    Journal(connection, who=by).seal(action, subject, detail)


def _change(
    engine: Engine,
    name: str,
    values: Mapping[str, Any],
    by: str,
    detail: Mapping[str, object],
    *,
    ends_sessions: bool = False,
    keep: str | None = None,
) -> Person:
    with writing(engine, durable=True) as connection:
        found = find_person(connection, name)
        had_one = _administrators(connection)
        connection.execute(update(person).where(person.c.id == found.id).values(**values))
        if had_one and not _administrators(connection):
            raise PersonInvalid("Nobody would be administrator any more.", hint="Make another one first.")
        if ends_sessions:
            theirs = delete(session).where(session.c.person == found.id)
            connection.execute(theirs.where(session.c.id != keep) if keep else theirs)
            connection.execute(delete(sign_in_link).where(sign_in_link.c.person == found.id))
        if values.get("closed_at"):
            gone = update(token).where(token.c.person == found.id, token.c.revoked_at.is_(None))
            connection.execute(gone.values(revoked_at=now()))
        note(connection, by, "person", found.id, {"name": found.name, **detail})
        return find_person(connection, found.name)


def _administrators(connection: Connection) -> int:
    query = select(func.count()).where(person.c.role == "administrator", person.c.closed_at.is_(None))
    return int(connection.execute(query).scalar() or 0)


def _person(row: Any) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        role=row.role,
        has_password=row.password is not None,
        has_totp=row.totp is not None,
        made_at=row.made_at,
        closed_at=row.closed_at,
    )
