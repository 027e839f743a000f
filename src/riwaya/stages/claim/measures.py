"""What a count measures where the word of happening alone does not say: who leaves, is taken or held."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.model.word import Reading
from riwaya.stages.claim.scene import Scene

SITUATED = frozenset({"leaves", "takes-people", "custody"})
"""Tags of words whose measure is told by those who do or undergo it."""
AMOUNTING = frozenset(f"ar.verbs.{verb}" for verb in "بلغ تجاوز ارتفع ازداد زاد ناهز تراوح وصل انخفض".split())
"""Verbs by which a toll says how many."""
_CUSTODIANS = frozenset({"police", "security-forces", "intelligence", "armed-forces", "government"})
_PEOPLE = frozenset({"victim", "civilian", "fighter"})
_HELD = frozenset({"ar.people.سجين", "ar.people.أسير", "ar.people.معتقل", "ar.people.نزيل", "ar.people.متهم"})
"""Who breaks out where they flee."""
_AFTER, _BEFORE, _DOER_REACH, _SENTENCE_REACH, _JOINED_REACH, _PRISON_REACH = 9, 6, 4, 9, 24, 5
_OTHERS = (("اخرين",), ("اخرون",))
TOLL_REACH = 14
"""Tokens between a toll and the number that it comes to, at most."""


def find_measure(scene: Scene, at: int, reading: Reading) -> str | None:
    """Give what a count beside the word at ``at`` measures; the entry's own measure where its tags ask for nobody.

    Civilians who are counted and leave are displaced; people whom a word for seizing things
    counts are arrested; whom a force of the state holds is arrested, whom others hold abducted.

    Source: annotation guideline, «Settled cases»: displacement, arrest and abduction.
    """
    tags, own = reading.lexeme.tags, reading.lexeme.measure
    if SITUATED.isdisjoint(tags):
        return own
    if "custody" in tags:
        return "arrested" if _is_of_state(scene, at) else own
    counted = find_counted(scene, at)
    if counted is None and "takes-people" in tags and _counts_more(scene, at):
        return "arrested"
    if counted is None or "thing" in counted.tags:
        return own
    if "takes-people" in tags:
        return "arrested"
    held = "fighter" in counted.tags or counted.why in _HELD
    return "displaced" if "civilian" in counted.tags and not held else own


def find_counted(scene: Scene, at: int) -> Mention | None:
    """Give the people counted behind the word at ``at`` in its clause, else those right before it; None for none."""
    for first, last, _ in scene.quantity_ranges.near(at - _BEFORE, at + _AFTER):
        if at < first <= at + _AFTER and not any(_parts(scene, k) for k in range(at + 1, first)):
            return _people(scene, last)
        forced = scene.forms[at - 1] in ("الي", "علي")  # «اضطر 300 مدني إلى الفرار»
        taken_up = forced or _takes_up(scene.readings[at][0])
        if first < at and last <= at <= last + _BEFORE and taken_up:
            counted = _people(scene, last)
            if counted is not None and not any(
                _parts(scene, k) for k in range(counted.last + 1 + (forced and at - counted.last == 3), at)
            ):
                return counted  # «مئات القرويين اضطروا إلى الفرار»
    return None


def _counts_more(scene: Scene, at: int) -> bool:
    """«القضاء على ثمانية مسلحين وضبط ثلاثة آخرين»: others than the people told before are people too."""
    return any(
        first == at + 1 and scene.forms[last : last + 1] in _OTHERS
        for first, last, _ in scene.quantity_ranges.near(at + 1, at + 1)
    )


def find_amount(scene: Scene, at: int) -> int | None:
    """Give the token behind ``at`` from which on a toll says how many («إلى 50», «بلغت 50»); None where it says none."""
    behind = range(at + 1, min(at + TOLL_REACH, len(scene.forms)))
    for k in behind:
        if scene.forms[k] in ".،؛":
            return None
        if scene.forms[k] == "الي" or is_amounting(scene, k):
            return k
    return None


def is_amounting(scene: Scene, at: int) -> bool:
    """Say whether a verb of amounting to a number stands at ``at``, joined to nothing before it."""
    return any(r.lexeme.id in AMOUNTING and not r.conjunction for r in scene.readings[at][:1])


def has_amounted(scene: Scene, first: int, last: int) -> bool:
    """«وبلغت حصيلة القتلى 42»: say whether a verb of amounting leads to the tokens ``first`` to ``last``, and a number follows them."""
    if not first or not any(r.lexeme.id in AMOUNTING for r in scene.readings[first - 1][:1]):
        return False
    counts = (a for a, _, _ in scene.quantity_ranges.near(last + 1, last + TOLL_REACH) if last < a <= last + TOLL_REACH)
    return any(not any(_parts(scene, k) for k in range(last + 1, a)) for a in counts)


def is_sentence(scene: Scene, at: int, reading: Reading) -> bool:
    """«قضت المحكمة بإعدام ثلاثة»: what a court sentences to is not done yet."""
    if reading.lexeme.subtype not in ("execute", "arrest"):
        return False
    if reading.preposition == "ب":
        return _is_judged(scene, max(0, at - _SENTENCE_REACH), at)
    joined = reading.conjunction == "و" and any(r.sense.shape in ("masdar", "noun") for r in scene.readings[at])
    if not joined or at + 1 not in scene.counted:
        return False
    first = max(scene.annotation.sentences[scene.sentence_of[at]][0], at - _JOINED_REACH)
    penal = (
        k
        for k in range(first, at)
        for r in scene.readings[k][:2]
        if r.preposition == "ب" and r.lexeme.subtype in ("execute", "arrest")
    )
    return any(_is_judged(scene, max(0, k - _SENTENCE_REACH), k) for k in penal)  # «بإعدام ستة وسجن عشرين»


def _is_judged(scene: Scene, start: int, end: int) -> bool:
    return any(r.lexeme.subtype == "sentence" for k in range(start, end) for r in scene.readings[k])


def _takes_up(reading: Reading) -> bool:
    """«مدنيون فروا», «300 أسرة فرت»: a verb behind its counted subject is plural, or feminine where a collective is counted."""
    return not reading.conjunction and (reading.sense.number != "sg" or reading.sense.gender == "f")


def _people(scene: Scene, last: int) -> Mention | None:
    """Who stands behind a number, «من» between allowed."""
    step = last + 1 if scene.forms[last : last + 1] == ("من",) else last
    mention = scene.mention_from.get(step)
    return mention if mention is not None and mention.tags & _PEOPLE else None


def _parts(scene: Scene, k: int) -> bool:
    return scene.forms[k] in ".،؛:" or scene.is_that(k) or (scene.is_finite(k) and k not in scene.hedging)


def _is_of_state(scene: Scene, at: int) -> bool:
    """«احتجزت الشرطة …», «الشرطة احتجزت …»: a force of the state is the subject."""
    if any(m.why == "ar.people.سجن" for m in scene.mentions_in(at + 1, at + _PRISON_REACH)):
        held = scene.mentions_in(at + 2, at + _PRISON_REACH + 1)
        return any(m.actor.kind in _CUSTODIANS for m in held)  # «محتجزون في سجون الحكومة»
    before = scene.mention_over.get(at - 1) if at else None
    near = next((m for m in scene.mentions_in(at + 1, at + _DOER_REACH) if not m.preposition), before)
    return near is not None and near.actor.kind in _CUSTODIANS
