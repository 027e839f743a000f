"""Quantities: every count of an article with its hedges and its bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from riwaya.lang.counts import CountRead, may_begin_count, read_count
from riwaya.lang.hedges import HedgeRead, bounds_of, read_hedge_after, read_hedge_before, read_hedge_over_gap
from riwaya.lang.numerals import number_words
from riwaya.model.figure import Quantity
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.model.timex import Timex
from riwaya.model.word import Token

_STOPS = frozenset(".،,؛;:؟?!…")
_REACH = 9
"""Words between a number and its «على الأقل»."""
_LEAST = "at-least"
_HOW_MANY = frozenset({"عددهم", "وعددهم"})
_WRITTEN_ON = frozenset({"ال", "ب", "ل", "بال", "لل"})
_STROKE = 1
"""The stroke that may lengthen a particle before digits («الـ40»)."""
_JOINED_REACH = 4
"""Tokens between two numbers that are joined by «و»."""


def find_quantities(
    tokens: Sequence[Token], text: str, *, times: Sequence[Timex] = (), openings: Iterable[int] | None = None
) -> list[Quantity]:
    """Find the counts of one article.

    Args:
        tokens: Folded tokens of the article, in order.
        text: The original text that the tokens stand in.
        times: The times of the article; numbers inside them are no counts.
        openings: The tokens of which `may_begin_count` is true, in order, where somebody has found them already.

    Returns:
        The counts in text order, of people and of things alike, empty where there is none. Years, days, ages, measures,
        money, shares, clock times, ordinals and unit numbers («اللواء 17») are left out, and so are nouns that count
        by themselves («جنديان»). ``span`` is the number or its word only, ``full`` takes in the hedges.

    Source: annotation guideline, Numbers.
    """
    if openings is None:
        openings = [i for i, token in enumerate(tokens) if may_begin_count(token.form)]
    found: list[Quantity] = []
    free = 0
    for i in _outside(times, tokens, openings):
        if i < free:
            continue
        count, free = read_count(tokens, i)
        if count is None or _is_counted_already(count, found, tokens) or _is_counted_next(count, tokens):
            continue
        quantity = _with_hedges(tokens, text, count)
        joined = bool(found) and _goes_on(tokens, count, quantity, found[-1])
        found.append(replace(quantity, high=None, why=f"{quantity.why}+{_LEAST}") if joined else quantity)
    return found


def _goes_on(tokens: Sequence[Token], count: CountRead, quantity: Quantity, before: Quantity) -> bool:
    """«على الأقل ستة رجال وثلاث نساء»: the «no fewer than» before the first of two joined numbers opens the second too."""
    if quantity.hedges or quantity.high is None or before.high is not None or not before.why.endswith(f"+{_LEAST}"):
        return False
    opened = not before.hedges or before.hedges[0].start < before.span.start
    joined = _opens_with_and(tokens[count.start]) or tokens[count.start - 1].form == "و"
    counted = (k for k in range(count.start - 1, -1, -1) if tokens[k].start < before.span.end)
    last = next(counted, -1)
    return (
        opened
        and joined
        and 0 < count.start - last - 1 <= _JOINED_REACH
        and all(tokens[k].is_word for k in range(last + 1, count.start))
    )


def _outside(times: Sequence[Timex], tokens: Sequence[Token], openings: Iterable[int]) -> Iterator[int]:
    """Give the openings that do not say when; a stretch that an event opens holds other words too and hides nothing."""
    spans = iter(sorted((t.span for t in times if not t.value.startswith("since-event")), key=lambda s: s.start))
    span = next(spans, None)
    for i in openings:
        token = tokens[i]
        while span is not None and span.end <= token.start:
            span = next(spans, None)
        if span is None or span.start >= token.end:
            yield i


def _is_counted_already(count: CountRead, found: list[Quantity], tokens: Sequence[Token]) -> bool:
    """«15 آخرين», «أربعة جنود آخرين» count once."""
    if not count.why.endswith(":others") or not found:
        return False
    first = max(count.start - 3, 0)
    if any(tokens[k].form[0] == "و" for k in range(count.start - 1, first, -1) if tokens[k].start > found[-1].span.end):
        return False
    near = tokens[first].start
    return found[-1].span.start >= near or found[-1].span.end >= near


def _is_counted_next(count: CountRead, tokens: Sequence[Token]) -> bool:
    """«شرطيين آخرين اثنين», «آخرون عددهم ستة»: the number behind tells how many others there are."""
    if not count.why.endswith(":others"):
        return False
    at = count.end + (count.end < len(tokens) and tokens[count.end].form in _HOW_MANY)
    return at < len(tokens) and _opens_next(tokens, at)


def _with_hedges(tokens: Sequence[Token], text: str, count: CountRead) -> Quantity:
    hedges = _hedges(tokens, text, count)
    low: int | None = count.low
    high = count.high
    about = False
    for hedge in hedges:
        about = about or hedge.effect == "about"
        if hedge.effect != "about":
            at_least, at_most = bounds_of(hedge.effect, count.low, count.high if count.high is not None else count.low)
            low = max(low, at_least) if low is not None and at_least is not None else at_least
            high = at_most
    first = min([count.start, *(hedge.start for hedge in hedges)])
    last = max([count.full_end, *(hedge.end for hedge in hedges)])
    return Quantity(
        span=_span(tokens, count.start, count.end),
        full=_span(tokens, first, last),
        low=low,
        high=high,
        about=about,
        hedges=tuple(_span(tokens, hedge.start, hedge.end) for hedge in hedges),
        why="+".join([count.why, *(hedge.id for hedge in hedges)]),
    )


def _span(tokens: Sequence[Token], start: int, end: int) -> Span:
    return Span(tokens[start].start, tokens[end - 1].end)


def _hedges(tokens: Sequence[Token], text: str, count: CountRead) -> list[HedgeRead]:
    """Two before at most («نحو ... أكثر من» happens), then one after."""
    found: list[HedgeRead] = []
    if not _opens_with_and(tokens[count.start]):
        found = _hedges_before(tokens, count)
    after = _hedge_after(tokens, text, count)
    if after is not None:
        found.append(after)
    return found


def _opens_with_and(token: Token) -> bool:
    """«30 قتيلا على الأقل ومئة جريح»: what stands before «و» belongs to the number before it."""
    word = number_words().get(token.form)
    return word is not None and word.conjunction == "و"


def _hedges_before(tokens: Sequence[Token], count: CountRead) -> list[HedgeRead]:
    found: list[HedgeRead] = []
    at = count.start
    if at > 0 and tokens[at - 1].form in _WRITTEN_ON and tokens[at].start - tokens[at - 1].end <= _STROKE:
        at -= 1
    for _ in range(2):
        hedge = read_hedge_before(tokens, at)
        if hedge is None:
            break
        found.insert(0, hedge)
        at = hedge.start
        if tokens[at].form.startswith("و"):
            break  # «317 قتيلا على الأقل ونحو 1450 جريحا»
    if not found and count.why != "range":
        over_gap = read_hedge_over_gap(tokens, at)
        if over_gap is not None:
            found.append(over_gap)
    return found


def _hedge_after(tokens: Sequence[Token], text: str, count: CountRead) -> HedgeRead | None:
    words = 0
    for k in range(count.full_end, min(count.full_end + 2 * _REACH, len(tokens))):
        token = tokens[k]
        if token.form == "،" and k + 1 < len(tokens) and read_hedge_after(tokens, k + 1, words) is not None:
            continue
        if token.form in _STOPS or "\n" in text[tokens[k - 1].end : token.start]:
            return None
        hedge = read_hedge_after(tokens, k, words)
        if hedge is not None:
            return None if words and _opens_next(tokens, hedge.end) else hedge
        if _is_number(token):
            return None
        words += token.is_word
        if words >= _REACH:
            return None
    return None


def _opens_next(tokens: Sequence[Token], at: int) -> bool:
    """«وقتل على الأقل 40» hedges the number after it; in «على الأقل ثلاثة منهم» a part of those before follows."""
    if at >= len(tokens):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].form in ("منهم", "منها", "منهن"):
        return False
    word = number_words().get(tokens[at].form)
    return tokens[at].is_number or (word is not None and not word.conjunction)


def _is_number(token: Token) -> bool:
    word = number_words().get(token.form)
    return token.is_number or (word is not None and word.kind not in ("teen-unit", "fraction", "scale-plural"))
