"""The words that say where: read from packs/ar/places.toml into tables of folded spellings.

Source: Ryding, A Reference Grammar of Modern Standard Arabic, ch. 16 (prepositions and locative adverbs).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from riwaya.gazetteer.names import has_hamza, name_key
from riwaya.lang.lexicon import read_table
from riwaya.lang.normalize import fold_letters
from riwaya.lang.proclitics import iter_attached


@dataclass(frozen=True, slots=True)
class Cue:
    """One spelling of a word that says where."""

    kind: str
    """head, edge, compass, adjective, back or border."""
    value: str
    """Feature of a head or back noun, compass word, or relation of an edge."""
    word: str
    """The bare folded word."""
    attached: int
    """How many letters of particles stand before it, the article not counted."""
    preposition: str
    definite: bool
    number: str = "sg"
    anchor: bool = False
    known: bool = False
    """Only before names that the gazetteer knows."""
    written: str = ""
    """The bare word as the pack has it, for letters that folding makes one."""

    def fits(self, written: str) -> bool:
        """Say whether a token as written can be this word: «وأدى» is no valley, «ولائه» no province."""
        return not (has_hamza(written) and not has_hamza(self.written)) and ("ئ" not in written or "ئ" in self.written)


@dataclass(frozen=True, slots=True)
class Preposition:
    """What a preposition tells."""

    relation: str
    strength: int


@dataclass(frozen=True, slots=True)
class Cues:
    """All tables of the pack."""

    words: Mapping[str, tuple[Cue, ...]]
    heads: frozenset[str]
    """Spellings of head nouns without article."""
    nouns: frozenset[str]
    """Spellings of head nouns, edges and compass words without article."""
    prepositions: Mapping[str, Preposition]
    """Folded words, several joined by a blank."""
    km: frozenset[str]
    border_joins: frozenset[str]
    border_lands: frozenset[str]
    links: frozenset[str]
    link_most: int
    common: frozenset[str]
    noun_only: frozenset[str]
    owners: frozenset[str]
    body_in: frozenset[str]
    named_after: frozenset[str]
    not_names: frozenset[str]
    no_towns: frozenset[str]
    lands: frozenset[str]


@cache
def load_cues() -> Cues:
    """Give the cues of the Arabic pack, read once."""
    table = read_table("ar", "places")
    words: dict[str, list[Cue]] = {}
    for cue, form in _iter_cues(table):
        if all(c.kind != cue.kind or c.definite != cue.definite for c in words.get(form, ())):
            words.setdefault(form, []).append(cue)
    names = table["names"]
    return Cues(
        words={form: tuple(found) for form, found in words.items()},
        heads=_without_article(words, "head"),
        nouns=_without_article(words, "head", "edge", "compass"),
        prepositions={
            fold_letters(word): Preposition(row.get("relation", name), row["strength"])
            for name, row in table["preposition"].items()
            for word in row["words"]
        },
        km=_folded(table["distance"]["km"]),
        border_joins=_folded(table["border"]["joins"]),
        border_lands=_folded(table["border"]["lands"]),
        links=_folded(table["link"]["words"]),
        link_most=table["link"]["most"],
        common=frozenset(name_key(n) for n in names["words"]),
        noun_only=frozenset(name_key(n) for n in names["noun_only"]),
        owners=_folded(names["owners"]),
        body_in=_folded(names["body_in"]),
        named_after=_folded(names["named_after"]),
        not_names=_folded(names["not_names"]),
        no_towns=_folded(names["no_towns"]),
        lands=_folded(names["lands"]),
    )


def _without_article(words: Mapping[str, list[Cue]], *kinds: str) -> frozenset[str]:
    return frozenset(form for form, cues in words.items() if any(c.kind in kinds and not c.definite for c in cues))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_letters(word) for word in words)


def _iter_cues(table: Mapping[str, Any]) -> Iterable[tuple[Cue, str]]:
    for row in table["head"]:
        anchor, known = row.get("anchor", False), _folded(row.get("known", ()))
        for number in ("sg", "du", "pl"):
            for word in row.get(number, ()):
                yield from _spell("head", row["feature"], word, number, anchor, fold_letters(word) in known)
    for kind, rows in (
        ("edge", table["edge"]),
        ("compass", table["compass"]),
        ("adjective", table["compass_adjective"]),
        ("back", table["back"]),
        ("border", {"on-border": table["border"]["words"]}),
    ):
        for value, listed in rows.items():
            for word in listed:
                yield from _spell(kind, value, word.removeprefix("ال"))


def _spell(
    kind: str, value: str, word: str, number: str = "sg", anchor: bool = False, known: bool = False
) -> Iterable[tuple[Cue, str]]:
    folded = fold_letters(word)
    for spelled in iter_attached(folded, like=False):  # «كتلة» is a bloc and no hill
        attached = len(spelled.conjunction) + len(spelled.preposition)
        cue = Cue(kind, value, folded, attached, spelled.preposition, spelled.definite, number, anchor, known, word)
        yield cue, spelled.form
