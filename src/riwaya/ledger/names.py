"""Names of actors and places, found by the words that they begin with.

`named` has every name under which a key was met, `name_term` the folded words of each name as `riwaya.lang.searching`
has them. Names stay when the last claim that has them goes: nothing is then found under them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from riwaya.lang.searching import index_terms, query_terms
from riwaya.ledger.bulk import Values, run_for_each
from riwaya.ledger.keys import ClaimRows
from riwaya.ledger.schema import name_term, named

_MOST = 2_000
"""Keys that one word may find; more of them are no name but a letter."""

Name = tuple[str, str, str, str]
"""Kind (actor or place), key, name, and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An actor or place of the ledger whose name begins with some words."""

    kind: str
    """actor or place."""
    key: str
    """What `ClaimFilter` and `EventFilter` take."""
    name: str
    what: str
    """Kind of the actor, precision of the place."""


def names_of(rows: Iterable[ClaimRows]) -> dict[Name, None]:
    """Give the names in the columns of some claims, each once, in order."""
    found: dict[Name, None] = {}
    for one in rows:
        for party in one.parties:
            found[("actor", party["actor"], party["name"], party["kind"])] = None
        live = one.live
        if live["place_id"] is not None:
            found[("place", live["place_id"], live["place_name"], one.precision)] = None
    return found


def enter_names(connection: Connection, names: Collection[Name]) -> None:
    """Keep names with their words; those that are there stay as they are."""
    if not names:
        return
    ordered = sorted(names)
    _put(connection, "named", ("kind", "key", "name", "what"), ordered)
    terms = {(kind, term, key) for kind, key, name, _ in ordered for term in index_terms(name).split()}
    _put(connection, "name_term", ("kind", "term", "key"), sorted(terms))


def _put(connection: Connection, table: str, names: Sequence[str], rows: Sequence[Values]) -> None:
    told = ", ".join(names)
    put = f"INSERT INTO {table} ({told}) {{}} ON CONFLICT DO NOTHING"
    one = put.format(f"VALUES ({', '.join('?' * len(names))})")
    all_ = put.format(f"SELECT {told} FROM {{given}}")
    run_for_each(connection, one, dict.fromkeys(names, "text"), rows, at_once=all_)


def find_keys(connection: Connection, kind: str, value: str) -> list[str]:
    """Give the keys of the actors or places that are meant by a key, or by words that their names begin with; sorted."""
    exact = select(named.c.key).where(named.c.kind == kind, named.c.key == value).limit(1)
    if connection.execute(exact).first() is not None:
        return [value]
    found: set[str] | None = None
    for terms in query_terms(value):
        theirs: set[str] = set()
        for term in terms:
            begins = (name_term.c.term >= term) & (name_term.c.term < term + "\uffff")
            query = select(name_term.c.key).where(name_term.c.kind == kind, begins).limit(_MOST)
            theirs |= set(connection.execute(query).scalars())
        found = theirs if found is None else found & theirs
    return sorted(found or ())


def suggest(connection: Connection, kind: str, value: str, limit: int) -> list[Suggestion]:
    """Give the actors or places whose names begin with some words, by name; one for each key."""
    keys = find_keys(connection, kind, value)[:_MOST]
    query = select(named).where(named.c.kind == kind, named.c.key.in_(keys[:500])).order_by(named.c.name, named.c.key)
    found: dict[str, Suggestion] = {}
    for row in connection.execute(query):
        found.setdefault(row.key, Suggestion(kind=row.kind, key=row.key, name=row.name, what=row.what))
    return list(found.values())[:limit]
