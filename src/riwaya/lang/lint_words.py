"""The word tables of a language pack: values from closed lists, ids once, no form for two entries by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from riwaya.lang.lint_problem import PackFile, Problem, Row, name_of
from riwaya.lang.normalize import fold_letters
from riwaya.lang.world_records import load_bodies
from riwaya.lang.world_rows import load_rows
from riwaya.model.attribution import STANCES
from riwaya.model.figure import MEASURES

TYPES = frozenset(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
    COERCE ASSAULT STATE""".split()
)
"""Source: PLOVER event types (Open Event Data Alliance), and STATE of the annotation guideline."""
ROLES = frozenset("agent target event place troops none".split())
PHRASE_KINDS = frozenset("fighters group thing document".split())
"""Kinds of a noun phrase that are no kinds of actors in packs/world/kinds.toml."""
TAGS: Mapping[str, frozenset[str]] = {
    "speech": frozenset(
        """an bi an-about ila ala min object object-not quote more dative hears ascribes publish within relay show act strict strict-noun describe blame vow hamza
        responsibility masculine mourns""".split()
    ),
    "events": frozenset(
        """light weak weak-armed weak-alone weak-noun passive-too motion result state background harm vague loss free
        undergo plan state-present strict investigate responsibility attributed-only negated-only we-only not-bare with-ala ala-object ala-place an-object
        bi-object fi-object needs-accord needs-aid needs-camp needs-captives needs-displaced needs-injury needs-envoy needs-fate needs-fire needs-flight needs-guard needs-hold needs-hospital needs-loss needs-march needs-refuge needs-siege needs-supply needs-wound
        needs-ambassador needs-blacklist needs-branding needs-positions needs-sent needs-stand needs-ties needs-head needs-arsenal needs-answer needs-in needs-troops needs-death needs-sentence needs-self needs-arms needs-visitor needs-with needs-crowd needs-charge needs-count needs-court needs-stronghold needs-blame needs-blow needs-deeds needs-grip counts-only needs-post needs-side needs-rally needs-authority needs-aircraft or-ways or-aircraft collective denied-only judges""".split()
    ),
    "people": frozenset(
        """fighter civilian official source group force body spokesman leader relative victim thing document generic
        adjective army police hostile media member place title weak""".split()
    ),
    "verbs": frozenset({"comes-about"}),
}
"""What the grammar asks for; a head of a pack file may name more (`told_tags`)."""
_TAGS_PART = re.compile(r"^#\s+tags\s(.*?)(?=^#\s(?:\s*[\w/]+\s{2,}|$)|^[^#]|\Z)", re.M | re.S)
_TAG = re.compile(r"(?:^|·)\s*([a-z]+(?:-[a-z]+)*)\b")


def told_tags(head: str) -> frozenset[str]:
    """Give the tags that the head comment of a pack file names: ``# tags   light: only helps · weak: needs company``."""
    part = _TAGS_PART.search(head)
    joined = re.sub(r"\s*\n#\s*", " ", part[1]) if part else ""
    return frozenset(_TAG.findall(joined))


def lint_words(pack: PackFile) -> Iterator[Problem]:
    """Give what is wrong with the values of one word table (speech, events, people, verbs), in its order."""
    kinds = PHRASE_KINDS | {str(row["id"]) for row in load_rows().rows["kind"]}
    closed: dict[str, frozenset[str]] = {
        "type": TYPES, "stance": frozenset(STANCES), "measure": frozenset(MEASURES), "kind": kinds, "subject": ROLES,
        "object": ROLES, "of": ROLES, "body": frozenset(load_bodies()),
    }  # fmt: skip
    known_tags = TAGS[pack.name] | told_tags(pack.head)
    for table, row in pack.rows():
        where = f"{table} {name_of(row)}"
        for key, known in closed.items():
            if row.get(key) and row[key] not in known:
                yield Problem(pack.path, where, f"{key} {row[key]} is not known")
        for tag in str(row.get("tags", "")).split():
            if tag not in known_tags:
                yield Problem(pack.path, where, f"tag {tag} is one that no grammar asks for")


def lint_repeats(pack: PackFile) -> Iterator[Problem]:
    """Give entries of a table that share an id, a dictionary form or a written form, and words twice in a list.

    A verb and a noun of one spelling («قصف») are two readings of one word and may share an id; two verbs or two
    nouns may not. Spellings are compared folded, as the reader sees them.
    """
    ids: dict[tuple[str, str], str] = {}
    forms: dict[tuple[str, str], str] = {}
    for table, row in pack.rows():
        name = name_of(row)
        where = f"{table} {name}"
        key = (table, f"{row.get('id') or name}/{row.get('apart', '')}".replace(" ", "-"))
        if table != "head" and key in ids:
            yield Problem(pack.path, where, "the id stands twice in this table")
            continue
        ids[key] = name
        for form in dict.fromkeys(_written(row)):
            taken = forms.setdefault((table, form), name)
            if taken != name:
                yield Problem(pack.path, where, f"«{form}» is a form of {taken} already")
    for name, value in pack.content.items():
        yield from _repeated(pack, name, [*_strings(value)])


def _written(row: Row) -> Iterator[str]:
    if "past" in row:
        yield f"{fold_letters(row['past'])}/{fold_letters(row['present'])}"
    elif "text" in row:
        yield _bare(row["text"])
        plural = str(row.get("plural", ""))
        for word in [plural] if " " in row["text"] else plural.split():
            if word and word not in ("ون", "ات", "ين"):
                yield _bare(word)
    elif isinstance(row.get("forms"), str) and row.get("kind") != "needs-min":
        yield from fold_letters(row["forms"]).split()


def _bare(phrase: str) -> str:
    """Fold a phrase as `Lexicon.phrase_at` compares it: its later words without article."""
    first, *rest = fold_letters(phrase).split()
    return " ".join([first, *(w[2:] if w.startswith("ال") and len(w) > 3 else w for w in rest)])


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (item for item in cast("list[object]", value) if isinstance(item, str))


def _repeated(pack: PackFile, name: str, words: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for word in words:
        if word in seen:
            yield Problem(pack.path, name, f"«{word}» stands twice")
        seen.add(word)
