"""Find the events of very many claims in the memory of few.

The same steps as `riwaya.stages.cluster.form.find_events`, with the same result, a document at a time: what a strand says
as a whole, and its claims, are put aside in temporary files; in memory stay the digests of the keys and some numbers for
each strand. Pairs of strands are weighed document by document, for whether two are linked rests on their two documents.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from riwaya.model.event import Event, ToldClaim
from riwaya.stages.cluster.blocks import Blocks
from riwaya.stages.cluster.form import form_event, lay_out, reasons_across
from riwaya.stages.cluster.groups import find_groups
from riwaya.stages.cluster.matching import Link, link_pairs
from riwaya.stages.cluster.profile import Profile
from riwaya.stages.cluster.spill import Spill

Telling = list[tuple[ToldClaim, tuple[str, ...]]]
"""The claims of a strand, each with what put it there."""
_NOBODY = -1


def stream_events(
    documents: Iterable[Sequence[ToldClaim]], keep_keys: Callable[[Sequence[tuple[str, str]]], None] | None = None
) -> Iterator[Event]:
    """Find the happenings that the claims of many documents speak of.

    Args:
        documents: All claims of one document after the other, each document and each claim once; documents told at about
            the same time should stand near each other, which is quicker, and changes nothing else.
        keep_keys: Told of each document what `riwaya.stages.cluster.neighbourhood.find_keys` gives for it.

    Returns:
        The events that `find_events` gives for all claims together, by their first strand in the order of ``documents``.
    """
    with Spill[Profile]() as profiles, Spill[Telling]() as tellings:
        blocks = Blocks()
        for number, document in enumerate(documents):
            laid = lay_out(document)
            if keep_keys is not None:
                keep_keys([(one.id, key) for one, keys in laid for key in keys])
            for one, keys in laid:
                strand = one.strand
                profiles.append(one.without_members())
                tellings.append([(m.told, why) for m, why in zip(strand.members, strand.whys, strict=True)])
                blocks.append(number, keys)
        ties = _Ties(profiles)
        for pairs in blocks.pairs():
            for link in link_pairs(profiles, pairs):
                ties.add(link)
        for group in find_groups(len(profiles), ties.pairs()):
            yield form_event([profiles[at] for at in group], [tellings[at] for at in group], map(ties.reasons, group))


class _Ties:
    """Links, and for each strand its strongest."""

    def __init__(self, profiles: Spill[Profile]) -> None:
        self._profiles = profiles
        self._ones, self._others = array("L"), array("L")
        self._totals = array("d", bytes(8 * len(profiles)))
        self._best = array("q", [_NOBODY]) * len(profiles)
        self._words: dict[int, tuple[str, ...]] = {}
        self._alike: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, link: Link) -> None:
        """Take a link."""
        self._ones.append(link.one)
        self._others.append(link.other)
        words = link.reasons.words()
        words = self._alike.setdefault(words, words)
        for mine, theirs in ((link.one, link.other), (link.other, link.one)):
            if self._is_stronger(mine, theirs, link.reasons.total):
                self._best[mine], self._totals[mine], self._words[mine] = theirs, link.reasons.total, words

    def _is_stronger(self, mine: int, theirs: int, total: float) -> bool:
        """Say whether a link goes before the best so far: stronger, or as strong and first by the ids of documents."""
        best = self._best[mine]
        if best == _NOBODY or total != self._totals[mine]:
            return best == _NOBODY or total > self._totals[mine]
        return (self._profiles[theirs].strand.document_id, theirs) < (self._profiles[best].strand.document_id, best)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Give the linked pairs."""
        return zip(self._ones, self._others, strict=True)

    def reasons(self, strand: int) -> tuple[str, ...]:
        """Give what ties a strand to another document; () for one alone."""
        theirs = self._best[strand]
        return () if theirs == _NOBODY else reasons_across(self._words[strand], self._profiles[theirs])
