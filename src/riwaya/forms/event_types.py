"""Types of the public form `riwaya.events/1`, from which its JSON Schema is generated.

The docstring under a field is its description in the schema.
"""

from __future__ import annotations

from typing import NotRequired

# pydantic refuses typing.TypedDict before Python 3.12.
from typing_extensions import TypedDict

from riwaya.forms.types import SpanForm

EVENTS_SCHEMA = "riwaya.events/1"


class TitleForm(TypedDict):
    """What to call an event."""

    ar: str
    en: str
    fr: str


class EventTimeForm(TypedDict):
    """The days over which the claims of an event place it, both inclusive; null is open."""

    start: str | None
    end: str | None
    precision: str


class EventPlaceForm(TypedDict):
    """Where: a point with a precision, never a false point."""

    id: str | None
    name: str
    lat: float | None
    lon: float | None
    precision: str
    country: str | None
    """ISO 3166-1 alpha-2."""


class PartyForm(TypedDict):
    """Somebody; the id is null where no entry of the registry fits."""

    id: str | None
    name: str
    kind: str


class SideForm(TypedDict):
    """Actors who stand together in an event."""

    id: str
    actors: list[PartyForm]


class EventDocumentForm(TypedDict):
    """The document that carries a claim."""

    id: str
    name: str
    """Name of the ingested file."""


class EventClaimForm(TypedDict):
    """One claim that speaks of the event, with its words."""

    id: str
    document: EventDocumentForm
    span: SpanForm
    trigger: SpanForm
    type: str
    polarity: str
    why: list[str]
    """What put the claim into this event, with scores."""


class TollSideForm(TypedDict):
    """Who is counted."""

    actor: PartyForm


class TollForm(TypedDict):
    """How many of one side suffered what, as one account has it; bounds are inclusive, null is open."""

    measure: str
    side: TollSideForm | None
    """Null where all people alike are counted, or the words do not say whom."""
    low: int | None
    high: int | None
    about: bool
    words: list[str]
    """The figures as written."""
    claims: list[str]
    part: NotRequired[bool]
    """True where it counts some of those that another toll of the account counts; left out otherwise."""


class OriginatorForm(TypedDict):
    """Who says it: the last of the chain, the body a spokesman speaks for, the outlet in its own voice."""

    id: str | None
    name: str
    kind: str
    words: str
    """The fullest words that name it; empty for an outlet's own voice."""


class AccountForm(TypedDict):
    """What one originator says of the event. An account is never the truth."""

    id: str
    """What relations and turns call it: the originator's id, else its name, folded."""
    originator: OriginatorForm
    stance: str
    claims: list[str]
    first_told: str | None
    last_told: str | None
    relays: list[list[str]]
    """Each distinct path by which it reached us, outermost relay first; an empty path where the outlet was told itself."""
    documents: int
    toll: list[TollForm]
    """As the account stands now."""
    toll_before: list[TollForm]
    """What it said before it said otherwise, oldest first."""
    denies: list[str]
    admits: list[str]
    """Claims against the originator's own interest: losses of its own, a deed of its own against civilians."""


class RelationForm(TypedDict):
    """How two accounts stand to each other in one matter."""

    between: list[str]
    """Ids of two accounts."""
    on: str
    """The matter: ``killed of wagner-group``, ``responsibility``, ``identity of wagner-group``, ``the event``."""
    kind: str
    why: str
    claims: list[str]


class OriginForm(TypedDict):
    """Accounts that count once, as one depends on the other."""

    accounts: list[str]
    why: list[str]


class CellForm(TypedDict):
    """One number that a policy makes, with the accounts and the step of the rule that gave it."""

    side: TollSideForm | None
    low: int | None
    high: int | None
    """Null where the highest account is open (“at least 26”)."""
    top: int | None
    """The highest number that any account gives, open or not."""
    best: NotRequired[int]
    """The one number of policies that choose one; left out by others."""
    why: str
    claims: list[str]


class ReductionForm(TypedDict):
    """What one declared policy makes of the accounts. A range of accounts is not a confidence interval."""

    policy: str
    killed: NotRequired[list[CellForm]]
    wounded: NotRequired[list[CellForm]]
    killed_or_wounded: NotRequired[list[CellForm]]
    captured: NotRequired[list[CellForm]]
    abducted: NotRequired[list[CellForm]]
    missing: NotRequired[list[CellForm]]
    displaced: NotRequired[list[CellForm]]
    arrested: NotRequired[list[CellForm]]
    executed: NotRequired[list[CellForm]]
    freed: NotRequired[list[CellForm]]
    totals: NotRequired[dict[str, int | None]]
    """Named sums, where the policy has them."""
    grade: NotRequired[str]
    why: NotRequired[str]
    """Why the grade, or why there are no numbers."""
    claims: NotRequired[list[str]]
    """Behind the grade."""


class TurnForm(TypedDict):
    """One step in the history of the event."""

    on: str | None
    what: str
    account: str
    detail: str
    claims: list[str]


class EventForm(TypedDict):
    """One happening, with everything that is told of it, by whom, and how the accounts stand to each other."""

    id: str
    type: str
    subtype: str | None
    title: TitleForm
    time: EventTimeForm | None
    place: EventPlaceForm | None
    sides: list[SideForm]
    claims: list[EventClaimForm]
    accounts: list[AccountForm]
    relations: list[RelationForm]
    independent_origins: int
    origins: list[OriginForm]
    toll: ReductionForm
    history: list[TurnForm]


class OneEventForm(EventForm):
    """One event on its own."""

    schema: str


class EventsForm(TypedDict):
    """Events of a ledger."""

    schema: str
    events: list[EventForm]
