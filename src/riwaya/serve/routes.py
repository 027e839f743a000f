"""The pages, by address. Each is a record of `riwaya.serve.read` in a template, and the same record as JSON.

A page is the same as long as the ledger is: its ETag says of which state it is, and what was read is kept for whoever
asks again (`riwaya.serve.shelf`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from riwaya import __version__
from riwaya.forms.events import one_event_form
from riwaya.ledger.engine import reading
from riwaya.ledger.standings import event_state
from riwaya.serve.answers import answer, etag_of, speech_of
from riwaya.serve.asked import EventQuery, Paged, SearchQuery, ask, name_in_path
from riwaya.serve.desk import Desk, desk_of
from riwaya.serve.pages.event_page import lay_out_event
from riwaya.serve.read.actor import read_actor, read_outlet
from riwaya.serve.read.claims import read_claim
from riwaya.serve.read.document import read_document
from riwaya.serve.read.lists import read_documents, read_failures, read_sources
from riwaya.serve.read.overview import read_overview
from riwaya.serve.read.place import read_place
from riwaya.serve.read.review import ReviewQuery, read_review
from riwaya.serve.read.search import read_search
from riwaya.serve.shelf import find_head
from riwaya.serve.visitors import require
from riwaya.stages.reconcile.policies import DEFAULT_POLICY, load_policies, reduce_accounts

Read = Callable[[Desk, Request], Any]
LayOut = Callable[[Any, Request], Any]
"""Makes what a template needs beside the record, in the language of the page; it finds that as ``view``."""


def page(
    template: str, read: Read, *, scope: str = "read", lay_out: LayOut | None = None
) -> Callable[[Request], Response]:
    """Make the endpoint of a page.

    Args:
        template: Draws it.
        read: Gives its record.
        scope: What the visitor must be allowed.
        lay_out: See `LayOut`.
    """

    def endpoint(request: Request) -> Response:
        visitor = require(request, scope)
        desk = desk_of(request)
        head = find_head(desk.engine)
        query = str(request.url.query)
        shown_as = (request.headers.get("accept", ""), speech_of(request).code, request.headers.get("cookie", ""))
        tag = etag_of(__version__, desk.started, head, request.url.path, query, visitor.person, *shown_as)
        headers = {"ETag": tag}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        shown = desk.shelf.get(head, (request.url.path, query), lambda: read(desk, request))
        view = lay_out(shown, request) if lay_out is not None else None
        return answer(request, template, shown, visitor=visitor, headers=headers, view=view)

    return endpoint


def show_event(request: Request) -> Response:
    """``/events/{id}?policy=``: the accounts of one event; as JSON `riwaya.events/1`.

    The template finds ``view`` and, for merging and parting, ``state``; programs find that as ETag.
    """
    visitor = require(request)
    desk = desk_of(request)
    head = find_head(desk.engine)
    name = name_in_path(request)
    asked = request.query_params.get("policy") or DEFAULT_POLICY
    found = desk.shelf.get(head, ("accounts", name), lambda: desk.ledger.accounts(name))
    reduced = reduce_accounts(found, asked)
    speech = speech_of(request)
    view = lay_out_event(found, reduced, load_policies(), speech)
    with reading(desk.engine) as connection:
        state = event_state(connection, found.event.id)
    return answer(
        request,
        "event.html",
        one_event_form(found, reduced),
        visitor=visitor,
        headers={"ETag": f'"{state}"'},
        view=view,
        state=f'"{state}"',
    )


def show_claim(request: Request) -> Response:
    """``/claims/{id}``: one claim, with what was judged of it; see `riwaya.serve.read.claims`."""
    visitor = require(request)
    shown = read_claim(desk_of(request).ledger, name_in_path(request))
    return answer(request, "claim.html", shown, visitor=visitor, headers={"ETag": shown.etag})


def _overview(desk: Desk, request: Request) -> Any:
    asked = ask(request, EventQuery)
    counts = desk.shelf.get(find_head(desk.engine), ("counts",), desk.ledger.view.counts)
    return read_overview(desk.ledger, asked, counts)


def _document(desk: Desk, request: Request) -> Any:
    return read_document(desk.ledger, name_in_path(request))


def _actor(desk: Desk, request: Request) -> Any:
    return read_actor(desk.ledger, name_in_path(request), ask(request, Paged))


def _outlet(desk: Desk, request: Request) -> Any:
    return read_outlet(desk.ledger, name_in_path(request), ask(request, Paged))


def _place(desk: Desk, request: Request) -> Any:
    return read_place(desk.ledger, name_in_path(request), ask(request, EventQuery))


def _search(desk: Desk, request: Request) -> Any:
    return read_search(desk.ledger, ask(request, SearchQuery))


def _review(desk: Desk, request: Request) -> Any:
    return read_review(desk.ledger, ask(request, ReviewQuery))


def _documents(desk: Desk, request: Request) -> Any:
    return read_documents(desk.ledger, ask(request, Paged))


def _sources(desk: Desk, _request: Request) -> Any:
    return read_sources(desk.ledger)


def _failures(desk: Desk, _request: Request) -> Any:
    return read_failures(desk.ledger)


def page_routes() -> list[BaseRoute]:
    """Give the addresses of the pages."""
    return [
        Route("/", page("overview.html", _overview), name="overview"),
        Route("/events/{id}", show_event, name="event"),
        Route("/documents", page("documents.html", _documents), name="documents"),
        Route("/sources", page("sources.html", _sources), name="sources"),
        Route("/failures", page("failures.html", _failures), name="failures"),
        Route("/documents/{id}", page("document.html", _document), name="document"),
        Route("/claims/{id}", show_claim, name="claim"),
        Route("/actors/{id:path}", page("actor.html", _actor), name="actor"),
        Route("/outlets/{id:path}", page("outlet.html", _outlet), name="outlet"),
        Route("/places/{id:path}", page("place.html", _place), name="place"),
        Route("/search", page("search.html", _search), name="search"),
        Route("/review", page("review.html", _review, scope="correct"), name="review"),
    ]
