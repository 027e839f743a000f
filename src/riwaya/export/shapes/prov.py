"""`prov`: the chain of every claim as W3C PROV, in JSON-LD.

A claim was quoted from a document, which is attributed to its outlet. Each teller's telling was quoted from the next one's; the last is the
claim's primary source. Source: PROV-O.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from riwaya.export.column import Column
from riwaya.export.happening import Happening
from riwaya.export.job import Job
from riwaya.export.nodes import Node, actor_id, iter_nodes, line, node_basis, node_value, whole, words_of
from riwaya.export.shape import Shape
from riwaya.export.telling import headline_of, outlet_of
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.model.actor import Actor

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "schema": "https://schema.org/",
    "riwaya": "urn:riwaya:",
}
_ENTITY, _AGENT = "prov:Entity", "prov:Agent"


def expand(one: Happening) -> Iterator[Node]:
    """Give the event, its documents, its claims, the tellings of each chain, and who told."""
    yield _node(one, one.id, _ENTITY, {"rdfs:label": one.event.title.en if one.event.title else one.id,
                                       "prov:wasDerivedFrom": [_ref(kept.id) for kept in one.claims]}, whole("its claims", *one.claims))  # fmt: skip
    for document in one.documents:
        yield from _document(one, document)
    for kept in one.claims:
        yield from _claim(one, kept)


def _node(one: Happening, id_: str, kind: str, fields: dict[str, Any], basis: Any) -> Node:
    return Node(f"riwaya:{_iri(id_)}", kind, {name: value for name, value in fields.items() if value}, basis, one)


def _iri(id_: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else f"%{ord(letter):02X}" for letter in id_)


def _ref(id_: str) -> dict[str, str]:
    return {"@id": f"riwaya:{_iri(id_)}"}


def _document(one: Happening, kept: KeptDocument) -> Iterator[Node]:
    document = kept.document
    mine = [claim for claim in one.claims if claim.kept.document.id == document.id]
    name = outlet_of(kept)
    outlet = Actor(id=document.outlet.id if document.outlet else None, name=name, kind="outlet")
    day = document.published.start
    basis = whole("a document that tells of the event", *mine)
    yield _agent(one, outlet, basis)
    yield _node(one, document.id, _ENTITY, {
        "rdfs:label": headline_of(kept) or kept.name,
        "schema:url": kept.url,
        "schema:datePublished": {"@value": day.isoformat(), "@type": "xsd:date"} if day else None,
        "riwaya:sha256": kept.raw_digest,
        "prov:wasAttributedTo": _ref(actor_id(outlet, one)),
    }, basis)  # fmt: skip


def _agent(one: Happening, actor: Actor, basis: Any) -> Node:
    kind = "prov:Person" if actor.kind in ("person", "head-of-state") else "prov:Organization"
    return _node(
        one,
        actor_id(actor, one),
        kind if actor.id or actor.kind == "outlet" else _AGENT,
        {"rdfs:label": actor.name},
        basis,
    )


def _claim(one: Happening, kept: KeptClaim) -> Iterator[Node]:
    claim = kept.claim
    fields: dict[str, Any] = {
        "rdfs:label": "/".join(part for part in (claim.type, claim.subtype) if part),
        "prov:value": line(claim.span.of(kept.text)),
        "riwaya:polarity": claim.polarity,
        "riwaya:certainty": claim.certainty,
        "prov:wasQuotedFrom": _ref(kept.kept.document.id),
    }
    tellings = [f"{kept.id}-telling-{number}" for number in range(1, len(claim.chain) + 1)]
    if tellings:
        fields |= {
            "prov:wasDerivedFrom": _ref(tellings[0]),
            "prov:hadPrimarySource": _ref(tellings[-1]),
            "prov:wasAttributedTo": _ref(actor_id(claim.chain[-1].source, one)),
        }
    yield _node(one, kept.id, _ENTITY, fields, whole("one claim", kept))
    for number, link in enumerate(claim.chain):
        basis = words_of("one link of the chain", "teller", kept, link.span)
        yield _agent(one, link.source, basis)
        yield _node(one, tellings[number], _ENTITY, {
            "prov:wasAttributedTo": _ref(actor_id(link.source, one)),
            "prov:value": line(link.span.of(kept.text)),
            "riwaya:stance": link.verb.stance if link.verb else None,
            "riwaya:channel": link.channel,
            "prov:wasQuotedFrom": _ref(tellings[number + 1]) if number + 1 < len(tellings) else None,
        }, basis)  # fmt: skip


def _write(job: Job, to: BinaryIO) -> None:
    from riwaya.export.jsons import write_wrapped

    head = '{"@context":' + json.dumps(CONTEXT) + ',"@graph":['
    write_wrapped(to, head, ({"@id": node.id, "@type": node.kind, **node.fields} for node in iter_nodes(job)), "]}")


COLUMNS: tuple[Column, ...] = (
    Column(name="@id", kind="text", required=True, meaning="The node: riwaya: and the id of an event, document, claim, telling or actor.",
           value=node_value("id"), basis=node_basis),
    Column(name="@type", kind="text", required=True, meaning="Class of PROV-O.", value=node_value("kind"), basis=node_basis,
           values=((_ENTITY, "event, document, claim, telling"), (_AGENT, "somebody without a name in the registry"), ("prov:Organization", ""), ("prov:Person", ""))),
    Column(name="fields", kind="json", required=True, meaning="Written beside @id and @type.", value=node_value("fields"), basis=node_basis,
           parts=(("prov:wasQuotedFrom", "claim from document; telling from the next telling of the chain"), ("prov:wasAttributedTo", "document to outlet, claim to originator, telling to teller"),
                  ("prov:hadPrimarySource", "claim to the originator's telling"), ("prov:wasDerivedFrom", "event from claims, claim from the outermost telling"), ("prov:value", "the words"))),
)  # fmt: skip

SHAPE = Shape(
    name="prov",
    title="The chain of every claim as W3C PROV, in JSON-LD",
    row="one node of the graph",
    over="events",
    columns=COLUMNS,
    expand=expand,
    key="@id",
    write=_write,
    suffix=".jsonld",
    media_type="application/ld+json",
    source="W3C PROV-O",
    limits="Where a claim came from. Provenance is no warrant that it is so.",
)
