"""Find the places that a text names, each with its point, its precision and the reason.

No town without a cue: a name counts only behind a preposition, a noun that says what it is, or where the press knows it
too well for doubt; names that are also words need more. The cues are data (packs/ar/places.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import compress, count
from operator import itemgetter

from riwaya.gazetteer.geometry import distance_km
from riwaya.gazetteer.index import Gazetteer
from riwaya.model.place import Place, PlaceMention
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.model.word import Token
from riwaya.stages.annotate.places_again import find_again
from riwaya.stages.annotate.places_context import load_demonyms, weigh_countries
from riwaya.stages.annotate.places_cues import Cues, Preposition, load_cues
from riwaya.stages.annotate.places_grammar import Grammar, is_word
from riwaya.stages.annotate.places_latin import find_bare
from riwaya.stages.annotate.places_names import NameFinder
from riwaya.stages.annotate.places_raw import Phrase
from riwaya.stages.annotate.places_values import Resolver, Value

_GOVERNORS = frozenset("حاكم وحاكم لحاكم محافظ ومحافظ لمحافظ والي ووالي لوالي".split())
_COMRADES = frozenset("شهداء ثوار احرار اسود فرسان ابناء رجال صقور مجاهدي انصار حماه شباب جند درع سيوف مغاوير".split())
_UNITS = frozenset("كتيبه كتايب لواء الويه سرايا سريه فرقه تجمع جيش حركه تحالف تجمعات فصيل مجلس مجموعه جماعه".split())
_BETWEEN = "بين"
_BY_HAND = 2
"""See `NameFinder.standing`."""
_NO_CUE = Preposition("in", 1)
_SHAKEN = Preposition("in", 3)
_SAW = frozenset("شهدت شهد تشهد يشهد".split())
_DEEDS_AT = frozenset(
    "هجوم هجومي هجمات تفجير تفجيري تفجيرات مجزره مذبحه حصار معركه معارك اشتباكات اعتداء اعتداءات احداث حادث حادثه انفجار انفجارات".split()
)
"""Right before the bare name of a town these are named after it."""
_AGAINST = frozenset({"علي", "ضد"})
"""Behind the name these make it that of who did it («هجوم دمشق على كذا»)."""
_SHOOK = frozenset("هز هزت تهز يهز ضرب ضربت تضرب".split())
_SHAKEN_REACH = 4
_BESIDE = frozenset(("قرب", "جوار"))
_ATTACHED = {"ب": Preposition("in", 3), "ل": _NO_CUE, "ك": _NO_CUE}
_ENDS = frozenset(".؟!?؛")
_WIDTH = {"town": 0, "district": 1, "region": 2, "area": 3, "country-part": 4, "country": 5}
_DATELINE_TOKENS = 4
_BY, _BY_TOKENS, _FARTHEST = "بعد", 8, 60.0
"""«على بعد … كيلومترا من»: tokens between a place and the one that it is told by, and kilometres that still say where."""
_LOOSE = 4
_AROUND = frozenset({"district", "region"})
_SEAT = frozenset({"مركز", "عاصمه"})
"""«مدينة كذا مركز محافظة كذا»: the town lies in the region that it is the seat of."""
_OPENING = 4
"""A region among the first words of a sentence is what the sentence is about («وفي محافظة كذا، …»)."""
_TATWEEL = "\u0640"
_VOWELS = frozenset(chr(code) for code in range(0x64B, 0x653))


def find_places(
    tokens: Sequence[Token],
    text: str,
    *,
    gazetteer: Gazetteer,
    home: Sequence[str] = (),
    openings: Iterable[int] | None = None,
) -> list[PlaceMention]:
    """Give the places named in a document, in text order, without overlap.

    Args:
        tokens: Its tokens, folded.
        text: What the spans point into.
        gazetteer: The places there are.
        home: Countries that the document is known to speak of, ISO codes, the likeliest first.
        openings: The tokens of which `may_begin_place` is true, in order, where somebody has found them already.

    Returns:
        One mention for each phrase: names joined by «و» under one cue are one mention with the point between them. A place
        that nobody knows has neither point nor id, unless a wider place around it is named. Countries come only with a
        cue of place. Empty where nothing says where.
    """
    if not tokens:
        return []
    cues, demonyms = load_cues(), load_demonyms()
    forms: list[str] = list(map(itemgetter(1), tokens))
    finder = _finder(gazetteer)
    grammar = Grammar(
        forms, lambda at: text[tokens[at].start : tokens[at].end], cues, finder, demonyms.countries, gazetteer
    )
    if openings is None:
        openings = [at for at, form in enumerate(forms) if may_begin_place(gazetteer, form)]
    phrases = find_bare(find_again(_read(grammar, openings), forms, cues), forms, cues, is_word)
    resolver = Resolver(gazetteer, cues, weigh_countries(forms, phrases, demonyms, home))
    return _Finding(tokens, forms, text, cues, resolver).mentions(phrases)


def may_begin_place(gazetteer: Gazetteer, form: str) -> bool:
    """Say whether a place phrase may begin with a folded form: a word that says where, or a name."""
    return form in load_cues().words or form == _BETWEEN or _finder(gazetteer).standing(form) > 0


@lru_cache(maxsize=4)
def _finder(gazetteer: Gazetteer) -> NameFinder:
    return NameFinder(gazetteer, load_cues().noun_only)


def _read(grammar: Grammar, openings: Iterable[int]) -> list[Phrase]:
    """Read every place phrase, left to right."""
    found: list[Phrase] = []
    forms, cues, standing = grammar.forms, grammar.cues, grammar.finder.standing
    free = 0
    for at in openings:
        if at < free:
            continue
        form = forms[at]
        is_cue = form in cues.words or form == _BETWEEN
        if not is_cue and standing(form) < _BY_HAND and not _after_strong(forms, at, cues):
            continue
        phrase = grammar.read(at)
        if phrase is None:
            continue
        free = phrase.end
        if phrase.kind != "name" or phrase.named or phrase.names[0].curated or _after_strong(forms, at, cues):
            found.append(phrase)
    return found


def _after_strong(forms: Sequence[str], at: int, cues: Cues) -> bool:
    """Say whether a preposition of place stands before a token."""
    before = cues.prepositions.get(forms[at - 1].removeprefix("و")) if at else None
    return before is not None and (before.strength > 2 or forms[at - 1] == "من")


@cache
def _preposition_ends() -> frozenset[str]:
    """Give the words that a preposition of place may end with, «و» and «ف» before one of a single word."""
    phrases = load_cues().prepositions
    single = {joined + phrase for phrase in phrases if " " not in phrase for joined in ("و", "ف", "وف")}
    return frozenset(single.union(phrase.split()[-1] for phrase in phrases))


class _Finding:
    """The pass over the phrases of one document."""

    def __init__(
        self, tokens: Sequence[Token], forms: Sequence[str], text: str, cues: Cues, resolver: Resolver
    ) -> None:
        self.tokens = tokens
        self.forms = forms
        self.text = text
        self.cues = cues
        self.resolver = resolver

    def mentions(self, phrases: Sequence[Phrase]) -> list[PlaceMention]:
        """Resolve from left to right; a wider place named behind is looked at first."""
        found: list[PlaceMention] = []
        sentence, around = 0, -1
        ends = list(compress(count(), map(_ENDS.__contains__, self.forms)))[::-1]
        before: tuple[Phrase, Preposition] | None = None
        for number, phrase in enumerate(phrases):
            while ends and ends[-1] < phrase.start:
                sentence = ends.pop() + 1
                self.resolver.memory.sentence += 1
                self.resolver.memory.wider = self.resolver.memory.country = None
            cue = self._cue(phrase, before)
            if cue is None:
                continue
            wider = self._wider(phrase, phrases[number + 1] if number + 1 < len(phrases) else None)
            opens = phrase.start - sentence < _OPENING
            if wider is not None:
                around = number + 1
            for part, value in self.resolver.values(phrase, cue, self._words, wider):
                if around != number:
                    self.resolver.memory.see(value.place)
                found.append(self._mention(part, value, contained=wider is not None and _inside(value.place, wider)))
                if part.kind != "back" and not part.compass and not self._is_of_governor(part):
                    self.resolver.keep(value, part.noun or self._own_noun(part), opens=opens, around=around == number)
                before = (phrase, cue)
        return found

    def _cue(self, phrase: Phrase, before: tuple[Phrase, Preposition] | None) -> Preposition | None:
        """Give relation and strength of what stands before a phrase; None where the words name somebody, no place."""
        at = phrase.start
        if self._is_namesake(phrase):
            return None
        if phrase.preposition:
            return None if self._is_body(at) else _ATTACHED[phrase.preposition]
        if at and not phrase.named and self._is_owned(at):
            return None
        for size in (3, 2, 1) if at and self.forms[at - 1] in _preposition_ends() else ():
            words = self.forms[max(0, at - size) : at]
            found = next(filter(None, map(self.cues.prepositions.get, _without_conjunction(" ".join(words)))), None)
            if found:
                return None if self._is_body(at - size) else self._by_distance(found, at)
        if before and before[0].end == at and phrase.attached:
            return before[1]
        if self._is_shaken(phrase):
            return _SHAKEN
        if at < _DATELINE_TOKENS and phrase.end < len(self.forms) and self.forms[phrase.end] in "-–:(":
            return None
        return _NO_CUE

    def _is_shaken(self, phrase: Phrase) -> bool:
        """«شهدت كذا هجوما», «هز انفجار ضخم كذا», «هجمات كذا»: say whether a bare name is the place that saw a deed."""
        at = phrase.start
        if phrase.attached or phrase.kind != "name" or not at:
            return False
        before = self.forms[at - 1].removeprefix("و")
        if before in _SAW:
            return True
        if before.removeprefix("ب").removeprefix("ل") in _DEEDS_AT:
            return phrase.end == len(self.forms) or self.forms[phrase.end] not in _AGAINST
        near = self.forms[max(0, at - _SHAKEN_REACH) : at]
        return any(form.removeprefix("و") in _SHOOK for form in near) and all(form[0].isalpha() for form in near)

    def _is_namesake(self, phrase: Phrase) -> bool:
        """Say whether what stands behind a name makes it a club, a paper or a firm."""
        end = phrase.names[-1].end if phrase.names else len(self.forms)
        return end < len(self.forms) and self.forms[end] in self.cues.named_after and not phrase.named

    def _is_owned(self, at: int) -> bool:
        """«كتائب كذا», «لواء أحرار كذا», «كتيبة شهداء كذا»: say whether a name is part of that of a force or body."""
        before = self.forms[at - 1]
        unit = self.forms[at - 2] if before in _COMRADES and at > 1 else ""
        return before in self.cues.owners or unit in _UNITS or unit[1:] in _UNITS

    def _is_body(self, at: int) -> bool:
        """Say whether the words before a preposition name a body with a place in its name."""
        return any(" ".join(self.forms[max(0, at - size) : at]) in self.cues.body_in for size in (1, 2))

    def _by_distance(self, found: Preposition, at: int) -> Preposition:
        away = found.relation == "from" and at > 1 and self.forms[at - 2] in self.cues.km
        return Preposition("near", 3) if away else found

    def _is_of_governor(self, phrase: Phrase) -> bool:
        """«حاكم خاركيف»: whoever governs a land is no word of its town, to which «المدينة» would point back."""
        before = self.forms[phrase.start - 1] if phrase.start else ""
        return not phrase.noun and before in _GOVERNORS

    def _own_noun(self, phrase: Phrase) -> str:
        """Give the noun that a name itself begins with («قطاع غزة»), or nothing."""
        first = phrase.names[0].key.split()[0] if phrase.names else ""
        return first if any(c.kind == "head" for c in self.cues.words.get(first, ())) else ""

    def _wider(self, phrase: Phrase, following: Phrase | None) -> Place | None:
        """Give the place named right behind, where only linking words stand between."""
        if following is None or phrase.kind in ("between", "border") or following.kind == "between":
            return None
        gap = self.forms[phrase.end : following.start]
        if len(gap) == 1 and gap[0] in _BESIDE:
            return self._neighbour(phrase, following)
        if phrase.kind == "unknown" and _BY in gap:
            return self._far_from(gap, following)
        if len(gap) > self.cues.link_most or any(form not in self.cues.links for form in gap):
            return self._looser(phrase, gap, following)
        seat = self.forms[following.start] in _SEAT
        if not gap and not following.preposition and not following.compass and not seat:
            return None
        if following.attached and not following.preposition:
            return None
        cue = Preposition("in", 3)
        if phrase.hint == "district" and following.hint is None and _may_be_region(following):
            # A district lies in a governorate, not in its town of that name.
            following = replace(following, hint="region")
        value = self.resolver.value(following, cue, self._words)
        return value.place if value and value.place.lat is not None else None

    def _neighbour(self, phrase: Phrase, following: Phrase) -> Place | None:
        """«بلدة كذا قرب كذا»: of several places of one name the one beside the town named next is meant; an unknown one lies there."""
        value = self.resolver.value(following, Preposition("in", 3), self._words)
        place = value.place if value is not None and value.place.lat is not None else None
        if place is None or place.country is None or place.precision not in _WIDTH or _WIDTH[place.precision] > 1:
            return None
        known = {m.entry.country for name in phrase.names for m in name.matches}
        return place if not known or (place.country in known and len(known) > 1) else None

    def _looser(self, phrase: Phrase, gap: Sequence[str], following: Phrase) -> Place | None:
        """Give the region or district that an unknown place lies in behind a few other words («قرية كذا ليلا في محافظة كذا»)."""
        led = gap[-1:] == ["في"] or following.preposition == "ب"
        if phrase.kind != "unknown" or not led or len(gap) > _LOOSE or not all(form[0].isalpha() for form in gap):
            return None
        value = self.resolver.value(following, Preposition("in", 3), self._words)
        return value.place if value and value.place.precision in _AROUND and value.place.lat is not None else None

    def _far_from(self, gap: Sequence[str], following: Phrase) -> Place | None:
        """Give the place that an unknown one is told by («قرية كذا، على بعد 30 كيلومترا من كذا»), as wide as it is far."""
        told = [float(form.replace(",", "")) for form in gap if form[0].isdigit() and form[-1].isdigit()]
        tail = gap[gap.index(_BY) + 1 :]
        if len(gap) > _BY_TOKENS or len(told) != 1 or not any(form in self.cues.km for form in tail):
            return None
        value = self.resolver.value(following, Preposition("in", 3), self._words)
        if value is None or value.place.lat is None or told[0] > _FARTHEST:
            return None
        return replace(value.place, radius_km=max(value.place.radius_km or 0.0, told[0]))

    def _mention(self, phrase: Phrase, value: Value, *, contained: bool) -> PlaceMention:
        first, last = self.tokens[phrase.start], self.tokens[phrase.end - 1]
        start = self._after_particles(first, phrase.attached)
        stretch = (phrase.names[0].start, phrase.names[-1].end) if phrase.names else phrase.unknown
        head = None
        if stretch:
            letters = phrase.names[0].attached if phrase.names else 0
            head = Span(self._after_particles(self.tokens[stretch[0]], letters), self.tokens[stretch[1] - 1].end)
        return PlaceMention(span=Span(start, last.end), place=value.place, head=head, contained_by_next=contained)

    def _after_particles(self, token: Token, letters: int) -> int:
        at = token.start
        if token.form.removeprefix("و").removeprefix("ف").startswith("لل"):
            letters = max(
                0, letters - 1
            )  # «للعاصمة» hides the alef of its article: taking «لـ» off would leave no word
        while letters and at < token.end:
            letters -= self.text[at].isalpha() and self.text[at] != _TATWEEL
            at += 1
        return at

    def _words(self, stretch: tuple[int, int]) -> str:
        end = self.tokens[stretch[1] - 1].end
        while end < len(self.text) and self.text[end] in _VOWELS:  # a token ends before the signs on its last letter
            end += 1
        return self.text[self.tokens[stretch[0]].start : end]


def _without_conjunction(words: str) -> tuple[str, str, str]:
    """Give «وفي» also as «في», and «ففي», «فمن»: the first letter alone, never that of «في» itself."""
    bare = words.removeprefix("و")
    return words, bare, bare.removeprefix("ف")


def _may_be_region(phrase: Phrase) -> bool:
    """Say whether a name is that of a region and of a town in it («مأرب»)."""
    meant = {m.entry.feature for name in phrase.names for m in name.matches if m.exact and m.entry.curated}
    return not phrase.compass and {"region", "town"} <= meant


def _inside(place: Place, wider: Place) -> bool:
    if _WIDTH.get(place.precision, 0) >= _WIDTH.get(wider.precision, 0) and place.id is not None:
        return False
    if place.lat is None or place.lon is None or wider.lat is None or wider.lon is None:
        return True
    reach = 1.3 * (wider.radius_km or 0) + 30
    return distance_km((place.lat, place.lon), (wider.lat, wider.lon)) <= reach
