"""Victims of whom only a pronoun or a bare plural tells; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze
from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وكان الطبيب يعبر الجسر حين أصيب بطلق ناري أودى بحياته.", [("killed", 1, 1)]),
        ("أعلن الحزب استشهاده خلال المعارك.", [("killed", 1, 1)]),
        ("أطلق المسلح النار على شرطيين فأرداهما.", [("killed", 2, 2)]),
        ("أطلق النار على القاضي وأحد حراسه، فأرداهما قتيلين.", [("killed", 2, 2)]),
        ("قال إن القائد سالم المرعي قاد الفصيل، وإنه قتل في ضربة جوية.", [("killed", 1, 1)]),
        ("الطبيبة الهولندية التي كانت محتجزة لدى المسلحين عادت.", [("abducted", 1, 1)]),
        ("هددت الجماعة بقتله وعائلته.", []),
        ("اختطف سائح هولندي قرب البئر ولا يعرف مكان احتجازه.", [("abducted", 1, 1)]),
    ],
)
def test_a_pronoun_tells_of_one_or_two(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال الطبيب إن رعاة قتلوا بانفجار ألغام.", [("killed", 2, None)]),
        ("قتلت القوات عمدا مدنيين في البلدة.", [("killed", 2, None)]),
        ("وخطف المسلحون رعاة عند البئر.", [("abducted", 2, None)]),
        ("تحدث الوزير عن الخسائر الفادحة التي تكبدتها الجماعة.", [("killed_or_wounded", 1, None)]),
        ("حشد الجيش أعدادا كبيرة من المقاتلين عند الجسر.", [("other", 2, None)]),
        ("أدى الانفجار في السوق إلى مقتل20 وإصابة 45.", [("killed", 20, 20), ("wounded", 45, 45)]),
        ("أدى الهجوم إلى مقتله حالا وإصابة سائق الوالي بخدوش.", [("killed", 1, 1), ("wounded", 1, 1)]),
    ],
)
def test_a_bare_plural_is_two_and_more(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


def test_one_of_the_dead_is_quoted_by_name() -> None:
    text = "وأحد القتلى هو آدم كوباياشي."
    [figure] = analyze(text).claims[0].figures
    assert (figure.measure, figure.low, figure.span.of(text)) == ("killed", 1, "آدم كوباياشي")


@pytest.mark.parametrize("heard", ["وأنباء عن خسائر بشرية لدى الفريقين", "ومعلومات مؤكدة عن قتلى في صفوف الحرس"])
def test_losses_heard_of_are_those_of_the_fight(heard: str) -> None:
    text = f"تدور اشتباكات بين الحرس والمهربين في الريف، {heard}."
    [claim] = analyze(text).claims
    assert claim.trigger.of(text) == "اشتباكات"
    assert len(claim.figures) == 1


def test_a_result_ends_what_was_told_between() -> None:
    text = "اشتبك الحرس مع مهربين لدى محاولتهم اقتحام قرى تابعة للسهل ما أسفر عن مقتل 22 مهربا."
    claims = analyze(text).claims
    assert [[f.low for f in claim.figures] for claim in claims] == [[22], []]


def test_a_toll_named_by_its_attack_is_one_claim() -> None:
    text = "حصيلة قتلى القصف على أحياء البلدة بلغت 57 قتيلا بينما جرح أكثر من 100 غيرهم."
    [claim] = analyze(text).claims
    assert [(f.measure, f.low) for f in claim.figures] == [("killed", 57), ("wounded", 101)]
