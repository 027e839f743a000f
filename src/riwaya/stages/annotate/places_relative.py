"""Place phrases that name a place through another: nouns that point back, countries by their adjective, borders, «بين … و…»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riwaya.stages.annotate.places_back import SEAT
from riwaya.stages.annotate.places_cues import Cue
from riwaya.stages.annotate.places_raw import CLOSE, OPEN, Phrase

if TYPE_CHECKING:
    from riwaya.stages.annotate.places_grammar import Grammar

_SEATS = frozenset({"عاصمه", "مركز"})
_BASE_KINDS = frozenset("الجويه العسكريه البحريه الواقعه البريه الامريكيه".split())
_AROUND_BASE = frozenset(
    "علي داخل محيط محاصره اقتحام استعاده السيطره مهاجمه تمشيط تطهير تحرير نحو باتجاه قرب حول سور اسوار مدخل".split()
)
"""Behind these «القاعدة» is the base told before rather than the group of that name."""
_PEACEABLE = frozenset(
    "الاستقرار السلام الامن والاستقرار والسلام والامن نفوذها نفوذه النفوذ حلفايها حلفاوها حلفاء مصالحها مصالح المصالح الاوضاع الوضع".split()
)
"""Before «في المنطقة» these speak of a part of the world."""
_NO_DESCRIPTION = frozenset(
    "التي الليله اليوم الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد الي الا الان".split()
)
_DAY_PARTS = frozenset("صباح مساء فجر ظهر عصر ليل ضحي".split())


def read_back(grammar: Grammar, cue: Cue, at: int) -> Phrase | None:
    """Read «العاصمة», «العاصمة اليمنية صنعاء», «البلدة», «البلاد»; None where the noun is no place of its own.

    «المدينة الرياضية» is a stadium, «العاصمة الشيشانية» not the capital of the document's country.
    """
    place = at + 1
    country = grammar.demonyms.get(grammar.forms[place]) if place < len(grammar.forms) else None
    if grammar.forms[at].endswith("القاعده") and not _is_base(grammar, at):
        return None
    if grammar.forms[at].endswith("المنطقه") and _is_another_area(grammar, at):
        return None
    if cue.value == "region" and at and grammar.forms[at - 1].removeprefix("و").removeprefix("ب") in _SEATS:
        before = grammar.forms[at - 1]
        return Phrase(
            start=at - 1, end=place, attached=len(before) - len(before.removeprefix("و").removeprefix("ب")),
            preposition="ب" if before.removeprefix("و").startswith("ب") else "", kind="back", noun=SEAT, hint=cue.word,
            named=True,
        )  # fmt: skip
    apposed = _read_apposed(grammar, cue, at, place + (country is not None), country)
    if apposed is None and country is None and _is_attribute(grammar, place):
        apposed = _read_apposed(grammar, cue, at, place + 1, None) if cue.value == "capital" else None
        if apposed is None and (cue.value == "capital" or grammar.forms[place] in grammar.cues.no_towns):
            return None
    if apposed is not None:
        return apposed
    if cue.value == "capital" and country:
        place += 1
    elif country:
        return None
    return Phrase(
        start=at, end=place, attached=cue.attached, preposition=cue.preposition, kind="back", noun=cue.value,
        hint=cue.word, country=country if cue.value == "capital" else None, named=cue.value in ("country", "capital"),
    )  # fmt: skip


def _is_base(grammar: Grammar, at: int) -> bool:
    """«سيطروا على القاعدة», «القاعدة الواقعة شمال عدن»: say whether a base is meant, and no group; the text must have named one («قاعدة كذا»)."""
    before = grammar.forms[at - 1] if at else ""
    after = grammar.forms[at + 1] if at + 1 < len(grammar.forms) else ""
    return after in _BASE_KINDS or before in _AROUND_BASE


def _is_another_area(grammar: Grammar, at: int) -> bool:
    """«الاستقرار في المنطقة» is of a part of the world, «المنطقة المجاورة لكذا» and «المنطقة الخضراء» are areas of their own."""
    after = grammar.forms[at + 1] if at + 1 < len(grammar.forms) else ""
    described = after.startswith("ال") and after not in _NO_DESCRIPTION
    return described or (at > 1 and grammar.forms[at - 2] in _PEACEABLE)


def _is_attribute(grammar: Grammar, at: int) -> bool:
    """Say whether a definite adjective of relation stands at token ``at``, one that is no word of place."""
    form = grammar.forms[at] if at < len(grammar.forms) else ""
    return form.startswith("ال") and form.endswith(("يه", "ته")) and form not in grammar.cues.words


def _read_apposed(grammar: Grammar, cue: Cue, at: int, after: int, country: str | None) -> Phrase | None:
    """Read the name that stands behind «العاصمة», or behind «المدينة السورية»."""
    if cue.value not in ("capital", "town") or after >= len(grammar.forms):
        return None
    quoted = grammar.forms[after] in OPEN and after + 1 < len(grammar.forms)
    hit = grammar.finder.find(grammar.forms, after + quoted, bare=True)
    if hit is None or not hit.curated or hit.is_country or not (cue.value == "capital" or country):
        return None
    if grammar.forms[after] in _DAY_PARTS:  # «وسط العاصمة صباح اليوم»
        return None
    end = hit.end + (quoted and hit.end < len(grammar.forms) and grammar.forms[hit.end] in CLOSE)
    return Phrase(
        start=at, end=end, attached=cue.attached, preposition=cue.preposition, names=(hit,), hint="town",
        noun=cue.word, country=country, named=True,
    )  # fmt: skip


def read_lands(grammar: Grammar, cue: Cue, at: int) -> Phrase | None:
    """Read «الأراضي الصومالية», «الأجواء اليمنية», «المدن السورية» as the country of the adjective."""
    place = at + 1
    country = grammar.demonyms.get(grammar.forms[place]) if place < len(grammar.forms) else None
    if country is None or cue.word not in grammar.cues.lands:
        return None
    return Phrase(
        start=at, end=place + 1, attached=cue.attached, preposition=cue.preposition, kind="back", noun="country",
        country=country, edge=cue.value, named=True,
    )  # fmt: skip


def read_border(grammar: Grammar, cue: Cue, at: int) -> Phrase | None:
    """Read «الحدود مع كذا», «الحدود السورية التركية»: of the countries that it names; «المناطق الحدودية»: of none."""
    countries: list[str] = []
    place, end = at + 1, at + 1
    while place < len(grammar.forms) and place - end < 3:
        form = grammar.forms[place]
        demonym = grammar.demonyms.get(form) or grammar.demonyms.get("ال" + form)
        hit = None if demonym else grammar.finder.find(grammar.forms, place)
        if demonym:
            countries.append(demonym)
            place += 1
        elif hit and hit.is_country and (hit.conjunction or place > at + 1 or not hit.preposition):
            countries += [m.entry.country for m in hit.matches if m.entry.feature == "country" and m.entry.country]
            place = hit.end
        elif form in grammar.cues.border_joins:
            place += 1
            continue
        else:
            break
        end = place
    if not countries and not (cue.definite and at and grammar.forms[at - 1] in grammar.cues.border_lands):
        return None
    return Phrase(
        start=at, end=end, attached=cue.attached, preposition=cue.preposition, kind="border",
        unknown=None, noun=" ".join(dict.fromkeys(countries)), named=True,
    )  # fmt: skip


def read_between(grammar: Grammar, at: int, depth: int) -> Phrase | None:
    """Read «بين كذا وكذا»; None where one side is no place."""
    first = grammar.read(at + 1, depth + 1)
    if first is None or first.attached:
        return None
    if len(first.names) == 2:
        sides = tuple(
            Phrase(start=n.start, end=n.end, names=(n,), hint=first.hint, noun=first.noun, named=first.named)
            for n in first.names
        )
        return Phrase(start=at, end=first.end, kind="between", joined=sides)
    place = first.end
    while place < len(grammar.forms) and grammar.forms[place] in ("وبين", "و"):
        place += 1
    second = grammar.read(place, depth + 1)
    if second is None or second.preposition or not (second.attached or place > first.end):
        return None
    return Phrase(start=at, end=second.end, kind="between", joined=(first, second))
