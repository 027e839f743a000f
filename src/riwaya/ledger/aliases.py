"""Names that people gave: a wording that no registry knows is taken for a registered actor, wherever it stands.

Each is a judgement of kind ``alias`` on a wording: the words of the text that name an actor without an id, in whatever
spelling. The last one on a wording holds, and one that names nobody takes the name back. Claims are kept as they were
read: the actor is put in when they are loaded, so that a page that is read tomorrow is concerned too. The plain name that
the reader gives an unknown actor («observatory») is no wording: too many share it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, func, select

from riwaya.lang.normalize import fold_letters
from riwaya.ledger.engine import reading
from riwaya.ledger.keys import plain_words
from riwaya.ledger.schema import judged, judgement
from riwaya.model.actor import Actor
from riwaya.model.claim import Claim
from riwaya.model.ids import content_id
from riwaya.model.span import Span

if TYPE_CHECKING:
    from riwaya.ledger.judgements import Judgement

_AROUND = "«»\"“”'()[]؛،,.: "
ALL = "aliases"
"""Stands among the words of every such judgement, so that all are found by one look into an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """What people last said of one wording."""

    wording: str
    """The words, folded: every spelling of them is one wording."""
    said: str
    """The words as they were given."""
    actor: Actor | None
    """For whom it is taken; None where that was taken back."""
    judgement: Judgement

    @property
    def state(self) -> str:
        """Give the state of the wording: the same as long as nobody says anything else of it."""
        return content_id("st", self.wording, self.judgement.id)


def wording_key(words: str) -> str:
    """Give the wording of some words: folded, without the quotation marks about them; empty for no letters."""
    joined = " ".join(plain_words(words).split()).strip(_AROUND)
    return fold_letters(joined).casefold()


def open_state(wording: str) -> str:
    """Give the state of a wording of which nobody has said anything."""
    return content_id("st", wording, "nobody")


def list_aliases(engine: Engine) -> dict[str, Alias]:
    """Give what people last said of each wording, by its key; those that were taken back too."""
    with reading(engine) as connection:
        return find_aliases(connection)


def find_aliases(connection: Connection) -> dict[str, Alias]:
    """Do the same inside a transaction."""
    found: dict[str, Alias] = {}
    for row in connection.execute(_ALIASES):
        told = json.loads(row.change)
        actor = Actor(id=told["id"], name=told["name"], kind=told["kind"]) if told.get("id") else None
        alias = Alias(wording=told["wording"], said=told["said"], actor=actor, judgement=_judgement(row))
        found.pop(alias.wording, None)  # the latest last
        found[alias.wording] = alias
    return found


def count_aliases(connection: Connection) -> int:
    """Give how often people said or took back a name: what is remembered of claims is of one such number."""
    return int(connection.execute(_COUNT).scalar_one())


def put_names(claim: Claim, text: str, aliases: Mapping[str, Alias]) -> tuple[Claim, tuple[Alias, ...]]:
    """Give a claim with the actors that people named put in, and which names those are; most claims as they are.

    Args:
        claim: As it was read, corrections included.
        text: Of its page, into which its spans point.
        aliases: By wording.
    """
    used: dict[str, Alias] = {}

    def named(actor: Actor, span: Span | None) -> Actor:
        if actor.id is not None or span is None:
            return actor
        alias = aliases.get(wording_key(span.of(text)))
        if alias is None or alias.actor is None:
            return actor
        used[alias.wording] = alias
        return alias.actor

    agents = tuple(replace(one, actor=named(one.actor, one.span)) for one in claim.agents)
    targets = tuple(replace(one, actor=named(one.actor, one.span)) for one in claim.targets)
    figures = tuple(one if one.of is None else replace(one, of=named(one.of, one.of_span)) for one in claim.figures)
    chain = tuple(replace(one, source=named(one.source, one.span)) for one in claim.chain)
    if not used:
        return claim, ()
    why = tuple(f"judged: «{one.said}» is {one.actor.id}" for one in used.values() if one.actor is not None)
    changed = replace(claim, agents=agents, targets=targets, figures=figures, chain=chain, why=(*claim.why, *why))
    return changed, tuple(used.values())


def _judgement(row: Any) -> Judgement:
    from riwaya.ledger.judgements import Judgement

    return Judgement(
        id=row.id, at=row.at, who=row.who, kind=row.kind, why=row.why, subject=row.subject, change=row.change
    )


_ALIASES = (
    select(judgement)
    .join(judged, judged.c.judgement == judgement.c.seq)
    .where(judged.c.words == ALL)
    .order_by(judgement.c.seq)
)
_COUNT = select(func.count()).select_from(judged).where(judged.c.words == ALL)
