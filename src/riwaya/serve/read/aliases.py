"""Names that people gave to actors whom no registry knows."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.ledger.aliases import Alias, list_aliases, open_state, wording_key
from riwaya.ledger.judgements import Judgement
from riwaya.ledger.store import Ledger
from riwaya.model.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLine:
    """What holds of one wording."""

    wording: str
    """The words of a text that name an actor whom no registry knows, folded."""
    said: str
    """The words as they were given."""
    actor: Actor | None
    """For whom it is taken; None where for nobody."""
    judgement: Judgement | None
    """The last one on it."""
    etag: str
    """The state that a judgement is made on: send it back as ``If-Match``, or in the form as ``etag``."""


def alias_line(alias: Alias) -> AliasLine:
    """Give what people last said of a wording."""
    return AliasLine(
        wording=alias.wording,
        said=alias.said,
        actor=alias.actor,
        judgement=alias.judgement,
        etag=f'"{alias.state}"',
    )


def read_alias(ledger: Ledger, wording: str) -> AliasLine:
    """Give what holds of one wording; of one that nobody named, the state on which to name it."""
    key = wording_key(wording)
    known = list_aliases(ledger.engine).get(key)
    if known is not None:
        return alias_line(known)
    said = " ".join(wording.split())
    return AliasLine(wording=key, said=said, actor=None, judgement=None, etag=f'"{open_state(key)}"')


def read_aliases(ledger: Ledger, actor: str | None = None) -> tuple[AliasLine, ...]:
    """Give the names that hold, of one registered actor where that is asked, the latest first."""
    found = reversed(list_aliases(ledger.engine).values())
    return tuple(alias_line(one) for one in found if one.actor and (actor is None or one.actor.id == actor))
