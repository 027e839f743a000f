"""Who does it and to whom, sentence by sentence; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def claim_of(text: str, trigger: str) -> Claim:
    """Read one sentence and give the claim whose trigger holds a word."""
    for claim in analyze(text).claims:
        if trigger in claim.trigger.of(text):
            return claim
    raise AssertionError(f"no claim at {trigger}: {[c.trigger.of(text) for c in analyze(text).claims]}")


def names(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """Give the words of agents and targets."""
    claim = claim_of(text, trigger)
    return [p.span.of(text) for p in claim.agents], [p.span.of(text) for p in claim.targets]


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("نجحت قوات الجيش في تدمير مخازن للمتمردين قرب البلدة.", "تدمير", ["قوات الجيش"], ["مخازن للمتمردين"]),
        ("قامت الشرطة باعتقال ثلاثة متظاهرين أمام البرلمان.", "اعتقال", ["الشرطة"], ["متظاهرين"]),
        ("وقالوا إن القافلة تعرضت لهجوم من جانب المتمردين.", "هجوم", ["المتمردين"], ["القافلة"]),
        ("قتل جنديان وأصيب أربعة آخرون في كمين نصبه مسلحون قرب الحدود.", "قتل", ["مسلحون"], ["جنديان"]),
        ("سقط عشرات القتلى في قصف شنه المتمردون على أحياء سكنية.", "القتلى", ["المتمردون"], ["أحياء سكنية"]),
        ("قتل شاب برصاص قوات الأمن في المدينة.", "قتل", ["قوات الأمن"], ["شاب"]),
        ("اندلعت مواجهات عنيفة مساء أمس في أطراف المدينة بين الجيش والمتمردين.", "مواجهات", ["الجيش"], ["المتمردين"]),
        ("لقي سبعة جنود مصرعهم في معارك مع المتمردين قرب البلدة.", "لقي", ["المتمردين"], ["جنود"]),
        ("أقدم مسلح على قتل شرطي في السوق.", "قتل", ["مسلح"], ["شرطي"]),
        ("قتل مسلحون ثمانية مزارعين في الحقول.", "قتل", ["مسلحون"], ["مزارعين"]),
        ("طرد مقاتلو القبائل عناصر التنظيم من البلدة.", "طرد", ["مقاتلو القبائل"], ["عناصر التنظيم"]),
        ("وقع هجومان نفذتهما فتاتان أمس.", "هجومان", ["فتاتان"], []),
        ("هاجم الجيش بمساندة القبائل عناصر التنظيم.", "هاجم", ["الجيش", "القبائل"], ["عناصر التنظيم"]),
        ("قتل 11 شخصا وجرح 30 آخرون من رجال الشرطة أمس.", "قتل", [], ["شخصا", "رجال الشرطة"]),
        ("استهدفت الطائرات دراجة نارية على الطريق.", "استهدفت", ["الطائرات"], ["دراجة نارية"]),
        ("ضربت الطائرات القرية التي يسيطر عليها المتمردون.", "يسيطر", ["المتمردون"], []),
    ],
)
def test_doers_and_victims(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    found = names(text, trigger)

    assert found == (agents, targets)


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("ودعت الحكومة في بيان لها الفصائل المسلحة إلى إلقاء السلاح.", "دعت", ["الفصائل المسلحة"]),
        ("دان الرئيس قصف المتمردين للمدينة.", "دان", ["المتمردين"]),
    ],
)
def test_addressees_and_blamed(text: str, trigger: str, targets: list[str]) -> None:
    _, found = names(text, trigger)

    assert found == targets


def test_whose_victims_are_counted_is_not_the_next_actor() -> None:
    _, targets = names("أوقع الهجوم خمسة قتلى فيما انسحب المتمردون.", "الهجوم")

    assert "المتمردون" not in targets


def test_another_strike_has_the_doer_of_the_first() -> None:
    text = "نفذت طائرات الجيش غارة على معسكر للمتمردين، وغارة أخرى على جسر البلدة."
    last = analyze(text).claims[-1]

    assert [p.span.of(text) for p in last.agents] == ["طائرات الجيش"]


def test_what_strikes_is_not_struck() -> None:
    _, targets = names("فجر انتحاري سيارة مفخخة أمام مقر الشرطة.", "فجر")

    assert "سيارة مفخخة" not in targets
