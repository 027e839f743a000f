"""The policies do what their rules say, on accounts of the table of pairs and on some of our own."""

from __future__ import annotations

import pytest

from riwaya.errors import InputError
from riwaya.model.reduction import GRADES, Reduction
from riwaya.stages.reconcile import find_policy, load_policies, reconcile, reduce_accounts
from tests.stages.reconcile.pairs import TABLE, event_of, kinship

KIN = kinship()
AMBUSH = (
    "group: kill by group to corps+army | killed 50 of corps; killed 10 of army",
    "bloggers: kill to corps | killed 20.. of corps",
    "corps: losses to corps | losses of corps",
)


def reduced(policy: str, *lines: str) -> Reduction:
    return reduce_accounts(reconcile(event_of(*lines), kinship=KIN), policy)


def cells(found: Reduction) -> list[tuple[str, str | None, int | None, int | None, int | None]]:
    return [(c.measure, c.side.name if c.side else None, c.low, c.high, c.best) for c in found.cells]


def test_the_range_of_accounts_goes_from_the_lowest_to_the_highest() -> None:
    assert cells(reduced("range-of-accounts", *AMBUSH)) == [
        ("killed", "army", 10, 10, None),
        ("killed", "corps", 20, 50, None),
    ]


def test_the_range_is_open_only_where_the_highest_account_is() -> None:
    found = reduced("range-of-accounts", "monitor: kill | killed 9", "bloggers: kill | killed 26..")
    assert cells(found) == [("killed", None, 9, None, None)]
    found = reduced("range-of-accounts", "monitor: kill | killed 30", "bloggers: kill | killed 26..")
    assert cells(found) == [("killed", None, 26, 30, None)]


def test_the_conservative_policy_takes_the_lowest_of_each_side_and_adds_them_up() -> None:
    found = reduced("acled-conservative", *AMBUSH)
    assert cells(found) == [("killed", "army", 10, 10, 10), ("killed", "corps", 20, 20, 20)]
    assert found.totals == (("fatalities", 30),)


@pytest.mark.parametrize(("words", "counted"), [("عشرات", 10), ("العشرات", 10), ("مئات", 100), ("dozens", 12)])
def test_words_for_numbers_count_what_the_rule_says(words, counted) -> None:
    event = event_of("residents: kill to army | killed 20-99 of army")
    [told] = event.claims
    text = told.text.replace("20-99", words.ljust(5))
    import dataclasses

    start = text.index(words)
    figure = dataclasses.replace(told.claim.figures[0], span=type(told.claim.span)(start, start + len(words)))
    claim = dataclasses.replace(told.claim, figures=(figure,))
    found = reconcile(
        dataclasses.replace(event, claims=(dataclasses.replace(told, claim=claim, text=text),)), kinship=KIN
    )
    assert reduce_accounts(found, "acled-conservative").totals == (("fatalities", counted),)


def test_a_hedged_account_counts_only_where_there_is_no_other() -> None:
    lower = "monitor: hedged kill to army | killed 3 of army"
    assert reduced("acled-conservative", lower, "hospital: kill to army | killed 9 of army").totals[0][1] == 9
    assert reduced("acled-conservative", lower).totals[0][1] == 3


def test_a_whole_is_taken_where_it_is_lower_than_the_sum_of_the_sides() -> None:
    sides = "monitor: kill to corps+army | killed 50 of corps; killed 10 of army"
    assert reduced("acled-conservative", sides, "residents: kill | killed 20").totals == (("fatalities", 20),)
    assert reduced("acled-conservative", sides, "residents: kill | killed 90").totals == (("fatalities", 60),)


@pytest.mark.parametrize("pair", TABLE["pair"], ids=[pair["what"] for pair in TABLE["pair"]])
def test_the_best_of_ucdp_is_the_sum_of_its_columns(pair) -> None:
    found = reduced("ucdp", pair["a"], pair["b"])
    totals = dict(found.totals)
    if not found.cells:
        assert not totals
        return
    columns = [totals[name] or 0 for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert totals["best"] == sum(columns) == sum(cell.best or 0 for cell in found.cells)
    assert (totals["low"] or 0) <= (totals["best"] or 0) <= (totals["high"] or 0)


@pytest.mark.parametrize(("whole", "unknown", "best"), [(12, 7, 12), (5, 0, 5), (3, 0, 5)])
def test_all_people_alike_count_beyond_the_sides(whole, unknown, best) -> None:
    found = reduced("ucdp", "monitor: kill to army | killed 5 of army", f"residents: kill | killed {whole}")
    totals = dict(found.totals)
    assert (totals["deaths_a"], totals["deaths_unknown"], totals["best"]) == (5, unknown, best)
    if unknown:
        assert found.cells[-1].why == "7: all people alike are 12, and 5 are counted on the sides"


def test_the_best_is_what_most_independent_origins_leave_possible() -> None:
    lines = ("monitor: kill to army | killed 14 of army", "hospital: kill to army | killed 9 of army")
    assert dict(reduced("ucdp", *lines, "residents: kill to army | killed 9.. of army").totals)["best"] == 9
    assert dict(reduced("ucdp", *lines, "residents: kill to army | killed 12.. of army").totals)["best"] == 14


def test_a_state_stands_on_side_a_and_who_fights_beside_it_too() -> None:
    found = reduced("ucdp", *AMBUSH, "army: strike by army to group | killed 11 of group")
    totals = dict(found.totals)
    assert (totals["deaths_a"], totals["deaths_b"]) == (60, 11)


@pytest.mark.parametrize(
    ("grade", "lines"),
    [
        ("confirmed", ("residents: strike by army to civilians | killed 7 of civilians", "army: admits strike by army to civilians")),
        ("contested", ("army: bombard by rival to civilians | killed 7 of civilians", "rival: bombard by army to civilians")),
        ("fair", ("hospital: kill to civilians | killed 7 of civilians", "monitor: kill to civilians | killed 3 of civilians")),
        ("weak", ("hospital: kill to civilians | killed 7 of civilians",)),
        ("discounted", ("hospital: kill to civilians | killed 7 of civilians", "monitor: denies identity to civilians // strike by army to civilians")),
    ],
)  # fmt: skip
def test_the_grades_of_civilian_harm(grade, lines) -> None:
    found = reduced("airwars", *lines)
    assert found.grade == grade
    assert grade in GRADES
    assert found.why


def test_an_event_without_civilians_killed_has_no_grade() -> None:
    found = reduced("airwars", *AMBUSH)
    assert (found.grade, found.cells) == (None, ())
    assert found.why


def test_as_told_by_one_actor() -> None:
    assert cells(reduced("as-told-by group", *AMBUSH)) == [
        ("killed", "army", 10, 10, None),
        ("killed", "corps", 50, 50, None),
    ]
    assert reduced("as-told-by:group", *AMBUSH) == reduced("as-told-by group", *AMBUSH)
    assert "gives no account" in reduced("as-told-by militia", *AMBUSH).why


def test_a_denial_and_a_part_give_no_number_of_any_policy() -> None:
    with_them = (
        "group: kill by group to army | killed 14 of army; including killed 2 of children",
        "state: denies kill to army | killed 14 of army",
    )
    for policy in ("range-of-accounts", "acled-conservative", "ucdp"):
        assert [cell.side.name for cell in reduced(policy, *with_them).cells if cell.side] == ["army"]


def test_every_policy_has_its_rule_and_its_limits_in_three_languages() -> None:
    policies = load_policies()
    assert [one.id for one in policies] == ["range-of-accounts", "acled-conservative", "ucdp", "airwars", "as-told-by"]
    for one in policies:
        for words in (one.name, one.rule, one.limits):
            assert all((words.ar, words.en, words.fr))
        assert one.source


def test_no_policy_calls_a_range_of_accounts_a_confidence_interval() -> None:
    for one in load_policies():
        for english in (one.name.en, one.rule.en):
            assert "confidence" not in english
    assert "not a confidence interval" in load_policies()[0].limits.en


def test_a_policy_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no policy 'truth'") as caught:
        find_policy("truth")
    assert "range-of-accounts" in str(caught.value)
    with pytest.raises(InputError, match="asks for an actor"):
        find_policy("as-told-by")
