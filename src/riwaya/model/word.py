"""Words as the reader sees them: tokens, and what each may be."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark."""

    index: int
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A surface form as one form of a lexeme."""

    lexeme: Lexeme
    shape: str
    """past, present, masdar, active (participle), passive (participle), noun."""
    number: str = "sg"
    """sg, du or pl."""
    gender: str = ""
    person: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
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

    @property
    def lexeme(self) -> Lexeme:
        """The entry behind it."""
        return self.sense.lexeme

    @property
    def is_verb(self) -> bool:
        """A finite verb."""
        return self.sense.shape in ("past", "present")
