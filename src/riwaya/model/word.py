"""Words as the reader sees them: tokens, and what each may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from riwaya.model.record import record
from riwaya.model.span import Span

_LIKELY = 2
"""A word's readings from the third on are seldom meant."""


class Token(NamedTuple):
    """One word, number or mark. A tuple, because there are more of them than of anything else."""

    index: int  # pyright: ignore[reportIncompatibleMethodOverride] # nobody looks for a value in a token
    form: str
    """Folded."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the original."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Letters, not a number or a mark."""
        return self.form[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Digits."""
        return self.form[0].isdigit()


@record
class Lexeme:
    """One entry of a language pack."""

    id: str
    """``ar.<table>.<dictionary form>``."""
    table: str
    """speech, event, harm, person, body, light, ..."""
    pos: str
    """verb or noun."""
    type: str | None = None
    """PLOVER type, for event words and speech acts."""
    subtype: str | None = None
    measure: str | None = None
    """What a count beside it measures."""
    stance: str | None = None
    kind: str | None = None
    """Kind of actor, for people and bodies."""
    en: str | None = None
    """English head noun."""
    subject: str | None = None
    """Role of the grammatical subject: agent, target or none."""
    object: str | None = None
    """Role of the grammatical object."""
    tags: frozenset[str] = frozenset()
    """What the grammar asks for: see the head of each pack file."""
    labels: frozenset[str] = field(init=False, repr=False, compare=False)
    """The tags and the kind: what a mention of such an actor is tagged with."""

    def __post_init__(self) -> None:
        """Join tags and kind once: entries are few, mentions are many."""
        object.__setattr__(self, "labels", self.tags | {self.kind or ""})


@record
class Sense:
    """A surface form as one form of a lexeme."""

    lexeme: Lexeme
    shape: str
    """past, present, short-present (jussive), masdar, active (participle), passive (participle), noun."""
    number: str = "sg"
    """sg, du or pl."""
    gender: str = ""
    person: int = 3


@record
class Reading:
    """A sense with the clitics around it in this token."""

    sense: Sense
    conjunction: str = ""
    """و or ف."""
    preposition: str = ""
    """ب, ل, ك; or س before a verb."""
    definite: bool = False
    pronoun: str = ""
    """Enclitic: ه ها هم هما هن ي نا ..."""
    # Readings are few and kept, and asked for these at every token: so they are told once.
    lexeme: Lexeme = field(init=False, repr=False, compare=False)
    """The entry behind it."""
    is_verb: bool = field(init=False, repr=False, compare=False)
    """A finite verb in the active voice."""
    is_finite: bool = field(init=False, repr=False, compare=False)
    """A finite verb, active or passive."""

    def __post_init__(self) -> None:
        """Tell what follows from the sense."""
        shape = self.sense.shape
        active = shape in ("past", "present", "short-present")
        object.__setattr__(self, "lexeme", self.sense.lexeme)
        object.__setattr__(self, "is_verb", active)
        object.__setattr__(self, "is_finite", active or shape.startswith("passive-"))


FACTS = ("only_finite", "joined_verb", "tells", "happens", "happening_noun", "published")
"""What is asked of all tokens of a document at once: fields of `Readings` that say yes or no."""


class Readings(tuple[Reading, ...]):
    """All that one token may be, likeliest first; empty for unknown words and marks.

    What the finders ask of a token at every step is told once, when the word is first met: words are few and kept, tokens
    are many.
    """

    only_finite: bool = False
    """It can be nothing but a finite verb, active or passive."""
    joined_verb: bool = False
    """It is likeliest a finite verb with «و» or «ف» written onto it."""
    tells: bool = False
    """It may be a word of telling, of any shape."""
    telling: tuple[Reading, ...] = ()
    """Its readings as a finite verb of telling."""
    somebody: Reading | None = None
    """The reading that names or describes somebody; None where it is likeliest a verb."""
    happens: bool = False
    """It may be a word of happening."""
    happening_noun: bool = False
    """It may be a noun of happening."""
    uncounted_event: bool = False
    """It is likeliest a noun of happening that counts nobody."""
    published: bool = False
    """It is likely a word of publishing with a pronoun: somebody has words that are not theirs («نشرته»)."""
    under_preposition: bool = False
    """A preposition may be written onto it."""
    facts: tuple[str, ...] = ()
    """Those of `FACTS` that hold."""

    def __init__(self, _readings: Iterable[Reading] = (), /) -> None:
        """Tell what follows from the readings."""
        if not self:  # as most new words are: what stands above holds
            return
        first = self[0]
        people = None if first.is_verb else (r for r in self if r.lexeme.table == "people")
        self.somebody = next(people, None) if people else None
        events = [r for r in self if r.lexeme.table == "events"]
        self.only_finite = all(r.is_finite for r in self)
        self.joined_verb = first.is_finite and first.conjunction != ""
        self.tells = any(r.lexeme.table == "speech" for r in self)
        self.telling = tuple(r for r in self if r.lexeme.table == "speech" and r.is_verb)
        self.happens = bool(events)
        self.happening_noun = any(not r.is_verb for r in events)
        event = first.lexeme
        is_event = event.table == "events" and not first.is_verb and "denied-only" not in event.tags
        self.uncounted_event = is_event and not event.measure
        self.published = any("publish" in r.lexeme.tags and r.pronoun for r in self[:_LIKELY])
        self.under_preposition = any(r.preposition for r in self)
        self.facts = tuple(fact for fact in FACTS if getattr(self, fact))


NO_READINGS = Readings()
