"""What the finders of sources and contents ask of an annotated document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from riwaya.lang.closed import closed_words
from riwaya.lang.grammar import Grammar
from riwaya.model.annotation import Annotation
from riwaya.model.mention import Mention
from riwaya.model.timex import Timex
from riwaya.model.word import Reading

PREPOSITIONS = frozenset(
    "في من عن الي علي خلال عبر بعد قبل امام حول مع ضد اثناء لدي عقب منذ حتي بين عند داخل خارج بشان اثر غداه فور رغم وسط ازاء "
    "تجاه قرب قبيل بعيد ضمن بعدما قبلما عندما حين وفي ومن".split()
)
RELATIVES = frozenset("الذي التي الذين اللذين اللذان اللتين اللتان اللاتي اللواتي والذي والتي والذين".split())
SITE = "ar.people.موقع"
"""«موقع» beside a word of telling is a site, no position."""
CORRESPONDENTS = frozenset({"ar.people.مراسل", "ar.people.مراسلة"})
AGENCIES = frozenset({"news-agency", "state-news-agency"})
"""Kinds of those who pass news on."""
IDENTITY = frozenset("هويته هويتها هويتهم هويتهما اسمه اسمها اسماءهم اسمايهم اسمهما هويه اسم".split())
"""What somebody who speaks without a name does not want told."""
_NAMED = frozenset("كشف الكشف ذكر نشر اعلان الاعلان افصاح الافصاح ايراد".split())
_HIDING_REACH = 6
_SPEECH_QUOTE, _SHORT_QUOTE = 4, 2
_LEADING = frozenset("اي دون في عن الي مع بين ضد حول اكبر اقل اعلي ادني اقصي".split())
"""Prepositions and superlatives, that no finite verb can follow («متخصص في رصد المواقع», «أكبر قدر»)."""
_HALF = frozenset({"نصف", "ونصف"})
"""«تقرير نصف سنوي»: no «we describe»."""
_LET_US = frozenset({"دعونا", "ودعونا", "فدعونا"})
_INSERTED = RELATIVES | frozenset("ويدعي وتدعي يدعي تدعي واسمه واسمها وهو وهي".split())
_SAID, _LED_TO = "ar.speech.قال", frozenset({"الي", "حد"})
_BY_SAYING = frozenset("بالقول بقوله بقولها بقولهم".split())
_SEEN = frozenset("اطلع اطلعت تطلع حصل حصلت تحصل".split())
_GOT = _SEEN | frozenset("تلقي تلقت تسلم تسلمت استلم استلمت وصل وصلت".split())
_ON_IT, _OF_IT = frozenset({"عليه", "عليها", "عليهما"}), frozenset({"منه", "منها", "عنه", "عنها"})
_COPY = frozenset({"نسخه", "نسخا", "بنسخه"})
_GOT_REACH = 8
"""From a verb of getting over an outlet's name to «نسخة منه»."""
_ALI = frozenset({"علي"})
_VIA = frozenset({"عبر"})
_ABLE = ("يمكن", "تمكن", "يستط", "تستط", "نستط", "استط", "يسع", "بوسع")
_MODAL_REACH = 8
_NEGATORS = frozenset({"لم", "لن", "لا"})
_RELATIVE_REACH = 5
_CITATION = 12
_INSERTION = 26
"""Words of the longest inserted relative clause."""
_LED = re.compile(
    "[بلك](?:هذا|هذه|ذلك|تلك|هذين)|(?:في|من|عن|الي|علي|ب|ل|مع|لدي|عند|بين|حول|ضد|خلال|بعد|قبل|لدي)(?:ه|ها|هم|هما|هن|نا|ي|ك)"
)


# What opens, closes or bars what is told: `Reader.content_marks` finds them all at once.
SAYING = frozenset("قوله قولها قولهم قولهما قولهن تاكيده تاكيدها".split())
TALK = frozenset(
    "تصريح تصريحات تصريحاته تصريحاتها تصريحه تصريحها حديث حديثه حديثها حديثهم حوار مقابله لقاء اتصال اتصاله مداخله كلمه".split()
)
COMING = frozenset(
    "قيام قيامه قيامها قيامهم وقوع حدوث حصول اندلاع نشوب تسجيل سماع وجود انطلاق بدء استمرار تجدد تصاعد شن تنفيذ وفاه".split()
)
"""Nouns that only say that what follows came about («بوقوع انفجار»), or of the dead before the hurt («بوفاة اثنين وإصابة …»)."""
NEEDS = frozenset("ضروره وجوب".split())
"""Nouns of what must be done: told, it is a call («أكد ضرورة وقف القتال»)."""
BY_COMING = frozenset("ب" + noun for noun in COMING)
BARRING = frozenset("علي بعد خلال جراء عقب منذ قبل اثر بسبب ضد".split())
CLOSING = frozenset({".", "؟", "!", "والتي", "والذي", "والذين"})
CONTRASTING = frozenset({"حين", "كما"})
_BEFORE_NAME = frozenset({"ابي", "ابو", "ابا", "بن"})
_BEFORE_INSERTION = frozenset("،,-(")
_CONTENT_WORDS = SAYING | TALK | COMING | NEEDS | BY_COMING | BARRING | CLOSING | CONTRASTING | {":"}


def may_carry(mention: Mention) -> bool:
    """Say whether words may reach us through whom is mentioned: media and their correspondents, monitors, rights groups."""
    known = "media" in mention.tags or mention.actor.kind in ("rights-group", "monitor")
    return known or mention.why == SITE or mention.why in CORRESPONDENTS


def _spread(annotation: Annotation) -> dict[int, Timex]:
    found: dict[int, Timex] = {}
    for timex in annotation.times:
        for k in range(*annotation.placing.range_of(timex.span)):
            found.setdefault(k, timex)
    return found


class Reader:
    """An annotation with indexes over its mentions, times and quotations."""

    def __init__(self, annotation: Annotation, grammar: Grammar) -> None:
        """Keep the annotation and the closed words of its language."""
        self.annotation = annotation
        self.grammar = grammar
        self.tokens = annotation.tokens
        self.forms = annotation.forms
        self.readings = annotation.readings
        self.mention_from = annotation.mention_from
        self.mention_over = annotation.mention_over
        self._that = grammar["that"].joined
        closed = closed_words(grammar, annotation.placing)
        self.phrase, self.phrases_in, self.words_in = closed.phrase, closed.phrases_in, closed.words_in
        self.mention_at = {m.span.start: m for m in annotation.mentions}
        """Mentions by the offset at which their words begin."""
        self.time_over = _spread(annotation)
        """Time expressions by every token they cover; of two that overlap, the first."""
        self.quote_from = {s: e for s, e in annotation.quotes if self._is_speech(s, e) and not self._is_name(s, e)}
        """End of each quotation long enough to be speech, or opened by a happening, by its first token."""
        self.quote_over = {k: (s, e) for s, e in self.quote_from.items() for k in range(s, e)}
        """The speech-long quotation around each token."""
        self._speech = annotation.tokens_that("tells")
        self._spoken: dict[int, Reading | None] = {}
        """What `speech` gave; six finders ask it of the same words."""
        self._content_marks = self._find_content_marks()
        self._published = self._find_published()
        self._tells_ali_apart = self._find_whether_ali_is_told_apart()

    def _is_speech(self, start: int, end: int) -> bool:
        """Say whether what stands in marks is long enough to be speech, or tells a happening («أعلن الحرس "مقتل راع"»)."""
        if end - start >= _SPEECH_QUOTE or (end - start > _SHORT_QUOTE and self.forms[start] in self._that):
            return True
        return end - start >= _SHORT_QUOTE and self.readings[start].happens and not self._is_definite(start)

    def _is_definite(self, at: int) -> bool:
        first = self.readings[at][0]
        return self.forms[at].startswith("ال") or (bool(first.pronoun) and not first.is_finite)

    def _is_name(self, start: int, end: int) -> bool:
        """Say whether the words in marks are a name and nothing else («وكالة الأنباء الوطنية الصومالية»)."""
        mention = self.mention_over.get(start)
        return (
            mention is not None and mention.first <= start and mention.last >= end - 1 and "thing" not in mention.tags
        )

    def speech_in(self, start: int, end: int) -> list[int]:
        """Give the tokens in ``[start, end)`` that may be words of telling of any shape, in order."""
        return self._speech[bisect_left(self._speech, start) : bisect_left(self._speech, end)]

    def content_marks(self, start: int, end: int) -> list[int]:
        """Give the tokens in ``[start, end)`` that can have to do with what is told, in order; all others only stand by.

        «أن», quotations, nouns of happening, words of telling, contrasts, barring prepositions, stops, and what follows a
        mark that may open an insertion.
        """
        marks = self._content_marks
        return marks[bisect_left(marks, start) : bisect_left(marks, end)]

    def _find_content_marks(self) -> list[int]:
        placing = self.annotation.placing
        found = {
            *placing.tokens_of(_CONTENT_WORDS | self._that),
            *self.quote_from,
            *self.phrases_in("contrast", 0, len(self.forms)),
        }
        found.update(at + 1 for at in placing.tokens_of(_BEFORE_INSERTION))
        found.update(self.annotation.tokens_that("happening_noun"), self._speech)
        return sorted(found)

    def is_led(self, at: int) -> bool:
        """Say whether a preposition stands at ``at``, alone or with a pronoun («فيه»)."""
        form = self.forms[at]
        if form == "امام" and "إ" in self.tokens[at].span.of(self.annotation.document.text):
            return False  # «نقل إمام المسجد عن …»
        if form == "علي" and self._tells_ali_apart and self._written_ali(at):
            return False
        return form in PREPOSITIONS or _LED.fullmatch(form) is not None

    def _find_whether_ali_is_told_apart(self) -> bool:
        """Say whether the page writes «على» with the letter that the name «علي» has not: some papers write both alike."""
        text = self.annotation.document.text
        return any(self.tokens[k].span.of(text).endswith("ى") for k in self.annotation.placing.tokens_of(_ALI))

    def _written_ali(self, at: int) -> bool:
        """«بحسب علي الدوري»: the name, where a word follows that may be another name."""
        text, follow = self.annotation.document.text, at + 1
        if not self.tokens[at].span.of(text).endswith("ي") or follow >= len(self.forms):
            return False
        return self.tokens[follow].is_word and not self.readings[follow] and self.forms[follow] not in PREPOSITIONS

    def is_that(self, at: int) -> bool:
        """Say whether «أن» or «إن», with or without a pronoun, stands at ``at``."""
        return self.forms[at] in self._that and not self._is_letter(at)

    def _is_letter(self, at: int) -> bool:
        """Say whether «إن» is a letter of a name («سي إن إن», «إن بي سي»)."""
        if self.forms[at] != "ان":
            return False
        before = self.forms[max(0, at - 2) : at]
        after = self.forms[at + 1 : at + 3]
        return (before[-1:] == ("سي",) and after[:1] == ("ان",)) or before == ("سي", "ان") or after == ("بي", "سي")

    def is_negated(self, at: int) -> bool:
        """Say whether the verb at ``at`` is negated: «لم تؤكد», «لا تعلن», «دون أن يذكر»."""
        if not at:
            return False
        before = self.forms[at - 1]
        if before.lstrip("وف") in _NEGATORS:
            return True
        if before != "ان" or at < 2:
            return False
        if self.forms[at - 2].lstrip("و") in ("دون", "غير"):
            return True
        return any(
            self.forms[k].lstrip("وف") in _NEGATORS and self.forms[k + 1].startswith(_ABLE)
            for k in range(max(0, at - _MODAL_REACH), at - 1)
        )

    def clause_end(self, at: int, start: int, end: int) -> int:
        """Give where the inserted relative clause around the verb at ``at`` closes («، الذين رفضوا …،»); else ``end``."""
        for k in range(at - 1, max(start, at - _RELATIVE_REACH) - 1, -1):
            if self.forms[k] in "،,":
                return end
            if self.forms[k] in RELATIVES or (k and self.forms[k] in _INSERTED and self.forms[k - 1] in "-("):
                behind = self.relative_end(k, end)
                return behind if behind > at else end
        return end

    def relative_end(self, at: int, end: int) -> int:
        """Give the token behind the inserted relative clause, or source, that opens at ``at`` («، الذي …،», «- وفق ما نقل … -»); ``at`` for none."""
        if not at or self.forms[at - 1] not in "،,-(":
            return at
        if self.forms[at] not in _INSERTED and not self._hides_name(at):
            return self._citation_end(at, end)
        for k in range(at + 1, min(end, at + _INSERTION)):
            if self.forms[k] in "،,-):":
                return k if self.forms[k] == ":" else k + 1
        return at

    def _citation_end(self, at: int, end: int) -> int:
        """Give the token behind a source between two marks («- حسبما نقل موقع … -»); ``at`` where another happening stands in it."""
        size = self.phrase("as_told", at) or self.phrase("according", at)
        for k in range(at + size + 1, min(end, at + _CITATION)) if size else ():
            if self.forms[k] in "،,-)":
                return k + 1
            if self.is_event_noun(k) or self.is_that(k):
                return at
        return at

    def speech(self, at: int) -> Reading | None:
        """Give the reading of ``at`` as a finite verb of telling; None for other words."""
        if not self.readings[at].telling:
            return None
        if at not in self._spoken:
            self._spoken[at] = self._read_speech(at)
        return self._spoken[at]

    def _read_speech(self, at: int) -> Reading | None:
        found = self.readings[at].telling
        if (
            self.forms[at] in PREPOSITIONS
            or self.forms[at] in _HALF
            or (at and self.tokens[at - 1].is_number and at - 1 not in self.time_over)  # «في مايو 2013 قال»
        ):
            return None
        if at and (self.forms[at - 1] in _LEADING or self.forms[at - 1] in _BEFORE_NAME):  # «علي بن أبي طالب»
            return None
        if self.forms[at] == "ذكر" and at and self.forms[at - 1] == "علي":
            return None  # «لم يأت البيان على ذكر»
        if self.forms[at] in _NAMED and self.forms[at + 1 : at + 2] and self.forms[at + 1] in IDENTITY:
            return None  # «لم يشأ كشف هويته»
        inside = self.mention_over.get(at)
        if inside is not None and inside.first < at and "«" in self.forms[inside.first : at]:
            return None
        kept = [r for r in found if not (r.lexeme.type and r.pronoun in ("نا", "ني")) and self.forms[at] not in _LET_US]
        return next((r for r in kept if r.sense.person != 1), kept[0] if kept else None)

    def participle(self, at: int) -> Reading | None:
        """Give the reading as an active participle of telling in the accusative of circumstance («مؤكدا», «قائلة»), or as «بالقول»."""
        found = self.readings[at]
        if self.forms[at] in _BY_SAYING or (self.forms[at] == "القول" and self.forms[at - 1] in _LED_TO):
            return next((r for r in found if r.lexeme.id == _SAID and r.sense.shape == "masdar"), None)
        if found.tells and at in self.mention_over and self._is_counted(at):
            return None  # «سجن ثلاثة متهمين»: people, and no telling
        for r in found if found.tells else ():
            if (
                r.lexeme.table == "speech"
                and r.sense.shape == "active"
                and not (r.definite or r.preposition or r.pronoun)
            ):
                alone = r.sense.number == "sg" and r.sense.gender == "m"
                return r if not alone or self.forms[at].endswith("ا") else None
        return None

    def _is_counted(self, at: int) -> bool:
        """Say whether a number stands right before ``at``."""
        span = self.tokens[at].span
        return any(0 < span.start - q.span.end <= 1 for q in self.annotation.quantities)

    def is_saying(self, at: int) -> bool:
        """Say whether a noun of telling with a pronoun stands at ``at`` («تأكيده», «قولها»)."""
        return any(r.lexeme.table == "speech" and r.sense.shape == "masdar" and r.pronoun for r in self.readings[at])

    def is_unnamed(self, at: int) -> bool:
        """Say whether the word at ``at`` opens how somebody stays without a name («رافضا كشف هويته», «شريطة عدم ذكر اسمه»)."""
        behind = self.forms[at + 1 : at + 1 + _HIDING_REACH]
        hidden = next((k for k, form in enumerate(behind) if form in IDENTITY), 0)
        return hidden > 0 and not _NAMED.isdisjoint(behind[:hidden])

    def _hides_name(self, at: int) -> bool:
        """«مسؤول، طلب عدم ذكر اسمه، إن», «مصدر، رفض الكشف عن هويته، أن»: an insertion without a relative pronoun."""
        reading = self.speech(at)
        if reading is None or reading.lexeme.type not in ("REQUEST", "REJECT"):
            return False
        return not IDENTITY.isdisjoint(self.forms[at + 1 : at + 7])

    def publishes(self, at: int) -> bool:
        """Say whether a word of `published_in` stands at ``at``."""
        return at in self._published

    def published_in(self, start: int, end: int) -> list[int]:
        """Give where «نشرته», «بثها», «اطلعت عليه» stand in ``[start, end)``: somebody has words that are not theirs."""
        return self._published[bisect_left(self._published, start) : bisect_left(self._published, end)]

    def via_in(self, start: int, end: int) -> Sequence[int]:
        """Give where «عبر» stands in ``[start, end)``."""
        return self.words_in(_VIA, start, end)

    def _find_published(self) -> list[int]:
        tokens_of = self.annotation.placing.tokens_of
        got = {self._got_before(at, _SEEN) for at in tokens_of(_ON_IT)}
        copies = (at for at in tokens_of(_COPY) if self.forms[at + 1 : at + 2] and self.forms[at + 1] in _OF_IT)
        got.update(self._got_before(at, _GOT) for at in copies)
        return sorted((got - {-1}).union(self.annotation.tokens_that("published")))

    def _got_before(self, at: int, verbs: frozenset[str]) -> int:
        """Give the verb of getting or seeing whose object ends at ``at`` («تلقت وكالة … نسخة منه»); -1 for none."""
        for k in range(at - 1, max(at - _GOT_REACH, 0) - 1, -1):
            if self.forms[k].lstrip("و") in verbs:
                return k
            if self.forms[k] in ".؛،," or self.is_that(k):
                break
        return -1

    def publisher_at(self, at: int) -> Mention | None:
        """Give the media that have words published or seen by the verb at ``at``; None for other words."""
        if not self.publishes(at):
            return None
        step = at + 2 if self.forms[at + 1 : at + 2] in (("عليه",), ("عليها",)) else at + 1
        if self.forms[step : step + 1] in (("«",), ('"',)):
            step = step if step in self.mention_from else step + 1
        mention = self.mention_from.get(step)
        return mention if mention is not None and may_carry(mention) and not mention.preposition else None

    def is_event_noun(self, at: int) -> bool:
        """Say whether a noun of happening stands at ``at``."""
        return self.readings[at].happening_noun

    def is_finite(self, at: int) -> bool:
        """Say whether ``at`` can only be a finite verb."""
        if not self.readings[at].only_finite or self.forms[at] in ("فقد", "وقد"):
            return False
        return at not in self.mention_over
