"""Tokens with their readings, sentences and quotations of a document's body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from riwaya.lang.counts import may_begin_count
from riwaya.lang.grammar import load_abbreviations, load_grammar
from riwaya.lang.inflect import SHORT
from riwaya.lang.lexicon import Lexicon
from riwaya.lang.tokens import tokenize
from riwaya.model.document import Document
from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.model.word import NO_READINGS, Reading, Readings, Token

_ENDS = frozenset(".؟!?؛")
_GOING_ON = ("و", "ف", "ثم")
_CLOSERS = frozenset('»")]”')
SENTENCE_MARKS = _ENDS | _CLOSERS
"""What a sentence may end with."""
_BEING = "ar.verbs.كان"
_MOST_KEPT = 100_000
_FULL_WORD = 3
_DOMAINS = frozenset({"كوم", "نيوز", "اورغ"})
_LONGEST_SENTENCE = 400
_NOUN_AFTER = frozenset(
    "في من عن الي علي جراء اثر خلال اثناء عقب نتيجه بسبب ضد مع حول عمليه حمله سلسله اعمال وقوع قبل وسط منذ رغم وقبل استمرار تواصل استيناف محاوله".split()
)
_BEHIND_THAT = frozenset("ان بان وان لكن ولكن".split())
_DONE = frozenset("تم وتم تمت وتمت جري وجري جرت".split())
_ROOT = 3
_JUSSIVE_AFTER = frozenset("لم ولم فلم لا ولا لما".split())
_LONGEST_INITIAL = 2
_VERB_AFTER = frozenset("لم لن قد وقد فقد ولم ولن سوف".split())
_AND_HARM, _HARM_REACH = frozenset({"وجرح", "وقتل"}), 6


def read_tokens(document: Document) -> tuple[Token, ...]:
    """Give the tokens of the body, furniture left out, numbered from 0."""
    found: list[Token] = []
    for stretch in _stretches(document):
        found.extend(tokenize(document.text, stretch, len(found)))
    return tuple(_without_abbreviations(found, load_abbreviations(document.language)))


def _without_abbreviations(tokens: list[Token], known: Mapping[str, str]) -> list[Token]:
    """Give «د.» before a name as the word that it stands for, one token with its dot; initials («م. ع.») as they are."""
    dots = [k for k in range(1, len(tokens) - 1) if tokens[k].form == "." and _abbreviates(tokens, k, known)]
    if not dots:
        return tokens
    kept: list[Token] = []
    begun = {dot - 1: dot for dot in dots}
    for k, token in enumerate(tokens):
        if k in begun:
            kept.append(Token(len(kept), known[token.form], token.start, tokens[begun[k]].end))
        elif k - 1 not in begun:
            kept.append(Token(len(kept), token.form, token.start, token.end))
    return kept


def _abbreviates(tokens: Sequence[Token], dot: int, known: Mapping[str, str]) -> bool:
    letter, after = tokens[dot - 1], tokens[dot + 1]
    if letter.form not in known or letter.end != tokens[dot].start:
        return False
    return len(after.form) > _LONGEST_INITIAL or (after.form in known and after.end - after.start == 1)


def _stretches(document: Document) -> list[Span]:
    holes = sorted([*document.skips, *document.subheads])
    at, found = document.body.start, list[Span]()
    for hole in holes:
        if hole.start > at:
            found.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < document.body.end:
        found.append(Span(at, document.body.end))
    return found


def read_words(
    tokens: Sequence[Token], text: str, lexicon: Lexicon, *, named: frozenset[int] = frozenset()
) -> tuple[tuple[Readings, ...], tuple[int, ...]]:
    """Give the readings of each token and the length of the multiword entry that starts there (else 1)."""
    known = _known(lexicon)
    forms: list[str] = list(map(itemgetter(1), tokens))
    words = [
        known.get(written := text[start:end]) or _remember(known, lexicon, form, written)
        for _, form, start, end in tokens
    ]
    readings = [word.readings for word in words]
    sizes = [1] * len(words)
    generals: list[list[str]] = []
    for at in [at for at, word in enumerate(words) if word.asks]:
        word = words[at]
        if (forms[at] in _SPEAKS and forms[at + 1 : at + 2] == ["باسم"]) or (
            forms[at] in _ACCUSED and at and may_begin_count(forms[at - 1])
        ):
            readings[at] = Readings(r for r in lexicon.readings(forms[at]) if r.lexeme.table == "people")
        elif word.opens and (phrase := lexicon.phrase_at(forms, at)):
            readings[at] = Readings((phrase[0],))
            sizes[at] = phrase[1]
        else:
            readings[at] = _beside(word, forms, at, readings[at - 1] if at else NO_READINGS, named=at in named)
        if forms[at] in _BRIGADES:
            ranked = _is_rank(forms, at) or forms[at + 1 : at + 2] in generals
            if ranked:  # «وقال اللواء سامر الحلو …. وأضاف اللواء الحلو»
                generals += [[form] for form in forms[at + 2 : at + 4] if not lexicon.readings(form)]
            readings[at] = Readings(r for r in lexicon.readings(forms[at]) if ("title" in r.lexeme.tags) == ranked)
    for at in range(2, len(forms)):
        if forms[at] in _AND_HARM and _goes_on_with_noun(forms, readings, at):
            nouns = Readings(r for r in readings[at] if r.sense.shape == "masdar")
            readings[at] = nouns or readings[at]
    return tuple(readings), tuple(sizes)


def _goes_on_with_noun(forms: Sequence[str], readings: Sequence[Readings], at: int) -> bool:
    """«مقتل 29 شخصا وجرح 15»: joined to a noun of harm and its number it is one more, unless it has a subject of its own («وجرح ستة آخرون»)."""
    if any(form.endswith("ون") for form in forms[at + 1 : at + 3]) or not may_begin_count(
        forms[at + 1] if at + 1 < len(forms) else "."
    ):
        return False
    for k in range(at - 1, max(-1, at - _HARM_REACH), -1):
        if forms[k] in ".،؛:" or readings[k].only_finite:
            return False
        first = readings[k][:1]
        if any(r.sense.shape == "masdar" and r.lexeme.measure and not r.definite for r in first):
            return may_begin_count(forms[k + 1])
    return False


def _is_rank(forms: Sequence[str], at: int) -> bool:
    """«اللواء سامر الحلو», «اللواء الركن …»: a major general, where a name follows; «اللواء الرابع» is a brigade."""
    after = forms[at + 1] if at + 1 < len(forms) else ""
    grammar = load_grammar("ar")
    return after in _RANKED or after in grammar["given_names"].singles or after in grammar["given_names_weak"].singles


def _beside(word: _Word, forms: Sequence[str], at: int, prior: Readings, *, named: bool) -> Readings:
    """Give what is left of a word beside its neighbours, and of the name of a place."""
    before = forms[at - 1] if at else ""
    if forms[at] in _BETWEEN and _THAT.isdisjoint(forms[at + 1 : at + _THAT_REACH]):
        return NO_READINGS
    if forms[at] in _AFTER and not _comments(forms, at):
        return NO_READINGS
    if word.plain is not None and before not in _JUSSIVE_AFTER:
        word = word.plain
    found = word.readings
    if forms[at].removeprefix("و") in _EXPRESS and "عن" in forms[at + 1 : at + _EXPRESS_REACH]:
        return Readings(r for r in found if r.lexeme.table == "speech")  # «عبرت الحكومة عن أسفها»: nobody crosses
    if at and (word.several or before in _WITHOUT):
        found = _by_context(word, before, forms[at + 1] if at + 1 < len(forms) else "", prior)
    if found and named:
        return Readings(r for r in found if r.lexeme.table == "people" and "title" not in r.lexeme.tags)
    return found


def _comments(forms: Sequence[str], at: int) -> bool:
    """«عقّب على القرار», «عقّب المتحدث أن …»."""
    return forms[at + 1 : at + 2] == ["علي"] or not _THAT.isdisjoint(forms[at + 1 : at + _THAT_REACH])


_BETWEEN = frozenset({"بين", "وبين"})
"""«بين» stands between two; «بيّن», written alike, makes clear that something is so."""
_THAT = frozenset(article + that for article in ("", "ب") for that in ("ان", "انه", "انها", "انهم"))
_THAT_REACH = 7
_AFTER = frozenset({"عقب", "وعقب"})
"""«عقب الهجوم» sets a time; «عقّب على القرار», written alike, comments."""
_BRIGADES = frozenset("اللواء واللواء للواء باللواء".split())
_RANKED = frozenset("الركن ركن طيار الطيار متقاعد المتقاعد الدكتور عبد ابو الطبيب المهندس بحري".split())
_EXPRESS, _EXPRESS_REACH = frozenset("عبر عبرت عبروا يعبر تعبر يعبرون".split()), 12
_WITHOUT = frozenset({"عدم", "دون", "بدون"})
_SPEAKS = frozenset({"متحدثا", "ومتحدثا"})
"""«لكن متحدثا باسم الشرطة قال»: before «باسم» a spokesman, and no «speaking»."""

_ACCUSED = frozenset({"متهما"})
"""«أدانت 12 متهما»: behind a number who is accused, and no «accusing»."""


@record
class _Word:
    """What a word as written may be, and what is left of it beside a word that decides."""

    readings: Readings
    nouns: Readings
    verbs: Readings
    happenings: Readings
    """Its nouns of happening, where it has any, else its nouns."""
    no_verbs: Readings
    """Its nouns; nothing where it has none."""
    several: bool
    """Its neighbours may decide between its readings."""
    joined: bool
    """Some reading has a conjunction written onto it."""
    opens_joined: bool
    """Its likeliest reading has."""
    opens: bool
    """Multiword entries may begin with it."""
    asks: bool
    """Its neighbours may count: something is known of it, or entries begin with it. Half of all words, and no mark, do."""
    plain: _Word | None = None
    """The same without the jussives that are written shorter, where there are any."""


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> dict[str, _Word]:
    """Words of a lexicon as written, kept from one document to the next."""
    return {}


def _remember(known: dict[str, _Word], lexicon: Lexicon, form: str, written: str) -> _Word:
    if len(known) > _MOST_KEPT:
        known.clear()
    found = lexicon.readings(form) if form[0].isalpha() else ()
    if found:
        found = tuple(sorted(_by_spelling(found, written), key=_is_rare))
    long = tuple(r for r in found if r.preposition == "ل" or not r.sense.shape.endswith(SHORT))
    lone = (
        form in lexicon.not_joined and written[1:2] != "أ"
    )  # its first letter is its own; of «وأدى» it is the conjunction
    plain = _make_word(lexicon, form, long, lone) if len(long) < len(found) else None
    word = known[written] = _make_word(lexicon, form, found, lone, plain)
    return word


def _make_word(lexicon: Lexicon, form: str, found: Sequence[Reading], lone: bool, plain: _Word | None = None) -> _Word:
    nouns = [r for r in found if not r.is_verb]
    opens = form[0].isalpha() and lexicon.opens_phrase(form)
    return _Word(
        readings=_told(found, lone),
        nouns=_told(nouns or found, lone),
        verbs=_told([r for r in found if r.is_finite] or found, lone),
        happenings=_told([r for r in nouns or found if r.lexeme.table == "events"] or nouns or found, lone),
        no_verbs=_told(nouns, lone),
        several=len(found) > 1,
        joined=any(r.conjunction for r in found),
        opens_joined=bool(found) and found[0].conjunction != "",
        opens=opens,
        asks=bool(found or opens or plain),
        plain=plain,
    )


def _told(found: Sequence[Reading], lone: bool) -> Readings:
    kept = [r for r in found if not (lone and r.conjunction)]
    return Readings(kept) if kept else NO_READINGS


def _is_rare(reading: Reading) -> bool:
    """«نصبه» is what somebody set up before it is what we hit: newspapers seldom say «we»; «وصل» seldom tells of aid."""
    return (reading.is_finite and reading.sense.person == 1) or "late" in reading.lexeme.tags


def _by_spelling(found: tuple[Reading, ...], written: str) -> tuple[Reading, ...]:
    """Let the letters that folding hides decide: «إصابة» is no «أصابه»."""
    kept = found
    if written.endswith("ة"):
        kept = tuple(r for r in kept if r.pronoun != "ه")
    elif written.endswith("ه"):
        kept = tuple(sorted(kept, key=_is_kinswoman))
    if written.endswith("أسري"):  # «العنف الأسري» is of families
        kept = tuple(r for r in kept if r.lexeme.measure != "captured")
    if any(r.sense.number == "pl" and r.pronoun and "harm" in r.lexeme.tags for r in kept):
        kept = tuple(r for r in kept if r.sense.number == "pl")  # «قتلاه», «جرحاهم»: the dead, and not two who killed
    if written.endswith(("اً", "ًا")):
        kept = tuple(r for r in kept if not r.is_finite)
    if any(r.lexeme.table == "events" and not r.is_verb for r in kept[:1]):
        kept = tuple(r for r in kept if r.lexeme.table != "people" or r.sense.number != "du")
    if written.endswith("ا"):  # «هنا» is here, «هنأ» congratulates
        kept = tuple(r for r in kept if "hamza" not in r.lexeme.tags or r.sense.shape != "past")
    if "إ" in written:
        kept = tuple(r for r in kept if not r.is_verb) or kept
    elif written.lstrip("وفبلك").startswith("أ"):
        kept = tuple(r for r in kept if r.sense.shape != "masdar" or not _has_long_past(r)) or kept
    if written.endswith(("ا", "اً", "ًا")) and any(_is_telling(r) for r in kept):
        kept = tuple(r for r in kept if r.lexeme.table != "people")
    return kept


def _is_kinswoman(reading: Reading) -> bool:
    """«والده», «شقيقه»: his father and brother before a mother and sister whose last letter lost its dots."""
    return "relative" in reading.lexeme.tags and not reading.pronoun


def _is_telling(reading: Reading) -> bool:
    """«مشيرا إلى» points something out; it is no field marshal."""
    return reading.lexeme.table == "speech" and reading.sense.shape == "active"


def _has_long_past(reading: Reading) -> bool:
    """«أصاب» has «إصابة» for a noun; «أسر» is verb and noun alike."""
    return len(reading.lexeme.id.rpartition(".")[2]) > _ROOT


_COUNTS = frozenset(
    "اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره عشرين ثلاثين اربعين خمسين عشرات العشرات ميات عدد بعض".split()
)
"""Behind «من أسر …» these count who was taken, and no families."""


def _by_context(word: _Word, before: str, after: str, prior: Readings) -> Readings:
    """Let the neighbours decide: a noun follows a preposition, a verb follows «لم» and «قد»."""
    if before in _DONE or (before in _NOUN_AFTER and (after[:1].isdigit() or after in _COUNTS)):
        return word.happenings
    if before in _WITHOUT:
        return word.no_verbs
    if before in _NOUN_AFTER:
        return word.nouns
    if (
        before in _BEHIND_THAT
        and word.nouns
        and word.nouns[0].lexeme.table == "people"
        and "official" in word.nouns[0].lexeme.tags
    ):
        return word.nouns  # «أن حاكم الولاية نفى»: no verb of the past stands behind «أن»
    if word.joined and after in ("من", "بحق", "ضد") and word.nouns[0].lexeme.table != "people":
        return word.nouns  # «وسرقة من …»; «وطالب من …» is no student
    if before in _VERB_AFTER:
        return word.verbs  # «فقد أدانت المحكمة …», though «فقد» is a verb elsewhere
    if (
        prior
        and not word.opens_joined
        and (all(r.is_verb and r.lexeme.id != _BEING for r in prior) or _opens_telling(prior))
    ):
        return word.nouns
    return word.readings


def _opens_telling(prior: Readings) -> bool:
    """«حسبما نشر حاكم …»: behind a verb of telling, also one written like its noun, stands who tells."""
    return prior[0].is_verb and prior[0].lexeme.table == "speech"


def find_sentences(tokens: Sequence[Token], lines: frozenset[int], marks: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Give the sentences as half-open token ranges: at . ؟ ! ؛ and at line ends; dots in names and «..» do not end.

    More than 400 tokens without such a mark are cut at a comma, so that time grows with the text and no faster.

    Args:
        tokens: The tokens of a document.
        lines: Those before which a line begins.
        marks: Those of `SENTENCE_MARKS`.
    """
    last = len(tokens)
    ends = {mark + 1 for mark in marks if mark + 1 < last and _ends_sentence(tokens, mark)}
    edges = [0, *sorted(ends | lines), last] if tokens else []
    return tuple(piece for start, end in pairwise(edges) for piece in _pieces(tokens, start, end))


def _ends_sentence(tokens: Sequence[Token], mark: int) -> bool:
    """Say whether a sentence ends with a mark in the middle of a line."""
    here, after = tokens[mark], tokens[mark + 1]
    before = tokens[mark - 1].form if mark else ""
    if here.end == after.start:
        return here.form == "." and _is_full_word(before) and _is_full_word(after.form)
    if here.form in _CLOSERS:
        goes_on = after.form.startswith(_GOING_ON) and _leaves_out(tokens, mark)
        return before in _ENDS and after.form not in "،," and not goes_on
    if here.form != "." or after.form in _CLOSERS:
        return after.form not in _CLOSERS
    is_initial = len(before) == 1 and before.isalpha()
    return not is_initial and "." not in (before, after.form)


def _leaves_out(tokens: Sequence[Token], mark: int) -> bool:
    """«هاجموا القرية (...) وأحرقوها»: dots in brackets stand for words left out of what goes on."""
    return tokens[mark].form in ")]" and [t.form for t in tokens[max(0, mark - 3) : mark]] == [".", ".", "."]


def _is_full_word(form: str) -> bool:
    """«انتهى .أما …»: a stop glued to a word ends a sentence, one inside «سي.إن.إن» or «العربية.نت» does not."""
    return len(form) >= _FULL_WORD and form not in _DOMAINS and all("\u0621" <= letter <= "\u064a" for letter in form)


def _pieces(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what no writer means as one sentence at its last comma in reach: readers look at words in pairs."""
    while end - start > _LONGEST_SENTENCE:
        reach = start + _LONGEST_SENTENCE
        comma = next((k for k in range(reach - 1, start, -1) if tokens[k].form in "،,:"), reach - 1)
        yield start, comma + 1
        start = comma + 1
    yield start, end
