"""The forms by which people judge; each leads back to where the person was, or shows both versions of a conflict."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from riwaya.people.records import Visitor
from riwaya.serve import judging
from riwaya.serve.answers import answer
from riwaya.serve.desk import desk_of
from riwaya.serve.entrance import field, own_path, read_form
from riwaya.serve.visitors import require

Action = Callable[[Request, Visitor, FormData], judging.Judged | Response]
_SET = "set."
"""Beginning of a field of the form that sets a field of the claim."""
_WAS = "was."
"""Beginning of a field that holds what stood there before: what a person left as it was is no correction."""
_AGREED = "looked at, and read right"
"""Reason of an accept that gives none: one key must be enough to agree."""


def judging_form(action: Action) -> Callable[[Request], object]:
    """Make an endpoint of a judgement: field ``next`` says where to go then."""

    async def endpoint(request: Request) -> Response:
        form = await read_form(request)
        return await run_in_threadpool(_act, action, request, form)

    return endpoint


def _act(action: Action, request: Request, form: FormData) -> Response:
    visitor = require(request, "correct")
    try:
        made = action(request, visitor, form)
    except judging.Contested as error:
        return conflict_of(request, visitor, error)
    if isinstance(made, Response):
        return made
    after = field(form, "next")
    if after:
        return RedirectResponse(own_path(after), status_code=303)
    if made.claim is not None:
        return RedirectResponse(f"/claims/{made.claim.claim.id}", status_code=303)
    return RedirectResponse(f"/events/{made.event}" if made.event else "/", status_code=303)


def conflict_of(request: Request, visitor: Visitor, error: judging.Contested) -> Response:
    """Give the page with both versions."""
    return answer(request, "conflict.html", error.conflict, visitor=visitor, status=error.http_status)


def _judge(request: Request, visitor: Visitor, form: FormData) -> judging.Judged:
    """``POST /claims/{id}/judge``: ``kind`` (accept, correct, reject, reset), ``why``, ``etag``, ``set.FIELD`` for a correction."""
    kind = field(form, "kind")
    why = field(form, "why") or (_AGREED if kind == "accept" else "")
    given = {
        name.removeprefix(_SET): str(value)
        for name, value in form.items()
        if name.startswith(_SET) and str(value) != form.get(f"{_WAS}{name.removeprefix(_SET)}")
    }
    return judging.judge(
        desk_of(request).ledger,
        visitor,
        request.path_params["id"],
        kind,
        why=why,
        settings=given or None,
        seen=field(form, "etag") or None,
    )


def _merge(request: Request, visitor: Visitor, form: FormData) -> judging.Judged:
    """``POST /events/merge``: ``event`` (several) and, in the same order, ``etag``; ``why``."""
    events = [str(one) for one in form.getlist("event")]
    tags = [str(one) for one in form.getlist("etag")]
    seen = dict(zip(events, tags, strict=False))
    return judging.merge(desk_of(request).ledger, visitor, events, why=field(form, "why"), seen=seen)


def _split(request: Request, visitor: Visitor, form: FormData) -> judging.Judged:
    """``POST /events/{id}/split``: ``claim`` (several), ``etag``, ``why``."""
    return judging.split(
        desk_of(request).ledger,
        visitor,
        request.path_params["id"],
        [str(one) for one in form.getlist("claim")],
        why=field(form, "why"),
        seen=field(form, "etag") or None,
    )


def review_routes() -> list[BaseRoute]:
    """Give the addresses of judging."""
    return [
        Route("/claims/{id}/judge", judging_form(_judge), methods=["POST"]),
        Route("/events/merge", judging_form(_merge), methods=["POST"]),
        Route("/events/{id}/split", judging_form(_split), methods=["POST"]),
    ]
