"""Who is singled out beside those told before: «وآخر من الحرس», «ثانيهم», «أحد السبعة الفارين», «نصفهم من المدنيين»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.figure import Figure
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.victims import ONE_OF, plain_figure

_ONTO = {"an-object": "عن", "with-ala": "علي", "ala-object": "علي"}
"""Tags of words that reach their object by a preposition."""
_ONTO_REACH = 6
_OTHERS = {"اخر": 1, "اخري": 1, "اخران": 2} | dict.fromkeys(
    "ثالث ثالثه رابع رابعه خامس خامسه سادس سابع ثامن".split(), 1
)
"""«وأصيب آخر», «وجرح ثالث»: others than those told before."""
_NTH = frozenset("اولهم اولهما ثانيهم ثانيهما ثالثهم رابعهم خامسهم سادسهم سابعهم اولاهما ثانيتهما".split())
_THE_NTH = frozenset("الاول الثاني الثالث الرابع الخامس السادس الثانيه الثالثه الرابعه الاخر الاخري".split())
_THE_OTHERS: dict[str, tuple[int, int | None]] = {
    "الاخران": (2, 2), "الاخريان": (2, 2), "الاثنان": (2, 2), "الاثنين": (2, 2), "الاخرون": (2, None),
    "الباقون": (2, None),
}  # fmt: skip
"""«وقتل الآخران», «وأسر الباقون»: all who are left."""
_NTH_BEFORE = _NTH | {"احدهم", "احدهما", "احداهما", "احداهن", "والاخر", "والثاني", "والثالث", "والرابع", "والاخري"}
_ANOTHER = {"واخر": 1, "واخري": 1, "واخران": 2}
_THE_OTHER = frozenset({"والاخر", "والاخري", "والثاني", "والثانيه"})
_HALF = {"نصفهم": 2, "نصفهن": 2, "ثلثهم": 3, "ثلثهن": 3, "ربعهم": 4, "ربعهن": 4}
_HALF_REACH, _COMPLEMENT_REACH = 5, 5
_COMPLEMENTS = frozenset({("في",), ("من",)})
"""Words that lead to where somebody belongs («ضابط في البحرية وآخر …»)."""


def find_singled_out(scene: Scene, harms: Sequence[Harm], found: Sequence[Figure], end: int) -> list[Figure]:
    """Give the figures of those whom the words of harm single out, and of those joined to a victim or a share of a number.

    Args:
        scene: The document.
        harms: The words of harm of a claim; those that count somebody already single nobody out.
        found: The figures found so far.
        end: The token behind the words of the claim.
    """
    more: list[Figure] = []
    for figure in (f for harm in harms for f in _of_harm(scene, harm, end)):
        if not any(figure.span.overlaps(f.span) for f in (*found, *more)):
            more.append(figure)
    for figure in found:
        beside = find_another(scene, figure, end) or _share(scene, figure, end)
        if beside is not None and not any(beside.span.overlaps(f.span) for f in (*found, *more)):
            more.append(beside)
    return more


def object_start(scene: Scene, harm: Harm, end: int) -> int | None:
    """Give where those begin whom a word of harm reaches: right behind it, or behind the «عن» or «على» that it asks for.

    Returns:
        None where its preposition is not there.
    """
    particle = next((_ONTO[tag] for tag in _ONTO if tag in harm.reading.lexeme.tags), None)
    if particle is None:
        return harm.at + 1
    behind = range(harm.at + 1, min(harm.at + _ONTO_REACH, end))
    return next((k + 1 for k in behind if scene.forms[k] == particle), None)


def _of_harm(scene: Scene, harm: Harm, end: int) -> list[Figure]:
    """«قتل أحد حراسه», «القبض على أحد السبعة», «وأصيب آخر», «وقتل الثاني», «ثانيهم قتل»."""
    at = object_start(scene, harm, end)
    if harm.counted:
        return []
    if at is not None and at < end:
        form, single = scene.forms[at], harm.reading.sense.number != "pl"
        nth = form in _NTH or (form in _THE_NTH and not harm.reading.definite and _stands_for_somebody(scene, at))
        if (form in ONE_OF and not _is_anyone(scene, at)) or (single and nth):
            return [plain_figure(harm.measure, 1, 1, scene.tokens[at].span)]
        left = _THE_OTHERS.get(form)
        if single and left is not None and not harm.reading.definite and _stands_for_somebody(scene, at):
            return [plain_figure(harm.measure, *left, scene.tokens[at].span)]
        if single and form in _OTHERS and not _is_last_of(scene, at, harm):
            return [plain_figure(harm.measure, _OTHERS[form], _OTHERS[form], scene.tokens[at].span)]
    before = harm.at - 1
    subject = harm.reading.is_finite and not harm.reading.conjunction and harm.reading.sense.number == "sg"
    if subject and before >= 0 and scene.forms[before] in _NTH_BEFORE and "target" in _suffers(harm):
        return [plain_figure(harm.measure, 1, 1, scene.tokens[before].span)]
    return []


def _is_anyone(scene: Scene, at: int) -> bool:
    """«لا نريد قتل أحد»: without those of whom it is one, the word is anyone."""
    if scene.forms[at] not in ("احد", "احدي"):
        return False
    behind = scene.forms[at + 1] if at + 1 < len(scene.forms) else "."
    return not behind[0].isalnum() or (behind in PREPOSITIONS and behind != "من") or behind[0] == "و"


def _suffers(harm: Harm) -> tuple[str, ...]:
    """Say what the subject of a verb may be: whom it happens to where the form is the passive too."""
    passive = harm.reading.sense.shape.startswith("passive") or "passive-too" in harm.reading.lexeme.tags
    return ("target",) if passive or harm.reading.lexeme.subject == "target" else ()


def _is_last_of(scene: Scene, at: int, harm: Harm) -> bool:
    """«تصفية آخر جيوب المتمردين»: before a noun the word is «the last», and nobody else; «مقتل آخر برصاص» is one more."""
    if scene.forms[at] != "اخر" or harm.reading.sense.shape != "masdar":
        return False
    behind = scene.forms[at + 1] if at + 1 < len(scene.forms) else "."
    joined = behind in PREPOSITIONS or not behind[0].isalpha() or behind[0] in "وبفل"
    return not (joined or scene.is_finite(at + 1) or at + 1 in scene.set_in)


def _stands_for_somebody(scene: Scene, at: int) -> bool:
    """«وأصيب الثاني بجروح»: nothing that an ordinal tells apart stands beside it, and no day is told by it."""
    if at in scene.set_in or at in scene.counted or scene.readings[at]:
        return False
    behind = scene.forms[at + 1] if at + 1 < len(scene.forms) else "."
    return behind != "من" and (
        behind in PREPOSITIONS or behind in ".،؛:" or behind[0] in "وبف" or scene.is_finite(at + 1)
    )


def find_another(scene: Scene, figure: Figure, end: int) -> Figure | None:
    """Give one more, or two, joined to a victim («قتل جندي تونسي وآخر من الفصيل»); None where nobody is. Who is counted may be told between."""
    if figure.measure == "other" or figure.high is None:
        return None
    _, after = scene.token_range(figure.span)
    told = scene.token_range(figure.of_span)[1] if figure.of_span is not None else after
    one = figure.low == figure.high == 1
    if one and scene.forms[after - 1] in _NTH_BEFORE:  # «أحدهما كندي والآخر أمريكي»
        the_other = next((k for k in range(after, min(after + _HALF_REACH, end)) if scene.forms[k] in _THE_OTHER), None)
        return None if the_other is None else plain_figure(figure.measure, 1, 1, scene.tokens[the_other].span)
    reach = _COMPLEMENT_REACH if one and scene.forms[told : told + 1] in _COMPLEMENTS else 0
    for k in range(after, min(max(after, told) + reach + 1, end)):
        if (many := _ANOTHER.get(scene.forms[k])) is not None:
            return plain_figure(figure.measure, many, many, scene.tokens[k].span)
        if k >= told and (scene.forms[k] in ".،؛:" or scene.is_finite(k) or scene.readings[k].uncounted_event):
            return None
    return None


def _share(scene: Scene, figure: Figure, end: int) -> Figure | None:
    """«80 قتيلا نصفهم من المدنيين»: a share of an exact number that leaves whole persons."""
    if figure.measure == "other" or figure.low is None or figure.low != figure.high:
        return None
    _, after = scene.token_range(figure.span)
    for k in range(after, min(after + _HALF_REACH, end)):
        parts = _HALF.get(scene.forms[k])
        if parts is not None:
            whole, rest = divmod(figure.low, parts)
            loose = k > 0 and scene.forms[k - 1] in ("من", "دون")  # «أكثر من نصفهم»
            return None if rest or loose else plain_figure(figure.measure, whole, whole, scene.tokens[k].span)
        if scene.forms[k] in ".؛:" or scene.is_finite(k):
            return None
    return None
