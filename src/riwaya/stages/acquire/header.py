"""The head of an article: where its body begins, and which of the lines before it is the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from riwaya.lang.normalize import fold_letters
from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.stages.acquire.blocks import Block
from riwaya.stages.acquire.header_date import HeaderDate, find_date_line
from riwaya.stages.acquire.origin import Origin, Prefix, find_origin, find_prefix

_REPEATED_WORDS = 40
_LONG_LINE = 15
"""Words of a line that is text even on a page without full stops; headlines are shorter."""
_LOOK_FOR_PREFIX = 80
"""Blocks of a head in which a dateline is looked for; pages with long menus have that many before the text."""
_SITE = re.compile(
    r"^[\w.-]+\.(?:com|net|org|info)\s*[-|:»]\s*|\s*[-|»]\s*[\w.-]+\.(?:com|net|org|info)$", re.IGNORECASE
)


@record(kw_only=False)
class Head:
    """What stands before a body."""

    first: int
    """Index of the block in which the body begins."""
    title: Span | None
    origin: Origin | None
    prefix: Prefix | None
    dated: HeaderDate | None


def read_head(blocks: Sequence[Block], low: int, text: str, *, title: str | None) -> Head | None:
    """Find the first body block at or after ``low`` and read the lines before it; None where there is no body.

    Args:
        blocks: All blocks of the page.
        low: Where to begin.
        text: The text of the page.
        title: Title from the page's metadata.
    """
    repeated = _repeated(blocks, low)
    first = _find_first(blocks, low, text, repeated)
    if first is None:
        return None
    lines = [b for b in blocks[low:first] if b.rule is None or _is_sure_origin(b, text)]
    dates = [d for b in lines if (d := find_date_line(b.text)) is not None]
    origins = [(b, o) for b in lines if (o := _origin_of(b, text, is_last=b is lines[-1])) is not None]
    named = _find_title([b for b in lines if find_date_line(b.text) is None], text, title)
    origins = [(b, o) for b, o in origins if named is None or b.span != named.span]
    prefix = find_prefix(blocks[first], text)
    origin = next((o for _, o in reversed(origins) if o.is_sure), origins[-1][1] if origins else None)
    if origin is None and prefix is None and not dates:
        origin = _name_alone([b for b in lines if named is None or b.folded != named.folded])
    return Head(first, _title_span(named), origin, prefix, dates[0] if dates else None)


def _repeated(blocks: Sequence[Block], low: int) -> Counter[str]:
    """Count the short lines; a head that a template prints twice gives itself away."""
    return Counter(b.folded for b in blocks[low:] if b.words <= _REPEATED_WORDS and b.rule is None)


def _find_first(blocks: Sequence[Block], low: int, text: str, repeated: Counter[str]) -> int | None:
    candidate = _by_form(blocks, low, text, repeated)
    stop = len(blocks) if candidate is None else min(candidate + 3, len(blocks))
    for n in range(low, min(stop, low + _LOOK_FOR_PREFIX)):
        block = blocks[n]
        if block.is_text and block.words >= 8 and n != candidate and find_prefix(block, text) is not None:
            if n == low or candidate is None or n < candidate or _is_deck(blocks, candidate, n):
                return n
    return candidate


def _is_deck(blocks: Sequence[Block], candidate: int, found: int) -> bool:
    return all(b.words <= 30 for b in blocks[candidate:found])


def _by_form(blocks: Sequence[Block], low: int, text: str, repeated: Counter[str]) -> int | None:
    """Give the first block that reads like running text and is no title, no deck and not printed twice."""
    texts = [n for n in range(low, len(blocks)) if blocks[n].is_text and find_date_line(blocks[n].text) is None]
    for place, n in enumerate(texts):
        block = blocks[n]
        following = blocks[texts[place + 1]] if place + 1 < len(texts) else None
        if repeated[block.folded] > 1 and _printed_again(blocks, n):
            continue
        if place == 0 and following is not None and _is_title(block, blocks, texts):
            continue
        if block.is_paragraph and not _is_sure_origin(block, text):
            if following is not None and _is_lead_in(block, following, text):
                continue
            return n
        if place and block.words >= 12 and find_origin(blocks[texts[place - 1]], text) is not None:
            return n
    return _fallback(blocks, texts)


def _printed_again(blocks: Sequence[Block], n: int) -> bool:
    """Say whether the same line stands again a little later, as the parts of a head do; a body repeats itself farther off."""
    return any(b.folded == blocks[n].folded for b in (*blocks[n + 1 : n + 8], *blocks[max(0, n - 7) : n]))


def _is_title(block: Block, blocks: Sequence[Block], texts: Sequence[int]) -> bool:
    if block.words > 30 or (block.ends and block.text.rstrip("\"'»” ").endswith(".") and not block.text.endswith("..")):
        return False
    return any(blocks[m].is_paragraph or blocks[m].words >= 12 for m in texts[1:])


def _is_lead_in(block: Block, following: Block, text: str) -> bool:
    """Say whether a sentence-like line still belongs to the head: a deck before a line of origin, or a question as title."""
    origin = find_origin(following, text)
    if origin is not None and origin.is_sure and following.words <= 8 and block.words <= 40:
        return True
    asks = block.text.rstrip("\"'»” ").endswith(("؟", "?", "!"))
    return (
        asks
        and block.words <= 20
        and (
            find_date_line(following.text) is not None
            or find_prefix(following, text) is not None
            or following.is_caption
            or (following.words <= 8 and not following.ends)
        )
    )


def _fallback(blocks: Sequence[Block], texts: Sequence[int]) -> int | None:
    """Take what there is: a paragraph though it is printed twice, or, of one or two short lines, the last that could be a sentence."""
    paragraph = next((n for n in texts if blocks[n].is_paragraph), None)
    if paragraph is None:
        paragraph = next((n for n in texts if blocks[n].words >= _LONG_LINE), None)
    if paragraph is not None or not texts or len(texts) > 3:
        return paragraph
    sentences = [n for n in texts if blocks[n].words >= 5 or (blocks[n].ends and blocks[n].words >= 3)]
    return sentences[1 if len(sentences) > 1 else 0] if sentences else None


def _origin_of(block: Block, text: str, *, is_last: bool) -> Origin | None:
    found = find_origin(block, text)
    return found if found is not None and (found.is_sure or is_last) else None


def _find_title(lines: Sequence[Block], text: str, title: str | None) -> Block | None:
    """Choose the title: the metadata's, else one that is printed twice, else the first line; its last copy before the body."""
    candidates = [b for b in lines if not b.is_caption and not _is_sure_origin(b, text)]
    if not candidates:
        return None
    keys = [_key(b.folded) for b in candidates]
    wanted = _key(fold_letters(title)) if title else None
    chosen = wanted if wanted in keys else None
    if chosen is None:
        counts = Counter(k for k, b in zip(keys, candidates, strict=True) if b.words >= 3)
        chosen = next((k for k in keys if counts[k] > 1), None)
    if chosen is None:
        chosen = next((k for k, b in zip(keys, candidates, strict=True) if b.words >= 3), keys[0])
    return next(b for k, b in zip(reversed(keys), reversed(candidates), strict=True) if k == chosen)


def _is_sure_origin(block: Block, text: str) -> bool:
    origin = find_origin(block, text)
    return origin is not None and origin.is_sure


def _key(folded: str) -> str:
    return " ".join(re.findall(r"\w+", _SITE.sub("", folded).lower()))


def _title_span(block: Block | None) -> Span | None:
    if block is None:
        return None
    lead = _SITE.match(block.text)
    tail = _SITE.search(block.text, lead.end() if lead else 0)
    start = block.span.start + (lead.end() if lead else 0)
    return Span(start, block.span.start + tail.start() if tail else block.span.end)


def _name_alone(lines: Sequence[Block]) -> Origin | None:
    """Take a single short line between title and body for the writer's name."""
    if len(lines) != 1 or not 2 <= lines[0].words <= 7 or re.search(r"[\d!?؟]", lines[0].text):
        return None
    return Origin(lines[0].span, None, False)
