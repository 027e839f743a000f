"""The pages, by address. Each is a record of `riwaya.serve.read` in a template, and the same record as JSON."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from riwaya.forms.events import one_event_form
from riwaya.serve.answers import answer, speech_of
from riwaya.serve.desk import desk_of
from riwaya.serve.pages.event_page import lay_out_event
from riwaya.serve.read.claims import read_claim
from riwaya.serve.read.document import read_document
from riwaya.serve.read.overview import read_overview
from riwaya.serve.visitors import require
from riwaya.stages.reconcile.policies import DEFAULT_POLICY, load_policies, reduce_accounts


def show_overview(request: Request) -> Response:
    """``/``: events, counts; see `riwaya.serve.read.overview`."""
    visitor = require(request)
    return answer(request, "overview.html", read_overview(desk_of(request).ledger), visitor=visitor)


def show_event(request: Request) -> Response:
    """``/events/{id}``."""
    visitor = require(request)
    ledger = desk_of(request).ledger
    found = ledger.accounts(request.path_params["id"])
    reduced = reduce_accounts(found, request.query_params.get("policy") or DEFAULT_POLICY)
    speech = speech_of(request)
    view = lay_out_event(found, reduced, load_policies(), speech, [("?format=json", "JSON")])
    return answer(request, "event.html", one_event_form(found, reduced), visitor=visitor, view=view)


def show_document(request: Request) -> Response:
    """``/documents/{id}``: the words of a page with the claims in them; see `riwaya.serve.read.document`."""
    visitor = require(request)
    shown = read_document(desk_of(request).ledger, request.path_params["id"])
    return answer(request, "document.html", shown, visitor=visitor)


def show_claim(request: Request) -> Response:
    """``/claims/{id}``: one claim, with what was judged of it; see `riwaya.serve.read.claims`."""
    visitor = require(request)
    shown = read_claim(desk_of(request).ledger, request.path_params["id"])
    return answer(request, "claim.html", shown, visitor=visitor, headers={"ETag": shown.etag})


def page_routes() -> list[BaseRoute]:
    """Give the addresses of the pages."""
    return [
        Route("/", show_overview, name="overview"),
        Route("/events/{id}", show_event, name="event"),
        Route("/documents/{id}", show_document, name="document"),
        Route("/claims/{id}", show_claim, name="claim"),
    ]
