"""A language of the desk: its words, and how it writes numbers, days and lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date, format_datetime, format_interval
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

LANGUAGES = {"ar": "العربية", "en": "English", "fr": "Français"}
"""Languages of the desk, each by its own name."""
FIRST = "en"
"""Taken where nothing is asked for; the language in which the words stand in the templates."""
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Speech:
    """One language as one region writes it."""

    code: str
    """ar, en or fr."""
    locale: Locale
    translations: NullTranslations = field(repr=False, compare=False)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return self.locale.text_direction

    def say(self, message: str, /, **facts: object) -> str:
        """Give a message in this language, its facts filled in."""
        return self.translations.ugettext(message) % facts if facts else self.translations.ugettext(message)

    def say_many(self, one: str, many: str, count: int, /, **facts: object) -> str:
        """Give a message in the form that the number asks for: Arabic has six."""
        return self.translations.ungettext(one, many, count) % {"n": self.number(count), **facts}

    def number(self, value: int | float) -> str:
        """Write a number."""
        return _write_number(value, str(self.locale))

    def percent(self, value: float) -> str:
        """Write a share in [0, 1]."""
        return self._digits(str(format_percent(value, locale=self.locale, numbering_system="default")))

    def day(self, value: date | str | None) -> str:
        """Write a day in full; empty for none."""
        if not value:
            return ""
        day = date.fromisoformat(value[:10]) if isinstance(value, str) else value
        return self._digits(format_date(day, "d MMMM y", locale=self.locale))

    def days(self, start: date | None, end: date | None) -> str:
        """Write a stretch of days; a bound that is open is left out."""
        first, last = start or end, end or start
        if first is None or last is None:
            return ""
        if first == last:
            return self.day(first)
        said = format_interval(first, last, skeleton="yMMMMd", locale=self.locale)
        return self._digits(said)

    def day_of_axis(self, value: date, step: str) -> str:
        """Write where a stretch of a timeline begins, as short as the stretch allows."""
        pattern = {"day": "d MMM", "week": "d MMM", "month": "MMM y", "quarter": "MMM y"}.get(step, "y")
        return self._digits(format_date(value, pattern, locale=self.locale))

    def moment(self, value: str | datetime | None) -> str:
        """Write a moment, to the minute, UTC; empty for none."""
        if not value:
            return ""
        at = datetime.fromisoformat(value) if isinstance(value, str) else value
        comma = "،" if self.code == "ar" else ","
        return self._digits(format_datetime(at, f"d MMM y{comma} HH:mm", locale=self.locale))

    def join(self, parts: Iterable[str]) -> str:
        """Write a list with its «and»."""
        return str(format_list([str(part) for part in parts], locale=self.locale))

    def _digits(self, said: str) -> str:
        return said.translate(_ARABIC_DIGITS) if self.locale.default_numbering_system == "arab" else said


@lru_cache(maxsize=4096)
def _write_number(value: int | float, name: str) -> str:
    """A map or a timeline writes hundreds of small numbers; each is written once."""
    locale = Locale.parse(name)
    said = str(format_decimal(value, locale=locale, numbering_system="default"))
    return said.translate(_ARABIC_DIGITS) if locale.default_numbering_system == "arab" else said


def choose_speech(chosen: str | None, accepted: str) -> Speech:
    """Give the language that was chosen, else the first that the browser takes, else English.

    Args:
        chosen: A language of the desk, or anything else.
        accepted: The header ``Accept-Language``; a region in it decides how the language's numbers are written.
    """
    wanted = [part.split(";")[0].strip().replace("-", "_") for part in accepted[:200].split(",")]
    code = (
        chosen
        if chosen in LANGUAGES
        else next((one[:2].lower() for one in wanted if one[:2].lower() in LANGUAGES), FIRST)
    )
    region = next((one for one in wanted if one[:2].lower() == code), code)
    return load_speech(code, _known_locale(region, code))


def _known_locale(region: str, code: str) -> str:
    try:
        return str(Locale.parse(region))
    except (ValueError, LookupError):
        return code


@cache
def load_speech(code: str, locale: str | None = None) -> Speech:
    """Give a language of the desk; its words are read from the catalogue once.

    A locale that Babel knows is one of a few hundred, so what is kept is bounded.
    """
    return Speech(code, Locale.parse(locale or code), _load_translations(code))


@cache
def _load_translations(code: str) -> NullTranslations:
    if code == FIRST:
        return NullTranslations()
    source = files("riwaya.serve") / "locale" / code / "LC_MESSAGES" / "desk.po"
    with source.open("rb") as file:
        catalogue = read_po(file, locale=code)
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    return Translations(made, domain="desk")
