"""What people joined or parted, put over the events that the stage found.

A merge says that the claims of several events speak of one happening; a split says that the claims of its parts speak of
several. Both hold for the words of the claims, so that they outlast new readings. The later judgement wins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from riwaya.ledger.load import chunks
from riwaya.ledger.schema import claim, judged, judgement
from riwaya.model.event import Event, ToldClaim
from riwaya.model.ids import content_id

_WHY = {"merge": "judged: the same happening", "split": "judged: another happening"}


def apply_judgements(connection: Connection, found: Sequence[Event], numbers: Mapping[str, int]) -> list[Event]:
    """Give the events with every merge and split that concerns their claims.

    Args:
        connection: To the ledger.
        found: Events, each claim in one of them.
        numbers: Number of each claim's row, by its id.

    Returns:
        Events by id of their first document, then by place in its text; nothing changed where nobody has judged.
    """
    if connection.execute(_ANY).first() is None:
        return list(found)
    words = _words_of(connection, numbers)
    groups = [list(one.claims) for one in found]
    shapes = {told.claim.id: one for one in found for told in one.claims}
    for kind, parts in _judgements_on(connection, set(words.values())):
        groups = _join(groups, words, parts) if kind == "merge" else _part(groups, words, parts)
    made = [_shape([shapes[t.claim.id] for t in group], group) for group in groups if group]
    return sorted(made, key=lambda one: (one.claims[0].document_id, one.claims[0].claim.span, one.id))


_ANY = select(judgement.c.seq).where(judgement.c.kind.in_(("merge", "split"))).limit(1)


def _words_of(connection: Connection, numbers: Mapping[str, int]) -> dict[str, str]:
    ids = {number: name for name, number in numbers.items()}
    found: dict[str, str] = {}
    for chunk in chunks(sorted(ids)):
        for number, words in connection.execute(select(claim.c.seq, claim.c.words).where(claim.c.seq.in_(chunk))):
            found[ids[number]] = words
    return found


def _judgements_on(connection: Connection, words: set[str]) -> list[tuple[str, dict[str, int]]]:
    """Give the merges and splits on any of some words, in the order in which they were made: kind, words to part."""
    concerned: set[int] = set()
    for chunk in chunks(sorted(words)):
        concerned |= set(connection.execute(select(judged.c.judgement).where(judged.c.words.in_(chunk))).scalars())
    found: list[tuple[str, dict[str, int]]] = []
    for number in sorted(concerned):
        kind = connection.execute(select(judgement.c.kind).where(judgement.c.seq == number)).scalar_one()
        if kind in _WHY:
            rows = connection.execute(select(judged.c.words, judged.c.part).where(judged.c.judgement == number))
            found.append((kind, {row.words: row.part for row in rows}))
    return found


def _join(groups: list[list[ToldClaim]], words: Mapping[str, str], parts: Mapping[str, int]) -> list[list[ToldClaim]]:
    joined: list[ToldClaim] = []
    kept: list[list[ToldClaim]] = []
    for group in groups:
        if any(words[told.claim.id] in parts for told in group):
            joined += group
        else:
            kept.append(group)
    if not joined:
        return kept
    return [*kept, [_because(told, "merge") if words[told.claim.id] in parts else told for told in joined]]


def _part(groups: list[list[ToldClaim]], words: Mapping[str, str], parts: Mapping[str, int]) -> list[list[ToldClaim]]:
    made: list[list[ToldClaim]] = []
    for group in groups:
        by_part: dict[int, list[ToldClaim]] = {}
        for told in group:
            by_part.setdefault(parts.get(words[told.claim.id], 0), []).append(told)
        made += [
            [_because(told, "split") if part and len(by_part) > 1 else told for told in claims]
            for part, claims in sorted(by_part.items())
        ]
    return made


def _because(told: ToldClaim, kind: str) -> ToldClaim:
    why = _WHY[kind]
    return told if why in told.why else replace(told, why=(*told.why, why))


def _shape(shapes: Sequence[Event], group: Sequence[ToldClaim]) -> Event:
    """Give the event of some claims: the stage's own where it found just these, else its largest with these."""
    ordered = tuple(sorted(group, key=lambda told: (told.document_id, told.claim.span, told.claim.id)))
    ids = {told.claim.id for told in ordered}
    whole = next((one for one in shapes if {told.claim.id for told in one.claims} == ids), None)
    if whole is not None:
        return replace(whole, claims=ordered)
    largest = max(shapes, key=lambda one: (len(one.claims), one.id))
    return replace(largest, id=content_id("evt", *sorted(ids)), claims=ordered)
