"""Dates in the head of a page: a line that is only a date, or a date before the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from riwaya.lang.normalize import fold_letters
from riwaya.stages.acquire.layout import load_layout

_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?![\d.])")
_ISO = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_CLOCK = re.compile(
    r"\d{1,2}[:h]\d{0,2}(?::\d{2})?|\(?(?:gmt|utc)?\s*[+-]\s*\d{1,2}:?\d{0,2}\)?|(?<!\d)\d{3,4}(?=\s*\()", re.IGNORECASE
)
_ZONE = re.compile(r"بتوقيت(?:\s+[^\W\d_]+){1,3}|(?<=:\d\d)\s+[^\W\d_]+\s*$")
"""Whose hour it is: «بتوقيت القدس المحتلة», or the town alone at the end of the line."""
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A day as a page's head writes it."""

    day: date
    start: int
    end: int
    """Where it stands in the line that was read."""


def find_date_line(line: str) -> HeaderDate | None:
    """Give the date of a line that holds nothing else but the hour, the weekday and words such as «آخر تحديث».

    A two-digit year is of this century. Numbers alone are day, month, year, as Arabic and French pages write them; they are read the
    other way round only where that is the only way.

    Returns:
        The date, or None where the line says more than a date or no whole date.
    """
    if len(line) > _LONGEST:
        return None
    found = find_header_date(line)
    if found is None:
        return None
    folded = fold_letters(line).lower()
    rest = folded.replace(_slice(line, found), " ")
    words = _WORD.findall(_CLOCK.sub(" ", _ZONE.sub(" ", rest)))
    layout = load_layout()
    strange = [w for w in words if w not in layout.date_words and not w.isdigit() and w not in layout.months]
    return found if len(strange) <= len(words) // 6 else None


def find_header_date(line: str) -> HeaderDate | None:
    """Give the first whole date, day and month and year, in a short line."""
    if len(line) > _LONGEST:
        line = line[:_LONGEST]
    if _DIGIT.search(line) is None:
        return None
    folded = fold_letters(line).lower()
    for pattern, order in _patterns():
        for hit in pattern.finditer(folded):
            day = _read(hit, order)
            if day is not None:
                return HeaderDate(day, hit.start(), hit.end())
    return None


def cut_date_prefix(folded: str) -> int:
    """Give how many letters of a paragraph's start are a date («Wed 05 Apr 2017 ...»); 0 for none.

    Args:
        folded: The folded start of the paragraph.
    """
    head = folded[:70]
    found = find_header_date(head)
    if found is None:
        return 0
    before = _WORD.findall(head[: found.start].lower())
    if any(w not in load_layout().date_words for w in before) or len(before) > 4:
        return 0
    after = re.compile(r"\s*(?:at\s*\d{3,4}|\d{1,2}:\d{2})?\s*[:.|,،–-]?\s*").match(folded, found.end)
    return after.end() if after else found.end


def _slice(line: str, found: HeaderDate) -> str:
    return fold_letters(line).lower()[found.start : found.end]


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    month = load_layout().month.lower()
    named = rf"(?P<m>{month})\.?(?:\s*[/(،,-]\s*(?:{month})\)?)?"
    day = r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er)?"
    year = r"(?P<y>\d{4})(?!\d)"
    return (
        (re.compile(rf"{day}[\s/-]+{named}\s*[-/،,]?\s*{year}"), "named"),
        (re.compile(rf"{named}\s+{day}\s*[،,]?\s+{year}"), "named"),
        (_ISO, "ymd"),
        (_NUMERIC, "dmy"),
    )


def _read(hit: re.Match[str], order: str) -> date | None:
    if order == "named":
        return _day(int(hit["y"]), load_layout().months[" ".join(hit["m"].split())], int(hit["d"]))
    first, second, third = (int(part) for part in hit.groups())
    if order == "ymd":
        return _day(first, second, third)
    year = third if third > 99 else 2000 + third
    return _day(year, second, first) or _day(year, first, second)


def _day(year: int, month: int, day: int) -> date | None:
    if not 1800 <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
