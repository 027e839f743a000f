"""Whom «التنظيم», «الحركة» and «الحزب» mean, page by page; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("هاجم مسلحو حركة الشباب ثكنة في مقديشو. وفجر مسلحو الحركة سيارة عند الميناء.", "فجر", "al-shabaab"),
        ("سيطر تنظيم داعش على البلدة. وهاجم مسلحو التنظيم ثكنة عند الجسر.", "هاجم", "islamic-state"),
        (
            "قصف الجيش التركي مواقع حزب العمال الكردستاني. وهاجم مقاتلو الحزب ثكنة عند الجسر.",
            "هاجم",
            "kurdistan-workers-party",
        ),
        ("هاجم مسلحو الحركة ثكنة في مقديشو.", "هاجم", None),
        ("هاجم مسلحو حركة طالبان قرية. واقتحم مسلحو الحركة الوسطى ثكنة عند الجسر.", "اقتحم", None),
        ("هاجم تنظيم داعش قرية. وسيطرت جماعة «الظلال» على الجسر. واقتحم مسلحو الجماعة ثكنة.", "اقتحم", None),
    ],
)
def test_who_is_meant(text: str, trigger: str, actor: str | None) -> None:
    claim = next(c for c in analyze(text).claims if trigger in c.trigger.of(text))
    assert [p.actor.id for p in claim.agents] == [actor]


def test_positions_of_a_group_are_its_own() -> None:
    text = "قصفت الطائرات مواقع تنظيم داعش قرب البلدة."
    assert [p.actor.id for c in analyze(text).claims for p in c.targets] == ["islamic-state"]
