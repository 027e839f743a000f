"""Agreement of fields, kinds, keys, copies, sides, titles: the parts that clustering is made of."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.titles import load_title_words
from riwaya.model.claim import EVENT_TYPES
from riwaya.stages.cluster.agree import score_counts, score_days, score_nearest, score_places
from riwaya.stages.cluster.copies import COPY, score_copy, sketch, sketch_keys
from riwaya.stages.cluster.fields import find_event_type
from riwaya.stages.cluster.follow import find_strands
from riwaya.stages.cluster.form import find_events
from riwaya.stages.cluster.keys import block_keys
from riwaya.stages.cluster.kinds import score_kinds
from riwaya.stages.cluster.linking import LINK, score_link
from riwaya.stages.cluster.matching import MOST, find_hot_keys, find_links
from riwaya.stages.cluster.profile import Profile, make_profiles
from tests.make import make_claim
from tests.stages.cluster.telling import DAY, Line, make_town, tell

ATTACK = Line(words="هاجم رجال ثكنة عند البوابة", head="هاجم", day=DAY, place="Alif", agents=["red"], targets=["blue"])


def profiles(name: str, *lines: Line, told_on: date | None = DAY) -> list[Profile]:
    return make_profiles(find_strands(tell(name, *lines, told_on=told_on)))


def stretch(first: int, last: int) -> tuple[date, date]:
    return DAY + timedelta(days=first), DAY + timedelta(days=last)


# --- agreement -------------------------------------------------------------------------------------------------------


def test_a_road_between_two_towns_fits_each_of_them_and_a_town_beside_does_not():
    one, other = make_town("Alif"), dataclasses.replace(make_town("Ba"), id="t:End", name="End", lat=18.6, lon=1.0)
    road = dataclasses.replace(one, id=None, name="between", lat=18.3, relation="between", radius_km=34.0)
    assert score_places(one, other) == -1
    assert score_places(road, one) == score_places(road, other) == 0.5
    assert score_nearest(other, [road, one]) == 0.5
    assert score_places(road, make_town("Jim")) == -1


def test_two_towns_that_one_text_names_are_two_unless_one_is_a_part_of_the_other():
    town, near = make_town("Alif"), make_town("Ba")
    quarter = dataclasses.replace(near, radius_km=5.0)
    lent = dataclasses.replace(town, id=None, name="a street")
    other = dataclasses.replace(lent, name="a market")
    assert score_places(town, near) == 1
    assert score_places(town, near, closely=True) == score_places(near, town, closely=True) == -1
    assert score_places(quarter, town, closely=True) == score_places(town, quarter, closely=True) == 0.5
    assert score_places(lent, town, closely=True) == 0.5
    assert score_places(lent, other, closely=True) == -1
    assert score_places(town, town, closely=True) == 1
    assert score_nearest(near, [town, quarter]) == -1


def test_a_village_may_be_the_one_told_of_as_near_a_town_and_not_the_other_way_round():
    village, about = make_town("Ba"), dataclasses.replace(make_town("Alif"), relation="near", radius_km=35.0)
    assert score_places(village, about, closely=True) == 0
    assert score_places(about, village, closely=True) == -1


def test_a_road_is_looked_for_at_both_its_ends():
    line = dataclasses.replace(ATTACK, agents=[], targets=[])
    [town] = profiles("one", line)
    road = dataclasses.replace(town.places[0], id=None, name="between", lat=18.75, relation="between", radius_km=60.0)
    [there] = profiles("two", line)
    far = dataclasses.replace(there, places=(dataclasses.replace(road, relation="near"),))
    about = set(block_keys(dataclasses.replace(there, places=(road,))))
    ends = set(block_keys(town))
    assert any("|c" in key for key in ends & about)
    assert not any("|c" in key for key in ends & set(block_keys(far)))


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [((0, 0), (0, 0), 1), ((0, 0), (1, 1), -1), ((-5, 0), (0, 0), 0.5), ((-200, 0), (0, 0), -0.5)],
)
def test_days_fit_when_they_meet_and_a_campaign_is_no_day_of_it(one, other, score):
    assert score_days(stretch(*one), stretch(*other)) == score_days(stretch(*other), stretch(*one)) == score


def test_places_fit_by_name_by_distance_and_one_within_the_other():
    town, near, far = make_town("Alif"), make_town("Ba"), make_town("Jim")
    region = dataclasses.replace(make_town("Alif", "region"), id="r:A", name="Region A")
    other_region = dataclasses.replace(make_town("Ba", "region"), id="r:B", name="Region B")
    assert score_places(town, near) == 1
    assert score_places(town, far) == -1
    assert score_places(town, region) == 0.5
    assert score_places(region, other_region) == -1
    assert score_places(dataclasses.replace(town, country="NE"), far) == -1
    assert score_places(dataclasses.replace(town, lat=None, id=None, name="x"), far) == 0


def test_a_town_apart_from_one_of_the_towns_told_is_another_place():
    region = dataclasses.replace(make_town("Alif", "region"), id="r:A", name="Region A")
    assert score_nearest(make_town("Alif"), [region, make_town("Alif")]) == 1
    assert score_nearest(make_town("Jim"), [make_town("Jim"), make_town("Alif")]) == -1


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        (("killed", 50, 50, "w"), ("killed", 20, None, "w"), 2.0),
        (("killed", 50, 50, "w"), ("killed", 20, None, None), 0.3),
        (("killed", 9, 9, None), ("killed", 9, 9, "w"), 1.5),
        (("killed", 9, 9, None), ("killed", 12, 12, None), -1.0),
        (("killed", 9, 9, None), ("wounded", 12, 12, None), 0.0),
        (("killed", 1, 1, "w"), ("killed", 1, 1, "w"), 0.0),
        (("killed", 2, None, "w"), ("killed", 9, 9, "w"), 0.0),
    ],
)
def test_figures_fit_by_their_bounds_and_whom_they_count(one, other, score):
    assert score_counts([one], [other]) == score_counts([other], [one]) == score


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [("outcome", "ambush", 0), ("any", "fire", 0), ("battle", "ambush", -1), ("fire", "fire", 1), ("abuse", "any", -1)],
)
def test_kinds_of_violence_fit_unless_the_words_tell_them_apart(one, other, score):
    assert score_kinds(frozenset({one}), frozenset({other})) == score


# --- copies ----------------------------------------------------------------------------------------------------------

PASSAGE = [f"كلمة{number}" for number in range(60)]


def test_a_passage_is_its_own_copy_and_stays_one_when_a_word_changes():
    changed = [*PASSAGE[:30], "أخرى", *PASSAGE[31:]]
    assert score_copy(sketch(PASSAGE), sketch(PASSAGE)) == 1
    assert COPY <= score_copy(sketch(PASSAGE), sketch(changed)) < 1
    assert set(sketch_keys(sketch(PASSAGE))) & set(sketch_keys(sketch(changed)))


def test_strangers_and_short_passages_are_no_copies():
    assert score_copy(sketch(PASSAGE), sketch([word[::-1] for word in PASSAGE])) == 0
    assert sketch(PASSAGE[:8]) == ()
    assert score_copy((), ()) == 0


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_resemblance_is_the_same_from_both_sides(one, other):
    a, b = sketch(PASSAGE[one:]), sketch(PASSAGE[:other])
    assert score_copy(a, b) == score_copy(b, a)
    assert 0 <= score_copy(a, b) <= 1


# --- keys, links -----------------------------------------------------------------------------------------------------


def test_strands_of_one_town_and_day_share_a_key_and_others_none():
    [one] = profiles("one", ATTACK)
    [near] = profiles("two", dataclasses.replace(ATTACK, place="Ba", agents=[], targets=[]))
    [far] = profiles("three", dataclasses.replace(ATTACK, place="Jim", agents=[], targets=[]))
    [later] = profiles("four", dataclasses.replace(ATTACK, day=DAY + timedelta(days=9)))
    assert set(block_keys(one)) & set(block_keys(near))
    assert not set(block_keys(one)) & set(block_keys(far))
    assert not set(block_keys(one)) & set(block_keys(later))


def test_who_names_no_day_is_looked_for_before_its_paper_came_out():
    [dated] = profiles("one", ATTACK)
    [undated] = profiles("two", dataclasses.replace(ATTACK, day=None), told_on=DAY + timedelta(days=2))
    assert set(block_keys(dated)) & set(block_keys(undated))
    assert score_link(dated, undated).total >= LINK


def test_a_speech_act_is_found_by_its_speaker_and_its_day():
    call = Line(
        words="دعا القائد الجميع إلى الهدوء", head="دعا", type="REQUEST", subtype=None, agents=["red"], targets=["blue"]
    )
    [one], [other] = profiles("one", call), profiles("two", call, told_on=DAY + timedelta(days=1))
    [later] = profiles("three", call, told_on=DAY + timedelta(days=20))
    assert set(block_keys(one)) & set(block_keys(other))
    assert score_link(one, other).total >= LINK
    assert not set(block_keys(one)) & set(block_keys(later))
    assert score_link(one, later).total < LINK


def test_a_link_says_the_same_from_both_sides():
    [one] = profiles("one", ATTACK)
    [other] = profiles("two", dataclasses.replace(ATTACK, day=None, killed=9))
    assert score_link(one, other).total == score_link(other, one).total


def test_a_key_of_too_many_is_not_used():
    assert find_hot_keys([["a"]] * (MOST + 1) + [["b"]] * MOST) == {"a"}
    crowd = [*profiles("one", ATTACK), *profiles("two", ATTACK)]
    keyed = [block_keys(one) for one in crowd]
    assert find_links(crowd, keyed)
    assert not find_links(crowd, keyed, hot={key for keys in keyed for key in keys})


# --- events ----------------------------------------------------------------------------------------------------------


def test_the_subtype_that_says_most_names_the_event():
    def claims(*subtypes: str | None):
        return [make_claim(subtype=subtype) for subtype in subtypes]

    assert find_event_type(claims("kill", "kill", "attack", "ambush")) == ("ASSAULT", "ambush")
    assert find_event_type(claims("kill", "kill", "attack")) == ("ASSAULT", "attack")
    assert find_event_type(claims("injure", "kill", "kill")) == ("ASSAULT", "kill")
    assert find_event_type(claims(None)) == ("ASSAULT", None)


def test_an_event_has_the_days_named_most_and_the_closest_place():
    other_day = dataclasses.replace(ATTACK, words="وأسفر الهجوم عن قتلى", head="الهجوم", day=DAY, place=None)
    [event] = find_events(tell("one", ATTACK, other_day))
    assert event.time is not None
    assert (event.time.start, event.time.end) == (DAY, DAY)
    assert event.place is not None
    assert event.place.name == "Alif"
    assert event.title is not None
    assert event.title.en == "Attack, Alif, 27 July 2024"
    assert event.title.fr == "Attaque, Alif, 27 juillet 2024"
    assert event.title.ar.startswith("هجوم في ")
    assert event.title.ar.endswith("27 يوليو 2024")


def test_who_acts_together_is_a_side_and_who_suffers_another():
    line = dataclasses.replace(ATTACK, agents=["red", "orange"], targets=["blue", "?somebody"])
    [event] = find_events(tell("one", line))
    assert [[actor.id for actor in side.actors] for side in event.sides] == [["red", "orange"], ["blue"]]
    assert [side.id for side in event.sides] == ["red-side", "blue-side"]


def test_swapping_the_parties_swaps_the_sides_alone():
    swapped = dataclasses.replace(ATTACK, agents=["blue"], targets=["red"])
    [event], [other] = find_events(tell("one", ATTACK)), find_events(tell("one", swapped))
    assert [side.id for side in event.sides] == ["red-side", "blue-side"]
    assert [side.id for side in other.sides] == ["blue-side", "red-side"]
    assert event.title == other.title


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_kind_of_happening_has_a_name(language):
    words = load_title_words(language)
    assert set(EVENT_TYPES) - {"STATE"} <= words.kinds.keys()
    assert len(words.months) == 12
    named = load_title_words("en").kinds.keys()
    assert words.kinds.keys() == named
