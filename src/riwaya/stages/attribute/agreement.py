"""Whether a verb of telling can be said of somebody, and whether somebody is named again: number, gender, last names."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.model.word import Reading
from riwaya.stages.attribute.reader import Reader

_PEOPLE = frozenset({"fighter", "civilian", "victim"})
_EITHER = frozenset("عمده داعيه خليفه علامه رهينه ضحيه شخصيه".split())
"""Nouns in «ة» of men as of women."""

_MASCULINE = frozenset("العراق لبنان اليمن السودان المغرب الاردن الصومال البيت قصر".split())
"""Countries that take a masculine verb; the others and all towns are feminine."""

_NO_MARKS = str.maketrans("", "", '«»"()')


def agrees(reader: Reader, mention: Mention, reading: Reading) -> bool:
    """Say whether a verb may have the mention as subject: «واتهمت» is not said of «الجيش».

    Source: agreement of verb and subject (Ryding 2005, ch. 4).
    """
    form = reader.forms[mention.head]
    if mention.number == "pl" and form.endswith("ات") and "name" not in mention.tags:
        return (reading.sense.number, reading.sense.gender) != ("sg", "m")  # «وحذر السلطات» warns them
    if "name" in mention.tags or mention.number != "sg" or not reading.sense.gender:
        return True
    if form.lstrip("و").removeprefix("ال") in _EITHER:
        return True
    feminine = form.endswith(("ه", "ات")) and not form.endswith("لله")  # «عبدالله» is a man
    if feminine and "named" in mention.tags:
        return True  # «وناشد حمادة الحكومة»: surnames in «ة» are of men too
    return feminine == (reading.sense.gender == "f")


def agrees_behind(reader: Reader, mention: Mention, reading: Reading) -> bool:
    """Say whether a verb may follow its subject: people in the plural take a plural."""
    if mention.number == "pl" and mention.tags & _PEOPLE:
        return reading.sense.number == "pl"
    return agrees(reader, mention, reading)


def is_feminine_land(reader: Reader, mention: Mention | None, first: int) -> bool:
    """Say whether a country or capital that takes a feminine verb is mentioned from token ``first`` on."""
    return (
        mention is not None
        and mention.first == first
        and not mention.tags.isdisjoint({"country", "capital"})
        and reader.forms[mention.first] not in _MASCULINE
    )


def names_again(full: str, short: str) -> bool:
    """Say whether somebody told of at length is named again in fewer words («الشرطي سامر الحلو», then «الحلو» or «الشرطي الحلو»)."""
    known, words = (name.translate(_NO_MARKS).split() for name in (full, short))
    return len(known) > 1 and bool(words) and (words[0] in known[1:] if len(words) == 1 else set(words) <= set(known))
