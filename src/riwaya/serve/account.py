"""The pages of one's own account: password, second factor, sessions, tokens."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from riwaya.errors import NotAllowed, RequestInvalid, SignInFailed
from riwaya.people import accounts, tokens
from riwaya.people.records import Visitor
from riwaya.people.secrets import totp_address
from riwaya.people.sessions import end_session
from riwaya.people.sign_in import sign_in
from riwaya.serve.answers import answer
from riwaya.serve.desk import desk_of
from riwaya.serve.entrance import field, read_form
from riwaya.serve.read.people import NewCode, NewToken, read_account
from riwaya.serve.visitors import client_address, require

Action = Callable[[Request, Visitor, FormData], Response]


def show_account(request: Request) -> Response:
    """``/account``: see `riwaya.serve.read.people.AccountPage`; ``?said=`` tells what was done just now."""
    visitor = require(request)
    said = request.query_params.get("said", "")
    shown = read_account(desk_of(request).engine, visitor, said=said if said in _SAID else "")
    return answer(request, "account.html", shown, visitor=visitor)


def posting(action: Action, scope: str = "read") -> Callable[[Request], object]:
    """Make an endpoint of what a form does: only for somebody with a session, as no token may make others."""

    async def endpoint(request: Request) -> Response:
        form = await read_form(request)
        return await run_in_threadpool(_act, action, scope, request, form)

    return endpoint


def _act(action: Action, scope: str, request: Request, form: FormData) -> Response:
    visitor = require(request, scope)
    if visitor.session is None:
        raise NotAllowed("Accounts are managed by somebody who is signed in, not by a token.")
    return action(request, visitor, form)


def _set_password(request: Request, visitor: Visitor, form: FormData) -> Response:
    """Fields ``now`` (the old one, where there is one) and ``password``."""
    engine = desk_of(request).engine
    _prove(request, visitor, form)
    accounts.set_password(engine, visitor.name, field(form, "password"), by=visitor.name, keep=visitor.session)
    return _done("password")


def _prove(request: Request, visitor: Visitor, form: FormData) -> None:
    """See that whoever sits there knows the password: a session that was left open is not enough."""
    if not visitor.person.has_password:
        return
    address = client_address(request)
    found = sign_in(
        desk_of(request).engine, visitor.name, field(form, "now"), code=field(form, "code"), address=address
    )
    if found.id != visitor.person.id:
        raise SignInFailed("The password is not right.")


def _begin_code(request: Request, visitor: Visitor, _form: FormData) -> Response:
    engine = desk_of(request).engine
    if visitor.person.has_totp:
        raise RequestInvalid("There is a second factor already.", hint="Drop it first.")
    secret = accounts.begin_totp(engine, visitor.name)
    shown = NewCode(secret=secret, address=totp_address(secret, visitor.name))
    page = read_account(engine, visitor, new_code=shown)
    return answer(request, "account.html", page, visitor=visitor, headers={"Cache-Control": "no-store"})


def _confirm_code(request: Request, visitor: Visitor, form: FormData) -> Response:
    """Field ``code``."""
    accounts.confirm_totp(desk_of(request).engine, visitor.name, field(form, "code"))
    return _done("code-on")


def _drop_code(request: Request, visitor: Visitor, form: FormData) -> Response:
    """Fields ``now`` and ``code``, as for a password."""
    _prove(request, visitor, form)
    accounts.drop_totp(desk_of(request).engine, visitor.name, by=visitor.name)
    return _done("code-off")


def _make_token(request: Request, visitor: Visitor, form: FormData) -> Response:
    """Fields ``name``, ``scope`` (several) and ``days``; the key is on the page that comes back, and nowhere else."""
    engine = desk_of(request).engine
    days = field(form, "days") or "90"
    if not (days.isascii() and days.isdecimal()):
        raise RequestInvalid("The days of a token are a number.")
    scopes = [str(one) for one in form.getlist("scope")]
    key, made = tokens.make_token(
        engine, visitor.name, field(form, "name"), scopes, days=int(days[:6]), by=visitor.name
    )
    page = read_account(engine, visitor, new_token=NewToken(key=key, token=made))
    return answer(request, "account.html", page, visitor=visitor, headers={"Cache-Control": "no-store"})


def _revoke(request: Request, visitor: Visitor, _form: FormData) -> Response:
    tokens.revoke_token(desk_of(request).engine, request.path_params["id"], person=_own(visitor), by=visitor.name)
    return _done("revoked")


def _end(request: Request, visitor: Visitor, _form: FormData) -> Response:
    end_session(desk_of(request).engine, request.path_params["id"], person=_own(visitor), by=visitor.name)
    return _done("ended")


def _own(visitor: Visitor) -> str | None:
    """Give whose sessions and tokens may be ended: one's own, or anybody's by an administrator."""
    return None if visitor.may("admin") else visitor.person.id


def _done(said: str) -> Response:
    return RedirectResponse(f"/account?said={said}", status_code=303)


_SAID = ("password", "code-on", "code-off", "revoked", "ended")


def account_routes() -> list[BaseRoute]:
    """Give the addresses of one's own account."""
    return [
        Route("/account", show_account, name="account"),
        Route("/account/password", posting(_set_password), methods=["POST"]),
        Route("/account/code", posting(_begin_code), methods=["POST"]),
        Route("/account/code/confirm", posting(_confirm_code), methods=["POST"]),
        Route("/account/code/drop", posting(_drop_code), methods=["POST"]),
        Route("/account/tokens", posting(_make_token), methods=["POST"]),
        Route("/account/tokens/{id}/revoke", posting(_revoke), methods=["POST"]),
        Route("/account/sessions/{id}/end", posting(_end), methods=["POST"]),
    ]
