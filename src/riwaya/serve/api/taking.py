"""The endpoint that takes pages in: many at once, each kept whole or not at all; the same page again is a no-op."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from riwaya.errors import RequestInvalid
from riwaya.ledger.records import Outcome
from riwaya.model.document import Hints
from riwaya.serve.answers import to_json
from riwaya.serve.api.replies import BEARER, PROBLEMS, Here
from riwaya.serve.asked import Plain
from riwaya.serve.desk import Desk
from riwaya.serve.visitors import require

router = APIRouter(dependencies=BEARER, responses=PROBLEMS)
MOST = 1_000
"""Pages of one request."""
Short = Annotated[str, Field(max_length=2000)]


class PageForm(BaseModel):
    """One page to be read: its text, or its bytes in base64."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"name": "ambush.txt", "text": "أعلن الجيش مقتل 9 جنود في كمين.", "published": "2031-03-12"}]
        },
    )

    name: Plain = Field(description="Under one label a name is one page: another text under it is a new version.")
    text: str | None = Field(None, description="Plain text or HTML.")
    content: str | None = Field(None, description="The same as bytes, in base64.")
    published: Short | None = Field(None, description="When it came out: 2031-03-12, or with the time.")
    outlet: Short | None = None
    url: Short | None = None
    language: Short | None = None


class IngestForm(BaseModel):
    """Pages to be read."""

    model_config = ConfigDict(extra="forbid")

    pages: list[PageForm] = Field(min_length=1, max_length=MOST)
    label: Plain | None = Field(None, description="What to call the source.")


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of each page, in order."""

    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    name: str
    raw: bytes
    hints: Hints


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/IngestForm"}},
            "application/x-ndjson": {"schema": {"type": "string", "description": "A page a line."}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        **{one: {"type": "string"} for one in ("label", "published", "outlet", "url", "language")},
                    },
                }
            },
        },
    }
}


@router.post("/ingest", response_model=IngestReport, openapi_extra=_BODY)
async def ingest(here: Here, request: Request) -> Response:
    """Read pages and keep them with their claims and events.

    Send JSON, NDJSON (a page a line) or files. A page that is kept already is not read again (`same`); one that cannot be
    read is a failure and stops no other. With `Accept: application/x-ndjson` each outcome comes as a line, when it is there.
    """
    visitor = await run_in_threadpool(require, request, "ingest")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        pages, label = _from_json(await request.body())
    elif kind == "application/x-ndjson":
        pages, label = _from_lines(await request.body()), request.query_params.get("label", "api")
    elif kind == "multipart/form-data":
        pages, label = await _from_files(request)
    else:
        raise RequestInvalid("Pages come as application/json, application/x-ndjson or multipart/form-data.")
    outcomes = _take(here, pages, label, visitor.name)
    if "application/x-ndjson" in request.headers.get("accept", ""):
        return StreamingResponse((to_json(one) + b"\n" for one in outcomes), media_type="application/x-ndjson")
    report = await run_in_threadpool(lambda: IngestReport(outcomes=tuple(outcomes)))
    return Response(to_json(report), media_type="application/json")


def _take(here: Desk, pages: Sequence[_Page], label: str, who: str) -> Iterator[Outcome]:
    run = here.ledger.new_run("ingest", who)
    for one in pages:
        yield here.ledger.ingest_text(one.raw, name=one.name, hints=one.hints, label=label, run=run)


def _from_json(body: bytes) -> tuple[list[_Page], str]:
    try:
        given = IngestForm.model_validate_json(body)
    except ValidationError as error:
        raise _wrong(error) from error
    return [_page(one) for one in given.pages], given.label or "api"


def _from_lines(body: bytes) -> list[_Page]:
    pages: list[_Page] = []
    for at, line in enumerate(body.splitlines(), 1):
        if not line.strip():
            continue
        if len(pages) == MOST:
            raise RequestInvalid(f"There are more than {MOST} pages.", hint="Send them in several requests.")
        try:
            pages.append(_page(_PAGE.validate_json(line)))
        except ValidationError as error:
            raise _wrong(error, f"line {at}: ") from error
    if not pages:
        raise RequestInvalid("There is no page.")
    return pages


_PAGE = TypeAdapter(PageForm)


async def _from_files(request: Request) -> tuple[list[_Page], str]:
    form = await request.form(max_files=MOST, max_fields=20)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    about = {name: fields[name] for name in ("published", "outlet", "url", "language") if fields.get(name, "").strip()}
    pages: list[_Page] = []
    for one in form.getlist("files"):
        if not isinstance(one, UploadFile):
            raise RequestInvalid("The field files holds files.")
        # Only the last part of a name: a folder of the sender's machine says nothing, and leads nowhere.
        name = (one.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
        raw = base64.b64encode(await one.read()).decode()
        try:
            pages.append(_page(PageForm(name=name, content=raw, **about)))
        except ValidationError as error:
            raise _wrong(error) from error
    if not pages:
        raise RequestInvalid("There is no file in the field files.")
    return pages, fields.get("label", "").strip()[:200] or "api"


def _page(given: PageForm) -> _Page:
    if (given.text is None) == (given.content is None):
        raise RequestInvalid(f"The page {given.name!r} has either text or content.")
    if given.text is not None:
        raw = given.text.encode("utf8", "replace")
    else:
        try:
            raw = base64.b64decode(given.content or "", validate=True)
        except (binascii.Error, ValueError) as error:
            raise RequestInvalid(f"The content of {given.name!r} is no base64.") from error
    hints = Hints(published=given.published, outlet=given.outlet, url=given.url, language=given.language)
    return _Page(name=given.name, raw=raw, hints=hints)


def _wrong(error: ValidationError, where: str = "") -> RequestInvalid:
    told = json.loads(error.json(include_url=False, include_input=False, include_context=False))
    wrong = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in told[:5]]
    return RequestInvalid(f"The pages cannot be taken: {where}{'; '.join(wrong)}.")
