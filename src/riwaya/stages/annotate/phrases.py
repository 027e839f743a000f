"""How far a noun phrase reaches to the right of its head noun."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.counts import count_starts
from riwaya.lang.describe import adjectives, bare, has_verb_shape, is_definite_verbal_noun, is_verbal_noun, names_nobody
from riwaya.lang.normalize import fold_letters
from riwaya.lang.registry import Registry
from riwaya.model.word import Readings, Token
from riwaya.stages.annotate.marks import OPENING, closing_mark, opens_mark
from riwaya.stages.annotate.name_words import ends_name
from riwaya.stages.annotate.phrase_ends import are_people, is_kin_of, is_said_of, may_die
from riwaya.stages.annotate.stops import STOPS

_SHORT_NOUN = 3
_LONGEST_NAME = 8
_SAID = 3
"""Words between marks behind an officer with the article from which on they are said, and no name."""
_REPORTS = frozenset("الانباء التقارير المعلومات المزاعم الاتهامات الادعاءات الشايعات".split())
_FILMED = frozenset("مصور مصورا مصوره المصور المصوره".split())
_FILMS = frozenset("شريط شريطا تسجيل تسجيلا مقطع مقطعا فيلم فيلما اصدار اصدارا مشهد مشهدا".split())
_AGENCIES = ("وكاله", "وكالات")
_SPEECH_OPENERS = frozenset("ان انه انها انهم انهما اننا بان لقد نحن هناك".split())
_LONGEST_CONSTRUCT = 1
_LONGEST_PERSON = 3
_WITHOUT = frozenset({"دون", "بدون"})
_SELF = frozenset("نفسه نفسها نفسهما نفسيهما انفسهم انفسهن".split())
_DESCRIBING = frozenset("عزل عزلا ابرياء".split())
"""Broken plurals that describe people, spelt like nouns of happening («مدنيين عزل»)."""
_LIFE = "الحياه"
_UNWILLING = frozenset(
    "رفض رفضت رفضوا رفضا طلب طلبت طلبوا طلبا فضل فضلت فضلوا اشترط اشترطت اشترطوا اثر اثرت اثروا".split()
)
_IDENTITY = frozenset("هويته هويتها هويتهم هويتهما اسمه اسمها اسماءهم اسمايهم اسمهما".split())
_HIDING_REACH = 5
_TOLLS = frozenset("عدد حصيله اعداد".split())
_PERSONS = frozenset({"official", "leader", "spokesman", "relative"})
_HAPPENING = ("masdar", "noun")
_SITES = frozenset(
    "مدينه بلده قريه منطقه عاصمه قاعده معسكر مطار ثكنه موقع حاجز جسر سد طريق حدود ميناء مخيم سوق".split()
)
_TOWNS = frozenset("مدينه بلده قريه منطقه محافظه ولايه مديريه اقليم ضاحيه حي مقاطعه ناحيه قضاء".split())


class PhraseReader:
    """Noun phrases of one document."""

    def __init__(
        self,
        tokens: Sequence[Token],
        readings: Sequence[Readings],
        registry: Registry,
        language: str,
        *,
        text: str,
        blocked: frozenset[int] = frozenset(),
        names: frozenset[int] = frozenset(),
        lines: frozenset[int] = frozenset(),
        led: frozenset[int] = frozenset(),
        place_ends: frozenset[int] = frozenset(),
    ) -> None:
        """Keep what the phrases are read from."""
        self.tokens = tokens
        self.readings = readings
        self.text, self.language = text, language
        self.registry = registry
        self.blocked = blocked
        self.names = names
        self.lines = lines
        self.led = led
        self.place_ends = place_ends
        self._adjectives = adjectives(language)

    def end_of(self, head: int, *, definite: bool, pronoun: bool, limit: int, official: bool = False) -> int:
        """Give the index of the last token of the phrase whose head stands at ``head``.

        Adjectives, nationalities, a name in quotation marks and one genitive belong to it; an official also takes
        the body in whose name they speak.

        Source: agreement and iḍāfa of written Arabic.
        """
        at, last, genitive, unknown = head + 1, head, definite or pronoun, 0
        known = definite or pronoun
        # A sound plural that keeps its nun is of nobody («مجهولون النار»), nor is a noun in the accusative («مسلحا قتل»).
        accusative = not genitive and self._is_accusative(head)
        closed = not genitive and (accusative or self.tokens[head].form.endswith("ون") or self._keeps_nun(head))
        if not genitive and self._is_of_kind(head, limit):
            return head
        while at < limit:
            form = self.tokens[at].form
            if self._opens_name(at, limit, speaks=official or known or self._is_informant(head)):
                mark = closing_mark(self.tokens, self.lines, at, limit, _LONGEST_NAME)
                if not mark or (definite and at == head + 1 and official and mark - at > _SAID):
                    break
                closed, last, at, genitive = bool(mark), mark, mark + 1, True
                continue
            if fixed := self._goes_on_with(at, limit, official=official):
                last, at, genitive = at + fixed - 1, at + fixed, fixed > 1
                accusative = closed = False  # «متحدثا باسم الشرطة»
                continue
            if self._stops(at) or (closed and self._is_of_another(at, head)) or self._ends(at, head, known, accusative):
                break
            if self.is_adjective(at) and (not known or (form.startswith("ال") and self._agrees(at, head))):
                last, at, genitive = at, at + 1, True
                continue
            if at in self.names and not genitive and (not unknown or self.readings[at - 1]):
                last, at, genitive, known = at, at + 1, True, True
                continue
            if genitive and not (self._describes(at) and self._agrees(at, head)):
                break
            if self._begins_anew(at) or (unknown and self._happens(at)) or self._tells_paper(head, at):
                break  # «أكد الجيش في بيان مقتل جندي»
            genitive = form.startswith("ال") or unknown >= _LONGEST_CONSTRUCT or at in self.place_ends
            known = known or form.startswith("ال")
            unknown += 1
            last, at = at, at + 1
            if at - head > _LONGEST_NAME:
                break
        return last

    def _tells_paper(self, head: int, at: int) -> bool:
        """«في بيان مقتل جندي»: a happening behind a paper is what is told in it; a toll is of the dead."""
        paper = self.readings[head].somebody
        named = self.tokens[at].form.startswith("ال")  # «لائحة الاتهام»
        told = paper is not None and not named and "document" in paper.lexeme.tags and "weak" not in paper.lexeme.tags
        return told and any(r.lexeme.table == "events" and r.sense.shape in _HAPPENING for r in self.readings[at])

    def _is_of_kind(self, head: int, limit: int) -> bool:
        """«هاجم إرهابي نقطة», «ألقى مسلح قنبلة»: one man who is called by an adjective, and a feminine noun right behind that is not his."""
        somebody, behind = self.readings[head].somebody, self.tokens[head + 1].form if head + 1 < limit else ""
        named = somebody is not None and "adjective" in somebody.lexeme.tags and somebody.sense.number == "sg"
        masculine = named and not self.tokens[head].form.endswith("ه")
        return masculine and behind.endswith("ه") and len(behind) > _SHORT_NOUN and not behind.startswith("ال")

    def _begins_anew(self, at: int) -> bool:
        """Say whether a verb, a preposition, the object of a verb or a deed with whose it is stands at ``at``: no part of a phrase."""
        return self._is_finite(at) or self._is_preposed(at) or self._is_object(at) or self._is_done_to(at)

    def _goes_on_with(self, at: int, limit: int, *, official: bool) -> int:
        """Give the words of a fixed phrase at ``at``: «المتحدث باسم …», «وكالة أنباء …», «طائرات دون طيار»; 0 where none stands."""
        form = self.tokens[at].form
        if (form == "باسم" and official) or (form == "انباء" and self.tokens[at - 1].form.endswith(_AGENCIES)):
            return 1
        if self.is_filmed(at):
            return 1
        return 2 if form in _WITHOUT and at + 1 < limit and self.tokens[at + 1].form == "طيار" else 0

    def is_filmed(self, at: int) -> bool:
        """«شريطا مصورا», «تسجيل مصور»: what describes a film is no photographer."""
        return at > 0 and self.tokens[at].form in _FILMED and self.tokens[at - 1].form.removeprefix("ال") in _FILMS

    def _ends(self, at: int, head: int, known: bool, accusative: bool) -> bool:
        """Say whether the word at ``at`` cannot belong to the phrase by its form: «نفسه», other people, no accusative."""
        form = self.tokens[at].form
        if (not known and form.removeprefix("ل") in _SELF) or self._are_others(at, head):
            return True
        if form == _LIFE and may_die(self.readings, head):
            return True  # «فارق ثلاثة جنود الحياة»
        if form[0] == "ا" and not self.readings[at] and is_verbal_noun(form):
            return True  # «توقع محللون انهيار الهدنة»
        if is_kin_of(self.readings, at, head) or self._is_national_object(at, head):
            return True  # «قتل مسلح زوجته», «خطف مسلحون سوريا»
        if not known and (self._is_thing_of_fighter(at, head) or self._is_own_of_fighter(at, head)):
            return True  # «فجر انتحاري شاحنة», «فجر انتحاري سترته»
        if form.endswith("ون") and is_said_of(self.readings, at, head):
            return True  # «إن 20 ألف شخص محتجزون»
        if form.endswith("ين") and (self._is_pair(at) or (at > head + 1 and are_people(self.readings, at, head))):
            return True  # «أطلقت طائرة صاروخين», «اتهمت مصادر أمنية مقاتلين …»
        if form[-1] == "ا" and self.readings[at].somebody is not None and not self.is_adjective(at):
            return True  # «دراجة نارية ضابطا»
        if known and form in _REPORTS and not self.tokens[at - 1].form.endswith(_AGENCIES):
            return True  # «نفت وزارة الدفاع الأنباء»
        if known and form.startswith("ال") and (is_definite_verbal_noun(form) or form == "الاتهام"):
            return True  # «رفض رئيس الوفد الجلوس»
        return accusative and not self.is_adjective(at) and form[-1] not in "اه"

    def _is_thing_of_fighter(self, at: int, head: int) -> bool:
        """One who fights without an article is not of a thing without one: the thing is what he does something to."""
        whose, what = self.readings[head].somebody, self.readings[at].somebody
        if whose is None or what is None or whose.sense.number != "sg" or "fighter" not in whose.lexeme.tags:
            return False
        return "thing" in what.lexeme.tags and not (what.definite or self.is_adjective(at))

    def _is_own_of_fighter(self, at: int, head: int) -> bool:
        """«انتحاري سترته», «مسلح سلاحه»: what has his own pronoun, right behind one who fights without an article, is not whose he is."""
        whose, form = self.readings[head].somebody, self.tokens[at].form
        if at != head + 1 or whose is None or whose.sense.number != "sg" or "fighter" not in whose.lexeme.tags:
            return False
        written = self.tokens[at].span.of(self.text)
        return form.endswith(("ته", "تها")) or (form.endswith("ه") and written.endswith("ه") and len(form) > _SAID)

    def _keeps_nun(self, head: int) -> bool:
        """«انتحاريان مقر», «محاولة مسلحين اقتحام …»: two or more who keep their nun are of nobody."""
        reading, form = self.readings[head].somebody, self.tokens[head].form
        if reading is None or reading.sense.number == "sg" or not form.endswith(("ان", "ين")):
            return False
        return form[:-2].endswith(fold_letters(reading.lexeme.id.rpartition(".")[2].partition("/")[0]))

    def _is_pair(self, at: int) -> bool:
        """Two of something without article are a verb's object more often than whose the one before is."""
        reading = self.readings[at].somebody
        return reading is not None and reading.sense.number == "du" and not (reading.definite or self.is_adjective(at))

    def _is_accusative(self, head: int) -> bool:
        """«مسلحا», «جنودا»: the alef of the accusative behind a word that has none of its own."""
        reading, form = self.readings[head].somebody, self.tokens[head].form
        return reading is not None and form[-1] == "ا" and reading.lexeme.id[-1] not in "اىء"

    def _are_others(self, at: int, head: int) -> bool:
        """«محافظ صعدة الحوثيين»: people in the plural describe nobody who is one person."""
        form = self.tokens[at].form
        if not form.endswith(("ين", "ون")) or not form.startswith("ال") or at == head + 1:
            return False
        reading = self.readings[head].somebody
        return reading is not None and reading.sense.number == "sg" and not reading.lexeme.tags.isdisjoint(_PERSONS)

    def _is_national_object(self, at: int, head: int) -> bool:
        """«خطف مسلحون سوريا»: what describes a noun without the alef of the accusative has none either."""
        form = self.tokens[at].form
        if at != head + 1 or at in self.names or not form.endswith("يا") or self.tokens[head].form.endswith("ا"):
            return False
        return self.registry.demonym(form) is not None

    def _is_of_another(self, at: int, head: int) -> bool:
        """«مسلحون جنديا», «مسلحون شرطيين»: behind a plural that keeps its nun comes what describes it in the same case, or somebody else."""
        form = self.tokens[at].form
        if form.startswith("ال") or (form.endswith("ين") and self.tokens[head].form.endswith("ون")):
            return True
        known = self.readings[at].somebody is not None or (self.readings[at].happens and not self.is_adjective(at))
        if form[-1] in "وي" and bare(form[:-1]) in self._adjectives:
            return False  # «مسلحون مجهولو الهوية»
        return known and not form.endswith(("ون", "ين")) and form not in _DESCRIBING

    def _stops(self, at: int) -> bool:
        form = self.tokens[at].form
        return (
            not form[0].isalpha()
            or form in STOPS
            or (form[0] in "وف" and form[1:] in STOPS)
            or at in self.blocked
            or at in self.lines
            or at in self.led
            or (form in _UNWILLING and self._hides_name(at))
            or (form in _TOLLS and self._leads_to_harm(at + 1))
        )

    def _hides_name(self, at: int) -> bool:
        """«ناشط رفض الكشف عن اسمه»: how somebody wants to stay without a name is no part of who they are."""
        return any(token.form in _IDENTITY for token in self.tokens[at + 1 : at + 1 + _HIDING_REACH])

    def _leads_to_harm(self, at: int) -> bool:
        """«ناشطون عدد القتلى»: how many were hurt is what is told."""
        return at < len(self.tokens) and any(r.lexeme.measure for r in self.readings[at][:1])

    def _describes(self, at: int) -> bool:
        """Say whether a definite word after a complete phrase can only be an adjective or the rest of a name."""
        if not self.tokens[at].form.startswith("ال") or at in self.names:
            return False
        if self._happens(at) or self.tokens[at].form[2:] in _SITES:  # «استعادت القوات المدينة»
            return False
        return not any(r.lexeme.table == "people" and "adjective" not in r.lexeme.tags for r in self.readings[at])

    def _agrees(self, at: int, head: int) -> bool:
        """Say whether a definite word can describe the head right before it by its ending: «المسلحون الطرق», «الوزارة المتمردين» cannot.

        Source: agreement of the attributive adjective (Ryding 2005, ch. 10). Broken plurals agree in too many ways to tell.
        """
        noun, form = self.tokens[head].form, self.tokens[at].form
        reading = self.readings[head].somebody
        if at > head + 1 and noun.startswith("ال") and self.tokens[at - 1].form.endswith("ه"):
            return form[-1] in "هايء"  # «الميليشيات الكردية السد»
        if at != head + 1 or reading is None or not noun.startswith("ال"):
            return True
        if form.endswith("ين") and not noun.endswith("ين") and self._is_subject(head):
            return False  # «طرد السكان المسلحين»
        if noun.endswith("ون"):
            return form.endswith("ون")
        if noun.endswith("ات"):
            return form[-1] in "هايء"
        if reading.sense.number != "sg" or noun.endswith(("ين", "ان", "ات")):
            return True
        if noun.endswith("ه") and form[-1] == "ي" and self.registry.demonym(form) is not None:
            return False  # «أدانت المحكمة المغربي …»
        return form[-1] in "هايء" if noun.endswith("ه") else not form.endswith(("ه", "ون", "ين", "ات"))

    def _is_subject(self, head: int) -> bool:
        """Say whether the word right behind a finite verb is its subject: of «قتلوا السكان» it is the object."""
        if not head or not self.readings[head - 1] or self.readings[head].under_preposition:
            return False
        first = self.readings[head - 1][0]
        if not first.is_verb:
            return False
        return not first.pronoun and first.sense.number == "sg" and first.sense.person == 3

    def _happens(self, at: int) -> bool:
        """Say whether the word is first of all a noun of happening («سلطات الإقليم حظر تجول»)."""
        return any(
            r.lexeme.table == "events" and not r.is_finite and r.sense.shape in _HAPPENING
            for r in self.readings[at][:1]
        )

    def _is_done_to(self, at: int) -> bool:
        """«في بيان مسؤوليته عن الهجوم», «تلميذ خطفهم مسلحون»: a happening with a pronoun is no part of a phrase, noun or verb."""
        found = self.readings[at][:2]
        if self._happens(at) and found[0].pronoun:
            return True
        return any(r.lexeme.table == "events" and r.is_finite and r.pronoun for r in found)

    def name_after(self, last: int) -> int:
        """Give the last token of a personal name that follows an office («قائدهم سيرغي إيفانوف»): unknown words."""
        at = last + 1
        while (
            at < len(self.tokens)
            and at - last <= _LONGEST_PERSON
            and at not in self.lines
            and self._is_name_word(at, named=at > last + 1)
        ):
            at += 1
        return at - 1

    def _is_name_word(self, at: int, *, named: bool) -> bool:
        token = self.tokens[at]
        if not token.is_word or token.form in STOPS or at in self.blocked or at in self.names or self._is_preposed(at):
            return False
        if token.form in _UNWILLING and self._hides_name(at):  # «ناشط فضل عدم ذكر اسمه»
            return False
        if token.form in count_starts():  # «قائد اللواء وأربعة ضباط»
            return False
        if names_nobody(token.form):  # «أكد الوزير استمرار القتال», «اتهم الرئيس أوروبا»
            return False
        written = self.text[token.start : token.end]
        if ends_name(token.form, written, language=self.language, bare=not named):  # «استبعد المحافظ فرضية …»
            return False
        if token.form.startswith("ال") and is_definite_verbal_noun(token.form):  # «رفض رئيس الوفد الجلوس»
            return False
        return not any(
            r.is_verb or r.lexeme.table in ("events", "people") or r.sense.shape == "masdar" for r in self.readings[at]
        )

    def is_adjective(self, at: int) -> bool:
        """Say whether the word at ``at`` is a describing adjective or a nationality."""
        form = self.tokens[at].form
        return bare(form) in self._adjectives or self.registry.demonym(form) is not None or self.is_filmed(at)

    def adjective_at(self, at: int) -> str | None:
        """Give the English of the describing adjective at ``at``; None for other words."""
        return self._adjectives.get(bare(self.tokens[at].form))

    def _opens_name(self, at: int, limit: int, *, speaks: bool) -> bool:
        """Say whether a mark at ``at`` opens a name, and not what is said; ``speaks`` where who stands before it may say it."""
        opened = self.tokens[at].form in OPENING and at not in self.lines and opens_mark(self.tokens, at)
        if self.tokens[at].form == "(" and at + 1 < limit and self.tokens[at + 1].form in count_starts():
            return False  # «سبعة أشخاص (أربعة رجال وطفل)»
        return opened and not self._is_spoken(at + 1, limit, speaks)

    def _is_informant(self, head: int) -> bool:
        """«مصدر طبي "مقتل …"»: whoever is called a source tells what is quoted behind him."""
        reading = self.readings[head].somebody
        return reading is not None and "source" in reading.lexeme.tags

    def _is_spoken(self, at: int, limit: int, speaks: bool) -> bool:
        """«نفت بشدة», «قصف سلاح الجو …», «إن القوات …»: a quotation that begins with a verb or «إن» is speech, no name.

        So is one that begins with a happening behind an office or what is definite («أعلن الحرس "مقتل راع"»); behind a bare
        noun it is the name («حركة "تحرير الجبل"»).
        """
        if at < limit and self.tokens[at].form in _SPEECH_OPENERS:
            return True
        if speaks and at + 1 < limit and self._happens(at):
            led = self.tokens[at + 1].form in ("علي", "عن")
            if led or not self.tokens[at].form.startswith("ال"):
                return True
        found = self.readings[at] if at < limit else ()
        return any(r.is_verb for r in found) and not any(r.lexeme.table == "people" for r in found[:1])

    def _is_finite(self, at: int) -> bool:
        """Also a verb that no list knows, by its form («سكان اتصلت بهم القناة»)."""
        return self.readings[at].only_finite or (not self.readings[at] and has_verb_shape(self.tokens[at].form))

    def _is_object(self, at: int) -> bool:
        """An indefinite noun of happening in the accusative is the verb's, not the phrase's («حصارا»)."""
        form = self.tokens[at].form
        return form.endswith("ا") and self.readings[at].happens

    def _is_preposed(self, at: int) -> bool:
        form = self.tokens[at].form
        if form[0] == "ب" and form[1:] in _TOWNS:
            return True
        if form[0] in "وف" and len(form) > 3 and (form[1:3] == "ال" or self.readings[at]):
            return True
        if form[:3] in ("بال", "كال") or form[:2] == "لل":
            return True
        return self.readings[at].under_preposition
