"""The pages, by address. Each is a record of `riwaya.serve.read` in a template, and the same record as JSON."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from riwaya.serve.answers import answer
from riwaya.serve.desk import desk_of
from riwaya.serve.read.overview import read_overview
from riwaya.serve.visitors import require


def show_overview(request: Request) -> Response:
    """``/``: events, counts; see `riwaya.serve.read.overview`."""
    visitor = require(request)
    return answer(request, "overview.html", read_overview(desk_of(request).ledger), visitor=visitor)


def page_routes() -> list[BaseRoute]:
    """Give the addresses of the pages."""
    return [
        Route("/", show_overview, name="overview"),
    ]
