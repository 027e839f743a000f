"""Whose a deed is by its own words: who claims it, and the nation in its adjective."""

from __future__ import annotations

from riwaya.lang.registry import load_registry
from riwaya.lang.world import country_body
from riwaya.model.actor import Participant
from riwaya.model.attribution import Chain
from riwaya.model.mention import Mention
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.trigger import Trigger

_ADJECTIVE_REACH = 3


def find_claimant(scene: Scene, happening: Happening, chain: Chain, *, told: bool) -> Mention | Participant | None:
    """Give who claims responsibility: whom the noun names, else who speaks; None where nobody claims.

    Args:
        scene: The document.
        happening: The happening.
        chain: Who tells it.
        told: Whether other words tell the doer already; then only «مسؤوليتها» outdoes them.
    """
    claims = [t for t in happening.triggers if "responsibility" in t.tags]
    named = next((m for t in claims if (m := scene.mention_from.get(t.index + 1)) is not None), None)
    if named is not None and not named.preposition:
        return named
    owned = any(t.reading.pronoun for t in claims)
    stances = [f.stance for f in scene.frames_around[happening.head.index]]
    if chain and (owned or (not told and (claims or "claim-responsibility" in stances))):
        return Participant(actor=chain[-1].source, span=chain[-1].span)
    return None


def find_nation(scene: Scene, trigger: Trigger, end: int) -> Participant | None:
    """Give the government of the nationality in a happening's adjective («غارة إسرائيلية»); None where it tells who suffers."""
    if trigger.lexeme.measure is not None and trigger.lexeme.object == "target":
        return None
    first = trigger.index + trigger.size
    for k in range(first, min(first + _ADJECTIVE_REACH, end)):
        if scene.forms[k] in PREPOSITIONS:  # «انفجار في العاصمة العراقية»
            return None
        told = load_registry().demonym(scene.forms[k]) if k not in scene.mention_over else None
        if told and told.country:
            return Participant(actor=country_body(told.country, "government"), span=scene.tokens[k].span)
    return None


def find_believed_nation(scene: Scene, weapon: Mention, end: int) -> Participant | None:
    """Give the government whose weapon the subject is believed to be («طائرات، يعتقد أنها روسية، شنت»); None where none is told."""
    if "thing" not in weapon.tags:
        return None
    for k in scene.phrases_in("believed", weapon.last + 1, end):
        behind = k + scene.phrase("believed", k)
        told = load_registry().demonym(scene.forms[behind]) if behind < end else None
        if told is not None and told.country is not None:
            return Participant(actor=country_body(told.country, "government"), span=scene.tokens[behind].span)
    return None


def find_weapon_nation(scene: Scene, verb: int) -> Participant | None:
    """Give the government whose weapon is the subject right before a verb («صاروخا إسرائيليا أصاب …»); None for other subjects."""
    k = verb - 1
    while k > 0 and scene.forms[k] in ("قد", "كان", "كانت"):
        k -= 1
    if k < 1 or not scene.grammar["fire"].has(scene.forms[k - 1]):
        return None
    told = load_registry().demonym(scene.forms[k])
    if told is None or told.country is None:
        return None
    return Participant(actor=country_body(told.country, "government"), span=scene.tokens[k].span)
