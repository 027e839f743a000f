"""When is something read the same thing as something annotated: claims, names, points."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

from riwaya.evals.answers import AnsweredClaim, AnsweredMention
from riwaya.evals.gold import GoldClaim, GoldMention
from riwaya.model.span import Span

MIN_IOU = 0.5
"""Spans of a claim that share this much are the same claim, whatever their triggers."""
_EARTH_DIAMETER_KM = 12742
_EMPTY_WORDS = frozenset({"the", "of", "and", "al"})


def align_claims(gold: Sequence[GoldClaim], read: Sequence[AnsweredClaim]) -> dict[str, int]:
    """Pair claims one to one, the surest pairs first.

    A pair needs triggers that overlap or spans with an intersection over union of at least `MIN_IOU`;
    overlapping triggers outweigh any span. Ties go to the smaller gold id, then to the earlier claim.

    Returns:
        Position in ``read`` by gold id; gold claims without a partner are left out.
    """
    candidates: list[tuple[float, str, int]] = []
    for claim in gold:
        for position, answer in enumerate(read):
            strength = _strength(claim, answer)
            if strength is not None:
                candidates.append((-strength, claim.id, position))
    pairs: dict[str, int] = {}
    used: set[int] = set()
    for _, claim_id, position in sorted(candidates):
        if claim_id not in pairs and position not in used:
            pairs[claim_id] = position
            used.add(position)
    return pairs


def _strength(claim: GoldClaim, answer: AnsweredClaim) -> float | None:
    if answer.span is None or claim.span is None:
        return None
    heads_meet = bool(answer.trigger and claim.head and answer.trigger.overlaps(claim.head))
    iou = answer.span.iou(claim.span)
    return 2 * heads_meet + iou if heads_meet or iou >= MIN_IOU else None


def is_same_mention(gold: GoldMention, read: AnsweredMention, text: str) -> bool:
    """Say whether a mention is right: it lies over the annotated one, has its words, or is the same actor."""
    if read.span is not None:
        if gold.span is not None and read.span.overlaps(gold.span):
            return True
        if read.span.of(text).strip() == gold.quote.strip():
            return True
    return read.known and plain_name(read.name) == plain_name(gold.actor)


def plain_name(name: str | None) -> str:
    """Give a name without case, accents, punctuation and empty words («al», «the», «of», «and»)."""
    letters = unicodedata.normalize("NFKD", name or "").casefold()
    spaced = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(word for word in spaced.split() if word not in _EMPTY_WORDS)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Give the great-circle distance of two (latitude, longitude) points in kilometres."""
    lat_a, lon_a, lat_b, lon_b = (math.radians(degrees) for degrees in (*a, *b))
    chord = math.sin((lat_b - lat_a) / 2) ** 2
    chord += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return _EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(chord)))


def starts_inside(inner: Span, outer: Span | None) -> bool:
    """Say whether ``inner`` begins within ``outer``."""
    return outer is not None and outer.start <= inner.start < outer.end
