"""What somebody says is a claim even where no word of happening names it."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def claims_of(*sentences: str) -> tuple[Claim, ...]:
    return read(" ".join(sentences)).claims


def words(claim: Any, text: str) -> str:
    return claim.span.of(text)


def test_what_is_said_without_a_word_of_happening_is_a_state() -> None:
    text = "وقال محافظ الإقليم إن الحصيلة ما زالت ناقصة في سجلات المشفى."
    [claim] = claims_of(text)
    assert claim.type == "STATE"
    assert "الحصيلة ما زالت ناقصة" in words(claim, text)
    assert [link.span.of(text) for link in claim.chain] == ["محافظ الإقليم"]


@pytest.mark.parametrize(
    "told",
    ["سوف نثأر لدماء رفاقنا في الأيام المقبلة", "لن نترك أرضنا مهما طال الزمن"],
)
def test_what_the_speaker_will_do_is_a_threat(told: str) -> None:
    [claim] = claims_of(f"وقال قائد الفصيل: «{told}».")
    assert claim.type == "THREATEN"


@pytest.mark.parametrize("told", ["يجب على الجميع ضبط النفس في المدينة", "على السكان البقاء في منازلهم حتى الصباح"])
def test_what_must_be_done_is_a_call(told: str) -> None:
    [claim] = claims_of(f"وقال رئيس البلدية إن «{told}».")
    assert claim.type == "REQUEST"


def test_a_telling_that_holds_a_happening_gets_no_statement_beside_it() -> None:
    claims = claims_of("وقال محافظ الإقليم إن مسلحين قتلوا ثلاثة حراس قرب البوابة.")
    assert [claim.type for claim in claims] == ["ASSAULT"]


@pytest.mark.parametrize("told", ["متى تنتهي هذه المعاناة الطويلة؟", "نعم هكذا"])
def test_a_question_or_two_words_are_no_statement(told: str) -> None:
    assert claims_of(f"وقال شيخ القرية: «{told}».") == ()


def test_talks_to_come_are_no_threat() -> None:
    [claim] = claims_of("وقال رئيس المجلس إن بلاده ستستضيف اللقاء على الأرجح.")
    assert (claim.type, claim.certainty) == ("CONSULT", "hedged")


@pytest.mark.parametrize(
    "told",
    [
        "المشكلة كبيرة جدا والتحديات كثيرة",
        "الأيام المقبلة حبلى بالمفاجآت السارة",
        "تربية الصغار على الصدق مسؤولية عظيمة",
    ],
)
def test_words_without_a_sign_of_conflict_are_no_statement(told: str) -> None:
    assert claims_of(f"وقال مدير المدرسة إن {told}.") == ()


@pytest.mark.parametrize(
    "told",
    [
        "المتمردين بعيدون عن تلك الناحية",
        "أربعة منهم في حالة حرجة",
        "ما يشاع عن الخزان لا أساس له",
        "لا أحد يعرف من أين جاء السلاح",
        "تمركزهم الكبير يقع خلف التلال",
    ],
)
def test_words_with_a_sign_of_conflict_are_one(told: str) -> None:
    assert [claim.type for claim in claims_of(f"وقال مدير المدرسة إن {told}.")] == ["STATE"]


@pytest.mark.parametrize("told", ["الحكومة ستكون سعيدة بالزيارة", "الوزير سيعود إلى العاصمة قريبا"])
def test_how_things_will_be_is_no_threat(told: str) -> None:
    assert "THREATEN" not in [claim.type for claim in claims_of(f"وقال الناطق إن {told}.")]


@pytest.mark.parametrize("told", ["العملية لن تتوقف قبل استعادة السد", "المقاتلين سيعودون إلى التلال"])
def test_what_a_party_will_do_is_a_threat(told: str) -> None:
    assert "THREATEN" in [claim.type for claim in claims_of(f"وقال قائد الفصيل إن {told}.")]


def test_a_preposition_is_no_duty() -> None:
    assert "REQUEST" not in [claim.type for claim in claims_of("وقال الناطق إنهم على صلة بالمتمردين خلف التلال.")]


def test_that_an_operation_took_place_is_an_attack() -> None:
    [claim] = claims_of("وقال ضابط في الجيش إن العملية تمت عند السد.")
    assert claim.type == "ASSAULT"


@pytest.mark.parametrize("called", ["متورط في تهريب السلاح", "ضالع في الفساد", "متواطئ مع المهربين"])
def test_whoever_is_called_implicated_is_accused(called: str) -> None:
    text = f"وقال رئيس البلدية إن الحزب {called}."
    [claim] = claims_of(text)
    assert (claim.type, claim.trigger.of(text)) == ("ACCUSE", called.split()[0])


def test_who_is_accused_may_be_named_in_the_clause_before() -> None:
    text = "وأكد رئيس البلدية وجود «أطراف ما زالت تعمل في السوق ونعتبرها متورطة في التهريب»."
    claim = next(c for c in claims_of(text) if c.type == "ACCUSE")
    assert words(claim, text).startswith("أطراف")
