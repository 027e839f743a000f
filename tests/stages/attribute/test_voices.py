"""A body and whoever speaks for it are one link."""

from __future__ import annotations

import pytest

from tests.news import read


def chain_of(text: str, kind: str) -> list[str]:
    claim = next(c for c in read(text).claims if c.type == kind)
    return [link.span.of(text) for link in claim.chain]


@pytest.mark.parametrize(
    "text",
    [
        "وقال المتحدث باسم حرس السهل إن حرس السهل يندد بقصف السوق.",
        "وقال سامر الحلو، المتحدث باسم حرس السهل، إن حرس السهل يندد بقصف السوق.",
        "وقال رئيس بلدية السهل إن بلدية السهل تندد بقصف السوق.",
    ],
)
def test_the_body_is_left_out_of_its_voices_words(text: str) -> None:
    assert len(chain_of(text, "ACCUSE")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "وقال المتحدث باسم حرس السهل إن بلدية الوادي تندد بقصف السوق.",
        "وقال راع من السهل إن حرس السهل يندد بقصف السوق.",
    ],
)
def test_another_body_or_somebody_without_office_makes_two(text: str) -> None:
    assert len(chain_of(text, "ACCUSE")) == 2
