"""The words of time, by folded form, with every attached particle.

| kind | value |
| --- | --- |
| weekday | Monday 0 … Sunday 6 |
| relative | days from today («أمس» -1) |
| part | morning, dawn, noon, day, afternoon, evening, night |
| unit | second … century, with its grammatical count |
| edge | start, early, middle, end («مطلع», «أوائل», «منتصف», «أواخر») |
| fraction | half, third, quarter before «الأول من» |
| period | «الفترة» |
| prayer | «صلاة» |
| shift | past, current, next, following, preceding |
| same, that | «نفسه» (after), «نفس» (before); «ذلك» (far), «هذا» (near) |
| since, ago, after, during | the prepositions of time |
| decade | 20 … 90 |
| nth-day | «يومها» before an ordinal |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.lang.normalize import fold_letters
from riwaya.lang.proclitics import iter_attached
from riwaya.lang.timex_pack import entries, folded_forms, load_table
from riwaya.model.word import Token


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One spelling of a word of time."""

    kind: str
    value: str
    count: str
    """sg, du or pl of a unit; empty else."""
    definite: bool
    conjunction: str
    preposition: str


@cache
def time_words() -> Mapping[str, TimeWord]:
    """Give all spellings; where two words share one, the entry with less attached to it is kept."""
    found: dict[str, tuple[int, TimeWord]] = {}
    for entry in entries("timex", "word"):
        article = entry.get("article", "both")
        for form in folded_forms(entry):
            for at in iter_attached(form, bare=article != "always", definite=article != "never"):
                if at.form not in found or at.weight < found[at.form][0]:
                    word = TimeWord(
                        entry["kind"],
                        entry["value"],
                        entry.get("count", ""),
                        at.definite,
                        at.conjunction,
                        at.preposition,
                    )
                    found[at.form] = (at.weight, word)
    return {form: word for form, (_, word) in found.items()}


@cache
def name_heads() -> frozenset[str]:
    """Give the words before a day and month that make it a name («ثورة 25 يناير»), with the article and without."""
    words = fold_letters(str(load_table("timex")["names"])).split()
    return frozenset(at.form for word in words for at in iter_attached(word))


@cache
def ahead_words() -> frozenset[str]:
    """Give the words that say of the date behind them that it lies ahead («المقررة», «ستعقد»), with «و» and without."""
    words = fold_letters(str(load_table("timex")["ahead"])).split()
    return frozenset(particle + word for word in words for particle in ("", "و"))


@cache
def describing_words() -> frozenset[str]:
    """Give the adjectives behind which a unit counts nothing («بعد يوم دام»)."""
    return frozenset(fold_letters(str(load_table("timex")["describing"])).split())


def word_at(tokens: Sequence[Token], i: int, kind: str = "") -> TimeWord | None:
    """Give the word of time at token ``i``, of ``kind`` where that is given; None outside the text."""
    if not 0 <= i < len(tokens):
        return None
    word = time_words().get(tokens[i].form)
    return word if word is not None and (not kind or word.kind == kind) else None


def form_at(tokens: Sequence[Token], i: int) -> str:
    """Give the folded form of token ``i``, empty outside the text."""
    return tokens[i].form if 0 <= i < len(tokens) else ""
