"""The endpoints that read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse
from typing_extensions import TypedDict

from riwaya.forms.event_types import OneEventForm
from riwaya.forms.events import one_event_form
from riwaya.forms.types import KeptClaimForm, SourceDocumentForm
from riwaya.ledger.accounts import reconcile_events
from riwaya.ledger.documents import find_document
from riwaya.ledger.engine import reading
from riwaya.ledger.failures import Failure
from riwaya.ledger.filters import ClaimFilter
from riwaya.ledger.form import document_form, kept_claim_form
from riwaya.ledger.history import Turn
from riwaya.ledger.overview import DayCount
from riwaya.ledger.sources import SourceStanding
from riwaya.ledger.standings import event_state
from riwaya.serve.answers import to_json
from riwaya.serve.api.replies import BEARER, PROBLEMS, READ, Here, Id, Key
from riwaya.serve.asked import ClaimQuery, Cursor, EventQuery, Paged, Plain, SearchQuery
from riwaya.serve.read.actor import ActorPage, OutletPage, read_actor, read_outlet
from riwaya.serve.read.claims import ClaimPage, read_claim
from riwaya.serve.read.document import DocumentPage, read_document
from riwaya.serve.read.lines import EventLine, listed_event
from riwaya.serve.read.overview import Point, read_overview
from riwaya.serve.read.place import PlacePage, read_place
from riwaya.serve.read.search import SearchPage, read_search
from riwaya.serve.shelf import find_head
from riwaya.stages.reconcile import reduce_accounts
from riwaya.stages.reconcile.policies import DEFAULT_POLICY

router = APIRouter(dependencies=[*READ, *BEARER], responses=PROBLEMS)
_STREAMED = 100
"""Records that a stream reads at once."""


class EventList(TypedDict):
    """A page of events."""

    items: list[EventLine]
    next: str | None
    """Give it as `after` for the next page; null where the list ends."""


class ClaimList(TypedDict):
    """A page of claims."""

    items: list[KeptClaimForm]
    next: str | None


class DocumentList(TypedDict):
    """A page of documents."""

    items: list[SourceDocumentForm]
    next: str | None


class MapForm(TypedDict):
    """Where the latest events of a filter lie."""

    points: list[Point]
    without_point: int
    is_cut: bool


class NameForm(TypedDict):
    """Somebody or some place, to be asked for."""

    key: str
    name: str
    what: str


class LookAhead(Paged):
    """Names that begin with some words."""

    begin: Plain
    limit: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What holds in the ledger."""

    pages: int
    documents: int
    claims: int
    events: int


@router.get("/counts")
def get_counts(here: Here) -> Counts:
    """How many pages, documents, claims and events hold."""
    return Counts(**here.ledger.view.counts())


@router.get("/events")
def list_events(here: Here, asked: Annotated[EventQuery, Query()]) -> EventList:
    """Events, the latest or the most contested first, a page at a time."""
    page = here.ledger.view.list_events(asked.filter(), order=asked.order, limit=asked.limit, after=asked.after)
    return {"items": [listed_event(one) for one in page.records], "next": page.next}


@router.get("/events/{id}")
def get_event(
    here: Here, id: Id, response: Response, policy: Annotated[Plain, Query()] = DEFAULT_POLICY
) -> OneEventForm:
    """One event with everything: claims, accounts, relations, origins, history, and what a policy makes of the tolls.

    The form is `riwaya.events/1`. The ETag is what merging and parting want as the state of the event.
    """
    found = here.ledger.accounts(id)
    with reading(here.engine) as connection:
        response.headers["ETag"] = f'"{event_state(connection, found.event.id)}"'
    return one_event_form(found, reduce_accounts(found, policy))


@router.get("/timeline")
def get_timeline(here: Here, asked: Annotated[EventQuery, Query()]) -> list[DayCount]:
    """How many events of a filter begin on each day; days without any are left out."""
    return here.ledger.view.count_days(asked.filter())


@router.get("/map")
def get_map(here: Here, asked: Annotated[EventQuery, Query()]) -> MapForm:
    """Where the latest events of a filter lie. Draw a circle of `radius_km`, never a bare point."""
    shown = here.shelf.get(find_head(here.engine), ("map", asked), lambda: read_overview(here.ledger, asked))
    return {"points": [*shown.points], "without_point": shown.without_point, "is_cut": shown.is_cut}


@router.get("/claims")
def list_claims(here: Here, asked: Annotated[ClaimQuery, Query()]) -> ClaimList:
    """Claims with their words and documents, the latest first, a page at a time."""
    page = here.ledger.view.list_claims(asked.filter(), limit=asked.limit, after=asked.after)
    return {"items": [kept_claim_form(one) for one in page.records], "next": page.next}


@router.get("/claims/{id}")
def get_claim(here: Here, id: Id, response: Response) -> ClaimPage:
    """One claim with its words, the words behind each field, why it was read so, and what was judged of it.

    The ETag is what a judgement wants as If-Match.
    """
    shown = read_claim(here.ledger, id)
    response.headers["ETag"] = shown.etag
    return shown


@router.get("/claims/{id}/explain")
def explain_claim(here: Here, id: Id) -> KeptClaimForm:
    """One claim as `riwaya.claims/1` has it, with the rules and the evidence behind it under `why`."""
    return kept_claim_form(here.ledger.view.claim(id))


@router.get("/documents")
def list_documents(here: Here, asked: Annotated[Paged, Query()]) -> DocumentList:
    """Documents, those read last first, a page at a time."""
    page = here.ledger.view.list_documents(limit=asked.limit, after=asked.after)
    return {"items": [document_form(one) for one in page.records], "next": page.next}


@router.get("/documents/{id}")
def get_document(here: Here, id: Id) -> DocumentPage:
    """One document: its text in blocks and runs, with its claims, what is furniture apart."""
    return read_document(here.ledger, id)


@router.get("/documents/{id}/text", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def get_text(here: Here, id: Id) -> Response:
    """The whole text of the page that carries a document, as it was read: what all spans point into."""
    kept, _ = find_document(here.engine, id)
    return Response(kept.document.text.encode("utf8", "replace"), media_type="text/plain")


@router.get("/actors")
def find_actors(here: Here, asked: Annotated[LookAhead, Query()]) -> list[NameForm]:
    """Actors of the ledger whose names begin with some words."""
    return _named(here, "actor", asked)


@router.get("/actors/{key:path}")
def get_actor(here: Here, key: Key, asked: Annotated[Paged, Query()]) -> ActorPage:
    """One actor: what it claims, what is claimed of it, whom it relays, how its figures stand to others'."""
    return read_actor(here.ledger, key, asked)


@router.get("/outlets/{key:path}")
def get_outlet(here: Here, key: Key, asked: Annotated[Paged, Query()]) -> OutletPage:
    """One outlet: what it published, and from whom that comes."""
    return read_outlet(here.ledger, key, asked)


@router.get("/sources")
def list_sources(here: Here, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> list[SourceStanding]:
    """The originators of most claims, with who relays them."""
    head = find_head(here.engine)
    return here.shelf.get(head, ("sources", limit), lambda: [*here.ledger.sources(limit=limit)])


@router.get("/places")
def find_places(here: Here, asked: Annotated[LookAhead, Query()]) -> list[NameForm]:
    """Places of the ledger whose names begin with some words."""
    return _named(here, "place", asked)


@router.get("/places/{key:path}")
def get_place(here: Here, key: Key, asked: Annotated[EventQuery, Query()]) -> PlacePage:
    """One place: what happened there, as it is told."""
    return read_place(here.ledger, key, asked)


@router.get("/search")
def search(here: Here, asked: Annotated[SearchQuery, Query()]) -> SearchPage:
    """Words in texts or claims, in any spelling and with any clitics: أ/ا, ة/ه, و، ب، ال."""
    return read_search(here.ledger, asked)


@router.get("/history/{id}")
def get_history(here: Here, id: Id) -> list[Turn]:
    """What happened to a claim, document, page, event or failure, oldest first, with who and why."""
    return [*here.ledger.history(id)]


@router.get("/failures")
def list_failures(here: Here) -> list[Failure]:
    """Pages that could not be read, each with what to do."""
    return [*here.ledger.failures()]


_LINES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/x-ndjson": {}}, "description": "A line a record."}
}


@router.get("/stream/claims", response_class=Response, responses=_LINES)
def stream_claims(here: Here, asked: Annotated[ClaimQuery, Query()]) -> Response:
    """All claims of a filter, a line each (NDJSON); `limit` does not count. What enters meanwhile may be among them."""
    wanted = asked.filter()
    return _stream(_iter_claims(here, wanted, asked.after))


@router.get("/stream/events", response_class=Response, responses=_LINES)
def stream_events(here: Here, asked: Annotated[EventQuery, Query()]) -> Response:
    """All events of a filter with everything, a line each (NDJSON, `riwaya.events/1`); `limit` does not count."""
    return _stream(_iter_events(here, asked))


def _iter_claims(here: Here, wanted: ClaimFilter, after: Cursor | None) -> Iterator[bytes]:
    while True:
        page = here.ledger.view.list_claims(wanted, limit=_STREAMED, after=after)
        for one in page.records:
            yield to_json(dict(kept_claim_form(one))) + b"\n"
        after = page.next
        if after is None:
            return


def _iter_events(here: Here, asked: EventQuery) -> Iterator[bytes]:
    view, after = here.ledger.view, asked.after
    while True:
        page = view.list_events(asked.filter(), order=asked.order, limit=_STREAMED, after=after)
        for line in page.records:
            for found in reconcile_events(view, [view.event(line.id)]):
                yield to_json(dict(one_event_form(found, reduce_accounts(found, DEFAULT_POLICY)))) + b"\n"
        after = page.next
        if after is None:
            return


def _stream(lines: Iterator[bytes]) -> Response:
    # The first record is read before the answer begins, so that what is wrong is still an error of its own.
    first = next(lines, b"")

    def chained() -> Iterator[bytes]:
        yield first
        yield from lines

    return StreamingResponse(chained(), media_type="application/x-ndjson")


def _named(here: Here, kind: Any, asked: LookAhead) -> list[NameForm]:
    found = here.ledger.view.suggest(kind, asked.begin, limit=min(asked.limit, 50))
    return [{"key": one.key, "name": one.name, "what": one.what} for one in found]
