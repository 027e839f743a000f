"""Choosing among namesakes."""

from __future__ import annotations

from riwaya.gazetteer.index import Match, load_gazetteer
from riwaya.gazetteer.lookup import Choice, Clues, resolve_place
from riwaya.gazetteer.names import name_key
from riwaya.model.provenance import Reason, Unresolved


def _matches(name: str) -> tuple[Match, ...]:
    return load_gazetteer().find(name_key(name))


def _chosen(name: str, clues: Clues) -> Choice:
    choice = resolve_place(_matches(name), clues)
    assert isinstance(choice, Choice)
    return choice


def test_the_country_of_the_document_decides_between_namesakes() -> None:
    assert _chosen("طرابلس", Clues(countries={"LY": 1.0})).entry.country == "LY"
    assert _chosen("البيضاء", Clues(countries={"YE": 1.0})).entry.country == "YE"
    assert _chosen("رفح", Clues(countries={"EG": 0.1, "PS": 1.0})).entry.country == "PS"


def test_the_country_beside_the_name_is_stronger_than_the_document() -> None:
    chosen = _chosen("دوما", Clues(country="SY", countries={"PS": 1.0}))
    assert chosen.entry.country == "SY"
    assert "stands beside it" in chosen.why


def test_the_noun_before_the_name_chooses_town_or_region() -> None:
    assert _chosen("كيدال", Clues(hint="town")).entry.feature == "town"
    assert _chosen("كيدال", Clues(hint="region")).entry.feature == "region"
    assert _chosen("كيدال", Clues()).entry.feature == "town"


def test_the_wider_place_named_behind_chooses() -> None:
    chosen = _chosen("البيضاء", Clues(countries={"LY": 1.0}, near=(14.3, 45.3), near_km=130.0))
    assert chosen.entry.country == "YE"
    assert "named next" in chosen.why


def test_no_match_is_a_value() -> None:
    assert resolve_place((), Clues()) == Unresolved(reason=Reason.UNKNOWN_NAME)


def test_every_choice_says_why() -> None:
    for name in ("كيدال", "طرابلس", "تين زاوتين"):
        assert _chosen(name, Clues()).entry.id in _chosen(name, Clues()).why
