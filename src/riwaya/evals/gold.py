"""Gold: what people found on a page, with the letters that say so.

Two forms hold the same: YAML for people, where every quote is the words, and a compiled one, where every quote
is its offsets. `load_gold` gives one kind of record for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from riwaya.errors import GoldInvalid
from riwaya.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """Somebody who speaks, acts or suffers, as annotated."""

    quote: str
    span: Span | None
    actor: str | None
    """Canonical English name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """People counted; bounds are inclusive, None is open."""

    span: Span | None
    measure: str
    low: int | None
    high: int | None
    about: bool = False

    @property
    def hedged(self) -> bool:
        """Anything but one exact number: about, at least, dozens, heavy losses."""
        return self.about or self.low != self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """First and last day of the happening, ISO, both inclusive."""

    span: Span | None
    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """Where, and how many kilometres off a point may be and still be right."""

    span: Span | None
    name: str
    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One article or teaser of the page; no body where its words were not found."""

    role: str
    body: Span | None
    title: Span | None
    published: str
    """First day of the annotated publication date, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """One annotated claim; no span where its words were not found, and then it is not scored."""

    id: str
    article: int
    quote: str
    span: Span | None
    head: Span | None
    type: str
    polarity: str
    certainty: str
    chain: tuple[GoldMention, ...]
    agents: tuple[GoldMention, ...]
    targets: tuple[GoldMention, ...]
    figures: tuple[GoldFigure, ...]
    time: GoldTime | None
    place: GoldPlace | None
    optional: bool
    """Neither finding nor missing it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """One annotated page: its articles and claims in the annotator's order."""

    id: str
    language: str
    articles: tuple[GoldArticle, ...]
    claims: tuple[GoldClaim, ...]
    problems: tuple[str, ...] = ()
    """Where the annotation does not fit its text or the guideline; empty for good gold."""

    def check(self) -> None:
        """Raise `GoldInvalid` with every problem, if there is any."""
        if self.problems:
            raise GoldInvalid(f"{self.id}: " + "; ".join(self.problems), document=self.id)


def load_gold(path: Path, text: str) -> GoldDocument:
    """Give the annotation of ``text`` that a file holds.

    Quotes that are not in the text do not stop the reading: they are listed under ``problems``.

    Args:
        path: A YAML or JSON file, in the form with quotes or in the compiled form.
        text: The page that was annotated.

    Raises:
        GoldInvalid: The file is no annotation: not readable, or fields are missing.

    Source: the annotation guideline (docs/guideline.md).
    """
    from riwaya.evals.building import build_document
    from riwaya.evals.finding import OffsetFinder, QuoteFinder

    raw = read_mapping(path)
    try:
        finder = OffsetFinder(text, raw["sha256"]) if raw.get("compiled") else QuoteFinder(text)
        return build_document(raw, finder)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GoldInvalid(f"{path.name}: {type(error).__name__}: {error}", file=path.name) from error


def read_mapping(path: Path) -> dict[str, Any]:
    """Give the mapping that a YAML or JSON file holds.

    Raises:
        GoldInvalid: The file is not to be read, holds something else, or PyYAML is not installed.
    """
    try:
        import yaml  # only evaluation needs it, and only this function
    except ImportError as error:
        raise GoldInvalid("PyYAML is not installed.", hint="Install riwaya[evals].") from error
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw: object = yaml.load(path.read_text(encoding="utf8"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise GoldInvalid(f"{path.name} cannot be read: {error}", file=path.name) from error
    if not isinstance(raw, dict):
        raise GoldInvalid(f"{path.name} holds no mapping.", file=path.name)
    return cast(dict[str, Any], raw)
