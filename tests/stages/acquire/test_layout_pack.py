"""The furniture of the packs does on its examples what it says."""

from __future__ import annotations

import pytest

from riwaya.lang.normalize import fold_letters
from riwaya.stages.acquire.layout import LayoutRule, load_layout

RULES = load_layout().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_finds_its_examples_and_leaves_the_others(rule: LayoutRule) -> None:
    assert rule.source
    assert rule.match
    assert rule.no_match
    assert [e for e in rule.match if not rule.fits(fold_letters(e))] == []
    assert [e for e in rule.no_match if rule.fits(fold_letters(e))] == []


def test_every_month_has_its_number_in_three_languages() -> None:
    months = load_layout().months
    assert {months["يوليو"], months["تموز"], months["july"], months["juillet"]} == {7}
    assert set(months.values()) == set(range(1, 13))


@pytest.mark.parametrize("rule", [r for r in load_layout().rules if r.needs], ids=lambda r: r.id)
def test_letters_looked_for_first_stand_wherever_the_pattern_fits(rule: LayoutRule) -> None:
    for example in rule.match:
        hit = rule.pattern.search(fold_letters(example))
        assert hit is not None
        assert any(letters in hit[0] for letters in rule.needs)
