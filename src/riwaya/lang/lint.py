"""The lint of the packs: everything that can be said of the data without reading an article."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib import resources
from itertools import takewhile

from riwaya.errors import PackError, PackMissing
from riwaya.lang.lexicon import TABLES, load_lexicon
from riwaya.lang.lint_examples import EXAMPLE_TABLES, lint_example_rows, lint_examples, load_examples
from riwaya.lang.lint_problem import PackFile, Problem
from riwaya.lang.lint_shapes import SHAPES, lint_shape
from riwaya.lang.lint_text import lint_letters
from riwaya.lang.lint_words import lint_repeats, lint_words
from riwaya.lang.timex_pack import load_table
from riwaya.lang.world import lint_world
from riwaya.lang.world_rows import load_rows, world_folder

__all__ = ["Problem", "lint_pack", "lint_packs", "pack_stats"]

_FRENCH = "plain"
"""Plain names in French; the Arabic ones are read out of `ar/people.toml`."""
_FILES = (
    *(("ar", name) for name in SHAPES if name != _FRENCH),
    *((language, name) for language in ("en", "fr") for name in ("layout", "titles")),
    ("fr", _FRENCH),
)


def lint_packs() -> list[Problem]:
    """Give what is wrong with all installed packs, in the order of languages and files; empty when sound.

    A file that cannot be read is one problem; the others are still checked.
    """
    found: list[Problem] = []
    for language, name in _FILES:
        found.extend(_lint_file(language, name))
    for table in EXAMPLE_TABLES:
        found.extend(_lint_examples("ar", table))
    for line in lint_world():
        file, _, message = line.partition(": ")
        found.append(Problem(f"world/{file}", "", message) if message else Problem("world", "", line))
    return found


def lint_pack(pack: PackFile) -> list[Problem]:
    """Give what is wrong with one file of a language pack, examples of words left out."""
    found = [*lint_shape(pack), *lint_letters(pack), *lint_repeats(pack)]
    return [*found, *lint_words(pack)] if pack.name in TABLES else found


def _lint_file(language: str, name: str) -> list[Problem]:
    try:
        return lint_pack(PackFile(language, name, load_table(name, language), _head_of(language, name)))
    except PackError as error:
        return [Problem(f"{language}/{name}.toml", "", error.message)]


def _head_of(language: str, name: str) -> str:
    path = resources.files("riwaya") / "packs" / language / f"{name}.toml"
    return "".join(takewhile(lambda line: line.startswith("#"), path.read_text("utf-8").splitlines(keepends=True)))


def _lint_examples(language: str, table: str) -> Iterator[Problem]:
    name = f"examples/{table}"
    try:
        pack = PackFile(language, name, load_table(name, language))
        yield from (*lint_example_rows(pack), *lint_letters(pack), *lint_examples(language, table))
    except PackMissing:
        yield Problem(f"{language}/{name}.toml", "", "there is no such file")
    except PackError as error:
        yield Problem(f"{language}/{name}.toml", "", error.message)


def pack_stats() -> list[tuple[str, int]]:
    """Give (what, how many): entries of each table, written forms, examples, and what the world holds.

    Written forms are counted folded and without clitics; places with the compiled gazetteer.
    """
    counts: list[tuple[str, int]] = []
    for language, name in _FILES:
        content = load_table(name, language)
        tables: dict[str, int] = {}
        for table, _ in PackFile(language, name, content).rows():
            tables[table] = tables.get(table, 0) + 1
        counts += [(f"{language} {name} {table}", n) for table, n in tables.items()]
        if name == "grammar":
            counts.append((f"{language} grammar words", sum(len(v) for v in content.values() if isinstance(v, list))))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    counts.append(("ar written forms", len(vars(load_lexicon("ar"))["_forms"])))
    counts += [(f"ar examples {table}", len(load_examples("ar", table))) for table in EXAMPLE_TABLES]
    counts += [(f"world {table}", len(rows)) for table, rows in load_rows().rows.items()]
    return [*counts, ("world places", _count_places())]


def _count_places() -> int:
    try:
        packed = (world_folder() / "places.tsv.gz").read_bytes()
    except FileNotFoundError:
        return 0
    return sum(1 for line in gzip.decompress(packed).splitlines() if line and not line.startswith(b"#"))
