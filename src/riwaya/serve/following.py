"""What is followed, as a page; an editor adds to it and takes from it. `riwaya watch` does the looking."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from riwaya.collect.opening import open_asker
from riwaya.errors import RequestInvalid
from riwaya.ledger.keys import plain_words
from riwaya.ledger.store import Ledger
from riwaya.people.records import Visitor
from riwaya.serve.account import posting
from riwaya.serve.answers import answer
from riwaya.serve.desk import desk_of
from riwaya.serve.entrance import field
from riwaya.serve.read.followed import read_followed
from riwaya.serve.visitors import require

MOST_MINUTES = 10_080
"""Between two looks: a week."""


def show_followed(request: Request) -> Response:
    """``/followed``: see `riwaya.serve.read.followed`."""
    visitor = require(request)
    return answer(request, "followed.html", read_followed(desk_of(request).ledger), visitor=visitor)


def follow_list(
    ledger: Ledger, who: str, url: str, *, outlet: str | None, language: str | None, minutes: float
) -> list[str]:
    """Follow what an address names, and give the addresses that are followed because of it.

    Raises:
        FetchError: The address does not answer, or may not be asked.
        ListInvalid: It names no list.
    """
    with open_asker(ledger.settings) as asker:
        from riwaya.collect import follow  # a desk that follows nothing needs none of its libraries

        return follow.add(
            ledger, plain_words(url), asker=asker, every=60 * minutes, outlet=outlet, language=language, who=who
        )


def unfollow_list(ledger: Ledger, url: str) -> int:
    """Follow a list no longer, nor those that it names; give how many.

    Raises:
        EntryUnknown: It is not followed.
    """
    with open_asker(ledger.settings) as asker:
        from riwaya.collect import follow

        return follow.remove(ledger, plain_words(url), asker=asker)


def _add(request: Request, visitor: Visitor, form: FormData) -> Response:
    """``POST /followed``: ``url``, ``outlet``, ``language``, ``minutes``."""
    given = field(form, "minutes") or "30"
    if not given.isdecimal() or not 1 <= int(given[:6]) <= MOST_MINUTES:
        raise RequestInvalid(f"Minutes between two looks are a number from 1 to {MOST_MINUTES}.")
    follow_list(
        desk_of(request).ledger,
        visitor.name,
        field(form, "url"),
        outlet=field(form, "outlet") or None,
        language=field(form, "language") or None,
        minutes=int(given),
    )
    return RedirectResponse("/followed", status_code=303)


def _remove(request: Request, _visitor: Visitor, form: FormData) -> Response:
    """``POST /followed/remove``: ``url``."""
    unfollow_list(desk_of(request).ledger, field(form, "url"))
    return RedirectResponse("/followed", status_code=303)


def following_routes() -> list[BaseRoute]:
    """Give the addresses of what is followed."""
    return [
        Route("/followed", show_followed, name="followed"),
        Route("/followed", posting(_add, "ingest"), methods=["POST"]),
        Route("/followed/remove", posting(_remove, "ingest"), methods=["POST"]),
    ]
