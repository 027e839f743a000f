"""Words that name nobody are no sources; participles are no ranks."""

from __future__ import annotations

import pytest

from tests.news import read


@pytest.mark.parametrize("subject", ["أولئك", "القول", "الكثير"])
def test_a_word_that_names_nobody_is_no_source(subject: str) -> None:
    [claim] = read(f"وأكد {subject} أن ثلاثة حراس قتلوا في الهجوم على المستودع.").claims
    assert claim.chain == ()


def test_a_participle_of_telling_is_no_marshal() -> None:
    text = "وتحدث العميد سالم الفلاني، مشيرا إلى أن ثلاثة حراس قتلوا في الهجوم."
    [claim] = read(text).claims
    assert "مشيرا" not in [link.span.of(text) for link in claim.chain]


def test_cameron_without_the_article_is_no_country() -> None:
    [claim] = read("وقال ديفيد كاميرون إن ثلاثة جنود قتلوا. وأضاف كاميرون أن خمسة جرحوا.").claims[:1]
    assert claim.chain[-1].source.id == "david-cameron"


def test_nobody_speaks_for_a_year() -> None:
    text = "وقالت حكومة مالي، التي جاءت بعد انقلاب عام 2020، إن ثلاثة جنود قتلوا في الهجوم."
    [claim] = read(text).claims[-1:]
    assert claim.chain[-1].told is None


def test_who_gives_no_more_details_is_still_the_teller() -> None:
    text = "وأضاف البيان الصادر عن الجيش المالي أن القافلة توقفت. واندلعت اشتباكات وتكبدت القوات خسائر فادحة دون تقديم مزيد من التفاصيل."
    assert "ml-armed-forces" in [link.source.id for link in read(text).claims[-1].chain]


@pytest.mark.parametrize(
    "text",
    [
        "وأعلنت شرطة السهل، كبرى بلدات الوادي الواقع قرب التلال التي تعتبر معقل جبهة الصقور، أن حارسا قتل.",
        "وأعلنت شرطة السهل، قرب التلال التي تعد معقل جبهة الصقور، أن حارسا قتل.",
    ],
)
def test_what_something_counts_as_is_told_by_nobody(text: str) -> None:
    claim = next(c for c in read(text).claims if "قتل" in c.trigger.of(text))
    assert len(claim.chain) == 1


def test_behind_what_shows_something_stands_no_speaker() -> None:
    text = "واستهدف القصف السوق، وهو ما يرجح سبب خروج الرعاة بعد اشتباكات الأمس."
    assert all(not c.chain for c in read(text).claims)


def test_behind_it_somebody_known_may_speak() -> None:
    text = "واستهدف القصف السوق، وهو ما أكد الوالي أنه قتل ثلاثة رعاة."
    assert any(c.chain for c in read(text).claims)


def test_whoever_owes_allegiance_condemns_nothing() -> None:
    assert all(c.type != "ACCUSE" for c in read("وكانت جماعة تدين بالولاء لجبهة الصقور قتلت ثلاثة رعاة.").claims)
    assert any(c.type == "ACCUSE" for c in read("وكانت جماعة محلية تدين القصف على السوق.").claims)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقالت البلدية إن حارسا قتل. وأدانت بأشد العبارات القصف على السوق.", "ACCUSE"),
        ("وقالت البلدية إن حارسا قتل. وأشادت بدور الحرس في السوق.", "SUPPORT"),
    ],
)
def test_how_and_what_for_are_no_speakers(text: str, kind: str) -> None:
    claim = next(c for c in read(text).claims if c.type == kind)
    assert [link.span.of(text) for link in claim.chain] == ["البلدية"]


@pytest.mark.parametrize(
    "text",
    [
        "وجاءت في وقت كان الحرس يخوض فيه قتالا قرب السد، وقتل حارس.",
        "ولم يأت البيان على ذكر توقيت الانفجار الذي قتل فيه حارس.",
        "ولم يرد أي ذكر لوقوع قتلى في الانفجار الذي قتل فيه حارس.",
        "ألقي اللوم على جبهة الصقور في انفجار قتل فيه حارس.",
    ],
)
def test_a_circumstance_a_mention_and_blame_in_the_passive_are_told_by_nobody(text: str) -> None:
    said = {link.span.of(text) for c in read(text).claims for link in c.chain}
    assert said.isdisjoint({"وقت", "توقيت", "لوقوع", "اللوم"})


def test_what_is_adopted_is_no_deed_claimed() -> None:
    text = "ولم يعلق الحرس، الذي يتبنى دوما نهج الصمت في قصف السوق."
    assert all(not c.chain for c in read(text).claims)
    text = "وتبنت جبهة الصقور الهجوم على السوق."
    assert [link.span.of(text) for link in read(text).claims[0].chain] == ["جبهة الصقور"]
