"""Reports of nobody in particular: «وسط تقارير عن هجوم», «بعد تقارير عن قيام … بقصف …»."""

from __future__ import annotations

from riwaya.model.attribution import Attribution, Frame
from riwaya.stages.attribute.contents import find_news
from riwaya.stages.attribute.reader import PREPOSITIONS, Reader

_REPORTS = frozenset({"تقارير", "التقارير"})
_ABOUT_REACH = 3
_LED = PREPOSITIONS | {"ظل"}


def find_reports(reader: Reader, start: int, end: int) -> list[Frame]:
    """Give what reports are of, where they only stand behind a preposition and no verb of telling makes them speak.

    Source: annotation guideline, chain: for the anonymous, a plain description.
    """
    found: list[Frame] = []
    for at in reader.words_in(_REPORTS, start + 1, end - 1):
        mention = reader.mention_from.get(at)
        if mention is None or reader.forms[at - 1] not in _LED:
            continue
        about = next((k for k in range(at + 1, min(at + _ABOUT_REACH, end - 1)) if reader.forms[k] == "عن"), 0)
        content = find_news(reader, about, end) if about else None
        if content is None:
            continue
        link = Attribution(source=mention.actor, span=mention.span, verb=None)
        found.append(Frame(
            start=content.start, end=content.end, links=(link,), cue=at, first=at, last=about, stance="neutral",
            rule="ar.grammar.reports:about",
        ))  # fmt: skip
    return found
