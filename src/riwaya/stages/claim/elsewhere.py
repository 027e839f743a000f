"""Violence of other worlds: games, weather, markets and shows have their attacks, battles and losses, and no conflict."""

from __future__ import annotations

from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import ARMED_KINDS, VIOLENT, clause_around

_HARD = frozenset(
    "bombard ambush shoot assassinate execute massacre abduct hostage torture arrest sexual sentence capture".split()
)
"""Kinds of deed that no sportsman, storm or market does."""
_FIGHTERS = frozenset({"fighter", "army", "police", "force"})
_OF_TRADE = VIOLENT | {"RETREAT"}
_NEAR, _MANY = 4, 5
_WORLDS = ("games", "weather", "markets", "shows")


def is_elsewhere(scene: Scene, happening: Happening) -> bool:
    """Say whether a happening is one of a game, the weather, a market or a show («سيطر المنتخب على الشوط», «اجتاحت السيول القرى»).

    Where anybody armed is told of in the sentence, or a shot or a bomb, it is none of these.

    Source: annotation guideline, «A claim is ONE happening or statement of conflict».
    """
    head = happening.head
    sentence = scene.annotation.sentences[scene.sentence_of[head.index]]
    if scene.phrases_in("plots", *sentence):
        return True
    for world in _WORLDS:
        if scene.phrases_in(world, *sentence):
            break
    else:
        return False
    if any(t.lexeme.subtype in _HARD for t in happening.triggers) or _is_armed_around(scene, head.index):
        return False
    start, end = clause_around(scene, head.index)
    bomb, hurt = head.lexeme.subtype == "bombing", head.is_harm and head.lexeme.subtype != "losses"
    if scene.phrases_in("games", start, end) and not bomb:
        return True
    if head.act is not None or hurt:
        return False
    if scene.phrases_in("weather", start, end) and not any(
        t.lexeme.subtype == "clash" and not t.is_verb for t in happening.triggers
    ):
        return not bomb or bool(scene.phrases_in("weather", head.index, head.index + _NEAR))  # «انفجر بركان»
    if bomb or head.lexeme.type not in _OF_TRADE:
        return False
    first, stop = max(start, head.index - _NEAR), min(end, head.index + _NEAR)
    return bool(scene.phrases_in("markets", first, stop) or scene.phrases_in("shows", first, stop))


def is_of_games(scene: Scene) -> bool:
    """Say whether a document is about games, and nobody who fights is told of in it."""
    size = len(scene.tokens)
    if len(scene.phrases_in("games", 0, size)) < _MANY:
        return False
    return not any(_is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(0, size))


def _is_armed_around(scene: Scene, at: int) -> bool:
    """«احتلت القوات الملعب»: somebody armed, or what is fired, is told of in the sentence."""
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    if any(_is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(first, last)):
        return True
    return bool(scene.phrases_in("fire", first, last))


def _is_armed(tags: frozenset[str], kind: str) -> bool:
    """«جندي», «ميليشيا»; a «فريق» is none."""
    return bool(tags & _FIGHTERS) or kind in ARMED_KINDS
