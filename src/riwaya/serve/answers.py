"""Answers: a record becomes a page for people or JSON for programs; both say which state of the ledger they show."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.people.records import Visitor
from riwaya.serve.desk import desk_of
from riwaya.serve.problems import wants_json

LANGUAGES = ("en", "ar", "fr")
LANGUAGE_COOKIE = "riwaya_language"


def answer(
    request: Request,
    template: str,
    shown: Any,
    *,
    visitor: Visitor | None = None,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response:
    """Give a record as a page, or as JSON where that is asked for.

    Args:
        request: What is answered.
        template: Name of the template; it finds the record as ``page``.
        shown: A record of `riwaya.serve.read`.
        visitor: Who is signed in.
        status: Of the answer.
        headers: To be added.
        more: What the template needs beside the record, and JSON does not.
    """
    if wants_json(request):
        made = Response(to_json(shown), status_code=status, media_type="application/json", headers=headers)
    else:
        made = Response(
            render(request, template, page=shown, visitor=visitor, **more),
            status_code=status,
            media_type="text/html",
            headers=headers,
        )
    made.headers["Vary"] = "Accept, Accept-Language, Cookie, Authorization"
    return made


def render(request: Request, template: str, **values: Any) -> str:
    """Draw a template. It also finds ``request``, ``path``, ``query``, ``language`` and ``direction``."""
    language = choose_language(request)
    environment = desk_of(request).environment
    return environment.get_template(template).render(
        request=request,
        path=request.url.path,
        query=request.query_params,
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        **values,
    )


def choose_language(request: Request) -> str:
    """Give the language of the page: the one chosen before, else the first that the browser takes, else English."""
    chosen = request.query_params.get("language") or request.cookies.get(LANGUAGE_COOKIE)
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").split(","):
        short = part.split(";")[0].strip().lower()[:2]
        if short in LANGUAGES:
            return short
    return LANGUAGES[0]


def to_json(shown: Any) -> bytes:
    """Give a record as JSON."""
    return _adapter(cast("type[object]", type(shown))).dump_json(shown)


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def etag_of(*parts: object) -> str:
    """Give a tag for a state: equal parts give equal tags."""
    made = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf8", "surrogatepass"))
    return f'"{made.hexdigest()[:24]}"'
