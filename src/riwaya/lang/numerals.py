"""Read numbers written in Arabic: digits, words and both together.

«1,300», «15 ألفا», «2.5 مليون», «خمسة وعشرين», «أحد عشر», «ألف وخمسمئة», «بثلاثة», «الثلاثة والعشرين». The words and
their agreement forms are data (``packs/ar/numbers.toml``); the grammar of putting them together is here.

Source: Ryding, A Reference Grammar of Modern Standard Arabic, ch. 15; CLDR rule-based number format, ar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from riwaya.lang.proclitics import iter_attached
from riwaya.lang.timex_pack import entries, folded_forms
from riwaya.model.record import record, replace
from riwaya.model.word import Token


@record(kw_only=False)
class NumberWord:
    """What one spelling says by itself."""

    kind: str
    value: int | float
    conjunction: str
    preposition: str
    definite: bool


@record(kw_only=False)
class NumberRead:
    """A number and the tokens ``[start, end)`` that say it."""

    value: int | float
    """A whole number is an ``int``; only digits with a decimal part and no scale word give a ``float``."""
    start: int
    end: int
    definite: bool
    written: str
    """digits, words or mixed."""
    conjunction: str = ""
    preposition: str = ""

    @property
    def consumed(self) -> int:
        """How many tokens were read."""
        return self.end - self.start


@cache
def number_words(table: str = "number") -> Mapping[str, NumberWord]:
    """Give every attached spelling of the number words, or of the ordinals (``table="ordinal"``).

    Where two words share a spelling, the one with less attached to it is kept.
    """
    found: list[tuple[int, str, NumberWord]] = []
    for entry in entries("numbers", table):
        for form in folded_forms(entry):
            for at in iter_attached(form, definite=bool(entry.get("definite", True)), like=False):
                word = NumberWord(entry["kind"], entry["value"], at.conjunction, at.preposition, at.definite)
                found.append((at.weight, at.form, word))
    words: dict[str, NumberWord] = {}
    for _, form, word in sorted(found, key=lambda item: item[0]):
        words.setdefault(form, word)
    return words


def read_digits(form: str) -> int | float | None:
    """Give the value of a digit token; groups of three after a sign are thousands, other groups decimals."""
    if form.isdigit():
        return int(form)
    groups = form.replace(",", ".").split(".")
    if not all(group.isdigit() for group in groups):
        return None
    if len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:]):
        return int("".join(groups))
    return float(".".join(groups)) if len(groups) == 2 else None


def read_number(tokens: Sequence[Token], i: int) -> NumberRead | None:
    """Read the number that starts at token ``i``.

    Args:
        tokens: Folded tokens.
        i: Where it starts; a particle that stands as a token of its own («بـ20») is not part of it.

    Returns:
        The longest number from there, or None where none starts. «أحد» and «إحدى» alone («one of»), «آلاف» alone
        (vague) and «نصف» without a scale word are none.
    """
    first = _read_start(tokens, i)
    if first is None:
        return None
    return _read_rest(tokens, first, _last_scale(tokens, first))


def _read_start(tokens: Sequence[Token], i: int) -> NumberRead | None:
    form = tokens[i].form
    if form[0].isdigit():
        return _read_digit_start(tokens, i)
    word = number_words().get(form)
    if word is None:
        return None
    if word.kind == "scale-plural":
        return None
    if word.kind == "fraction":
        scale = _scale(tokens, i + 1)
        if scale is None:
            return None
        read = NumberRead(_whole(word.value * scale), i, i + 2, word.definite, "words")
    elif word.kind in ("scale", "scale-dual"):
        read = NumberRead(int(word.value), i, i + 1, word.definite, "words")
    else:
        group = _read_group(tokens, i, "")
        if group is None:
            return None
        read = _scaled(tokens, group)
    return replace(read, conjunction=word.conjunction, preposition=word.preposition)


def _read_digit_start(tokens: Sequence[Token], i: int) -> NumberRead | None:
    value = read_digits(tokens[i].form)
    if value is None:
        return None
    end = i + 1
    while end + 1 < len(tokens) and _is_thousands_tail(tokens, end):
        value, end = value * 1000 + int(tokens[end + 1].form), end + 2
    if end < len(tokens) and tokens[end].form == "000" and tokens[end].start - tokens[end - 1].end == 1:
        value, end = value * 1000, end + 1
    return _scaled(tokens, NumberRead(_whole(value), i, end, False, "digits"))


def _is_thousands_tail(tokens: Sequence[Token], end: int) -> bool:
    """«1،300» with the Arabic comma and no space is one number."""
    comma, tail = tokens[end], tokens[end + 1]
    return (
        comma.form == "،"
        and len(tail.form) == 3
        and tail.form.isdigit()
        and tokens[end - 1].end == comma.start
        and comma.end == tail.start
        and len(tokens[end - 1].form) <= 3
    )


def _scaled(tokens: Sequence[Token], read: NumberRead) -> NumberRead:
    scale = _scale(tokens, read.end)
    while scale is not None:
        written = "mixed" if read.written == "digits" else read.written
        read = replace(read, value=_whole(read.value * scale), end=read.end + 1, written=written)
        scale = _scale(tokens, read.end)
    return read


def _scale(tokens: Sequence[Token], i: int) -> int | None:
    if i >= len(tokens):
        return None
    word = number_words().get(tokens[i].form)
    if word is None or word.conjunction or word.preposition or word.kind not in ("scale", "scale-plural"):
        return None
    return int(word.value)


def _last_scale(tokens: Sequence[Token], read: NumberRead) -> int | float:
    """Give the size of the part read last: only smaller parts may follow with «و»."""
    word = number_words().get(tokens[read.end - 1].form)
    if word is None or word.kind not in ("scale", "scale-dual", "scale-plural"):
        return 0
    return 10 ** (len(str(int(word.value))) - 1)


def _read_rest(tokens: Sequence[Token], read: NumberRead, limit: int | float) -> NumberRead:
    while limit >= 1000 and read.end < len(tokens):
        part = _read_part(tokens, read.end)
        if part is None or part.value >= limit or part.value <= 0:
            break
        written = "mixed" if part.written != read.written else read.written
        read = replace(read, value=_whole(read.value + part.value), end=part.end, written=written)
        limit = _last_scale(tokens, part)
    return read


def _read_part(tokens: Sequence[Token], i: int) -> NumberRead | None:
    """Read «وخمسمئة», «و300», «ونصف مليون» after a scale word."""
    if tokens[i].form == "و":
        if i + 1 < len(tokens) and tokens[i + 1].form.isdigit():
            return _read_digit_start(tokens, i + 1)
        return None
    word = number_words().get(tokens[i].form)
    if word is None or word.conjunction != "و" or word.preposition:
        return None
    if word.kind == "fraction":
        scale = _last_scale(tokens, NumberRead(0, i - 1, i, False, "words"))
        end = i + 2 if i + 1 < len(tokens) and _definite_scale(tokens[i + 1].form) == scale else i + 1
        return NumberRead(_whole(word.value * scale), i, end, False, "words") if scale >= 1_000_000 else None
    return _read_start(tokens, i)


def _definite_scale(form: str) -> int | float:
    word = number_words().get(form)
    return word.value if word is not None and word.kind == "scale" and word.definite else 0


def _read_group(tokens: Sequence[Token], i: int, conjunction: str) -> NumberRead | None:
    """Read 0 to 999 in words; after the first word every part carries «و»."""
    word = number_words().get(tokens[i].form)
    if word is None or (conjunction and (word.conjunction != conjunction or word.preposition)):
        return None
    value, end = word.value, i + 1
    follower = _word(tokens, end)
    if word.kind == "unit" and 3 <= value <= 9 and follower and follower.kind == "hundred" and not follower.conjunction:
        value, end = value * 100, end + 1
    elif word.kind not in ("hundred", "hundreds"):
        return _read_below_hundred(tokens, i, word)
    if end < len(tokens):
        rest = _read_group(tokens, end, "و")
        if rest is not None and rest.value < 100:
            value, end = value + rest.value, rest.end
    return NumberRead(int(value), i, end, word.definite, "words")


def _read_below_hundred(tokens: Sequence[Token], i: int, word: NumberWord) -> NumberRead | None:
    follower = _word(tokens, i + 1)
    if word.kind in ("unit", "teen-unit") and follower is not None:
        if _is_teen_mark(follower) and word.value > 0:
            return NumberRead(int(word.value) + 10, i, i + 2, word.definite, "words")
        if follower.kind == "tens" and follower.conjunction == "و" and not follower.preposition:
            return NumberRead(int(word.value + follower.value), i, i + 2, word.definite, "words")
    if word.kind not in ("unit", "ten", "tens"):
        return None
    return NumberRead(int(word.value), i, i + 1, word.definite, "words")


def read_ordinal(tokens: Sequence[Token], i: int) -> NumberRead | None:
    """Read an ordinal below 100 that starts at token ``i``: «الثالث», «الحادي عشر», «الخامس والعشرين».

    «العشرين» and «الثلاثين» are cardinals in form and are left to :func:`read_number`.
    """
    word = number_words("ordinal").get(tokens[i].form)
    if word is None:
        return None
    follower = _word(tokens, i + 1)
    value, end = word.value, i + 1
    if word.kind in ("unit", "teen-unit") and follower is not None:
        if _is_teen_mark(follower):
            value, end = value + 10, i + 2
        elif follower.kind == "tens" and follower.conjunction == "و" and follower.definite == word.definite:
            value, end = value + follower.value, i + 2
    if word.kind == "teen-unit" and end == i + 1:
        return None
    return NumberRead(int(value), i, end, word.definite, "words", word.conjunction, word.preposition)


def _is_teen_mark(word: NumberWord) -> bool:
    """The «عشر» of «أحد عشر» takes no particle; «أحد العشرة» is one of the ten."""
    return word.kind == "ten" and not (word.conjunction or word.preposition or word.definite)


def _word(tokens: Sequence[Token], i: int) -> NumberWord | None:
    return number_words().get(tokens[i].form) if i < len(tokens) else None


def _whole(value: int | float) -> int | float:
    return int(value) if value == int(value) else value
