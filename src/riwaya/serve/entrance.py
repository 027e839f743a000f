"""Signing in and out."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from riwaya.errors import RequestInvalid, SignInFailed, TooManyTries
from riwaya.people.records import Person
from riwaya.people.sessions import DAYS, begin_session, end_session
from riwaya.people.sign_in import sign_in, use_link
from riwaya.serve.answers import answer
from riwaya.serve.desk import desk_of
from riwaya.serve.problems import Problem, headers_of, problem_of
from riwaya.serve.visitors import client_address, cookie_name, identify


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """What the page of signing in shows."""

    next: str
    """Where to go then: an address of this desk."""
    name: str = ""
    """As it was typed before."""
    problem: Problem | None = None
    """What was not right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPage:
    """What the page of a one-time link shows: one button, so that no look ahead of a program spends the link."""

    secret: str


def show_sign_in(request: Request) -> Response:
    """``GET /sign-in``: the form ``name``, ``password``, ``code``, ``next``."""
    return answer(request, "sign_in.html", SignIn(next=own_path(request.query_params.get("next"))))


async def do_sign_in(request: Request) -> Response:
    """``POST /sign-in``: begin a session, or show what is not right."""
    form = await read_form(request)
    return await run_in_threadpool(_sign_in, request, form)


def _sign_in(request: Request, form: FormData) -> Response:
    name, after = field(form, "name"), own_path(field(form, "next"))
    desk = desk_of(request)
    try:
        who = sign_in(
            desk.engine,
            name,
            field(form, "password"),
            code=field(form, "code"),
            address=client_address(request),
        )
    except (SignInFailed, TooManyTries) as error:
        shown = SignIn(next=after, name=name[:80], problem=problem_of(error))
        return answer(request, "sign_in.html", shown, status=error.http_status, headers=headers_of(error))
    return enter(request, who, after)


def show_link(request: Request) -> Response:
    """``GET /sign-in/link/{secret}``: the button that spends the link."""
    return answer(request, "sign_in_link.html", LinkPage(secret=request.path_params["secret"]))


async def do_link(request: Request) -> Response:
    """``POST /sign-in/link``: spend the link (field ``secret``) and begin a session."""
    form = await read_form(request)
    return await run_in_threadpool(_spend, request, field(form, "secret"))


def _spend(request: Request, secret: str) -> Response:
    return enter(request, use_link(desk_of(request).engine, secret), "/")


def do_sign_out(request: Request) -> Response:
    """``POST /sign-out``: end the session."""
    visitor = identify(request)
    if visitor is not None and visitor.session is not None:
        end_session(desk_of(request).engine, visitor.session, person=visitor.person.id, by=visitor.name)
    left = RedirectResponse("/sign-in", status_code=303)
    settings = desk_of(request).settings
    left.delete_cookie(cookie_name(settings), path="/", httponly=True, samesite="lax", secure=settings.is_secure)
    left.headers["Clear-Site-Data"] = '"cache"'
    return left


def enter(request: Request, who: Person, after: str) -> Response:
    """Begin a session for somebody who showed who they are: always a new one, whatever cookie came."""
    desk = desk_of(request)
    name = cookie_name(desk.settings)
    secret = begin_session(
        desk.engine,
        who,
        agent=request.headers.get("user-agent", ""),
        address=client_address(request),
        before=request.cookies.get(name),
    )
    entered = RedirectResponse(after, status_code=303)
    entered.set_cookie(
        name, secret, max_age=DAYS * 86400, path="/", httponly=True, samesite="lax", secure=desk.settings.is_secure
    )
    return entered


def own_path(given: str | None) -> str:
    """Give an address of this desk, or the overview's for what leads elsewhere."""
    path = given or "/"
    parts = urlsplit(path)
    is_own = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    return path if is_own and path.isprintable() and "\\" not in path else "/"


async def read_form(request: Request) -> FormData:
    """Give the fields of a form.

    Raises:
        RequestInvalid: It is none, or has too many fields.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise RequestInvalid("A form is expected.")
    return await request.form(max_files=0, max_fields=200)


def field(form: FormData, name: str) -> str:
    """Give the words of a field; none for one that is not there."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def entrance_routes() -> list[BaseRoute]:
    """Give the addresses of signing in and out."""
    return [
        Route("/sign-in", show_sign_in, name="sign_in"),
        Route("/sign-in", do_sign_in, methods=["POST"]),
        Route("/sign-in/link/{secret}", show_link, name="sign_in_link"),
        Route("/sign-in/link", do_link, methods=["POST"]),
        Route("/sign-out", do_sign_out, methods=["POST"], name="sign_out"),
    ]
