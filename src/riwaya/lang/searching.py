"""The words by which a text is found: folded, with what is written onto them taken off.

One function for what is indexed and what is asked, whatever the database, so that both find the same. A word of the
text stands under itself and under what is left when conjunctions, prepositions, the article and pronouns are taken
off; a word that is asked for is taken as it is, and without its article.

Source: Ryding, A Reference Grammar of Modern Standard Arabic, ch. 3 (clitics), 12.2 (suffix pronouns).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from riwaya.lang.tokens import find_forms, tokenize
from riwaya.model.span import Span

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك", "س")
"""The last is the particle of the future; nothing is asked about what it is."""
_ARTICLES = ("ال", "بال", "كال", "لل")
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه", "ي", "ك")
_LEAST = 3
"""Letters that must be left of a word: roots have three."""
_LEAST_BARE = 4
"""Letters that must be left after a preposition without article, or before a pronoun: «كتاب» is no «تاب»."""
_REMEMBERED = 65_536


def find_terms(text: str) -> list[tuple[tuple[str, ...], Span]]:
    """Give the words of a text, in order: the terms each stands under, and where it stands in the original text."""
    return [(text_terms(token.form), Span(token.start, token.end)) for token in tokenize(text) if _is_word(token.form)]


def index_terms(text: str) -> str:
    """Give every term of a text once, in the order of first appearance, parted by spaces; empty for no word."""
    forms = filter(_is_word, dict.fromkeys(find_forms(text)))
    return " ".join(dict.fromkeys(chain.from_iterable(map(text_terms, forms))))


def query_terms(query: str) -> list[tuple[str, ...]]:
    """Give, for each word of a query, the terms that answer it; any one of them does. Empty for no word."""
    return [_asked(token.form) for token in tokenize(query) if _is_word(token.form)]


def find_spans(text: str, query: str) -> list[Span] | None:
    """Give where the words of a query stand in a text, in order; None unless all of them stand there."""
    wanted = [frozenset(terms) for terms in query_terms(query)]
    if not wanted:
        return None
    words = find_terms(text)
    spans: list[Span] = []
    for terms in wanted:
        found = [span for under, span in words if not terms.isdisjoint(under)]
        if not found:
            return None
        spans += found
    return sorted(set(spans))


@lru_cache(maxsize=_REMEMBERED)
def text_terms(form: str) -> tuple[str, ...]:
    """Give the terms under which a folded word is found: itself first, then what its clitics leave."""
    form = form.casefold()
    found = [form]
    for base in _without_particles(form):
        found.append(base)
        found += _without_pronoun(base)
    return tuple(dict.fromkeys(found))


def _asked(form: str) -> tuple[str, ...]:
    form = form.casefold()
    found = dict.fromkeys([form])
    for base in (form, form[1:] if form[0] in _CONJUNCTIONS else form):
        if base.startswith(_ARTICLES):
            found.update(dict.fromkeys(_without_article(base)))
    return tuple(found)


def _without_particles(form: str) -> list[str]:
    found = [form]
    rest = form
    if form[0] in _CONJUNCTIONS and len(form) > _LEAST:
        rest = form[1:]
        found.append(rest)
        found += _without_article(form)
    found += _without_article(rest)
    return found


def _without_article(base: str) -> list[str]:
    for article in _ARTICLES if base.startswith(_ARTICLES) else ():
        if base.startswith(article) and len(base) - len(article) >= _LEAST:
            # «لليبيين» has the first letter of the word in «لل»: both readings stand.
            left = base[len(article) :]
            return [left, "ل" + left] if article == "لل" else [left]
    if base[0] in _PREPOSITIONS and len(base) > _LEAST_BARE:
        return [base[1:]]
    return []


def _without_pronoun(base: str) -> list[str]:
    for pronoun in _PRONOUNS if base.endswith(_PRONOUNS) else ():
        if base.endswith(pronoun) and len(base) - len(pronoun) >= _LEAST_BARE:
            left = base[: -len(pronoun)]
            # «دولته» is «دولة» with its taa written out.
            return [left, left[:-1] + "ه"] if left.endswith("ت") else [left]
    return []


def _is_word(form: str) -> bool:
    return form[0].isalnum()
