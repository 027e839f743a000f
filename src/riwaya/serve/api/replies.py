"""What the endpoints of the API share: who asks, which errors may come, lists."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Path, Security
from fastapi.security import HTTPBearer
from starlette.requests import Request
from typing_extensions import TypedDict

from riwaya.people.records import Visitor
from riwaya.serve.desk import Desk, desk_of
from riwaya.serve.visitors import require

_bearer = HTTPBearer(auto_error=False, description="A token: `Authorization: Bearer rwy_...`")
"""Names the scheme in the OpenAPI; `require` does the work."""


class ProblemForm(TypedDict):
    """An error, as `application/problem+json` (RFC 9457)."""

    type: str
    """`urn:riwaya:error:RW804`."""
    title: str
    status: int
    code: str
    """See the table of errors in the reference."""
    detail: str
    hint: str
    """What to do."""


def _problem(words: str) -> dict[str, Any]:
    schema = {"schema": {"$ref": "#/components/schemas/ProblemForm"}}
    return {"description": words, "content": {"application/problem+json": schema}}


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: _problem("The request is none."),
    401: _problem("No token, or one that does not hold."),
    403: _problem("The role or the token does not allow it."),
    404: _problem("There is no such thing."),
    408: _problem("The request did not arrive in time."),
    413: _problem("The request is too large."),
    422: _problem("A parameter or the body is not what is taken."),
    429: _problem("Too many tries."),
    500: _problem("A bug; please report it."),
    503: _problem("The ledger is busy, or cannot be reached."),
}
"""Errors that every endpoint may give."""
CONFLICTS: dict[int | str, dict[str, Any]] = {
    409: _problem("What is to be judged is not there any more."),
    412: _problem("Somebody judged first; `theirs` and `claim` are what holds now."),
    428: _problem("If-Match is missing."),
}
"""Errors of judging."""


def _asker(scope: str) -> Any:
    def ask(request: Request) -> Visitor:
        return require(request, scope)

    ask.__name__ = f"may_{scope}"
    return ask


def _desk(request: Request) -> Desk:
    return desk_of(request)


Here = Annotated[Desk, Depends(_desk)]
READ = [Depends(_asker("read")), Security(_bearer)]
"""Dependencies of an endpoint that a reader may call; the next ones are for more."""
Reviewer = Annotated[Visitor, Depends(_asker("correct"))]
Editor = Annotated[Visitor, Depends(_asker("ingest"))]
Administrator = Annotated[Visitor, Depends(_asker("admin"))]
BEARER = [Security(_bearer)]
Id = Annotated[str, Path(pattern=r"^[a-z]{3}_[0-9a-f]{4,32}$", description="An id, or the beginning of one.")]
Key = Annotated[
    str,
    Path(
        min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]+$", description="An id, or `name:` and the folded name."
    ),
]
