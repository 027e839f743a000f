"""Spell a word with the particles that Arabic writes onto it: و ف, ب ل ك, ال.

Readers that look a token up in one dictionary pay once, on loading, for all attached spellings.

Source: Ryding, A Reference Grammar of Modern Standard Arabic, ch. 3 (clitics) and 4 (article after «لـ»).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Attached:
    """One spelling of a word with what is attached to it."""

    form: str
    conjunction: str
    preposition: str
    definite: bool

    @property
    def weight(self) -> int:
        """How much is attached; the lighter reading of an ambiguous spelling is the likelier one."""
        return len(self.conjunction) + len(self.preposition) + 2 * self.definite


def iter_attached(word: str, *, bare: bool = True, definite: bool = True, like: bool = True) -> Iterator[Attached]:
    """Give a folded word in every attached spelling.

    Args:
        word: Folded, without the article.
        bare: Give the spellings without the article.
        definite: Give the spellings with the article.
        like: Give those with «كـ» too; nobody writes it onto numbers, and «كميات» are quantities, not hundreds.

    Yields:
        The spellings, lightest first for each of bare and definite; «لل» where «لـ» meets the article.
    """
    for conjunction in CONJUNCTIONS:
        for preposition in PREPOSITIONS if like else PREPOSITIONS[:-1]:
            if bare:
                yield Attached(conjunction + preposition + word, conjunction, preposition, False)
            if definite:
                yield Attached(conjunction + _with_article(preposition, word), conjunction, preposition, True)


def _with_article(preposition: str, word: str) -> str:
    if preposition != "ل":
        return preposition + "ال" + word
    return "ل" + word if word[0] == "ل" else "لل" + word


def is_particle(letters: str) -> bool:
    """Say whether ``letters`` are only particles written onto a word; nothing at all counts."""
    return letters in _PARTICLES


_PARTICLES = frozenset(
    conjunction + preposition
    for conjunction in CONJUNCTIONS
    for preposition in (*PREPOSITIONS, "ال", "لل", "بال", "كال")
)
