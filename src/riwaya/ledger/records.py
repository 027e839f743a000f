"""What the ledger gives back: frozen records, and rows of them that become a data frame in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from riwaya.errors import ConfigError
from riwaya.model.claim import Claim
from riwaya.model.document import Document
from riwaya.model.event import ToldClaim
from riwaya.model.span import Span

if TYPE_CHECKING:
    from pandas import DataFrame  # pyright: ignore[reportMissingTypeStubs]

    from riwaya.ledger.aliases import Alias

_Record = TypeVar("_Record")


class Rows(Sequence[_Record], Generic[_Record]):
    """Records in order; a list to read, and a data frame on demand."""

    def __init__(self, records: Iterable[_Record], flatten: Callable[[_Record], Mapping[str, object]]) -> None:
        """Keep the records and how one becomes a flat row."""
        self._records = tuple(records)
        self._flatten = flatten

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self._records)

    @overload
    def __getitem__(self, index: int) -> _Record: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Record]: ...
    def __getitem__(self, index: int | slice) -> _Record | Sequence[_Record]:
        """Give one record, or a stretch of them."""
        return self._records[index]

    def __repr__(self) -> str:
        """Say how many of what."""
        kind = type(self._records[0]).__name__ if self._records else "record"
        return f"<{len(self)} × {kind}>"

    def head(self, count: int = 10) -> Rows[_Record]:
        """Give the first of them, as rows again; fewer where there are fewer."""
        return Rows(self._records[:count], self._flatten)

    def to_dicts(self) -> list[dict[str, object]]:
        """Give flat rows: one dict a record, keys in the order of the columns."""
        return [dict(self._flatten(record)) for record in self._records]

    def to_pandas(self) -> DataFrame:
        """Give a data frame, a row for each record; empty for none.

        Raises:
            ConfigError: pandas is not installed.
        """
        try:
            from pandas import DataFrame  # pyright: ignore[reportMissingTypeStubs]
        except ModuleNotFoundError as error:
            raise ConfigError("pandas is not installed.", hint="Install it: pip install 'riwaya[pandas]'.") from error
        return DataFrame(self.to_dicts())


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """A document of the ledger, with the page that carries it."""

    document: Document = field(repr=False)
    page_id: str
    series: str
    """The same for every version of the page."""
    version: int
    """Number of the page's version, from 1."""
    name: str
    """Name of the ingested file."""
    source: str
    """Label of what was ingested: the folder's name, or empty."""
    url: str | None
    raw_digest: str
    read_at: str
    """When it was read; UTC, ISO 8601."""
    engine: str
    is_live: bool
    """Whether it is what holds now: not superseded by a newer version or reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClaim:
    """A claim of the ledger, with its document, its event and the judgement on it."""

    claim: Claim
    """As read; with what a correction sets, where one was made."""
    kept: KeptDocument
    told_on: date | None
    words: str
    """Key of its words, by which judgements hold."""
    event_id: str | None = None
    verdict: str | None = None
    """accepted, corrected, rejected or added; None where nobody has judged it."""
    named: tuple[Alias, ...] = ()
    """Names that people gave to its actors."""
    found: tuple[Span, ...] = field(default=())
    """Where words that were searched for stand in its text."""

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def text(self) -> str:
        """Text of the page, into which its spans point."""
        return self.kept.document.text

    def told(self, why: tuple[str, ...] = ()) -> ToldClaim:
        """Give it as the stages across documents take it."""
        document = self.kept.document
        return ToldClaim(
            claim=self.claim,
            document_id=document.id,
            document_name=self.kept.name,
            text=document.text,
            outlet=document.outlet,
            told_on=self.told_on,
            why=why,
        )


def flatten_claim(kept: KeptClaim) -> dict[str, object]:
    """Give a claim as one flat row; several participants or figures are joined by ``; ``."""
    claim, document = kept.claim, kept.kept.document
    place = claim.place.place if claim.place else None
    return {
        "id": claim.id,
        "event": kept.event_id,
        "document": document.id,
        "file": kept.kept.name,
        "outlet": document.outlet.name if document.outlet else None,
        "published": document.published.start,
        "told_on": kept.told_on,
        "originator": claim.chain[-1].source.name if claim.chain else None,
        "relays": "; ".join(link.source.name for link in claim.chain[:-1]),
        "type": claim.type,
        "subtype": claim.subtype,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "agents": "; ".join(one.actor.name for one in claim.agents),
        "targets": "; ".join(one.actor.name for one in claim.targets),
        "figures": "; ".join(_say_figure(kept, number) for number in range(len(claim.figures))),
        "start": claim.time.start if claim.time else None,
        "end": claim.time.end if claim.time else None,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "verdict": kept.verdict,
        "trigger": claim.trigger.of(kept.text),
        "words": claim.span.of(kept.text),
    }


def _say_figure(kept: KeptClaim, number: int) -> str:
    figure = kept.claim.figures[number]
    low, high = figure.low, figure.high
    many = f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{figure.measure} {many}{f' of {figure.of.name}' if figure.of else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one page that was given to `ingest`."""

    name: str
    status: str
    """new, changed, reread, restored, same, older or failed."""
    page_id: str | None = None
    documents: int = 0
    claims: int = 0
    warnings: tuple[str, ...] = ()
    failure: str | None = None
    """Id of the failure."""
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one call of `ingest` did, page by page, in the order in which they were given."""

    outcomes: tuple[Outcome, ...]

    def count(self, *statuses: str) -> int:
        """Give how many pages ended in one of some statuses."""
        return sum(one.status in statuses for one in self.outcomes)

    def plus(self, other: Report) -> Report:
        """Give both, the other after this one."""
        return Report(outcomes=(*self.outcomes, *other.outcomes))

    @property
    def claims(self) -> int:
        """How many claims entered."""
        return sum(one.claims for one in self.outcomes)

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The pages that could not be read."""
        return tuple(one for one in self.outcomes if one.status == "failed")


def flat(record: Any) -> dict[str, object]:
    """Give a record of plain fields as a row."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}
