"""Names of the registry among the words: full names, short ones that something introduces, bare nouns that stand for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.lang.registry import Hit
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.model.word import Token
from riwaya.stages.annotate.pointing import Pointer, is_bare, only_describes

_COMMAS = frozenset({("،",), (",",)})
_THAT = frozenset((word,) for word in "ان انه انها انهم بان بانه بانها".split())
_STATE_FORCES = frozenset({"armed-forces", "police", "security-forces", "intelligence"})
_TELLERS = ("مصدر", "مصادر", "مسوول", "مسيول", "شهود", "شاهد", "سكان", "متحدث", "ناطق")
"""Those who tell without a name: whom «ل» follows they told."""


def find_names(
    forms: Sequence[str],
    tokens: Sequence[Token],
    text: str,
    hits: Mapping[int, Sequence[Hit]],
    home: Sequence[str],
    language: str,
) -> dict[int, Mention]:
    """Give the mention that begins at each token where somebody is named, in text order.

    Args:
        forms: The folded words.
        tokens: The words.
        text: The text that they stand in.
        hits: The names at each token, as `Registry.scan` gives them.
        home: The countries of the page, the most named first.
        language: Of the page.
    """
    strong: dict[int, Mention] = {}
    weak: dict[int, list[Mention]] = {}
    known: dict[str | None, list[int]] = {}
    taken = -1
    for at, found in hits.items():
        for hit in found:
            if hit.name.weak:
                if not is_bare(hit, language) and not only_describes(hit, at, forms):
                    weak.setdefault(at, []).append(_named(hit, at, tokens, text))
            elif at > taken:
                mention = strong[at] = _named(hit, at, tokens, text)
                known.setdefault(hit.name.actor.id, []).append(at)
                taken = mention.last
                break
    covered = {k for mention in strong.values() for k in range(mention.first, mention.last + 1)}
    for at, candidates in weak.items():
        joined = at - 1 in covered and all(candidate.conjunction for candidate in candidates)  # «الحوثي وصالح»
        introduced = joined or _introduced(at, forms) or _is_told_to(candidates[0], forms)
        if at not in covered and (chosen := _choose(at, candidates, known, home, introduced)):
            strong[at] = chosen
    return dict(sorted(strong.items()))


def _choose(
    at: int, candidates: Sequence[Mention], known: Mapping[str | None, list[int]], home: Sequence[str], introduced: bool
) -> Mention | None:
    """Among those who share a short name: who was named in full, last before it; else a capital; else whom a head noun brings in.

    A head noun brings in the one who bears the name alone, or the one of the page's own country; an army only where the page
    speaks of its country («عناصر الجيش»).
    """
    named = [m for m in candidates if m.actor.id in known]
    if named:
        return max(named, key=lambda m: max((k for k in known[m.actor.id] if k < at), default=-1))
    capital = next((m for m in candidates if "capital" in m.tags), None)
    if capital or not introduced:
        return capital
    if len({m.actor.id for m in candidates}) == 1:
        lone = candidates[0]
        return lone if lone.actor.kind not in _STATE_FORCES or lone.country in home else None
    return next((m for iso in home[:1] for m in candidates if m.country == iso), None)


def pointed(at: int, pointer: Pointer, meant: Mention, tokens: Sequence[Token], text: str) -> Mention:
    """«التنظيم», «للحركة»: a bare noun in the place of the name."""
    token = tokens[at]
    width = len(pointer.conjunction) + (len(pointer.preposition) if pointer.preposition != "ل" else 0)
    start = min(token.start + width, token.end - 1)
    return replace(
        meant, first=at, last=at, head=at, span=Span(start, token.end), preposition=pointer.preposition,
        conjunction=pointer.conjunction, tags=frozenset({"actor", "group"}),
    )  # fmt: skip


def _introduced(at: int, forms: Sequence[str]) -> bool:
    before = [f for f in forms[max(0, at - 2) : at] if f not in '«"(']
    heads = ("صحيف", "وكال", "قنا", "موقع", "شبك", "اذاع", "حرك", "تنظيم", "جماع", "جريد", "حزب", "تلفزيون", "مجل",
             "عناصر", "مسلحي", "مسلحو", "مقاتلي", "مقاتلو", "زعيم", "قياد", "خلاي", "فرع", "مرتبط", "موالي", "تابع")  # fmt: skip
    if before and before[-1] == "ل" and '"' in forms[max(0, at - 1) : at]:
        return True
    return bool(before) and before[-1].lstrip("وفبل").removeprefix("ال").startswith(heads)


def _is_told_to(candidate: Mention, forms: Sequence[str]) -> bool:
    """«قال الناطق للأناضول إن»: what stands between a word of telling and «أن» is told, not a place."""
    told = candidate.preposition == "ل" and "media" in candidate.tags
    if forms[candidate.first] in ("للصحافه", "للانباء", "للمدينه", "للبلاد"):
        return False  # the press, the news, a town, the country, and no paper of that name
    if told and any(
        forms[k].lstrip("و").startswith(_TELLERS) for k in range(max(0, candidate.first - 2), candidate.first)
    ):
        return True  # «وفق ما ذكرت مصادر للأناضول»
    behind = candidate.last + (2 if forms[candidate.last + 1 : candidate.last + 2] in _COMMAS else 1)
    return told and forms[behind : behind + 1] in _THAT


def _named(hit: Hit, at: int, tokens: Sequence[Token], text: str) -> Mention:
    last = at + hit.size - 1
    start = tokens[at].start + _clitic_width(hit, tokens[at], text)
    name = hit.name
    tags = {"name", name.kind}
    if name.kind == "outlet":
        tags.add("media")
    return Mention(
        first=at, last=last, head=at, span=Span(start, tokens[last].end), actor=name.actor, tags=frozenset(tags),
        number="sg", definite=True, preposition=hit.preposition, conjunction=hit.conjunction, country=name.country,
        why=f"world.{name.kind}.{name.actor.id}",
    )  # fmt: skip


def _clitic_width(hit: Hit, token: Token, text: str) -> int:
    """Letters of the conjunction and preposition before the name («لل» hides the article's alef)."""
    if hit.preposition == "ل" and token.form[len(hit.conjunction) :].startswith("لل"):
        return len(hit.conjunction)
    written = text[token.start : token.end]
    width = len(hit.conjunction) + len(hit.preposition)
    return min(width, len(written) - 1)
