"""Words of happening inside the name of somebody: they only say who it is («مسؤول العمليات»), unless they tell by themselves."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.model.word import Reading
from riwaya.stages.claim.found import FINDS
from riwaya.stages.claim.harms import is_tolled
from riwaya.stages.claim.inquiries import is_opened
from riwaya.stages.claim.measures import find_amount, has_amounted
from riwaya.stages.claim.scene import Scene

_TOLLED_REACH, _FOUND_REACH = 2, 7
_TRYING = frozenset(f"ar.verbs.{verb}" for verb in ("حاول", "بدأ", "واصل", "استأنف", "عاود", "باشر", "استطاع", "أنهى"))
_TRYING_PEOPLE = frozenset({"fighter", "civilian", "victim", "army", "police"})


def is_in_phrase(scene: Scene, at: int, reading: Reading) -> bool:
    """Say whether the word only describes somebody («مسؤول العمليات», «جهود مكافحة»)."""
    mention = scene.mention_over.get(at)
    if mention is not None and reading.lexeme.type == "PROTEST" and scene.forms[at - 1].endswith("تنظيم"):
        return False  # «قاموا بتنظيم مظاهرة»: no organisation
    if mention is not None and scene.forms[mention.first].endswith(("ان", "ون")) and _is_two_deeds(scene, at, reading):
        return False
    if mention is not None and mention.head == at and _is_counted_toll(scene, at, reading):
        return False
    if mention is not None and (_is_found(scene, mention, at, reading) or _is_toll(scene, mention, reading)):
        return False
    if mention is not None and reading.sense.shape == "masdar" and _is_set_about(scene, mention, at):
        return False
    if mention is not None and mention.head == at and reading.lexeme.subtype == "investigate":
        return scene.forms[at + 1 : at + 2] != ("في",) and not is_opened(scene, at)
    if mention is not None and mention.head == at and reading.sense.shape == "passive" and not reading.definite:
        return False  # «وجود محتجزين»
    if mention is None or reading.is_verb:
        return (
            mention is not None and mention.first < at and ("name" in mention.tags or _is_in_known(scene, mention, at))
        )
    return mention.first < at or mention.head == at


def _is_two_deeds(scene: Scene, at: int, reading: Reading) -> bool:
    """«نفذ انتحاريان تفجيرين»: behind doers in the nominative a noun in the accusative is what they do."""
    return reading.sense.number == "du" and scene.forms[at].endswith("ين") and not reading.definite


def _is_set_about(scene: Scene, mention: Mention, at: int) -> bool:
    """«حاول مهاجم اقتحام السفارة»: behind a verb of trying and whoever tries, what is tried is no part of a name."""
    if at != mention.first + 1 or mention.preposition or not mention.tags & _TRYING_PEOPLE or not mention.first:
        return False
    return any(r.lexeme.id in _TRYING and r.is_finite for r in scene.readings[mention.first - 1][:1])


def _is_in_known(scene: Scene, mention: Mention, at: int) -> bool:
    """«جهاز دعم الاستقرار»: a word in the midst of a name that the registry knows is none of its own; what stands in marks may be said."""
    if mention.actor.id is None or at >= mention.last:
        return False
    return all(scene.tokens[k].is_word for k in range(mention.first, at))


def _is_counted_toll(scene: Scene, at: int, reading: Reading) -> bool:
    """«بلغ عدد النازحين 50 ألفا», «عدد اللاجئين ارتفع إلى …»: who they are of whom a toll says how many is told."""
    if not is_tolled(scene, at, reading):
        return False
    return find_amount(scene, at) is not None or has_amounted(scene, at - 1, at)


def _is_toll(scene: Scene, mention: Mention, reading: Reading) -> bool:
    """«ارتفعت حصيلة القتلى إلى 50», «بلغت حصيلة القتلى 50», «قدر حصيلة القتلى بنحو 50»: a toll says of what it is."""
    if mention.why != "ar.people.حصيلة" or "harm" not in reading.lexeme.tags:
        return False
    behind = mention.last + 1
    if any(
        first - behind <= _TOLLED_REACH for first, _, _ in scene.quantity_ranges.near(behind, behind + _TOLLED_REACH)
    ):
        return True
    return find_amount(scene, mention.last) is not None or has_amounted(scene, mention.first, mention.last)


def _is_found(scene: Scene, mention: Mention, at: int, reading: Reading) -> bool:
    """«عثر على ستة أشخاص مقتولين»: what they are found to be is told, though it stands with them."""
    if reading.sense.shape != "passive" or reading.lexeme.measure != "killed" or reading.definite:
        return False
    before = range(max(0, mention.first - _FOUND_REACH), mention.first)
    return any(r.lexeme.id in FINDS for k in before for r in scene.readings[k])
