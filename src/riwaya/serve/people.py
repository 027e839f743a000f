"""The pages of an administrator: people and the audit."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from riwaya.errors import PersonInvalid, RequestInvalid
from riwaya.people import accounts
from riwaya.people.records import Visitor
from riwaya.people.sign_in import make_link
from riwaya.serve.account import posting
from riwaya.serve.answers import answer
from riwaya.serve.desk import desk_of
from riwaya.serve.entrance import field
from riwaya.serve.read.people import read_audit, read_people
from riwaya.serve.visitors import require


def show_people(request: Request) -> Response:
    """``/people``: see `riwaya.serve.read.people.PeoplePage`."""
    visitor = require(request, "admin")
    return answer(request, "people.html", read_people(desk_of(request).engine), visitor=visitor)


def show_audit(request: Request) -> Response:
    """``/audit?before=&subject=``: see `riwaya.serve.read.people.AuditPage`."""
    visitor = require(request, "admin")
    given = request.query_params.get("before") or None
    if given is not None and not (given.isascii() and given.isdecimal()):
        raise RequestInvalid("before is the number of a row.")
    shown = read_audit(
        desk_of(request).engine,
        before=int(given[:15]) if given else None,
        subject=request.query_params.get("subject") or None,
    )
    return answer(request, "audit.html", shown, visitor=visitor)


def _add(request: Request, visitor: Visitor, form: FormData) -> Response:
    """Fields ``name`` and ``role``; a link for the first sign-in is on the page that comes back."""
    engine = desk_of(request).engine
    made = accounts.add_person(engine, field(form, "name"), field(form, "role"), by=visitor.name)
    return _with_link(request, visitor, made.name)


def _link(request: Request, visitor: Visitor, _form: FormData) -> Response:
    return _with_link(request, visitor, request.path_params["name"])


def _with_link(request: Request, visitor: Visitor, name: str) -> Response:
    engine = desk_of(request).engine
    path = f"/sign-in/link/{make_link(engine, name, by=visitor.name)}"
    shown = read_people(engine, link=path, link_for=name)
    return answer(request, "people.html", shown, visitor=visitor, headers={"Cache-Control": "no-store"})


def _role(request: Request, visitor: Visitor, form: FormData) -> Response:
    """Field ``role``."""
    accounts.set_role(desk_of(request).engine, request.path_params["name"], field(form, "role"), by=visitor.name)
    return RedirectResponse("/people", status_code=303)


def _close(request: Request, visitor: Visitor, _form: FormData) -> Response:
    name = request.path_params["name"]
    if name.strip().lower() in (visitor.name, visitor.person.id):
        raise PersonInvalid("Nobody closes their own account.", hint="Ask another administrator.")
    accounts.close_account(desk_of(request).engine, name, by=visitor.name)
    return RedirectResponse("/people", status_code=303)


def _open(request: Request, visitor: Visitor, _form: FormData) -> Response:
    accounts.open_account(desk_of(request).engine, request.path_params["name"], by=visitor.name)
    return RedirectResponse("/people", status_code=303)


def _no_code(request: Request, visitor: Visitor, _form: FormData) -> Response:
    accounts.drop_totp(desk_of(request).engine, request.path_params["name"], by=visitor.name)
    return RedirectResponse("/people", status_code=303)


def people_routes() -> list[BaseRoute]:
    """Give the addresses of an administrator."""
    return [
        Route("/people", show_people, name="people"),
        Route("/people", posting(_add, "admin"), methods=["POST"]),
        Route("/people/{name}/role", posting(_role, "admin"), methods=["POST"]),
        Route("/people/{name}/link", posting(_link, "admin"), methods=["POST"]),
        Route("/people/{name}/close", posting(_close, "admin"), methods=["POST"]),
        Route("/people/{name}/open", posting(_open, "admin"), methods=["POST"]),
        Route("/people/{name}/no-code", posting(_no_code, "admin"), methods=["POST"]),
        Route("/audit", show_audit, name="audit"),
    ]
