"""Those who are counted, and those who are hurt, as tellers; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


@pytest.mark.parametrize("text", ["نقل سبعة جرحى إلى المشفى.", "وأحصى المركز عشرين قتيلا في القصف."])
def test_those_who_are_counted_tell_nothing(text: str) -> None:
    assert all(link.span.of(text) not in ("سبعة", "عشرين") for claim in read(text).claims for link in claim.chain)


def test_those_who_are_hurt_may_tell() -> None:
    text = "وقال ثلاثة جرحى إن الحراس أطلقوا النار عليهم."
    assert [link.span.of(text).split()[0] for link in read(text).claims[-1].chain] == ["ثلاثة"]
