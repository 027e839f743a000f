"""Who spoke before: the whole way goes on behind «وأضاف», a definite noun means who was named, a spokesman is not his body."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def last_claim(text: str) -> Claim:
    return next(c for c in reversed(read(text).claims) if "قتل" in c.trigger.of(text))


def chain_of(text: str) -> list[str]:
    return [link.span.of(text) for link in last_claim(text).chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وجرح راع، حسبما قال طبيب لرويترز. وأضاف الطبيب أن حارسا قتل.", ["رويترز", "الطبيب"]),
        ("وقال سامر الحلو لرويترز إن راعيا جرح. وأضاف الحلو أن حارسا قتل.", ["رويترز", "الحلو"]),
        ("وقال الشرطي سامر الحلو لرويترز إن راعيا جرح. وأضاف الشرطي الحلو أن حارسا قتل.", ["رويترز", "الشرطي الحلو"]),
        (
            "وقال الجندي سامر الحلو لرويترز إن راعيا جرح. وأضاف الجندي «سامر الحلو» أن حارسا قتل.",
            ["رويترز", "الجندي «سامر الحلو»"],
        ),
        ("وقال ضابط لرويترز إن راعيا جرح. وأضاف الشرطي سامر الحلو أن حارسا قتل.", ["الشرطي سامر الحلو"]),
        ("وقال ضابط إن راعيا جرح، وفقا لوكالة رويترز. وأوضح الضابط أن حارسا قتل.", ["الضابط"]),
        ("وقال الوالي في بيان إن راعيا جرح. وأكد أن حارسا قتل.", ["الوالي"]),
        (
            "وقال ضابط في الحرس إن راعيا جرح.\n\nوقال القيادي في حماس سامر عوض الله إن حارسا قتل.",
            ["القيادي في حماس سامر عوض الله"],
        ),
        ("أفادت حصيلة لوزارة الدفاع بأن راعيا جرح. وأضافت الحصيلة أن حارسا قتل.", ["الحصيلة"]),
        ("وقالت البلدية في بيان إن «راعيا جرح قرب السد». وأكد أن حارسا قتل.", ["البلدية"]),
        ("وقال وجيه محلي لرويترز إن راعيا جرح. وقتل حارس، وفقا للمصدر ذاته.", ["رويترز", "وجيه محلي"]),
        ("وقالت مصادر طبية إن راعيا جرح. وذكر مصدر أمني أن بيتا احترق. وقتل حارس، بحسب المصدر نفسه.", ["مصدر أمني"]),
        ("وقالت مصادر طبية إن راعيا جرح. وقالت هذه المصادر إن حارسا قتل.", ["مصادر طبية"]),
        ("وقالت وكالة رويترز إن راعيا جرح. ونقلت عن طبيب أن حارسا قتل.", ["وكالة رويترز", "طبيب"]),
    ],
)
def test_the_way_goes_on(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected


def test_a_spokesman_behind_his_body_speaks_himself() -> None:
    assert chain_of("أعلن الجيش المالي أن راعيا جرح. وقال المتحدث العسكري إن حارسا قتل.") == ["المتحدث العسكري"]
    assert chain_of("قال ضابط مالي إن راعيا جرح. وقال المتحدث إن حارسا قتل.") == ["المتحدث"]
    first = "قال ضابط مالي إن راعيا جرح. "
    assert last_claim(first + "وقال المتحدث إن حارسا قتل.").chain[-1].source == read(first).claims[0].chain[-1].source


def test_a_noun_alone_means_the_body_whose_name_begins_with_it() -> None:
    text = "قالت شبكة أطباء السودان إن راعيا جرح. وذكرت الشبكة أن حارسا قتل."
    (link,) = last_claim(text).chain
    assert (link.span.of(text), link.source.name) == ("الشبكة", "Sudan Doctors Network")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال صادق خطير إن حارسا قتل.", "صادق خطير"),
        ("وقال كبير المفاوضين إن حارسا قتل.", "كبير المفاوضين"),
        ("وقال آمر اللواء إن حارسا قتل.", "آمر اللواء"),
        ("وقال جريح إن حارسا قتل.", "جريح"),
        ("وقال المجلس البلدي للمدينة إن حارسا قتل.", "المجلس البلدي"),
    ],
)
def test_names_offices_and_the_hurt_that_look_like_other_words_speak(text: str, expected: str) -> None:
    (link,) = last_claim("أعلن الحرس أن راعيا جرح. " + text).chain
    assert expected in link.span.of("أعلن الحرس أن راعيا جرح. " + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لكن المتحدث باسم الحرس سامر الحلو لم يؤكد حصيلة القتلى، لافتا إلى أن حارسا قتل.", "المتحدث باسم الحرس"),
        ("ولم يؤكد الحرس الخبر لكن المتحدث باسمه سامر الحلو أشار إلى أن حارسا قتل.", "المتحدث باسمه"),
    ],
)
def test_a_toll_and_the_subject_of_another_clause_do_not_speak(text: str, expected: str) -> None:
    assert expected in chain_of(text)[-1]


def test_a_claim_of_responsibility_inside_what_is_told_is_the_claimants() -> None:
    text = "قال ضابط إن حارسا قتل، في هجوم أعلنت جبهة الصقور مسؤوليتها عنه."
    claim = next(c for c in read(text).claims if "مسؤوليتها" in c.trigger.of(text))
    assert [link.span.of(text) for link in claim.chain] == ["جبهة الصقور"]
    told = "قال ضابط إن جبهة الصقور أعلنت مسؤوليتها عن هجوم قرب السد."
    claim = next(c for c in read(told).claims if "مسؤوليتها" in c.trigger.of(told))
    assert [link.span.of(told) for link in claim.chain] == ["ضابط", "جبهة الصقور"]


@pytest.mark.parametrize(
    "again",
    [
        "وبحسب ذات المصادر فإن حارسا قتل.",
        "ووفق نفس المصادر قتل حارس.",
        "وقالت ذات المصادر إن حارسا قتل.",
    ],
)
def test_the_very_sources_are_those_before(again: str) -> None:
    first = "أفادت مصادر محلية بأن راعيا جرح. "
    (link,) = last_claim(first + again).chain
    assert link.span.of(first + again) == "مصادر محلية"


@pytest.mark.parametrize(
    ("first", "again", "called"),
    [
        ("قال قائد في الحرس لوكالة الأناضول إن راعيا جرح. ", "وأوضح القائد أن حارسا قتل.", "القائد"),
        ("قال ضابط في الحرس لوكالة الأناضول إن راعيا جرح. ", "وقتل حارس، بحسب الضابط.", "الضابط"),
    ],
)
def test_a_person_who_goes_on_still_tells_it_to_the_same_agency(first: str, again: str, called: str) -> None:
    before, chain = read(first).claims[0].chain, last_claim(first + again).chain
    assert [link.source for link in chain] == [link.source for link in before]
    assert [link.span.of(first + again) for link in chain] == ["وكالة الأناضول", called]


def test_another_person_does_not_go_on_for_the_first() -> None:
    text = "قال طبيب في المشفى لوكالة الأناضول إن راعيا جرح. وأوضح الضابط أن حارسا قتل."
    assert [link.span.of(text) for link in last_claim(text).chain] == ["الضابط"]


@pytest.mark.parametrize(
    "text",
    [
        "بث تنظيم القاعدة تسجيلا مصورا توعد فيه فرنسا بشن هجمات.",
        "نشر تنظيم القاعدة شريطا مصورا هدد فيه إيطاليا بشن هجمات.",
    ],
)
def test_whom_a_recording_threatens_does_not_speak_in_it(text: str) -> None:
    claim = next(c for c in read(text).claims if c.type == "THREATEN")
    assert [link.source.id for link in claim.chain] == ["al-qaeda"]


def test_a_body_that_agrees_with_the_verb_speaks_in_its_paper() -> None:
    text = "ونشر الموقع بيانا هددت فيه جبهة الصقور بشن هجمات."
    claim = next(c for c in read(text).claims if c.type == "THREATEN")
    assert "جبهة الصقور" in claim.chain[-1].span.of(text)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("قال مسؤول أمني لوكالة رويترز إن راعيا جرح. ", "وقال المسؤول الأمني إن حارسا قتل."),
        ("قال عامل إغاثة لوكالة رويترز إن راعيا جرح. ", "وأوضح عامل الإغاثة أن حارسا قتل."),
    ],
)
def test_who_was_brought_in_by_two_words_goes_on_by_both(first: str, again: str) -> None:
    before, chain = read(first).claims[0].chain, last_claim(first + again).chain
    assert [link.source for link in chain] == [link.source for link in before]
    assert [link.span.of(first + again) for link in chain] == ["وكالة رويترز", " ".join(again.split()[1:3])]


def test_an_official_of_another_kind_is_another() -> None:
    text = "قال مسؤول أمني لوكالة رويترز إن راعيا جرح. وقال المسؤول الطبي إن حارسا قتل."
    assert [link.span.of(text) for link in last_claim(text).chain] == ["المسؤول الطبي"]


def test_the_army_is_no_movement_that_was_named_before() -> None:
    text = "وهاجمت بوكو حرام مخافر الشرطة مرتين، ويقول الجيش إن حارسا قتل."
    assert chain_of(text) == ["الجيش"]


def test_what_is_added_goes_on_right_behind_also_where_the_gender_slips() -> None:
    text = "وقال طبيب إن راعيا جرح. وقالت وكالة رويترز إن بيتا احترق. وأضاف أن حارسا قتل."
    assert chain_of(text) == ["وكالة رويترز"]
    assert chain_of(text.replace("وأضاف", "وذكر")) == ["طبيب"]


def test_an_official_of_a_body_who_is_named_is_no_official_before() -> None:
    text = "وقال مسؤولون إن راعيا جرح. وقتل حارس، وفقا لما قاله المسؤول بالشرطة سامر خان."
    assert chain_of(text)[-1].startswith("المسؤول")
    again = "وقال مسؤول طبي إن راعيا جرح. وقتل حارس، وفقا لما قاله المسؤول."
    assert chain_of(again) == ["المسؤول"]
    assert last_claim(again).chain[-1].source.name == "a medical official"  # quoted as called, and the one named before


def test_the_army_is_no_armed_group_that_was_named_before() -> None:
    text = "قال الجيش إن داعش أحرق الجسر. وقال الجيش إن حارسا قتل."
    assert chain_of(text) == ["الجيش"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقالت بلدية السهل في بيان إن راعيا جرح. وأوضح ذات البيان أن حارسا قتل.", ["بلدية السهل"]),
        ("وقالت بلدية السهل في بيان إن راعيا جرح. وكشف نفس البيان أن حارسا قتل.", ["بلدية السهل"]),
        (
            "ونقلت رويترز عن سامر الحلو قوله إن راعيا جرح. وأضاف المسؤول المحلي أن حارسا قتل.",
            ["رويترز", "المسؤول المحلي"],
        ),
        ("وقال شاهد ويدعى سامر قرناوي لرويترز إن راعيا جرح. وأضاف قرناوي أن حارسا قتل.", ["رويترز", "قرناوي"]),
        ("وقالت رويترز إن راعيا جرح، بحسب حراس محليين، وأضافوا أن حارسا قتل.", ["حراس محليين"]),
        ("وقالت البلدية في بيان إن راعيا جرح. وحسب البيان يضم المخفر الذي قتل فيه الحارس غرفا.", ["البلدية"]),
    ],
)
def test_who_is_called_again_by_other_words(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected


def test_an_office_behind_a_body_is_somebody_new() -> None:
    assert chain_of("وقالت البلدية لرويترز إن راعيا جرح. وأضاف المسؤول المحلي أن حارسا قتل.") == ["المسؤول المحلي"]


def test_one_of_several_who_spoke_together_is_meant_alone() -> None:
    text = "وقالت وزارة الري وضابط في الحرس إن راعيا جرح. وقالت الوزارة إن حارسا قتل."
    assert chain_of(text) == ["الوزارة"]
    text = "وقالت وزارة الري إن راعيا جرح. وقالت الوزارة إن حارسا قتل."
    assert chain_of(text) == ["وزارة الري"]


def test_the_media_told_before_are_meant_alone_and_not_whom_they_quote() -> None:
    text = "وقالت وسائل إعلام محلية، استنادا إلى مصادر طبية، إن راعيا جرح. وقالت الوسائل إن حارسا قتل."
    assert chain_of(text) == ["وسائل إعلام محلية"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال مسؤولون أمنيون إن راعيا قتل. وذكر خمسة مسؤولين إن بيتا احترق. وأضاف المسؤولون أن حارسا قتل.",
            ["خمسة مسؤولين"],
        ),
        ('وبحسب بيان لقيادة الحرس فإن الجسر انهار. وبحسب البيان فإن المهاجمين "قتلوا حارسا".', ["قيادة الحرس"]),
        ("وبحسب بيان لقيادة الحرس فإن القصف طال سوقا، مشيرا إلى أن حارسا قتل.", ["قيادة الحرس"]),
        ("وكانت حصيلة سابقة لوزارة الصحة قد أشارت إلى مقتل حارس.", ["وزارة الصحة"]),
    ],
)
def test_a_paper_is_its_authors_and_the_nearest_are_meant(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected
