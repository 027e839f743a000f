"""Blame that a participle lays, what is fired as a subject, tolls of two numbers, aid, assets and mediation; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import figures, read


def _told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.of(text)) for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوالي إن النهب مستمر، محملا المهربين مسؤولية قتل الرعاة.",
        "وأدانت النقابة الاعتداء محملة الشرطة المسؤولية الكاملة عنه.",
    ],
)
def test_a_participle_lays_blame(text: str) -> None:
    blame = next(claim for claim in read(text).claims if claim.type == "ACCUSE" and "محمل" in claim.trigger.of(text))
    assert [p.span.of(text) for p in blame.targets] in (["المهربين"], ["الشرطة"])
    assert blame.chain


@pytest.mark.parametrize("text", ["وأطلق الحرس قوارب محملة بالمؤن.", "ضبط الحرس شاحنة محملة بالأسلحة."])
def test_what_is_loaded_blames_nobody(text: str) -> None:
    assert all(type_ != "ACCUSE" for type_, _ in _told(text))


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("أصابت رصاصة راعيا في الوادي.", ["راعيا"]),
        ("أصابت شظايا القذيفة معلمة.", ["معلمة"]),
        ("أبادت القذائف أسرة كاملة.", ["أسرة كاملة"]),
    ],
)
def test_what_is_fired_does_nothing_by_itself(text: str, hit: list[str]) -> None:
    claim = read(text).claims[0]
    assert (list(claim.agents), [p.span.of(text) for p in claim.targets]) == ([], hit)


def test_both_numbers_of_a_toll_are_of_one_happening() -> None:
    text = "وارتفعت حصيلة الحرب إلى 41 ألفا و586 شهيدا و96 ألفا و210 مصابين."
    assert figures(text) == [("killed", 41586, 41586), ("wounded", 96210, 96210)]
    assert len(read(text).claims) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سلم الهلال الأحمر خمسة أطنان من الدقيق إلى أهالي الوادي.", [("AID", "سلم")]),
        ("أنقذ المسعفون تسعة عمال من تحت الركام.", [("AID", "أنقذ")]),
        ("جمدت الوزارة أرصدة تاجرين متهمين بالتهريب.", [("SANCTION", "جمدت")]),
        ("تدخل أعيان القبيلة لوقف القتال بين الطرفين.", [("CONSULT", "تدخل")]),
        ("ولم يتسن الحصول على تعليق من الوالي.", []),
    ],
)
def test_kinds_of_deed(text: str, expected: list[tuple[str, str]]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نعى الحزب أحد قادته الذي استشهد في الغارة.", "استشهد"),
        ("نعت الحركة ثلاثة من حراسها قتلوا في غارة.", "قتلوا"),
    ],
)
def test_how_who_is_mourned_died_is_told_by_those_who_mourn(text: str, expected: str) -> None:
    claim = read(text).claims[0]
    assert claim.trigger.of(text) == expected
    assert [link.span.of(text) for link in claim.chain] in (["الحزب"], ["الحركة"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أخفت الميليشيا قسرا 38 رجلا من الحي.", [("missing", 38, 38)]),
        ("أودع القاضي ثلاثة مشتبهين السجن.", [("arrested", 3, 3)]),
        ("خرج مئات من محبي الوادي في مسيرة سلمية.", [("other", 200, 999)]),
        ("سلمت الحركة 4 رهائن إلى الصليب الأحمر.", [("freed", 4, 4)]),
        ("عثر على ثلاثة رعاة مذبوحين في الوادي.", [("killed", 3, 3)]),
        ("شيع الأهالي جثمان الضابط وهم يهتفون ضد المهربين.", []),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert figures(text) == expected
    assert len(read(text).claims) == 1


@pytest.mark.parametrize("text", ["نقل سبعة جرحى إلى المشفى.", "وأحصى المركز عشرين قتيلا في القصف."])
def test_those_who_are_counted_tell_nothing(text: str) -> None:
    assert all(link.span.of(text) not in ("سبعة", "عشرين") for claim in read(text).claims for link in claim.chain)


def test_those_who_are_hurt_may_tell() -> None:
    text = "وقال ثلاثة جرحى إن الحراس أطلقوا النار عليهم."
    assert [link.span.of(text).split()[0] for link in read(text).claims[-1].chain] == ["ثلاثة"]
