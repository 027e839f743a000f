"""Small vocabularies that turn an Arabic noun phrase into the best plain English name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from riwaya.lang.lexicon import read_table
from riwaya.lang.normalize import fold_letters

CONTINENTS = {"اوروبا": "Europe", "اوربا": "Europe", "افريقيا": "Africa", "اسيا": "Asia", "الغرب": "the West"}
"""Names of parts of the world, folded: no person bears them («اتهم الرئيس أوروبا بالتقاعس»)."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A field of government."""

    en: str
    body: str | None


@cache
def adjectives(language: str) -> dict[str, str]:
    """Give English adjectives by every folded form of the Arabic one, article off."""
    found: dict[str, str] = {}
    for row in read_table(language, "people")["adjective"]:
        stem = fold_letters(row["text"])
        for ending in ("", "ه", "ا", "ون", "ين", "ان", "ات", "تين", "تان"):
            found.setdefault(stem + ending, row["en"])
    return found


@cache
def portfolios(language: str) -> dict[str, Portfolio]:
    """Give fields of government by folded word with its article."""
    rows = read_table(language, "people")["portfolio"]
    return {fold_letters(row["text"]).split()[0]: Portfolio(row["en"], row.get("body")) for row in rows}


def bare(form: str) -> str:
    """Take the article and a joined «لل» off a folded word."""
    if form.startswith("ال") and len(form) > 3:
        return form[2:]
    if form.startswith("لل") and len(form) > 3:
        return form[2:]
    return form


_DERIVED = re.compile("ان..ا.|است..ا.|ا.ت.ا.")


def is_verbal_noun(form: str) -> bool:
    """Say whether a folded word has the form of a verbal noun of the seventh, eighth or tenth stem («انهيار», «استئناف»).

    Source: patterns of the maṣdar (Ryding 2005, ch. 5).
    """
    return _DERIVED.fullmatch(form) is not None


_DEALING = re.compile("ات.ا.ا")


def names_nobody(form: str) -> bool:
    """Say whether a folded word behind an office is no name: a verbal noun, as an object too («اتصالا»), or a part of the world.

    Source: patterns of the maṣdar (Ryding 2005, ch. 5).
    """
    return form in CONTINENTS or is_verbal_noun(form) or _DEALING.fullmatch(form) is not None


_DEFINITE = re.compile("ان..ا.|است..ا.|ا.ت.ا.|ت..ي[^يه]|..و[^يه]")


def is_definite_verbal_noun(form: str) -> bool:
    """Say whether a folded word with its article has a form that verbal nouns have and adjectives have not («الجلوس», «التعليق»).

    Source: patterns of the maṣdar (Ryding 2005, ch. 5).
    """
    return _DEFINITE.fullmatch(form.removeprefix("ال")) is not None


_FINITE = re.compile(
    "ان...(?:ت|وا|تا)|ا.ت..(?:ت|وا|تا)|ات..(?:ت|وا|تا)|است(?:...|.ا.|..)(?:ت|وا|تا)|ت..[^يوا](?:ت|وا|تا)"
    "|ي[تن][^اي]..?|يست...?|تست...?|تت...?|ي[^ا].?[^ي]ون"
)
_DESCRIBING = re.compile("م[^اوي]....?ا")


def has_verb_shape(form: str) -> bool:
    """Say whether a folded word has the form of a finite verb of a derived stem («اتصلت», «ينتحر»), and of no noun.

    Source: stems V to X of the verb (Ryding 2005, ch. 26-31).
    """
    return _FINITE.fullmatch(form) is not None


def has_circumstance_shape(form: str) -> bool:
    """Say whether a folded word has the form of a participle in the accusative, which tells how somebody did it («مطالبا»).

    Source: the circumstantial accusative, ḥāl (Ryding 2005, ch. 7).
    """
    return _DESCRIBING.fullmatch(form) is not None
