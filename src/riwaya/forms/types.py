"""Types of the public form `riwaya.analysis/1`, from which its JSON Schema is generated.

The docstring under a field is its description in the schema.
"""

from __future__ import annotations

from typing import NotRequired

# pydantic refuses typing.TypedDict before Python 3.12.
from typing_extensions import TypedDict

ANALYSIS_SCHEMA = "riwaya.analysis/1"
CLAIMS_SCHEMA = "riwaya.claims/1"


class SpanForm(TypedDict):
    """A stretch of the text: Unicode code points, end exclusive."""

    start: int
    end: int
    text: str
    """The words: always ``text[start:end]``."""


class InputForm(TypedDict):
    """What was read."""

    name: str
    sha256: str
    """Of the bytes as given."""
    characters: int
    """Code points of the text that spans point into."""


class OutletForm(TypedDict):
    """Who publishes."""

    id: str | None
    name: str


class PublishedForm(TypedDict):
    """When a document came out, both days inclusive; null where unknown."""

    start: str | None
    end: str | None
    basis: str
    why: str


class ActorForm(TypedDict):
    """Somebody; the id is null where no entry of the registry fits."""

    id: str | None
    name: str
    kind: str


class NamedActorForm(TypedDict):
    """Somebody, by id and name."""

    id: str | None
    name: str


class VerbForm(TypedDict):
    """The words of telling, and how the teller stands to what is told."""

    text: str
    stance: str


class ToldForm(TypedDict):
    """When it was told, both days inclusive."""

    start: str | None
    end: str | None
    span: SpanForm


class LinkForm(TypedDict):
    """One link of a chain."""

    source: ActorForm
    span: SpanForm
    verb: VerbForm | None
    channel: str | None
    """statement, video, interview, social-media ...; null where the text does not say."""
    told: ToldForm | None


class ParticipantForm(TypedDict):
    """An actor in a role, with the words that say so."""

    actor: ActorForm
    span: SpanForm


class CountedForm(TypedDict):
    """Who is counted."""

    actor: NamedActorForm
    span: SpanForm | None


class FigureForm(TypedDict):
    """How many people suffered what; bounds are inclusive, null is open."""

    measure: str
    low: int | None
    high: int | None
    about: bool
    span: SpanForm
    of: CountedForm | None


class TimeForm(TypedDict):
    """When it happened, both days inclusive; null where the words are relative and nothing anchors them."""

    start: str | None
    end: str | None
    precision: str
    span: SpanForm
    inherited: NotRequired[bool]
    """True where carried over from the surrounding text; left out otherwise."""


class PlaceForm(TypedDict):
    """Where it happened: a point with a precision, never a false point."""

    id: str | None
    name: str
    lat: float | None
    lon: float | None
    precision: str
    relation: str
    span: SpanForm
    inherited: NotRequired[bool]
    """True where carried over from the surrounding text; left out otherwise."""


class ClaimForm(TypedDict):
    """One happening that somebody puts forward, under one chain, in its own words."""

    id: str
    span: SpanForm
    trigger: SpanForm
    """The word that names the happening."""
    type: str
    subtype: str | None
    polarity: str
    certainty: str
    chain: list[LinkForm]
    """From the outermost relay to the originator, without the outlet; empty for the outlet's own voice."""
    agents: list[ParticipantForm]
    targets: list[ParticipantForm]
    figures: list[FigureForm]
    time: TimeForm | None
    place: PlaceForm | None
    why: list[str]
    """Rules and evidence that produced the claim, in the order in which they were applied."""


class ArticleForm(TypedDict):
    """One document of the page, with its claims in text order."""

    id: str
    role: str
    language: str
    title: SpanForm | None
    section: SpanForm | None
    byline: SpanForm | None
    dateline: SpanForm | None
    outlet: OutletForm | None
    published: PublishedForm
    body: SpanForm
    claims: list[ClaimForm]


class WarningForm(TypedDict):
    """Something a reader of the result should know; no error."""

    code: str
    message: str


class AnalysisForm(TypedDict):
    """Everything read from one page."""

    schema: str
    input: InputForm
    text: str | None
    """What spans point into; null for plain text, where that is the input itself as decoded."""
    articles: list[ArticleForm]
    warnings: list[WarningForm]


class SourceDocumentForm(TypedDict):
    """The document that carries a claim of the ledger, and the file that carried it."""

    id: str
    name: str
    """Name of the ingested file."""
    outlet: OutletForm | None
    url: str | None
    published: PublishedForm
    language: str
    version: int
    """Number of the page's version, from 1."""


class KeptClaimForm(ClaimForm):
    """A claim of the ledger."""

    document: SourceDocumentForm
    told_on: str | None
    """When its originator told it, else when the document came out."""
    event: str | None
    """Id of the event that it speaks of; null for a state, or where a person rejected it."""
    verdict: str | None
    """accepted, corrected or rejected; null where nobody has judged it."""
    live: bool
    """False where a newer version or reading of the page has superseded it."""
    found: NotRequired[list[SpanForm]]
    """Where the words that were searched for stand."""


class ClaimsForm(TypedDict):
    """Claims of a ledger, in the order in which they entered it."""

    schema: str
    claims: list[KeptClaimForm]
