"""What the desk turns away (RW8xx)."""

from __future__ import annotations

from riwaya.errors.base import RiwayaError


class ServeError(RiwayaError):
    """The desk cannot do what was asked of it."""

    code, http_status, exit_code, hint = "RW800", 400, 78, "See the message."


class BindRefused(ServeError):
    """The desk would be open to others, and nobody has an account by which to sign in."""

    code, http_status = "RW801", 500
    hint = "Make one with `riwaya people add NAME --role administrator`, or leave out --host."


class SignInNeeded(ServeError, PermissionError):
    """Nobody is signed in, or the session or token is over."""

    code, http_status, exit_code = "RW802", 401, 77
    hint = "Sign in, or send a token: Authorization: Bearer rwy_..."


class SignInFailed(ServeError, PermissionError):
    """The name, the password, the code or the link is not right."""

    code, http_status, exit_code = "RW803", 401, 77
    hint = "Try again; an administrator can make a new link with `riwaya people link NAME`."


class NotAllowed(ServeError, PermissionError):
    """The person or the token may not do this."""

    code, http_status, exit_code = "RW804", 403, 77
    hint = "Ask an administrator for the role, or use a token with the scope."


class CrossOrigin(ServeError, PermissionError):
    """A page of another site asked for a change in the name of somebody who is signed in."""

    code, http_status, exit_code = "RW805", 403, 77
    hint = "Do it from a page of the desk; programs send a token and no cookie."


class HostUnknown(ServeError):
    """The request names a host that this desk is not."""

    code, http_status = "RW806", 421
    hint = "Use the address that `riwaya serve` printed, or allow this one with --public-url."


class RequestTooLarge(ServeError):
    """The request is larger than the bound."""

    code, http_status, hint = "RW807", 413, "Send fewer pages at once, or raise RIWAYA_MAX_BYTES."


class RequestTooSlow(ServeError, TimeoutError):
    """The request did not arrive, or the answer was not ready, within the bound."""

    code, http_status, hint = "RW808", 408, "Send it faster, or ask for less at once."


class TooManyTries(ServeError):
    """There were too many wrong passwords or too many requests."""

    code, http_status, exit_code, hint = "RW809", 429, 77, "Wait as many seconds as Retry-After says."


class RequestInvalid(ServeError, ValueError):
    """A parameter or the body of a request is not what the API takes."""

    code, http_status, exit_code, hint = "RW810", 422, 65, "See /api/v1/openapi.json for what it takes."


class PageUnknown(ServeError, LookupError):
    """The desk has no such page."""

    code, http_status, hint = "RW811", 404, "Begin at the overview."


class MethodUnknown(ServeError):
    """The page is there, but not for this method."""

    code, http_status, hint = "RW812", 405, "See the header Allow, and /api/v1/openapi.json."


class PersonUnknown(ServeError, LookupError):
    """Nobody of that name has an account, or there is no such token or session."""

    code, http_status, exit_code, hint = "RW813", 404, 65, "List them with `riwaya people list`."


class PersonInvalid(ServeError, ValueError):
    """An account, a password or a token cannot be made so."""

    code, http_status, exit_code, hint = "RW814", 422, 65, "See the message; nothing was written."


class DeskMissing(ServeError, ImportError):
    """The packages of the desk are not installed."""

    code, http_status, hint = "RW815", 500, "Install them: pip install 'riwaya[desk]'."
