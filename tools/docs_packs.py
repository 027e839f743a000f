"""The words of the Arabic pack and the kinds of actors, as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from riwaya.lang.lexicon import read_table
from riwaya.model.attribution import STANCES
from riwaya.model.claim import EVENT_TYPES
from tools.docs_tables import table

Row = Mapping[str, Any]


def packs_page() -> str:
    """Verbs of telling, words of happening, hedges, kinds of actors."""
    return "\n".join(
        [
            "# Packs: the words that are read\n",
            "Language knowledge is data, in `src/riwaya/packs`. These tables are made from it. Each verb is written once, and its forms (person, "
            "number, gender, passive, masdar) are made by rule. How to add a word: [Add words and names](../add-words.md).\n",
            "## Verbs of telling, by stance\n\nThe stance says how the teller stands to what is told. A verb with a type is a happening of its own.\n",
            _speech(read_table("ar", "speech")["verb"]),
            "## Words of happening, by type\n\nVerbs in the past tense; nouns after them. Words in parentheses count only in company: beside a figure, "
            "an actor of the conflict, a place, or with the word they need («نيران», «خسائر»).\n",
            _events(read_table("ar", "events")),
            "## Hedges of numbers\n\nA bar parts words of which either stands; `?` may be missing; `*` is up to three words.\n",
            _hedges(read_table("ar", "hedges")["hedge"]),
            "## Head nouns of those who speak, act or suffer\n",
            _people(read_table("ar", "people")["noun"]),
            "## Kinds of actors\n",
            table(
                ("`kind`", "English", "Arabic", "French", "is"),
                [(f"`{r['id']}`", r["en"], r["ar"], r["fr"], r["body"]) for r in read_table("world", "kinds")["kind"]],
            ),
        ]
    )


def _speech(rows: Iterable[Row]) -> str:
    by = {stance: [row for row in rows if row.get("stance", "neutral") == stance] for stance in STANCES}
    return table(
        ("stance", "verbs"),
        [
            (
                f"`{stance}`",
                "، ".join(f"{row['past']} (`{row['type']}`)" if row.get("type") else row["past"] for row in rows),
            )
            for stance, rows in by.items()
            if rows
        ],
    )


def _events(content: Mapping[str, Iterable[Row]]) -> str:
    words = [
        (row.get("type", ""), row.get("subtype", ""), _word(row)) for part in ("verb", "noun") for row in content[part]
    ]
    place = {name: number for number, name in enumerate(EVENT_TYPES)}
    words.sort(key=lambda word: (place.get(word[0], len(place)), word[0], word[1]))
    return table(
        ("type", "subtype", "words"),
        [
            (f"`{kind}`" if kind else "of its company", subtype or "–", "، ".join(word[2] for word in group))
            for (kind, subtype), group in groupby(words, key=lambda word: word[:2])
        ],
    )


def _word(row: Row) -> str:
    text = str(row.get("past") or row["text"])
    needy = any(tag == "weak" or tag == "light" or tag.startswith("needs") for tag in row.get("tags", "").split())
    return f"({text})" if needy else text


def _hedges(rows: Iterable[Row]) -> str:
    return table(
        ("rule", "effect", "stands", "forms"),
        [(f"`{r['id']}`", f"`{r['effect']}`", r["place"], "، ".join(r["forms"])) for r in rows],
    )


def _people(rows: Iterable[Row]) -> str:
    ordered = sorted(rows, key=lambda row: row.get("kind", ""))
    return table(
        ("kind", "nouns"),
        [
            (f"`{kind}`" if kind else "–", "، ".join(row["text"] for row in group))
            for kind, group in groupby(ordered, key=lambda row: row.get("kind", ""))
        ],
    )
