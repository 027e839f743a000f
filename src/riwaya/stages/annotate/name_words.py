"""Where the name of a person ends: words that no list knows, and that plainly are no part of a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.lang.counts import may_begin_count
from riwaya.lang.describe import has_circumstance_shape, has_verb_shape, is_verbal_noun
from riwaya.lang.grammar import load_grammar
from riwaya.lang.lexicon import load_lexicon
from riwaya.stages.annotate.stops import STOPS

_TANWIN = ("اً", "ًا")
_PREPOSED = "بلك"
_SHORTEST = 4
"""Letters of a word behind whose first letter another word may stand."""
_THEIRS = ("ها", "هم", "هما", "هن")
"""Pronouns on a noun: nobody's name ends in whose it is."""
_ABSTRACT = "ية"
"""«فرضية», «عملية»: what is told, behind the office of who tells it."""
_MANNERS = frozenset(
    "شكل شده صوره كل كافه بعض دعم حضور قياده وصف صفه اعتبار حاجه حديث بيان تصريح قرار رساله خطاب كلمه سرعه قوه هدف ذريعه حجه رياسه زعامه عده عدد".split()
)
"""Nouns that with «ب» or «ل» tell how something was done or said."""


def is_counted_nisba(forms: Sequence[str], at: int) -> bool:
    """Say whether the word at ``at`` tells of what nation things are that are counted («12 صاروخا روسيا»), and is no country.

    Source: the counted noun and its adjective in the accusative (Ryding 2005, ch. 15).
    """
    if at <= 1 or not forms[at].endswith("يا") or not forms[at - 1].endswith("ا"):
        return False
    noun = forms[at - 1]
    return len(noun) > _SHORTEST and not noun.startswith("ال") and may_begin_count(forms[at - 2])


def ends_name(form: str, written: str, *, language: str, bare: bool = True) -> bool:
    """Say whether a word cannot go on with the name of a person.

    Args:
        form: The folded word.
        written: The word as it stands.
        language: Language of the pack whose given names are names whatever they look like.
        bare: No given name stands before it, only an office or whose relative somebody is.

    Source: what is written onto a word, and patterns of verb and participle (Ryding 2005, ch. 3, 7, 26-31).
    """
    if form in _names(language):
        return False
    if form[0] in "وف" and form[1:] in STOPS:
        return True
    if written.endswith(_TANWIN) or has_verb_shape(form) or has_circumstance_shape(form):
        return True
    if form[0] == "و" and form not in load_lexicon(language).not_joined and len(form) >= _SHORTEST:
        return True
    if form[0] in _PREPOSED and len(form) >= _SHORTEST and _is_led(form[1:], language):
        return True
    return bare and (written.endswith(_ABSTRACT) or _is_theirs(form))


def _is_led(noun: str, language: str) -> bool:
    """«باعطاء», «بشكل», «لمحمد», «بسببها»: a preposition written onto a noun."""
    known = noun in _MANNERS or noun in STOPS or noun in _names(language)
    return known or is_verbal_noun(noun) or _is_theirs(noun)


def _is_theirs(form: str) -> bool:
    """«قواتهم», «منزلها»: whose it is; «أدهم» is short."""
    return len(form) > _SHORTEST and form.endswith(_THEIRS)


@cache
def _names(language: str) -> frozenset[str]:
    grammar = load_grammar(language)
    return frozenset(grammar["given_names"].singles | grammar["given_names_weak"].singles)
