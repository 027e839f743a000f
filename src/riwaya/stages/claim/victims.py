"""Victims told without a number: one by name or title, two by the dual; and whether any is told at all."""

from __future__ import annotations

from riwaya.lang.hedges import AT_LEAST
from riwaya.lang.registry import load_registry
from riwaya.model.actor import Actor
from riwaya.model.figure import Figure, Quantity
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.model.word import Reading
from riwaya.stages.claim.appositions import find_comma_name_end, find_name_end, is_joined_on, is_name_word
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import COUNTABLE, Scene
from riwaya.stages.claim.trigger import is_armed

ONE_OF = frozenset("احد احدي احدهم احدهما احداهما احداهن".split())
_MEMBERS = frozenset("افراد عناصر اعضاء رجال ابناء".split())
_NAMES, _PERSONS = frozenset({"name", "named"}), frozenset({"person", "head-of-state"})
_OFFICES = frozenset({"official", "title", "leader", "relative", "spokesman"})
_ALONE = (("واحد",), ("واحدا",), ("واحده",))
_LONGEST_PERSON = 4
_SHORT_NAME = 3
_COLLECTIVES = frozenset(f"ar.people.{word}" for word in ("أهل", "عائلة", "أسرة", "ناس"))
"""One word for several people, nobody knows how many."""
_NEGATORS = frozenset("لم ولم لا ولا دون بدون ودون عدم اي ايه لن ليس ليست".split())
_NOTHING_DENIED = frozenset("طيار يقل تقل يزال تزال يزالون يزلن زال زالت زالوا شك بد".split())
"""«بدون طيار», «ما لا يقل عن», «لا يزال»: behind a negator, words with which it denies no harm."""
_NEGATED_REACH = 9
_NEGATED_STOPS = frozenset("لكن بل الا سوي وان ان عدا باستثناء".split())


def is_negated(scene: Scene, at: int) -> bool:
    """Say whether the loss at ``at`` is told not to be («دون أنباء عن خسائر», «لم يتكبد أي قتلى»).

    Source: annotation guideline: losses that nobody tells of are no figure.
    """
    for k in range(at - 1, max(0, at - _NEGATED_REACH) - 1, -1):
        form = scene.forms[k]
        if form in "،.؛:" or form in _NEGATED_STOPS:
            return False
        if form in _NEGATORS and scene.forms[k + 1] not in _NOTHING_DENIED:
            return True
    return False


def single_victim(scene: Scene, mention: Mention, measure: str) -> Figure | None:
    """Give the figure of somebody told in the singular or dual; None for many and for things.

    The name that follows a title, behind a comma too, belongs to its words.

    Source: annotation guideline, «a named victim: 1, quoting the name».
    """
    head = scene.tokens[mention.head]
    one = mention.first - 1
    if one > 0 and scene.forms[one] in _MEMBERS:  # «أحد أفراد فريق الحراسة»
        one -= 1
    if one >= 0 and scene.forms[one] in ONE_OF:
        told = find_comma_name_end(scene, mention.last) or mention.span.end
        return plain_figure(measure, 1, 1, Span(scene.tokens[one].start, told), mention)
    if mention.tags & _NAMES:
        person = mention.actor.kind in _PERSONS
        return plain_figure(measure, 1, 1, mention.span, mention) if person else _member(scene, mention, measure)
    if not mention.tags & COUNTABLE or mention.why in _COLLECTIVES:
        return None
    if scene.forms[mention.last + 1 : mention.last + 2] == ("بهم",):
        return None  # «المشتبه بهم»
    start = mention.span.start if mention.head == mention.first else head.start
    least = _is_least(scene, mention.last + 1)
    if mention.number == "du" or _are_two_of(scene, mention):
        return plain_figure(measure, 2, None if least else 2, Span(start, head.end), mention)
    if mention.number != "sg" or "thing" in mention.tags:
        return None
    high = None if least and not mention.definite else 1
    alone = mention.last + 1
    if scene.forms[alone : alone + 1] in _ALONE and not _is_one_of(scene, alone):  # «شخص واحد»
        return plain_figure(measure, 1, high, Span(start, scene.tokens[alone].end), mention)
    return plain_figure(measure, 1, high, Span(start, find_name_end(scene, mention) or head.end), mention)


def _are_two_of(scene: Scene, mention: Mention) -> bool:
    """«قتل منفذا الهجوم», «أصيب قائدا الفرقتين»: before a noun with its article the alef is that of two, and no accusative."""
    form, behind = scene.forms[mention.head], mention.head + 1
    if (
        not form.endswith("ا")
        or mention.definite
        or mention.head != mention.last
        or mention.why.endswith(("ا", "ى", "ء"))
    ):
        return False
    follow = scene.forms[behind] if behind < len(scene.forms) else ""
    return follow.startswith("ال") and behind not in scene.set_in and bool(scene.readings[behind])


def _is_one_of(scene: Scene, at: int) -> bool:
    """«السائق وأحد المارة»: folded alike, «وأحد» is one more."""
    return scene.text[scene.tokens[at].start : scene.tokens[at].end].startswith(("وأ", "وإ"))


def _is_least(scene: Scene, at: int) -> bool:
    """«جنديان على الأقل», «شخص واحد على الأقل»: as few as that, and maybe more."""
    at += scene.forms[at : at + 1] in _ALONE
    return scene.forms[at : at + 2] in AT_LEAST


def _member(scene: Scene, mention: Mention, measure: str) -> Figure | None:
    """«قتل حوثيان», «أسر داعشي»: the indefinite adjective of a movement is one of its men, its dual two."""
    form = scene.forms[mention.first]
    if (
        mention.first != mention.last
        or form.startswith("ال")
        or len(form) <= _SHORT_NAME
        or not is_armed(mention.tags, mention.actor.kind)
    ):
        return None
    many = 2 if form.endswith("يان") else 1 if form.endswith("ي") else None
    return None if many is None else plain_figure(measure, many, many, mention.span, mention)


def named_victim(scene: Scene, harm: Harm, end: int) -> Figure | None:
    """«مقتل زيدان البري», «قتل حوثيان», «قتل البريطاني»: a name of unknown words or a nationality after the harm."""
    first = harm.at + 1
    if harm.reading.is_verb and _tells_doer(harm.reading):
        return None
    if first >= end or harm.reading.pronoun or harm.reading.sense.number == "pl" or _is_article(scene, harm):
        return None
    form = scene.forms[first]
    told = load_registry().demonym(form)
    if told is not None and not harm.reading.definite:
        dual = form.endswith("ان")
        single = form.endswith("ي") or form.endswith("يا")
        many = 2 if dual else 1
        least = scene.forms[first + 1 : first + 3] in AT_LEAST
        named = find_comma_name_end(scene, first) if many == 1 else None
        span = Span(scene.tokens[first].start, named or scene.tokens[first].end)
        figure = _national(harm.measure, many, span, scene.text) if dual or single else None
        return replace(figure, high=None) if figure is not None and least else figure
    taken = any(
        r.lexeme.table == "events" and "harm" in r.lexeme.tags and r.sense.number == "sg" for r in scene.readings[first]
    )
    if taken and form.startswith("ال"):
        return _national(harm.measure, 1, scene.tokens[first].span, scene.text)
    if (known := _named_before(scene, first)) is not None:
        return replace(
            plain_figure(harm.measure, 1, 1, scene.tokens[first].span, known), of_span=scene.tokens[first].span
        )
    if form[0] == "ب" and not scene.grammar["given_names"].has(form):
        return None  # «بحياة عدد», «بطلق ناري»: how or what, nobody
    if form[0] == "و" and not scene.grammar["given_names"].has(form):
        return None  # «القتل وحيازة السلاح»: what is joined is no object
    last = first
    while (
        last < min(end, first + _LONGEST_PERSON)
        and is_name_word(scene, last)
        and (last == first or not is_joined_on(scene, last))
    ):
        last += 1
    if last == first or (last == first + 1 and (harm.reading.is_finite or form[-1] in "اه")):
        return None
    span = scene.span(first, last)
    who = Actor(id=None, name=span.of(scene.text), kind="person")
    return Figure(measure=harm.measure, low=1, high=1, about=False, span=span, of=who, of_span=span)


def _tells_doer(reading: Reading) -> bool:
    """«أصابت قذائف هاون منازلهم»: who stands behind a verb that cannot be passive did it."""
    passive = reading.sense.shape.startswith("passive") or "passive-too" in reading.lexeme.tags
    return (
        reading.lexeme.subject == "agent"
        and reading.lexeme.object == "target"
        and not passive
        and reading.sense.person == 3
    )


def _is_article(scene: Scene, harm: Harm) -> bool:
    """«القتل»: a masdar with the article governs no name."""
    return (
        harm.reading.definite
        and not harm.reading.is_verb
        and scene.forms[harm.at].lstrip("وفبكل").startswith(("ال", "ل"))
    )


def _named_before(scene: Scene, at: int) -> Mention | None:
    """«بعد اغتيال الحمادي»: the last word of the name of a person who was named in full before."""
    form = scene.forms[at]
    if not form.startswith("ال") or at in scene.mention_over or at in scene.set_in:
        return None
    named = (m for m in scene.mentions_in(0, at) if m.first < m.last and scene.forms[m.last] == form)
    return next((m for m in named if m.actor.kind in _PERSONS and m.tags & (_NAMES | _OFFICES)), None)


def national_people(scene: Scene, at: int) -> Actor | None:
    """Give the people of a nationality that stands for who bears it («20 سوريا», «مليوني سوري»); None for other words."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    if not form or form.startswith("ال") or at in scene.mention_over or load_registry().demonym(form) is None:
        return None
    return Actor(id=None, name=scene.tokens[at].span.of(scene.text), kind="civilians")


def is_nation(scene: Scene, at: int) -> bool:
    """«آلاف اليمنيين», «ثلاثة سوريين»: say whether the plural of a nationality stands for those who bear it."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    return form.endswith(("ين", "ون")) and load_registry().demonym(form.removeprefix("ال")) is not None


def _national(measure: str, many: int, span: Span, text: str) -> Figure:
    """«قتل حوثيان», «خطف إسباني»: a nationality stands for who bears it."""
    who = Actor(id=None, name=span.of(text), kind="civilians")
    return Figure(measure=measure, low=many, high=many, about=False, span=span, of=who, of_span=span)


def plain_figure(measure: str, low: int, high: int | None, span: Span, of: Mention | None = None) -> Figure:
    """Give a figure that no number tells."""
    return Figure(
        measure=measure, low=low, high=high, about=False, span=span, of=of.actor if of else None,
        of_span=of.span if of else None,
    )  # fmt: skip


def counted_figure(measure: str, quantity: Quantity, of: Mention | None) -> Figure:
    """Give the figure of a number."""
    return Figure(
        measure=measure, low=quantity.low, high=quantity.high, about=quantity.about, span=quantity.span,
        of=of.actor if of else None, of_span=of.span if of else None,
    )  # fmt: skip
