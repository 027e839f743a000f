"""The grammar of place phrases: head nouns, edges, compass words, borders, «بين … و…», names joined by «و».

One pass from left to right; each reading starts at one token and says how far it reaches. Which place is meant, and whether
the cue is strong enough, is decided later (`places_values`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from riwaya.gazetteer.index import Gazetteer, Matches
from riwaya.lang.counts import may_begin_count
from riwaya.lang.lexicon import load_lexicon
from riwaya.lang.timexes import may_begin_time
from riwaya.model.record import replace
from riwaya.stages.annotate.places_cues import Cue, Cues
from riwaya.stages.annotate.places_names import NameFinder, NameHit
from riwaya.stages.annotate.places_raw import CLOSE, OPEN, Phrase
from riwaya.stages.annotate.places_relative import read_back, read_between, read_border, read_lands

_DEEPEST = 4
_LONGEST_QUOTED = 4
_MORE_WORDS = 2
"""Words behind the first that a foreign name may have."""
_SHORTEST = 3
_ALI = "علي"
"""The man's name folds to the preposition «على»."""
_NOT_FOREIGN = (("ال", "بال", "و", "لل", "ت", "ي", "است"), ("ه", "ها", "هم", "ين"))
"""How words of the language begin and end: none of these goes on with a foreign name."""
_BESIDES = frozenset("عند لدي دون حيث مما فيما بينما عقب لكن ضد مع حول امام خلف وراء اثر منذ".split())
_LISTED = frozenset({"any", "town"})
"""What several places in quotation marks may be that nobody knows («مناطق "كذا" و"كذا"»)."""
_BEGINS = frozenset(
    "ابو ام بني بنو عين تل تلل دير بيت كفر جبل وادي راس خان سيدي ابن ال باب برج بير بيار حاسي تين شيخ الشيخ نهر جسر قلعه قصر "
    "قره كوم عزبه كفور مزرعه خربه خراب ساقيه جوره حمام مرج سهل النبي عبد دار ذي ذو ود حجر معره".split()
)
"""Words that begin a name of two words."""


def is_word(form: str) -> bool:
    """Say whether a folded form is a word of the language that the lexicon has."""
    return bool(load_lexicon("ar").readings(form))


class Grammar:
    """Reads place phrases in one token list."""

    def __init__(
        self, forms: Sequence[str], written: Callable[[int], str], cues: Cues, finder: NameFinder, demonyms: Mapping[str, str],
        gazetteer: Gazetteer,
    ) -> None:  # fmt: skip
        """Set up for one document.

        Args:
            forms: Folded forms of its tokens.
            written: Gives a token as the text has it.
            cues: The tables of the pack.
            finder: Finds names.
            demonyms: Adjective with article to country code.
            gazetteer: Knows names joined to their noun («مطار كذا»).
        """
        self.forms = forms
        self.written = written
        self.cues = cues
        self.finder = finder
        self.demonyms = demonyms
        self.gazetteer = gazetteer

    def read(self, at: int, depth: int = 0, *, loose: bool = False) -> Phrase | None:
        """Give the place phrase that starts at token ``at``; None where there is none.

        Args:
            at: Token index.
            depth: How many nouns stand before it.
            loose: Let a preposition stand on an inner phrase («المناطق الغربية لمدينة كذا»).
        """
        if at >= len(self.forms) or depth > _DEEPEST:
            return None
        hit = self.finder.find(self.forms, at)
        if hit and hit.words > 1 and hit.curated and self.forms[at] not in self.cues.heads:
            return self._named(hit)
        for cue in self.cues.words.get(self.forms[at], ()):
            if (depth and cue.attached and not loose) or not cue.fits(self.written(at)):
                continue
            found = self._by_cue(cue, at, depth)
            if found:
                return found
        if self.forms[at] == "بين":
            return read_between(self, at, depth)
        if hit is None or (hit.words == 1 and self.forms[at] in self.cues.nouns):
            return None
        return self._named(hit)

    def _by_cue(self, cue: Cue, at: int, depth: int) -> Phrase | None:
        if cue.kind == "compass":
            return self._compass(cue, at, depth)
        if cue.kind == "border":
            return read_border(self, cue, at)
        if cue.kind == "back":
            return read_back(self, cue, at) if cue.definite else None
        if cue.kind == "edge" and cue.definite:
            return read_lands(self, cue, at) or self._region_side(cue, at, depth)
        if cue.kind == "edge":
            inner = self.read(at + 1, depth + 1)
            if inner is None or inner.preposition or inner.start != at + 1 or (inner.names and inner.attached):
                return None
            return inner.within(at, cue.attached, cue.preposition, edge=cue.value, named=True)
        if cue.kind == "head":
            return self._region_side(cue, at, depth) if cue.definite else self._headed(cue, at, depth)
        return None

    # -- names ---------------------------------------------------------------------------------------------

    def _named(self, hit: NameHit) -> Phrase:
        end, names = self._joined(hit)
        country, compass, end = self._after(end)
        return Phrase(
            start=hit.start, end=end, attached=hit.attached, preposition=hit.preposition, names=names, country=country,
            compass=compass,
        )  # fmt: skip

    def _after(self, end: int) -> tuple[str | None, tuple[str, ...], int]:
        """Read adjectives behind a name: of a country («السورية»), of the compass («الشمالي», taken into the phrase)."""
        country: str | None = None
        compass: list[str] = []
        while end < len(self.forms):
            side = [c for c in self.cues.words.get(self.forms[end], ()) if c.kind == "adjective" and not c.attached]
            if not side or not side[0].definite:
                break
            compass.append(side[0].value)
            end += 1
        if end < len(self.forms):
            country = self.demonyms.get(self.forms[end])
        return country, _compound(compass), end

    def _joined(self, hit: NameHit) -> tuple[int, tuple[NameHit, ...]]:
        """Follow «كذا وكذا» and «كذا، وكذا» as long as the gazetteer knows names by hand."""
        names, end = [hit], hit.end
        while hit.curated or hit.is_country:
            at = end
            if at < len(self.forms) and self.forms[at] in "،,":
                at += 1
            if at < len(self.forms) and self.forms[at] == "و":
                at += 1
            if at >= len(self.forms):
                break
            after = self.finder.find(self.forms, at)
            if not after or after.preposition or not after.curated or not (after.conjunction or at == end + 1):
                break
            if self.forms[at - 1] in "،," and not after.conjunction and not self._list_goes_on(after.end):
                break
            names.append(after)
            end = after.end
        return end, tuple(names)

    def _list_goes_on(self, at: int) -> bool:
        after = self.finder.find(self.forms, at) if at < len(self.forms) else None
        return after is not None and bool(after.conjunction) and after.curated

    # -- nouns that say what a place is -------------------------------------------------------------------------

    def _headed(self, cue: Cue, at: int, depth: int) -> Phrase | None:
        start = at + 1
        if cue.number == "pl" and self.forms[start : start + 1] == [":"]:
            start += 1
        quoted = start < len(self.forms) and self.forms[start] in OPEN
        name_at = start + quoted
        if name_at >= len(self.forms) or self.forms[name_at] in self.cues.prepositions:
            return None
        inner = self._nested(cue, name_at, depth)
        if inner:
            return inner.within(at, cue.attached, cue.preposition, noun=inner.noun or cue.word, named=True)
        hit = self._headed_name(cue, at, name_at, quoted)
        if hit:
            return self._with_head(cue, at, hit, quoted)
        return self._unknown(cue, at, name_at, quoted)

    def _nested(self, cue: Cue, at: int, depth: int) -> Phrase | None:
        """Read «حي مدينة كذا», «مطار العاصمة كذا»: a noun before another noun that has its own name."""
        found = [c for c in self.cues.words.get(self.forms[at], ()) if c.kind in ("head", "back") and not c.attached]
        if not found or cue.number != "sg":
            return None
        inner = self.read(at, depth + 1)
        if inner is None or inner.attached:
            return None
        for name in inner.names[:1]:
            matches = self.gazetteer.find(f"{cue.word} {name.key}")
            if matches:
                whole = NameHit(name.start, name.end, f"{cue.word} {name.key}", matches, "", "")
                return Phrase(start=at, end=inner.end, names=(whole,), hint=cue.value)
        if cue.value == "town" and inner.hint not in (None, "town"):
            return None
        return inner.within(at, 0, "", edge=inner.edge or ("near" if cue.value in ("spot", "any") else ""))

    def _headed_name(self, cue: Cue, at: int, name_at: int, quoted: bool) -> NameHit | None:
        """Give the name behind a noun; names that hold the noun themselves («مدينة كذا») are among what it may mean."""
        hit = self.finder.find(self.forms, name_at, bare=True)
        if hit and (not self._is_name(hit, cue) or (quoted and self._is_part(hit))):
            hit = None
        whole = None if quoted else self.finder.find(self.forms, at)
        if hit and quoted:
            matches = self.gazetteer.find(f"{cue.word} {hit.key}")
            return replace(hit, matches=Matches((*matches, *hit.matches)))
        if whole is None or whole.words < 2 or not (whole.curated or hit):
            return hit
        if hit and hit.end == whole.end and not whole.curated:
            others = [m for m in hit.matches if all(m.entry is not w.entry for w in whole.matches)]
            return replace(hit, matches=Matches((*whole.matches, *others)))
        if hit and hit.end > whole.end:
            return hit
        return replace(whole, start=name_at, conjunction="", preposition="")

    def _is_part(self, hit: NameHit) -> bool:
        """Say whether a name in quotation marks goes on behind what the gazetteer knows: «كفر» of «كفر كذا»."""
        after = self.forms[hit.end] if hit.end < len(self.forms) else ""
        return after[:1].isalpha() and not after.startswith(("و", "ال"))

    def _is_name(self, hit: NameHit, cue: Cue) -> bool:
        form = self.forms[hit.start]
        if hit.words == 1 and (form in self.cues.not_names or self._goes_on(hit.start)):
            return False
        if cue.number != "sg" and any(c.kind == "back" for c in self.cues.words.get(form, ())):
            return False  # «مدن البلاد» are the towns of the country
        return hit.curated or (not cue.known and not hit.is_country) or hit.words > 1

    def _with_head(self, cue: Cue, at: int, hit: NameHit, quoted: bool) -> Phrase:
        end, names = self._joined(hit) if not quoted or cue.number != "sg" else (hit.end, (hit,))
        if cue.number == "du":
            names = names[:2]
            end = names[-1].end
        if quoted and end < len(self.forms) and self.forms[end] in CLOSE:
            end += 1
        country, compass, end = self._after(end)
        return Phrase(
            start=at, end=end, attached=cue.attached, preposition=cue.preposition, names=names, hint=cue.value,
            noun=cue.word, anchor=cue.anchor and not (cue.number == "pl" and hit.curated), country=country,
            compass=compass, named=cue.value != "country",
        )  # fmt: skip

    def _unknown(self, cue: Cue, at: int, name_at: int, quoted: bool) -> Phrase | None:
        # «بلده» is rather "his country" than «بلدة».
        if cue.preposition == "ك" or ((cue.known or cue.number == "pl") and not (quoted and cue.value in _LISTED)):
            return None
        if cue.written.endswith("ة") and self.written(at).endswith("ه"):
            return None
        end = self._unknown_end(name_at, quoted)
        if end is None:
            return None
        country = self.demonyms.get(self.forms[end]) if end < len(self.forms) else None
        closed = quoted and end < len(self.forms) and self.forms[end] in CLOSE
        return Phrase(
            start=at, end=end + closed, attached=cue.attached, preposition=cue.preposition, kind="unknown",
            unknown=(name_at, end), hint=cue.value, noun=cue.word, anchor=cue.anchor, country=country, named=True,
        )  # fmt: skip

    def _unknown_end(self, at: int, quoted: bool) -> int | None:
        forms = self.forms
        if quoted:
            for end in range(at + 1, min(len(forms), at + _LONGEST_QUOTED + 1)):
                if forms[end] in CLOSE:
                    return end
            return None
        first, more = forms[at], self._goes_on(at)
        if not first[0].isalpha() or first in self.cues.not_names or first in self.cues.prepositions:
            return None
        if not more and (len(first) < _SHORTEST or self._is_no_name(first)):
            return None
        if first in self.demonyms or f"ال{first}" in self.demonyms or self._is_for(first):
            return None
        return at + 1 + more if more else self._foreign_end(at + 1)

    def _is_for(self, form: str) -> bool:
        """«مخيم للنازحين», «معسكر لقواته»: say whether a word tells whom a place is for."""
        return form.startswith("لل") or (form.startswith("ل") and is_word(form[1:]))

    def _foreign_end(self, end: int) -> int:
        """Give where a name ends that goes on with words that are no words of the language («لاكي كذا بإقليم كذا»).

        What it lies in, or a mark, must stand behind it: where the sentence just goes on, its next word is no name.
        """
        forms, place = self.forms, end
        while place < len(forms) and place - end < _MORE_WORDS and self._is_foreign(place):
            place += 1
        if place == end or place == len(forms):
            return end
        after = forms[place]
        closed = not after[0].isalpha() or after in self.cues.prepositions or after in self.cues.words
        return place if closed else end

    def _is_foreign(self, at: int) -> bool:
        form = self.forms[at]
        begins, ends = _NOT_FOREIGN
        if not form[0].isalpha() or len(form) < _SHORTEST or form.startswith(begins) or form.endswith(ends):
            return False
        barred = (self.cues.prepositions, self.cues.words, self.cues.not_names, self.cues.links, self.demonyms)
        if any(form in words or form[1:] in words for words in barred) or f"ال{form}" in self.demonyms:
            return False
        told = is_word(form) or form in _BESIDES or may_begin_time(form) or may_begin_count(form)
        return not told and self.finder.find(self.forms, at) is None

    def _goes_on(self, at: int) -> bool:
        """Say whether a name of two words begins here: «تل» something, «خراب» something."""
        forms = self.forms
        if forms[at] not in _BEGINS or at + 1 >= len(forms) or not forms[at + 1][0].isalpha():
            return False
        after = forms[at + 1]
        if after == _ALI and self.written(at + 1).endswith("ي"):
            return True
        barred = (self.cues.prepositions, self.cues.words, self.cues.not_names, self.demonyms)
        return all(after not in words for words in barred)

    def _is_no_name(self, form: str) -> bool:
        """Say whether a word looks like an adjective, a verb or a word of place rather than a name."""
        if form in self.cues.words:
            return True
        if form.startswith(("وال", "وت", "وي")) or (form[0] in "وف" and form.endswith("وا")):  # «قرية وقتلوا 14 راعيا»
            return True
        # Without article: -iyya is mostly an adjective, ya- and ta- mostly a verb that describes the noun.
        return not form.startswith("ال") and (form.endswith("يه") or (form[0] in "يت" and len(form) > 3))

    # -- compass ---------------------------------------------------------------------------------------------------

    def _compass(self, cue: Cue, at: int, depth: int) -> Phrase | None:
        words, place = [cue.value], at + 1
        while place < len(self.forms) and len(words) < 2:
            second = [
                c for c in self.cues.words.get(self.forms[place], ())
                if not c.attached and ((c.kind == "compass" and not c.definite) or (c.kind == "adjective" and cue.definite))
            ]  # fmt: skip
            if not second or "center" in (words[0], second[0].value):
                break
            words.append(second[0].value)
            place += 1
        compass = _compound(words)
        if place >= len(self.forms) or not compass:
            return None
        if cue.definite:
            return self._definite_compass(cue, at, place, compass, depth)
        if cue.word.endswith("ا") and self.forms[place] == "من":
            place += 1
        inner = self.read(place, depth + 1)
        if inner is None or inner.kind in ("border", "between") or inner.start != place:
            return None
        if inner.attached or inner.edge == "near":
            return None
        return inner.within(
            at, cue.attached, cue.preposition, compass=(*compass, *inner.compass), km=self._km(at), named=True
        )

    def _definite_compass(self, cue: Cue, at: int, place: int, compass: tuple[str, ...], depth: int) -> Phrase | None:
        """Read «الشمال المالي» and «إلى الشمال من كذا»."""
        country = self.demonyms.get(self.forms[place])
        if country:
            return Phrase(
                start=at, end=place + 1, attached=cue.attached, preposition=cue.preposition, kind="back", noun="country",
                country=country, compass=compass, named=True,
            )  # fmt: skip
        if self.forms[place] != "من":
            return None
        inner = self.read(place + 1, depth + 1)
        if inner is None or inner.attached or inner.kind in ("border", "between"):
            return None
        return inner.within(at, cue.attached, cue.preposition, compass=compass, km=self._km(at), named=True)

    def _region_side(self, cue: Cue, at: int, depth: int) -> Phrase | None:
        """Read «المناطق الغربية من كذا» and «المنطقة الشرقية لكذا»."""
        side, place = list[str](), at + 1
        while place < len(self.forms) and len(side) < 2:
            found = [c for c in self.cues.words.get(self.forms[place], ()) if c.kind == "adjective" and c.definite]
            if not found or found[0].attached:
                break
            side.append(found[0].value)
            place += 1
        if not side or place >= len(self.forms):
            return None
        inner = self.read(place + (self.forms[place] == "من"), depth + 1, loose=True)
        attached = inner is not None and inner.attached
        if inner is None or (attached and inner.preposition != "ل") or (not attached and self.forms[place] != "من"):
            return None
        return inner.within(at, cue.attached, cue.preposition, compass=_compound(side), named=True)

    def _km(self, at: int) -> float | None:
        """Give the distance told just before a compass word: «على بعد 60 كيلومترا شمال كذا»."""
        for back in (1, 2):
            if at - back > 0 and self.forms[at - back] in self.cues.km and self.forms[at - back - 1][0].isdigit():
                return float(self.forms[at - back - 1].replace(",", ""))
        return None


def _compound(words: Sequence[str]) -> tuple[str, ...]:
    """Join «شمال» and «شرق» into one compass word; words that do not go together stay as far as they can be read."""
    if len(words) == 2:
        poles = [w for w in words if w in ("north", "south")]
        sides = [w for w in words if w in ("east", "west")]
        if poles and sides:
            return (poles[0] + sides[0],)
        return tuple(words[:1])
    return tuple(words)
