"""How the words of one document tie its claims and part them, on sentences of our own, read by the reader itself."""

from __future__ import annotations

import pytest

from riwaya.model.document import Hints
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.pipeline import analyze
from riwaya.stages.cluster import find_events, tell_claims
from riwaya.stages.cluster.follow import find_strands
from tests.stages.cluster.telling import DAY, Line, tell

HINTS = Hints(published="2024-07-30", outlet="The Valley Post", language="ar")
LEAD = "قتل تسعة جنود في هجوم شنه مسلحون على ثكنة للجيش في مدينة غاو يوم السبت."


def together(*sentences: str) -> bool:
    """Whether the first and the last claim of a text stand in one event."""
    text = "أنباء عن المعارك في البلاد\n\n" + " ".join(sentences) + "\n"
    events = find_events(tell_claims([analyze(text, name="page", hints=HINTS)]))
    places = {told.claim.trigger.start: number for number, event in enumerate(events) for told in event.claims}
    assert len(places) >= len(sentences)
    return places[min(places)] == places[max(places)]


@pytest.mark.parametrize(
    "goes_on",
    [
        "وأسفر الهجوم أيضا عن إصابة ستة آخرين.",
        "وقال شهود عيان إن القتلى سقطوا عند البوابة.",
        "وأعلن تنظيم القاعدة مسؤوليته عن الهجوم.",
        "ونفى الجيش المالي وقوع الهجوم.",
        "وتجاوز عدد القتلى 12 جنديا.",
    ],
)
def test_what_points_back_goes_on_with_the_happening(goes_on: str):
    assert together(LEAD, goes_on)


@pytest.mark.parametrize(
    "new",
    [
        "وفي هجوم آخر، قتل مسلحون ثلاثة مدنيين في مدينة تمبكتو يوم الأحد.",
        "من جهة أخرى، قصفت طائرات الجيش قرية في منطقة كيدال يوم الجمعة.",
        "وخطف مسلحون أربعة معلمين في باماكو يوم الاثنين.",
    ],
)
def test_another_place_day_or_word_parts(new: str):
    assert not together(LEAD, new)


@pytest.mark.parametrize(
    "beside",
    [
        "بينما هاجم مسلحون قافلة للجيش.",
        "في حين هاجم مسلحون قافلة للجيش.",
        "كما هاجم مسلحون قافلة للجيش.",
        "كذلك هاجم مسلحون قافلة للجيش.",
    ],
)
def test_a_deed_told_beside_another_is_another(beside: str):
    assert not together(LEAD, beside)


def test_the_raid_after_which_an_attack_came_is_none_of_it():
    assert not together(LEAD, "ويأتي هذا الهجوم بعد أسابيع من غارة نفذتها مروحيات أجنبية.")
    assert together(LEAD, "ووقع هذا الهجوم عند بوابة الثكنة.")


def test_killing_in_general_is_no_outcome_of_the_attack():
    general = Line(words="يحرم الدين القتل بلا ذنب", head="القتل", subtype="kill")
    dead = Line(words="وشيع الأهالي القتلى بلا ضجيج", head="القتلى", subtype="kill")
    ambush = Line(words="وقعت القافلة في كمين على الطريق", head="كمين", subtype="ambush", targets=["blue"])
    far = [Line(words="وتساقط مطر خفيف", head="تساقط", type="CONSULT", subtype=None)] * 2
    assert sizes(ambush, *far, dead)[0] == 2
    assert sizes(ambush, *far, general)[0] == 1


@pytest.mark.parametrize(("second", "strands"), [("أحرقوا خيام", 1), ("وأحرقوا خيام", 2)])
def test_a_deed_within_the_words_of_another_belongs_to_it_unless_and_puts_it_beside(second: str, strands: int):
    [whole] = tell("one", Line(words=f"هاجم رجال أمس {second}", head="هاجم"))
    start = whole.text.index(second)
    head = Span(start, start + second.index(" "))
    inner = replace(whole.claim, id="clm_inner", span=Span(start, whole.claim.span.end), trigger=head)
    assert len(find_strands([whole, replace(whole, claim=inner)])) == strands


def test_a_sum_over_several_attacks_stands_apart():
    assert not together("قتل 40 شخصا في سلسلة هجمات في مالي.", "وقتل تسعة جنود في هجوم على ثكنة في مدينة غاو.")


def test_a_battle_and_an_ambush_are_told_apart():
    battle = Line(words="دارت معارك أياما حول البلدة", head="معارك", subtype="clash", day=DAY, place="Alif")
    ambush = Line(words="وقعت القافلة في كمين قرب البلدة", head="كمين", subtype="ambush", day=DAY, place="Alif")
    again = Line(words="وقتل عشرون في الكمين", head="قتل", subtype="kill")
    strands = find_strands(tell("one", battle, ambush, again))
    assert [[one.told.claim.subtype for one in strand.members] for strand in strands] == [["clash"], ["ambush", "kill"]]


def test_a_speaker_accuses_once_and_condemns_apart():
    def line(words: str, head: str, subtype: str | None) -> Line:
        return Line(words=words, head=head, type="ACCUSE", subtype=subtype, agents=["red"], targets=["blue"])

    strands = find_strands(
        tell("one", line("اتهم الأول الثاني", "اتهم", None), line("وأدان فعله", "أدان", "condemn"),
             line("وحمله المسؤولية", "حمله", "accuse"))
    )  # fmt: skip
    assert [len(strand.members) for strand in strands] == [2, 1]


AMBUSH = Line(
    words="وقعت القافلة في كمين على الطريق",
    head="كمين",
    subtype="ambush",
    day=DAY,
    place="Alif",
    killed=9,
    targets=["blue"],
)


def sizes(*lines: Line) -> list[int]:
    return [len(strand.members) for strand in find_strands(tell("one", *lines))]


def test_means_of_an_ambush_belong_to_it_and_an_air_strike_does_not():
    mine = Line(words="وانفجرت عبوة تحت أولى المركبات", head="انفجرت", subtype="bombing")
    shots = Line(words="ثم أطلق رجال النار عليها", head="أطلق", subtype="shoot")
    strike = Line(words="وشن سلاح الجو غارة في المساء", head="غارة", subtype="strike", day=DAY, agents=["blue"])
    assert sizes(AMBUSH, mine, shots, strike) == [3, 1]


def test_prisoners_are_taken_in_the_ambush_and_not_by_the_air_strike_told_between():
    strike = Line(words="وشن سلاح الجو غارة في المساء", head="غارة", subtype="strike", day=DAY, agents=["blue"])
    captured = Line(words="ولم يقع رجاله في الأسر", head="الأسر", type="COERCE", subtype="capture", targets=["blue"])
    assert sizes(AMBUSH, strike, captured) == [2, 1]


def test_losses_in_the_clash_are_those_of_the_only_happening_told():
    assert sizes(AMBUSH, Line(words="وخسر المهاجمون أربعة خلال الاشتباك", head="خسر", subtype="losses")) == [2]


def test_dead_whom_another_doer_claims_are_those_of_the_only_happening_told():
    assert sizes(
        AMBUSH, Line(words="وما زالوا يقولون إنهم قتلوا تسعة", head="قتلوا", subtype="kill", agents=["red"], killed=9)
    ) == [2]


def test_on_a_front_what_comes_next_is_not_the_battle_told_before():
    battle = Line(words="دارت معارك حول البلدة", head="معارك", subtype="clash", day=DAY, place="Alif", targets=["blue"])
    fall = Line(words="وسقط رجال في الحقول البعيدة", head="سقط", subtype="attack", targets=["green"])
    assert sizes(battle, fall) == [1, 1]


def test_each_claim_says_what_put_it_there():
    lead = Line(words="هاجم رجال ثكنة في الصباح", head="هاجم", day=DAY, place="Alif")
    back = Line(words="وأدى الهجوم إلى سقوط جرحى", head="الهجوم")
    [strand] = find_strands(tell("one", lead, back))
    assert strand.whys[0] == ("told first in its document",)
    total, *given = strand.whys[1]
    assert total.startswith("joined +")
    assert sum(float(one.rsplit(" ", 1)[1]) for one in given) == pytest.approx(float(total.split()[1]), abs=0.06)


def test_a_document_of_very_many_claims_is_followed_to_its_end():
    lines = [Line(words=f"وقع حادث رقم {n} في مكان ما", head="حادث", place="Alif") for n in range(120)]
    assert sum(len(strand.members) for strand in find_strands(tell("long", *lines))) == 120
