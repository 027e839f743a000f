"""Words found: in whole texts or in the words of claims, in any spelling and with any clitics."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.ledger.filters import ClaimFilter
from riwaya.ledger.found import TextHit
from riwaya.ledger.names import Suggestion
from riwaya.ledger.store import Ledger
from riwaya.model.document import Outlet
from riwaya.model.span import Span
from riwaya.model.timex import Published
from riwaya.serve.asked import SearchQuery
from riwaya.serve.read.claims import ClaimLine, claim_line

_SUGGESTED = 8
"""Actors and places beside the results."""
_PASSAGES = 25
"""Places of one text that are told at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A document in which the words were found."""

    document: str
    name: str
    title: str
    outlet: Outlet | None
    published: Published
    language: str
    passage: str
    """About the first of them."""
    found: tuple[Span, ...]
    """Where they stand in the passage."""
    times: int
    """How often they stand in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the page of a search shows; nothing but the form where nothing was asked."""

    asked: SearchQuery
    texts: tuple[TextLine, ...]
    """Where whole texts are searched: those read last first."""
    claims: tuple[ClaimLine, ...]
    """Where claims are searched, with where the words stand in each."""
    next: str | None
    """A page may be shorter than its limit though there is a next one."""
    actors: tuple[Suggestion, ...]
    """Whose names begin with the words."""
    places: tuple[Suggestion, ...]


def read_search(ledger: Ledger, asked: SearchQuery) -> SearchPage:
    """Give what is found.

    Raises:
        InputError: There is no word in what is sought.
    """
    if asked.words is None:
        return SearchPage(asked=asked, texts=(), claims=(), next=None, actors=(), places=())
    view = ledger.view
    texts: tuple[TextLine, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    if asked.kind == "texts":
        page = view.search_texts(asked.words, limit=asked.limit, after=asked.after)
        texts, following = tuple(_line(one) for one in page.records), page.next
    else:
        hits = view.list_claims(ClaimFilter(search=asked.words), limit=asked.limit, after=asked.after)
        claims, following = tuple(claim_line(one) for one in hits.records), hits.next
    return SearchPage(
        asked=asked,
        texts=texts,
        claims=claims,
        next=following,
        actors=tuple(view.suggest("actor", asked.words, limit=_SUGGESTED)),
        places=tuple(view.suggest("place", asked.words, limit=_SUGGESTED)),
    )


def _line(hit: TextHit) -> TextLine:
    document, passage = hit.kept.document, hit.passage
    inside = [one for one in hit.found if passage.contains(one)][:_PASSAGES]
    title = document.title.of(document.text) if document.title else hit.kept.name
    return TextLine(
        document=document.id,
        name=hit.kept.name,
        title=" ".join(title.split()),
        outlet=document.outlet,
        published=document.published,
        language=document.language,
        passage=passage.of(document.text),
        found=tuple(Span(one.start - passage.start, one.end - passage.start) for one in inside),
        times=len(hit.found),
    )
