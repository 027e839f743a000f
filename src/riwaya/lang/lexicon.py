"""The lexicon: every written form of the pack's words, looked up through their clitics."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from riwaya.errors import PackError, PackMissing
from riwaya.lang.inflect import Form, iter_noun, iter_participle, iter_verb
from riwaya.lang.normalize import fold_letters
from riwaya.model.word import Lexeme, Reading, Sense

TABLES = ("speech", "events", "people", "verbs")
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
_ON_PLACE = frozenset({"ala-place", "ala-object"})
_LONGEST_CACHE = 200_000
_KEYS = frozenset(
    "past present passive passive_present masdar active passive_participle text plural of type subtype measure "
    "stance kind en subject object tags apart".split()
)


_Opening = tuple[Reading, tuple[str, ...]]


@cache
def read_table(language: str, table: str) -> Mapping[str, Any]:
    """Give one TOML table of a language pack.

    Raises:
        PackMissing: There is no such pack or table.
        PackError: The file is no TOML.
    """
    path = resources.files("riwaya") / "packs" / language / f"{table}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf8"))
    except FileNotFoundError as error:
        raise PackMissing(f"no table {table!r} in the pack {language!r}.") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{language}/{table}.toml: {error}.") from error


READ_LANGUAGES = ("ar",)
"""Languages whose pack has words of telling and happening; documents in others are found and left unread, with a warning."""


class Lexicon:
    """Written forms of a language's words, with a cache of what was looked up."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], language: str = "ar") -> None:
        """Inflect every entry of ``tables``; a key that no reader knows is a PackError."""
        self._forms: dict[str, list[Sense]] = {}
        self._owned: dict[str, list[Sense]] = {}
        """Forms that stand before a pronoun only."""
        self._phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        self._cache: dict[str, tuple[Reading, ...]] = {}
        self._openings: dict[str, tuple[_Opening, ...]] = {}
        self.lexemes: list[Lexeme] = []
        self.not_joined: frozenset[str] = frozenset()
        """Folded words that begin with و or ف of their own."""
        for table, content in tables.items():
            for row in content.get("verb", ()):
                self._add_verb(_lexeme(language, table, "verb", row), row)
            for row in content.get("noun", ()):
                self._add_noun(_lexeme(language, table, "noun", row), row)

    def _add(self, lexeme: Lexeme, forms: Iterator[Form]) -> None:
        seen: set[tuple[str, str, str]] = set()
        for form, shape, number, gender, person in forms:
            if len(form) > 1 and (form, shape, number) not in seen:
                seen.add((form, shape, number))
                sense = Sense(lexeme=lexeme, shape=shape, number=number, gender=gender, person=person)
                self._forms.setdefault(form, []).append(sense)

    def _add_verb(self, lexeme: Lexeme, row: Mapping[str, str]) -> None:
        self.lexemes.append(lexeme)
        bare = fold_letters(row["past"]) if "never-bare" in lexeme.tags else ""  # «قبل» is «before»
        self._add(lexeme, (form for form in iter_verb(row["past"], row["present"]) if form[0] != bare))
        if passive := row.get("passive"):
            present = row.get("passive_present", "")
            self._add(lexeme, ((f, f"passive-{s}", n, g, p) for f, s, n, g, p in iter_verb(passive, present or "ي")))
        for masdar in row.get("masdar", "").split():
            self._add(lexeme, iter_noun(masdar, shape="masdar"))
        for shape in ("active", "passive_participle"):
            if participle := row.get(shape):
                forms = iter_participle(participle, shape.removesuffix("_participle"))
                self._add(lexeme, (f for f in forms if f[3] == "m" or "masculine" not in lexeme.tags))

    def _add_noun(self, lexeme: Lexeme, row: Mapping[str, str]) -> None:
        self.lexemes.append(lexeme)
        if " " in row["text"]:
            self._add_phrase(lexeme, row)
            return
        self._add(lexeme, iter_noun(row["text"], tuple(row.get("plural", "").split())))
        if "pair" in lexeme.tags:
            sense = Sense(lexeme=lexeme, shape="noun", number="du", gender="m", person=3)
            for ending in ("ا", "ي"):  # «شقيقاه», «شقيقيه»: the dual drops its «ن» before a pronoun
                self._owned.setdefault(fold_letters(row["text"]) + ending, []).append(sense)

    def _add_phrase(self, lexeme: Lexeme, row: Mapping[str, str]) -> None:
        for words, number in ((row["text"], "sg"), (row.get("plural", ""), "pl")):
            if words:
                first, *rest = (fold_letters(w) for w in words.split())
                firsts = {f: n for f, _, n, *_ in iter_noun(first)} if number == "sg" else {first: number}
                if number == "sg" and first[-1] != "ه":
                    firsts |= {
                        first + "ا": "du",
                        first + "ي": "du",
                    }  # «رجلا شرطة», «رجلي شرطة»: a noun of another has no tanwin
                    described = Sense(lexeme=lexeme, shape="noun", number="sg")
                    accusative = tuple(f"{_bare(w)}ا" for w in rest)  # «شريطا مصورا»: what describes it has it too
                    self._phrases.setdefault(first + "ا", []).append((accusative, described))
                for form in sorted(firsts):
                    sense = Sense(lexeme=lexeme, shape="noun", number=firsts[form])
                    self._phrases.setdefault(form, []).append((tuple(_bare(w) for w in rest), sense))

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Give all that a folded token may be, the reading with the fewest clitics first; () for unknown words."""
        found = self._cache.get(form)
        if found is None:
            if len(self._cache) > _LONGEST_CACHE:
                self._cache.clear()
            found = self._cache[form] = tuple(self._read(form))
        return found

    def _read(self, form: str) -> Iterator[Reading]:
        seen: set[tuple[str, str, str]] = set()
        for conjunction, preposition, definite, core, pronoun in iter_splits(form):
            owned = self._owned.get(core, []) if pronoun else []
            for sense in owned or self._forms.get(core, []):
                if not _fits(sense, preposition, definite, pronoun):
                    continue
                key = (sense.lexeme.id, sense.shape, sense.number)
                if key in seen:
                    continue
                seen.add(key)
                yield Reading(
                    sense=sense, conjunction=conjunction, preposition=preposition, definite=definite, pronoun=pronoun
                )

    def phrase_at(self, forms: Sequence[str], at: int) -> tuple[Reading, int] | None:
        """Give the longest multiword entry that starts at token ``at``, with its number of tokens; None for none."""
        best: tuple[Reading, int] | None = None
        for reading, rest in self._opened(forms[at]):
            end = at + 1 + len(rest)
            if (best and best[1] > len(rest)) or end > len(forms):
                continue
            if rest and _bare(forms[at + 1]) != rest[0]:  # as nearly always
                continue
            if all(_bare(forms[at + 1 + k]) == word for k, word in enumerate(rest)):
                best = (reading, 1 + len(rest))
        return best

    def opens_phrase(self, form: str) -> bool:
        """Say whether a multiword entry may begin with a folded token."""
        return bool(self._opened(form))

    def _opened(self, form: str) -> tuple[_Opening, ...]:
        openings = self._openings.get(form)
        if openings is None:
            if len(self._openings) > _LONGEST_CACHE:
                self._openings.clear()
            openings = self._openings[form] = tuple(self._open(form))
        return openings

    def _open(self, form: str) -> Iterator[_Opening]:
        """Give the multiword entries that a token may begin, with their other words."""
        for conjunction, preposition, definite, core, pronoun in iter_splits(form):
            if not pronoun:
                for rest, sense in self._phrases.get(core, ()):
                    yield (
                        Reading(sense=sense, conjunction=conjunction, preposition=preposition, definite=definite),
                        rest,
                    )


def iter_splits(form: str) -> Iterator[tuple[str, str, bool, str, str]]:
    """Give the ways to cut clitics off a folded word: conjunction, preposition, article, core, pronoun.

    The uncut word comes first. Source: clitic order of written Arabic, conjunction + preposition + article + stem
    + pronoun; «لل» is «ل» with the article.
    """
    for conjunction, rest in _cut(form, _CONJUNCTIONS):
        for preposition, definite, stem in _heads(rest):
            yield conjunction, preposition, definite, stem, ""
            for pronoun in _PRONOUNS:
                if stem.endswith(pronoun) and len(stem) - len(pronoun) > 1:
                    core = stem[: -len(pronoun)]
                    yield conjunction, preposition, definite, core, pronoun
                    if (
                        core.endswith("ا") and len(core) > 2 and pronoun[0] == "ه"
                    ):  # «نفاه», «قتلاهم»: before a pronoun «ى» is written «ا»
                        yield conjunction, preposition, definite, core[:-1] + "ي", pronoun
                    if core.endswith("و"):
                        yield conjunction, preposition, definite, core + "ا", pronoun
                    if core.endswith(("او", "اي")) and len(core) > 3:
                        yield conjunction, preposition, definite, core[:-1] + "ء", pronoun


def _cut(form: str, letters: str) -> Iterator[tuple[str, str]]:
    yield "", form
    if len(form) > 2 and form[0] in letters:
        yield form[0], form[1:]


def _heads(form: str) -> Iterator[tuple[str, bool, str]]:
    yield "", False, form
    if form.startswith("ال") and len(form) > 3:
        yield "", True, form[2:]
    if form.startswith("لل") and len(form) > 3:
        yield "ل", True, form[2:]
        yield "ل", True, "ل" + form[2:]
    elif form[0] in _PREPOSITIONS and len(form) > 2:
        yield form[0], False, form[1:]
        if form[1:3] == "ال" and len(form) > 4:
            yield form[0], True, form[3:]
    elif form[0] == "س" and len(form) > 3 and form[1] in "يتنا":
        yield "س", False, form[1:]


def _fits(sense: Sense, preposition: str, definite: bool, pronoun: str) -> bool:
    finite = sense.shape.endswith(("past", "present"))
    if finite:
        if pronoun and not _ON_PLACE.isdisjoint(sense.lexeme.tags):
            return False  # nobody is their object but behind «على»
        if preposition == "ل" and sense.person != 3:
            return False
        return (
            not definite
            and preposition in ("", "س", "ل")
            and pronoun not in ("ي", "ك", "كم")
            and (preposition != "س" or sense.shape.endswith("present"))
            and (preposition != "ل" or sense.shape.endswith("present"))
        )
    if preposition == "س":
        return False
    return not (definite and pronoun)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _lexeme(language: str, table: str, pos: str, row: Mapping[str, str]) -> Lexeme:
    if unknown := set(row) - _KEYS:
        raise PackError(f"{language}/{table}.toml: unknown key {min(unknown)!r} in {row}.")
    name = row.get("past") or row.get("text")
    if not name:
        raise PackError(f"{language}/{table}.toml: an entry without past or text: {row}.")
    name = f"{name}/{row['apart']}" if "apart" in row else name
    return Lexeme(
        id=f"{language}.{table}.{name.replace(' ', '-')}", table=table, pos=pos, type=row.get("type"),
        subtype=row.get("subtype"), measure=row.get("measure"), stance=row.get("stance"), kind=row.get("kind"),
        en=row.get("en"), subject=row.get("subject"), object=row.get("object") or row.get("of"),
        tags=frozenset(row.get("tags", "").split()),
    )  # fmt: skip


@cache
def load_lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language pack, built once."""
    lexicon = Lexicon({table: read_table(language, table) for table in TABLES}, language)
    lexicon.not_joined = frozenset(fold_letters(w) for w in read_table(language, "grammar").get("not_joined", ()))
    return lexicon
