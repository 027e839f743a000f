"""Sermons and essays: pages that speak of violence at length and tell of hardly any that took place."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene

_LEAST_WORDS, _LEAST_BARE = 150, 300
_PER_WORD = 38
"""Words of faith and thought stand at least once in so many words of a sermon; news of war has ten times fewer."""
_BARE_PLACES, _BARE_COUNTS = 2, 4


def is_treatise(scene: Scene) -> bool:
    """Say whether a document is a sermon or an essay: full of words of faith and thought, or long and without any day or place.

    Source: annotation guideline, background and evaluations are no claims; measured on the annotated pages.
    """
    words = sum(token.is_word for token in scene.tokens)
    if words < _LEAST_WORDS:
        return False
    if len(scene.phrases_in("treatise_words", 0, len(scene.tokens))) * _PER_WORD >= words:
        return True
    told = scene.annotation
    return (
        words >= _LEAST_BARE
        and not told.times
        and len(told.places) <= _BARE_PLACES
        and len(told.quantities) <= _BARE_COUNTS
    )


def is_anchored(scene: Scene, start: int, end: int) -> bool:
    """Say whether the words in ``[start, end)`` name a day, a place or a number of people: a happening of the world, and no thought.

    «قتل أباه في الرياض», not «من أعظم الجرائم قتل المصلين».
    """
    for ranges in (scene.time_ranges, scene.place_ranges, scene.quantity_ranges):
        if any(start <= first < end for first, _, _ in ranges.near(start, end)):
            return True
    return False
