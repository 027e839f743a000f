"""What is put forward, and what is only asked, unheard of or the means of something else."""

from __future__ import annotations

import pytest

from tests.news import read


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


def test_who_is_taken_after_a_killing_is_another_happening() -> None:
    assert triggers("قتل المهاجمون ستة حراس وخطفوا أربع فتيات من القرية مساء السبت.") == ["قتل", "وخطفوا"]


def test_two_who_were_killed_and_two_who_were_taken_are_one_happening() -> None:
    assert triggers("قتل جنديان وأسر اثنان في مواجهات قرب السد.") == ["قتل"]


@pytest.mark.parametrize("text", ["كيف بدأت المواجهات في المدينة؟", "لماذا هاجم المسلحون القافلة وسط الصحراء؟"])
def test_a_question_puts_nothing_forward(text: str) -> None:
    assert triggers(f"هدأت الأوضاع في البلدة مع حلول المساء.\n\n{text}") == []


@pytest.mark.parametrize("unheard", ["ولم ترد أنباء عن إصابات", "ولم ترد أي معلومات عن خسائر بشرية"])
def test_that_nothing_is_known_is_no_claim(unheard: str) -> None:
    assert triggers(f"قصفت طائرات مجهولة مستودعا في الميناء، {unheard} حتى الآن.") == ["قصفت"]


def test_suspected_gunmen_stay_in_their_clause() -> None:
    text = "قتل عشرون شخصا في كمين نصبه مسلحون يشتبه بأنهم متطرفون لقافلة تموين قرب السد."
    [claim] = read(text).claims
    assert claim.span.of(text).startswith("قتل عشرون")
    assert "لقافلة تموين" in claim.span.of(text)


def test_who_dies_of_wounds_was_killed_and_who_dies_of_illness_was_not() -> None:
    assert triggers("توفي الشاب سالم متأثرا بإصابته برصاص القناصة في المدينة.") == ["توفي"]
    assert triggers("توفي الشيخ سالم بعد مرض طويل في المدينة.") == []


def test_a_short_jussive_counts_only_after_its_particle() -> None:
    [claim] = read("قتل ثلاثة تجار في كمين نصبه مسلحون قرب السد.").claims
    assert [f.measure for f in claim.figures] == ["killed"]


def test_who_takes_responsibility_names_the_claim() -> None:
    assert triggers("وأعلنت جماعة متطرفة مسؤوليتها عن الهجوم على المستودع.") == ["مسؤوليتها"]


def test_what_went_before_is_told_apart() -> None:
    assert triggers("استعاد الجيش المدينة بعد طرد المسلحين من الميناء.") == ["استعاد", "طرد"]


def test_a_harm_with_a_cause_of_its_own_is_another_happening() -> None:
    text = "استهدفت سيارة مفخخة ثكنة عند الجسر القديم، وقتل أربعة جنود في كمين قرب السد."
    assert triggers(text) == ["استهدفت", "وقتل"]


def test_a_plan_is_a_threat_and_not_yet_the_deed() -> None:
    [claim] = read("كانت الخلية المسلحة تعتزم تنفيذ هجمات في العاصمة.").claims
    assert claim.type == "THREATEN"


def test_no_fewer_than_dismisses_nobody() -> None:
    assert triggers("قتل ما لا يقل عن ثلاثة حراس في هجوم على المستودع.") == ["قتل"]


def test_a_joined_deed_after_a_refusal_is_a_claim_of_its_own() -> None:
    assert triggers("رفض المحاصرون الاستسلام وأطلقوا النار على رجال الشرطة.") == ["رفض", "وأطلقوا"]


def test_who_escaped_a_murder_tells_of_it() -> None:
    assert triggers("ونجا مرشح من الاغتيال يوم الخميس في المدينة.") == ["الاغتيال"]


def test_another_of_its_kind_is_another_happening() -> None:
    assert triggers("هز انفجار كبير الميناء، أعقبته انفجارات أخرى في الضاحية.") == ["انفجار", "انفجارات"]
