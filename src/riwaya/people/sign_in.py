"""Signing in: by password and code, or by a link that is good once. Wrong tries are counted and bounded."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from riwaya.errors import SignInFailed, TooManyTries
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.journal import now
from riwaya.ledger.people_tables import attempt, person, sign_in_link
from riwaya.people import secrets
from riwaya.people.accounts import find_person, note
from riwaya.people.records import Person

WINDOW_SECONDS = 900
"""For how long a wrong try counts."""
TRIES_OF_NAME = 5
"""Wrong tries for one name in the window; then nobody gets in by that name's password until it is over."""
TRIES_FROM = 20
"""Wrong tries from one address, whatever the names."""
LINK_MINUTES = 60
_WRONG = "The name, the password or the code is not right."


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    password: str | None
    totp: str | None
    totp_used: int | None


def sign_in(engine: Engine, name: str, password: str, *, code: str = "", address: str = "") -> Person:
    """Give the person whose name, password and, where asked for, code are right.

    One sentence answers all that is wrong, and a name that is none takes as long, so that nobody learns who has an account.

    Raises:
        SignInFailed: Something is not right.
        TooManyTries: There were too many wrong tries; the wait is in ``context["seconds"]``.
    """
    plain = name.strip().lower()[:80]
    with reading(engine) as connection:
        check_tries(connection, plain, address)
        row = connection.execute(
            select(person.c.id, person.c.password, person.c.totp, person.c.totp_used).where(
                person.c.name == plain, person.c.closed_at.is_(None)
            )
        ).first()
    known = _Known(*row) if row is not None else None
    is_right = secrets.fits_password(password, known.password if known else None)
    step = None
    if is_right and known is not None and known.totp is not None:
        step = secrets.find_totp_step(known.totp, code, known.totp_used)
        is_right = step is not None
    with writing(engine) as connection:
        # Again, under the lock: many tries at once are not more tries.
        check_tries(connection, plain, address)
        if is_right and known is not None and step is not None:
            used = update(person).where(
                person.c.id == known.id, (person.c.totp_used.is_(None)) | (person.c.totp_used < step)
            )
            is_right = connection.execute(used.values(totp_used=step)).rowcount == 1
        if is_right and known is not None:
            connection.execute(delete(attempt).where(attempt.c.key == f"name:{plain}"))
            return find_person(connection, plain)
        _count(connection, plain, address)
    raise SignInFailed(_WRONG)


def check_tries(connection: Connection, name: str, address: str) -> None:
    """See that there were not too many wrong tries.

    Raises:
        TooManyTries: There were.
    """
    since = time.time() - WINDOW_SECONDS
    for key, most in ((f"name:{name}", TRIES_OF_NAME), (f"from:{address}", TRIES_FROM)):
        query = select(func.count(), func.min(attempt.c.at)).where(attempt.c.key == key, attempt.c.at > since)
        many, first = connection.execute(query).one()
        if many >= most:
            seconds = max(1, int(first + WINDOW_SECONDS - time.time()) + 1)
            raise TooManyTries("There were too many wrong tries.", seconds=seconds)


def _count(connection: Connection, name: str, address: str) -> None:
    at = time.time()
    connection.execute(delete(attempt).where(attempt.c.at < at - WINDOW_SECONDS))
    connection.execute(insert(attempt), [{"key": f"name:{name}", "at": at}, {"key": f"from:{address}", "at": at}])


def make_link(engine: Engine, name: str, *, by: str, minutes: int = LINK_MINUTES) -> str:
    """Give the secret of a link by which a person signs in once, without password.

    Raises:
        PersonUnknown: There is no such account.
    """
    made = secrets.new_secret()
    until = (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat(timespec="microseconds")
    with writing(engine) as connection:
        found = find_person(connection, name)
        connection.execute(delete(sign_in_link).where(sign_in_link.c.until < now()))
        connection.execute(insert(sign_in_link).values(digest=secrets.digest(made), person=found.id, until=until))
        note(connection, by, "link", found.id, {"name": found.name, "until": until})
    return made


def use_link(engine: Engine, secret: str) -> Person:
    """Give the person of a link, which is spent by that.

    Raises:
        SignInFailed: It was used, is over, or never was.
    """
    with writing(engine) as connection:
        query = select(sign_in_link.c.person).where(
            sign_in_link.c.digest == secrets.digest(secret), sign_in_link.c.until > now()
        )
        whose = connection.execute(query).scalar()
        connection.execute(delete(sign_in_link).where(sign_in_link.c.digest == secrets.digest(secret)))
        found = find_person(connection, str(whose)) if whose is not None else None
    if found is None or found.closed_at is not None:
        raise SignInFailed("The link was used, or is over.", hint="Ask for another: `riwaya people link NAME`.")
    return found
