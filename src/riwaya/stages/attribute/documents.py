"""Statements and reports: who is behind the paper that speaks."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.stages.attribute.reader import Reader, may_carry
from riwaya.stages.attribute.sources import Source, find_source_after

_AUTHOR_REACH = 7
_ISSUED_REACH = 4
_ISSUED = frozenset(
    "اصدرته اصدرها اصدره اعدته اعده وضعته وقعته وقعه تلاه القاه القته نشره نشرها نشرته نشرتها بثه بثها بثته بثتها".split()
)
_PUBLISHED = ("نشر", "بث")
_BY = ("عن", "من")
ISSUED_BY = frozenset("صادر الصادر صدر صادره الصادره صدرت".split())


def behind_document(reader: Reader, source: Source, end: int) -> Source:
    """Give the author of a statement as the source, the statement as its channel; other sources as they are.

    Source: annotation guideline, chain: a statement is a channel, its author tells.
    """
    mention = source.mention
    author = find_author(reader, mention, end, source.last) if mention is not None else None
    if mention is not None and author is None:
        issuer = _find_issuer(reader, mention, end)
        if issuer is not None:
            channel = reader.grammar.channel_at(reader.forms, mention.head) or "statement"
            return replace(issuer, first=source.first, channel=channel)
    if mention is None or author is None:
        return source
    return Source(
        actor=author.actor, span=author.span, first=source.first, last=max(author.last, source.last), mention=author,
        channel=reader.grammar.channel_at(reader.forms, mention.head) or "statement",
    )  # fmt: skip


def find_author(reader: Reader, document: Mention, end: int, last: int | None = None) -> Mention | None:
    """Give whom a document is by: «بيان للجيش», «بيان الجيش», «بيان صادر عن الجيش», «تقرير أصدرته المنظمة»; else None."""
    if "document" not in document.tags:
        return None
    reach = (document.last if last is None else last) + _AUTHOR_REACH
    for k in range(document.first + 1, min(reach, end)):
        author = reader.mention_from.get(k)
        if author is not None and _is_author(reader, author, document):
            return author
        if reader.is_that(k) or reader.forms[k] == ":":
            return None  # «وأضاف البيان أن خلية تابعة لـ…»: whom it speaks of
    return None


def _find_issuer(reader: Reader, document: Mention, end: int) -> Source | None:
    """«بيان صادر عن ديوان …»: who issued it, also where nothing is known of the name."""
    if "document" not in document.tags:
        return None
    for k in range(document.head + 1, min(document.last + _ISSUED_REACH, end - 1)):
        if reader.forms[k] in ISSUED_BY and reader.forms[k + 1] in _BY:
            return find_source_after(reader, k + 1, end)
    return None


def _is_author(reader: Reader, author: Mention, document: Mention) -> bool:
    k, forms = author.first, reader.forms
    if forms[k - 1] in _BY and forms[k - 2] in ISSUED_BY:
        return True
    if forms[k - 1] in _ISSUED:
        passed_on = forms[k - 1].startswith(_PUBLISHED) and may_carry(author)  # «البيان الذي نشرته وكالة»: not by it
        return not author.preposition and not passed_on
    if author.preposition:
        return author.preposition == "ل" and "media" not in author.tags
    return k == document.last + 1 and not forms[document.head].lstrip("و").startswith("ال")
