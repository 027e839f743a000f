"""Who wrote it and where: lines of origin under a title, and datelines before the first sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.lang.normalize import Folded, fold
from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.stages.acquire.blocks import Block, trim
from riwaya.stages.acquire.layout import load_layout

_SPACED_DASH = re.compile(r"(?<=[\s\u00a0])\u0640+(?=[\s\u00a0])|^\u0640+(?=[\s\u00a0])")
_SEPARATOR = re.compile(r"\s+[-–—−]+\s*|\s*[-–—−]+\s+|\s*:\s*(?=\S)")
_PAREN = re.compile(
    r"^(?P<who>[^()\d]{2,60}?)\s*\(\s*(?P<where>[^()\d]{2,40}?)\s*\)\s*(?:[،,]\s*[^()\d]{2,60}\([^()\d]{2,40}\)\s*)*:?$"
)
_MARKS = frozenset("-–—−:")
_NO_ORIGIN = re.compile(r"[\d!?؟]")
_HEAD = 160
"""Letters of a paragraph in which a dateline may stand."""


@record(kw_only=False)
class Origin:
    """A line of origin; spans point into the text of the page."""

    byline: Span | None
    dateline: Span | None
    is_sure: bool
    """It names an agency, or a word such as «كتب»; otherwise only its form and its place speak for it."""


@record(kw_only=False)
class Prefix:
    """A dateline inside the first paragraph and where the first sentence begins after it."""

    start: int
    byline: Span | None
    dateline: Span | None


def find_origin(block: Block, text: str) -> Origin | None:
    """Read a whole line as «city - agency», «name (city)», «city: name», an agency alone or «بقلم name»; None if it is none.

    Args:
        block: The line.
        text: The text of the page.
    """
    if block.words > 14 or len(block.text) > 120 or _NO_ORIGIN.search(block.text):
        return None
    folded = _fold(block.text)
    line = folded.text.strip(" :.،,\u00a0")
    if not line:
        return None
    at = folded.text.index(line)
    if _rules().only_agencies.fullmatch(line):
        return Origin(_place(folded, block, text, at, at + len(line)), None, True)
    return _in_parentheses(line, at, folded, block, text) or _separated(line, at, folded, block, text)


def find_prefix(block: Block, text: str) -> Prefix | None:
    """Find a dateline at the start of a paragraph: «city (agency) --», «city - agency:», «city 3 May (agency)», "CITY (AP) —"."""
    folded = _fold(block.text[:_HEAD]) if block.moved else Folded(block.folded[:_HEAD], None)
    marked = not _MARKS.isdisjoint(folded.text)
    for pattern in _rules().prefixes if marked else _rules().unmarked:
        hit = pattern.match(folded.text)
        if hit is None:
            continue
        start = trim(text, block.span.start + folded.span(0, hit.end()).end, block.span.end).start
        if start >= block.span.end:
            return None
        spans = {name: _place(folded, block, text, *hit.span(name)) for name in ("where", "who") if hit[name]}
        return Prefix(start, spans.get("who"), spans.get("where"))
    return None


def _in_parentheses(line: str, at: int, folded: Folded, block: Block, text: str) -> Origin | None:
    hit = _PAREN.match(line)
    if hit is None or len(hit["who"].split()) > 6 or len(hit["where"].split()) > 4:
        return None
    who = _place(folded, block, text, at + hit.start("who"), at + hit.end("who"))
    where = _place(folded, block, text, at + hit.start("where"), at + hit.end("where"))
    if _rules().credit.search(hit["where"]):
        is_place = _rules().only_agencies.fullmatch(hit["where"]) and len(hit["who"].split()) <= 3
        return Origin(where, who, True) if is_place else None
    return Origin(who, where, _rules().agency.search(hit["who"]) is not None)


def _separated(line: str, at: int, folded: Folded, block: Block, text: str) -> Origin | None:
    named = _rules().byline.match(line)
    if named and 1 <= len(line[named.end() :].split()) <= 8 and not block.ends:
        return Origin(_place(folded, block, text, at + named.end(), at + len(line)), None, True)
    parts: list[tuple[int, int]] = []
    start = 0
    for gap in _SEPARATOR.finditer(line):
        parts.append((start, gap.start()))
        start = gap.end()
    parts.append((start, len(line)))
    words = [line[a:b].split() for a, b in parts]
    if not 2 <= len(parts) <= 5 or any(not 1 <= len(w) <= 8 for w in words) or len(words[0]) > 6:
        return None
    agencies = [n for n, (a, b) in enumerate(parts) if n and _rules().agency.search(line[a:b])]
    sure = bool(agencies)
    if not sure and (len(parts) > 3 or any(len(w) > 5 for w in words)):
        return None
    split = agencies[0] if sure else len(parts) - 1
    where = _place(folded, block, text, at + parts[0][0], at + parts[split - 1][1])
    who = _place(folded, block, text, at + parts[split][0], at + parts[-1][1])
    return Origin(who, where, sure)


def _fold(text: str) -> Folded:
    """Fold, after making a dash of a lengthening mark that stands alone («غزة ـ وكالات»)."""
    return fold(_SPACED_DASH.sub(lambda m: "-" * len(m[0]), text))


def _place(folded: Folded, block: Block, text: str, start: int, end: int) -> Span | None:
    while end > start and folded.text[end - 1] in " -–—:،,\u00a0":
        end -= 1
    span = folded.span(start, end)
    found = trim(text, block.span.start + span.start, block.span.start + span.end)
    return found if found.start < found.end else None


@record(kw_only=False)
class _Rules:
    only_agencies: re.Pattern[str]
    agency: re.Pattern[str]
    credit: re.Pattern[str]
    byline: re.Pattern[str]
    prefixes: tuple[re.Pattern[str], ...]
    """Datelines that end in a dash or a colon."""
    unmarked: tuple[re.Pattern[str], ...]
    """Datelines without any such mark, which stand last among the ``prefixes`` too."""


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    layout = load_layout()
    agencies = rf"{layout.agency}(?:\s*(?:[،,/+-]|و|and|et)\s*{layout.agency})*"
    quoted = rf"[«\"(\[]?\s*{agencies}\s*[»\")\]]?"
    dash = r"\s*(?:[-–—−:]+\s*)+"
    word = r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?"
    place = rf"{word}(?:\s+{word}){{0,4}}(?:\s*\([^()\d]{{2,30}}\))?"
    places = rf"{place}(?:\s*(?:[،,/]|\s[-–—]\s)\s*{place}){{0,3}}"
    flags = re.IGNORECASE
    broadcaster = re.compile(
        r"(?P<who>(?:[A-ZÀ-Ü][\w'’-]*,? ){1,5}),?\s?(?P<where>)BBC (?:Afrique|News)\s+(?=[A-ZÀ-Ü])"
    )
    of_a_day = re.compile(
        rf"(?P<where>{places})\s*[،,]?\s+\d{{1,2}}\s+(?:{layout.month})(?:\s+\d{{4}})?\s*[،,]?\s*"
        rf"[\[(]{{1,2}}\s*(?P<who>{agencies})\s*[\])]{{1,2}}[\s:–—-]*",
        flags,
    )
    numbered = re.compile(
        rf"(?P<where>{places})\s*[،,]?\s+\d{{1,4}}[-/]\d{{1,2}}[-/]\d{{1,4}}\s*[،,]?\s*(?P<who>{quoted})\s*[-–—−:]+\s*",
        flags,
    )
    return _Rules(
        only_agencies=re.compile(quoted, flags),
        agency=re.compile(layout.agency, flags),
        credit=re.compile(layout.credit, flags),
        byline=re.compile(rf"(?:{layout.byline_word})\s*[:/-]?\s*", flags),
        prefixes=(
            re.compile(rf"(?P<where>[^().!?؟\n\"«]{{0,80}}?)[\s،,-]*\(\s*(?P<who>{agencies})\s*\){dash}", flags),
            re.compile(rf"(?P<where>{places})\s*\(\s*(?P<who>[^()\d\n]{{2,40}}?)\s*\)\s*[-–—−]{{1,2}}\s+", flags),
            re.compile(rf"(?P<where>{places})\s*[-–—−:]+\s*[«\"](?P<who>[^«»\"\d\n]{{2,40}})[»\"]\s*[:–—-]\s*", flags),
            re.compile(rf"(?P<where>{places})\s*[-–—−:]+\s*(?P<who>{quoted})(?:{dash}|\s{{2,}})", flags),
            re.compile(
                rf"(?P<where>{places})\s*[-–—−]+\s*(?P<who>{_spelled(layout.agency)}|وكالات الانباء)\s+(?=\w{{2,}}\s)",
                flags,
            ),
            re.compile(
                r"(?P<where>[A-ZÀ-Ü][A-ZÀ-Ü .,'’-]{2,40}?)(?P<who>)\s*[-–—]{1,2}\s+(?=[«\"“]?[A-ZÀ-Ü][a-zà-ÿ ])"
            ),
            broadcaster,
            of_a_day,
            numbered,
        ),
        unmarked=(broadcaster, of_a_day),
    )


def _spelled(agency: str) -> str:
    """Give the agencies that are letters with spaces, which no sentence has («د ب أ»)."""
    forms = agency.removeprefix(r"(?<!\w)(?:").removesuffix(r")(?!\w)").split("|")
    return rf"(?<!\w)(?:{'|'.join(f for f in forms if '[ .]{0,2}' in f)})(?!\w)"
