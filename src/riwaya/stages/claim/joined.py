"""Who is joined to somebody: by «و», «إضافة إلى», «إلى جانب», with a short aside between them or none."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import Scene

_DESCRIPTION = 4
"""Words that describe somebody between them and who is joined."""
_ASIDE, _PLACE = 6, 6


def find_joined(scene: Scene, mention: Mention, end: int, *, doers: bool = False) -> Mention | None:
    """Give who is joined to a mention: by «و», «إضافة إلى», «إلى جانب», «مدعومة بـ», to doers also by «بمساندة»; None where nobody is."""
    at = mention.last + 1
    if at < end and at not in scene.mention_from and scene.forms[at] in '،»"':
        at += 1
    at = _behind_aside(scene, at, end)
    following = scene.mention_from.get(at)
    if following is not None and following.preposition == "ل" and _is_of(scene, mention):
        following = scene.mention_from.get(following.last + 1)  # «القوات الموالية للحكومة والمقاتلين»
        return following if following is not None and following.conjunction == "و" else None
    if following is None and scene.forms[at : at + 1] == ("و",):  # «و"كتائب النصر"»
        following = _quoted_name(scene, at + 1)
        if following is not None:
            return following
    if following is not None:
        return following if following.conjunction == "و" else None
    if "thing" in mention.tags and (elsewhere := _behind_place(scene, at, end)) is not None:
        return elsewhere
    if (beyond := _joined_beyond(scene, mention, end)) is not None:
        return beyond
    size = _size_beside(scene, at, doers=doers) if at < end else 0
    beside = scene.mention_from.get(at + size) if size else None
    return beside if beside is not None and at + size < end else None


def _behind_aside(scene: Scene, at: int, end: int) -> int:
    """«فلان (31 عاما) وفلان»: behind a short aside in brackets; ``at`` itself where none opens."""
    if scene.forms[at : at + 1] != ("(",):
        return at
    return next((k + 1 for k in range(at + 1, min(end, at + _ASIDE)) if scene.forms[k] == ")"), at)


def _is_of(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention ends with a word that tells whose or against whom they are («الموالية», «المناهضة»)."""
    form = scene.forms[mention.last]
    known = scene.grammar["opposed"].has(form) or scene.grammar["affiliated"].has(form)
    return known or (form.startswith("الم") and mention.last > mention.first)  # «القوات المؤيدة لـ…»


def _size_beside(scene: Scene, at: int, *, doers: bool) -> int:
    return scene.phrase("beside", at) or (scene.phrase("helped_by", at) if doers else 0)


def _quoted_name(scene: Scene, at: int) -> Mention | None:
    """Give the mention that an opening mark before it holds; None where none does."""
    return scene.mention_from.get(at + 1) if scene.forms[at : at + 1] in (('"',), ("«",)) else None


def _behind_place(scene: Scene, at: int, end: int) -> Mention | None:
    """«أماكن في بلدة كذا وأماكن أخرى …», «السوق الكبيرة في كذا ومدرسة»: a thing joined behind where the first one stands."""
    k = at + 1 if scene.forms[at : at + 1] and scene.forms[at].startswith("ال") else at
    if scene.forms[k : k + 1] != ("في",):
        return None
    k += 1
    stop = min(end, k + _PLACE)
    while k < stop and scene.tokens[k].is_word and not scene.is_finite(k):
        mention = scene.mention_from.get(k)
        if mention is not None and mention.conjunction:
            return mention if "thing" in mention.tags and not mention.definite else None
        k = mention.last + 1 if mention is not None else k + 1
    return None


def _joined_beyond(scene: Scene, mention: Mention, end: int) -> Mention | None:
    """«موظفا بشركة الكهرباء وشقيقه»: people joined to people whose description stands between."""
    if "victim" not in mention.tags:
        return None
    for k in range(mention.last + 1, min(end, mention.last + 1 + _DESCRIPTION)):
        following = scene.mention_from.get(k)
        if following is not None:
            return following if following.conjunction == "و" and "victim" in following.tags else None
        if not scene.tokens[k].is_word or scene.is_finite(k) or scene.readings[k].happens:
            return None
    return None


def first_of_run(scene: Scene, mention: Mention) -> Mention:
    """Give the first of those joined by «و» up to this one («المقاومة والجيش»)."""
    while mention.conjunction == "و" and mention.first:
        before = scene.mention_over.get(mention.first - 1)
        if before is None or before.preposition:
            break
        mention = before
    return mention
