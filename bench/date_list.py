"""The list of date expressions: sentences of our own, with what each means.

`dates.tsv`: group, published, sentence with the expression in ``[[ ]]``, first and last day. No days: there is no date to
be read there (a trap), and reading one is wrong. What a thing means follows the annotation guideline: a weekday is the
nearest one before publication, the day itself counted; a month without a year is the nearest before publication; «since»
ends with publication; the beginning, the middle and the end of a month are its days 1 to 10, 10 to 20 and from 21 on.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

LIST = Path(__file__).with_name("dates.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateItem:
    """One expression in its sentence."""

    group: str
    published: date
    sentence: str
    start: int
    """Where the expression stands, half-open."""
    end: int
    days: tuple[date, date] | None
    """First and last day; None for a trap."""


def load_dates(path: Path = LIST) -> list[DateItem]:
    """Give the items in the order of the file."""
    with path.open(encoding="utf8", newline="") as rows:
        return [_item(row) for row in csv.DictReader(rows, delimiter="\t")]


def _item(row: dict[str, str]) -> DateItem:
    before, rest = row["sentence"].split("[[")
    words, after = rest.split("]]")
    days = (date.fromisoformat(row["start"]), date.fromisoformat(row["end"])) if row["start"] else None
    return DateItem(
        group=row["group"],
        published=date.fromisoformat(row["published"]),
        sentence=before + words + after,
        start=len(before),
        end=len(before) + len(words),
        days=days,
    )
