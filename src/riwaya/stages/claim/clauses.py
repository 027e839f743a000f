"""Clauses: where one begins inside a sentence."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.stages.claim.scene import RELATIVES, Scene

_CONTRAST = frozenset("لكن ولكن لكنه لكنها لكنهم فيما بينما كما حيث وكما اذ اما واما".split())
_CONTRAST_PAIRS = {
    "غير": {"ان", "انه", "انها"}, "الا": {"ان", "انه"}, "في": {"حين", "الوقت"}, "وسط": {"شكوك", "مخاوف"},
}  # fmt: skip
"""Two words that open a contrast, by the first."""
_CONTRASTING = _CONTRAST | frozenset(_CONTRAST_PAIRS)
_SUBORDINATE = {"بعد": {"ان"}, "منذ": {"ان"}, "قبل": {"ان"}, "في": {"اعقاب"}, "علي": {"اثر"}}
"""Two words that open a clause of time or cause, by the first."""
_SUBORDINATE_FIRST = frozenset(_SUBORDINATE)
_BETWEEN_THEM = frozenset({"بينه", "بينها", "بينهم", "بينهما"})
"""Before «وبين»: the second of two sides, no «وبيّن»."""
_COMMAS = frozenset("،,")
_SHORT = 3
"""Letters of a word too short to have «و» written onto it."""
_LOOKAHEAD = 6


def opens_clause(scene: Scene, at: int) -> bool:
    """Say whether token ``at`` begins a clause of its own: «و» with a verb, a contrast, a verb after a comma.

    Source: coordination and subordination of written Arabic (Ryding 2005, ch. 18-19).
    """
    return at in (scene.clause_openings or _find_openings(scene))[0]


def clauses_in(scene: Scene, start: int, end: int) -> list[int]:
    """Give the tokens in ``[start, end)`` that begin a clause of their own, in order."""
    openings = (scene.clause_openings or _find_openings(scene))[1]
    return openings[bisect_left(openings, start) : bisect_left(openings, end)]


def _find_openings(scene: Scene) -> tuple[frozenset[int], list[int]]:
    """Find all at once, among the tokens that can begin a clause: every claim asks about the same few dozen."""
    placing = scene.annotation.placing
    may = {*placing.tokens_of(_CONTRASTING), *scene.annotation.tokens_that("joined_verb")}
    may.update(at + 1 for at in placing.tokens_of(_COMMAS) if at + 1 < len(scene.forms))
    found = sorted(at for at in may if _opens_clause(scene, at))
    scene.clause_openings = frozenset(found), found
    return scene.clause_openings


def _opens_clause(scene: Scene, at: int) -> bool:
    form = scene.forms[at]
    if form in _CONTRAST or (form in _CONTRAST_PAIRS and _second(scene, at) in _CONTRAST_PAIRS[form]):
        return True
    if form == "وبين" and at and scene.forms[at - 1] in _BETWEEN_THEM:
        return False
    if (
        scene.readings[at].joined_verb
        and len(form) > _SHORT
        and at not in scene.mention_over
        and at not in scene.counted
    ):
        return not scene.phrase("including", at)
    return at > 0 and scene.forms[at - 1] in "،," and _after_comma(scene, at) and not scene.phrase("including", at)


def subordinates_in(scene: Scene, start: int, end: int) -> list[int]:
    """Give the tokens in ``[start, end)`` at which a clause of time or cause begins («بعد أن», «في أعقاب»), in order."""
    first_words = scene.words_in(_SUBORDINATE_FIRST, start, end)
    return [at for at in first_words if _second(scene, at) in _SUBORDINATE[scene.forms[at]]]


def _second(scene: Scene, at: int) -> str:
    return scene.forms[at + 1] if at + 1 < len(scene.forms) else ""


def _follows_subject(scene: Scene, at: int) -> bool:
    """«22 مسلحا، بينهم قادة، قتلوا»: a plural verb without «و» takes up the subject before the aside."""
    form = scene.forms[at]
    return form.endswith(("وا", "تا", "ون")) and not any(r.conjunction for r in scene.readings[at])


def _after_comma(scene: Scene, at: int) -> bool:
    form = scene.forms[at]
    if form in RELATIVES or form in ("مما", "ما", "وذلك", "وهو", "وهي", "وهم"):
        return True
    if scene.is_finite(at) and _follows_subject(scene, at):
        return False
    if scene.is_finite(at) or scene.speech_like(at) or scene.phrase("contrast", at):
        return True
    if form[-1] == "ا" and at in scene.mention_from:
        return False  # «هاجموا في القرية، رتلا عسكريا يضم …»: an object in the accusative opens nothing
    if form in ("لم", "ولم", "لن", "ولن", "ليس", "وليس", "ليست"):
        return True
    for k in range(at, min(at + _LOOKAHEAD, len(scene.forms))):
        if scene.forms[k] in "،,.؛" or scene.forms[k] in RELATIVES:
            return False
        if scene.is_finite(k):
            return form[0] == "و" or (scene.phrase("including", at) == 0 and k - at <= 2)
    return False
