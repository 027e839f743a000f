"""What may stand between a word of harm and who suffers it: a day, a demonstrative, brackets, words that recall the happening."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene

_RECALLING = frozenset("اثره اثرها اثرهما اثرهم ذلك خلاله خلالها جرايه جرايها".split())
_RECALLED = frozenset("فيه فيها فيهما خلاله خلالها بسببه بسببها اثناءه اثناءها".split())
"""Words by which a clause takes up the happening told before it."""
_THIS = frozenset({"هذا", "هذه"})
_LEADING = frozenset({"علي", "في", "من"})
_ON = frozenset({"في", "يوم"})
_ASIDE_REACH = 7


def past_time(scene: Scene, at: int, end: int) -> int:
    """Give the token of who suffers a harm that ends before ``at``, a day and a demonstrative passed («قتل أمس القيادي …», «مقتل هذا القيادي …»)."""
    at = past_recalled(scene, at - 1, end) + 1
    at += at < end and scene.forms[at] in _ON and _opens_time(scene, at + 1)  # «قتل في 22 شباط العقيد …»
    while at < end and (
        (at in scene.set_in and at not in scene.mention_over and at not in scene.counted) or scene.forms[at] in _THIS
    ):
        at += 1
    return at


def _opens_time(scene: Scene, at: int) -> bool:
    return any(first == at for first, _, _ in scene.time_ranges.near(at, at))


def past_recalled(scene: Scene, at: int, end: int) -> int:
    """Give the last token of what recalls the happening told before («قتل على إثرها العقيد …», «قتل فيه ضابط»); ``at`` for nothing."""
    behind = scene.forms[at + 1] if at + 1 < end else ""
    if behind in _RECALLED:
        return at + 1
    if behind not in _LEADING or at + 2 >= end:
        return at
    if scene.forms[at + 2] in _RECALLING:
        return at + 2
    # «قتل في هذا الحادث العقيد …»
    return at + 3 if scene.forms[at + 2] in _THIS and at + 4 in scene.mention_from else at


def before_aside(scene: Scene, at: int, start: int) -> int:
    """Give where the brackets open that close right before ``at`` («الطبيب سالم المرعي (40 عاما) قتل»); ``at`` for none."""
    if not at or scene.forms[at - 1] != ")":
        return at
    opened = (k for k in range(at - 2, max(start, at - _ASIDE_REACH), -1) if scene.forms[k] == "(")
    return next(opened, at)
