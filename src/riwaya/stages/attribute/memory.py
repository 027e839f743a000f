"""Who spoke last: what «وأضاف», «المصدر» and «البيان» point back to."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.model.attribution import Attribution, Chain
from riwaya.model.mention import Mention
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.attribute.sources import Source

_ANY_SPEAKER = frozenset(
    "المصدر المصادر المصدران المصدرين البيان التقرير المسوول المسيول المتحدث المتحدثه الناطق الشاهد الشاهده التقارير القيادي الشهود "
    "المسوولون المسوولين".split()
)


_GROUPS = frozenset(
    "rebel-group militant-group militia separatist-group private-military political-party self-defence-group "
    "criminal-group coalition".split()
)

_REACH_BACK = 300
"""Mentions looked back over: more than a long article has."""


class Memory:
    """Speakers told so far in a document."""

    def __init__(self, reader: Reader) -> None:
        """Start with nobody."""
        self._reader = reader
        self.chain: Chain = ()
        self.sentence = -1

    def note(self, chain: Chain, sentence: int) -> None:
        """Remember who speaks in a sentence."""
        if chain:
            self.chain, self.sentence = chain, sentence

    def recall(self, source: Source) -> Chain | None:
        """Give the chain that a definite word points back to; None where it says by itself who is meant.

        Source: annotation guideline, chain: «quote the nearest full mention».
        """
        form = self._reader.forms[source.first]
        if form.startswith("لل"):
            form = "ال" + form[2:]
        size = source.last - source.first
        same = size == 1 and self._reader.grammar["same"].has(self._reader.forms[source.last])
        if form in _ANY_SPEAKER and size == 1 and not same:
            return self._speaker(form)
        if size > 0 and not same:
            return None
        if not (same or self._reader.grammar["back_source"].has(form)):
            return None
        if form in _ANY_SPEAKER:
            return self._speaker(form) or (self.chain or None)
        return self._named_before(source)

    def _speaker(self, form: str) -> Chain | None:
        """The last speaker, where the words of their mention begin like the word that points back."""
        stem = form.removeprefix("ال")[:3]
        text = self._reader.annotation.document.text
        for link in reversed(self.chain):
            if stem in link.span.of(text):
                return self.chain
        return None

    def _named_before(self, source: Source) -> Chain | None:
        mention = source.mention
        if mention is None:
            return None
        mentions = self._reader.annotation.mentions
        at = bisect_left(mentions, source.first, key=lambda m: m.first)
        for earlier in reversed(mentions[max(0, at - _REACH_BACK) : at]):
            longer = earlier.last > earlier.first or "name" in earlier.tags
            if longer and _same_head(earlier, mention):
                link = Attribution(source=earlier.actor, span=earlier.span, verb=None)
                return (link,)
        return None


def _same_head(earlier: Mention, mention: Mention) -> bool:
    if earlier.why == mention.why:
        return True
    return "actor" in earlier.tags and "group" in mention.tags and earlier.actor.kind in _GROUPS
