"""A body and its voice are one link: «قال المتحدث باسم الجيش إن الجيش يندد بـ…»."""

from __future__ import annotations

from riwaya.model.attribution import Frame
from riwaya.model.record import replace
from riwaya.stages.attribute.reader import Reader

_VOICES = frozenset({"spokesman", "official", "leader"})
_BODIES = frozenset({"body", "force", "group", "army", "police", "name"})


def join_voices(reader: Reader, frames: list[Frame]) -> list[Frame]:
    """Leave a body out of its own words where whoever speaks for it tells them; other frames as they are.

    Source: annotation guideline, chain: a body and its voice are one link.
    """
    return [_told_by_voice(reader, frames, inner) if len(inner.links) == 1 else inner for inner in frames]


def _told_by_voice(reader: Reader, frames: list[Frame], inner: Frame) -> Frame:
    voice = next((outer for outer in frames if _speaks(reader, outer, inner)), None)
    return inner if voice is None else replace(inner, links=voice.links)


def _speaks(reader: Reader, outer: Frame, inner: Frame) -> bool:
    """Say whether the teller of ``outer``, who holds an office of the body that tells inside, is told of with the words of that body."""
    if outer is inner or "according" in outer.rule or not outer.start <= inner.first < outer.end:
        return False
    body = reader.mention_at.get(inner.links[0].span.start)
    if body is None or body.tags.isdisjoint(_BODIES) or not body.tags.isdisjoint(_VOICES | {"person", "media"}):
        return False
    words, clause = reader.forms[body.first : body.last + 1], reader.forms[outer.first : outer.start]
    if not any(words == clause[k : k + len(words)] for k in range(len(clause) - len(words) + 1)):
        return False
    return any(
        (m := reader.mention_from.get(k)) is not None and not m.tags.isdisjoint(_VOICES)
        for k in range(outer.first, outer.start)
    )
