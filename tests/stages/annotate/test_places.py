"""Places in Arabic sentences, and words that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.gazetteer.geometry import distance_km
from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.tokens import tokenize
from riwaya.model.place import PlaceMention
from riwaya.stages.annotate.places import find_places


def _find(text: str, home: tuple[str, ...] = ()) -> list[PlaceMention]:
    return find_places(tokenize(text), text, gazetteer=load_gazetteer(), home=home)


def _named(text: str, home: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.place.name) for m in _find(text, home)]


def _only(text: str, home: tuple[str, ...] = ()) -> PlaceMention:
    (mention,) = _find(text, home)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("سقط الجرحى في كيدال ليلا", "كيدال", "Kidal"),
        ("وصل الوفد إلى مدينة سيفاري فجرا", "مدينة سيفاري", "Sevare"),
        ("عاد الهدوء بمدينة الفلوجة", "مدينة الفلوجة", "Fallujah"),
        ("انتشر الجنود بغزة", "غزة", "Gaza City"),
        ("طريق يؤدي إلى المخا", "المخا", "Mocha"),
        ("كمين نصب قرب بلدة «تازة» القديمة", "بلدة «تازة»", "Taza Khurmatu"),
        ('حريق في مخيم "جباليا" للاجئين', 'مخيم "جباليا"', "Jabalia"),
        ("عبرت الشاحنات منطقة كيدال ليلا", "منطقة كيدال", "Kidal Region"),
        ("اشتباك في ولاية الوحدة أمس", "ولاية الوحدة", "Unity State"),
        ("انفجار في العاصمة الأفغانية كابول", "العاصمة الأفغانية كابول", "Kabul"),
        ("تظاهروا في العاصمة الصومالية ظهرا", "العاصمة الصومالية", "Mogadishu"),
        ("سقطت قذائف على مطار كويرس العسكري", "مطار كويرس", "Kuweires"),
    ],
)
def test_a_place_is_the_noun_and_the_name_without_its_preposition(text: str, words: str, name: str) -> None:
    assert _named(text) == [(words, name)]


@pytest.mark.parametrize(
    "text",
    [
        "جاء في بيان نشره المكتب",
        "كان القائد دون خبرة",
        "عرضت قنوات عدة الصور",
        "قدم حجة واهية بحجة الوقت",
        "في إطار التعاون بين الطرفين",
        "سكنوا مدينة ساحلية صغيرة",
        "أعلنت مالي موقفها من القرار",
        "واشنطن تدرس الرد",
        "وزير المالية يوضح الأرقام",
        "عثر على كتلة من الحديد وأدى الأمر إلى تأخير",
        "نشرت صحيفة الرياض الخبر",
        "رفع درعاً بيده",
        "انسحب نواب كتلة الصدر من الجلسة",
    ],
)
def test_words_that_look_like_places_are_none(text: str) -> None:
    assert _named(text) == []


def test_the_article_joined_to_its_preposition_still_finds_the_name() -> None:
    assert _only("أرسلت مؤن للرقة من تركيا"[:15]).place.name == "Raqqa"


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("هدوء حذر في شمال مالي", (19.5, -0.5)),
        ("هدوء حذر في الشمال المالي", (19.5, -0.5)),
        ("قصف طال شمالي العراق", (36.6, 44.0)),
        ("تفجير هز جنوب شرق تركيا", (37.7, 41.0)),
        ("معارك في شرق أوكرانيا", (48.3, 38.0)),
    ],
)
def test_a_part_of_a_country_has_a_point_of_its_own(text: str, point: tuple[float, float]) -> None:
    place = _only(text).place
    assert place.precision == "country-part"
    assert place.relation == "in"
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km((place.lat, place.lon), point) < 100


def test_beside_a_town_the_compass_word_is_a_relation() -> None:
    mention = _only("تمركزوا جنوبي تين زاوتين منذ الفجر")
    assert mention.place.relation == "south-of"
    assert mention.place.lat == pytest.approx(19.95, abs=0.05)


def test_a_told_distance_moves_the_point() -> None:
    place = _only("هبطت المروحية على بعد 60 كيلومترا شمال بغداد").place
    assert place.lat == pytest.approx(33.34 + 60 / 111.2, abs=0.05)


def test_a_compass_adjective_behind_a_region_shifts_it() -> None:
    plain, side = _only("غارة على ريف حلب").place, _only("غارة على ريف حلب الشمالي").place
    assert plain.lat is not None
    assert side.lat is not None
    assert side.lat > plain.lat


def test_between_two_towns_is_the_middle() -> None:
    mention = _only("انقلبت الحافلة بين موبتي وسيفاري")
    assert mention.place.relation == "between"
    assert mention.place.lat == pytest.approx(14.51, abs=0.05)


def test_between_two_parties_is_no_place() -> None:
    assert _named("اتفاق بين الجيش والمتمردين") == []


def test_a_border_lies_between_its_countries() -> None:
    place = _find("نقطة تفتيش في مالي على الحدود مع النيجر")[-1].place
    assert place.relation == "on-border"
    assert place.lat is not None
    assert 12 < place.lat < 19


def test_names_joined_under_one_cue_are_one_place_where_they_lie_near() -> None:
    mention = _only("قصف طال قريتي الفوعة وكفريا مساء")
    assert mention.place.id is None
    assert mention.place.lat == pytest.approx(35.985, abs=0.02)


def test_names_joined_under_one_cue_are_two_places_where_they_lie_far_apart() -> None:
    assert [name for _, name in _named("شحنات وصلت إلى بغداد والبصرة")] == ["Baghdad", "Basra"]


def test_a_noun_that_points_back_gives_the_place_named_last() -> None:
    text = "دخلت القوات مدينة لودر صباحا. ثم طوقت مداخل المدينة مساء"
    assert _named(text)[-1] == ("مداخل المدينة", "Lawdar")


def test_the_country_is_the_one_the_document_speaks_of() -> None:
    assert _only("أمطار غزيرة في جنوب البلاد", home=("ML",)).place.name == "southern Mali"
    assert _only("إطلاق نار في العاصمة", home=("TD", "SD")).place.name == "N'Djamena"


def test_without_a_country_the_capital_is_nowhere() -> None:
    assert _named("إطلاق نار في العاصمة") == []


def test_a_village_nobody_knows_is_a_place_without_a_point() -> None:
    place = _only("وقع الحادث في قرية الزرنوقية ظهرا").place
    assert (place.id, place.lat, place.precision) == (None, None, "unknown")
    assert place.name == "الزرنوقية"


def test_a_village_nobody_knows_lies_in_the_place_named_behind_it() -> None:
    village, region = _find("وقع الحادث في قرية الزرنوقية بمحافظة ديالى ظهرا")
    assert village.contained_by_next
    assert village.place.lat == region.place.lat
    assert village.place.radius_km == region.place.radius_km


def test_the_closer_place_says_that_the_next_one_holds_it() -> None:
    town, part = _find("هجوم على بلدة أجلهوك في شمال مالي")
    assert town.contained_by_next
    assert not part.contained_by_next
    assert town.place.name == "Aguelhok"


def test_namesakes_are_told_apart_by_the_country() -> None:
    assert _find("مدينة زنجبار عاصمة أبين")[0].place.country == "YE"
    assert _only("احتجاج في طرابلس", home=("LB",)).place.country == "LB"
    assert _only("احتجاج في طرابلس", home=("LY",)).place.country == "LY"


def test_a_country_comes_with_a_cue_only_and_says_how() -> None:
    assert _only("عبر اللاجئون إلى موريتانيا").place.relation == "toward"
    assert _only("فر السكان من موريتانيا").place.relation == "from"
    assert _named("موريتانيا ترحب بالقرار") == []


def test_the_name_of_a_body_is_no_place() -> None:
    assert _named("فصيل من تنظيم القاعدة في جزيرة العرب") == []


def test_the_head_of_a_mention_is_the_name_alone() -> None:
    text = "وصلوا بمدينة الموصل ليلا"
    mention = _only(text)
    assert mention.head is not None
    assert mention.head.of(text) == "الموصل"


@pytest.mark.parametrize("text", ["سقط الجرحى في كِيدَال ليلا", "سقط الجرحى في كيـــدال ليلا"])
def test_vowel_signs_and_tatweel_change_nothing(text: str) -> None:
    assert _only(text).place.name == "Kidal"


def test_every_answer_says_why() -> None:
    text = "غارة قرب الرقة ثم قصف شمال سوريا على الحدود مع تركيا وفي قرية الزرنوقية"
    assert all(m.place.why for m in _find(text))


def test_no_token_no_place() -> None:
    assert find_places([], "", gazetteer=load_gazetteer()) == []


_WORDS = st.lists(
    st.sampled_from(
        "في من إلى قرب بين مدينة قرية محافظة شمال جنوب شرق الحدود مع العاصمة البلاد المدينة مالي كيدال وغاو الموصل بغداد "
        "السورية الشمالي ريف مشارف مطار ، . « » 60 كيلومترا على المناطق الغربية قريتي الفوعة وكفريا".split()
    ),
    max_size=25,
)


@given(_WORDS)
def test_mentions_stand_in_order_inside_the_text_without_overlap(words: list[str]) -> None:
    text = " ".join(words)
    mentions = _find(text, home=("ML",))
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all((m.place.lat is None) == (m.place.lon is None) for m in mentions)


def test_a_name_that_a_noun_introduced_is_known_when_it_stands_bare() -> None:
    text = "هاجموا قرية الزعفرون قرب كيدال. وعاد الهدوء إلى المنطقة، وبقي الحرس في الزعفرون."
    assert [m.span.of(text) for m in _find(text)][-1] == "الزعفرون"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("هجوم في العاصمة الشيشانية غروزني أمس", "العاصمة الشيشانية غروزني", "Grozny"),
        ("توغلوا داخل الأراضي الصومالية ليلا", "الأراضي الصومالية", "Somalia"),
        ("غارات على المدن اليمنية أمس", "المدن اليمنية", "Yemen"),
        ('انفجار في حي "مدينة الصدر" أمس', 'حي "مدينة الصدر', "Sadr City"),
        ("كمين في منطقة جبل اللوز الوعرة", "منطقة جبل اللوز", "اللوز"),
        ("قصفوا بلدة تل جورين ظهرا", "بلدة تل جورين", "تل جورين"),
    ],
)
def test_nouns_in_a_row_are_read_as_one_place(text: str, words: str, name: str) -> None:
    assert _named(text) == [(words, name)]


@pytest.mark.parametrize(
    "text",
    ["أقاموا حفلا في المدينة الرياضية", "نقل موقع «أخبار الغد» البيان", "انضم إلى كتلة «الوفاء»", "شكر شعب المملكة"],
)
def test_stadiums_sites_and_blocs_are_no_places(text: str) -> None:
    assert all(m.place.precision == "country" for m in _find(f"وصل الوزير إلى مدينة كيدال. {text}")[1:])


def test_a_region_that_opens_a_sentence_moves_the_city_to_its_seat() -> None:
    text = "سقطت قذائف في مدينة عدن. وفي محافظة تعز، دارت اشتباكات في أحياء المدينة."
    assert [m.place.name for m in _find(text)][-1] == "Taiz"
    text = "سقطت قذائف في مدينة المخا بمحافظة تعز. وعاد الهدوء إلى المدينة."
    assert [m.place.name for m in _find(text)][-1] == "Mocha"


def test_the_governorate_is_no_mountain() -> None:
    text = "هربوا من محافظة كركوك صوب جبال حمرين وعادوا إلى مدن المحافظة"
    assert [m.place.name for m in _find(text)][-1] == "Kirkuk Governorate"


def test_a_small_place_of_a_country_that_the_text_is_not_about_needs_its_noun() -> None:
    text = "في مالي قتل جنديان قرب كيدال، وعاد الهدوء إلى مالي وغاو وتمبكتو وموبتي وسيفاري وتساليت، وبقي الجنود في شقرة"
    assert "شقرة" not in [m.span.of(text) for m in _find(text)]


def test_a_district_named_last_is_the_city_pointed_back_to() -> None:
    text = "استهدفت غارة مدينة مأرب. وفي مديرية حيس، قصف مسلحون وسط المدينة."
    assert [m.place.name for m in _find(text)][-1] == "Hays"
    text = "استهدفت غارة مدينة المخا بمديرية ذوباب وعاد الهدوء إلى المدينة."
    assert [m.place.name for m in _find(text)][-1] == "Mocha"


def test_sides_of_a_region_are_read_behind_its_outskirts() -> None:
    text = "تقدموا في الأطراف الشمالية لمحافظة عدن"
    assert [m.place.name for m in _find(text)] == ["northern Aden Governorate"]


def test_the_border_lands_are_those_of_the_two_countries_of_the_text() -> None:
    text = "قصفت القوات التركية مواقع في سوريا. ونزح السكان من المناطق الحدودية"
    (mention,) = (m for m in _find(text) if m.place.relation == "on-border")
    assert mention.place.name == "border of Syria and Turkey"
    assert _named("تفقد الوزير نقطة على الطريق الحدودية") == []


def test_quarters_of_a_town_named_with_it_are_there_wherever_the_text_was_before() -> None:
    text = "قصفت قرية قرب مدينة الموصل. ونزح السكان من أحياء الفلوجة"
    assert [m.place.name for m in _find(text)][-1] == "Fallujah"


def test_a_namesake_lies_in_the_country_of_the_place_named_behind() -> None:
    text = "قصف الطيران مرجعيون في لبنان. وفي سورية قصف بلدة الطيبة بالغوطة الغربية"
    town = next(m for m in _find(text) if m.span.of(text) == "بلدة الطيبة")
    assert (town.place.country, town.place.id) == ("SY", None)


def test_a_town_lies_in_the_region_that_it_is_the_seat_of() -> None:
    text = "زحفوا إلى مدينة زنجبار مركز محافظة أبين"
    town, region = _find(text)
    assert (town.place.name, region.place.name, town.contained_by_next) == ("Zinjibar", "Abyan Governorate", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اقتحموا قرية دورغال منتاو بولاية كادونا في نيجيريا", "دورغال منتاو"),
        ("وقع الهجوم في بلدة ساروغ دانشوق مرغوش في إقليم هلمند", "ساروغ دانشوق مرغوش"),
        ('عادوا إلى بلدة "بالا غورتنغ" في إقليم غزني', "بالا غورتنغ"),
    ],
)
def test_an_unknown_foreign_name_goes_on_until_what_it_lies_in(text: str, name: str) -> None:
    first = _find(text)[0]
    assert first.place.name == name
    assert first.place.precision == "region"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عاد الجنود إلى قرية كفروشا تعرضت لقصف في محافظة إدلب", "كفروشا"),
        ("أصيب عامل في قرية كفروشا ليلا في محافظة إدلب", "كفروشا"),
        ("أصيب عامل في قرية كفروشا عند مدخلها.", "كفروشا"),
        ("سقطت قذيفة في بلدة قنطوشة بتعز", "قنطوشة"),
        ("قصفت القوات قريتي كفروشا وطرنوشا.", "كفروشا"),
    ],
)
def test_what_follows_an_unknown_name_is_no_part_of_it(text: str, name: str) -> None:
    assert _find(text)[0].place.name == name


def test_an_unknown_place_lies_in_the_region_told_a_few_words_on() -> None:
    place = _find("أصيب عامل في قرية كفروشا ليلا في محافظة إدلب")[0].place
    assert (place.precision, place.country) == ("region", "SY")
    place = _find("أصيب عامل في قرية كفروشا. وقال والده في محافظة إدلب")[0].place
    assert place.lat is None


def test_an_unknown_place_is_as_far_from_a_town_as_it_is_told() -> None:
    village, town = _find("سيطر الجنود على قرية طلغوب، على بعد 60 كيلومترا من بلدة بلعد في الصومال")[:2]
    assert village.contained_by_next
    assert (village.place.lat, village.place.radius_km) == (town.place.lat, 60.0)
    far = _find("سيطر الجنود على قرية طلغوب، على بعد 400 كيلومتر من بلدة بلعد في الصومال")[0]
    assert far.place.lat is None


@pytest.mark.parametrize("text", ["هاجموا مخيم للنازحين أمس", "تقدموا نحو معسكر للمتمردين", "دخلوا معسكر لقواته"])
def test_whom_a_camp_is_for_is_no_name(text: str) -> None:
    assert _named(text) == []


def test_a_namesake_outside_the_region_named_behind_is_not_meant() -> None:
    inside = _find("قتل حارس في منطقة خوجياني بإقليم ننغرهار")[0].place
    assert inside.name == "Khogyani"
    outside = _find("قتل حارس في منطقة خوجياني بإقليم غزني")[0].place
    assert (outside.id, outside.name, outside.precision) == (None, "خوجياني", "region")
