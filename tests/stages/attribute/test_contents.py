"""How far what is told reaches: over asides, results and «حيث», over the sentences of a quotation."""

from __future__ import annotations

import pytest

from tests.news import read


def chains(text: str) -> dict[str, list[str]]:
    return {c.trigger.of(text): [link.span.of(text) for link in c.chain] for c in read(text).claims}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("وأعلن الحرس، منذ قليل، مقتل ثلاثة من رجاله.", "مقتل", "الحرس"),
        ("وأعلن الحرس، على لسان ناطقه في السد، مقتل ثلاثة من رجاله.", "مقتل", "ناطقه"),
        ("وأكد المستوصف الذي يشرف على إسعاف البلدة، مقتل ثلاثة رعاة.", "مقتل", "المستوصف"),
        ("وأعلن الحرس مقتل ثلاثة من رجاله، حيث سقطت قذيفة على مخفر السد.", "سقطت", "الحرس"),
        ("وأعلنت الشرطة مقتل ثلاثة رعاة، فيما اختطف مهربون حارسين قرب السد.", "اختطف", "الشرطة"),
        ("وأفادت البلدية، الأربعاء، بوفاة ثلاثة رعاة وإصابة حارسين في الاشتباكات.", "بوفاة", "البلدية"),
    ],
)
def test_what_is_told_goes_on_over_what_stands_between(text: str, trigger: str, expected: str) -> None:
    assert expected in chains(text)[trigger][-1]


def test_a_noun_behind_an_open_preposition_is_not_what_is_told() -> None:
    assert not any(chains("وأعلن الحرس على إثر هجمات قرب السد فتح المعبر.").get("هجمات", ()))


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("تبنت جبهة الصقور الكمين الذي استهدف دورية للحرس، وخلف تسعة قتلى.", 1),
        ("أعلنت جبهة الصقور مسؤوليتها عن هجوم على مخفر في السهل، قرب السد، يوم الأحد، أسفر عن مقتل تسعة حراس.", 1),
        ("تبنت جبهة الصقور الكمين الذي استهدف دورية للحرس، وأسفر القصف عن مقتل تسعة.", 0),
    ],
)
def test_what_came_of_a_blow_is_told_with_it_unless_it_has_a_subject_of_its_own(text: str, links: int) -> None:
    assert {len(chain) for trigger, chain in chains(text).items() if trigger not in ("الكمين", "مسؤوليتها")} <= {links}


def test_what_came_of_a_blow_that_is_condemned_is_the_papers_own() -> None:
    text = "أدانت البلدية التفجير الذي استهدف مخفر السد، وأسفر عن مقتل تسعة حراس."
    assert chains(text)["مقتل"] == []


def test_that_something_came_about_is_no_source() -> None:
    assert chains("وعاد الهدوء منذ إعلان قيام التنظيم في السهل، وقتل حارسان قرب السد.")["وقتل"] == []


@pytest.mark.parametrize("marks", ["«»", '""'])
def test_a_quotation_inside_what_is_told_goes_on_over_its_sentences(marks: str) -> None:
    text = f"وذكر راع أن المهربين {marks[0]}باغتوا الحراس قرب السد. وقتل ثمانية منهم في الحال{marks[1]}."
    assert chains(text)["وقتل"] == ["راع"]


def test_a_sentence_behind_the_quotation_is_the_papers_own() -> None:
    text = "وذكر راع أن المهربين «باغتوا الحراس قرب السد». وقتل ثمانية منهم في الحال."
    assert chains(text)["وقتل"] == []


def test_a_noun_in_marks_behind_bi_is_told() -> None:
    text = 'أفاد بيان عسكري بـ"مقتل" حارس قرب السد.'
    (claim,) = read(text).claims
    assert [link.span.of(text) for link in claim.chain] == ["بيان عسكري"]


@pytest.mark.parametrize("aside", ["-وهو فصيل يقول خصوم الوالي إنه صغير-", "(وهو فصيل تقول القرى إنه صغير)"])
def test_what_is_told_in_an_aside_ends_with_it(aside: str) -> None:
    text = f"وأوضح المتحدث باسم الحرس أن عناصر من الفصيل {aside} شنوا هجمات على المخافر."
    claim = next(c for c in read(text).claims if "هجمات" in c.trigger.of(text))
    assert [link.span.of(text) for link in claim.chain] == ["المتحدث باسم الحرس"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ونقلت وسائل إعلام محلية عن الحرس نبأ مقتل ثلاثة رعاة.", ["وسائل إعلام محلية", "الحرس"]),
        ("ونقلت وسائل إعلام محلية عن الحرس مقتل ثلاثة رعاة.", ["وسائل إعلام محلية", "الحرس"]),
        ("وأفادت سلطات السهل الواقع قرب الحدود والذي يتعرض لفيضانات، عن مقتل ثلاثة رعاة.", ["سلطات السهل الواقع"]),
        ("وفي مايو 2013 قال العمدة إنه شهد مقتل ثلاثة رعاة.", ["العمدة"]),
        ("وقالت رويترز نقلا عن ضابط لم تكشف عنه، إن مقتل الرعاة وقع ليلا.", ["رويترز", "ضابط"]),
    ],
)
def test_what_stands_between_or_opens_nothing_hides_no_telling(text: str, expected: list[str]) -> None:
    assert chains(text)["مقتل"] == expected


def test_a_noun_of_telling_is_passed_on_with_what_it_tells() -> None:
    found = chains("ونقلت تقارير صحفية إقرار الحرس بمسؤوليته عن هجوم على السد.")
    assert found["بمسؤوليته"] == ["تقارير صحفية", "الحرس"]


def test_what_came_of_an_ascribed_blow_is_passed_on_by_nobody() -> None:
    assert chains("ونقل الجرحى غداة هجوم نسب إلى جبهة الصقور وقصف بلدة السد.")["وقصف"] == []


@pytest.mark.parametrize(
    "said", ["، يقول العمدة سامر الحلو.", "، قال العمدة سامر الحلو لأهالي السد.", "، هكذا قال العمدة سامر الحلو."]
)
def test_a_quotation_is_told_by_the_verb_behind_it(said: str) -> None:
    assert chains(f"«قتل ثلاثة رعاة قرب السد»{said}")["قتل"][-1].startswith("العمدة")


def test_a_quotation_before_a_joined_verb_is_not_its() -> None:
    found = chains("وقال الحرس «قتل ثلاثة رعاة قرب السد»، وأعلن العمدة حظر الصيد.")
    assert found["قتل"] == ["الحرس"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأقر الحرس بإصابة راع، بعد أن كانت مصادر طبية ذكرت أن ثلاثة قتلوا.", ["مصادر طبية"]),
        ("وأقر الحرس بإصابة راع، بعدما كانت مصادر طبية قد ذكرت أن ثلاثة قتلوا.", ["مصادر طبية"]),
        ("وأعلن الحرس أن راعيا جرح، وكانت مصادر طبية ذكرت أن ثلاثة قتلوا.", ["مصادر طبية"]),
        ("وأعلن الحرس أن مصادر طبية ذكرت أن ثلاثة قتلوا.", ["الحرس", "مصادر طبية"]),
    ],
)
def test_what_others_had_told_before_is_not_told_again(text: str, expected: list[str]) -> None:
    assert chains(text)["قتلوا"] == expected


@pytest.mark.parametrize("others", ["وجرح 13 آخرين في كمين", "وجرح ثلاثة آخرين في كمين"])
def test_a_noun_written_like_a_verb_goes_on_where_those_it_counts_are_oblique(others: str) -> None:
    assert chains(f"أعلن الحرس مقتل سبعة رعاة، {others}.")["مقتل"] == ["الحرس"]
    assert "وجرح" not in chains(f"أعلن الحرس مقتل سبعة رعاة، {others}.")


def test_a_passive_verb_with_its_subject_begins_anew() -> None:
    assert chains("أعلن الحرس مقتل سبعة رعاة، وجرح 13 آخرون في كمين.")["وجرح"] == []


def test_a_noun_of_coming_is_what_is_told_over_who_did_it() -> None:
    text = "أفادت تقارير صحفية في السهل بتنفيذ الحرس عددا من الغارات على السوق."
    assert chains(text)["الغارات"] == ["تقارير صحفية"]


def test_the_application_on_which_it_was_made_known_bars_nothing() -> None:
    text = "أعلنت جبهة الصقور، في بيان نشر على تطبيق للهواتف مساء السبت، مسؤوليتها عن تفجير في السوق."
    assert ["جبهة الصقور"] in chains(text).values()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ('وأعلن الحرس "مقتل ثلاثة رعاة".', "مقتل", ["الحرس"]),
        ("وأكد مصدر طبي «مقتل ثلاثة رعاة» في السوق.", "مقتل", ["مصدر طبي"]),
        ('وأعلن الحرس "القبض على ثلاثة رعاة".', "القبض", ["الحرس"]),
        ('وقال العمدة "هاجم مسلحون المخفر".', "هاجم", ["العمدة"]),
    ],
)
def test_a_few_words_in_marks_that_begin_with_a_happening_are_said(text: str, word: str, expected: list[str]) -> None:
    assert chains(text)[word] == expected


def test_a_bare_noun_is_called_by_the_happening_in_marks_behind_it() -> None:
    text = 'وقالت حركة "تحرير السهل" إن حارسا قتل.'
    assert chains(text) == {"قتل": ['حركة "تحرير السهل"']}


@pytest.mark.parametrize("toll", ["عشرات القتلى", "مئات القتلى", "20 قتيلا", "مقتل العشرات"])
def test_a_loose_count_behind_about_is_told(toll: str) -> None:
    (chain,) = chains(f"وتحدثت مصادر محلية عن {toll}.").values()
    assert chain == ["مصادر محلية"]


def test_how_many_were_hurt_is_no_part_of_who_counts_them() -> None:
    (chain,) = chains("وقدر ناشطون عدد القتلى بنحو 300.").values()
    assert chain == ["ناشطون"]
