"""What a request asks for: the same filters for pages and API, checked at the border."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from riwaya.errors import PageUnknown, RequestInvalid
from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES

LARGEST = 200
"""Records of one page at most."""


def check_plain(words: str) -> str:
    """Refuse what no database takes: control characters and halves of letters."""
    if any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in words):
        raise ValueError("control characters are not taken")
    return words


Plain = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]+$"), AfterValidator(check_plain)]
"""Words on one line."""
Sought = Annotated[
    str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]*\w[^\x00-\x1f]*$"), AfterValidator(check_plain)
]
"""Words of which one has a letter or digit."""
Kind = Annotated[str, Field(pattern=rf"^({'|'.join(EVENT_TYPES)})(/[a-z-]{{1,40}})?$")]
"""A PLOVER type, or type and subtype."""
Measure = Annotated[str, Field(pattern=rf"^({'|'.join(MEASURES)})$")]
Cursor = Annotated[str, Field(pattern=r"^-?[0-9]{1,15}(~-?[0-9]{1,15})?(~[a-z0-9_]{1,40})?$")]
"""What the page before gave as ``next``."""
_Query = TypeVar("_Query", bound=BaseModel)


class Paged(BaseModel):
    """How much of a list is wanted."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    limit: int = Field(25, ge=1, le=LARGEST, description="Records of one page.")
    after: Cursor | None = Field(None, description="Where to go on: what the page before gave as `next`.")


class EventQuery(Paged):
    """Which events are wanted; what is left out asks for nothing."""

    place: Plain | None = Field(None, description="Place id, country code, or words that names begin with.")
    since: date | None = Field(None, description="First day, inclusive.")
    until: date | None = Field(None, description="Last day, inclusive.")
    actor: Plain | None = Field(None, description="Actor id, or words that names begin with, in any role.")
    type: Kind | None = Field(None, description="`ASSAULT`, or `ASSAULT/ambush`.")
    measure: Measure | None = Field(None, description="Only where a figure counts this.")
    contested: bool = Field(False, description="Only where accounts contradict each other or one denies.")
    order: Literal["latest", "earliest", "contested"] = Field("latest", description="By day, or most contested first.")

    def filter(self) -> EventFilter:
        """Give it as the ledger takes it."""
        return EventFilter(
            place=self.place,
            since=self.since,
            until=self.until,
            actor=self.actor,
            type=self.type,
            measure=self.measure,
            contested=self.contested,
        )

    @property
    def is_open(self) -> bool:
        """Whether it asks for everything."""
        return self.filter() == EventFilter()


class ClaimQuery(Paged):
    """Which claims are wanted; what is left out asks for nothing."""

    actor: Plain | None = Field(None, description="Actor id, or words that names begin with, in any role.")
    source: Plain | None = Field(None, description="The same, among those who tell it.")
    type: Kind | None = Field(None, description="`ASSAULT`, or `ASSAULT/ambush`.")
    measure: Measure | None = Field(None, description="Only where a figure counts this.")
    place: Plain | None = Field(None, description="Place id, country code, or words that names begin with.")
    since: date | None = Field(None, description="First day, inclusive.")
    until: date | None = Field(None, description="Last day, inclusive.")
    outlet: Plain | None = Field(None, description="Who published it.")
    document: Plain | None = Field(None, description="Id or file name of the document.")
    event: Plain | None = Field(None, description="Id of the event.")
    verdict: Literal["accepted", "corrected", "rejected", "added", "open"] | None = Field(
        None, description="What people judged; all but the rejected when left out."
    )
    words: Sought | None = Field(None, description="Words that stand in the claim, in any spelling, with any clitics.")

    def filter(self) -> ClaimFilter:
        """Give it as the ledger takes it."""
        fields = self.model_dump(exclude={"limit", "after", "words"})
        return ClaimFilter(**fields, search=self.words)


class SearchQuery(Paged):
    """Words that are looked for in the texts."""

    words: Sought | None = Field(
        None, description="Words that all stand in the text, in any spelling, with any clitics."
    )
    kind: Literal["texts", "claims"] = Field("texts", description="In whole documents, or in the words of claims.")


class Wording(BaseModel):
    """Words of a text that name somebody."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    words: Sought | None = Field(None, description="Words that name an actor; without them, every name that holds.")


class Marked(BaseModel):
    """Words that were marked in a document: a stretch of its text, or the words themselves."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    start: int | None = Field(None, ge=0, lt=10**9)
    end: int | None = Field(None, ge=0, lt=10**9)
    words: Annotated[str, Field(max_length=4000)] | None = None


def ask(request: Request, kind: type[_Query]) -> _Query:
    """Give what the address of a page asks for; empty fields of a form ask for nothing.

    Raises:
        RequestInvalid: A field cannot be so.
    """
    given: dict[str, Any] = {name: value for name, value in request.query_params.items() if value.strip()}
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        wrong = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()]
        raise RequestInvalid(f"The address asks for what is not there: {'; '.join(wrong[:5])}.") from error


def name_in_path(request: Request, name: str = "id") -> str:
    """Give an id out of the address.

    Raises:
        PageUnknown: It holds what no id holds.
    """
    given = str(request.path_params[name])
    if not given or len(given) > 300 or any(ord(one) < 32 or 0xD800 <= ord(one) < 0xE000 for one in given):
        raise PageUnknown("There is no such page.")
    return given
