"""The page and the forms by which people name actors, and add claims that the reader missed."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from riwaya.errors import RequestInvalid
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.proposal import (
    Proposal,
    ProposedActor,
    ProposedFigure,
    ProposedLink,
    ProposedPlace,
    ProposedTime,
    Quote,
)
from riwaya.people.records import Visitor
from riwaya.serve import judging
from riwaya.serve.answers import answer
from riwaya.serve.asked import Marked, Wording, ask, name_in_path
from riwaya.serve.desk import desk_of
from riwaya.serve.entrance import field, own_path
from riwaya.serve.read.marking import read_mark
from riwaya.serve.read.naming import read_names
from riwaya.serve.review import judging_form
from riwaya.serve.visitors import require


def show_aliases(request: Request) -> Response:
    """``/aliases``, or ``/aliases?words=`` for one wording; see `riwaya.serve.read.naming`."""
    visitor = require(request)
    shown = read_names(desk_of(request).ledger, ask(request, Wording).words)
    return answer(request, "aliases.html", shown, visitor=visitor)


def show_mark(request: Request) -> Response:
    """``/documents/{id}/mark?start=&end=`` or ``?words=``: the form for a missed claim; see `riwaya.serve.read.marking`."""
    visitor = require(request, "correct")
    shown = read_mark(desk_of(request).ledger, name_in_path(request), ask(request, Marked))
    return answer(request, "mark.html", shown, visitor=visitor)


def _name(request: Request, visitor: Visitor, form: FormData) -> Response:
    """``POST /aliases``: ``wording``, ``actor`` (empty takes back), ``why``, ``etag``, ``next``."""
    actor = field(form, "actor").partition(" ")[0] or None
    made = judging.name_actor(
        desk_of(request).ledger,
        visitor,
        field(form, "wording"),
        actor,
        why=field(form, "why"),
        seen=field(form, "etag") or None,
    )
    after = field(form, "next") or f"/aliases?words={quote(made.alias.said)}"
    return RedirectResponse(own_path(after), status_code=303)


def _add(request: Request, visitor: Visitor, form: FormData) -> Response:
    """``POST /documents/{id}/claims``: the fields of the form of ``/documents/{id}/mark``."""
    made = judging.add_claim(
        desk_of(request).ledger,
        visitor,
        name_in_path(request),
        read_proposal(form),
        why=field(form, "why"),
        seen=field(form, "etag") or None,
    )
    assert made.claim is not None
    return RedirectResponse(f"/documents/{made.claim.document}#{made.claim.claim.id}", status_code=303)


def read_proposal(form: FormData) -> Proposal:
    """Give the claim that a form describes.

    Raises:
        RequestInvalid: A number or a day is none.
    """
    start = _number(form, "start")
    words = str(form.get("words", "")).replace("\r\n", "\n")
    kind = field(form, "type")
    if kind not in EVENT_TYPES:
        raise RequestInvalid("The claim does not say what happened.")
    source, told, place = _actor(form, "source"), field(form, "time.words"), field(form, "place.words")
    return Proposal(
        quote=Quote(text=words, start=start),
        trigger=Quote(text=field(form, "trigger")),
        type=kind,
        polarity=field(form, "polarity") or "affirmed",
        certainty=field(form, "certainty") or "stated",
        chain=(ProposedLink(source=source),) if source else (),
        agents=tuple(one for one in (_actor(form, "agent"),) if one),
        targets=tuple(one for one in (_actor(form, "target"),) if one),
        figures=_figures(form),
        time=ProposedTime(quote=Quote(text=told), start=_day(form, "time.start"), end=_day(form, "time.end"))
        if told
        else None,
        place=ProposedPlace(
            quote=Quote(text=place), name=field(form, "place.name") or place, id=field(form, "place.id") or None
        )
        if place
        else None,
    )


def _figures(form: FormData) -> tuple[ProposedFigure, ...]:
    words = field(form, "figure.words")
    if not words:
        return ()
    low, high = _number(form, "figure.low"), _number(form, "figure.high")
    measure = field(form, "figure.measure") or "other"
    of = _actor(form, "target")
    return (ProposedFigure(measure=measure, quote=Quote(text=words), low=low, high=high, of=of),)


def _actor(form: FormData, name: str) -> ProposedActor | None:
    """Give an actor by the words that name it; ``id`` or ``id:name`` or ``:name`` say who that is."""
    words = field(form, f"{name}.words")
    if not words:
        return None
    known, _, said = field(form, name).partition(":")
    return ProposedActor(name=said.strip() or words, quote=Quote(text=words), id=known.strip() or None)


def _number(form: FormData, name: str) -> int | None:
    given = field(form, name)
    if not given:
        return None
    if not given.isdecimal() or len(given) > 9:
        raise RequestInvalid(f"{name} is a number.")
    return int(given)


def _day(form: FormData, name: str) -> date | None:
    given = field(form, name)
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise RequestInvalid(f"{name} is a day, as 2031-03-12.") from error


def adding_routes() -> list[BaseRoute]:
    """Give the addresses of naming and adding."""
    return [
        Route("/aliases", show_aliases, name="aliases"),
        Route("/aliases", judging_form(_name), methods=["POST"]),
        Route("/documents/{id}/mark", show_mark, name="mark"),
        Route("/documents/{id}/claims", judging_form(_add), methods=["POST"]),
    ]
