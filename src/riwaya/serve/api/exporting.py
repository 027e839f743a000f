"""The endpoint that gives the ledger out in a shape: what `riwaya export` writes, for the filters of the pages.

The file is made whole before the answer begins. So an error is still an answer of its own, a reader who is slow holds
neither the ledger nor a thread, and the digest of the bytes can stand in the headers.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response, StreamingResponse

from riwaya.errors import TooManyTries
from riwaya.export import NAMES, Manifest, Options, Wanted, find_shape, load_profiles, load_shapes, write
from riwaya.export.filters import meaning_of
from riwaya.export.redaction import EVERYTHING, read_profile
from riwaya.export.registry import TABLES
from riwaya.export.shape import Shape
from riwaya.ledger.engine import lasting
from riwaya.serve.api.replies import BEARER, PROBLEMS, READ, Here
from riwaya.serve.asked import Kind, Measure, Plain, Sought
from riwaya.serve.desk import Desk

router = APIRouter(dependencies=[*READ, *BEARER], responses=PROBLEMS)
_IN_MEMORY = 1_000_000
_MOST_IDS = 100
_PIECE = 65_536
"""Bytes."""
WAIT = 10
"""Seconds after which one who was sent away may come back."""
_ShapeName = Annotated[str, Path(pattern=rf"^({'|'.join(NAMES)})$", description="See `riwaya export --list`.")]
_Profile = Annotated[str, Field(pattern=rf"^({'|'.join((EVERYTHING, *(one.id for one in load_profiles())))})$")]
_Table = Annotated[str, Field(pattern=rf"^({'|'.join(TABLES)})$")]


class ExportQuery(BaseModel):
    """Which part of the ledger is given out, and how; the filters are those of the pages."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    policy: Plain | None = Field(None, description="How accounts become numbers; the shape's own when left out.")
    redact: _Profile = Field(EVERYTHING, description="What is withheld: a profile, or `none`.")
    table: _Table | None = Field(None, description="Of `parquet` and `xlsx`: whose table they carry.")
    manifest: bool = Field(False, description="Give the manifest of the file instead of the file.")
    place: Plain | None = Field(None, description=meaning_of("place"))
    since: date | None = Field(None, description=meaning_of("since"))
    until: date | None = Field(None, description=meaning_of("until"))
    actor: Plain | None = Field(None, description=meaning_of("actor"))
    type: Kind | None = Field(None, description=meaning_of("type"))
    measure: Measure | None = Field(None, description=meaning_of("measure"))
    event: Plain | None = Field(None, description=meaning_of("event"))
    id: list[Plain] = Field([], max_length=_MOST_IDS, description=meaning_of("ids"))
    contested: bool = Field(False, description=meaning_of("contested"))
    source: Plain | None = Field(None, description=meaning_of("source"))
    outlet: Plain | None = Field(None, description=meaning_of("outlet"))
    document: Plain | None = Field(None, description=meaning_of("document"))
    verdict: Literal["accepted", "corrected", "rejected", "open"] | None = Field(
        None, description=meaning_of("verdict")
    )
    words: Sought | None = Field(None, description=meaning_of("words"))
    limit: int | None = Field(None, ge=1, le=10**9, description=meaning_of("limit"))

    def wanted(self) -> Wanted:
        """Give it as exports take it."""
        told = self.model_dump(exclude={"policy", "redact", "table", "manifest", "id"})
        return Wanted(**told, ids=tuple(self.id) or None)

    def options(self) -> Options:
        """Give how cells are written."""
        return Options(table=self.table, redaction=read_profile(self.redact))


_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file, or its manifest.",
        "content": {kind: {} for kind in sorted({one.media_type for one in load_shapes().values()})}
        | {"application/json": {"schema": {"type": "object"}}},
        "headers": {
            "Content-Disposition": {"schema": {"type": "string"}, "description": "The name of the file."},
            "Repr-Digest": {"schema": {"type": "string"}, "description": "SHA-256 of the file (RFC 9530)."},
        },
    }
}


@router.get("/export/{shape}", response_class=Response, responses=_FILES)
def export(here: Here, shape: _ShapeName, asked: Annotated[ExportQuery, Query()]) -> Response:
    """The ledger, or a part of it, as `riwaya export` writes it: one state of the ledger, whole or not at all.

    As by the command, nothing is withheld unless `redact` names a profile.
    """
    found = find_shape(shape, asked.table)
    name = name_file(found, asked)
    spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # the answer closes it
    try:
        made = _make(here, shape, asked, name, spool)
    except BaseException:
        spool.close()
        raise
    if asked.manifest:
        spool.close()
        headers = {"Content-Disposition": f'attachment; filename="{name}.manifest.json"'}
        return Response(made.text(), media_type="application/json", headers=headers)
    content = made.content["file"]
    digest = base64.b64encode(bytes.fromhex(content["sha256"])).decode()
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(content["bytes"]),
        "Repr-Digest": f"sha-256=:{digest}:",
    }
    return StreamingResponse(_pieces(spool), media_type=found.media_type, headers=headers)


def name_file(shape: Shape, asked: ExportQuery) -> str:
    """Give what the file is called: letters, digits, dots and dashes only, whatever was asked for."""
    begin = asked.event if asked.event is not None and asked.event.replace("_", "").isalnum() else "riwaya"
    stem = begin if begin.isascii() else "riwaya"
    return f"{stem}-{shape.table or shape.name}{shape.suffix}"


def _make(here: Desk, shape: str, asked: ExportQuery, name: str, spool: Any) -> Manifest:
    if not here.exporting.acquire(blocking=False):
        raise TooManyTries("As many exports as may be are being made.", seconds=WAIT)
    try:
        with lasting(here.settings.export_seconds):
            made = write(
                here.ledger.view, shape, spool, policy=asked.policy, wanted=asked.wanted(), options=asked.options(),
                name=name,
            )  # fmt: skip
    finally:
        here.exporting.release()
    spool.seek(0)
    return made


def _pieces(spool: Any) -> Iterator[bytes]:
    with spool:
        while piece := spool.read(_PIECE):
            yield piece
