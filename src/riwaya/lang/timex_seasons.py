"""Read seasons that tell their year: «خريف 2016», «صيف العام الماضي», «الربيع الماضي»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from riwaya.lang.proclitics import iter_attached
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_pack import entries, folded_forms
from riwaya.lang.timex_words import form_at
from riwaya.lang.timex_years import with_year
from riwaya.model.word import Token

_MONTHS = 3


@cache
def _seasons() -> Mapping[str, tuple[int, bool]]:
    """Give the first month of every spelling of a season, and whether it has the article."""
    found: dict[str, tuple[int, bool]] = {}
    for entry in entries("timex", "season"):
        for form in folded_forms(entry):
            for at in iter_attached(form):
                found.setdefault(at.form, (int(entry["month"]), at.definite))
    return found


def season_openings() -> frozenset[str]:
    """Give the folded forms at which a season may begin."""
    return frozenset(_seasons())


def read_season(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read the season at token ``i`` with the year behind it.

    Returns:
        None where nothing tells the year: the bare word is a name («ربيع»), or a turn of speech.
    """
    month, definite = _seasons()[form_at(tokens, i)]
    first = with_year(tokens, make_expression(tokens, i, i + 1, "season", "date", month=month))
    told = first.year is not None or first.offset is not None or first.shift == "same"
    if not (told and not definite) and not (definite and first.shift == "past"):
        return None
    return widen(tokens, first, to=widen(tokens, first, month=month + _MONTHS - 1))
