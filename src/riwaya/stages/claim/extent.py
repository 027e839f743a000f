"""The words of a claim: its clause without the telling."""

from __future__ import annotations

from riwaya.stages.claim.happenings import Happening
from riwaya.stages.claim.scene import Scene

_CONNECTORS = frozenset(
    "وقد فقد قد لكن ولكن كما بينما فيما حين حيث اذ وذلك ذلك بان ان انه انها وان فان ثم ايضا وايضا غير الا".split()
)
_TRAILERS = frozenset("و ف وفق وفقا بحسب حسب كما حسبما لكن فيما بينما حيث وقد قد في من علي الي عن مع".split())


def find_extents(scene: Scene, happenings: list[Happening]) -> list[tuple[int, int]]:
    """Give the token range of each happening's clause, half-open, in the order of the happenings.

    A clause runs from the last boundary before its first trigger (telling, comma before a new verb, another
    happening's end) to the next; a relative or result clause that belongs to it is kept.

    Source: annotation guideline, field ``quote``.
    """
    found: list[tuple[int, int]] = []
    floor = 0
    for number, happening in enumerate(happenings):
        following = happenings[number + 1] if number + 1 < len(happenings) else None
        start = _start(scene, happening, floor)
        end = _end(scene, happening, following)
        start, end = _trim(scene, start, end, happening)
        found.append((start, end))
        floor = happening.last
    return found


def _limits(scene: Scene, happening: Happening) -> tuple[int, int]:
    first, last = scene.annotation.sentences[scene.sentence_of[happening.first]]
    around = scene.frames_around[happening.first]
    if around:
        first = max(first, max(f.start for f in around))
        inner = around[-1]
        last = min(max(last, inner.end) if inner.end > last else last, min(f.end for f in around))
    return first, last


def _start(scene: Scene, happening: Happening, floor: int) -> int:
    first, _ = _limits(scene, happening)
    if happening.triggers[0].act:
        return _act_start(scene, happening, first)
    at = happening.first
    floor = max(first, floor)
    commas = 0
    while at > floor:
        prior = at - 1
        if prior in scene.telling or scene.is_that(prior) or scene.forms[prior] in ":؛.":
            break
        if scene.forms[prior] in "،,":
            if _is_aside(scene, prior, floor) and commas < 2:
                commas += 1
            else:
                break
        if at < happening.first and _opens_clause(scene, at):
            break
        at = prior
    return at


def _act_start(scene: Scene, happening: Happening, first: int) -> int:
    frame = happening.triggers[0].act
    if frame is None:
        return first
    return min(frame.first, happening.first) if happening.first - frame.first < 12 else happening.first


def _is_aside(scene: Scene, comma: int, floor: int) -> bool:
    """Say whether a comma only sets off a time, a place or an apposition, not a clause."""
    k = comma - 1
    steps = 0
    while k >= floor and steps < 10:
        if scene.forms[k] in "،,":
            break
        if scene.is_finite(k):
            return False
        k -= 1
        steps += 1
    return steps < 10


def _opens_clause(scene: Scene, at: int) -> bool:
    form = scene.forms[at]
    return form[0] in "وف" and scene.is_finite(at) and len(form) > 3


def _end(scene: Scene, happening: Happening, following: Happening | None) -> int:
    _, last = _limits(scene, happening)
    if following is not None and following.first < last and scene.sentence_of[following.first] == scene.sentence_of[happening.first]:
        stop = following.triggers[0].act.first if following.triggers[0].act else following.first
        last = min(last, max(_back_to_boundary(scene, happening.last, max(stop, happening.last)), happening.last))
    at = happening.last
    while at < last:
        if at in scene.telling and not any(f.start <= at < f.end for f in scene.frames_around[happening.first]):
            break
        if at in scene.telling and at > happening.last and scene.frames_around[at] != scene.frames_around[happening.first]:
            break
        if scene.forms[at] in ".؟!؛":
            break
        if scene.forms[at] in "،," and _ends_clause(scene, at, last):
            break
        at += 1
    return at


def _back_to_boundary(scene: Scene, low: int, high: int) -> int:
    """The comma or clause opening between two happenings, nearest to the second."""
    for k in range(high - 1, low, -1):
        if scene.forms[k] in "،,":
            return k
        if _opens_clause(scene, k):
            return k
    return high


def _ends_clause(scene: Scene, comma: int, last: int) -> bool:
    """Say whether the comma at ``comma`` ends the clause: what follows opens a new one."""
    k = comma + 1
    if k >= last:
        return True
    form = scene.forms[k]
    if scene.phrase("results", k) or scene.phrase("including", k):
        return False
    if form in ("مما", "ما") or form.startswith(("وال",)) and not scene.is_finite(k):
        return form.startswith("وال") and any(scene.is_finite(j) for j in range(k + 1, min(k + 4, last)))
    if scene.phrase("contrast", k) or scene.is_finite(k) or scene.speech_like(k):
        return True
    return any(scene.is_finite(j) for j in range(k, min(k + 6, last)))


def _trim(scene: Scene, start: int, end: int, happening: Happening) -> tuple[int, int]:
    while start < happening.first and (not scene.tokens[start].is_word and scene.forms[start] not in "«\"(" and
                                       not scene.tokens[start].is_number or scene.forms[start] in _CONNECTORS):  # fmt: skip
        start += 1
    while end > happening.last and (scene.forms[end - 1] in _TRAILERS or scene.forms[end - 1] in "،,:؛.-«\"("):
        end -= 1
    return start, max(end, start + 1)
