"""Titles of events in the languages of the desk, made of fields alone: never of the words of one side."""

from __future__ import annotations

from datetime import date

from riwaya.lang.titles import TitleWords, load_title_words
from riwaya.model.event import EventTime, Title
from riwaya.model.place import PlaceMention


def make_title(
    type_: str, subtype: str | None, time: EventTime | None, place: tuple[PlaceMention, str] | None
) -> Title:
    """Give what to call an event: kind, place, days; what is not known is left out.

    The Arabic title has the name of the place as a text writes it, the others the gazetteer's.
    """
    name = place[0].place.name if place is not None else None
    return Title(
        ar=_title(load_title_words("ar"), type_, subtype, time, place[1] if place is not None else None),
        en=_title(load_title_words("en"), type_, subtype, time, name),
        fr=_title(load_title_words("fr"), type_, subtype, time, name),
    )


def _title(words: TitleWords, type_: str, subtype: str | None, time: EventTime | None, place: str | None) -> str:
    head = words.kinds.get(f"{type_}.{subtype}") or words.kinds[type_]
    where = words.where.format(head=head, place=place) if place is not None else head
    when = _when(words, time)
    return words.when.format(what=where, when=when) if when is not None else where


def _when(words: TitleWords, time: EventTime | None) -> str | None:
    if time is None:
        return None
    start, end = time.start or time.end, time.end or time.start
    if start is None or end is None:
        return None
    if start == end:
        return _day(words, start)
    return words.stretch.format(start=_day(words, start), end=_day(words, end))


def _day(words: TitleWords, day: date) -> str:
    return words.day.format(day=day.day, month=words.months[day.month - 1], year=day.year)
