"""The body of an article: from its first sentence to its last, with the furniture inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.lang.normalize import fold
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.stages.acquire.blocks import Block, trim
from riwaya.stages.acquire.cards import find_cards
from riwaya.stages.acquire.header_date import cut_date_prefix
from riwaya.stages.acquire.layout import load_layout
from riwaya.stages.acquire.origin import find_origin, find_prefix

_SUBHEAD_WORDS = 12
_REPEAT_WORDS = 8
"""A sentence that long does not come twice by chance."""
_CLOCK = re.compile(r"[0-9٠-٩]{1,2}[:.][0-9٠-٩]{2}(?:\s+\S{1,8}){0,2}")
_PREFIX = 400
"""Letters in which what stands before the first sentence is looked for."""
_NEXT_HEAD = 8
"""Blocks around a mark in which the two copies of a head stand."""


@dataclass(slots=True)
class Body:
    """A body as it is read, block after block."""

    span: Span
    skips: list[Span] = field(default_factory=list[Span])
    subheads: list[Span] = field(default_factory=list[Span])
    next: int = 0
    """Index of the first block after it that may begin something new."""
    is_last: bool = False
    """What follows is the foot of the page."""


def read_body(blocks: Sequence[Block], first: int, text: str, *, title: str | None) -> Body | None:
    """Read on from the block ``first`` until the article ends; None where nothing is left of it.

    Args:
        blocks: All blocks of the page.
        first: Index of the block in which the body begins, see `read_head`.
        text: The text of the page.
        title: The words of the title, which some pages repeat before the first sentence.
    """
    start = cut_start(blocks[first], text, title=title)
    kept: list[tuple[Block, Span, str]] = []
    skips: list[Span] = []
    seen: set[str] = set()
    at, is_last = first, False
    while at < len(blocks):
        block = blocks[at]
        if (block.rule is not None and block.rule.effect == "end") or _begins_next(blocks, at):
            is_last = block.rule is not None
            break
        if block.rule is not None and block.rule.effect == "related":
            after = _pass_links(blocks, at, text)
            if after is None:
                break
            skips.extend(b.span for b in blocks[at:after])
            at = after
            continue
        span, inner, ended = _cut(block, text, start if at == first else block.span.start)
        if not block.is_text or _is_repeat(block, seen):
            skips.append(block.span)
        elif span.start < span.end:
            kept.append((block, span, _kind(blocks, at, bool(kept))))
            skips.extend(inner)
        at += 1
        if ended:
            is_last = True
            break
    _drop_tail(kept, text)
    if not kept:
        return None
    whole = Span(kept[0][1].start, max(kept[-1][1].end, *_repeats(blocks[first:at], kept), 0))
    return Body(
        span=whole,
        skips=[s for s in skips if whole.contains(s)],
        subheads=[s for _, s, kind in kept if kind == "subhead"],
        next=at,
        is_last=is_last,
    )


def cut_start(block: Block, text: str, *, title: str | None) -> int:
    """Give where the first sentence begins: after share buttons, a date, the title said again and the dateline."""
    start = block.span.start
    for _ in range(4):
        rest = block.fold_from(start)
        cut = _prefix_length(rest.text[:_PREFIX], title)
        if not cut:
            break
        moved = trim(text, start + rest.span(0, cut).end, block.span.end).start
        if moved >= block.span.end:
            break
        start = moved
    prefix = find_prefix(_rest(block, start), text)
    return prefix.start if prefix is not None else start


def _rest(block: Block, start: int) -> Block:
    if start == block.span.start:
        return block
    rest = block.fold_from(start)
    return replace(
        block, span=Span(start, block.span.end), text=block.text[start - block.span.start :], folded=rest.text,
        moved=rest.offsets is not None,
    )  # fmt: skip


def _prefix_length(folded: str, title: str | None) -> int:
    for rule in load_layout().scoped("prefix"):
        hit = rule.pattern.match(folded)
        if hit and hit.end() < len(folded):
            return hit.end()
    dated = cut_date_prefix(folded)
    if dated:
        return dated
    return _title_length(folded, fold(title).text) if title else 0


def _title_length(folded: str, title: str) -> int:
    """Give how many letters of a paragraph's start are the title said again («Title: …»); 0 where it does not begin so."""
    words = re.findall(r"\w+", title)
    # A pattern costs more than all else here, and hardly any paragraph begins as its title does.
    if not 3 <= len(words) <= 40 or not folded.lower().startswith(words[0].lower()):
        return 0
    hit = re.match(r"\W*".join(map(re.escape, words)) + r"\s*[.:–-]\s+", folded, re.IGNORECASE)
    return hit.end() if hit else 0


def _cut(block: Block, text: str, start: int) -> tuple[Span, list[Span], bool]:
    """Give the text of a block, the furniture inside it, and whether the page's foot begins in it."""
    folded = block.fold_from(start)
    end, ended = len(folded.text), False
    for rule in load_layout().scoped("suffix"):
        hit = rule.search(folded.text[:end])
        if hit is not None:
            end, ended = hit.start(), ended or rule.effect == "end"
    inner: list[Span] = []
    for rule in load_layout().scoped("inline"):
        for hit in rule.pattern.finditer(folded.text, 0, end):
            span = folded.span(hit.start(), hit.end())
            inner.append(Span(span.start + start, span.end + start))
    limit = start + (folded.span(0, end).end if end else 0)
    while inner and trim(text, inner[-1].end, limit).start >= limit:
        limit = inner.pop().start
    return trim(text, start, max(start, limit)), inner, ended


def _pass_links(blocks: Sequence[Block], at: int, text: str) -> int | None:
    """Give the block after a list of links inside a body, or None where the body does not go on after it."""
    if find_cards(blocks, at, text):
        return None
    for n in range(at + 1, len(blocks)):
        block = blocks[n]
        if block.rule is not None and block.rule.effect == "end":
            return None
        if block.is_paragraph and not (block.text.endswith(("؟", "?", "!")) and block.words <= 20):
            return n
    return None


def _begins_next(blocks: Sequence[Block], at: int) -> bool:
    """Say whether another article's head begins here: a line that stands again after the template's mark, or a clock time."""
    block = blocks[at]
    if is_timed_entry(blocks, at):
        return True
    if block.rule is not None or block.words > 40:
        return False
    marks = [n for n in range(at + 1, min(at + _NEXT_HEAD, len(blocks))) if _is_mark(blocks[n])]
    return bool(marks) and any(b.folded == block.folded for b in blocks[marks[0] + 1 : marks[0] + _NEXT_HEAD])


def is_timed_entry(blocks: Sequence[Block], at: int) -> bool:
    """Say whether an entry of a running page begins here: a clock time alone, a heading, a paragraph."""
    if not _CLOCK.fullmatch(blocks[at].text) or at + 2 >= len(blocks):
        return False
    heading, paragraph = blocks[at + 1], blocks[at + 2]
    return heading.is_text and not heading.is_paragraph and not heading.ends and paragraph.is_paragraph


def _is_mark(block: Block) -> bool:
    return block.rule is not None and block.rule.effect == "start"


def _is_repeat(block: Block, seen: set[str]) -> bool:
    """Say whether the paragraph stood before, its first word apart («ونفذ …», «فقد نفذ …»)."""
    if block.words <= _REPEAT_WORDS:
        return False
    without_first = " ".join(re.findall(r"\w+", block.folded)).partition(" ")[2]
    without_two = without_first.partition(" ")[2]
    if without_two in seen:
        return True
    seen.update((without_first, without_two, without_two.partition(" ")[2]))
    return False


def _repeats(blocks: Sequence[Block], kept: Sequence[tuple[Block, Span, str]]) -> list[int]:
    """Give the ends of paragraphs that are repeated after the last kept one: they are body still."""
    seen: set[str] = set()
    last = kept[-1][1].end
    if not any(b.is_text and b.span.end > last for b in blocks):
        return []
    return [b.span.end for b in blocks if b.is_text and _is_repeat(b, seen) and b.span.end > last]


def _kind(blocks: Sequence[Block], at: int, is_inside: bool) -> str:
    block = blocks[at]
    asks = block.text.rstrip().endswith(("؟", "?"))
    if not is_inside or (block.ends and not asks) or block.closed or block.words > _SUBHEAD_WORDS:
        return "text"
    following = next((b for b in blocks[at + 1 :] if b.is_text), None)
    longer = following is not None and following.words >= max(_REPEAT_WORDS, block.words) and following.is_paragraph
    return "subhead" if longer else "text"


def _drop_tail(kept: list[tuple[Block, Span, str]], text: str) -> None:
    """Drop a signature, a caption or a heading left at the end."""
    for _ in range(3):
        if len(kept) < 2:
            return
        block, _, kind = kept[-1]
        signed = find_origin(block, text) if block.words <= 8 else None
        if kind == "subhead" or signed is not None or (not block.ends and not block.closed and block.words <= 5):
            kept.pop()
        else:
            return
