"""One export while it is made: what is asked, and the stream of what rows are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from riwaya.export.happening import Happening, Setting, make_happening
from riwaya.export.options import Options, Wanted
from riwaya.export.redaction import find_redactor
from riwaya.ledger.stream import State, Stream

if TYPE_CHECKING:
    from riwaya.export.shape import Shape

_NAMED = 50
"""Claims or events left out that the manifest names, for each reason; all are counted."""


@dataclass(slots=True)
class Count:
    """How much was written, and what was not."""

    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter[str])
    """By reason."""
    named: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """By reason: ids, as far as they are kept."""

    def leave_out(self, why: str, id_: str) -> None:
        """Note what has no row."""
        self.left_out[why] += 1
        ids = self.named.setdefault(why, [])
        if len(ids) < _NAMED:
            ids.append(id_)


@dataclass(slots=True, kw_only=True)
class Job:
    """What a writer of a shape gets."""

    shape: Shape
    stream: Stream
    state: State
    wanted: Wanted
    options: Options
    policy: str | None
    """Name of the policy, with its actor; None where no number is chosen."""
    at: str
    """Time of the manifest."""
    tick: Callable[[], None] = lambda: None
    """Called once for each claim or event that was gone through."""
    count: Count = field(default_factory=Count)

    def total(self) -> int:
        """Give how many claims or events there are to go through."""
        counted: list[int] = []
        if self.shape.over != "events":
            counted.append(self.stream.count_claims(self.wanted.for_claims()))
        if self.shape.over != "claims":
            counted.append(self.stream.count_events(self.wanted.for_events()))
        return sum(counted if self.wanted.limit is None else (min(one, self.wanted.limit) for one in counted))

    def items(self) -> Iterator[Any]:
        """Give what the rows are made of, in the order of the ledger; what has no row is counted."""
        for source in self.sources():
            yield from self.items_of(source)
            self.tick()

    def items_of(self, source: Any) -> Iterator[Any]:
        """Give what the rows of one claim or event are made of; what has no row is counted."""
        from riwaya.export.shape import LeftOut

        for item in self.shape.expand(source):
            if isinstance(item, LeftOut):
                self.count.leave_out(item.why, item.id)
            else:
                self.count.rows += 1
                yield item

    @property
    def setting(self) -> Setting:
        """What is the same for all its happenings."""
        return Setting(options=self.options, policy=self.policy, at=self.at)

    def sources(self) -> Iterator[Any]:
        """Give the claims or happenings themselves, redacted where that is asked."""
        setting = self.setting
        redactor = find_redactor(self.options.redaction)
        if self.shape.over != "events":
            for kept in self.stream.claims(self.wanted.for_claims(), self.wanted.limit):
                yield kept if redactor is None else redactor.claim(kept)
            return
        for kept_event in self.stream.events(self.wanted.for_events(), self.wanted.limit):
            yield make_happening(kept_event, setting, redactor)

    def happenings(self, settings: Sequence[Setting]) -> Iterator[tuple[Happening, ...]]:
        """Give each event under several policies, its accounts laid side by side once, redacted where that is asked."""
        redactor = find_redactor(self.options.redaction)
        for kept in self.stream.events(self.wanted.for_events(), self.wanted.limit):
            if redactor is None:
                first = make_happening(kept, settings[0])
                yield (first, *(first.under(one) for one in settings[1:]))
            else:
                yield tuple(make_happening(kept, one, redactor) for one in settings)
            self.tick()

    def part(self, shape: Shape, policy: str | None) -> Job:
        """Give a job for another shape over the same state of the ledger, counted by itself."""
        return Job(
            shape=shape, stream=self.stream, state=self.state, wanted=self.wanted, options=self.options, policy=policy,
            at=self.at, tick=self.tick,
        )  # fmt: skip
