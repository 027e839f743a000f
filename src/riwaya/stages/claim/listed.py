"""Victims told beside those who are counted: parts of a toll, who is joined to a number, one of several."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.registry import load_registry
from riwaya.model.figure import Figure
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.stages.claim.among import counts_others, lead_of_part
from riwaya.stages.claim.appositions import is_name_word
from riwaya.stages.claim.beside import find_beside
from riwaya.stages.claim.counts import Counts
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import COUNTABLE, RELATIVES, Scene
from riwaya.stages.claim.singled_out import find_another, find_singled_out
from riwaya.stages.claim.victims import ONE_OF, plain_figure, single_victim

_TELLING_WHO = frozenset('هو هي هم هما كان كانت كل من ايضا شملت تشمل ضمت تضم تضمنت " « ( :'.split())
_LISTS = frozenset({"قايمه", "لايحه", "اسماء"})
_BROKEN_DOWN_REACH, _JOINED_REACH, _LIST_REACH, _INCLUDED_REACH = 4, 4, 8, 10
_LEAST_COUNTED, _ONE_REACH, _LARGE = 2, 6, 100
_TEENS = 11
_NOUN_LETTERS = 3
"""From here on the counted stands in the singular."""
_ONE_OF_THEM = ONE_OF - {"احد", "احدي"}
_ONE = frozenset({"احد", "احدي"})
_SIZES = {"sg": 1, "du": 2}
_AMONG = frozenset("بين وبين ضمن عداد احد احدي واحد واحدي".split())
_BESIDE, _KIN_REACH = 3, 3
"""Words of «بالإضافة إلى» and the like."""
_RELATIVE_REACH = 9
"""Tokens of a clause about the dead, before the one who is among them."""
_WHO = (("هو",), ("هي",))
_LISTING = (("هم",), ("هن",), ("هما",))
_GROUPS = frozenset({"ومواطنين", "وموالين", "ومناصرين", "ومويدين", "ومجهولين"})
"""Plurals that are told of in bulk."""
_OFFICES = frozenset({"official", "title", "leader", "relative"})


def _is_both(scene: Scene, at: int) -> bool:
    """«12 مواطنا ومواطنة»: the same noun in the feminine right behind a number's says of whom they are, and adds nobody."""
    counted, joined = scene.forms[at - 1], scene.forms[at]
    if joined[:1] != "و" or not joined.endswith("ه") or len(counted) < _NOUN_LETTERS:
        return False
    return joined[1:] in (counted + "ه", counted.removesuffix("ا") + "ه")


class Listed:
    """Finds the single victims in the words of one claim that stand beside a number or a toll."""

    def __init__(self, scene: Scene, start: int, end: int, harms: Sequence[Harm], counts: Counts) -> None:
        """Take the words of a claim, its words of harm in order, and what tells to which of them a count belongs."""
        self.scene = scene
        self.start, self.end = start, end
        self.harms = harms
        self.counts = counts

    def among(self, found: list[Figure]) -> list[Figure]:
        """«ممرضة وسائق من بين القتلى», «أحد جنوده»: single victims told apart from a toll."""
        more = find_singled_out(self.scene, self.harms, found, self.end)
        for harm in self.harms:
            before = self.scene.forms[harm.at - 1] if harm.at else ""
            among = before in _AMONG
            if "harm" not in harm.reading.lexeme.tags or not (among or self._is_listed(harm)):
                continue
            ahead = self.scene.mentions_in(self.start, harm.at) if among else ()
            for mention in (*ahead, *self._named_among(harm)):
                known = mention.definite and mention.first < harm.at and not mention.tags & {"named", "name"}
                counted = mention.first - 1 in self.scene.counted  # «20 شخصا بين قتيل وجريح»
                counted |= mention.first < harm.at and counts_others(self.scene, mention.last, harm.at)
                single = None if known or counted else single_victim(self.scene, mention, harm.measure)
                if single and not any(f.span.overlaps(single.span) for f in (*found, *more)):
                    more.append(single)
            if before.removeprefix("و") in _ONE and not any(
                f.measure == harm.measure or f.span.overlaps(self.scene.tokens[harm.at - 1].span)
                for f in (*found, *more)
            ):
                more.append(self._one_of_dead(harm))
        return more

    def _one_of_dead(self, harm: Harm) -> Figure:
        """«أحد القتلى هو زيدان البري», «أحد القتلى من البلدة»: one, by his name where unknown words tell it."""
        first = last = harm.at + 2
        while last < self.end and is_name_word(self.scene, last):
            last += 1
        named = self.scene.forms[harm.at + 1 : first] in _WHO and last - first > 1
        words = self.scene.span(first, last) if named else self.scene.tokens[harm.at - 1].span
        return plain_figure(harm.measure, 1, 1, words)

    def _is_listed(self, harm: Harm) -> bool:
        """«القتلى هم امرأة وابنتها», «قائمة القتلى شملت زيدان البري»: a toll without a number is told one by one behind its pronoun or its list."""
        toll = harm.reading.definite and harm.reading.sense.number in ("pl", "du") and not harm.counted
        list_of = self.scene.forms[harm.at - 1].lstrip("و") in _LISTS
        return toll and (list_of or self.scene.forms[harm.at + 1 : harm.at + 2] in _LISTING)

    def _named_among(self, harm: Harm) -> list[Mention]:
        """«بين القتلى امرأتان وزيدان البري», «أحد القتلى هو …»: who is told right behind the toll, or behind its relative clause."""
        found: list[Mention] = []
        at = harm.at + 1
        if at < self.end and self.scene.forms[at] in RELATIVES:  # «بين القتلى الذين طمرهم القصف أحد …»
            behind = range(at + 1, min(at + _RELATIVE_REACH, self.end))
            one = next((k for k in behind if self.scene.forms[k] in _ONE), None)
            at = self.end if one is None else one + 1
        while at < self.end:
            mention = self.scene.mention_from.get(at)
            if mention is not None and not mention.preposition and (not found or mention.conjunction):
                found.append(mention)
                at = mention.last + 1
            elif not found and (self.scene.forms[at] in _TELLING_WHO or self.scene.forms[at] in ONE_OF):
                at += 1
            else:
                break
        return found

    def joined(self, found: list[Figure]) -> list[Figure]:
        """«10 مدنيين وجندي», «بينهم طفل», «ثلاثة إسبان وفرنسي»: a single victim joined to a counted harm."""
        more = [f for figure in found for f in self._one_included(figure, found)]
        for mention in self.scene.mentions_in(self.start, self.end) if found else ():
            if self._may_be_two(mention):
                mention = replace(mention, number="du")
            if mention.number not in ("sg", "du") or any(f.span.overlaps(mention.span) for f in (*found, *more)):
                continue
            if _is_both(self.scene, mention.first):
                continue
            if (beside := find_beside(self.scene, mention, [*found, *more], self.counts)) is not None:
                more.append(beside)
                continue
            if not mention.tags & COUNTABLE or "name" in mention.tags:
                continue
            if mention.definite and not (
                self._is_included_office(mention) or self._is_kin_of(mention, [*found, *more])
            ):
                continue
            measure = self._joined_measure(mention, [*found, *more])
            if measure and self.scene.forms[mention.first - 1] not in ("كل", "اي"):
                figure = single_victim(self.scene, mention, measure)
                if figure:
                    more.append(figure)
        for figure in found:
            _, after = self.scene.token_range(figure.span)
            more.extend(self._of_another_nation(figure, after))
            one = self.one_of_them(figure)
            other = find_another(self.scene, figure if one is None else one, self.end)
            more.extend(
                f for f in (one, other) if f is not None and not any(f.span.overlaps(k.span) for k in (*found, *more))
            )
        return more

    def _may_be_two(self, mention: Mention) -> bool:
        """«خمسة جنود وشرطيين», «صحفيا وناشطين»: joined to those counted, what is spelt like a dual is one: a plural would bear its number."""
        if mention.number != "pl" or mention.definite or mention.conjunction != "و" or mention.preposition:
            return False
        form = self.scene.forms[mention.first]
        if not form.endswith("ين") or form in _GROUPS or mention.tags.isdisjoint({"civilian", "police", "army"}):
            return False
        described = range(mention.first + 1, mention.last + 1)
        return all(self.scene.forms[k].endswith("ين") for k in described)

    def _one_included(self, figure: Figure, found: Sequence[Figure]) -> list[Figure]:
        """«سبعة أشخاص بينهم أحد الموظفين»: one of a known group among those counted."""
        _, after = self.scene.token_range(figure.span)
        if figure.measure == "other" or figure.low == figure.high == 1:
            return []
        reach = range(after, min(after + _INCLUDED_REACH, self.end - 1))
        lead = next((k + size for k in reach if (size := lead_of_part(self.scene, k))), None)
        if lead is None or lead >= self.end or self.scene.forms[lead] not in _ONE:
            return []
        one = plain_figure(figure.measure, 1, 1, self.scene.tokens[lead].span)
        known = any(one.span.overlaps(f.span) for f in found)
        return [] if known or self.counts.is_broken(after, lead) else [one]

    def one_of_them(self, figure: Figure) -> Figure | None:
        """«شخصين، أحدهما امرأة», «20 جنديا، أحدهم بحالة حرجة»: one of those counted, told of behind a comma."""
        if figure.low is None or figure.low < _LEAST_COUNTED:
            return None
        _, after = self.scene.token_range(figure.span)
        for k in range(after, min(after + _ONE_REACH, self.end)):
            told = self.scene.forms[k - 1] in "،," or (
                k - 1 in self.scene.mention_over and self.scene.forms[k] in _ONE_OF_THEM
            )
            if self.scene.forms[k] in ONE_OF and told:
                who = self.scene.mention_from.get(k + 1)
                single = (
                    single_victim(self.scene, who, figure.measure) if who is not None and not who.definite else None
                )
                return single or plain_figure(figure.measure, 1, 1, self.scene.tokens[k].span)
            if self.scene.forms[k] in ".؛:" or self.scene.is_finite(k):
                return None
        return None

    def _is_included_office(self, mention: Mention) -> bool:
        """«بينهم رئيس البلدية», «بينهم المهاجم»: who holds an office or is one by the article is told as one of the counted."""
        lead = range(max(self.start, mention.first - 3), mention.first)
        holds = not mention.preposition and (mention.number == "sg" or bool(mention.tags & _OFFICES))
        return holds and any(k + lead_of_part(self.scene, k) == mention.first for k in lead)

    def _is_kin_of(self, mention: Mention, found: list[Figure]) -> bool:
        """«العمدة ونجله», «إصابة أمها وشقيقيها»: a relative joined to a single victim."""
        if mention.conjunction != "و" or ("relative" not in mention.tags and "civilian" not in mention.tags):
            return False
        owned = any(r.pronoun for r in self.scene.readings[mention.head])
        single = (f for f in found if f.low == f.high == 1)
        return owned and any(self._is_next(mention, f) for f in single)

    def _is_next(self, mention: Mention, figure: Figure) -> bool:
        """«امرأة حامل وابنتها», «موظفا بشركة المياه وشقيقه»: nothing but what tells who somebody is stands before the next."""
        end = self._end(figure)
        if mention.first in (end, self.scene.token_range(figure.span)[1]):
            return True
        between = range(end, mention.first)
        parted = any(self.scene.forms[k] in "،.؛:" or self.scene.readings[k].uncounted_event for k in between)
        return 0 < len(between) <= _KIN_REACH and not parted and not self.counts.is_broken(end, mention.first)

    def _end(self, figure: Figure) -> int:
        """Give the token behind a figure and those whom it counts («امرأة حامل وابنتها»)."""
        return self.scene.token_range(figure.span if figure.of_span is None else max(figure.span, figure.of_span))[1]

    def _of_another_nation(self, figure: Figure, after: int) -> list[Figure]:
        """«ثلاثة إسبان وفرنسي»: the nationality of one more, joined to a number and those whom it counts."""
        if figure.low is None or figure.low < _LEAST_COUNTED or after + 1 >= self.end or not self._is_nation(after):
            return []
        at = after + 1
        form = self.scene.forms[at]
        if (
            not form.startswith("و")
            or form.startswith("وال")
            or at in self.scene.mention_over
            or not self._is_nation(at, 1)
        ):
            return []
        many = 2 if form.endswith("ان") else 1 if form.endswith(("ي", "يا")) else 0
        return [plain_figure(figure.measure, many, many, self.scene.tokens[at].span)] if many else []

    def _is_nation(self, at: int, skipped: int = 0) -> bool:
        form = self.scene.forms[at][skipped:]
        return len(form) > 1 and load_registry().is_demonym(form)

    def _joined_measure(self, mention: Mention, found: list[Figure]) -> str | None:
        before = sorted((f for f in found if f.span.end <= mention.span.start), key=lambda f: f.span)
        if not before:
            return None
        last = before[-1]
        _, after = self.scene.token_range(last.span)
        if self._is_of_each(last, mention):
            return None
        gap = self.counts.without_asides(max(after, self._end(last)), mention.first)
        if (
            mention.conjunction == "و"
            and not self.counts.is_broken(after, mention.first)
            and (
                gap <= _JOINED_REACH
                or (
                    gap <= _LIST_REACH and (self._is_in_list(last, after) or self.scene.forms[mention.first - 1] == "،")
                )
            )
        ):
            return last.measure
        if mention.number == "du" and self.scene.forms[mention.first - 1] == ":" and gap <= _BROKEN_DOWN_REACH:
            return last.measure  # «خمسة أشخاص: رجلان وثلاثة أطفال»
        if self._opens_apposition(last, mention):
            return last.measure
        beside = range(max(after, mention.first - _BESIDE), mention.first)
        if any(k + self.scene.phrase("beside", k) == mention.first for k in beside) and gap <= _INCLUDED_REACH:
            return None if self.counts.is_broken(after, mention.first) else last.measure  # «ستة جنود، إضافة إلى طبيب»
        included = any(lead_of_part(self.scene, k) for k in range(max(after, mention.first - 3), mention.first))
        deed = self.scene.readings[mention.first - 1].uncounted_event  # «11 منهم في هجوم انتحاري»
        return last.measure if included and gap <= 14 and not deed else None

    def _opens_apposition(self, last: Figure, mention: Mention) -> bool:
        """«قتل مدنيان، رجل وامرأة، في القصف»: one and one more, who together are those counted before the comma."""
        end = self._end(last)
        if last.low is None or last.low != last.high or mention.first != end + 1 or self.scene.forms[end] != "،":
            return False
        other = self.scene.mention_from.get(mention.last + 1)
        if other is None or other.conjunction != "و" or mention.definite or other.definite:
            return False
        return sum(_SIZES.get(one.number or "", _LARGE) for one in (mention, other)) == last.low

    def _is_of_each(self, last: Figure, mention: Mention) -> bool:
        """«13 مليون نازح ولاجئ»: behind a large number the singular is of all whom it counts, and so is what is joined to it."""
        if last.low is None or last.low < _TEENS or last.of_span is None or mention.definite:
            return False
        if last.low < _LARGE and not self._are_accusative(last, mention):
            return False
        counted = self.scene.mention_over.get(self.scene.token_range(last.of_span)[0])
        return counted is not None and counted.number == "sg" and counted.last + 1 == mention.first

    def _are_accusative(self, last: Figure, mention: Mention) -> bool:
        """«38 رجلا وصبيا»: both as what is counted; of «قتلوا 38 رجلا وصبيا» the second may be one more object."""
        object_of = any(h.reading.is_verb and h.reading.lexeme.object == "target" and "passive-too" not in h.reading.lexeme.tags
                        for h in self.harms if h.measure == last.measure)  # fmt: skip
        counted = self.scene.token_range(last.of_span)[0] if last.of_span is not None else 0
        return not object_of and all(self.scene.forms[k].endswith("ا") for k in (counted, mention.head))

    def _is_in_list(self, last: Figure, after: int) -> bool:
        """Say whether a figure is a part told behind «بينهم», so that what is joined to it is one as well."""
        first, _ = self.scene.token_range(last.span)
        return (
            any(lead_of_part(self.scene, k) for k in range(max(self.start, first - _INCLUDED_REACH), first))
            and after > first
        )
