"""What must not change when the text changes in a way that means nothing, and what must."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from riwaya.lang.normalize import fold_letters
from riwaya.model.analysis import Analysis
from riwaya.model.claim import Claim
from riwaya.stages.cluster import find_events, tell_claims
from tests.news import BODY, PAGE, SENTENCES, TITLE, read

pytestmark = pytest.mark.timeout(120)

MARKS = "\u064e\u064f\u0650\u0651\u0652\u064b"
JOINING = "بتثجحخسشصضطظعغفقكلمنهي"


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", fold_letters(words)).strip()


def meaning(analysis: Analysis) -> list[dict[str, Any]]:
    """All that the claims say, with their words folded and no offsets."""
    return [_meaning(claim, analysis.page.text) for claim in analysis.claims]


def _meaning(claim: Claim, text: str) -> dict[str, Any]:
    time, place = claim.time, claim.place
    return {
        "words": plain(claim.span.of(text)),
        "trigger": plain(claim.trigger.of(text)),
        "what": (claim.type, claim.subtype, claim.polarity, claim.certainty),
        "chain": [(link.source.id, link.source.kind, plain(link.span.of(text))) for link in claim.chain],
        "stances": [link.verb.stance if link.verb else None for link in claim.chain],
        "agents": [(one.actor.id, one.actor.kind, plain(one.span.of(text))) for one in claim.agents],
        "targets": [(one.actor.id, one.actor.kind, plain(one.span.of(text))) for one in claim.targets],
        "figures": [(f.measure, f.low, f.high, f.about, f.of.id if f.of else None) for f in claim.figures],
        "time": (time.start, time.end, time.precision) if time else None,
        "place": (place.place.id, place.place.lat, place.place.lon, place.place.relation) if place else None,
    }


def unhamza(text: str) -> str:
    return re.sub("[أإآٱ]", "ا", text)


def dotless(text: str) -> str:
    return re.sub("ي(?![\u0600-\u06ff])", "ى", text)


def dotted(text: str) -> str:
    return text.replace("ى", "ي")


def eastern(text: str) -> str:
    return text.translate({ord(str(digit)): "٠١٢٣٤٥٦٧٨٩"[digit] for digit in range(10)})


def persian(text: str) -> str:
    return text.translate({ord(str(digit)): "۰۱۲۳۴۵۶۷۸۹"[digit] for digit in range(10)})


def vowelled(text: str) -> str:
    return "".join(c + MARKS[at % len(MARKS)] if c in JOINING and at % 2 else c for at, c in enumerate(text))


def stretched(text: str) -> str:
    joined = "".join(
        a + "ـ" if a in JOINING and b in JOINING and at % 3 else a for at, (a, b) in enumerate(pairwise(text))
    )
    return joined + text[-1]


def farsi_letters(text: str) -> str:
    return text.replace("ي", "ی").replace("ك", "ک")


def round_taa(text: str) -> str:
    return re.sub("ة(?![\u0600-\u06ff])", "ه", text)


def curly(text: str) -> str:
    return text.replace("«", "“").replace("»", "”")


def hard_spaces(text: str) -> str:
    return re.sub(" (?=[0-9])", "\u00a0", text)


def windows_lines(text: str) -> str:
    return text.replace("\n", "\r\n")


SPELLINGS: list[Callable[[str], str]] = [
    unhamza, dotless, dotted, round_taa, eastern, persian, vowelled, stretched, farsi_letters, hard_spaces, windows_lines,
]  # fmt: skip


@pytest.mark.parametrize("respell", SPELLINGS, ids=lambda respell: respell.__name__)
def test_spelling_changes_no_claim(respell: Callable[[str], str]) -> None:
    respelt = respell(PAGE)
    assert respelt != PAGE or respell is dotted
    assert meaning(read(respelt)) == meaning(read(PAGE))


def test_all_spellings_at_once_change_no_claim() -> None:
    respelt = vowelled(stretched(eastern(unhamza(round_taa(PAGE)))))
    assert meaning(read(respelt)) == meaning(read(PAGE))


def test_curly_quotation_marks_change_nothing_but_the_marks() -> None:
    def bare(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
        strip = str.maketrans("", "", '«»"')
        texts = {"words", "trigger"}
        roles = {"chain", "agents", "targets"}
        return [
            {
                key: value.translate(strip) if key in texts
                else [(*one[:-1], one[-1].translate(strip)) for one in value] if key in roles
                else value
                for key, value in claim.items()
            }
            for claim in claims
        ]  # fmt: skip

    assert bare(meaning(read(curly(PAGE)))) == bare(meaning(read(PAGE)))


# Two parties of the same grammatical gender, of different kinds: what is said of one may be said of the other.
PARTIES = [
    ("الجيش العراقي", "تنظيم داعش"),
    ("الجيش اللبناني", "حزب الله"),
    ("الجيش المالي", "الجيش السوداني"),
    ("الجيش الإسرائيلي", "حزب الله"),
    ("جماعة الحوثي", "الحكومة اليمنية"),
    ("حركة طالبان", "القوات الأفغانية"),
    ("القوات الروسية", "القوات الأوكرانية"),
    ("قوات الدعم السريع", "القوات السودانية"),
    ("حركة حماس", "القوات الإسرائيلية"),
]
FEMININE = {"جماعة", "حركة", "القوات", "قوات", "الحكومة"}
MASCULINE_TEXT = (
    "أعلن {A} أمس أنه قتل 12 من عناصر {B} في هجوم على قاعدة عسكرية. "
    "ونفى {B} ذلك، وقال إن {A} قصف سوقا يوم الأحد فقتل سبعة مدنيين على الأقل. "
    "واتهم {A} {B} باختطاف ثلاثة صحفيين. "
    "وأفاد شهود عيان بأن عشرات من مقاتلي {A} انسحبوا بعد اشتباكات مع {B}. "
    "وأقر {B} بخسائر فادحة في صفوفه."
)
FEMININE_TEXT = (
    "أعلنت {A} أمس أنها قتلت 12 من عناصر {B} في هجوم على قاعدة عسكرية. "
    "ونفت {B} ذلك، وقالت إن {A} قصفت سوقا يوم الأحد فقتلت سبعة مدنيين على الأقل. "
    "واتهمت {A} {B} باختطاف ثلاثة صحفيين. "
    "وأفاد شهود عيان بأن عشرات من مقاتلي {A} انسحبوا بعد اشتباكات مع {B}. "
    "وأقرت {B} بخسائر فادحة في صفوفها."
)
ONE, OTHER = "الطرف-ألف", "الطرف-باء"


def told_of(first: str, second: str) -> list[dict[str, Any]]:
    """What the claims say with both parties' names and ids put out of sight."""
    template = FEMININE_TEXT if first.split()[0] in FEMININE else MASCULINE_TEXT
    text = "بيان عن المعارك الأخيرة\n\n" + template.format(A=first, B=second) + "\n"
    claims = meaning(read(text))
    assert len(claims) >= 5
    return [_masked(claim, plain(first), plain(second)) for claim in claims]


def _masked(claim: dict[str, Any], first: str, second: str) -> dict[str, Any]:
    def mask(words: str) -> str:
        return words.replace(first, ONE).replace(second, OTHER)

    masked = {**claim, "words": mask(claim["words"]), "trigger": mask(claim["trigger"])}
    for role in ("chain", "agents", "targets"):
        masked[role] = [mask(words) for _, _, words in claim[role]]
    masked["figures"] = [figure[:4] for figure in claim["figures"]]
    return masked


@pytest.mark.parametrize(("first", "second"), PARTIES)
def test_swapping_two_parties_swaps_their_names_and_nothing_else(first: str, second: str) -> None:
    assert told_of(first, second) == told_of(second, first)


def events_of(first: str, second: str) -> list[list[str]]:
    """The heads of the claims of each event, both parties' names put out of sight."""
    template = FEMININE_TEXT if first.split()[0] in FEMININE else MASCULINE_TEXT
    text = "بيان عن المعارك الأخيرة\n\n" + template.format(A=first, B=second) + "\n"
    found = find_events(tell_claims([read(text)]))
    return [[plain(told.claim.trigger.of(told.text)) for told in event.claims] for event in found]


@pytest.mark.parametrize(("first", "second"), PARTIES)
def test_swapping_two_parties_leaves_every_claim_in_its_event(first: str, second: str) -> None:
    assert events_of(first, second) == events_of(second, first)


@pytest.mark.parametrize(("first", "second"), PARTIES)
def test_a_party_is_the_same_actor_on_either_side(first: str, second: str) -> None:
    def ids(one: str, other: str) -> dict[str, set[str | None]]:
        template = FEMININE_TEXT if one.split()[0] in FEMININE else MASCULINE_TEXT
        found: dict[str, set[str | None]] = {}
        for claim in meaning(read(template.format(A=one, B=other))):
            for role in ("chain", "agents", "targets"):
                for actor_id, _, words in claim[role]:
                    found.setdefault(words, set()).add(actor_id)
        return {party: found.get(plain(party), set()) for party in (one, other)}

    assert ids(first, second) == ids(second, first)


def toll(text: str) -> dict[str, tuple[int, int]]:
    """Sum of the lows, and number of figures, by measure, over what is affirmed."""
    sums: dict[str, tuple[int, int]] = {}
    for claim in read(text).claims:
        if claim.polarity == "affirmed":
            for figure in claim.figures:
                low, count = sums.get(figure.measure, (0, 0))
                sums[figure.measure] = (low + (figure.low or 0), count + 1)
    return sums


DENIALS = [
    "ونفى متحدث عسكري مقتل 40 جنديا في الهجوم.",
    "ونفت الوزارة أن يكون 40 جنديا قد قتلوا.",
    "وقال الناطق إنه لم يقتل أي جندي في الهجوم.",
    "وكذب قائد المنطقة أنباء عن أسر 40 جنديا.",
    "وأكدت الحكومة عدم سقوط قتلى في صفوف قواتها.",
    "ونفت الحركة صحة التقارير عن إصابة 40 من مقاتليها.",
    "وقال مصدر أمني إن الأنباء عن مقتل 40 مدنيا غير صحيحة.",
]


@pytest.mark.parametrize("denial", DENIALS)
def test_a_denial_never_adds_to_a_toll(denial: str) -> None:
    before = f"{TITLE}\n\n{SENTENCES[0]} {SENTENCES[3]}\n"
    after = f"{TITLE}\n\n{SENTENCES[0]} {SENTENCES[3]} {denial}\n"
    assert toll(before)
    assert toll(after) == toll(before)


@pytest.mark.parametrize("denial", DENIALS[:4])
def test_what_is_denied_is_kept_as_a_denial(denial: str) -> None:
    assert any(claim.polarity == "denied" for claim in read(f"{TITLE}\n\n{SENTENCES[0]} {denial}\n").claims)


def test_reading_twice_gives_the_same() -> None:
    assert read(PAGE) == read(PAGE)


def test_a_sentence_after_the_end_changes_no_claim_before_it() -> None:
    before = meaning(read(f"{TITLE}\n\n{BODY}"))
    after = meaning(read(f"{TITLE}\n\n{BODY}\n\nوتشهد المنطقة أمطارا غزيرة في هذا الفصل من السنة."))
    assert after[: len(before)] == before


def test_the_paper_that_prints_a_text_is_in_no_chain() -> None:
    for outlet in ("Reuters", "Asharq Al-Awsat", "The Valley Post"):
        claims = meaning(read(PAGE, outlet=outlet))
        assert [claim["words"] for claim in claims] == [claim["words"] for claim in meaning(read(PAGE))]
