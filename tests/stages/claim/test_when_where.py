"""When and where a claim's happening was: in its words, beside them, or where those who tell of it are."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.pipeline import analyze


def make_claims(text: str) -> tuple[Claim, ...]:
    return analyze(text, hints=Hints(published="2020-05-14", language="ar")).claims


def make_claim(text: str, word: str) -> Claim:
    """The claim that ``word`` names."""
    return next(c for c in make_claims(text) if c.trigger.of(text) == word)


def days(claim: Claim) -> tuple[str, str] | None:
    return (str(claim.time.start), str(claim.time.end)) if claim.time else None


def test_a_count_since_an_event_runs_from_its_day():
    text = "ومنذ تولي الوزير منصبه في 2 آذار، قتل 40 جنديا في الإقليم."
    claim = make_claim(text, "قتل")
    assert days(claim) == ("2020-03-02", "2020-05-14")


@pytest.mark.parametrize(
    "text",
    [
        "وقال مسؤول عسكري إن القصف، الذي بدأ صباح الأربعاء، واستهدف مخزنا قرب النهر دمره بالكامل.",
        "قال الناطق إنه مساء الأربعاء، وبعد ساعات من الهدوء، قصف الطيران مخزنا قرب النهر.",
    ],
)
def test_an_adverbial_of_the_sentence_dates_the_happening_beside_it(text: str):
    assert ("2020-05-13", "2020-05-13") in {days(c) for c in make_claims(text)}


def test_a_happening_does_not_take_the_day_of_another():
    text = "انفجرت عبوة في السوق الثلاثاء، ثم خطف مسلحون طبيبا."
    other = make_claim(text, "خطف")
    assert other.time is None or other.time.inherited


def test_what_has_no_days_is_not_carried_on():
    text = "تواصلت المعارك خلال الأيام الماضية، وقتل ثلاثة جنود."
    assert all(c.time is None or not c.time.inherited for c in make_claims(text))


def test_those_who_tell_of_their_own_place_say_where():
    text = "وقال سكان في بلدة عندان إن مقاتلات أغارت على مدرسة."
    place = make_claim(text, "أغارت").place
    assert place is not None
    assert (place.place.name, place.inherited) == ("Anadan", True)


def test_a_teller_in_a_capital_abroad_says_nothing_of_where():
    text = "وقال وزير في روسيا إن مقاتلات أغارت على مدرسة."
    place = make_claim(text, "أغارت").place
    assert place is None or place.place.country != "RU"
