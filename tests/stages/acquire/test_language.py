"""Languages are told apart by script, letters and small words."""

from __future__ import annotations

import pytest

from riwaya.stages.acquire.language import find_language
from tests.stages.acquire.pages import BODY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "ar"),
        ("قصف الجيش مواقع في گلالة قرب السليمانية، وقال " + BODY, "ar"),
        ("نیروهای ارتش گفتند که سه سرباز در حمله به پایگاه نزدیک مرز کشته شدند.", "fa"),
        ("فوج کا کہنا ہے کہ سرحد کے قریب حملے میں تین اہلکار ہلاک ہو گئے ہیں۔", "ur"),
        ("سێ سەرباز لە هێرشێک بۆ سەر بنکەیەکی سەربازی لە نزیک سنوور کوژران.", "ckb"),
        ("The army said that three of its soldiers were killed in the east of the country.", "en"),
        ("L'armée a dit que trois de ses soldats ont été tués dans l'est du pays par des hommes armés.", "fr"),
        ("Солдаты были убиты на границе", "und"),
        ("12345 ...", "und"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert find_language(text) == language
