"""`followthemoney`: events, documents, parties, places and links as FollowTheMoney entities, a line of JSON each.

There is no schema for a claim and no property for a number of dead: each claim is a `Documentation` that ties an article to an event,
with the claim's words as its summary; numbers stay in words. Source: the FollowTheMoney model, 4.x.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

from riwaya.export.column import Column
from riwaya.export.happening import Happening
from riwaya.export.job import Job
from riwaya.export.jsons import dump
from riwaya.export.nodes import Node, actor_id, iter_nodes, line, node_basis, node_value, whole, words_of
from riwaya.export.shape import Shape
from riwaya.export.telling import headline_of, say_accounts
from riwaya.lang.world import load_actors
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.model.actor import Actor, ActorEntry
from riwaya.model.ids import content_id
from riwaya.stages.reconcile import is_state

_LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra"}
_UNFIT = re.compile(r"[^0-9A-Za-z.-]")
_REFERENCES = {"document", "entity", "addressEntity", "proof", "involved", "subject", "object", "resolved"}
"""Properties that hold ids of other entities."""
SCHEMATA = (
    "Event",
    "Address",
    "Article",
    "Documentation",
    "Organization",
    "PublicBody",
    "Person",
    "UnknownLink",
    "Mention",
)


def expand(one: Happening) -> Iterator[Node]:
    """Give the entities of an event: itself, its place, documents, parties, claims, and who did something to whom."""
    place = _address(one)
    if place is not None:
        yield place
    for kept in one.documents:
        yield _article(one, kept)
    for actor in _actors(one):
        yield _party(one, actor)
    yield _event(one, place)
    for kept in one.claims:
        yield _documentation(one, kept)
        yield from _mentions(one, kept)
        yield from _links(one, kept)


def _id(id_: str) -> str:
    """Give an id as FollowTheMoney takes it: Latin letters, digits, hyphens and stops."""
    plain = _UNFIT.sub("-", id_).strip("-.")
    return plain if id_.isascii() else content_id("id", id_).replace("_", "-")


def _node(one: Happening, id_: str, schema: str, properties: dict[str, Any], basis: Any) -> Node:
    held = {name: [str(value) for value in values if value] for name, values in properties.items()}
    for name in _REFERENCES & held.keys():
        held[name] = [_id(value) for value in held[name]]
    return Node(_id(id_), schema, {name: values for name, values in held.items() if values}, basis, one)


def _actors(one: Happening) -> tuple[Actor, ...]:
    told = [actor for kept in one.claims for actor in _named(kept)]
    return tuple({actor_id(actor): actor for actor in told if actor.id}.values())


def _named(kept: KeptClaim) -> Iterator[Actor]:
    yield from (link.source for link in kept.claim.chain)
    yield from (one.actor for one in (*kept.claim.agents, *kept.claim.targets))


def _party(one: Happening, actor: Actor) -> Node:
    entry = _entries().get(actor.id or "")
    schema = (
        "PublicBody" if is_state(actor) else "Person" if actor.kind in ("person", "head-of-state") else "Organization"
    )
    names = {"name": [actor.name], "alias": [*entry.ar[:2], *entry.fr[:1]] if entry else [], "weakAlias": list(entry.ar_weak) if entry else [],
             "country": [code.lower() for code in entry.countries] if entry else []}  # fmt: skip
    external = one.setting.options.external.find("wikidata", actor.id)
    tellers = [kept for kept in one.claims if any(named.id == actor.id for named in _named(kept))]
    return _node(
        one,
        actor_id(actor),
        schema,
        names | {"wikidataId": [external.id] if external else []},
        whole("an actor of the registry that claims name", *tellers),
    )


def _address(one: Happening) -> Node | None:
    place = one.event.place
    if place is None:
        return None
    point = one.point or ("", "")
    id_ = f"place-{place.id}" if place.id else content_id("place", place.name, *point)
    where = [kept for kept in one.claims if kept.claim.place is not None]
    properties = {"full": [place.name], "country": [(place.country or "").lower()], "latitude": [point[0]], "longitude": [point[1]],
                  "region": [place.name] if place.precision == "region" else [], "city": [place.name] if place.precision == "town" else [],
                  "remarks": [f"{place.precision}, {place.relation}"]}  # fmt: skip
    return _node(one, id_, "Address", properties, whole("the event's place", *where))


def _article(one: Happening, kept: KeptDocument) -> Node:
    document = kept.document
    day = document.published.start
    mine = [claim for claim in one.claims if claim.kept.document.id == document.id]
    properties = {"title": [headline_of(kept)], "publisher": [document.outlet.name if document.outlet else ""], "publishedAt": [day],
                  "language": [_LANGUAGES.get(document.language, "")], "sourceUrl": [kept.url], "fileName": [kept.name],
                  "notes": [f"sha256:{kept.raw_digest}"]}  # fmt: skip
    return _node(one, document.id, "Article", properties, whole("a document that tells of the event", *mine))


def _event(one: Happening, place: Node | None) -> Node:
    title = one.event.title
    properties: dict[str, Any] = {
        "name": [title.en, title.ar, title.fr] if title else [one.id],
        "startDate": [one.start],
        "endDate": [one.end],
        "location": [one.event.place.name] if one.event.place else [],
        "country": [(one.event.place.country or "").lower()] if one.event.place else [],
        "addressEntity": [place.id] if place else [],
        "involved": [actor_id(actor) for side in one.two_sides for actor in side if actor.id],
        "proof": [kept.document.id for kept in one.documents],
        "sourceUrl": [kept.url for kept in one.documents],
        "summary": [say_accounts(one)],
        "keywords": ["/".join(part for part in (one.event.type, one.event.subtype) if part)],
    }
    return _node(one, one.id, "Event", properties, whole("the claims of the event", *one.claims))


def _documentation(one: Happening, kept: KeptClaim) -> Node:
    claim = kept.claim
    time = claim.time
    tellers = " < ".join(link.source.name for link in claim.chain)
    properties = {"document": [kept.kept.document.id], "entity": [one.id], "summary": [line(claim.span.of(kept.text))],
                  "role": [f"told by {tellers}" if tellers else "told by the outlet itself"], "status": [f"{claim.polarity}, {claim.certainty}"],
                  "startDate": [time.start if time else None], "endDate": [time.end if time else None], "date": [kept.told_on],
                  "proof": [kept.kept.document.id]}  # fmt: skip
    return _node(one, kept.id, "Documentation", properties, whole("one claim", kept))


def _mentions(one: Happening, kept: KeptClaim) -> Iterator[Node]:
    for participant in (*kept.claim.agents, *kept.claim.targets):
        words = line(participant.span.of(kept.text))
        actor = participant.actor
        properties = {"document": [kept.kept.document.id], "name": [words], "resolved": [actor_id(actor)] if actor.id else [],
                      "detectedSchema": ["LegalEntity"]}  # fmt: skip
        id_ = content_id("mention", kept.kept.document.id, participant.span.start, participant.span.end)
        yield _node(
            one, id_, "Mention", properties, words_of("words that name somebody", "party", kept, participant.span)
        )


def _links(one: Happening, kept: KeptClaim) -> Iterator[Node]:
    for agent in kept.claim.agents:
        for target in kept.claim.targets:
            if agent.actor.id and target.actor.id and agent.actor.id != target.actor.id:
                properties = {"subject": [actor_id(agent.actor)], "object": [actor_id(target.actor)],
                              "role": ["/".join(p for p in (kept.claim.type, kept.claim.subtype) if p) + (" (denied)" if kept.claim.polarity == "denied" else "")],
                              "summary": [line(kept.claim.span.of(kept.text))], "proof": [kept.kept.document.id],
                              "startDate": [kept.claim.time.start if kept.claim.time else None]}  # fmt: skip
                id_ = content_id("link", kept.id, agent.actor.id, target.actor.id)
                yield _node(
                    one,
                    id_,
                    "UnknownLink",
                    properties,
                    words_of("who did it to whom, as one claim says", "party", kept, agent.span, target.span),
                )


@cache
def _entries() -> dict[str, ActorEntry]:
    return {entry.id: entry for entry in load_actors()}


def _write(job: Job, to: BinaryIO) -> None:
    for node in iter_nodes(job):
        to.write(dump({"id": node.id, "schema": node.kind, "properties": node.fields}) + b"\n")


COLUMNS: tuple[Column, ...] = (
    Column(name="id", kind="text", required=True, value=node_value("id"), basis=node_basis,
           meaning="Event, document and claim by their ids in the ledger, a hyphen for the underscore; actors and places by their ids in the registries."),
    Column(name="schema", kind="text", required=True, meaning="Schema of FollowTheMoney.", value=node_value("kind"), basis=node_basis,
           values=tuple((name, "") for name in SCHEMATA)),
    Column(name="properties", kind="json", required=True, meaning="Properties of the schema, each a list of strings. Numbers of people stand in words, in summary.",
           value=node_value("fields"), basis=node_basis,
           parts=(("summary", "of an Event: each account with its numbers and words; of a Documentation: the claim's words"),
                  ("role", "of a Documentation: who told it, through whom"), ("status", "of a Documentation: polarity and certainty"),
                  ("notes", "of an Article: digest of the page"))),
)  # fmt: skip

SHAPE = Shape(
    name="followthemoney",
    title="Events, documents, parties, places and links as FollowTheMoney entities, a line of JSON each",
    row="one entity",
    over="events",
    columns=COLUMNS,
    expand=expand,
    key="id",
    write=_write,
    suffix=".ftm.json",
    media_type="application/x-ndjson",
    source="FollowTheMoney 4.x",
    limits="A link says that somebody said so, with the article as proof. No topic is given to anybody.",
)
