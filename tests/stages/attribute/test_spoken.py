"""Speech that is easily lost: behind «فقد», after «د.», without «أن», in one quotation, behind whoever issued a paper."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def claim_of(text: str, trigger: str) -> Claim:
    return next(c for c in read(text).claims if trigger in c.trigger.of(text))


def chain_of(text: str, trigger: str) -> list[str]:
    return [link.span.of(text) for link in claim_of(text, trigger).chain]


def test_a_telling_behind_faqad_has_its_own_subject_whatever_the_sentence_before_ends_with() -> None:
    text = "قال شهود من القرية إن راعيا جرح في غارة من طائرة مسيرة. فقد أعلن الجيش السوداني أن حارسا قتل عند الجسر."
    assert chain_of(text, "قتل") == ["الجيش السوداني"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأوضح د. سالم بن عباس أن حارسا قتل.", "د. سالم بن عباس"),
        ("وأكد د. الباوزيري أن حارسا قتل.", "د. الباوزيري"),
        ("وقال أ.د. خالد العمري إن حارسا قتل.", "أ.د. خالد العمري"),
        ("وأشار د.مازن الخياط – عضو المجلس السابق – إلى مقتل حارس.", "د.مازن الخياط"),
        ("وذكر م. ناصر الحربي أن حارسا قتل.", "م. ناصر الحربي"),
    ],
)
def test_a_title_with_a_dot_neither_ends_the_sentence_nor_hides_the_speaker(text: str, expected: str) -> None:
    assert chain_of(text, "قتل") == [expected] or chain_of(text, "مقتل") == [expected]


def test_initials_and_letters_of_an_agency_are_no_titles() -> None:
    text = "وقال المصدر لوكالة الأنباء الألمانية (د. ب. أ) إن حارسا قتل. وقال المتهم م. ع. إنه بريء."
    assert not any(link.span.of(text).startswith(("د.", "م.")) for c in read(text).claims for link in c.chain)


def test_letters_with_dots_behind_an_agency_do_not_end_what_is_told() -> None:
    text = "وقال ضابط لوكالة أنباء الشرق الأوسط (أ.ش.أ) أمس إن حارسا قتل."
    assert chain_of(text, "قتل")[-1] == "ضابط"


@pytest.mark.parametrize(
    "text",
    [
        "وقال الدوسري في تصريحات لـ «الوادي» القوات سيطرت على الجسر.",
        "وقال الدوسري في حديث مع صحيفة «الوادي» القوات سيطرت على الجسر.",
    ],
)
def test_speech_that_nothing_opens_begins_behind_the_outlet_it_was_given_to(text: str) -> None:
    claim = claim_of(text, "سيطرت")
    assert claim.chain[-1].span.of(text) == "الدوسري"
    assert claim.span.of(text).startswith("القوات")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وجاء في بيان صدر عن ديوان الرئاسة أن حارسا قتل.", "ديوان الرئاسة"),
        ("وذكر البيان الصادر عن الديوان الملكي أن حارسا قتل.", "الديوان الملكي"),
        ("وجاء أيضا في بيان الجيش أن حارسا قتل.", "الجيش"),
    ],
)
def test_a_paper_is_told_by_whoever_issued_it(text: str, expected: str) -> None:
    assert chain_of(text, "قتل") == [expected]


def test_two_tellings_of_one_quotation_stand_beside_each_other_in_what_is_relayed() -> None:
    text = (
        'ونقلت صحيفة "الوادي" أن "الأمير سالم أكد لزواره أن حارسا جرح عند البوابة، '
        'وأكد الأمير أنه لم يقتل أحد من الحراس".'
    )
    assert chain_of(text, "جرح") == ['صحيفة "الوادي"', "الأمير سالم"]
    assert [link.source.name for link in claim_of(text, "يقتل").chain] == ["newspaper", "emir"]


def test_and_mentioned_that_goes_on_for_the_last_speaker_and_alone_is_nobodys() -> None:
    text = "وقال عبدالله باحميش عضو اللجنة الطبية إن حارسا جرح. وذكر أن راعيا قتل."
    assert chain_of(text, "قتل") == ["عبدالله باحميش"]
    assert chain_of("ذكر أن راعيا قتل عند الجسر.", "قتل") == []


@pytest.mark.parametrize("coming", ["بوقوع انفجار", "بسماع دوي انفجار", "عن حدوث انفجار"])
def test_what_came_about_is_told_also_behind_a_noun_that_only_says_so(coming: str) -> None:
    verb = "وأفادت" if coming.startswith("ب") else "وتحدثت"
    assert chain_of(f"{verb} مصادر طبية {coming} قرب السوق.", "انفجار") == ["مصادر طبية"]


def test_another_voice_joined_behind_a_comma_stands_beside() -> None:
    text = "وتحدث ضابط عن مقتل راع في البلدة، وبحسب طبيب محلي جرح حارس في الهجوم."
    assert [link.span.of(text) for link in claim_of(text, "جرح").chain] == ["طبيب محلي"]


@pytest.mark.parametrize("text", ["قدر", "وقتل حارس قرب السد، وقدّر", "قال الضابط إن حارسا قتل وإنه قدّر"])
def test_a_verb_of_telling_may_be_the_last_word_of_a_page(text: str) -> None:
    assert all(claim.span.end <= len(text) for claim in read(text).claims)
