"""Whose a position is, who rides in what is struck, with whom captives are; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def targets(text: str) -> list[tuple[str, str]]:
    return [(p.actor.name, p.span.of(text)) for p in analyze(text).claims[0].targets]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سيطر الحرس على معسكر كان بيد المتمردين.", [("rebels", "معسكر كان بيد المتمردين")]),
        ("حاصر الحرس موقعا كان في قبضة المتمردين.", [("rebels", "موقعا كان في قبضة المتمردين")]),
        ("قصفت الطائرات مبنى تتحصن فيه مجموعة مسلحة.", [("armed group", "مبنى تتحصن فيه مجموعة مسلحة")]),
        ("استهدف لغم حافلة كانت تقل رعاة.", [("herders", "حافلة كانت تقل رعاة")]),
        ("قصفت الطائرات مبنى في البلدة.", [("building", "مبنى")]),
        ("خطف المتمردون ثلاثة جنود من الجيش المالي.", [("Malian Armed Forces", "الجيش المالي")]),
        ("دعا الوزير المجتمع الدولي إلى التدخل.", [("international community", "المجتمع الدولي")]),
        ("توعد القائد باستهداف القواعد الأمريكية.", [("American base", "القواعد الأمريكية")]),
        ("تعهد الوزير بمحاربة كل الجماعات الإرهابية.", [("terrorist group", "الجماعات الإرهابية")]),
    ],
)
def test_whom_it_is_done_to(text: str, found: list[tuple[str, str]]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("لا يزال عشرات الرعاة محتجزين لدى الحركة.", ["الحركة"]),
        ("دعت فرنسا وبريطانيا الأطراف إلى الهدنة.", ["فرنسا", "بريطانيا"]),
        ("دعا الوزير وقائد البعثة الأطراف إلى الهدنة.", ["الوزير وقائد البعثة"]),
    ],
)
def test_who_does_it(text: str, agents: list[str]) -> None:
    assert [p.span.of(text) for p in analyze(text).claims[0].agents] == agents


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("السوق الذي يسيطر المتمردون على نصفه محاصر.", ["المتمردون"]),
        ("البلدة التي لا يزال المتمردون يسيطرون عليها محاصرة.", ["المتمردون"]),
        ("قال العمدة إن المدينة التي قصفها الحرس أمس خالية.", ["الحرس"]),
        ("قتل راعيان بانفجار ألغام تركها المتمردون.", ["المتمردون"]),
        ("دارت اشتباكات بين الجيش مدعوما بقوات الحرس من جهة والمتمردين من جهة أخرى.", ["الجيش", "قوات الحرس"]),
    ],
)
def test_who_holds_bombs_and_leaves_mines(text: str, agents: list[str]) -> None:
    assert [p.span.of(text) for p in analyze(text).claims[0].agents] == agents


@pytest.mark.parametrize(
    ("text", "agents", "figures"),
    [
        ("ذكر راع أن مسلحين يستقلون دراجات نارية هاجموا القرية.", ["مسلحين"], []),
        ("ذكر راع أن مسلحين على متن دراجات نارية اقتحموا القرية.", ["مسلحين"], []),
        ("ذكر العمدة أن القوات صدت الهجوم الثاني وقتلت 11 متمردا.", ["القوات"], [11]),
        ("قصفت بوارج التحالف مواقع للمتمردين.", ["بوارج التحالف"], []),
    ],
)
def test_who_rides_sails_or_repels(text: str, agents: list[str], figures: list[int]) -> None:
    (claim,) = analyze(text).claims
    assert [p.span.of(text) for p in claim.agents] == agents
    assert [f.low for f in claim.figures] == figures
