"""Words that are of a kind only beside the words that their entries ask for, and the kinds of civil deeds."""

from __future__ import annotations

import pytest

from tests.news import read


def kinds(text: str) -> list[str]:
    return [claim.type for claim in read(text).claims]


class TestKindsByCompany:
    @pytest.mark.parametrize(
        ("text", "type_"),
        [
            ("كثفت الشرطة دورياتها حول الكنائس في البلدة.", "MOBILIZE"),
            ("نصبت القوات مدافع وراجمات فوق التل.", "MOBILIZE"),
            ("باشرت القوات عملية تمشيط في الوادي.", "MOBILIZE"),
            ("مشطت قوة من الجيش قرى الوادي.", "MOBILIZE"),
            ("عززت القوات مواقعها حول القصر.", "MOBILIZE"),
            ("استدعى الجيش ضباط الاحتياط أمس.", "MOBILIZE"),
            ("استدعت فرنسا سفيرها من مالي للتشاور.", "SANCTION"),
            ("استدعت وزارة الخارجية السفير الفرنسي.", "REQUEST"),
            ("علقت السلطات بث القناة المحلية.", "COERCE"),
            ("كشفت دورية للجيش مخبأ للأسلحة قرب الحدود.", "COERCE"),
            ("فرض المتمردون إتاوات على التجار.", "COERCE"),
            ("أحيل عشرون متهما إلى محكمة الجنايات.", "COERCE"),
            ("انكفأت القوات إلى ضفة النهر.", "RETREAT"),
            ("انسحبت القوات من ضفة النهر.", "RETREAT"),
            ("انسحب وفد الحركة من المفاوضات.", "REJECT"),
            ("تراجعت الحركة عن وعدها للوسطاء.", "REJECT"),
            ("حظر الاتحاد الأوروبي استيراد النفط من روسيا.", "SANCTION"),
            ("استأنفت فرنسا علاقاتها الدبلوماسية مع سوريا.", "COOPERATE"),
            ("أنقذ خفر السواحل ستين مهاجرا قبالة الساحل.", "AID"),
            ("تبنى مجلس الأمن قرارا جديدا أمس.", "AGREE"),
            ("أضرب عمال الميناء عن العمل يومين.", "PROTEST"),
            ("هتف مئات الطلاب ضد الحاكم في الساحة.", "PROTEST"),
            ("تلقى محرر الصحيفة تهديدات من مجهولين.", "THREATEN"),
        ],
    )
    def test_what_stands_beside_a_word_says_of_what_kind_it_is(self, text: str, type_: str) -> None:
        assert kinds(text) == [type_]

    def test_drones_lead_no_march(self) -> None:
        assert kinds("شنت طائرات مسيرة هجوما على مستودع للوقود.") == ["ASSAULT"]

    @pytest.mark.parametrize("text", ["فتحت البلاد أجواءها أمام طائرات الإغاثة.", "رفعت العاملة لوحة في المعرض."])
    def test_without_their_words_they_tell_nothing(self, text: str) -> None:
        assert kinds(text) == []
