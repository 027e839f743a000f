"""Who makes a request: by a token in the header, else by the session of the cookie."""

from __future__ import annotations

from starlette.requests import Request

from riwaya.errors import NotAllowed, SignInNeeded
from riwaya.people.records import Visitor
from riwaya.people.sessions import find_visitor
from riwaya.people.tokens import find_bearer
from riwaya.serve.desk import desk_of
from riwaya.serve.settings import DeskSettings


def cookie_name(settings: DeskSettings) -> str:
    """Give the name of the session's cookie; through TLS one that browsers take from this host only."""
    return "__Host-riwaya" if settings.is_secure else "riwaya_session"


def identify(request: Request) -> Visitor | None:
    """Give who makes a request; None for a stranger. A request with a token never counts by its cookie.

    Raises:
        SignInNeeded: There is a token, and it does not hold.
    """
    desk = desk_of(request)
    given = request.headers.get("authorization")
    if given is not None:
        kind, _, key = given.partition(" ")
        found = find_bearer(desk.engine, key.strip()) if kind.lower() == "bearer" else None
        if found is None:
            raise SignInNeeded("The token does not hold: it is over, was revoked, or never was.")
        return found
    secret = request.cookies.get(cookie_name(desk.settings))
    return find_visitor(desk.engine, secret) if secret else None


def require(request: Request, scope: str = "read") -> Visitor:
    """Give who makes a request, when they may do it.

    Raises:
        SignInNeeded: It is a stranger.
        NotAllowed: The role or the token does not allow it.
    """
    visitor = identify(request)
    if visitor is None:
        raise SignInNeeded("Nobody is signed in.")
    if not visitor.may(scope):
        what = "token" if visitor.token else f"role {visitor.person.role}"
        raise NotAllowed(f"The {what} does not allow to {scope}.", needs=scope)
    return visitor


def client_address(request: Request) -> str:
    """Give from where a request comes; behind a proxy, the server has put the proxy's word there already."""
    return request.client.host if request.client else ""
