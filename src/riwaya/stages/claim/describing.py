"""Adjectives that are written like people: of a happening, or behind a noun that names nobody, they name nobody."""

from __future__ import annotations

from riwaya.lang.describe import adjectives, bare, has_verb_shape
from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import PREPOSITIONS
from riwaya.stages.claim.subjects import Subjects

_OF_DEEDS, _DEED_REACH = frozenset({"ar.people.انتحاري", "ar.people.انتحارية"}), 3
_FIGHTING = "ar.people.مقاتلة"
_ARTICLES, _SHORTEST_DEFINITE = ("ال", "وال", "بال", "فال", "لل", "ولل"), 4
_OF_DEED = frozenset(
    "مزدوج مزدوجه مزدوجين منفصل منفصله منفصلين منفصلان متزامن متزامنه متزامنين متتال متتاليه متتاليين اخر اخري اخرين ثان ثانيه".split()
)


class Describing(Subjects):
    """Tells the mentions of one document that only describe what stands before them."""

    def describes(self, mention: Mention) -> bool:
        """«هجوم انتحاري»: an adjective of the happening names nobody."""
        before = mention.first - 1
        if "adjective" in mention.tags and self._describes_noun(mention):
            return True
        if self._is_kind(mention) or self._is_second(mention):
            return True
        lone = "adjective" in mention.tags and mention.first == mention.last and before >= 0
        if self._is_described_deed(mention):
            return True
        if lone and mention.definite and mention.why in _OF_DEEDS:  # «هجوم أمس الانتحاري»
            return any(self.is_event(k) for k in range(max(0, before - _DEED_REACH), mention.first))
        one = mention.number == "sg" or self.scene.forms[before].endswith(("ين", "ان"))  # «تفجيران انتحاريان»
        return lone and one and self.is_event(before)

    def _is_second(self, mention: Mention) -> bool:
        """«الفصائل المعارضة والمقاتلة»: a definite adjective that «و» joins to another one behind a noun of people."""
        scene, before = self.scene, mention.first - 1
        if mention.conjunction != "و" or mention.first != mention.last or not mention.definite or before < 0:
            return False
        if mention.why != _FIGHTING and "adjective" not in mention.tags:
            return False
        told = scene.mention_over.get(before)
        described = told is not None and told.first < before == told.last and "thing" not in told.tags
        return described and bare(scene.forms[before]) in adjectives("ar") and mention.number == "sg"

    def _is_described_deed(self, mention: Mention) -> bool:
        """«هجوم انتحاري مزدوج», «تفجيرين انتحاريين متزامنين»: an adjective of a deed, and another one behind it."""
        if (
            "adjective" not in mention.tags
            or mention.last != mention.first + 1
            or mention.definite
            or not mention.first
        ):
            return False
        more = self.scene.forms[mention.last]
        agrees = self.scene.forms[mention.head].endswith("ا") and more.endswith("ا")
        lone = mention.number == "sg" and (agrees or bare(more) in adjectives("ar"))
        return (
            (lone or (mention.why in _OF_DEEDS and more in _OF_DEED))
            and not mention.preposition
            and self.is_event(mention.first - 1)
        )

    def _is_kind(self, mention: Mention) -> bool:
        """«مخطط إرهابي», «خطاب متطرف»: behind an indefinite noun that no list knows an adjective only says of what kind it is."""
        scene, before = self.scene, mention.first - 1
        lone = "adjective" in mention.tags and mention.first == mention.last and before >= 0
        if not lone or mention.definite or mention.number != "sg" or mention.preposition or mention.conjunction:
            return False
        form = scene.forms[before]
        known = (
            before in scene.mention_over or before in scene.set_in or before in scene.counted or before in scene.hedging
        )
        plain = scene.tokens[before].is_word and len(form) >= _SHORTEST_DEFINITE and not form.startswith("ال")
        return (
            plain and not known and not scene.readings[before] and form not in PREPOSITIONS and not has_verb_shape(form)
        )

    def _describes_noun(self, mention: Mention) -> bool:
        """«القضاء العسكري», «تحركها العسكري»: behind a definite noun that names nobody an adjective names nobody either.

        Source: agreement of the attributive adjective in definiteness (Ryding 2005, ch. 10).
        """
        scene, before = self.scene, mention.first - 1
        if not mention.definite or mention.number != "sg" or mention.preposition or mention.conjunction or before < 0:
            return False
        form, noun = scene.forms[before], scene.readings[before]
        if before in scene.mention_over or before in scene.set_in or scene.is_finite(before) or form in PREPOSITIONS:
            return False
        if scene.tokens[before].end + 1 != scene.tokens[mention.first].start:
            return False
        article = form.startswith(_ARTICLES) and len(form) > _SHORTEST_DEFINITE
        return article or bool(noun and noun[0].pronoun and noun[0].lexeme.table == "events")
