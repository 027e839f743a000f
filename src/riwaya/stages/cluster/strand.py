"""A strand: claims of one document that speak of one happening, with what they say of it together."""

from __future__ import annotations

from copy import copy
from datetime import date

from riwaya.model.place import Place
from riwaya.model.span import Span
from riwaya.stages.cluster.traits import Count, Days, Traits


class Strand:
    """Claims in the order of the text, and the union of their traits; it grows a claim at a time."""

    __slots__ = (
        "_latest", "agents", "counts", "days", "document_id", "document_name", "family", "heads", "hit", "ids", "kinds", "last", "members", "names",
        "nouns", "objects", "own_days", "own_places", "places", "sentences", "several", "sources", "spans", "speakers", "subtypes", "summed",
        "targets", "told_on", "types", "whys", "words",
    )  # fmt: skip

    def __init__(self, first: Traits) -> None:
        """Open a strand."""
        empty: frozenset[str] = frozenset()
        self.family = first.family
        self.document_id = first.told.document_id
        self.document_name = first.told.document_name
        self.told_on: set[date] = set()
        self.summed = first.summed
        self.several = first.several
        self.members: list[Traits] = []
        self.whys: list[tuple[str, ...]] = []
        self.sentences: list[int] = []
        self.spans: list[Span] = []
        self.days: list[Days] = []
        self.own_days: list[Days] = []
        self.places: list[Place] = []
        self.own_places: list[Place] = []
        self.types: set[str] = set()
        self.subtypes: set[str | None] = set()
        self.speakers: set[str] = set()
        self.heads: set[str] = set()
        self.kinds = self.nouns = self.agents = self.targets = empty
        self.ids = self.sources = self.names = self.words = self.hit = self.objects = empty
        self.counts: frozenset[Count] = frozenset()
        self.last = self._latest = 0
        self.add(first, ("told first in its document",))

    def add(self, one: Traits, why: tuple[str, ...]) -> None:
        """Take a claim in."""
        claim = one.told.claim
        self.members.append(one)
        if one.told.told_on is not None:
            self.told_on.add(one.told.told_on)
        self.whys.append(why)
        self.sentences.append(one.sentence)
        self._latest = max(self._latest, one.sentence)
        self.spans.append(claim.span)
        self.last = claim.trigger.start
        self._place_in_time_and_space(one)
        self.types.add(claim.type)
        self.subtypes.add(claim.subtype)
        self.heads.add(one.head)
        if one.speaker is not None:
            self.speakers.add(one.speaker)
        self.several = self.several or one.several
        self.kinds |= one.kinds
        self.nouns |= one.nouns
        self.agents |= one.agents
        self.targets |= one.targets
        self.ids |= one.ids
        self.sources |= one.sources
        self.names |= one.names
        self.words |= one.words
        self.hit |= one.hit
        self.objects |= one.objects
        self.counts |= one.counts

    def _place_in_time_and_space(self, one: Traits) -> None:
        if one.days is not None and (one.own_days or self._fits(one.days)):
            self.days.append(one.days)
            if one.own_days:
                self.own_days.append(one.days)
        if one.place is not None:
            self.places.append(one.place)
            if one.own_place:
                self.own_places.append(one.place)

    def _fits(self, days: Days) -> bool:
        """Say whether days that a claim carries over from elsewhere are days of the strand: else they are of something else."""
        return not self.days or any(days[0] <= last and first <= days[1] for first, last in self.days)

    def gap(self, one: Traits) -> int:
        """Give how many sentences lie between a claim and the nearest of the strand; 0 in the same."""
        if one.sentence >= self._latest:
            return one.sentence - self._latest
        return min(abs(one.sentence - sentence) for sentence in self.sentences)

    def without_members(self) -> Strand:
        """Give the strand as other documents see it: what it says as a whole, without its claims and their places."""
        bare = copy(self)
        bare.members, bare.whys, bare.sentences, bare.spans = [], [], [], []
        return bare
