"""A trigger: one word that names a happening, and what stands around it."""

from __future__ import annotations

from dataclasses import field

from riwaya.model.attribution import Frame
from riwaya.model.record import record
from riwaya.model.word import Lexeme, Reading
from riwaya.stages.claim.scene import PREPOSITIONS, Scene

HARMS = frozenset({"killed", "wounded", "killed_or_wounded", "executed", "captured", "abducted", "arrested", "missing"})
VIOLENT = frozenset({"ASSAULT", "COERCE"})
"""Types of violence."""
UNDOING = frozenset({"repel", "thwart", "intercept"})
"""Subtypes of what undoes the deed that is its object («صدت الهجوم»)."""
ARMED_TAGS = frozenset({"fighter", "force", "group", "army", "police"})
ARMED_KINDS = frozenset(
    "armed-forces security-forces police intelligence rebel-group separatist-group militant-group militia "
    "self-defence-group private-military criminal-group coalition peacekeeping-mission".split()
)


@record
class Trigger:
    """One word of happening at one place."""

    index: int
    size: int
    reading: Reading
    act: Frame | None = None
    """The telling, where the trigger is a speech act."""
    heavy: bool = False
    """A helping word that here tells by itself («سقوط صواريخ»)."""

    # Asked for at every step, so told once.
    lexeme: Lexeme = field(init=False, repr=False, compare=False)
    """The entry behind it."""
    tags: frozenset[str] = field(init=False, repr=False, compare=False)
    """Of the entry."""
    is_verb: bool = field(init=False, repr=False, compare=False)
    """A finite verb, active or passive."""
    is_harm: bool = field(init=False, repr=False, compare=False)
    """Tells of people killed, wounded, taken or lost."""
    is_light: bool = field(init=False, repr=False, compare=False)
    """Only helps another word to tell."""
    is_result: bool = field(init=False, repr=False, compare=False)
    """Ties what follows to the happening before."""
    owns: bool = field(init=False, repr=False, compare=False)
    """Somebody takes the deed upon them («مسؤوليتها عن …»)."""

    def __post_init__(self) -> None:
        """Tell what follows from the reading."""
        lexeme, tell = self.reading.lexeme, object.__setattr__
        tags = lexeme.tags
        tell(self, "lexeme", lexeme)
        tell(self, "tags", tags)
        tell(self, "is_verb", self.reading.is_finite)
        tell(self, "is_harm", lexeme.measure in HARMS or "loss" in tags or "needs-loss" in tags)
        tell(self, "is_light", "light" in tags and not self.heavy)
        tell(self, "is_result", "result" in tags)
        tell(self, "owns", "responsibility" in tags and (bool(self.reading.pronoun) or "denied-only" in tags))


def is_armed(tags: frozenset[str], kind: str) -> bool:
    """Say whether a mention is of somebody who fights."""
    return bool(tags & ARMED_TAGS) or kind in ARMED_KINDS


def clause_around(scene: Scene, at: int) -> tuple[int, int]:
    """Give the token range between the commas, stops or telling words around ``at``."""
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    start = at
    while start > first and scene.forms[start - 1] not in "،,؛" and not scene.is_that(start - 1):
        start -= 1
    end = at + 1
    while end < last and scene.forms[end] not in "،,؛":
        end += 1
    return start, end


def is_prepositional(scene: Scene, trigger: Trigger) -> bool:
    """Say whether the trigger stands under a preposition, determiners and numbers between them allowed."""
    if trigger.reading.preposition:
        return True
    k = trigger.index - 1
    steps = 0
    while k >= 0 and steps < 4:
        form = scene.forms[k]
        if form in PREPOSITIONS or form[1:] in PREPOSITIONS:
            return True
        if not (
            form
            in (
                "احد",
                "احدي",
                "هذه",
                "هذا",
                "ذلك",
                "تلك",
                "سلسله",
                "عده",
                "حادث",
                "عمليه",
                "اعقاب",
                "شن",
                "حادثه",
                "اول",
                "نفس",
                "وقوع",
                "موجه",
                "جوله",
                '"',
                "«",
            )
            or scene.tokens[k].is_number
            or k in scene.counted
        ):
            return False
        k -= 1
        steps += 1
    return False


def near(scene: Scene, trigger: Trigger, words: str, reach: int) -> bool:
    """Say whether a word of the grammar's list ``words`` stands fewer than ``reach`` tokens behind, within the clause.

    Words that tell when are not counted: «ألقى الطيران عند منتصف ليل الخميس - الجمعة براميل».
    """
    stop = trigger.index + reach
    for first, end, _ in scene.time_ranges.near(trigger.index, stop):
        stop += end - first if trigger.index < first < stop else 0
    known = scene.grammar[words].singles
    for form in scene.forms[trigger.index + 1 : stop]:
        if form in known or (form[0] in "وبل" and form[1:] in known):
            return True
        if form in ".؛" or (form in "،," and reach < 20):
            return False
    return False
