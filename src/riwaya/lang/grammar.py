"""The closed words of a language pack, folded and ready to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from riwaya.lang.lexicon import read_table
from riwaya.lang.normalize import fold_all, fold_letters
from riwaya.model.placing import Placing

Phrase = tuple[str, ...]
_Rest = tuple[Phrase, int, bool]
"""The words after the first, how many tokens the phrase takes, and whether it ends in a «ل» on the next word."""


_Opening = tuple[Mapping[str, tuple[_Rest, ...]], tuple[_Rest, ...]]
"""The phrases that begin with one word: those to try before each second word, and those before any other."""

_ONE_WORD: _Opening = {}, (((), 1, False),)


class PhraseSet:
    """Phrases of one or more folded words, asked for at a place in a token list."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Fold the phrases and order them by first word, longest first."""
        by_first: dict[str, list[Phrase]] = {}
        for phrase in fold_all(phrases):
            words = tuple(phrase.split())
            by_first.setdefault(words[0], []).append(words)
        for rows in by_first.values():
            rows.sort(key=len, reverse=True)
        self.openings = {form: _sort(tuple(map(_rest, rows))) for form, rows in _with_joined(by_first).items()}
        """The phrases to try at each folded form, «و» or «ف» looked through; every other form opens none."""
        self.singles = frozenset(first for first, rows in by_first.items() if any(len(words) == 1 for words in rows))
        """The phrases of one word."""
        self.joined = self.singles | {"و" + word for word in self.singles}
        """The phrases of one word, with «و» before them and without."""
        self._sure = frozenset(form for form, opening in self.openings.items() if opening == _ONE_WORD)
        """The forms at which a phrase of one word stands whatever follows: no other phrase begins there."""

    def at(self, forms: Sequence[str], index: int) -> int:
        """Give how many tokens the longest phrase at ``index`` takes; 0 for none.

        A phrase that ends in a lone «ل» takes that letter off the next word without taking the word; a leading
        «و» or «ف» of the first token is looked through.
        """
        opening = self.openings.get(forms[index])
        if opening is None:
            return 0
        by_second, alone = opening
        return _match(by_second.get(forms[index + 1] if index + 1 < len(forms) else "", alone), forms, index)

    def find(self, placing: Placing, opened_by: Sequence[str]) -> dict[int, int]:
        """Give the tokens of a document that the longest phrase takes, by the index at which it begins, in order.

        Args:
            placing: Of the document.
            opened_by: The forms of it that open a phrase of this set, each once, see `Grammar.opened_by`.
        """
        forms, openings = placing.forms, self.openings
        found: dict[int, int] = {}
        last = len(forms) - 1
        for form in opened_by:
            if form in self._sure:
                found.update(dict.fromkeys(placing.at(form), 1))
                continue
            by_second, alone = openings[form]
            for at in placing.at(form):
                rows = by_second.get(forms[at + 1], alone) if at < last else by_second.get("", alone)
                if rows and (size := _match(rows, forms, at)):
                    found[at] = size
        return dict(sorted(found.items())) if len(opened_by) > 1 and len(found) > 1 else found

    def has(self, form: str) -> bool:
        """Say whether a single folded word is one of the phrases."""
        return form in self.singles


def _with_joined(by_first: Mapping[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    """Spell the first words with «و» and «ف» too; a phrase that begins so by itself is tried first."""
    openings = {first: tuple(rows) for first, rows in by_first.items()}
    for first, rows in by_first.items():
        if len(first) > 1:
            for joined in ("و" + first, "ف" + first):
                openings[joined] = (*by_first.get(joined, ()), *rows)
    return openings


def _rest(words: Phrase) -> _Rest:
    hanging = words[-1] == "ل"
    return words[1:-1] if hanging else words[1:], len(words) - hanging, hanging


def _sort(rows: tuple[_Rest, ...]) -> _Opening:
    """Sort the phrases of one first word by their second: those of one word are tried with all of them, in their order."""
    seconds = {rest[0] for rest, _, _ in rows if rest}
    alone = tuple(row for row in rows if not row[0])
    return {second: tuple(row for row in rows if row[0][:1] in ((), (second,))) for second in seconds}, alone


def _match(rows: Sequence[_Rest], forms: Sequence[str], index: int) -> int:
    """Give the tokens that the first of the phrases takes that fits; its first two words stand at ``index``."""
    for rest, size, hanging in rows:
        if len(rest) > 1 and tuple(forms[index + 1 : index + 1 + len(rest)]) != rest:
            continue
        if not hanging or (index + size < len(forms) and forms[index + size].startswith("ل")):
            return size
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The lists of ``grammar.toml`` by name; one for each language, equal to itself alone."""

    lists: dict[str, PhraseSet]
    channels: tuple[tuple[str, PhraseSet], ...]
    channel_words: Mapping[str, tuple[tuple[str, PhraseSet], ...]]
    """The channels whose words may begin with a folded form, in the order of the pack."""
    channel_openings: frozenset[str]
    """The forms at which a channel may begin."""
    opened_by: Mapping[str, tuple[str, ...]]
    """The lists with a phrase that may begin at a folded form, for every form that opens one."""

    def __getitem__(self, name: str) -> PhraseSet:
        """Give one list; KeyError where the pack has none of that name."""
        return self.lists[name]

    def channel_at(self, forms: Sequence[str], at: int) -> str | None:
        """Give the channel that the words at ``at`` name, with «و» or «ب» before them or not; None for other words."""
        form = forms[at]
        for name, words in self.channel_words.get(form, ()):
            if words.at(forms, at) or (form[0] in "وب" and words.has(form[1:])):
                return name
        return None


@cache
def load_grammar(language: str) -> Grammar:
    """Give the closed words of a language pack, read once."""
    table = read_table(language, "grammar")
    lists = {name: PhraseSet(cast("list[str]", words)) for name, words in table.items() if isinstance(words, list)}
    channels = tuple((name, PhraseSet(words)) for name, words in table["channels"].items())
    channel_words = _channel_words(channels)
    opened_by: dict[str, list[str]] = {}
    for name, words in lists.items():
        for form in words.openings:
            opened_by.setdefault(form, []).append(name)
    by_form = {form: tuple(names) for form, names in opened_by.items()}
    return Grammar(lists, channels, channel_words, frozenset(channel_words), by_form)


@cache
def load_abbreviations(language: str) -> Mapping[str, str]:
    """Give what single letters with a dot stand for, both folded («د.» for «الدكتور»); empty where the pack has none."""
    told = cast("dict[str, str]", read_table(language, "grammar").get("abbreviations", {}))
    return {fold_letters(letter): fold_letters(word) for letter, word in told.items()}


def _channel_words(channels: Sequence[tuple[str, PhraseSet]]) -> dict[str, tuple[tuple[str, PhraseSet], ...]]:
    found: dict[str, tuple[tuple[str, PhraseSet], ...]] = {}
    for channel in channels:
        opening = dict.fromkeys(channel[1].openings)
        opening.update(dict.fromkeys(joined + word for word in channel[1].singles for joined in "وب"))
        for form in opening:
            found[form] = (*found.get(form, ()), channel)
    return found
