"""The closed words of a language pack, folded and ready to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.lang.lexicon import read_table
from riwaya.lang.normalize import fold_letters

Phrase = tuple[str, ...]


class PhraseSet:
    """Phrases of one or more folded words, asked for at a place in a token list."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Fold the phrases and order them by first word, longest first."""
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            words = tuple(fold_letters(phrase).split())
            self._by_first.setdefault(words[0], []).append(words)
        for rows in self._by_first.values():
            rows.sort(key=len, reverse=True)

    def at(self, forms: Sequence[str], index: int) -> int:
        """Give how many tokens the longest phrase at ``index`` takes; 0 for none.

        A phrase that ends in a lone «ل» takes that letter off the next word without taking the word; a leading
        «و» or «ف» of the first token is looked through.
        """
        form = forms[index]
        best = self._match(forms, index, form)
        if not best and len(form) > 2 and form[0] in "وف":
            best = self._match(forms, index, form[1:])
        return best

    def _match(self, forms: Sequence[str], index: int, first: str) -> int:
        for words in self._by_first.get(first, ()):
            size = len(words)
            if words[-1] == "ل":
                size -= 1
                follow = forms[index + size] if index + size < len(forms) else ""
                if not follow.startswith("ل"):
                    continue
            if tuple(forms[index + 1 : index + size]) == words[1:size]:
                return size
        return 0

    def has(self, form: str) -> bool:
        """Say whether a single folded word is one of the phrases."""
        return any(len(words) == 1 for words in self._by_first.get(form, ()))


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lists of ``grammar.toml`` by name."""

    lists: dict[str, PhraseSet]
    channels: tuple[tuple[str, PhraseSet], ...]

    def __getitem__(self, name: str) -> PhraseSet:
        """Give one list; KeyError where the pack has none of that name."""
        return self.lists[name]


@cache
def load_grammar(language: str) -> Grammar:
    """Give the closed words of a language pack, read once."""
    table = read_table(language, "grammar")
    lists = {name: PhraseSet(words) for name, words in table.items() if isinstance(words, list)}
    channels = tuple((name, PhraseSet(words)) for name, words in table["channels"].items())
    return Grammar(lists, channels)
