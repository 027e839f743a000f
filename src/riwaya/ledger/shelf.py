"""The ledger as the shelf on which the stage `cluster` looks for what a document touches.

Every strand of claims has keys under which strands that may speak of one happening meet (`riwaya.stages.cluster.keys`);
the table `strand_key` keeps them with the number of the strand's first claim. It is derived: made when a document comes
to hold, and made anew by `riwaya db rebuild`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select

from riwaya.ledger.aliases import count_aliases
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.load import chunks, load_claims
from riwaya.ledger.recall import Recall
from riwaya.ledger.schema import live_claim, strand_key
from riwaya.model.event import ToldClaim
from riwaya.stages.cluster import Laid, lay_out
from riwaya.stages.cluster.matching import MOST

STANDS = or_(live_claim.c.verdict.is_(None), live_claim.c.verdict != "rejected")
"""What people rejected stands in no event."""


def find_hot_keys(connection: Connection, keys: Collection[str]) -> set[str]:
    """Give those of some keys that more than `MOST` strands share; of a key of a hundred thousand no more are counted."""
    return {str(key) for (key,) in _ask(connection, _HOT, keys)}


def _ask(connection: Connection, question: str, keys: Collection[str]) -> Iterator[Sequence[Any]]:
    """Ask for some keys, which stand in place of ``{asked}``; PostgreSQL takes a list of any length as one value."""
    if connection.dialect.name != "sqlite":
        if keys:
            given = json.dumps(sorted(keys), ensure_ascii=False)
            yield from connection.exec_driver_sql(
                question.format(asked="SELECT json_array_elements_text(%s)"), (given,)
            )
        return
    for chunk in chunks(sorted(keys)):
        asked = "VALUES " + ", ".join(["(?)"] * len(chunk))
        yield from connection.exec_driver_sql(question.format(asked=asked), tuple(chunk))


_HOT = (
    "WITH asked(key) AS ({asked}) SELECT asked.key FROM asked WHERE "
    f"(SELECT 1 FROM strand_key WHERE strand_key.key = asked.key LIMIT 1 OFFSET {MOST}) IS NOT NULL"
)


def _count_sharing(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """Count the strands that share each of some keys, one beyond `MOST` at the most."""
    return {str(key): int(many) for key, many in _ask(connection, _COUNT, keys)}


_COUNT = (
    "WITH asked(key) AS ({asked}) SELECT asked.key, (SELECT count(*) FROM "
    f"(SELECT 1 FROM strand_key WHERE strand_key.key = asked.key LIMIT {MOST + 1}) AS few) FROM asked"
)
_SHARING_FILE = "SELECT DISTINCT claim FROM strand_key WHERE key IN ({asked})"
# As a list the keys are looked up in the index; joined, a table of which nothing is known yet would be read through.
_SHARING_POSTGRES = "SELECT DISTINCT claim FROM strand_key WHERE key = ANY (ARRAY({asked}))"


def find_keys_of(connection: Connection, numbers: Collection[int]) -> set[str]:
    """Give the keys kept for some claims."""
    found: set[str] = set()
    for chunk in chunks(sorted(numbers)):
        query = select(strand_key.c.key).where(strand_key.c.claim.in_(chunk)).distinct()
        found |= set(connection.execute(query).scalars())
    return found


class LedgerShelf:
    """Finds claims by keys, by event and by document; knows the number of each claim that it gave out."""

    def __init__(self, connection: Connection, told: Mapping[int, ToldClaim], recall: Recall) -> None:
        """Begin with claims that are loaded already, by the numbers of their rows, and what is remembered."""
        self._connection = connection
        self._recall = recall
        self._judged: set[int] = set()
        self._sharing: dict[str, int] = {}
        """How many strands share a key, counted once; one beyond `MOST` at the most when it was."""
        recall.open(connection.engine, count_aliases(connection))
        self.numbers = {one.claim.id: number for number, one in told.items()}
        self._told = dict(told)

    def find_sharing(self, keys: Collection[str]) -> Collection[str]:
        """Give the ids of the claims under which any of the keys is kept."""
        question = _SHARING_FILE if self._connection.dialect.name == "sqlite" else _SHARING_POSTGRES
        return self.ids_of({int(number) for (number,) in _ask(self._connection, question, keys)})

    def find_together(self, claim_ids: Collection[str]) -> Collection[str]:
        """Give the ids of the claims that stand in the events of some claims."""
        found: set[str] = set()
        for chunk in chunks(sorted(self.numbers[one] for one in claim_ids)):
            events = select(live_claim.c.event).where(live_claim.c.claim.in_(chunk), live_claim.c.event.is_not(None))
            query = select(live_claim.c.claim, live_claim.c.id).where(live_claim.c.event.in_(events), STANDS)
            for number, name in self._connection.execute(query):
                self.numbers[name] = int(number)
                found.add(name)
        return found

    def load_documents(self, claim_ids: Collection[str]) -> Sequence[ToldClaim]:
        """Give all standing claims of the documents of some claims."""
        return self.load(self.find_siblings(self.numbers[one] for one in claim_ids))

    def load(self, numbers: Iterable[int]) -> list[ToldClaim]:
        """Give claims by their numbers, in that order; each is read from the ledger once."""
        ordered = sorted(set(numbers))
        missing: list[int] = []
        for number in ordered:
            if number in self._told:
                if number not in self._judged:
                    self._recall.keep_claim(number, self._told[number])
                continue
            known = self._recall.find_claim(number) if number not in self._judged else None
            if known is None:
                missing.append(number)
            else:
                self._enter(number, known)
        for number, kept in zip(missing, load_claims(self._connection, missing), strict=True):
            self._enter(number, kept.told())
            if number not in self._judged:
                self._recall.keep_claim(number, self._told[number])
        return [self._told[number] for number in ordered]

    def _enter(self, number: int, told: ToldClaim) -> None:
        self._told[number] = told
        self.numbers[told.claim.id] = number

    def lay_out(self, document: Sequence[ToldClaim]) -> list[Laid]:
        """Give the strands of a document, remembered or made."""
        found = self._recall.find_strands(document)
        if found is None:
            found = lay_out(document)
            self._recall.keep_strands(document, found)
        return found

    def find_hot(self, keys: Collection[str]) -> Collection[str]:
        """Give those of the keys that too many strands share to be used."""
        self._sharing |= _count_sharing(self._connection, [key for key in keys if key not in self._sharing])
        return {key for key in keys if self._sharing[key] > MOST}

    def find_hot_of(self, numbers: Collection[int]) -> set[str]:
        """Give those of the keys kept for the documents of some claims that too many strands share."""
        return find_hot_keys(self._connection, find_keys_of(self._connection, numbers))

    def find_siblings(self, numbers: Iterable[int]) -> set[int]:
        """Give the numbers of the standing claims of the documents of some claims."""
        found: set[int] = set()
        for chunk in chunks(sorted(set(numbers))):
            theirs = select(live_claim.c.reading, live_claim.c.document).where(live_claim.c.claim.in_(chunk)).distinct()
            homes = {(home.reading, home.document) for home in self._connection.execute(theirs)}
            readings = sorted({reading for reading, _ in homes})
            for row in self._connection.execute(_OF_READINGS, {"readings": readings}):
                if (row.reading, row.document) in homes:
                    found.add(int(row.claim))
                    if row.judgement is not None:
                        self._judged.add(int(row.claim))
        return found

    def keep_keys(self, claims: Sequence[ToldClaim], keys: Sequence[tuple[str, str]]) -> None:
        """Keep the keys of whole documents in place of those kept before."""
        for chunk in chunks(sorted(self.numbers[one.claim.id] for one in claims)):
            if self._connection.execute(delete(strand_key).where(strand_key.c.claim.in_(chunk))).rowcount:
                self._sharing.clear()
        for _, key in keys:
            if key in self._sharing:
                self._sharing[key] += 1
        insert_rows(self._connection, strand_key, [{"claim": self.numbers[name], "key": key} for name, key in keys])

    def ids_of(self, numbers: Iterable[int]) -> set[str]:
        """Give the ids of the claims, of some numbers, that stand."""
        found: set[str] = set()
        for chunk in chunks(sorted(numbers)):
            query = select(live_claim.c.claim, live_claim.c.id).where(live_claim.c.claim.in_(chunk), STANDS)
            for number, name in self._connection.execute(query):
                self.numbers[name] = int(number)
                found.add(name)
        return found


_OF_READINGS = select(live_claim.c.claim, live_claim.c.reading, live_claim.c.document, live_claim.c.judgement).where(
    live_claim.c.reading.in_(bindparam("readings", expanding=True)), STANDS
)
