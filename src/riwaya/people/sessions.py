"""Sessions: in the database, so that they can be listed and ended; the cookie holds a secret and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, Update, delete, insert, select, update

from riwaya.errors import LedgerBusy, PersonUnknown
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.journal import now
from riwaya.ledger.people_tables import session
from riwaya.people import secrets
from riwaya.people.accounts import find_person, note
from riwaya.people.records import Person, Session, Visitor

HOURS = 12
"""For how long a session lasts without being used."""
DAYS = 14
"""For how long at most."""
_TOUCH_SECONDS = 300
"""A session is written at most so often."""
_PATIENCE = 0.2
"""Seconds that a mere note of use waits for other writers."""


def begin_session(engine: Engine, who: Person, *, agent: str = "", address: str = "", before: str | None = None) -> str:
    """Begin a session and give its secret, for the cookie.

    Args:
        engine: Of the ledger.
        who: Who signed in.
        agent: What the browser calls itself.
        address: From where.
        before: Secret of the cookie that the browser had until now: that session ends, so that nobody who knew it is signed in.
    """
    made = secrets.new_secret()
    at = datetime.now(UTC)
    row = {
        "digest": secrets.digest(made),
        "id": secrets.new_id("ses"),
        "person": who.id,
        "made_at": _say(at),
        "seen_at": _say(at),
        "until": _say(at + timedelta(days=DAYS)),
        "agent": agent[:200],
        "address": address[:64],
    }
    with writing(engine) as connection:
        connection.execute(delete(session).where(session.c.until < now()))
        if before:
            connection.execute(delete(session).where(session.c.digest == secrets.digest(before)))
        connection.execute(insert(session).values(**row))
        note(connection, who.name, "sign-in", who.id, {"name": who.name, "session": row["id"]})
    return made


def find_visitor(engine: Engine, secret: str) -> Visitor | None:
    """Give who has a session; None where it is over or never was, or the account is closed."""
    at = datetime.now(UTC)
    with reading(engine) as connection:
        row = connection.execute(select(session).where(session.c.digest == secrets.digest(secret))).first()
        if row is None or row.until < _say(at) or row.seen_at < _say(at - timedelta(hours=HOURS)):
            return None
        who = find_person(connection, row.person)
    if who.closed_at is not None:
        return None
    if row.seen_at < _say(at - timedelta(seconds=_TOUCH_SECONDS)):
        note_use(engine, update(session).where(session.c.digest == row.digest).values(seen_at=_say(at)))
    return Visitor(person=who, scopes=who.scopes, session=row.id)


def list_sessions(engine: Engine, person: str | None = None) -> list[Session]:
    """Give the sessions that hold, the last used first; of one person by id, else all."""
    query = select(session).where(session.c.until > now()).order_by(session.c.seen_at.desc(), session.c.id)
    with reading(engine) as connection:
        rows = connection.execute(query.where(session.c.person == person) if person else query).all()
    return [
        Session(
            id=row.id,
            person=row.person,
            made_at=row.made_at,
            seen_at=row.seen_at,
            until=row.until,
            agent=row.agent,
            address=row.address,
        )
        for row in rows
    ]


def end_session(engine: Engine, id_: str, *, person: str | None, by: str) -> None:
    """End a session.

    Args:
        engine: Of the ledger.
        id_: Of the session.
        person: Whose it must be; None for an administrator, who may end anybody's.
        by: Who ends it, for the audit.

    Raises:
        PersonUnknown: There is no such session of that person.
    """
    gone = delete(session).where(session.c.id == id_)
    with writing(engine) as connection:
        if connection.execute(gone.where(session.c.person == person) if person else gone).rowcount != 1:
            raise PersonUnknown(f"There is no session {id_[:40]!r}.")
        note(connection, by, "session", id_, {"done": "ended"})


def note_use(engine: Engine, statement: Update) -> None:
    """Write that something was used; left out when others are writing for long."""
    try:
        with writing(engine, patience=_PATIENCE) as connection:
            connection.execute(statement)
    except LedgerBusy:
        return


def _say(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
