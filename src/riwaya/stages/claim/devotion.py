"""Scripture, sayings of the Prophet and prayers: words that tell of killing and dying, and of no conflict."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.attribution import Frame
from riwaya.stages.claim.scene import Scene

_CLOSED_BY = {'"': '"', "«": "»", "(": ")", "{": "}", "﴿": "﴾", "[": "]"}
_VERSE = frozenset({"﴿", "{"})
"""Marks that a paper sets about verses only."""
_ENDS = frozenset('.؛!؟"»)')
_COMMAS = frozenset("،,")
_OF_GOD = frozenset("حزب انصار جند عبد رسول كتاب بيت بيوت".split())
"""«دعا حزب الله»: whose name ends so."""
_QUOTE_REACH, _TELLER_REACH, _LONGEST, _CALL_REACH = 12, 4, 150, 6


def find_devotion(scene: Scene) -> frozenset[int]:
    """Give the tokens of verses, of what the Prophet said and of prayers; empty where a document has none.

    They are no claims: nobody puts a happening forward in them.

    Source: annotation guideline, «What counts as a claim».
    """
    size = len(scene.tokens)
    ranges = [*_verses(scene, size)]
    ranges += [row for at in scene.phrases_in("holy_words", 0, size) if (row := _saying(scene, at))]
    ranges += [(at, at + scene.phrase("holy_words", at)) for at in scene.phrases_in("holy_words", 0, size)]
    ranges += [(at, _prayer_end(scene, at)) for at in scene.phrases_in("prayers", 0, size)]
    ranges += [(f.cue, _prayer_end(scene, f.cue)) for f in scene.attributions.frames if _calls_upon_god(scene, f)]
    return frozenset(k for start, end in ranges for k in range(start, end))


def _verses(scene: Scene, size: int) -> Iterator[tuple[int, int]]:
    for at in scene.words_in(_VERSE, 0, size):
        yield at, _close(scene, at)


def _saying(scene: Scene, at: int) -> tuple[int, int] | None:
    """«قال تعالى: (…)», «يقول النبي: «…»»: the words in marks behind a word of telling; None without marks."""
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    behind = at + scene.phrase("holy_words", at)
    reach = min(behind + _QUOTE_REACH, len(scene.forms))
    opened = next(
        (k for k in range(behind, reach) if scene.forms[k] in _CLOSED_BY and not _is_blessing(scene, k)), None
    )
    colon = next((k for k in range(behind, min(reach, last)) if scene.forms[k] == ":"), None)
    begins = opened if opened is not None else colon
    if begins is None or not any(_tells(scene, k) for k in range(max(first, at - _TELLER_REACH), begins)):
        return None
    return begins, _close(scene, begins) if opened is not None else last


def _tells(scene: Scene, at: int) -> bool:
    return scene.readings[at].tells or scene.grammar["holy_sayings"].has(scene.forms[at])


def _is_blessing(scene: Scene, at: int) -> bool:
    """«(صلى الله عليه وسلم)»: marks about the blessing itself."""
    return scene.phrase("holy_words", at + 1) > 0 if at + 1 < len(scene.forms) else False


def _close(scene: Scene, at: int) -> int:
    """Where marks that open at ``at`` close; the sentence's end where they do not."""
    mark = _CLOSED_BY[scene.forms[at]]
    stop = min(at + _LONGEST, len(scene.forms))
    end = next((k + 1 for k in range(at + 1, stop) if scene.forms[k] == mark), None)
    return end if end is not None else scene.annotation.sentences[scene.sentence_of[at]][1]


def _prayer_end(scene: Scene, at: int) -> int:
    """A prayer goes on to a stop, a telling or a comma behind which nothing is joined."""
    _, last = scene.annotation.sentences[scene.sentence_of[at]]
    for k in range(at + 1, last):
        if scene.forms[k] in _ENDS or (k in scene.telling and k > at + 2):
            return k
        if scene.forms[k] in _COMMAS and k + 1 < last and scene.forms[k + 1][0] != "و":
            return k
    return last


def _calls_upon_god(scene: Scene, frame: Frame) -> bool:
    """«داعيا الله أن يحفظ …», «دعت للشهداء بالرحمة»: who is called upon is no party."""
    if frame.act is None or frame.stance != "urge":
        return False
    _, last = scene.annotation.sentences[scene.sentence_of[frame.cue]]
    stop = min(frame.last + _CALL_REACH, last)
    asked = scene.phrases_in("mercies", frame.cue + 1, stop)
    return any(scene.forms[k - 1] not in _OF_GOD for k in asked)
