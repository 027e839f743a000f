"""Clauses: where one begins inside a sentence."""

from __future__ import annotations

from riwaya.stages.claim.scene import RELATIVES, Scene

_CONTRAST = frozenset("لكن ولكن لكنه لكنها لكنهم فيما بينما كما حيث وكما اذ".split())
_CONTRAST_PAIRS = {
    "غير": {"ان", "انه", "انها"}, "الا": {"ان", "انه"}, "في": {"حين", "الوقت"}, "وسط": {"شكوك", "مخاوف"},
}  # fmt: skip
"""Two words that open a contrast, by the first."""
_SUBORDINATE = {"بعد": {"ان"}, "منذ": {"ان"}, "قبل": {"ان"}, "في": {"اعقاب"}, "علي": {"اثر"}}
"""Two words that open a clause of time or cause, by the first."""
_SHORT = 3
"""Letters of a word too short to have «و» written onto it."""
_LOOKAHEAD = 6


def opens_clause(scene: Scene, at: int) -> bool:
    """Say whether token ``at`` begins a clause of its own: «و» with a verb, a contrast, a verb after a comma.

    Source: coordination and subordination of written Arabic (Ryding 2005, ch. 18-19).
    """
    form = scene.forms[at]
    if form in _CONTRAST or (form in _CONTRAST_PAIRS and _second(scene, at) in _CONTRAST_PAIRS[form]):
        return True
    if scene.readings[at].joined_verb and len(form) > _SHORT and at not in scene.mention_over:
        return not scene.phrase("including", at)
    return at > 0 and scene.forms[at - 1] in "،," and _after_comma(scene, at) and not scene.phrase("including", at)


def opens_subordinate(scene: Scene, at: int) -> bool:
    """Say whether a clause of time or cause begins at ``at`` («بعد أن», «في أعقاب»)."""
    form = scene.forms[at]
    return form in _SUBORDINATE and _second(scene, at) in _SUBORDINATE[form]


def _second(scene: Scene, at: int) -> str:
    return scene.forms[at + 1] if at + 1 < len(scene.forms) else ""


def is_joined_verb(scene: Scene, at: int) -> bool:
    """Say whether ``at`` is a finite verb with «و» or «ف» written onto it."""
    return scene.readings[at].joined_verb and at not in scene.mention_over


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
    if form in ("لم", "ولم", "لن", "ولن", "ليس", "وليس", "ليست"):
        return True
    for k in range(at, min(at + _LOOKAHEAD, len(scene.forms))):
        if scene.forms[k] in "،,.؛" or scene.forms[k] in RELATIVES:
            return False
        if scene.is_finite(k):
            return form[0] == "و" or (scene.phrase("including", at) == 0 and k - at <= 2)
    return False
