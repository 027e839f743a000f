"""Who goes on in words that name nobody."""

from __future__ import annotations

import pytest

from tests.news import read


def chain(text: str, trigger: str) -> list[str]:
    claim = next(c for c in read(text).claims if trigger in c.trigger.of(text))
    return [link.span.of(text) for link in claim.chain]


@pytest.mark.parametrize(
    "text",
    [
        "قال المحافظ إن رجلين هاجما المخفر؛ أحدهما خطف تاجرا، والآخر فر.",
        "قال المحافظ إن الحرس هاجم القرية. مما أدى إلى خطف تاجر.",
        "قال المحافظ إن رجلين هاجما المخفر. وأدى ذلك إلى خطف تاجر.",
        "قال المحافظ إن رجلين هاجما المخفر؛ وجرح شرطي؛ وخطف تاجر.",
    ],
)
def test_what_plainly_goes_on_is_still_the_speakers(text: str) -> None:
    assert chain(text, "خطف") == ["المحافظ"]


@pytest.mark.parametrize(
    "text",
    [
        "قال المحافظ إن رجلين هاجما المخفر. وخطف تاجر في السوق.",
        "جرح شرطي، وفق المحافظ؛ وخطف تاجر في السوق.",
        "طالب المحافظ بوقف القتال؛ وخطف تاجر في السوق.",
    ],
)
def test_a_new_sentence_and_what_nobody_was_telling_to_the_end_is_the_papers(text: str) -> None:
    assert chain(text, "خطف") == []


def test_whoever_is_named_behind_it_tells_and_not_who_spoke_before() -> None:
    text = "أعلنت الشرطة أن المدينة هادئة. فقد خطف تاجر في السوق، حسبما ذكر مسؤول محلي."
    assert chain(text, "خطف") == ["مسؤول محلي"]


@pytest.mark.parametrize(
    ("before", "verb", "teller"),
    [
        ("قالت لجنة الأطباء في بيان إن المشفى تضرر.", "وأكد", "لجنة الأطباء"),
        ("أفادت القيادة بأن الطريق مغلق.", "وذكر", "القيادة"),
        ("قال اللواء سامي الدغري إن الطريق مغلق.", "وأوضح", "اللواء"),
    ],
)
def test_the_last_speaker_goes_on_also_where_the_verb_does_not_fit(before: str, verb: str, teller: str) -> None:
    [link] = chain(f"{before} {verb} أن المسلحين خطفوا تاجرا.", "خطفوا")
    assert link.startswith(teller)


def test_a_masculine_verb_warns_the_authorities_and_a_feminine_one_is_theirs() -> None:
    text = "قال عمدة القرية إن تاجرا خطف، كما حذر السلطات من هجوم آخر."
    assert chain(text, "حذر") == ["عمدة القرية"]
    text = "قال عمدة القرية إن تاجرا خطف، كما حذرت السلطات من هجوم آخر."
    assert chain(text, "حذرت") == ["السلطات"]


@pytest.mark.parametrize("count", ["عدد الجرحى الضعف", "20 جريحا"])
def test_so_many_there_are_and_nobody_informs(count: str) -> None:
    text = f"قال العمدة إن المخفر دمر. وقتل تسعة أشخاص، فيما يبلغ {count}. وأوضح أن المسلحين خطفوا تاجرا."
    assert chain(text, "خطفوا") == ["العمدة"]


def test_a_quotation_goes_on_over_its_sentences_and_no_further() -> None:
    text = 'قال حارس إن الرجال "دخلوا المخفر. خطفوا تاجرا أمامنا". وقتل شرطي في السوق.'
    assert chain(text, "خطفوا") == ["حارس"]
    assert chain(text, "قتل") == []


def test_the_teller_is_not_whom_a_statement_speaks_of() -> None:
    text = "أعلنت الشرطة في بيان أن الطريق مغلق. وأضاف البيان أن خلية لتنظيم القاعدة خطفت تاجرا."
    assert chain(text, "خطفت") == ["الشرطة"]


@pytest.mark.parametrize("teller", ["أفاد مراسلنا في الوادي بأن", "وقال مراسلونا إن", "وذكر مراسل الوادي أن"])
def test_the_papers_own_correspondents_are_the_paper(teller: str) -> None:
    text = f"خبر\n\n{teller} مسلحين خطفوا تاجرا."
    analysis = read(text, outlet="صحيفة الوادي")
    assert [c.chain for a in analysis.articles for c in a.claims] == [()]


def test_another_papers_correspondent_is_told_through() -> None:
    assert chain("قال طبيب لمراسل وكالة رويترز إن مسلحين خطفوا تاجرا.", "خطفوا")[-1] == "طبيب"
    assert len(chain("قال طبيب لمراسل وكالة رويترز إن مسلحين خطفوا تاجرا.", "خطفوا")) == 2
