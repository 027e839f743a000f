"""When and where a claim's happening was: in its words, beside them, or where those who tell of it are."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.pipeline import analyze


def make_claims(text: str) -> tuple[Claim, ...]:
    return analyze(text, hints=Hints(published="2020-05-14", language="ar")).claims


def make_claim(text: str, word: str) -> Claim:
    """The claim that ``word`` names."""
    return next(c for c in make_claims(text) if c.trigger.of(text) == word)


def days(claim: Claim) -> tuple[str, str] | None:
    return (str(claim.time.start), str(claim.time.end)) if claim.time else None


def test_a_count_since_an_event_runs_from_its_day():
    text = "ومنذ تولي الوزير منصبه في 2 آذار، قتل 40 جنديا في الإقليم."
    claim = make_claim(text, "قتل")
    assert days(claim) == ("2020-03-02", "2020-05-14")


@pytest.mark.parametrize(
    "text",
    [
        "وقال مسؤول عسكري إن القصف، الذي بدأ صباح الأربعاء، واستهدف مخزنا قرب النهر دمره بالكامل.",
        "قال الناطق إنه مساء الأربعاء، وبعد ساعات من الهدوء، قصف الطيران مخزنا قرب النهر.",
    ],
)
def test_an_adverbial_of_the_sentence_dates_the_happening_beside_it(text: str):
    assert ("2020-05-13", "2020-05-13") in {days(c) for c in make_claims(text)}


def test_a_happening_does_not_take_the_day_of_another():
    text = "انفجرت عبوة في السوق الثلاثاء، ثم خطف مسلحون طبيبا."
    other = make_claim(text, "خطف")
    assert other.time is None or other.time.inherited


def test_a_happening_does_not_take_the_day_of_a_clause_that_tells_since_when():
    text = "شكل عدد القتلى صدمة للسكان وأكبر فاجعة لهم منذ أن وصل الغرباء قبل عامين."
    assert all(c.time is None or not c.time.inherited for c in make_claims(text))


def test_the_day_on_which_somebody_spoke_is_told_and_not_when_it_happened():
    text = (
        "هاجم رجال مخفرا في البلدة يوم الأحد. "
        "ووقع الهجوم في نفس اليوم الذي أعلنت فيه الجبهة أنها قتلت عشرة جنود عند الجسر."
    )
    claim = make_claim(text, "قتلت")
    [link] = claim.chain
    assert link.told is not None
    assert (str(link.told.start), claim.time) == ("2020-05-10", None)
    assert days(make_claim(text, "الهجوم")) == ("2020-05-10", "2020-05-10")


def test_what_has_no_days_is_not_carried_on():
    text = "تواصلت المعارك خلال الأشهر الماضية، وقتل ثلاثة جنود."
    assert all(c.time is None or not c.time.inherited for c in make_claims(text))


def test_a_stretch_without_days_takes_no_day_carried_on():
    text = "هاجم رجال مخفرا في البلدة الاثنين. وارتفع القتلى إلى 300 جندي منذ بدء القتال في الوادي."
    assert all(c.time is None or not c.time.inherited for c in make_claims(text))


def test_a_verb_that_only_describes_the_deed_parts_no_day_from_it():
    text = "أعلنت الوزارة مقتل ستة حراس في هجوم بشاحنة مفخخة، استهدف ثكنة غربي النهر الأحد."
    assert days(make_claim(text, "مقتل")) == ("2020-05-10", "2020-05-10")


def test_another_deed_parts_its_day_from_the_one_before():
    text = "أعلنت الوزارة مقتل ستة حراس في هجوم بشاحنة مفخخة، وقصفت الطائرات ثكنة غربي النهر الأحد."
    assert days(make_claim(text, "مقتل")) is None


def test_a_feast_is_its_day():
    assert days(make_claim("هاجم مسلحون الثكنة ليلة عيد الأضحى الماضي.", "هاجم")) == ("2019-08-10", "2019-08-11")


def test_those_who_tell_of_their_own_place_say_where():
    text = "وقال سكان في بلدة عندان إن مقاتلات أغارت على مدرسة."
    place = make_claim(text, "أغارت").place
    assert place is not None
    assert (place.place.name, place.inherited) == ("Anadan", True)


def test_who_tells_at_a_place_of_their_own_outweighs_the_place_told_before_them():
    text = "وقال ناطق إن عاملا قتل في بلدة سراقب، وقال سكان في بلدة عندان إن مقاتلات أغارت على مدرسة."
    place = make_claim(text, "أغارت").place
    assert place is not None
    assert (place.place.name, place.inherited) == ("Anadan", True)


def test_what_is_told_inside_their_words_outweighs_where_they_are():
    text = "وقال سكان في بلدة عندان إن عاملا قتل في بلدة سراقب وإن مقاتلات أغارت على مدرسة."
    place = make_claim(text, "أغارت").place
    assert place is not None
    assert place.place.name == "Saraqib"


def test_a_teller_in_a_capital_abroad_says_nothing_of_where():
    text = "وقال وزير في روسيا إن مقاتلات أغارت على مدرسة."
    place = make_claim(text, "أغارت").place
    assert place is None or place.place.country != "RU"


def test_today_in_quoted_speech_is_the_day_it_was_spoken():
    text = "وقال قائد المقاومة مساء الاثنين إن «مقاتلينا أغاروا على الثكنة صباح اليوم»."
    assert days(make_claim(text, "أغاروا")) == ("2020-05-11", "2020-05-11")


def test_a_stretch_that_opens_the_sentence_counts_before_the_day_of_a_part():
    text = "ومنذ اندلاع القتال في 2 آذار، قتل 13 جنديا على الأقل ثلاثة منهم في كمين استهدف الاثنين قافلة."
    assert days(make_claim(text, "قتل")) == ("2020-03-02", "2020-05-14")


def test_a_village_that_no_list_has_comes_before_its_country():
    text = "قصفت المدفعية قرية الزعفرون وسط مخاوف من نزوح جديد في أنحاء اليمن."
    place = make_claim(text, "قصفت").place
    assert place is not None
    assert (place.place.name, place.place.precision) == ("الزعفرون", "unknown")


def test_where_something_happened_comes_before_where_somebody_is_from():
    text = "وقتل ثلاثة مسلحين من مدينة صعدة في كمين قرب مدينة عتق."
    place = make_claim(text, "وقتل").place
    assert place is not None
    assert place.place.name == "Ataq"


def test_the_day_after_an_attack_dates_the_attack_and_not_what_came_after():
    text = "اعتقلت الشرطة الثلاثاء سبعة أشخاص غداة تفجير أوقع ثلاثة قتلى في السوق."
    assert days(make_claim(text, "اعتقلت")) == ("2020-05-12", "2020-05-12")
    assert days(make_claim(text, "تفجير")) == ("2020-05-11", "2020-05-11")


def test_a_place_that_opens_a_clause_is_its_place():
    text = "قتل جندي في مدينة تعز، أما في ريف مأرب فقد قتل عشرة مسلحين."
    named = {c.place.place.name for c in make_claims(text) if c.place is not None}
    assert "Marib Governorate" in named


def test_the_place_of_what_went_before_is_not_that_of_the_happening():
    text = "سيطر الجنود على مناطق مديرية لودر بعد يوم واحد من السيطرة على بلدة زنجبار."
    place = make_claim(text, "سيطر").place
    assert place is not None
    assert place.place.name == "Lawdar District"


def test_the_day_of_a_relative_clause_comes_before_that_of_the_sentence_around_it():
    claim = make_claim(
        "راجعت البلدية، الأحد، حصيلة الهجوم الذي استهدف سوقا للخضار في بلدة غاو يوم 11 يوليو الجاري.", "استهدف"
    )
    assert days(claim) == ("2020-07-11", "2020-07-11")


def test_the_place_of_a_meeting_to_come_is_not_that_of_the_happening():
    text = "وقع هجوم على مخفر، الثلاثاء، قبل يومين من بدء مؤتمر للسلام في جنيف."
    assert make_claim(text, "هجوم").place is None


def test_what_happened_in_a_meetings_own_place_keeps_it():
    place = make_claim("وقع هجوم على مخفر في مدينة تعز قبل يومين من بدء مؤتمر في جنيف.", "هجوم").place
    assert place is not None
    assert place.place.name == "Taiz"


@pytest.mark.parametrize(
    "text",
    [
        "هاجم رجال مخفرا في البلدة الأحد. وقتل خمسة حراس في الهجوم.",
        "هاجم رجال مخفرا في البلدة الأحد. وقتل خمسة حراس جراء ذلك الهجوم.",
        "هاجم رجال مخفرا في البلدة الأحد. وقال طبيب إن خمسة حراس قتلوا خلال هذا الهجوم.",
    ],
)
def test_harm_laid_to_the_deed_told_before_happened_on_its_day(text: str):
    claim = next(c for c in make_claims(text) if c.trigger.of(text) in ("وقتل", "قتلوا"))
    assert days(claim) == ("2020-05-10", "2020-05-10")
    assert claim.time is not None
    assert claim.time.inherited


@pytest.mark.parametrize(
    "text",
    [
        "هاجم رجال مخفرا في البلدة الأحد. وقتل خمسة حراس في كمين.",
        "هاجم رجال مخفرا في البلدة الأحد. وقتل خمسة حراس في الهجوم الذي هز الميناء.",
        "تعود الحافلات إلى الميناء في الأيام المقبلة. وقتل خمسة حراس في الهجوم.",
    ],
)
def test_harm_of_another_deed_takes_no_day_carried_on(text: str):
    assert make_claim(text, "وقتل").time is None


def test_a_stretch_to_come_dates_nothing_told_beside_it():
    text = "قتل خمسة حراس في كمين، على أن تعود الحافلات إلى الميناء في الأيام المقبلة."
    assert make_claim(text, "قتل").time is None


@pytest.mark.parametrize("told", ["22 آذار 2014", "2014"])
@pytest.mark.parametrize("mark", ["-", ":", " –"])
def test_what_heads_a_line_of_a_chronology_dates_it(told: str, mark: str):
    text = f"هذه أبرز محطات النزاع على ضفتي النهر منذ بدايته.\n\n{told}{mark} مسلحون يهاجمون ثكنة على النهر."
    found = make_claim(text, "يهاجمون")
    assert found.time is not None
    assert found.time.span.of(text) == told


def test_the_day_of_publication_that_heads_a_report_dates_nothing():
    text = "هذه آخر أخبار النزاع على ضفتي النهر.\n\n14 أيار 2020 - أعلن الحاكم أن مسلحين هاجموا ثكنة على النهر."
    assert make_claim(text, "هاجموا").time is None
    assert make_claim(text.replace("2020", "2019"), "هاجموا").time is not None


def test_what_where_explains_does_not_date_what_stands_before_it():
    text = "أقرت الجماعة بمقتل عشرة ضباط، حيث وصل أهلهم إلى الميناء السبت."
    assert make_claim(text, "بمقتل").time is None


def test_what_goes_on_until_today_has_the_day_on_which_it_began():
    text = "في 3 أيار بدأ الجيش ومعه حرس الحدود عملية عسكرية مستمرة حتى اليوم."
    assert days(make_claim(text, "عملية عسكرية")) == ("2020-05-03", "2020-05-03")


def test_of_two_days_as_near_the_one_behind_a_deed_is_its_own():
    text = "قضت محكمة أمس بسجن رجل قتل حارسا في 2014."
    assert days(make_claim(text, "قتل")) == ("2014-01-01", "2014-12-31")


def test_what_is_told_in_a_clause_since_when_is_told_too():
    text = "تشهد البلدة هدوءا منذ أن طرد الجنود المسلحين منها قبل عامين."
    assert days(make_claim(text, "طرد")) == ("2018-01-01", "2018-12-31")


def test_a_day_set_in_between_commas_is_not_that_of_the_deed_behind() -> None:
    claim = make_claim("بدأت البلاد، الأربعاء، حدادا من يومين بعد مقتل ستة رعاة.", "مقتل")
    assert claim.time is None


def test_a_day_behind_a_verb_is_that_of_the_deed_that_caused_it() -> None:
    claim = make_claim("استولى المسلحون الأحد على البلدة بعد معارك عنيفة مع الحرس.", "معارك")
    assert days(claim) == ("2020-05-10", "2020-05-10")


def test_all_that_there_were_take_no_day_told_before() -> None:
    text = "قتل ستة رعاة في قصف على القرية أمس. وبلغ العدد الإجمالي للجرحى 90 راعيا."
    assert make_claim(text, "للجرحى").time is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("واستعاد الحرس السيطرة على محافظة شبوة، في ضربة للحوثيين في مدينة مأرب.", "محافظة شبوة"),
        ("واستعاد الحرس محافظة شبوة، تمهيدا للسيطرة على مدينة مأرب.", "محافظة شبوة"),
        ("وسيطر الحرس على مديرية حريب في مأرب.", "مديرية حريب"),
        ("وقتل راع في مديرية حريب بمأرب.", "مديرية حريب"),
    ],
)
def test_what_is_taken_is_the_place_and_what_somebody_is_after_is_not(text: str, expected: str) -> None:
    (claim,) = make_claims(text)
    assert claim.place is not None
    assert claim.place.span.of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وكان المهاجم يرتدي سترة ناسفة فجرها وقتل حارسا.", "وسيرت الشرطة دوريات بعد أن قتل حارس.",
        "وقتل حارس في مسقط رأسه.", "وقتل حارس في خيمة التعزية.", "وخسرت الشركة مئة ألف ليرة وقتل حارس.",
        "ويتكرر القصف بشكل دوري وقتل حارس.", "وقتل الشيخ الجليل في القصف.", "ودعا العمدة في قراره إلى قتل الحارس.",
        "وقتل جنود من القبعات الزرقاء في السوق.",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_towns(text: str) -> None:
    assert [c.place for c in make_claims(text)] == [None] * len(make_claims(text))


def test_a_report_that_says_which_day_is_today_was_written_on_it() -> None:
    text = "وقال ضابط إن مسلحين خطفوا اليوم (السبت) راعيين. وأضاف أن مسلحين هاجموا مساء اليوم مخفرا."
    for published in ("2021-05-01", "2021-05-02"):
        claims = analyze(text.encode(), hints=Hints(published=published)).articles[0].claims
        assert [days(c) for c in claims] == [("2021-05-01", "2021-05-01")] * 2


def test_a_gate_is_no_august() -> None:
    text = "وقتل راع في باب السهل."
    assert [c.time for c in make_claims(text)] == [None]


def test_the_city_is_no_land_whose_governor_speaks() -> None:
    text = "وقال العمدة إن قذيفة أصابت مدينة بالاكليا. وقال حاكم خاركيف إن راعيا قتل في وسط المدينة."
    claim = make_claims(text)[-1]
    assert claim.place is not None
    assert claim.place.place.name == "Balakliia"


@pytest.mark.parametrize(
    ("after", "word"),
    [
        ("والحادثة أسفرت عن مقتل ستة رعاة.", "مقتل"),
        ("وأدى الانفجار الضخم إلى إصابة ستة حراس.", "الانفجار"),
        ("وقالت البلدية إن راعيين قتلا من جراء إطلاق النار.", "قتلا"),
        ("وقتل المهاجمون ستة حراس.", "وقتل"),
        ("وقتل ستة حراس في الانفجار الذي وقع الثلاثاء.", "وقتل"),
    ],
)
def test_harm_that_came_of_the_deed_told_before_was_there(after: str, word: str):
    claim = make_claim(f"فجر مسلح سيارة في مدينة الرقة. {after}", word)
    assert claim.place is not None
    assert claim.place.place.name == "Raqqa"


def test_the_place_of_what_is_only_recalled_does_not_hold_on():
    text = "فتح مسلح النار في مدينة دنفر. وجاء الهجوم بعد سنتين تقريبا على هجوم في مدينة بوسطن. وأصيب خمسة في الهجوم."
    claim = make_claim(text, "وأصيب")
    assert claim.place is not None
    assert claim.place.place.name == "Denver"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("وصلت تعزيزات من الجيش قادمة من صنعاء إلى ميناء الحديدة.", "وصلت", "Hodeidah"),
        ("تقدم الحرس نحو مديرية يريم باتجاه صنعاء.", "تقدم", "Yarim"),
        ("شنت القوات من مواقعها في عدن هجوما على مدينة زنجبار.", "هجوما", "Zinjibar"),
    ],
)
def test_where_they_go_comes_before_where_they_are_from(text: str, word: str, place: str):
    claim = make_claim(text, word)
    assert claim.place is not None
    assert claim.place.place.name == place


def test_there_is_the_place_told_before():
    claim = make_claim("سيطر المقاتلون على حي في مدينة درنة. وقتل 15 جنديا في معارك هناك.", "وقتل")
    assert claim.place is not None
    assert claim.place.place.name == "Derna"


def test_a_strait_is_narrower_than_the_region_it_lies_in():
    claim = make_claim("قصف الطيران مخازن المهربين في منطقة باب المندب بمحافظة تعز.", "قصف")
    assert claim.place is not None
    assert claim.place.place.name == "Bab-el-Mandeb"
