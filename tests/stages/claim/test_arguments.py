"""The phrases around a word of happening; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze
from tests.news import read


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
        ('قتل عنصر من قوات سوريا الديمقراطية "قسد" عند الجسر.', "قتل", [], ["عنصر من قوات سوريا الديمقراطية"]),
        ("استهدف المسلحون بعد ذلك قافلة عند الجسر.", "استهدف", ["المسلحون"], ["قافلة"]),
        ("استهدف المسلحون بثلاثة صواريخ قافلة عند الجسر.", "استهدف", ["المسلحون"], ["قافلة"]),
        ("قصفت طائرات كينية، صباح الأحد، مخازن في الوادي.", "قصفت", ["طائرات كينية"], ["مخازن"]),
        ("أوقفت مفارز للجيش سبعة مهربين عند الجسر.", "أوقفت", ["مفارز"], ["مهربين"]),
        ("هاجمت عددا من القوافل عند الجسر.", "هاجمت", [], ["القوافل"]),
        ("قُتل سبعة عناصر من الحرس في اشتباكات مع فصائل مسلحة.", "قُتل", ["فصائل مسلحة"], ["الحرس"]),
        ("قُتل الجيش كله عند الجسر.", "قُتل", [], ["الجيش"]),
        ("وقال إن القوات ردت على النيران وطاردت الجماعات المسلحة.", "وطاردت", ["القوات"], ["الجماعات المسلحة"]),
        ("وقال إن القوات ردت على النيران وهربت الجماعات المسلحة.", "وهربت", ["الجماعات المسلحة"], []),
        ("استهدف الهجوم قوات من الحرس عند الجسر.", "الهجوم", [], ["الحرس"]),
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
        ("شن الطيران غارات على جنوب البلاد وشرقها.", "غارات", []),
        ("استهدفت الحركة حاملة الطائرات الكينية شمال البحر.", "استهدفت", ["حاملة الطائرات الكينية"]),
        ("كانت المواجهات بين المتمردين، والقوات الحكومية قد اشتدت أمس.", "المواجهات", ["القوات الحكومية"]),
    ],
)
def test_whom_it_strikes(text: str, trigger: str, targets: list[str]) -> None:
    assert roles(text, trigger)[1] == targets


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("وأكد العمدة أن الشرطة أحبطت هجوما وقتلت ثلاثة مسلحين.", ["الشرطة"], ["مسلحين"]),
        ('وقال الحرس إنه "حيد" سبعة مسلحين.', ["الحرس"], ["مسلحين"]),
        ("وقالت البلدية إنها «قصفت» ثكنة.", ["البلدية"], ["ثكنة"]),
    ],
)
def test_a_deed_undone_is_no_subject_and_marks_hide_none(text: str, agents: list[str], targets: list[str]) -> None:
    (claim,) = read(text).claims
    assert [p.span.of(text) for p in claim.agents] == agents
    assert [p.span.of(text) for p in claim.targets] == targets


def test_who_says_we_did_it_and_whom_we_killed_did_nothing() -> None:
    (claim,) = read(text := "وقال القائد: قتلنا ثلاثة مسلحين.").claims
    assert [p.span.of(text) for p in claim.agents] == ["القائد"]
    assert [p.span.of(text) for p in claim.targets] == ["مسلحين"]


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("وهاجم مسلحون يعتقد أنهم من بوكو حرام قرية في السهل.", ["مسلحون"], ["قرية"]),
        ("وهاجم مسلحون يشتبه بأنهم من بوكو حرام القرية.", ["مسلحون"], ["القرية"]),
        ("وهاجم مسلحون يشتبه بانتمائهم لبوكو حرام القرية.", ["مسلحون"], ["القرية"]),
        ("وشنت طائرات حربية يعتقد أنها روسية غارات على السوق.", ["روسية"], ["السوق"]),
    ],
)
def test_what_is_only_believed_of_the_doer_hides_nobody(text: str, agents: list[str], targets: list[str]) -> None:
    (claim,) = read(text).claims
    assert [p.span.of(text) for p in claim.agents] == agents
    assert [p.span.of(text) for p in claim.targets] == targets
