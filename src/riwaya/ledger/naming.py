"""Say which registered actor a wording means, or take that back; every claim with the wording follows, and its event."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, select

from riwaya.errors import JudgementConflict, JudgementInvalid
from riwaya.lang.world import find_actor
from riwaya.ledger import search
from riwaya.ledger.aliases import ALL, Alias, find_aliases, open_state, wording_key
from riwaya.ledger.codec import to_json
from riwaya.ledger.derived import regroup_claims
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer
from riwaya.ledger.judgements import Judgement, append_judgement, check_judge, with_events
from riwaya.ledger.keys import plain_words
from riwaya.ledger.load import chunks, load_claims
from riwaya.ledger.records import KeptClaim
from riwaya.ledger.schema import live_claim
from riwaya.ledger.standings import say
from riwaya.model.actor import Actor
from riwaya.model.claim import Claim
from riwaya.model.ids import content_id
from riwaya.model.span import Span

MOST_LETTERS = 200
"""Of a wording."""


def name_actor(
    engine: Engine,
    clusterer: Clusterer,
    wording: str,
    actor: str | None,
    *,
    who: str,
    why: str,
    seen: str | None = None,
) -> Judgement:
    """Take a wording for a registered actor, wherever it stands now and will stand.

    Args:
        engine: Of the ledger.
        clusterer: The stage that finds events: whoever is named may join claims to others.
        wording: Words of a text that name an actor without an id, in any spelling.
        actor: Id of the registered one; None takes back what was said of the wording.
        who: Who judges.
        why: For what reason.
        seen: The state (`Alias.state`, `open_state`) of the wording that was looked at; not checked when left out.

    Raises:
        JudgementConflict: Somebody named it since; ``context["theirs"]`` has that judgement.
        JudgementInvalid: Nobody judges, no reason is given, nobody has the id, or it says nothing new.
    """
    check_judge(who, why)
    said = plain_words(" ".join(wording.split()))
    key = wording_key(said)
    if not key or len(said) > MOST_LETTERS:
        raise JudgementInvalid("The wording is empty or too long.")
    target = _registered(actor)
    with writing(engine, durable=True) as connection:
        before = find_aliases(connection).get(key)
        _check_seen(key, before, seen)
        held = before.actor if before is not None else None
        if (held.id if held else None) == (target.id if target else None):
            raise JudgementInvalid("This is what holds already.")
        concerned = [number for number, _ in find_bearers(connection, key)]
        change = {"wording": key, "said": said}
        if target is not None:
            change |= {"id": str(target.id), "name": target.name, "kind": target.kind}
        words = [(ALL, 0), (content_id("als", key), 0)]
        made = append_judgement(connection, "alias", (key,), words, who=who, why=why, change=to_json(change))
        return with_events(made, regroup_claims(connection, clusterer, concerned))


def _registered(actor: str | None) -> Actor | None:
    if actor is None:
        return None
    known = find_actor(actor.strip())
    if known is None:
        raise JudgementInvalid(
            f"No registered actor has the id {actor[:80]!r}.", hint="Look it up on the actor's page."
        )
    return known


def _check_seen(key: str, before: Alias | None, seen: str | None) -> None:
    state = before.state if before is not None else open_state(key)
    if seen is not None and seen != state:
        theirs = before.judgement if before is not None else None
        raise JudgementConflict("Somebody named this actor first.", theirs=say(theirs))


def find_bearers(connection: Connection, words: str) -> Iterator[tuple[int, KeptClaim]]:
    """Give the live claims, as they were read, in which the words name an actor without an id, each with its number."""
    key = wording_key(words)
    for readings in chunks(search.find_readings(connection, key) or []):
        query = select(live_claim.c.claim).where(live_claim.c.reading.in_(readings)).order_by(live_claim.c.claim)
        for numbers in chunks(connection.execute(query).scalars().all()):
            for number, kept in zip(numbers, load_claims(connection, numbers, aliases={}), strict=True):
                if key in _wordings(kept):
                    yield int(number), kept


def _wordings(kept: KeptClaim) -> set[str]:
    return {wording_key(span.of(kept.text)) for _, span in find_unknown(kept.claim)}


def find_unknown(told: Claim) -> list[tuple[Actor, Span]]:
    """Give the actors without an id in a claim with the words that name them, each once, those who tell first."""
    named = [(link.source, link.span) for link in told.chain]
    named += [(one.actor, one.span) for one in (*told.agents, *told.targets)]
    named += [(one.of, one.of_span) for one in told.figures if one.of is not None and one.of_span is not None]
    return list(dict.fromkeys((actor, span) for actor, span in named if actor.id is None))
