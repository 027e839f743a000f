"""Where a telling ends: beside each other, or one inside the other."""

from __future__ import annotations

from riwaya.model.attribution import Frame
from riwaya.model.record import replace
from riwaya.stages.attribute.main_subjects import claims_it
from riwaya.stages.attribute.reader import RELATIVES, Reader

_CLAIMING = frozenset({"responsibility"})
_NESTED_WITHIN, _CONTRAST_REACH = 3, 4
_DATING = frozenset("بعد قبل عقب منذ غداه فور عشيه".split())
_ONCE = frozenset({"بعدما", "قبلما"})
_DATING_CLAUSES = frozenset({("بعد", "ان"), ("قبل", "ان")})
_AT_WHICH, _MEANWHILE = frozenset({"فيه", "فيها"}), frozenset({"في", "وقت", "الوقت", "الذي", "نفسه", "ذاته"})
"""«في وقت قالت فيه», «في الوقت نفسه الذي قالت فيه»: another voice at the same time."""
_WERE = frozenset("كان كانت كانوا وكان وكانت قد".split())
_DATING_REACH = 6
"""«بعد يوم واحد من إعلان»: words from the preposition to the noun of telling."""
_CONTRAST = frozenset("لكن ولكن لكنها لكنه غير الا بيد فيما بينما حين كما وكما".split())


def cut_scopes(reader: Reader, frames: list[Frame]) -> list[Frame]:
    """End every frame where a telling beside it begins; leave nested ones whole.

    A telling is beside another when «و», «ف» or a contrast opens its clause after a comma or a stretch of
    words; it is nested when its clause follows «أن» at once, or hangs on a relative pronoun or a participle.
    """
    cut: list[Frame] = []
    for frame in frames:
        stop = frame.end
        for other in frames:
            if other is frame or other.cue <= frame.cue or not frame.start < other.first < stop:
                continue
            if "according" in other.rule:
                if other.rule.endswith("after") and frame.links and "according" not in frame.rule:
                    stop = min(stop, max(other.first, frame.start + 1))
                elif reader.forms[other.first][0] == "و" and reader.forms[other.first - 1] in "،,":
                    stop = min(stop, other.first)  # «…، وبحسب مصدر …»: another voice beside
                continue
            if (dated := _dates(reader, frame, other)) is not None:
                stop = min(stop, dated)
            elif (
                _is_beside(reader, frame, other)
                or _joins_the_main(reader, frame, other)
                or _claims_it(reader, frame, other)
            ):
                stop = min(stop, _clause_start(reader, other, frame.start))
        cut.append(replace(frame, end=max(stop, frame.start)))
    return cut


def _dates(reader: Reader, frame: Frame, other: Frame) -> int | None:
    """«تبنت … الهجوم، بعد يوم من إعلان … أن»: a telling that only says when is the writer's own; where that clause begins.

    Behind «أن» and in a quotation it is part of what is told, unless a comma parts it.
    """
    if reader.speech(other.cue) is not None:  # «قال … إن …، بعدما تحدث مكتب … عن مقتل …»
        opens = _opening(reader, other)
        led = (
            2
            if tuple(reader.forms[max(0, opens - 2) : opens]) in _DATING_CLAUSES
            else int(reader.forms[opens - 1] in _ONCE)
        )
        parted = led and opens > led and reader.forms[opens - led - 1] in "،,"
        return opens - led - 1 if parted else None
    if reader.participle(other.cue) is not None:
        return None
    for k in range(other.first - 1, max(frame.start, other.first - _DATING_REACH), -1):
        if reader.forms[k] in _DATING:
            opens = k - 1 if reader.forms[k - 1] == "وذلك" else k
            parted = reader.forms[opens - 1] in "،,"
            return (
                (opens - 1 if parted else opens)
                if parted or not frame.rule.endswith((":that", ":quote", ":colon"))
                else None
            )
    return None


def _is_beside(reader: Reader, frame: Frame, other: Frame) -> bool:
    if reader.participle(other.cue) is not None:
        return False
    opening = _opening(reader, other)
    if opening - frame.start < _NESTED_WITHIN and not _starts_anew(reader, opening):
        return False
    if _quotes(reader, frame, other) or _claims_inside(reader, frame, other):
        return False
    before = reader.forms[opening - 1] if opening else ""
    if before in RELATIVES and opening > 1 and reader.forms[opening - 2] in ("الوقت", "وقت"):
        return True
    if before == "وقت" and not _AT_WHICH.isdisjoint(reader.forms[opening : other.start]):
        return True  # «في وقت قالت فيه الحكومة إنها …»
    if before in RELATIVES or before in ("ما", "مما"):
        return False
    return _starts_anew(reader, opening) or before in "،," or before in _CONTRAST or _after_contrast(reader, opening)


def _claims_inside(reader: Reader, frame: Frame, other: Frame) -> bool:
    """«قال … إن الحركة نفذت الهجوم وأعلنت مسؤوليتها عنه»: the claim is by whom the telling around it names."""
    named = other.links[-1:] if other.first == other.cue and claims_it(reader, other.cue) else ()
    return bool(named) and named[0].span.start >= reader.tokens[min(frame.start, len(reader.tokens) - 1)].start


def _claims_it(reader: Reader, frame: Frame, other: Frame) -> bool:
    """«قال … إن سبعة قتلوا في هجوم أعلنت الحركة مسؤوليتها عنه»: who claims a blow is told by the paper, not by whoever told of it."""
    if not other.first or other.start >= len(reader.forms) or _quotes(reader, frame, other):
        return False
    if _claims_inside(reader, frame, other):
        return False
    reading = reader.speech(other.cue)
    if reading is None or reader.quote_over.get(other.cue) is not None:
        return False
    claims = reader.forms[other.start].startswith("مسووليت") or _CLAIMING <= reading.lexeme.tags
    behind = reader.forms[other.first - 1] in RELATIVES or reader.is_event_noun(other.first - 1)
    behind = behind or not RELATIVES.isdisjoint(reader.forms[max(other.cue - 2, other.first) : other.cue])
    return claims and behind and frame.act is None


def _quotes(reader: Reader, frame: Frame, other: Frame) -> bool:
    """«نقلت الصحيفة أن "الوزير أكد …، وأكد أن …"»: what stands in the quotation that a telling opens is told by it.

    Two tellings of one quotation stand beside each other as anywhere else.
    """
    quote = reader.quote_over.get(other.cue)
    if quote is None or reader.quote_over.get(frame.cue) == quote:
        return False
    return quote in (reader.quote_over.get(frame.start), reader.quote_over.get(frame.start + 1))


def _joins_the_main(reader: Reader, frame: Frame, other: Frame) -> bool:
    """«نفى … أن تكون …، متهما», «قال … إن الجيش أعلن …، مضيفا»: the participle is the main speaker's again."""
    if reader.participle(other.cue) is None or reader.forms[other.first - 1] not in "،,":
        return False
    if _quotes(reader, frame, other):
        return False
    return frame.act is not None or frame.stance in ("deny", "doubt") or frame.links[-1:] != other.links[-1:]


def _starts_anew(reader: Reader, at: int) -> bool:
    form = reader.forms[at]
    reading = reader.speech(at)
    return (reading is not None and bool(reading.conjunction)) or form in _CONTRAST or form in ("وكان", "وكانت")


def _opening(reader: Reader, other: Frame) -> int:
    """Where the clause of a telling opens: at «كانت» before «كانت مصادر ذكرت»."""
    at = other.first
    while at > 0 and reader.forms[at - 1] in _WERE:
        at -= 1
    return at


def _after_contrast(reader: Reader, at: int) -> bool:
    return any(reader.forms[k] in _CONTRAST for k in range(max(0, at - _CONTRAST_REACH), at))


def _clause_start(reader: Reader, other: Frame, floor: int) -> int:
    at = other.first
    while at - 2 > floor and reader.forms[at - 1] in _MEANWHILE:
        at -= 1
    while at - 1 > floor and (reader.forms[at - 1] in _CONTRAST or reader.forms[at - 1] in "،,"):
        at -= 1
    return at
