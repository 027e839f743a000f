"""The furniture of news pages, read from the packs: patterns, agencies, month names."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from riwaya.errors import PackError, PackMissing
from riwaya.lang.normalize import fold_letters
from riwaya.lang.timex_pack import entries

LANGUAGES = ("ar", "en", "fr")
_SCOPES = {"block", "prefix", "suffix", "inline"}
_EFFECTS = {"skip", "related", "end", "start", "credit"}
_LISTS = ("agencies", "byline_words", "credits", "sections", "date_words")


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """One pattern over folded text and what it means for the lines around it."""

    id: str
    scopes: frozenset[str]
    effect: str
    pattern: re.Pattern[str]
    source: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Where the pack tells them: letters of which one stands wherever the pattern fits, looked for first."""

    def search(self, folded: str) -> re.Match[str] | None:
        """Give the first place in a line at which the pattern fits, as ``pattern.search`` does."""
        if self.needs and not any([letters in folded for letters in self.needs]):
            return None
        return self.pattern.search(folded)

    def fits(self, folded: str) -> bool:
        """Say whether the rule, in any of its scopes, finds something in a line."""
        if "block" in self.scopes and self.pattern.fullmatch(folded):
            return True
        if "prefix" in self.scopes and self.pattern.match(folded):
            return True
        return not self.scopes.isdisjoint(("suffix", "inline")) and self.search(folded) is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything the packs say about pages; all patterns and words are folded."""

    rules: tuple[LayoutRule, ...]
    agency: str
    """Regular expression of one agency, without groups."""
    byline_word: str
    credit: str
    section: re.Pattern[str]
    months: dict[str, int]
    month: str
    """Regular expression of a month name, longest first."""
    date_words: frozenset[str]
    _by_scope: dict[str, tuple[LayoutRule, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the rules by scope: they are asked for at every block."""
        found = {scope: tuple(rule for rule in self.rules if scope in rule.scopes) for scope in _SCOPES}
        object.__setattr__(self, "_by_scope", found)

    def scoped(self, scope: str) -> tuple[LayoutRule, ...]:
        """Give the rules of one scope in pack order."""
        return self._by_scope[scope]


@lru_cache(maxsize=1)
def load_layout() -> Layout:
    """Give the furniture of all languages together, because an Arabic page has English buttons.

    Raises:
        PackMissing: A layout table is not installed.
        PackError: A table has an unknown key, scope or effect, a name twice, or a pattern that does not compile.
    """
    tables = [_load_table(language) for language in LANGUAGES]
    words = {key: [word for table in tables for word in table.get(key, [])] for key in _LISTS}
    agency = _names(words["agencies"])
    months = _months(tables)
    rules = tuple(_rule(entry, agency) for table in tables for entry in table["rule"])
    ids = [rule.id for rule in rules]
    if len(set(ids)) != len(ids):
        raise PackError("A layout rule id is used twice: " + ", ".join(sorted({i for i in ids if ids.count(i) > 1})))
    return Layout(
        rules=rules,
        agency=agency,
        byline_word=_names(words["byline_words"]),
        credit=_names(words["credits"] + words["agencies"]),
        section=re.compile(rf"(?:{_names(words['sections'])})(?=\s|$)"),
        months=months,
        month=_names(list(months)),
        date_words=frozenset(w for entry in words["date_words"] for w in fold_letters(entry).lower().split()),
    )


def _months(tables: list[dict[str, Any]]) -> dict[str, int]:
    """Give month names by folded form: the Arabic ones stand in the pack of time expressions already."""
    found = {fold_letters(n).lower(): int(k) for t in tables for k, ns in t.get("months", {}).items() for n in ns}
    for entry in entries("timex", "month"):
        found.update((fold_letters(str(name)), int(entry["number"])) for name in entry["forms"])
    return found


def _load_table(language: str) -> dict[str, Any]:
    path = files("riwaya").joinpath("packs", language, "layout.toml")
    if not path.is_file():
        raise PackMissing(f"There is no packs/{language}/layout.toml.")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"packs/{language}/layout.toml: {error}.") from error
    unknown = set(table) - {*_LISTS, "source", "months", "rule"}
    if unknown:
        raise PackError(f"packs/{language}/layout.toml: unknown keys {sorted(unknown)}.")
    return table


def _rule(entry: dict[str, Any], agency: str) -> LayoutRule:
    where = f"layout rule {entry.get('id', '?')}"
    missing = {"id", "scope", "effect", "pattern", "source", "match", "no_match"} ^ (set(entry) - {"needs"})
    if missing:
        raise PackError(f"{where}: missing or unknown keys {sorted(missing)}.")
    if not set(entry["scope"]) <= _SCOPES or entry["effect"] not in _EFFECTS:
        raise PackError(f"{where}: unknown scope or effect.")
    try:
        pattern = re.compile(fold_letters(entry["pattern"]).replace("{agencies}", agency), re.IGNORECASE)
    except re.error as error:
        raise PackError(f"{where}: the pattern does not compile: {error}.") from error
    return LayoutRule(
        id=entry["id"],
        scopes=frozenset(entry["scope"]),
        effect=entry["effect"],
        pattern=pattern,
        source=entry["source"],
        match=tuple(entry["match"]),
        no_match=tuple(entry["no_match"]),
        needs=tuple(fold_letters(letters) for letters in entry.get("needs", ())),
    )


def _names(words: list[str]) -> str:
    """Give one expression for names, longest first; single letters may be parted by spaces or dots («أ. ف. ب.»)."""
    forms: list[str] = []
    for word in sorted({fold_letters(w) for w in words}, key=lambda w: (-len(w), w)):
        parts = word.split()
        if len(parts) > 1 and max(map(len, parts)) <= 1:
            forms.append(r"[ .]{0,2}".join(map(re.escape, parts)) + r"\.?")
        else:
            forms.append(r"\s+".join(map(re.escape, parts)))
    return rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)"
