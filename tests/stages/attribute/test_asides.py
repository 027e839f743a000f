"""Sources named in passing: between commas, behind a semicolon, at the end."""

from __future__ import annotations

import pytest

from tests.news import read


def chain(text: str, trigger: str) -> list[str]:
    claim = next(c for c in read(text).claims if trigger in c.trigger.of(text))
    return [link.span.of(text) for link in claim.chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خطف تاجر في السوق؛ وذلك وفقا لما أعلنه مصدر أمني.", ["مصدر أمني"]),
        ("خطف تاجر في السوق؛ وفق ما ذكره مصدر أمني، اليوم الثلاثاء.", ["مصدر أمني"]),
        ("خطف تاجر في السوق، وذلك بحسب مصدر أمني.", ["مصدر أمني"]),
        ("خطف تاجر في السوق، على ما أفادت الشرطة، مشيرة إلى أن الطريق مغلق.", ["الشرطة"]),
        ("خطف تاجر، حسبما أعلن مسؤول محلي، الذي أوضح أن الطريق مغلق.", ["مسؤول محلي"]),
        ("خطف تاجر، حسبما ذكرت وكالة أنباء محلية عن شهود.", ["وكالة أنباء محلية", "شهود"]),
        ("قال العمدة إن تاجرا خطف، وفقا لتقرير قناة العربية.", ["تقرير قناة العربية", "العمدة"]),
        ("قال العمدة إن تاجرا خطف، بحسب ما نقل موقع «الساقية».", ["موقع «الساقية»", "العمدة"]),
        ('قال العمدة إن تاجرا خطف، وفق حصيلة "أولية".', ["العمدة"]),
    ],
)
def test_a_source_behind_what_is_told(text: str, expected: list[str]) -> None:
    assert chain(text, "خطف") == expected


@pytest.mark.parametrize(
    ("aside", "through"),
    [
        ("، حسب الوكالة،", "الوكالة"),
        (" - حسبما نقل موقع محلي -", "موقع محلي"),
        ("- وفق ما أوردته وكالة أنباء (النهر) المحلية-", "وكالة أنباء (النهر)"),
    ],
)
@pytest.mark.parametrize("told", ["أن تاجرا خطف في السوق", "خطف تاجر في السوق"])
def test_an_aside_between_marks_is_told_through(aside: str, through: str, told: str) -> None:
    assert chain(f"وأكد متحدث باسم الشرطة{aside} {told}.", "خطف") == [through, "متحدث باسم الشرطة"]


def test_an_aside_leaves_the_words_of_a_speech_act_whole() -> None:
    text = "واتهم الحزب، بحسب الوكالة، الحكومة بقتل تاجر."
    [claim] = [c for c in read(text).claims if c.trigger.of(text) == "واتهم"]
    assert claim.span.of(text).endswith("تاجر")


@pytest.mark.parametrize(
    ("text", "trigger", "teller"),
    [
        ("وأدان الاتحاد مقتل شرطي، كما ذكر مدير المشفى، حسن الفهد، أن تاجرا خطف.", "خطف", "مدير المشفى"),
        ("قال شهود إن منزلا دمر، كما أكد تلفزيون تابع للحزب أيضا حصول الهجوم.", "الهجوم", "تلفزيون"),
        ("قال طبيب إن الطريق مغلق. وأكد هذا الخبر عضو المجلس، تارو مونغو، الذي قال إن تاجرا خطف.", "خطف", "عضو المجلس"),
        ("وكانت حصيلة أولى للانفجار الذي هز السوق، أفادت صباحا عن مقتل سبعة.", "مقتل", "حصيلة أولى"),
    ],
)
def test_a_name_or_a_clause_between_keeps_nobody_from_telling(text: str, trigger: str, teller: str) -> None:
    [link] = chain(text, trigger)
    assert link.startswith(teller)


def test_a_name_between_commas_behind_what_was_told_tells_it() -> None:
    assert chain("خطف تاجر، كما ذكر مدير المشفى، حسن الفهد، وأصيب عشرة.", "خطف") == ["مدير المشفى"]


def test_marks_that_close_open_no_name_and_speech_is_none() -> None:
    text = 'قال المصدر إن "تاجرا خطف على يد التنظيم"، وفقا لوكالة "النهر".'
    assert chain(text, "خطف")[0].startswith("وكالة")
    text = 'قال المصدر المحلي "إن المسلحين خطفوا تاجرا".'
    assert chain(text, "خطفوا") == ["المصدر المحلي"]


def test_a_page_of_the_speakers_own_carries_nothing() -> None:
    assert chain("قال العمدة عبر قناته على تطبيق تليجرام إن تاجرا خطف.", "خطف") == ["العمدة"]
    assert chain("قال العمدة عبر قناة محلية إن تاجرا خطف.", "خطف") == ["قناة محلية", "العمدة"]


def test_the_body_belongs_to_its_spokesman() -> None:
    assert chain("وقال المتحدث باسم وزارة الزراعة إن تاجرا خطف.", "خطف") == ["المتحدث باسم وزارة الزراعة"]


def test_a_noun_follows_that_and_no_verb_of_answering() -> None:
    assert chain("وبحسب العمدة، فإن رد جيش مالي جوا وبرا أتاح «خطف تاجر من المسلحين».", "خطف") == ["العمدة"]


def test_a_sentence_that_opens_with_whom_an_agency_quotes_tells_what_follows() -> None:
    text = "جرح راع. كما نقلت وكالة رويترز، عن شاهدين قولهما إن حارسا قتل."
    claim = next(c for c in read(text).claims if "قتل" in c.trigger.of(text))
    assert [link.span.of(text) for link in claim.chain] == ["وكالة رويترز", "شاهدين"]
