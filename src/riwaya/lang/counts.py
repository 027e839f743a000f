"""Read counts: exact numbers, ranges and vague words, and tell what is a number but no count.

«20», «بين 10 و15», «عشرات الآلاف», «عدد كبير من», «بضعة». Years, measures, money, shares, clock times, unit numbers and
designators are numbers and no counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from riwaya.lang.hedges import read_hedge_before
from riwaya.lang.normalize import fold_letters
from riwaya.lang.numerals import NumberRead, number_words, read_number, read_ordinal
from riwaya.lang.proclitics import is_particle, iter_attached
from riwaya.lang.timex_pack import entries, folded_forms, load_table
from riwaya.lang.timex_words import form_at
from riwaya.model.record import record
from riwaya.model.word import Token

_DASHES = frozenset({"-", "–"})
_BETWEEN = frozenset({"بين", "وبين", "مابين"})
_FROM = _BETWEEN | {"من", "ومن"}
_PERCENT_WORDS = frozenset({"بالميه", "بالمايه", "المايه", "الميه"})
_MARKS = frozenset({"%", "٪", "$", "€", "£"})
_CLOSERS = frozenset({"»", '"', "'"})
_RISING = ("ارتفع", "ترتفع", "يرتفع", "زاد", "انخفض", "تراجع", "قفز", "رفع", "خفض")
_VERY = frozenset({"للغايه", "جدا"})
_OF_THEM = frozenset({"منهم", "منهما", "منهن"})
_SEVERAL = frozenset({"few", "several"})
_TOLLS = frozenset({"عدد", "حصيله"})
"""«يرتفع إلى 2021 عدد القتلى»: behind the number that they come to."""
_LEADING = frozenset("الي عن علي من نحو حوالي قرابه".split())
"""Words after which a missing space makes no name («إلى15 قتيلا»)."""
_LONG = 4
"""Letters of a word that is no letter or mark of a maker («إف16»)."""
_HARMING = frozenset(
    joined + noun
    for joined in ("", "و", "ب", "وب", "ل")
    for noun in ("مقتل", "اصابه", "جرح", "استشهاد", "مصرع", "اعتقال")
)
"""Likewise («مقتل20 وإصابة 45»)."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2050
_HOURS, _SHORT = 12, 3


@record(kw_only=False)
class CountRead:
    """A count in tokens ``[start, end)``, without its hedges."""

    low: int
    high: int | None
    start: int
    end: int
    full_end: int
    """Where what belongs to it ends («عدد كبير من»)."""
    why: str


@record(kw_only=False)
class VagueWord:
    """One spelling of a vague count."""

    id: str
    kind: str
    low: int
    high: int | None
    definite: bool


@cache
def vague_words() -> Mapping[str, VagueWord]:
    """Give every attached spelling of the vague counts."""
    found: dict[str, tuple[int, VagueWord]] = {}
    for entry in entries("numbers", "vague"):
        for form in folded_forms(entry):
            for at in iter_attached(form, definite=bool(entry.get("definite", True)), like=False):
                if at.form not in found or at.weight < found[at.form][0]:
                    word = VagueWord(entry["id"], entry["kind"], entry["low"], entry.get("high"), at.definite)
                    found[at.form] = (at.weight, word)
    return {form: word for form, (_, word) in found.items()}


@cache
def count_starts() -> frozenset[str]:
    """Give the forms at which a count in words may start."""
    words = {form for form, word in number_words().items() if word.kind != "scale-plural"}
    return frozenset(words | vague_words().keys())


def may_begin_count(form: str) -> bool:
    """Say whether a count may start with a folded form."""
    return form in count_starts() or "0" <= form[0] <= "9"


def read_count(tokens: Sequence[Token], i: int) -> tuple[CountRead | None, int]:
    """Read the count that starts at token ``i``.

    Returns:
        The count, or None where the number there counts nothing; and the token where reading goes on.
    """
    vague = vague_words().get(tokens[i].form)
    if vague is not None:
        return _read_vague(tokens, i, vague)
    number = read_number(tokens, i)
    if number is None:
        return None, i + 1
    first, last = _read_range(tokens, number)
    end = last.end if last is not None else number.end
    if _counts_nothing(tokens, number, end):
        return None, _after_share(tokens, end)
    low, high = int(first), int(last.value) if last is not None else int(first)
    start = i - 1 if last is not None and form_at(tokens, i - 1) in _FROM else i
    return CountRead(low, high, start, end, end, "range" if last is not None else number.written), end


def _read_vague(tokens: Sequence[Token], i: int, word: VagueWord) -> tuple[CountRead | None, int]:
    end, low, high = i + 1, word.low, word.high
    many = vague_words().get(form_at(tokens, end))
    if many is not None and {word.id, many.id} & _SEVERAL and {word.kind, many.kind} == {"count", "scale"}:
        word, end = (many if many.kind == "scale" else word), end + 1  # «بضع عشرات», «مئات عدة»
        low, high = word.low, word.high
    if word.kind == "scale":
        scale = number_words().get(form_at(tokens, end))
        if scale is not None and scale.kind == "scale-plural" and not scale.conjunction and not scale.preposition:
            low, high, end = low * int(scale.value), (high + 1) * int(scale.value) - 1 if high else None, end + 1
    full_end = end
    if word.kind == "needs-min":
        found = _end_of_min(tokens, end, word)
        if found is None:
            return None, end
        full_end = found
    if word.id == "some" and not form_at(tokens, end)[:1].isalpha():
        return None, end
    if (is_unit(form_at(tokens, full_end)) and not _tells_when(tokens, full_end)) or is_unit(form_at(tokens, i - 1)):
        return None, end
    return CountRead(low, high, i, end, full_end, f"vague:{word.id}"), end


def _tells_when(tokens: Sequence[Token], at: int) -> bool:
    """«أصيب العشرات اليوم», «آخرون مساء أمس»: a definite day or hour, or a time of day, tells when and is not what is counted."""
    form, then = form_at(tokens, at), form_at(tokens, at + 1)
    if form == "يوم" and (then.startswith("ال") or then == "امس"):  # a count of days has «أيام» or «يوما»
        return True
    return form in _times_of_day() or (form.startswith("ال") and form.removeprefix("ال") in _singular_times())


def _end_of_min(tokens: Sequence[Token], end: int, word: VagueWord) -> int | None:
    """«عدد» counts with «من» or an adjective of size after it; «عدد القتلى» is the toll itself."""
    if word.id == "number-of":
        if word.definite:
            return None
        at = end
        while form_at(tokens, at) in _quantifiers():
            at += 1
        if form_at(tokens, at) == "لم":  # «عدد لم يحدد بعد من الجنود»
            at += 2 + (form_at(tokens, at + 2) == "بعد")
        follows = form_at(tokens, at) == "من" or form_at(tokens, at) in ("منهم", "منها")
        return at + 1 if follows else at if at > end else None
    if form_at(tokens, end) in _VERY:
        end += 1
    return end + 1 if form_at(tokens, end) in ("من", "منهم", "منها", "منهن", "ممن") else None


def _read_range(tokens: Sequence[Token], number: NumberRead) -> tuple[int | float, NumberRead | None]:
    """Read the second number of «10-15», «من 10 إلى 15», «بين 10 و15 ألفا»: the first value and the second number."""
    at = _range_joined_at(tokens, number)
    last = read_number(tokens, at) if 0 <= at < len(tokens) else None
    if last is None or not isinstance(last.value, int):
        return number.value, None
    first = number.value
    scale = number_words().get(tokens[last.end - 1].form)
    if (
        last.written == "mixed"
        and number.written == "digits"
        and scale is not None
        and first < last.value / scale.value
    ):
        first *= scale.value
    if form_at(tokens, number.end) in _DASHES and not form_at(tokens, last.end)[:1].isalpha():
        return number.value, None
    return (first, last) if 0 < first < last.value else (number.value, None)


def _range_joined_at(tokens: Sequence[Token], number: NumberRead) -> int:
    before, joiner = form_at(tokens, number.start - 1), form_at(tokens, number.end)
    if before in _BETWEEN:
        if joiner in ("و", "الي"):
            return number.end + 1
        return number.end if joiner[:1] == "و" and joiner in number_words() else -1
    if joiner == "الي":
        return -1 if _rises(tokens, number.start) else number.end + 1
    if joiner == "او":  # «أربعة أو خمسة جنود»
        return number.end + 1
    return number.end + 1 if joiner in _DASHES and number.written == "digits" else -1


def _rises(tokens: Sequence[Token], start: int) -> bool:
    """«ارتفع العدد من 10 إلى 15» tells two counts, not a range."""
    return any(form_at(tokens, k).lstrip("وف").startswith(_RISING) for k in range(start - 5, start))


def _counts_nothing(tokens: Sequence[Token], number: NumberRead, end: int) -> bool:
    value, i = number.value, number.start
    return (
        value <= 0
        or not isinstance(value, int)
        or _is_measured(tokens, number, end)
        or (number.written == "digits" and _is_designation(tokens, i, end))
        or (number.end == i + 1 and _may_be_year(tokens, i) and not _is_counted_year(tokens, i, end))
        or (_is_numbered(form_at(tokens, i - 1), number) and number.conjunction != "و")  # «قائد اللواء وأربعة جنود»
        or (number.definite and is_unit(form_at(tokens, i - 1)))
        or (
            value == 1
            and form_at(tokens, end) not in _OF_THEM
            and (not tokens[i - 1].is_word or form_at(tokens, i - 1) in _not_one() if i else True)
        )
        or (
            value == 100
            and number.definite
            and not _is_counted(form_at(tokens, end))
            and (form_at(tokens, i - 1) == "في" or number.preposition == "ب")
        )
        or _ends_ordinal(tokens, i)
    )


def _is_numbered(before: str, number: NumberRead) -> bool:
    """«اللواء الثالث», «فجر 5» are names; a make is numbered in digits, and «فجر ثلاثة رجال أنفسهم» counts."""
    return before in _numbered() and (number.written == "digits" or before not in _makes())


def _is_measured(tokens: Sequence[Token], number: NumberRead, end: int) -> bool:
    after, then = form_at(tokens, end), form_at(tokens, end + 1)
    if _tells_when(tokens, end) and not number.definite and (number.value > _HOURS or after.startswith(("ال", "يوم"))):
        return False
    if is_unit(after) or after in _MARKS or form_at(tokens, number.start - 1) in _MARKS:
        return True
    if after in _PERCENT_WORDS or (after == "في" and then in _PERCENT_WORDS):
        return True
    if (after == "من" and "عمر" in then) or (after in ("/", "(") and is_unit(then)):
        return True
    return form_at(tokens, number.start - 1) == "(" and after == ")" and not _is_bracketed_count(tokens, number, then)


def _is_bracketed_count(tokens: Sequence[Token], number: NumberRead, noun: str) -> bool:
    """«(15) شخصا» counts, «أحمد علي (35)» tells an age, «المادة (35)» is a name."""
    if form_at(tokens, number.start - 2) in _numbered():
        return False
    return _is_counted(noun) or (3 <= number.value <= 10 and len(noun) > 3 and not noun.startswith(("ال", "و", "ف")))


def _ends_ordinal(tokens: Sequence[Token], i: int) -> bool:
    """The «عشرة» of «التاسعة عشرة» is no count."""
    ordinal = read_ordinal(tokens, i - 1) if i else None
    return ordinal is not None and ordinal.end > i


def _after_share(tokens: Sequence[Token], end: int) -> int:
    if form_at(tokens, end) in _PERCENT_WORDS:
        return end + 1
    return end + 2 if form_at(tokens, end) == "في" and form_at(tokens, end + 1) in _PERCENT_WORDS else end


def _is_designation(tokens: Sequence[Token], i: int, end: int) -> bool:
    """«إف-16», «3:30», «11/9», «0912…», «'فجر 5'» are names, times and numbers of things."""
    form = tokens[i].form
    if form[0] == "0" or (form.isdigit() and len(form) > 6):
        return True
    after = form_at(tokens, end)
    if after in (":", "/") and tokens[end].start == tokens[end - 1].end and form_at(tokens, end + 1).isdigit():
        return True
    if after in _DASHES and form_at(tokens, end + 1).isdigit():
        return True
    if after in ("-", "–", ")") and (i == 0 or tokens[i - 1].form in (".", ":", "؛")):
        return True
    if i == 0:
        return False
    before = tokens[i - 1]
    glued = before.end == tokens[i].start
    if before.form in (":", "/") and glued and i > 1 and tokens[i - 2].is_number:
        return True
    if before.form in _DASHES and glued and i > 1 and tokens[i - 2].end == before.start:
        return True
    if glued and before.is_word and before.form not in _LEADING and not is_particle(before.form):
        return len(before.form) < _LONG or not (
            after == "من" or _is_counted(after) or before.form in _HARMING
        )  # «بمقتل18 من عناصر» lacks a space
    opened = (
        before.form in ("«", '"', "'") and len(after) <= _SHORT and form_at(tokens, end + 1) in _CLOSERS
    )  # «"3 آر"»
    return opened or (after in _CLOSERS and before.is_word and form_at(tokens, i - 2) in ("«", '"', "'"))


def _may_be_year(tokens: Sequence[Token], i: int) -> bool:
    form = tokens[i].form
    return len(form) == 4 and form.isdigit() and _FIRST_YEAR <= int(form) <= _LAST_YEAR


def _is_counted_year(tokens: Sequence[Token], i: int, end: int) -> bool:
    """«1987 قتيلا», «نحو 2000 عنصر», «2000 مقاتل» count; any other such number may be a year."""
    after = form_at(tokens, end)
    if _is_counted(after) or after in _TOLLS or read_hedge_before(tokens, i) is not None:
        return True
    return tokens[i].form.endswith("00") and len(after) > 3 and after.isalpha()


def _is_counted(form: str) -> bool:
    return (len(form) > 3 and form[-1] == "ا") or form in _words("counted")


def is_unit(form: str) -> bool:
    """Say whether a folded form is a unit of time, length, weight, money or share, with the article or without."""
    return form in _units()


@cache
def _units() -> frozenset[str]:
    words = {form for entry in entries("numbers", "unit") for form in folded_forms(entry)}
    return frozenset(words | {"ال" + word for word in words})


@cache
def _times_of_day() -> frozenset[str]:
    return frozenset(
        form for entry in entries("numbers", "unit") if entry["id"] == "clock" for form in folded_forms(entry)
    )


@cache
def _singular_times() -> frozenset[str]:
    return frozenset(fold_letters(str(load_table("numbers")["told_when"])).split())


@cache
def _numbered() -> frozenset[str]:
    words = [form for entry in entries("numbers", "numbered") for form in folded_forms(entry)]
    return frozenset(at.form for word in words for at in iter_attached(word)) | {"العدد"}


@cache
def _makes() -> frozenset[str]:
    makes = (entry for entry in entries("numbers", "numbered") if entry["id"] == "maker")
    return frozenset(form for entry in makes for form in folded_forms(entry))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold_letters(str(load_table("numbers")[key])).split())


def _quantifiers() -> frozenset[str]:
    return _words("quantifiers")


def _not_one() -> frozenset[str]:
    return _words("not_one")
