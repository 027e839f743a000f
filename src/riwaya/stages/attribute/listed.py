"""Nouns of action in a list, spelt like verbs: «طالبت بوقف القصف، ورفع الحصار، وفتح الطرق»."""

from __future__ import annotations

from riwaya.stages.attribute.reader import Reader

_ROOT = 3
"""Letters of a past form whose noun of action is spelt alike («رفع», «وقف», «فتح»)."""
_DOERS = frozenset({"name", "body", "official", "leader", "army", "group", "force", "spokesman"})


def is_listed_noun(reader: Reader, at: int) -> bool:
    """Say whether the word at ``at``, though a past form by its letters, is a noun in a list: «و» before it, no subject behind.

    Source: the noun of action of the simple verb (Ryding 2005, ch. 5).
    """
    form = reader.forms[at]
    if form[0] != "و" or len(form) != _ROOT + 1 or at + 1 >= len(reader.forms):
        return False
    verb = next((r for r in reader.readings[at] if r.is_verb), None)
    if verb is None or verb.pronoun or verb.sense.shape not in ("past", "passive-past"):
        return False
    behind = reader.mention_from.get(at + 1)
    if behind is not None:
        return not behind.tags & _DOERS
    return reader.forms[at + 1].startswith("ال") or reader.readings[at + 1].happening_noun
