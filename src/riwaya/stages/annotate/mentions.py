"""Mentions of actors: names of the registry, and head nouns with what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.lang.grammar import load_grammar
from riwaya.lang.naming import compose_actor
from riwaya.lang.registry import Hit, Registry
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.model.word import Reading, Readings, Token
from riwaya.stages.annotate.phrases import PhraseReader
from riwaya.stages.annotate.pointing import Pointing
from riwaya.stages.annotate.registered import find_names, pointed
from riwaya.stages.annotate.stops import STOPS
from riwaya.stages.annotate.vessels import HOMOGRAPHS, is_vessel

_FATHA = "\u064e"
_PARTICLES = frozenset("اليه اليها جهته جهتها جهتهم بجهه طرفه بدوره بقوه مكان المكان بمكان لمكان ومكان".split())


_AUTHORS = frozenset({"official", "source", "body", "group", "force", "spokesman"})
_FAMILY = "ar.people.أسرة"
_AUTHOR_REACH = 3
_SPEAKERS = frozenset({"official", "spokesman", "leader"})
_OFFICES = frozenset({"official", "leader", "title", "relative"})
_DIRECTIONS = frozenset("الشماليه الجنوبيه الشرقيه الغربيه اليمني اليسري المقابله الخلفيه الاماميه".split())
_WITH_WEAPONS = ("مسلح", "ملثم", "مدجج")
_KUNYA = frozenset("ابو ابي ابا".split())
_MEMBERS = frozenset({"fighter", "member", "victim"})


def find_mentions(
    tokens: Sequence[Token],
    forms: Sequence[str],
    readings: Sequence[Readings],
    text: str,
    *,
    registry: Registry,
    hits: Mapping[int, Sequence[Hit]],
    blocked: frozenset[int] = frozenset(),
    place_ends: frozenset[int] = frozenset(),
    lines: frozenset[int] = frozenset(),
    home: Sequence[str] = (),
    pointing: Sequence[int] = (),
    language: str = "ar",
) -> tuple[Mention, ...]:
    """Give every mention of somebody, in text order, the larger of two that overlap.

    ``hits`` are the names at each token, as `Registry.scan` gives them, ``lines`` the tokens before which a line begins, ``home`` the
    countries of the page, ``pointing`` the tokens of bare nouns of a group («التنظيم»). A head noun of the pack opens a phrase («مصدر أمني», «جنود ماليين»); a name of the registry inside it says who
    is meant. Weak names count where the document also names the actor in full, or after a fitting head.

    Source: annotation guideline, chain, agents and targets; rules ``ar.people.*``.
    """
    named = find_names(forms, tokens, text, hits, home, language)
    if pointing:
        for at, (pointer, meant) in Pointing(forms, named, registry, language).find(pointing).items():
            named[at] = pointed(at, pointer, meant, tokens, text)
    # «مقاومين وقوات الاحتلال»: a name that «و» joins is somebody else.
    names = frozenset(
        at for at, m in named.items() if m.actor.kind not in ("person", "head-of-state") and not m.conjunction
    )
    led = frozenset(at for at, m in named.items() if m.preposition)
    reader = PhraseReader(
        tokens, readings, registry, language, text=text, blocked=blocked, names=names, lines=lines, led=led, place_ends=place_ends,
    )  # fmt: skip
    found: list[Mention] = []
    covered = -1
    somebody = [at for at, known in enumerate(readings) if known and known.somebody is not None]
    for at in sorted({*somebody, *named}):
        if at <= covered:
            continue
        hit = named.get(at)
        phrase = _head_phrase(at, tokens, readings, reader, named, text)
        mention = phrase
        if hit and (phrase is None or hit.last > phrase.last or _is_name_alone(hit, phrase)):
            mention = _extend_name(hit, reader, tokens)
        if mention:
            found.append(mention)
            covered = mention.last
    return tuple(found)


def _is_name_alone(hit: Mention, phrase: Mention) -> bool:
    """«طالبان»: a full name whose word reads as a common noun only by its ending; «البيت الأبيض» is no building."""
    if "thing" in phrase.tags and hit.first == phrase.first and hit.last == phrase.last:
        return True
    return hit.first == phrase.first == hit.last and phrase.number == "du"


def _extend_name(mention: Mention, reader: PhraseReader, tokens: Sequence[Token]) -> Mention:
    """Take nationality and describing adjectives after a name («حزب الله اللبناني»)."""
    last = mention.last
    if last + 1 < len(tokens) and tokens[last + 1].form in '»"' and tokens[mention.first - 1].form not in '«"':
        last += 1
    while last + 1 < len(tokens) and tokens[last + 1].is_word and reader.is_adjective(last + 1):
        people = reader.readings[last + 1].somebody
        several = people is not None and people.sense.number == "pl" and "adjective" not in people.lexeme.tags
        if not tokens[last + 1].form.startswith("ال") or several:  # «تدعم الولايات المتحدة المقاتلين»
            break
        last += 1
    return replace(mention, last=last, span=Span(mention.span.start, tokens[last].end))


def _head_phrase(
    at: int,
    tokens: Sequence[Token],
    readings: Sequence[Readings],
    reader: PhraseReader,
    named: dict[int, Mention],
    text: str,
) -> Mention | None:
    reading = readings[at].somebody
    if reading is None:
        return None
    _, _, start, end = tokens[at]
    written = text[start:end]
    if _names_nobody(at, reading, tokens, reader, written):
        return None
    lexeme = reading.lexeme
    if reading.pronoun == "ي" and reading.sense.number == "pl" and "relative" not in lexeme.tags:
        return None  # «منتجع سياحي»: of tourists, not «my tourists»
    whole = _end_of_name(at, named, tokens)
    last = reader.end_of(
        whole, definite=reading.definite or whole > at, pronoun=bool(reading.pronoun),
        limit=_author_of(at, readings, reader) if "document" in lexeme.tags else len(tokens),
        official=bool(lexeme.tags & _SPEAKERS),
    )  # fmt: skip
    inside = _names_inside(at, last, tokens, readings, reader, named)
    if inside and inside[-1].last > last:
        last = inside[-1].last
    if lexeme.tags & _OFFICES and not inside and (bearer := _bearer_of(last, tokens, named)) is not None:
        inside, last = [bearer], bearer.last
    elif lexeme.tags & _OFFICES and not inside and reading.sense.number != "pl":
        last = reader.name_after(last)
    member = _members_of(last, tokens, named, reader) if lexeme.tags & _MEMBERS else None
    if member and not inside:
        inside, last = [member], member.last
    start += _width(reading, written)
    words = [token.form for token in tokens[at + 1 : last + 1] if token.is_word]
    actor, country = compose_actor(
        lexeme, reading.sense.number, [m.actor for m in inside], [m.country for m in inside],
        words, text[start : tokens[last].end],
    )  # fmt: skip
    if at in named and lexeme.tags.isdisjoint(_OFFICES | _SPEAKERS):  # «جامعة الدول العربية» is no university
        if country in (None, named[at].country):  # «للجيش السوداني» is no other army
            actor, country = named[at].actor, named[at].country
    known = reading.definite or bool(reading.pronoun) or _is_of_known(at, last, tokens, named, reader)
    return Mention(
        first=at, last=last, head=at, span=Span(start, tokens[last].end), actor=actor, tags=_labels(lexeme.labels, words),
        number="du" if reading.pronoun == "ي" and _is_dual_of(at, reading, tokens, readings) else _number(reading, written), definite=known, preposition=reading.preposition,
        conjunction=reading.conjunction, country=country, why=lexeme.id,
    )  # fmt: skip


def _labels(labels: frozenset[str], words: Sequence[str]) -> frozenset[str]:
    """«رجال مسلحون», «شبان ملثمون»: people with weapons or masks are no civilians."""
    if "civilian" not in labels or not any(word.removeprefix("ال").startswith(_WITH_WEAPONS) for word in words):
        return labels
    return labels - {"civilian", "civilians"} | {"fighter"}


def _names_nobody(at: int, reading: Reading, tokens: Sequence[Token], reader: PhraseReader, written: str) -> bool:
    """Say whether a head noun is part of a fixed phrase or of a name, or another word spelt alike."""
    form = tokens[at].form
    before = tokens[at - 1].form if at else ""
    if reading.preposition == "ك" and reader.is_adjective(at):  # «عدد كبير» is no «كبئر»
        return True
    if reading.lexeme.id == "ar.people.إعلام" and reading.definite:
        return True  # «معهد البحوث والإعلام», but «إعلام محلي»
    if before in _KUNYA or (before == "من" and form in ("جهه", "طرف")):  # «أبو مجاهد»
        return True
    if reading.lexeme.id in HOMOGRAPHS and not is_vessel(at, reading, tokens, reader):
        return True
    if reading.lexeme.id == _FAMILY and at and any(r.sense.gender == "m" for r in reader.readings[at - 1].telling[:1]):
        return True  # «نفى أسر جندي»: families would take a feminine verb
    if form.endswith(("الجهه", "الاطراف")) and at + 1 < len(tokens) and tokens[at + 1].form in _DIRECTIONS:
        return True  # «من الجهة الجنوبية»
    return form in _PARTICLES and not written.startswith("آ")  # «إليه» is no «آلية», «من جهته» no quarters


def _author_of(at: int, readings: Sequence[Readings], reader: PhraseReader) -> int:
    """«تصريحات مسؤولين», «بيان مكتب …»: where the author of a document begins, a mention of its own."""
    stop = min(at + _AUTHOR_REACH, len(readings))
    for k in range(at + 1, stop):
        reading = readings[k].somebody
        adjective = reader.is_adjective(k) and reading is not None and reading.sense.number == "sg"
        if reading is not None and reading.lexeme.tags & _AUTHORS and not (reading.preposition or adjective):
            return k
    return len(readings)


def _names_inside(
    at: int,
    last: int,
    tokens: Sequence[Token],
    readings: Sequence[Readings],
    reader: PhraseReader,
    named: Mapping[int, Mention],
) -> list[Mention]:
    """Give the names within a phrase and the one right behind it, where that goes on with the phrase."""
    opposed = load_grammar("ar")["opposed"]  # «القوات المناهضة للحوثيين» are not theirs
    inside = [named[k] for k in range(at, last + 1) if k in named and not (k > at and opposed.has(tokens[k - 1].form))]
    follow = named.get(last + 1) if last + 1 not in reader.lines else None
    reading = readings[at].somebody
    if follow is None or reading is None or follow.preposition or follow.conjunction:
        return inside
    told = "media" in follow.tags and last > at and not reading.definite
    closed = bool(inside) or reading.definite or last in reader.place_ends
    described = tokens[last].form[:2] == "ال" or reader.is_adjective(last)  # «حمل مسؤول تركي حزب العمال مسؤولية …»
    closed = closed or (last > at and (described or not readings[last]))
    return [*inside, follow] if not told and _may_follow(reading, follow, closed) else inside


def _is_dual_of(at: int, reading: Reading, tokens: Sequence[Token], readings: Sequence[Readings]) -> bool:
    """«ضابطي صف», «رجلي مرور»: before a noun the dual loses its nun and looks like «my officer»."""
    if "victim" not in reading.lexeme.tags or at + 1 >= len(tokens):
        return False
    follow = tokens[at + 1]
    return (
        follow.is_word and follow.form not in STOPS and not any(r.is_finite or r.preposition for r in readings[at + 1])
    )


def _number(reading: Reading, written: str) -> str:
    """«جنديَّين»: the vowel tells the dual from the plural that is written like it."""
    dual = written.endswith("ين") and _FATHA in written[-4:-2]
    return "du" if dual and reading.sense.number == "pl" else reading.sense.number


def _is_of_known(
    at: int, last: int, tokens: Sequence[Token], named: Mapping[int, Mention], reader: PhraseReader
) -> bool:
    """«رجال المقاومة», «مجلس محافظة الأنبار»: a noun is definite through whose it is, over a chain of bare nouns."""
    if at in named:
        return at < last
    for k in range(at + 1, last + 1):
        if k in named or tokens[k].form.startswith("ال"):
            return True
        if reader.is_adjective(k) or tokens[k].form in STOPS:  # «جندي تشادي», «جندي من تشاد»
            return False
    return False


def _end_of_name(at: int, named: dict[int, Mention], tokens: Sequence[Token]) -> int:
    """Give the last token of a full name that starts at ``at``, its closing mark included; ``at`` where none does."""
    last = named[at].last if at in named else at
    closed = last > at and last + 1 < len(tokens) and tokens[last + 1].form in '»")'
    if closed and tokens[last + 1].form == '"' and (not at or tokens[at - 1].form != '"'):
        return last  # «وانتقد العمدة "التلكؤ …»: the mark opens what is said
    return last + 1 if closed else last


def _may_follow(reading: Reading, name: Mention, closed: bool) -> bool:
    """«رئيسها محمد بخاري»: behind a pronoun or what is definite only a person's name goes on with the phrase."""
    person = name.actor.kind in ("person", "head-of-state")
    return person or not (reading.pronoun or closed)


def _bearer_of(last: int, tokens: Sequence[Token], named: dict[int, Mention]) -> Mention | None:
    """«الرئيس الأمريكي، باراك أوباما، …»: the person's name between commas behind an office stands for it."""
    name = named.get(last + 2)
    if name is None or tokens[last + 1].form not in "،," or name.preposition or name.conjunction:
        return None
    closed = name.last + 1 < len(tokens) and tokens[name.last + 1].form in "،,."
    return name if closed and name.actor.kind in ("person", "head-of-state") else None


def _members_of(last: int, tokens: Sequence[Token], named: dict[int, Mention], reader: PhraseReader) -> Mention | None:
    """The name behind «من»: «مقاتلين من لواء …», «20 عضوا من «فاغنر»»."""
    step = last + 1
    if step < len(tokens) and tokens[step].form == "من":
        opposed = load_grammar("ar")["opposed"]
        for k in range(step + 1, min(step + 4, len(tokens))):
            unknown = k not in named and reader.readings[k].somebody is None
            if k == step + 1 and unknown and tokens[k].form.startswith("ال"):
                return None  # «مقاتلون من الجبل تنظيم كذا»
            if k in named:
                return None if opposed.has(tokens[k - 1].form) else named[k]
    return None


def _width(reading: Reading, written: str) -> int:
    width = len(reading.conjunction)
    if reading.preposition and not (reading.preposition == "ل" and written[width:].startswith("لل")):
        width += 1
    return min(width, len(written) - 1)
