"""Who spoke last: what «وأضاف», «المصدر» and «البيان» point back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from riwaya.lang.normalize import fold_letters
from riwaya.model.actor import Actor
from riwaya.model.attribution import Attribution, Chain
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.stages.attribute.again import is_named_again
from riwaya.stages.attribute.documents import find_author
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.attribute.sources import Source, source_of

_ANY_SPEAKER = frozenset(
    "الوسايل المصدر المصادر المصدران المصدرين البيان التقرير المسوول المسيول المتحدث المتحدثه الناطق الشاهد الشاهده التقارير القيادي الشهود "
    "المسوولون المسوولين الوثيقه الدراسه الرساله".split()
)


_PERSONS = frozenset(
    "المسوول المسيول المتحدث المتحدثه الناطق الشاهد الشاهده القيادي الشهود المسوولون المسوولين".split()
)
_OFFICES = _PERSONS | frozenset(
    "الوزير الرييس المحافظ الحاكم الخبير الطبيب الناشط الضابط القايد المبعوث النايب المدير".split()
)
_BODIES = frozenset("body force group army police country capital media document".split())
_SOMEBODY = frozenset("official spokesman leader source civilian title person fighter".split())
_POINTING = frozenset("الصادر الصادره المذكور المذكوره الرسمي الرسميه الامني الامنيه العسكري العسكريه".split())
_THE_VERY = frozenset({"ذات", "نفس"})
_CHANNELS = {
    "البيان": "statement", "التقرير": "report", "الوثيقه": "report", "الدراسه": "report", "الرساله": "letter",
}  # fmt: skip
_GROUPS = frozenset(
    "rebel-group militant-group militia separatist-group private-military political-party self-defence-group "
    "criminal-group coalition".split()
)

_STEM, _REMEMBERED_SOURCE = 3, 10
_REMEMBERED = 3
"""Sentences after which a speaker no longer goes on unnamed behind another."""

_REACH_BACK = 300
"""Mentions looked back over: more than a long article has."""


class Memory:
    """Speakers told so far in a document."""

    def __init__(self, reader: Reader) -> None:
        """Start with nobody."""
        self._reader = reader
        self.chain: Chain = ()
        self.sentence = -1
        self._told: list[tuple[int, Chain]] = []
        self._told_words: dict[Span, tuple[list[str], list[str]]] = {}

    def note(self, chain: Chain, sentence: int) -> None:
        """Remember who speaks in a sentence."""
        if chain:
            self.chain, self.sentence = chain, sentence
            self._told.append((sentence, chain))

    def recent(self, reach: int = _REMEMBERED) -> Iterator[Chain]:
        """Give the chains of the last sentences, latest first."""
        for sentence, chain in reversed(self._told):
            if self.sentence - sentence > reach:
                return
            yield chain

    def recall(self, source: Source) -> Chain | None:
        """Give the chain that a definite word points back to; None where it says by itself who is meant.

        «المصدر», «البيان» and a bare body stand for the nearest full mention; a person called by their office is quoted as called,
        and meant as told before.

        Source: annotation guideline, chain: «quote the nearest full mention».
        """
        chain = self._recall(source)
        if not chain or not (self._calls_person(source) or self._means_one_of(source, chain[-1])):
            return chain
        return (*chain[:-1], replace(chain[-1], span=source.span))

    def named_again(self, source: Source) -> Chain:
        """Give the chain of who spoke last, where a source calls them by the last name («أكد الحلو» behind «قال سامر الحلو لوكالة …»)."""
        if not self.chain or not is_named_again(self._reader, source, self.chain[-1]):
            return ()
        known = source.actor.id is not None and self.chain[-1].source.id is None  # «الوزير، سامر الحلو، …»: by the name
        who = source.actor if known else self.chain[-1].source
        office = source.mention is not None and source.mention.tags.isdisjoint({"name", "named"})
        bare = office and source.first == source.last  # «وأوضح الضابط»: not known to whom
        return (*(() if bare else self.chain[:-1]), replace(self.chain[-1], source=who, span=source.span))

    def _calls_person(self, source: Source) -> bool:
        """«المتحدث», «الضابط في الجيش», «عامل الإغاثة»: words of their own for somebody, no bare «المصدر» and no bare body."""
        forms = self._reader.forms
        first, last = forms[source.first], forms[source.last]
        if first.startswith("لل"):
            first = "ال" + first[2:]
        if first in _THE_VERY:
            return False
        longer = source.last > source.first and not self._reader.grammar["same"].has(last)
        return longer or first in _OFFICES

    def _means_one_of(self, source: Source, told: Attribution) -> bool:
        """«وقالت الوزارة» behind «قالت وزارة الداخلية وضابط»: one of those who spoke together."""
        if self._reader.forms[source.first] in _ANY_SPEAKER or source.last > source.first:
            return False
        spoke = self._reader.mention_at.get(told.span.start)
        behind = self._reader.mention_from.get(spoke.last + 1) if spoke is not None else None
        return behind is not None and bool(behind.conjunction) and behind.span.end <= told.span.end

    def _recall(self, source: Source) -> Chain | None:
        forms = self._reader.forms
        form = forms[source.first]
        if form.startswith("لل"):
            form = "ال" + form[2:]
        last = source.last
        if last > source.first and forms[source.first + 1] == "في":
            last = source.first
        while last > source.first and forms[last] in _POINTING:
            last -= 1
        behind = self._reader.mention_from.get(source.last + 1)
        if (last < source.last and self._goes_on(source.last + 1)) or (behind and self._is_named_behind(behind)):
            return None
        if last < source.last and self._is_called_by_name(source):
            return None  # «القيادي في الحركة سامر الحلو»
        if form in _THE_VERY and last == source.first + 1:  # «بحسب ذات المصادر»
            return self._speaker(forms[last], source) if forms[last] in _ANY_SPEAKER else None
        met = self._met_at_length(source, last)
        if met:
            return met
        size = last - source.first
        same = size == 1 and self._reader.grammar["same"].has(forms[last])
        if size > 0 and not same:
            return None
        if not (same or self._reader.grammar["back_source"].has(form)):
            return None
        if form in _ANY_SPEAKER:
            return self._speaker(form, source)
        return self._named_before(source)

    def meant(self, source: Source) -> Actor | None:
        """Give who is meant by a definite noun alone («الشبكة», «الجبهة») that was named in full before; None for nobody."""
        mention = source.mention
        if mention is None or source.last > source.first or mention.actor.id is not None:
            return None
        if not self._reader.grammar["back_named"].has(self._reader.forms[source.first]):
            return None
        named = self._named_before(source)
        return named[-1].source if named else None

    def _is_short_for(self, mention: Mention, earlier: Mention) -> bool:
        """«الشبكة» behind «شبكة أطباء …»: a name that is known begins with the noun that now stands alone."""
        if "name" not in earlier.tags or earlier.last == earlier.first or mention.last != mention.first:
            return False
        first = self._reader.forms[earlier.first]
        return not earlier.conjunction and first.removeprefix("ال") == self._reader.forms[mention.first].removeprefix(
            "ال"
        )

    def _met_at_length(self, source: Source, last: int) -> Chain | None:
        """«قال مسؤول أمني لوكالة …. وقال المسؤول الأمني», «وقال عامل الإغاثة»: the words by which somebody was brought in, made definite."""
        forms = self._reader.forms[source.first : last + 1]
        if len(forms) == 1 or not forms[-1].startswith("ال"):
            return None
        words = [_bare(form) for form in forms]
        for chain in self.recent():
            told, bare = self._words_of(chain[-1])
            first, rest = told[: len(words)], told[len(words) :]
            if bare[: len(words)] != words or first[-1].startswith("ال"):
                continue
            if not rest or not rest[0].startswith("و"):  # «عناصر إنقاذ وطبيب» are others too
                return chain
        return None

    def _words_of(self, link: Attribution) -> tuple[list[str], list[str]]:
        """The words of whoever spoke, folded, and what `_bare` leaves of each; asked for at every definite source behind them."""
        if link.span not in self._told_words:
            written = link.span.of(self._reader.annotation.document.text)
            told = [fold_letters(word) for word in written.split()]
            self._told_words[link.span] = told, list(map(_bare, told))
        return self._told_words[link.span]

    def _is_met_again(self, link: Attribution, spoke: Mention, mention: Mention) -> bool:
        """«قال طبيب في المشفى لوكالة …. وأوضح الطبيب»: a person told of at length before."""
        told = link.span.end > self._reader.tokens[spoke.first].end
        return told and not spoke.definite and mention.number == "sg" and not mention.tags.isdisjoint(_SOMEBODY)

    def _goes_on(self, at: int) -> bool:
        """«المتحدث العسكري للحركة», «المدعو …»: words behind it say by themselves who is meant."""
        forms = self._reader.forms
        if at >= len(forms):
            return False
        mention = self._reader.mention_from.get(at)
        named = (
            mention is not None
            and (mention.preposition in ("", "ل") or self._is_named_behind(mention))
            and not mention.conjunction
            and "media" not in mention.tags
        )
        return named or forms[at].startswith("لل") or forms[at] in ("باسم", "المدعو", "المدعوه")

    def _is_called_by_name(self, source: Source) -> bool:
        """Say whether a name stands behind what an office is in: a word behind the body that tells nothing else."""
        complement = self._reader.mention_from.get(source.first + 2)
        return complement is not None and complement.last < source.last

    def _is_named_behind(self, body: Mention) -> bool:
        """«المسؤول بالشرطة سامر …»: behind the body that an official is of stands a name."""
        follow = body.last + 1
        if body.preposition != "ب" or body.tags.isdisjoint(_BODIES) or follow >= len(self._reader.forms):
            return False
        person = self._reader.mention_from.get(follow)
        return "person" in person.tags if person is not None else not self._reader.readings[follow]

    def _speaker(self, form: str, source: Source) -> Chain | None:
        """The last speaker whose words have the word that points back, or who spoke in such a document."""
        word, channel = _bare(form.removeprefix("ال")), _CHANNELS.get(form)
        recent = list(self.recent(_REMEMBERED_SOURCE if form == "المصادر" else _REMEMBERED))
        said = [[word for link in chain for word in self._words_of(link)[1]] for chain in recent]
        for chain, words in zip(recent, said, strict=True):  # «المصدر» is one source before it is several
            if word in words or (channel and chain[-1].channel == channel):
                return self._up_to(chain, word)
        if source.last > source.first and self.chain and not self._is_body(self.chain[-1]):
            return self.chain  # «وفقا للمصدر ذاته»: whoever it was who spoke last
        for chain, words in zip(recent, said, strict=True):
            if any(_skeleton(w).startswith(_skeleton(word)) for w in words):
                return chain
        if form == "المصادر" and self.chain and self._is_one(self.chain[-1]):
            return None  # «أكد مسؤول …. وذكرت المصادر»: several, and nobody named before
        if form in _PERSONS and self.chain and self._is_body(self.chain[-1]):
            return None  # «أعلن الجيش …. وقال المتحدث العسكري»: somebody else, who speaks for it
        return self.chain or self._author_of(source)

    def _up_to(self, chain: Chain, word: str) -> Chain:
        """«وقالت الوسائل» behind «وسائل إعلام، استنادا إلى شهود»: the chain ends with whom the word names."""
        named = [n for n, link in enumerate(chain, 1) if word in self._words_of(link)[1]]
        return chain[: named[-1]] if named else chain

    def _is_body(self, link: Attribution) -> bool:
        """Say whether whoever spoke is a body, and no person."""
        mention = self._reader.mention_at.get(link.span.start)
        return mention is not None and not mention.tags.isdisjoint(_BODIES) and mention.tags.isdisjoint(_SOMEBODY)

    def _is_one(self, link: Attribution) -> bool:
        """Say whether one person or source spoke, and no body."""
        mention = self._reader.mention_at.get(link.span.start)
        return mention is not None and mention.number == "sg" and not mention.tags.isdisjoint(_SOMEBODY)

    def _author_of(self, source: Source) -> Chain | None:
        """«وثق التقرير»: who issued the last document of that kind."""
        mentions, mention = self._reader.annotation.mentions, source.mention
        if mention is None or "document" not in mention.tags:
            return None
        at = bisect_left(mentions, source.first, key=lambda m: m.first)
        for earlier in reversed(mentions[max(0, at - _REACH_BACK) : at]):
            if earlier.why == mention.why:
                author = find_author(self._reader, earlier, source.first)
                if author is not None:
                    by = source_of(author)
                    return self.recall(by) or (Attribution(source=author.actor, span=author.span, verb=None),)
        return None

    def _named_before(self, source: Source) -> Chain | None:
        mention = source.mention
        if mention is None:
            return None
        for chain in self.recent():
            spoke = self._reader.mention_at.get(chain[-1].span.start)
            if spoke is None or not (_same_head(spoke, mention) or self._is_short_for(mention, spoke)):
                continue
            if self._is_met_again(chain[-1], spoke, mention):
                return chain  # to whom it was told too
            if spoke.last > spoke.first:
                return chain[-1:]
        mentions = self._reader.annotation.mentions
        at = bisect_left(mentions, source.first, key=lambda m: m.first)
        for earlier in reversed(mentions[max(0, at - _REACH_BACK) : at]):
            longer = earlier.last > earlier.first or "name" in earlier.tags
            if longer and (_same_head(earlier, mention) or self._is_short_for(mention, earlier)):
                link = Attribution(source=earlier.actor, span=earlier.span, verb=None)
                return (link,)
        return None


_OF_STATE = frozenset({"armed-forces", "police", "security-forces", "intelligence"})


def _bare(word: str) -> str:
    """Give a word as folded, without its conjunction and article; a sound plural in one case."""
    bare = fold_letters(word).strip('«»"“”()').removeprefix("و").removeprefix("ال")
    return bare[:-2] + "ين" if bare.endswith("ون") else bare


def _skeleton(word: str) -> str:
    """Give the first letters of a word that its plural keeps («مصدر», «مصادر»; «المسؤولون»)."""
    return "".join(letter for letter in word if letter not in "اوي")[:_STEM]


def _same_head(earlier: Mention, mention: Mention) -> bool:
    if mention.actor.id is not None and "group" in mention.tags:  # the reader knows already whom «الحركة» means
        return earlier.actor.id == mention.actor.id
    if earlier.why == mention.why:
        return True
    if mention.actor.kind in _OF_STATE and earlier.actor.kind != mention.actor.kind:
        return False  # «الجيش» is no armed group that was named before
    return "actor" in earlier.tags and "group" in mention.tags and earlier.actor.kind in _GROUPS
