"""Tokens with their readings, sentences and quotations of a document's body."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from riwaya.lang.lexicon import Lexicon
from riwaya.lang.tokens import tokenize
from riwaya.model.document import Document
from riwaya.model.span import Span
from riwaya.model.word import Reading, Token

_ENDS = frozenset(".؟!?؛")
_CLOSERS = frozenset("»\")]”")
_LONGEST_QUOTE = 250
_BEING = "ar.verbs.كان"
_NOUN_AFTER = frozenset("في من عن الي علي جراء اثر خلال اثناء عقب نتيجه بسبب ضد مع حول عمليه حمله سلسله اعمال وقوع".split())
_VERB_AFTER = frozenset("لم لن قد وقد فقد ولم ولن سوف".split())


def read_tokens(document: Document) -> tuple[Token, ...]:
    """Give the tokens of the body, furniture left out, numbered from 0."""
    found: list[Token] = []
    for stretch in _stretches(document):
        for token in tokenize(document.text, stretch):
            found.append(Token(len(found), token.form, token.start, token.end))
    return tuple(found)


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
) -> tuple[tuple[tuple[Reading, ...], ...], tuple[int, ...]]:
    """Give the readings of each token and the length of the multiword entry that starts there (else 1)."""
    forms = [t.form for t in tokens]
    lone = lexicon.not_joined
    readings: list[tuple[Reading, ...]] = []
    sizes: list[int] = []
    for token in tokens:
        if not token.is_word:
            readings.append(())
            sizes.append(1)
            continue
        phrase = lexicon.phrase_at(forms, token.index)
        if phrase:
            readings.append((phrase[0],))
            sizes.append(phrase[1])
            continue
        found = lexicon.readings(token.form)
        if found:
            found = _by_spelling(found, text[token.start : token.end])
        if token.index and (len(found) > 1 or forms[token.index - 1] == "عدم"):
            found = _by_context(found, forms[token.index - 1], forms[token.index + 1 : token.index + 2], readings[-1])
        if token.form in lone:
            found = tuple(r for r in found if not r.conjunction)
        if token.index in named:
            found = tuple(r for r in found if r.lexeme.table not in ("events", "speech", "verbs"))
        readings.append(found)
        sizes.append(1)
    return tuple(readings), tuple(sizes)


def _by_spelling(found: tuple[Reading, ...], written: str) -> tuple[Reading, ...]:
    """Let the letters that folding hides decide: «إصابة» is no «أصابه»."""
    kept = found
    if written.endswith("ة"):
        kept = tuple(r for r in kept if r.pronoun != "ه")
    if "إ" in written:
        kept = tuple(r for r in kept if not r.is_verb) or kept
    elif written.lstrip("وفبلك").startswith("أ"):
        kept = tuple(r for r in kept if r.sense.shape != "masdar" or r.is_verb) or kept
    return kept


def _by_context(
    found: tuple[Reading, ...], before: str, after: Sequence[str], prior: tuple[Reading, ...]
) -> tuple[Reading, ...]:
    """Let the neighbours decide: a noun follows a preposition, a verb follows «لم» and «قد»."""
    if before == "عدم":
        return tuple(r for r in found if not r.is_verb)
    if before in _NOUN_AFTER or (after and after[0] in ("من", "بحق", "ضد") and any(r.conjunction for r in found)):
        return tuple(r for r in found if not r.is_verb) or found
    if prior and all(r.is_verb and r.lexeme.id != _BEING for r in prior) and not found[0].conjunction:
        return tuple(r for r in found if not r.is_verb) or found
    if before in _VERB_AFTER:
        return tuple(r for r in found if r.is_verb or r.sense.shape.startswith("passive-")) or found
    return found


def find_sentences(tokens: Sequence[Token], text: str) -> tuple[tuple[int, int], ...]:
    """Give the sentences as half-open token ranges: at . ؟ ! ؛ and at line ends; dots in names and «..» do not end."""
    found: list[tuple[int, int]] = []
    start = 0
    for here, after in pairwise(tokens):
        gap = text[here.end : after.start]
        stop = "\n" in gap
        if not stop and here.form in _ENDS:
            stop = not (after.form == here.form == "." or (not gap and after.form not in _CLOSERS))
            stop = stop and not (here.index and tokens[here.index - 1].form == "." and here.form == ".")
            stop = stop and after.form not in _CLOSERS
            initial = here.index and len(tokens[here.index - 1].form) == 1 and tokens[here.index - 1].is_word
            stop = stop and not (initial and here.form == ".")
        elif not stop and here.form in _CLOSERS and here.index and tokens[here.index - 1].form in _ENDS:
            stop = bool(gap) and after.form not in "،,"
        if stop:
            found.append((start, after.index))
            start = after.index
    if tokens and start < len(tokens):
        found.append((start, len(tokens)))
    return tuple(found)


def find_quotes(tokens: Sequence[Token], text: str) -> tuple[tuple[int, int], ...]:
    """Give what stands between quotation marks as half-open token ranges, in order; unclosed quotes are left out."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    straight: int | None = None
    for token in tokens:
        form = token.form
        if form == "«":
            opened = token.index
        elif form == "»" and opened is not None:
            found.append((opened + 1, token.index))
            opened = None
        elif form == '"':
            if straight is None:
                straight = token.index
            elif token.index - straight <= _LONGEST_QUOTE and "\n\n" not in text[tokens[straight].end : token.start]:
                found.append((straight + 1, token.index))
                straight = None
            else:
                straight = token.index
    return tuple(sorted(q for q in found if q[1] > q[0]))
