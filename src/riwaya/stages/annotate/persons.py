"""Persons by their names: a given name with what follows it, a name behind an office or a comma, a surname told before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from riwaya.lang.grammar import load_grammar
from riwaya.lang.registry import load_registry
from riwaya.model.actor import Actor
from riwaya.model.mention import Mention
from riwaya.model.placing import Placing
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.model.word import Reading, Token
from riwaya.stages.annotate.name_words import ends_name
from riwaya.stages.annotate.stops import STOPS

_LONGEST = 6
_SHORTEST_SURNAME = 4
_JOINERS = frozenset("بن ولد بنت ال ابو عبد دي فان".split())
_OF_FAITH = ("الدين",)
"""Behind «نور», «عز»: the second half of a name."""
_CALLED = frozenset("المدعو المدعوه يدعي ويدعي تدعي وتدعي اسمه واسمه اسمها واسمها الملقب الملقبه الشهير".split())
_OFFICES = frozenset({"official", "leader", "title", "relative", "spokesman"})
_PERSONS = frozenset({"person", "head-of-state"})
_HIDDEN = frozenset("ذكر كشف الكشف نشر عن ايراد اعلان الاعلان افصاح".split())
"""Before «اسمه»: it is kept back, and no name follows."""
_NO_NAMES = frozenset("البالغ البالغه المعروف الملقب الموجود حاليا سابقا لافتا مشيرا موكدا موضحا مضيفا قايلا".split())


class PersonFinder:
    """Names of persons among the tokens that no other mention covers."""

    def __init__(
        self,
        tokens: Sequence[Token],
        placing: Placing,
        readings: Sequence[tuple[Reading, ...]],
        text: str,
        *,
        taken: Collection[int],
        language: str,
    ) -> None:
        """Keep the words; ``taken`` are tokens of places, times and counts."""
        grammar = load_grammar(language)
        self.tokens, self.forms, self.readings, self.text = tokens, placing.forms, readings, text
        self._placing = placing
        self.taken = taken
        self._language = language
        self._given = grammar["given_names"].singles
        self._weak = grammar["given_names_weak"].singles
        self._of_faith = grammar["names_of_faith"].singles
        self._openings = _openings(language)

    def find(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Give the mentions with those of persons named, in text order.

        Source: annotation guideline, «a named victim: 1, quoting the name».
        """
        covered = {k for m in mentions for k in range(m.first, m.last + 1)}
        found = list(self._named(covered))
        found += self._appositions(mentions, covered | {k for m in found for k in range(m.first, m.last + 1)})
        covered |= {k for m in found for k in range(m.first, m.last + 1)}
        found += self._again(self._surnames([*mentions, *found]), covered)
        if not found:
            return tuple(mentions)
        return tuple(sorted([*mentions, *found], key=lambda m: m.first))

    def _named(self, covered: set[int]) -> Iterator[Mention]:
        free = 0
        for at in self._placing.tokens_of(self._openings):
            form = self.forms[at]
            if at < free or at in self.taken or (at in covered and form not in _CALLED):
                continue
            if form in _CALLED and at and self.forms[at - 1] in _HIDDEN:
                continue
            first = at + 1 + self._is_marked(at + 1) if form in _CALLED else 0
            if first and (last := self._end(first, covered)) >= first:
                yield self._person(first, last, 0)
                free = last + 1
                continue
            width = self._opens(at)
            if width < 0 or at in covered:
                continue
            last = self._end(at + 1, covered)
            if last > at and not (last == at + 1 and self.forms[last] in _JOINERS):
                free = last + 1
                if not width and at - 1 not in covered and self._is_nationality(at - 1):
                    yield self._national(at - 1, self._person(at, last, 0))
                    continue
                yield self._person(at, last, width)

    def _is_marked(self, at: int) -> bool:
        """«المدعو "مرهف الدالي"»: the name stands between marks."""
        return at + 1 < len(self.forms) and self.forms[at] in '«"'

    def _is_nationality(self, at: int) -> bool:
        """«الجزائري كمال …», «والمغربي سمير …»: an adjective of nation with the article, of no noun before it."""
        form = self.forms[at].removeprefix("و") if at >= 0 else ""
        return form.startswith("ال") and form.endswith(("ي", "يه")) and load_registry().demonym(form) is not None

    def _national(self, at: int, person: Mention) -> Mention:
        width = int(self.forms[at][0] == "و")
        start = self.tokens[at].start + width
        return replace(person, first=at, head=at, span=Span(start, person.span.end), conjunction="و" if width else "")

    def _opens(self, at: int) -> int:
        """Give the letters before a given name that are not its own; -1 where none begins."""
        form = self.forms[at]
        faithful = self.forms[at + 1 : at + 2] == _OF_FAITH
        if form in self._given or form in self._weak or form == "ابو" or (faithful and form in self._of_faith):
            return 0
        joined = form[1:] in self._given or form[1:] == "ابو" or (faithful and form[1:] in self._of_faith)
        return 1 if form[0] in "ولب" and joined else -1

    def _end(self, at: int, covered: Collection[int]) -> int:
        """Give the last token of the name words from ``at``; ``at - 1`` where there are none."""
        first = at
        while at < len(self.tokens) and at - first < _LONGEST and self._is_name_word(at, at - first, covered):
            at += 1
        while at > first and self.forms[at - 1] in _JOINERS:
            at -= 1
        return at - 1

    def _is_name_word(self, at: int, nth: int, covered: Collection[int]) -> bool:
        form = self.forms[at]
        if at in covered or at in self.taken or not "\u0621" <= form[0] <= "\u064a":
            return False
        if form == "علي" and self.text[self.tokens[at].start : self.tokens[at].end] != "علي":
            return False
        if form in self._given or form in _JOINERS or form in self._weak or form == "علي":
            return True
        if form in _OF_FAITH and self.forms[at - 1] in self._of_faith:
            return True
        if self.forms[at - 1] == "ابو" and form not in STOPS:
            return True
        if len(form) < 3 or form in STOPS or form in _NO_NAMES or self.readings[at]:
            return False
        if "\n" in self.text[self.tokens[at - 1].end : self.tokens[at].start]:
            return False
        if nth and form[0] in "يتس" and len(form) == 4:
            return False
        token = self.tokens[at]
        written = self.text[token.start : token.end]
        if self.forms[at - 1] not in _JOINERS and ends_name(form, written, language=self._language, bare=False):
            return False
        return not form.startswith(("وال", "بال", "لل", "كال", "فال"))

    def _appositions(self, mentions: Sequence[Mention], covered: set[int]) -> Iterator[Mention]:
        """«القيادي في التنظيم، صالح نبهان،»: two or more name words between commas behind an office."""
        for mention in mentions:
            if not mention.tags & _OFFICES or mention.number != "sg":
                continue
            comma = next((k for k in range(mention.last + 1, mention.last + 5) if self._is_comma(k)), None)
            if comma is None or any(
                self.readings[k] and self.readings[k][0].is_finite for k in range(mention.last + 1, comma)
            ):
                continue
            last = self._end(comma + 1, covered)
            closed = last + 1 < len(self.forms) and self.forms[last + 1] in "،,.(-"
            if last >= comma + 2 and closed:
                yield self._person(comma + 1, last, 0)

    def _is_comma(self, k: int) -> bool:
        return k < len(self.forms) and self.forms[k] in "،,"

    def _surnames(self, mentions: Sequence[Mention]) -> dict[str, tuple[int, Actor]]:
        """The last words of names, with where each is told first and of whom; what is a word of its own is none."""
        known: dict[str, tuple[int, Actor]] = {}
        for mention in mentions:
            known_person = mention.actor.id is not None and mention.actor.kind in _PERSONS
            longer = mention.last > mention.head
            named = "named" in mention.tags or (longer and (known_person or mention.tags & _OFFICES))
            form = self.forms[mention.last]
            if not named or len(form) < _SHORTEST_SURNAME or mention.last in self.taken:
                continue
            if mention.actor.id is not None and not known_person:
                continue
            sure = known_person or "named" in mention.tags  # no «المتحدث الرسمي»
            if self.readings[mention.last] or form in self._given or (not sure and form[:2] == "ال"):
                continue
            known.setdefault(form, (mention.first, mention.actor))
        return known

    def _again(self, known: dict[str, tuple[int, Actor]], covered: set[int]) -> Iterator[Mention]:
        if not known:
            return
        spelled = {joined + surname: len(joined) for joined in "ولب" for surname in known} | dict.fromkeys(known, 0)
        for at in self._placing.tokens_of(spelled.keys()):
            if at in covered or at in self.taken:
                continue
            width = spelled[self.forms[at]]
            first, actor = known[self.forms[at][width:]]
            if first < at:
                yield self._person(at, at, width, actor)

    def _person(self, first: int, last: int, width: int, actor: Actor | None = None) -> Mention:
        start, end = self.tokens[first].start + width, self.tokens[last].end
        who = actor or Actor(id=None, name=self.text[start:end], kind="person")
        clitic = self.forms[first][:width]
        return Mention(
            first=first, last=last, head=first, span=Span(start, end), actor=who, tags=frozenset({"person", "named"}), number="sg",
            definite=True, preposition=clitic if clitic in ("ل", "ب") else "", conjunction="و" if clitic == "و" else "",
            why="ar.grammar.given_names",
        )  # fmt: skip


@cache
def _openings(language: str) -> frozenset[str]:
    """Give the words at which a name may begin: given names with their particles, and words of calling."""
    grammar = load_grammar(language)
    singles = (grammar[words].singles for words in ("given_names", "given_names_weak", "names_of_faith"))
    names = {"ابو"}.union(*singles)
    return frozenset(names | {particle + name for name in names for particle in "ولب"} | _CALLED)
