"""The phrases around a word of happening; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def roles(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """Give the words of agents and targets of a claim."""
    claim = next(c for c in analyze(text).claims if trigger in c.trigger.of(text))
    return [p.span.of(text) for p in claim.agents], [p.span.of(text) for p in claim.targets]


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("أصيب، مساء الأحد، مزارع قرب السد.", "أصيب", [], ["مزارع"]),
        ("قتل، أمس الأربعاء، طبيب في انفجار لغم.", "قتل", [], ["طبيب"]),
        ("أصيب مزارعان، فجر الأحد، برصاص حرس الحدود عند السد.", "أصيب", ["حرس الحدود"], ["مزارعان"]),
        ("قتل مسلحون يعتقد أنهم من المتمردين سبعة مزارعين.", "قتل", ["مسلحون"], ["مزارعين"]),
        ("خطف مسلحون يشتبه في انتمائهم إلى الحركة أربعة معلمين.", "خطف", ["مسلحون"], ["معلمين"]),
        ("اقتحمت القوات بعشرات السيارات مقر الحزب.", "اقتحمت", ["القوات"], ["مقر الحزب"]),
        ("هاجم المسلحون بعض القوافل عند الجسر.", "هاجم", ["المسلحون"], ["القوافل"]),
        ("قتل عنصر من قوات سوريا الديمقراطية \"قسد\" عند الجسر.", "قتل", [], ["عنصر من قوات سوريا الديمقراطية"]),
        ("استهدف المسلحون بعد ذلك قافلة عند الجسر.", "استهدف", ["المسلحون"], ["قافلة"]),
    ],
)
def test_subject_and_object(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    assert roles(text, trigger) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("كتيبة الوادي احتجزت مزارعين عند الجسر.", "احتجزت", ["كتيبة الوادي"], ["مزارعين"]),
        ("كتيبة الوادي احتجزت حمدان عند الجسر.", "احتجزت", ["كتيبة الوادي"], ["حمدان"]),
        ("وقال إن سبعة من كتيبة الوادي قتلوا عند الجسر.", "قتلوا", [], ["كتيبة الوادي"]),
        ("اعتقال الشرطة لقائد الكتيبة أثار الغضب.", "اعتقال", ["الشرطة"], ["قائد الكتيبة"]),
        ("اعتقال قائد للحركة أثار الغضب.", "اعتقال", [], ["قائد"]),
    ],
)
def test_bodies_hold_and_kill(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    assert roles(text, trigger) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("نفذ الجيش عملية لملاحقة المتمردين في الوادي.", "عملية", ["المتمردين"]),
        ("نفذ الجيش عملية لحماية المزارعين في الوادي.", "عملية", []),
        ("شن الطيران غارات على صنعاء فجر الأحد.", "غارات", []),
        ("شن الطيران غارات على مخازن فجر الأحد.", "غارات", ["مخازن"]),
        ("أصيب ثلاثة في انفجار سيارة في الوادي.", "أصيب", []),
        ("أصيب ثلاثة في انفجار حافلة ركاب عند الجسر.", "أصيب", ["حافلة ركاب"]),
        ("خاض الجيش معارك مع تلك المليشيات.", "معارك", ["المليشيات"]),
        ("استمر القصف على تلك المواقع.", "القصف", []),
        ("كانت المواجهات بين المتمردين، والقوات الحكومية قد اشتدت أمس.", "المواجهات", ["القوات الحكومية"]),
    ],
)
def test_whom_it_strikes(text: str, trigger: str, targets: list[str]) -> None:
    assert roles(text, trigger)[1] == targets
