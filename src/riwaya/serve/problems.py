"""Errors as answers: `application/problem+json` for programs, a page for people; both out of the one error table.

Source:
    RFC 9457, Problem Details for HTTP APIs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import (
    MethodUnknown,
    PageUnknown,
    RequestInvalid,
    RiwayaError,
    as_riwaya_error,
)

_JSON: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong, and what to do."""

    type: str
    """``urn:riwaya:error:RW804``: the same for every case of one error."""
    title: str
    """What this kind of error is."""
    status: int
    code: str
    detail: str
    """What happened this time."""
    hint: str
    """What to do."""
    context: dict[str, Any]
    """Named facts: seconds to wait, both versions of an item that was judged twice."""


def problem_of(error: RiwayaError) -> Problem:
    """Give the problem for an error."""
    title = (type(error).__doc__ or "").split("\n")[0].strip()
    return Problem(
        type=f"urn:riwaya:error:{error.code}",
        title=title,
        status=error.http_status,
        code=error.code,
        detail=error.message if error.http_status != 500 else title,
        hint=error.advice,
        context=dict(error.context),
    )


def error_of(raised: Exception) -> RiwayaError:
    """Give our error for whatever was raised while a request was answered."""
    if isinstance(raised, HTTPException):
        said = str(raised.detail)
        if raised.status_code == 404:
            return PageUnknown("There is no such page.")
        if raised.status_code == 405:
            return MethodUnknown("The page is not there for this method.")
        return RequestInvalid(f"{said}.")
    return as_riwaya_error(raised)


def answer_problem(error: RiwayaError) -> Response:
    """Give an error as problem+json."""
    problem = problem_of(error)
    body: dict[str, Any] = {
        "type": problem.type,
        "title": problem.title,
        "status": problem.status,
        "code": problem.code,
        "detail": problem.detail,
        "hint": problem.hint,
        **{name: value for name, value in problem.context.items() if name not in ("type", "title", "status")},
    }
    return Response(
        _JSON.dump_json(body),
        status_code=problem.status,
        media_type="application/problem+json",
        headers=headers_of(error),
    )


def headers_of(error: RiwayaError) -> dict[str, str]:
    """Give the headers that belong to an error."""
    headers: dict[str, str] = {"Cache-Control": "no-store"}
    if error.http_status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="riwaya"'
    if "seconds" in error.context:
        headers["Retry-After"] = str(error.context["seconds"])
    return headers


def wants_json(request: Request) -> bool:
    """Say whether the answer is for a program: the API, or whoever asks for JSON rather than for a page."""
    if request.url.path.startswith("/api/"):
        return True
    if request.query_params.get("format") == "json":
        return True
    accepted = request.headers.get("accept", "")
    return "json" in accepted and "text/html" not in accepted
