"""Words for naming an event in a language: kinds of happening, months, and how they are put together."""

from __future__ import annotations

from functools import cache, reduce

from riwaya.lang.timex_pack import load_table
from riwaya.model.record import record


@record
class TitleWords:
    """The words of ``packs/<language>/titles.toml``."""

    kinds: dict[str, str]
    """``ASSAULT`` or ``ASSAULT.ambush`` to its name."""
    months: tuple[str, ...]
    where: str
    between: str
    """The same of a place between others, which says so itself."""
    of_both: str
    """What such a place is called: ``entre {places}``."""
    joined: str
    """How two names are joined in it."""
    when: str
    day: str
    stretch: str


_BETWEEN, _AND = "between ", " and "


def say_between(language: str, name: str) -> str:
    """Give the name of a place between others, ``between Gao and Ansongo``, in a language; any other name as it is."""
    if not name.startswith(_BETWEEN):
        return name
    words = load_title_words(language)
    names = name.removeprefix(_BETWEEN).split(_AND)
    return words.of_both.format(places=reduce(lambda one, other: words.joined.format(one=one, other=other), names))


@cache
def load_title_words(language: str) -> TitleWords:
    """Give the words for titles in one of the languages of the desk: ar, en, fr.

    Raises:
        PackMissing: The language has none.
        PackError: The file is no TOML.
    """
    table = load_table("titles", language)
    form: dict[str, str] = table["form"]
    kinds = {
        f"{type_}.{subtype}" if subtype != "any" else str(type_): str(name)
        for type_, names in table["kinds"].items()
        for subtype, name in names.items()
    }
    return TitleWords(
        kinds=kinds,
        months=tuple(str(month) for month in table["months"]),
        where=form["where"],
        between=form["between"],
        of_both=form["of_both"],
        joined=form["joined"],
        when=form["when"],
        day=form["day"],
        stretch=form["stretch"],
    )
