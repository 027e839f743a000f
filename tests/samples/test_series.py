"""One invented ambush as five parties tell it: what must come out of pages 01 to 07."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from riwaya.forms.analysis import analysis_form
from riwaya.inputs import find_inputs
from riwaya.model.document import Hints
from riwaya.pipeline import analyze

PAGES = Path(__file__).parents[2] / "src" / "riwaya" / "samples" / "pages"
JNIM = "Jama'at Nusrat al-Islam wal-Muslimin"
FLA = "Azawad Liberation Front"
ARMY = "Malian Armed Forces"
MINISTRY = "Russian Ministry of Foreign Affairs"
AGENCY = "«وكالة أنباء العيّنة»"
MONITOR = "«مرصد الافتراض»"
AMBUSH_DAY = "2031-03-11"

Claim = Any


@pytest.fixture(scope="module")
def series() -> dict[str, list[Claim]]:
    """Claims of all articles of each page, in order, by the number of the page."""
    found: dict[str, list[Claim]] = {}
    for source in find_inputs([str(PAGES)], Hints()):
        if "-ambush-" in source.name:
            assert source.path
            form: Any = analysis_form(analyze(source.path.read_bytes(), name=source.name, hints=source.hints))
            found[source.name[:2]] = [claim for article in form["articles"] for claim in article["claims"]]
    assert sorted(found) == ["01", "02", "03", "04", "05", "06", "07"]
    return found


def of_words(claims: list[Claim], words: str) -> Claim:
    """The one claim whose words hold these; the shortest where claims lie in each other."""
    held = [claim for claim in claims if words in claim["span"]["text"]]
    assert held, f"no claim says «{words}»"
    return min(held, key=lambda claim: len(claim["span"]["text"]))


def tellers(claim: Claim) -> list[str]:
    return [link["source"]["name"] for link in claim["chain"]]


def words_of_tellers(claim: Claim) -> list[str]:
    return [link["span"]["text"] for link in claim["chain"]]


def agents(claim: Claim) -> list[str]:
    return [agent["actor"]["name"] for agent in claim["agents"]]


def bounds(claim: Claim) -> list[tuple[str, int | None, int | None]]:
    return [(figure["measure"], figure["low"], figure["high"]) for figure in claim["figures"]]


# --- 01: the group, through a monitor, through an agency ---------------------------------------------------------------


def test_the_nested_chain_has_three_links_the_outermost_first(series) -> None:
    claim = of_words(series["01"], "قتلت 14")
    assert words_of_tellers(claim)[:2] == [AGENCY, MONITOR]
    assert tellers(claim)[2:] == [JNIM]


def test_the_group_claims_two_tolls_in_one_ambush(series) -> None:
    claim = of_words(series["01"], "قتلت 14")
    assert (claim["type"], claim["polarity"]) == ("ASSAULT", "affirmed")
    assert bounds(claim) == [("killed", 14, 14), ("killed", 3, 3)]
    assert (claim["time"]["start"], claim["time"]["end"]) == (AMBUSH_DAY, AMBUSH_DAY)
    assert 15.5 < claim["place"]["lat"] < 16.4


def test_the_group_is_the_agent_of_what_it_claims(series) -> None:
    assert agents(of_words(series["01"], "قتلت 14")) == [JNIM]


def test_a_relay_between_commas_stands_before_the_group(series) -> None:
    claim = of_words(series["01"], "أحرقوا ثلاث آليات")
    assert words_of_tellers(claim)[:1] in ([MONITOR], ["المرصد"])
    assert tellers(claim)[1:] == [JNIM]


def test_the_captives_are_counted_by_their_dual(series) -> None:
    claim = of_words(series["01"], "أسروا")
    assert claim["type"] == "COERCE"
    assert bounds(claim) == [("captured", 2, 2)]


def test_the_group_denies_that_civilians_died(series) -> None:
    claim = of_words(series["01"], "مقتل مدنيين")
    assert claim["polarity"] == "denied"
    assert tellers(claim) == [JNIM]


# --- 02: the army admits ----------------------------------------------------------------------------------------------


def test_the_army_admits_losses_without_a_figure(series) -> None:
    claim = of_words(series["02"], "خسائر في الأرواح والعتاد")
    assert bounds(claim) == [("killed_or_wounded", 1, None)]
    assert tellers(claim) == [ARMY]
    assert (claim["polarity"], claim["time"]["start"]) == ("affirmed", AMBUSH_DAY)


def test_the_armys_own_strikes_have_their_toll_and_their_day(series) -> None:
    claim = of_words(series["02"], "غارتين")
    assert bounds(claim) == [("killed", 11, 11)]
    assert claim["time"]["start"] == AMBUSH_DAY


def test_a_spokesman_denies_that_anyone_was_captured(series) -> None:
    claim = of_words(series["02"], "الأسر")
    assert (claim["type"], claim["polarity"]) == ("COERCE", "denied")
    assert words_of_tellers(claim) == ["«قناة الافتراض»", "متحدث عسكري"]


# --- 03: a ministry denies who was there ------------------------------------------------------------------------------


def test_the_denial_of_identity_is_denied(series) -> None:
    claims = [c for c in series["03"] if c["type"] == "STATE" and "ليسوا مرتزقة" in c["span"]["text"]]
    assert [c["polarity"] for c in claims] == ["denied"]
    claim = claims[0]
    assert tellers(claim) == [MINISTRY]


def test_the_ministry_denies_a_death(series) -> None:
    claim = of_words(series["03"], "مقتل أي من هؤلاء")
    assert claim["polarity"] == "denied"
    assert tellers(claim) == [MINISTRY]
    assert claim["time"]["start"] == AMBUSH_DAY


def test_the_ministry_admits_one_wounded(series) -> None:
    assert bounds(of_words(series["03"], "أصيب بجروح طفيفة")) == [("wounded", 1, 1)]


def test_the_groups_older_claim_is_still_the_groups(series) -> None:
    claim = of_words(series["03"], "قتلوا ثلاثة")
    assert tellers(claim) == [JNIM]
    assert bounds(claim) == [("killed", 3, 3)]


def test_no_hidden_line_or_advertisement_is_a_claim(series) -> None:
    assert not [
        claim for claim in series["03"] if "ألف شخص" in claim["span"]["text"] or "السعر" in claim["span"]["text"]
    ]


# --- 04: residents, hedged and vague ----------------------------------------------------------------------------------


def test_dozens_killed_or_wounded_stay_inseparable(series) -> None:
    assert bounds(of_words(series["04"], "عشرات من الجنود")) == [("killed_or_wounded", 20, 99)]


def test_at_least_binds_across_the_words_between(series) -> None:
    assert bounds(of_words(series["04"], "لقوا مصرعهم")) == [("killed", 20, None)]


def test_about_fifteen_wounded_with_a_woman_and_two_children(series) -> None:
    claim = of_words(series["04"], "عدد الجرحى")
    assert bounds(claim) == [("wounded", 15, 15), ("wounded", 1, 1), ("wounded", 2, 2)]
    assert [figure["about"] for figure in claim["figures"]] == [True, False, False]


def test_the_nurse_is_the_source_of_the_estimate(series) -> None:
    assert words_of_tellers(of_words(series["04"], "عدد الجرحى")) == ["ممرض في مستوصف أنسونغو"]


def test_what_a_driver_thinks_likely_is_hedged(series) -> None:
    assert of_words(series["04"], "زرعوا")["certainty"] == "hedged"


def test_families_who_fled_are_displaced(series) -> None:
    claim = of_words(series["04"], "300 أسرة")
    assert claim["type"] == "COERCE"
    assert bounds(claim) == [("displaced", 300, 300)]


def test_nothing_is_read_in_the_related_links(series) -> None:
    assert not [claim for claim in series["04"] if "ميناكا" in claim["span"]["text"]]


# --- 05: a second group says it was theirs ----------------------------------------------------------------------------


def test_a_claim_of_responsibility_is_the_attack_with_the_claimant_as_origin(series) -> None:
    claim = of_words(series["05"], "الكمين الذي استهدف")
    assert (claim["type"], claim["polarity"]) == ("ASSAULT", "affirmed")
    assert (tellers(claim), agents(claim)) == ([FLA], [FLA])
    assert claim["time"]["start"] == AMBUSH_DAY


def test_the_rival_claim_is_the_other_groups_alone(series) -> None:
    assert tellers(of_words(series["05"], "هي التي نفذت")) == [JNIM]


def test_more_than_25_is_26_or_more(series) -> None:
    assert bounds(of_words(series["05"], "أكثر من 25"))[0] == ("killed", 26, None)


def test_fighters_a_group_lost_are_killed(series) -> None:
    assert bounds(of_words(series["05"], "فقدت أربعة")) == [("killed", 4, 4)]


def test_both_groups_deny_each_others_part(series) -> None:
    assert of_words(series["05"], "تنسيق")["polarity"] == "denied"
    assert of_words(series["05"], "شاركوا في الهجوم")["polarity"] == "denied"


def test_the_armys_admission_is_retold_with_its_open_bound(series) -> None:
    claim = of_words(series["05"], "قافلته تكبدت")
    assert tellers(claim) == [ARMY]
    assert bounds(claim) == [("killed_or_wounded", 1, None)]


# --- 06 and 07: the toll corrected, and printed twice -----------------------------------------------------------------


def test_the_correction_is_the_agencys(series) -> None:
    assert words_of_tellers(of_words(series["06"], "تسعة جنود")) == [AGENCY]


def test_the_corrected_toll_stands_without_the_one_it_replaces(series) -> None:
    assert bounds(of_words(series["06"], "تسعة جنود")) == [("killed", 9, 9)]


def test_two_drivers_are_counted_by_their_dual(series) -> None:
    assert bounds(of_words(series["06"], "سائقين مدنيين")) == [("killed", 2, 2)]


def test_both_groups_keep_their_own_tolls(series) -> None:
    group, front = of_words(series["06"], "قتلت 14"), of_words(series["06"], "تجاوز 25")
    assert (tellers(group), bounds(group)) == ([JNIM], [("killed", 14, 14)])
    assert (tellers(front), bounds(front)) == ([FLA], [("killed", 26, None)])


def test_the_same_copy_in_two_papers_reads_the_same(series) -> None:
    for words in ("تسعة جنود", "ثلاثة من عناصر", "أصيب 17"):
        first, second = of_words(series["06"], words), of_words(series["07"], words)
        assert first["span"]["text"] == second["span"]["text"]
        for same in (words_of_tellers, bounds):
            assert same(first) == same(second)
        assert [first[key] for key in ("type", "polarity", "certainty")] == [
            second[key] for key in ("type", "polarity", "certainty")
        ]


def test_every_span_is_in_its_page_letter_for_letter(series) -> None:
    for path in sorted(PAGES.glob("*-ambush-*.txt")):
        text = path.read_text(encoding="utf8")
        for claim in series[path.name[:2]]:
            span = claim["span"]
            assert text[span["start"] : span["end"]] == span["text"]
