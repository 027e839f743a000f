"""What parts two happenings of one sentence: another place or time, another noun's clause, the same word once more."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.mention import Mention
from riwaya.stages.claim.clauses import opens_clause
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger

TOLLS = frozenset({"killed", "wounded", "killed_or_wounded"})
PLUS = frozenset("بالاضافه اضافه فضلا جانب علاوه".split())
_AUXILIARY = frozenset("قد لم كان كانت كانوا".split())
_SOMEBODY = frozenset({"الجهه", "الجهات"})
"""«لم تعرف الجهة التي أطلقت القذائف»: who did what was told."""
_AND_IN = frozenset({"وفي"})
_WORD_OF = frozenset("انباء وانباء معلومات ومعلومات تقارير وتقارير".split())


def are_told_apart(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> bool:
    """Say whether the words part a trigger from those of a happening told before it in its sentence.

    Source: annotation guideline, «Two happenings in one sentence are two claims».
    """
    prev = triggers[-1]
    return (
        _is_elsewhere(scene, prev, new)
        or _is_of_another(scene, prev, new)
        or are_taken_too(scene, triggers, new)
        or _comes_later(scene, prev, new)
        or _is_heard_of(scene, prev, new)
        or _takes_ground(prev, new)
        or _is_told_anew(scene, triggers, new)
    )


def are_taken_too(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> bool:
    """«مقتل 20 مسلحا واعتقال 14 آخرين»: who is arrested beside those who died is told as a happening of its own."""
    if new.lexeme.measure != "arrested" or not _is_added(scene, new):
        return False
    return any(t.lexeme.measure in TOLLS for t in triggers)


def _is_added(scene: Scene, new: Trigger) -> bool:
    """«واعتقال», «وإلقاء القبض», «إضافة إلى اعتقال»."""
    before = scene.forms[max(0, new.index - 3) : new.index]
    return new.reading.conjunction == "و" or any(f in PLUS or f[1:] in PLUS or f == "والقاء" for f in before)


def _is_elsewhere(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«…، وفي مديرية كذا نصبت …»: a place set at the head of a clause opens what happened there."""
    for k in scene.words_in(_AND_IN, prev.index + prev.size + 1, new.index):
        if scene.forms[k - 1] in "،," and opens_clause(scene, k):
            return any(k < a <= k + 2 or a == k for a, _, _ in scene.place_ranges.near(k, k + 2))
    return False


def _is_of_another(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«يحاصرون البلدة التي تعرضت لغارات»: what a relative clause tells of somebody or something else is a happening of its own."""
    if not new.is_verb or new.is_result or new.reading.conjunction or "state-present" in new.tags:
        return False
    if prev.is_harm and (new.is_harm or new.lexeme.subtype == "fall"):  # «القتلى الذين سقطوا»
        return False
    pronoun = new.index - 1
    while pronoun > prev.index and scene.forms[pronoun] in _AUXILIARY:
        pronoun -= 1
    if scene.forms[pronoun] not in RELATIVES:
        return False
    whose = pronoun - 1
    while whose > prev.index and scene.forms[whose] in '،,»")':
        whose -= 1
    mention = scene.mention_over.get(whose)
    if mention is None or scene.forms[whose] in _SOMEBODY or _describes(prev, mention):
        return False
    return mention.first >= prev.index + prev.size


def _describes(prev: Trigger, mention: Mention) -> bool:
    """«التفجير الإرهابي الذي استهدف …»: behind a noun with its article «الإرهابي» says what kind of deed it was."""
    return prev.reading.definite and mention.definite and mention.first == prev.index + prev.size


def _takes_ground(prev: Trigger, new: Trigger) -> bool:
    """«تقدم المقاتلين وسيطرتهم على التلة»: an advance, and what was taken by it."""
    taking = new.lexeme.subtype == "seize" and not new.is_verb and new.reading.conjunction == "و"
    return taking and bool(new.reading.pronoun) and prev.lexeme.subtype == "advance"


def _is_heard_of(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«قصفت البلدة، وأنباء عن سقوط جرحى»: what is only heard of is told by itself."""
    words = scene.words_in(_WORD_OF, prev.index + prev.size, new.index)
    return bool(words) and scene.forms[words[-1] + 1 : words[-1] + 4].count("عن") == 1


def _comes_later(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«أطلق النار عليهم … قبل أن يرمي قنبلة»: what came later is a happening of its own."""
    if new.is_harm or new.is_result:
        return False
    return any(scene.forms[k] == "قبل" and scene.forms[k + 1] == "ان" for k in range(prev.index + prev.size, new.index))


def _is_told_anew(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> bool:
    """«القبض على المتورطين …، ليتم القبض على عشرين»: the same word behind a comma tells of one more."""
    if new.is_verb or new.is_light or new.reading.conjunction or new.lexeme.measure in TOLLS:
        return False
    same = any(t.lexeme is new.lexeme and not t.is_verb for t in triggers)
    return same and any(scene.forms[k] in "،," for k in range(triggers[-1].index + triggers[-1].size, new.index))
