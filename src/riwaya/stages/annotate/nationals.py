"""People told by their nation alone: «استشهد فلسطيني», «14 سودانيا», «على أوكرانيين»."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from riwaya.lang.registry import Demonym, Registry
from riwaya.lang.world import country_body
from riwaya.model.actor import Actor
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.model.word import Readings, Token

WHY = "ar.people.national"
_LED = frozenset("علي من ضد بين مع بحق بينهم بينها منهم تجاه ان بان وان".split())
_THAT = frozenset("ان بان وان انه".split())
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_TAGS = frozenset({"civilian", "victim", "civilians"})
_DEFINITE = "ال"
_FORCES = frozenset({"armed-forces", "police"})
_ENDINGS = ("يا", "ون", "ين", "ان", "ي")
"""Of one man, or of several people; a feminine one may be of anything («القوات السورية والروسية»)."""


class Nationals:
    """Finds nationalities that stand as nouns among the tokens that no other mention covers.

    An adjective stands behind a noun it describes. So a nationality is somebody only behind a count, a preposition, a word of
    happening that takes people, or a definite phrase that an indefinite word cannot describe («قتلت القوات سوريا»).

    Source: adjectives used as nouns, and agreement in definiteness (Ryding 2005, ch. 10).
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        forms: Sequence[str],
        readings: Sequence[Readings],
        text: str,
        *,
        registry: Registry,
        counted: Collection[int],
        taken: Collection[int],
    ) -> None:
        """Keep the words; ``counted`` are tokens of numbers, ``taken`` those of places and times."""
        self.tokens, self.forms, self.readings, self.text = tokens, forms, readings, text
        self._registry, self._counted, self._taken = registry, counted, taken

    def find(self, nations: Iterable[int], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Give the mentions with those of nationals, in text order; ``nations`` are the tokens that tell about a nation."""
        over = {k: m for m in mentions for k in range(m.first, m.last + 1)}
        found: list[Mention] = []
        for at in nations:
            if at in over or at in self._taken or not at or not self._is_noun(at, over.get(at - 1)):
                continue
            told = self._registry.demonym(self.forms[at])
            if told is not None:
                found.append(self._national(at, told))
        found += self._joined([*mentions, *found], over)
        found += self._other_forces(mentions, over)
        return tuple(sorted([*mentions, *found], key=lambda m: m.first)) if found else tuple(mentions)

    def _joined(self, mentions: Sequence[Mention], over: Collection[int]) -> Iterator[Mention]:
        """«سوري ولبناني», «الجنود اليمنيين والكويتيين»: another nationality in the same form behind «و»."""
        for mention in mentions:
            at = mention.last + 1
            while mention.last in over or mention.why == WHY:
                form, joined = self.forms[at - 1], self.forms[at] if at < len(self.forms) else ""
                other = joined.removeprefix("و")
                told = self._registry.demonym(other) if other != joined and at not in over else None
                if told is None or not self._registry.is_demonym(form):
                    break
                if form.startswith(_DEFINITE) and form.endswith("ي"):
                    break  # «النظام السوري والعراقي»
                if not _ending(other) == _ending(form) != "":
                    break
                if other.startswith(_DEFINITE) != form.startswith(_DEFINITE):
                    break
                yield self._national(at, told, joined=1)
                at += 1

    def _other_forces(self, mentions: Sequence[Mention], over: Collection[int]) -> Iterator[Mention]:
        """«القوات الهندية والباكستانية»: the same forces of another nation, told by its adjective alone behind «و».

        Source: coordination of attributive adjectives (Ryding 2005, ch. 10).
        """
        for mention in mentions:
            at = mention.last + 1
            if mention.actor.kind not in _FORCES or mention.country is None or at in over or at >= len(self.forms):
                continue
            other, last = self.forms[at].removeprefix("و"), self.forms[mention.last]
            told = self._registry.demonym(other) if other != self.forms[at] and last.endswith(other[-2:]) else None
            if told is None or told.country is None or not self._registry.is_demonym(last):
                continue
            token = self.tokens[at]
            yield Mention(
                first=at, last=at, head=at, span=Span(token.start + 1, token.end),
                actor=country_body(told.country, mention.actor.kind), tags=mention.tags, number=mention.number,
                conjunction="و", definite=True, country=told.country.iso, why=mention.why,
            )  # fmt: skip

    def _is_noun(self, at: int, before: Mention | None) -> bool:
        form, previous = self.forms[at], self.forms[at - 1]
        if form.startswith(_DEFINITE) and (not form.endswith(("ون", "ين")) or previous.lstrip("وفبل").startswith("ال")):
            return False
        if before is not None:
            alone = before.definite or (form.endswith("يا") and not self.forms[before.head].endswith("ا"))
            return alone and not form.startswith(_DEFINITE) and form.endswith(("يا", "يين", "يتين"))
        if previous == "علي" and at > 1 and self.forms[at - 2] in _THAT:
            return False  # «إن على الأمريكيين تجنب السفر»: what they must do
        if at - 1 in self._counted or previous in _LED:
            return True
        return _takes_people(self.readings[at - 1], definite=form.startswith(_DEFINITE))

    def _national(self, at: int, told: Demonym, joined: int = 0) -> Mention:
        form, token = self.forms[at][joined:], self.tokens[at]
        number = "pl"
        if form.endswith(("ي", "يا", "يه")):
            number = "sg"
        elif form.endswith(("يان", "يتان", "يتين")):
            number = "du"
        name = f"{told.adjective} people" if number != "sg" else f"{told.adjective} person"
        return Mention(
            first=at, last=at, head=at, span=Span(token.start + joined, token.end),
            actor=Actor(id=None, name=name, kind="civilians"), tags=_TAGS, number=number,
            conjunction="و" * joined, definite=form.startswith(_DEFINITE), country=told.country.iso if told.country else None, why=WHY,
        )  # fmt: skip


def _takes_people(readings: Readings, *, definite: bool) -> bool:
    """«استشهد», «مقتل», «اعتقلت»: a word of happening that has people right behind it; «دعم عربي» may be a noun."""
    first = readings[0] if readings else None
    if first is None or first.lexeme.table != "events" or first.pronoun:
        return False
    if not first.is_finite:
        return not first.definite and first.lexeme.measure is not None and first.lexeme.object == "target"
    if definite or first.lexeme.type not in _DEEDS:
        return definite  # «وأخلى الكينيون القاعدة»
    return all(r.is_finite or r.lexeme.measure is not None for r in readings if r.lexeme.table == "events")


def _ending(form: str) -> str:
    """Give the ending that tells how many men a nationality is said of; "" for other words."""
    return next((ending for ending in _ENDINGS if form.endswith(ending)), "")
