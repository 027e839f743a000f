"""Who is called again: «وأضاف الحلو» behind «قال سامر الحلو», «وأضاف المسؤول المحلي» behind what a governor said."""

from __future__ import annotations

from riwaya.model.attribution import Attribution
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.attribute.agreement import names_again
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.attribute.sources import Source

_OF_ANYBODY = frozenset(
    "المسوول المسيول المسووله القيادي الدبلوماسي الضابط السياسي النايب الوزير الطبيب الخبير المحلل الناشط البرلماني الزعيم القايد".split()
)
"""Nouns by which whoever spoke last may be called again, with what describes them."""
_OFFICES = frozenset({"official", "leader", "spokesman", "title", "member"})
_OPENS, _SHUTS = frozenset("،,(-"), frozenset("،,).-")
_NO_PERSON = frozenset("body force group army police country capital media document source".split())
_MANY = frozenset("body force group country capital media document".split())
_CALLED = frozenset("يدعي ويدعي تدعي وتدعي اسمه واسمه اسمها واسمها المدعو المدعوه".split())
_CALLED_REACH = 7
"""From a speaker over where they are from to «ويدعى»."""


def is_again(reader: Reader, source: Source, told: Attribution) -> bool:
    """Say whether a source is who spoke before: by the last name, the noun with its article, or an office that fits anybody.

    «وأضاف الحلو» behind «قال سامر الحلو», «وأضاف الطبيب» behind «قال طبيب», «وأضاف قرناوي» behind «قال شاهد ويدعى سامر قرناوي».
    """
    mention, spoke = source.mention, reader.mention_at.get(told.span.start)
    if _is_called_so(reader, source, spoke) or source.span.of(reader.annotation.document.text) in _called_behind(
        reader, spoke
    ):
        return True
    if mention is not None and spoke is not None and mention.definite and mention.last == mention.first:
        return mention.why == spoke.why and not mention.why.startswith("world.")
    return is_named_again(reader, source, told)


def is_named_again(reader: Reader, source: Source, told: Attribution) -> bool:
    """Say whether a source is who spoke before, called by a part of the name: «أكد الحلو» behind «قال العمدة، سامر الحلو، إن»."""
    text, mention = reader.annotation.document.text, source.mention
    if mention is not None and not mention.tags.isdisjoint(_MANY):
        return False
    bare = source.first == source.last and mention is not None and mention.first == source.first
    if bare and mention is not None and mention.tags.isdisjoint({"name", "named"}):
        spoke = reader.mention_at.get(told.span.start)  # «وأكد الأمير» behind «قال الأمير سامر»
        return spoke is not None and spoke.number == "sg" and mention.definite and mention.why == spoke.why
    full, short = told.span.of(text), source.span.of(text)
    if short in _called_behind(reader, reader.mention_at.get(told.span.start)):
        return True
    return short == full or names_again(full, short)


def _called_behind(reader: Reader, spoke: Mention | None) -> list[str]:
    """«شاهد ويدعى سامر الحلو», «قائد المتمردين، سامر الحلو،»: the words of the name by which a speaker was called right behind."""
    if spoke is None:
        return []
    if called := _set_apart(reader, spoke):
        return called
    for k in range(spoke.last + 1, min(spoke.last + _CALLED_REACH, len(reader.forms))):
        if reader.forms[k] in _CALLED:
            name = reader.mention_from.get(k + 1)
            return name.span.of(reader.annotation.document.text).split() if name is not None else []
    return []


def _set_apart(reader: Reader, spoke: Mention) -> list[str]:
    """«القيادي في الحركة، سامر الحلو،», «الناطق (سامر الحلو)»: the words of the name between marks behind an office."""
    if "name" in spoke.tags or spoke.tags.isdisjoint(_OFFICES):
        return []
    stop = min(spoke.last + _CALLED_REACH, len(reader.forms) - 1)
    opens = next((k for k in range(spoke.last + 1, stop) if reader.forms[k] in _OPENS), stop)
    name = reader.mention_from.get(opens + 1) if opens < stop else None
    if name is None or "person" not in name.tags or name.preposition:
        return []
    closes = name.last + 1
    if closes < len(reader.forms) and reader.mention_from.get(closes) is not None:
        closes = reader.mention_from[closes].last + 1  # «عبد الله الحوثي»: a last name that a movement has too
    if closes >= len(reader.forms) or reader.forms[closes] not in _SHUTS:
        return []
    span = Span(name.span.start, reader.tokens[closes - 1].end)
    return span.of(reader.annotation.document.text).split()


def _is_called_so(reader: Reader, source: Source, spoke: Mention | None) -> bool:
    """«وأضاف المسؤول الأوكراني» behind what a governor said: a noun of office with what describes it, of one person."""
    if reader.forms[source.first] not in _OF_ANYBODY or source.last != source.first + 1:
        return False
    described = reader.forms[source.last]
    if not described.startswith("ال") or not described.endswith(("ي", "يه")):
        return False
    return spoke is None or (spoke.number == "sg" and spoke.tags.isdisjoint(_NO_PERSON))
