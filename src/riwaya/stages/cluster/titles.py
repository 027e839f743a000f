"""Titles of events in the languages of the desk, made of fields alone: never of the words of one side."""

from __future__ import annotations

from datetime import date

from riwaya.lang.titles import TitleWords, load_title_words, say_between
from riwaya.model.event import EventTime, Title
from riwaya.model.place import PlaceMention


def make_title(
    type_: str, subtype: str | None, time: EventTime | None, place: tuple[PlaceMention, str] | None
) -> Title:
    """Give what to call an event: kind, place, days; what is not known is left out.

    The Arabic title has the name of the place as a text writes it, the others the gazetteer's.
    """
    name = place[0].place.name if place is not None else None
    is_between = place is not None and place[0].place.relation == "between"
    names = {
        "ar": place[1] if place is not None else None,
        "en": name,
        "fr": say_between("fr", name) if name is not None and is_between else name,
    }
    kind = type_, subtype
    made = {
        language: _title(load_title_words(language), kind, time, one, is_between) for language, one in names.items()
    }
    return Title(**made)


def _title(
    words: TitleWords, kind: tuple[str, str | None], time: EventTime | None, place: str | None, is_between: bool
) -> str:
    type_, subtype = kind
    head = words.kinds.get(f"{type_}.{subtype}") or words.kinds[type_]
    form = words.between if is_between else words.where
    where = form.format(head=head, place=place) if place is not None else head
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
