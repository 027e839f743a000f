"""Step `lay`: the pages of a shard that stand → its claims as Parquet, its strands, and the keys they are found by."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from riwaya.batch.choose import STANDS, standing_path
from riwaya.batch.extract import load_analysis
from riwaya.batch.manifest import Row, read_row, sum_digests
from riwaya.batch.naming import name_documents
from riwaya.batch.piles import PileWriter, write_numbers
from riwaya.batch.stage import Stage, read_stage
from riwaya.batch.tables import TableWriter, iter_rows
from riwaya.errors import BatchFolderInvalid
from riwaya.ledger.codec import to_json
from riwaya.ledger.records import KeptClaim, KeptDocument, flatten_claim
from riwaya.model.analysis import Analysis
from riwaya.model.document import Document
from riwaya.model.event import ToldClaim
from riwaya.stages.cluster import lay_out, tell_claims
from riwaya.stages.cluster.matching import MOST

STEP = "lay"
CLAIMS = {
    "id": "text", "document": "text", "page": "text", "file": "text", "url": "text", "outlet": "text", "published": "day",
    "told_on": "day", "originator": "text", "relays": "text", "type": "text", "subtype": "text", "polarity": "text",
    "certainty": "text", "agents": "text", "targets": "text", "figures": "text", "start": "day", "end": "day",
    "place": "text", "place_id": "text", "lat": "float", "lon": "float", "trigger": "text", "words": "text",
    "record": "text",
}  # fmt: skip
"""Columns of `claims`: those of `Rows.to_pandas` of a ledger's claims, with the page, its address, and in ``record`` the whole
claim as JSON of `riwaya.model.claim.Claim`."""
LOW = (1 << 32) - 1

Telling = tuple[int, list[tuple[ToldClaim, tuple[str, ...]]]]
"""Number of the text of a strand's claims; the claims, without it, each with what put it into the strand."""


def lay_shard(folder: str, key: str, number: int) -> Row:
    """Lay out the strands of the documents of one shard.

    Args:
        folder: Of the batch.
        key: Of the grouping.
        number: Of the shard.

    Returns:
        The row, which is on disk when this returns.
    """
    stage = read_stage(folder, key)
    steps = stage.steps
    with (
        TableWriter(stage.folder / "claims", CLAIMS) as claims,
        PileWriter(steps) as profiles,
        PileWriter(steps) as tellings,
        PileWriter(steps) as texts,
    ):
        laying = _Laying(claims, profiles, tellings, texts, stage.buckets)
        for page, analysis in _iter_standing(stage, number):
            laying.add(page, analysis)
    row: Row = {
        "claims": claims.count,
        "strands": len(profiles),
        "documents": laying.documents,
        "digest": laying.digest,
        "sections": laying.heap.sections,
        "files": {
            "claims": claims.name,
            "profiles": profiles.name,
            "tellings": tellings.name,
            "texts": texts.name,
            "keys": write_numbers(steps, list(laying.heap.parts())),
            "homes": write_numbers(steps, [laying.heap.homes]),
        },
    }
    return stage.write(STEP, number, row)


class _Laying:
    """What is written of one shard, page by page."""

    def __init__(
        self, claims: TableWriter, profiles: PileWriter, tellings: PileWriter, texts: PileWriter, buckets: int
    ) -> None:
        self._claims, self._profiles, self._tellings, self._texts = claims, profiles, tellings, texts
        self.heap = _Heap(buckets)
        self.documents = 0
        self.digest = "0"

    def add(self, page: dict[str, Any], analysis: Analysis) -> None:
        """Take a page that stands."""
        rows = [_claim_row(page, one) for one in _with_documents(analysis)]
        for row in rows:
            self._claims.append(row)
        self.digest = sum_digests((_digested(row) for row in rows), self.digest)
        text = self._texts.append(analysis.page.text) if rows else 0
        for document in _by_document(analysis):
            for one, keys in lay_out(document):
                at = self._profiles.append(one.without_members())
                members = zip(one.strand.members, one.strand.whys, strict=True)
                self._tellings.append((text, [(replace(member.told, text=""), why) for member, why in members]))
                self.heap.add(at, self.documents, keys)
            self.documents += 1


class _Heap:
    """Keys of the strands of a shard, by bucket. More than `MOST` of one key are not kept: it is not used anyway.

    This is the first of two levels on which a hot key is grouped: whatever the whole holds, a shard hands on at most
    `MOST` + 1 strands of it.
    """

    def __init__(self, buckets: int) -> None:
        self._buckets: list[list[tuple[int, int]]] = [[] for _ in range(buckets)]
        self.homes = array("Q")
        self.sections: list[int] = []

    def add(self, strand: int, document: int, keys: Sequence[str]) -> None:
        self.homes.append(document)
        for key in keys:
            digest = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")
            self._buckets[digest % len(self._buckets)].append((digest, strand << 32 | document))

    def parts(self) -> Iterator[array[int]]:
        """Give the numbers of each bucket: digest, strand and document in turn; note how many."""
        for held in self._buckets:
            part = array("Q")
            last, many = -1, 0
            for digest, packed in sorted(held):
                many = many + 1 if digest == last else 1
                last = digest
                if many <= MOST + 1:
                    part.append(digest)
                    part.append(packed)
            held.clear()
            self.sections.append(len(part))
            yield part


def _iter_standing(stage: Stage, number: int) -> Iterator[tuple[dict[str, Any], Analysis]]:
    shard, file = stage.shards[number]
    standing = read_row(standing_path(stage.folder, shard))
    if standing is None:
        raise BatchFolderInvalid(f"{stage.folder} does not say which pages of {shard} stand.")
    decided, own = standing["pages"], standing["own"]
    for at, row in enumerate(iter_rows(stage.folder / "pages" / file, _READ, rows=50)):
        if decided.get(str(at), [STANDS])[0] == STANDS:
            yield row, name_documents(load_analysis(row), set(own.get(str(at), ())), row["page"])


_READ = ("page", "name", "source", "url", "sha256", "text", "analysis")


def _by_document(analysis: Analysis) -> Iterator[list[ToldClaim]]:
    """Give the claims of each document, as the stage takes them; documents of one id are one."""
    told: dict[str, dict[str, ToldClaim]] = {}
    for one in sorted(tell_claims([analysis]), key=lambda one: (one.document_id, one.claim.id)):
        told.setdefault(one.document_id, {}).setdefault(one.claim.id, one)
    for theirs in told.values():
        yield list(theirs.values())


def _with_documents(analysis: Analysis) -> Iterator[tuple[Document, ToldClaim]]:
    told = iter(tell_claims([analysis]))
    for article in analysis.articles:
        for _ in article.claims:
            yield article.document, next(told)


def _claim_row(page: dict[str, Any], claim: tuple[Document, ToldClaim]) -> dict[str, Any]:
    home, told = claim
    kept = KeptDocument(
        document=home, page_id=page["page"], series="", version=1, name=page["name"], source=page["source"],
        url=page["url"], raw_digest=page["sha256"], read_at="", engine="", is_live=True,
    )  # fmt: skip
    flat = flatten_claim(KeptClaim(claim=told.claim, kept=kept, told_on=told.told_on, words=""))
    found = {name: flat[name] for name in CLAIMS if name in flat}
    return found | {"page": page["page"], "url": page["url"], "record": to_json(told.claim)}


def _digested(row: dict[str, Any]) -> bytes:
    return f"{row['id']}\n{row['document']}\n{row['page']}\n{row['told_on']}\n{row['record']}".encode()


def files_of(stage: Stage, name: str) -> list[Path]:
    """Give the file of some name of each shard."""
    return [stage.steps / str(stage.row(STEP, at)["files"][name]) for at in range(len(stage.shards))]
