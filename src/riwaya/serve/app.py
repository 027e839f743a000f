"""The application: routes, guards, errors, put together."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import anyio.to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from riwaya import __version__
from riwaya.errors import RequestInvalid, RiwayaError, SignInNeeded
from riwaya.ledger.engine import bound_reads
from riwaya.ledger.store import Ledger
from riwaya.serve.account import account_routes
from riwaya.serve.adding import adding_routes
from riwaya.serve.answers import answer
from riwaya.serve.api.routing import add_api
from riwaya.serve.desk import Desk
from riwaya.serve.entrance import entrance_routes
from riwaya.serve.following import following_routes
from riwaya.serve.pages.environment import build_environment
from riwaya.serve.people import people_routes
from riwaya.serve.problems import answer_problem, error_of, headers_of, problem_of, wants_json
from riwaya.serve.review import review_routes
from riwaya.serve.routes import page_routes
from riwaya.serve.security import Guard, Limits
from riwaya.serve.settings import DeskSettings

STATIC = Path(__file__).parent / "static"
"""Where `make assets` puts what browsers load."""


def build_app(settings: DeskSettings) -> FastAPI:
    """Build the desk over a ledger that exists; the ledger stays open until the application ends.

    Raises:
        LedgerError: The ledger cannot be opened.
    """
    ledger = Ledger(settings.ledger, create=False, settings=settings.riwaya)
    app = FastAPI(
        title="Riwaya",
        version=__version__,
        description="The ledger of attributed claims: who says, through whom, what happened, to whom, how many, where and when.",
        docs_url=None,  # they would load scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_lifespan,
        separate_input_output_schemas=False,
    )
    bound_reads(ledger.engine, settings.answer_seconds)
    app.state.desk = Desk(settings=settings, ledger=ledger, environment=build_environment(settings.boundaries))
    app.router.routes.extend(
        [
            *page_routes(),
            *entrance_routes(),
            *account_routes(),
            *people_routes(),
            *review_routes(),
            *adding_routes(),
            *following_routes(),
            Route("/healthz", _say_health),
        ]
    )
    add_api(app)
    app.router.routes.append(Mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static"))
    for kind in (RiwayaError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, _answer_error)
    app.add_middleware(Limits, settings=settings)
    app.add_middleware(Guard, settings=settings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncGenerator[None]:
    desk: Desk = app.state.desk
    anyio.to_thread.current_default_thread_limiter().total_tokens = desk.settings.threads
    yield
    desk.ledger.close()


def _answer_error(request: Request, raised: Exception) -> Response:
    error = error_of(raised) if not isinstance(raised, RequestValidationError) else _invalid(raised)
    if wants_json(request):
        return answer_problem(error)
    if isinstance(error, SignInNeeded) and request.method == "GET":
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/sign-in?next={quote(here, safe='')}" if here != "/" else "/sign-in", status_code=303)
    problem = problem_of(error)
    return answer(request, "error.html", problem, status=problem.status, headers=headers_of(error))


def _invalid(raised: RequestValidationError) -> RiwayaError:
    wrong = [_say_wrong(one) for one in raised.errors()]
    return RequestInvalid(f"The request cannot be taken: {'; '.join(wrong[:5])}.", errors=wrong[:20])


def _say_wrong(one: Any) -> str:
    where = ".".join(str(part) for part in one.get("loc", ()))
    return f"{where}: {one.get('msg', 'invalid')}"


def _say_health(_request: Request) -> Response:
    return JSONResponse({"status": "ok", "version": __version__})
