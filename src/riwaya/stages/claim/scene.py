"""What the claim finders ask of an annotated and attributed document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import compress, count, pairwise

from riwaya.lang.closed import closed_words
from riwaya.lang.grammar import Grammar
from riwaya.model.annotation import Annotation
from riwaya.model.attribution import Attributions, Frame
from riwaya.model.figure import Quantity
from riwaya.model.mention import Mention
from riwaya.model.place import PlaceMention
from riwaya.model.span import Span
from riwaya.model.timex import Timex
from riwaya.stages.claim.ranges import Ranges

PREPOSITIONS = frozenset(
    "في من عن الي علي خلال عبر بعد قبل امام حول مع ضد اثناء لدي عقب منذ حتي بين عند داخل خارج بشان اثر فور رغم وسط ازاء تجاه قرب "
    "باتجاه جراء نتيجه بسبب صوب نحو".split()
)
COUNTABLE = frozenset({"victim", "civilian", "fighter", "relative", "official", "title", "leader"})
TEMPORAL = frozenset("بعد قبل منذ عقب قبيل بعيد غداه عشيه".split())
"""Before a noun of happening: when, and that it happened."""
RELATIVES = frozenset("الذي التي الذين اللذين اللذان اللتين اللتان اللاتي اللواتي والذي والتي والذين".split())
SUBORDINATORS = frozenset(
    "عندما حينما حين بعدما قبلما بينما فيما حيث كما لكن ولكن اذ مما حتي كي لكي وعندما وحينما وبينما وفيما".split()
)
"""Words behind which a clause has a subject of its own."""

_NEGATING = frozenset(joined + word for word in ("لا", "لم", "لن", "ليس") for joined in ("", "و", "ف", "وف", "فو"))


@cache
def _negators(words: frozenset[str]) -> frozenset[str]:
    """Spell words with «و» and «ف» before them too."""
    return frozenset(particle + word for word in words for particle in ("", "و", "ف", "وف"))


def _lay_out(told: Iterable[Frame], size: int) -> list[tuple[Frame, ...]]:
    """Give the tellings around each of ``size`` tokens, outermost first."""
    frames = sorted(told, key=lambda f: (f.start, -f.end, f.cue))
    edges = sorted({0, size, *(min(edge, size) for f in frames for edge in (f.start, f.end))})
    around: list[tuple[Frame, ...]] = []
    alive: list[Frame] = []
    rest = iter(frames)
    following = next(rest, None)
    for start, end in pairwise(edges):  # between two edges nothing begins or ends
        while following is not None and following.start <= start:
            alive.append(following)
            following = next(rest, None)
        alive = [f for f in alive if f.end > start]
        around += [tuple(alive)] * (end - start)
    return around


def _find_rests(sizes: Sequence[int]) -> set[int]:
    """Give the tokens of entries longer than a word, the first of each left out; ``sizes`` are those of the entries at each token."""
    found: set[int] = set()
    for at in compress(count(), map((1).__lt__, sizes)):
        if at not in found:
            found.update(range(at + 1, at + sizes[at]))
    return found


class Scene:
    """A document's annotation with its tellings and indexes by token."""

    def __init__(self, annotation: Annotation, attributions: Attributions, grammar: Grammar) -> None:
        """Keep what claims are made of."""
        self.annotation = annotation
        self.attributions = attributions
        self.grammar = grammar
        self.text = annotation.document.text
        self.tokens = annotation.tokens
        self.forms = annotation.forms
        self.readings = annotation.readings
        self.mention_from = annotation.mention_from
        self.mention_over = annotation.mention_over
        self.token_range = annotation.placing.range_of
        self.clause_openings: tuple[frozenset[int], list[int]] | None = None
        """Kept by ``clauses`` once somebody asks where clauses begin."""
        closed = closed_words(grammar, annotation.placing)
        self.phrase, self.phrases_in, self.words_in = closed.phrase, closed.phrases_in, closed.words_in
        self._index_values()
        self._index_tellings()
        self.sentence_of = [n for n, (start, end) in enumerate(annotation.sentences) for _ in range(start, end)]
        """Number of the sentence of each token."""
        self.within_entry = _find_rests(annotation.phrases)
        """Tokens that a multiword entry of the lexicon takes, its first left out."""
        self._happening = annotation.tokens_that("happens")
        self._that = self._find_that()
        self._finite = self._find_finite()
        self._firsts = sorted(self.mention_from)
        self._mentions = [self.mention_from[first] for first in self._firsts]

    def _index_values(self) -> None:
        """Lay out times, places and counts by token."""
        told, around = self.annotation, self.token_range
        self.time_ranges = Ranges[Timex]((*around(t.span), t) for t in told.times)
        """Times with their token ranges, in order; so are places, and quantities with those of their number words."""
        self.place_ranges = Ranges[PlaceMention]((*around(p.span), p) for p in told.places)
        self.quantity_ranges = Ranges[Quantity]((*around(q.span), q) for q in told.quantities)
        self.hedged_from: dict[int, int] = {}
        """First token of the hedges before a number («ما لا يقل عن 29»), by that of the number."""
        for first, _, q in self.quantity_ranges:
            self.hedged_from.setdefault(first, min(first, around(q.full)[0]))
        self.counted = {k for first, end, _ in self.quantity_ranges for k in range(first, end)}
        """Tokens of number words."""
        self.timed = {k for first, end, _ in self.time_ranges for k in range(first, end)}
        """Tokens of times."""
        self.set_in = self.timed | {k for first, end, _ in self.place_ranges for k in range(first, end)}
        """Tokens of times and places."""
        self.hedging = {k for q in told.quantities if q.full != q.span for k in range(*around(q.full))}
        """Tokens of the words that loosen a count («نحو», «أكثر من»): no prepositions there."""

    def _index_tellings(self) -> None:
        """Lay out the tellings by token."""
        frames = self.attributions.frames
        self.frames_around = _lay_out(frames, len(self.tokens))
        """Tellings around each token, outermost first."""
        self.telling = {k for f in frames for k in range(f.cue if f.act else f.first, f.last + 1)}
        """Tokens of the telling clauses themselves (source and cue)."""
        self.telling_in_order = sorted(self.telling)

    def negators_in(self, start: int, end: int) -> Sequence[int]:
        """Give the tokens in ``[start, end)`` that negate, «و» and «ف» before them or not, in order."""
        return self.words_in(_negators(self.grammar["negators"].singles), start, end)

    def negated_in(self, start: int, end: int) -> Sequence[int]:
        """Give the tokens in ``[start, end)`` that negate the verb behind them, with any «و» and «ف» before them, in order."""
        return self.words_in(_NEGATING, start, end)

    def happening_in(self, start: int, end: int) -> Sequence[int]:
        """Give the tokens in ``[start, end)`` that may be words of happening, in order."""
        return self._happening[bisect_left(self._happening, start) : bisect_left(self._happening, end)]

    def is_finite(self, at: int) -> bool:
        """Say whether ``at`` can only be a finite verb; «فجر» of a day is none, nor is the number «اثنتا عشرة»."""
        return at in self._finite

    def _find_finite(self) -> frozenset[int]:
        verbs = set(self.annotation.tokens_that("only_finite")) - self.mention_over.keys() - self.timed - self.counted
        return frozenset(verbs.difference(self.phrases_in("including", 0, len(self.forms))))

    def is_that(self, at: int) -> bool:
        """Say whether «أن» or «إن» stands at ``at``; after «يشتبه» it only describes («مسلحون يشتبه بأنهم …»)."""
        return at in self._that

    def _find_that(self) -> frozenset[int]:
        that, suspected, forms = self.grammar["that"].joined, self.grammar["suspected"].singles, self.forms
        return frozenset(
            at
            for at in self.annotation.placing.tokens_of(that)
            if not at or forms[at - 2 if at > 1 and forms[at - 1] == "في" else at - 1] not in suspected
        )

    def speech_like(self, at: int) -> bool:
        """Say whether a verb or participle of telling stands at ``at``."""
        return any(
            r.lexeme.table == "speech" and (r.is_verb or r.sense.shape == "active") for r in self.readings[at][:1]
        )

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Give the mentions that begin in a token range, in order."""
        return self._mentions[bisect_left(self._firsts, start) : bisect_left(self._firsts, end)]

    def span(self, start: int, end: int) -> Span:
        """Give the text span of a half-open token range that is not empty."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)
