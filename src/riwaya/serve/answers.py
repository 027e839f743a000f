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
from riwaya.serve.pages.speech import LANGUAGES, Speech, choose_speech
from riwaya.serve.problems import wants_json

LANGUAGE_COOKIE = "riwaya_language"
THEME_COOKIE = "riwaya_theme"
THEMES = ("light", "dark")
_YEAR = 365 * 86400


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
        _keep_choices(request, made)
    made.headers["Vary"] = "Accept, Accept-Language, Cookie, Authorization"
    return made


def render(request: Request, template: str, **values: Any) -> str:
    """Draw a template. It also finds ``request``, ``path``, ``query``, ``speech``, ``language`` and ``theme``."""
    speech = speech_of(request)
    environment = desk_of(request).environment
    return environment.get_template(template).render(
        request=request,
        path=request.url.path,
        query=request.query_params,
        speech=speech,
        language=speech.code,
        theme=_theme_of(request),
        **values,
    )


def speech_of(request: Request) -> Speech:
    """Give the language of the page: the one chosen now or before, else the first that the browser takes."""
    chosen = request.query_params.get("language") or request.cookies.get(LANGUAGE_COOKIE)
    return choose_speech(chosen, request.headers.get("accept-language", ""))


def _theme_of(request: Request) -> str | None:
    """Give light or dark where that was chosen; None is the system's."""
    chosen = request.query_params.get("theme") or request.cookies.get(THEME_COOKIE)
    return chosen if chosen in THEMES else None


def _keep_choices(request: Request, made: Response) -> None:
    """Remember a language or theme that was chosen in the address, so that other pages have it too."""
    is_secure = desk_of(request).settings.is_secure
    for name, cookie, known in (("language", LANGUAGE_COOKIE, LANGUAGES), ("theme", THEME_COOKIE, (*THEMES, "auto"))):
        chosen = request.query_params.get(name)
        if chosen is not None and chosen in known:
            made.set_cookie(cookie, chosen, max_age=_YEAR, path="/", httponly=True, samesite="lax", secure=is_secure)


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
