"""Pages that argue rather than report: of what they say, only what is told of a day, a place, a number or somebody named is a claim."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model.claim import Claim
from riwaya.model.span import Span
from riwaya.stages.claim.scene import Scene

_LEAST_WORDS = 150
"""Shorter articles say too little of how they are written."""
_LEAST_FACTS = 5.0
"""Times, counts, places and known actors in a hundred words: columns and sermons hold 0.7 to 4.9, reports 5.2 to 22."""


def without_rhetoric(scene: Scene, claims: Iterable[Claim]) -> list[Claim]:
    """Give the claims that are left of an article: all of a report's, in order, and of an essay's those that are about something definite.

    Source: annotation guideline, «a countable claim»; the measure of decision 0206.
    """
    told = list(claims)
    return [claim for claim in told if is_definite(scene, claim)] if is_essay(scene) else told


def is_essay(scene: Scene) -> bool:
    """Say whether an article holds so few times, counts, places and known actors that it argues («كيف نواجه الفكر الضال؟»)."""
    size = len(scene.tokens)
    if size < _LEAST_WORDS:
        return False
    told = scene.annotation
    known = sum(1 for mention in scene.mention_from.values() if mention.actor.id)
    facts = len(told.times) + len(told.quantities) + len(told.places) + known
    return facts * 100 < _LEAST_FACTS * size


def is_definite(scene: Scene, claim: Claim) -> bool:
    """Say whether a claim's own words tell when, where or how many, or of a known actor who is not only its speaker."""
    own = (part.span for part in (claim.time, claim.place) if part is not None)
    if any(claim.span.overlaps(span) for span in own) or any(_is_counted(scene, f.span) for f in claim.figures):
        return True
    speakers = {link.source for link in claim.chain}
    people = (p for p in (*claim.agents, *claim.targets) if claim.span.overlaps(p.span))
    return any(p.actor.id and p.actor not in speakers for p in people)


def _is_counted(scene: Scene, figure: Span) -> bool:
    """«12 مصليا»: a number, where «يقتل جاره» only names one."""
    return any(k in scene.counted for k in range(*scene.token_range(figure)))
