"""Which tables a pack file may hold and which keys their entries; every rule tells where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.lang.lint_problem import PackFile, Problem, Row, name_of


@dataclass(frozen=True, slots=True)
class Shape:
    """Keys of the entries of one table."""

    required: frozenset[str]
    optional: frozenset[str] = frozenset()


def _shape(required: str, optional: str = "") -> Shape:
    return Shape(frozenset(required.split()), frozenset(optional.split()))


_FORMS = "masdar active passive passive_present passive_participle tags"
_RULE = _shape("id source match no_match")
_LAYOUT = {"rule": _shape("id scope effect pattern source match no_match", "needs")}

SHAPES: dict[str, dict[str, Shape]] = {
    "speech": {"verb": _shape("past present stance", f"{_FORMS} type subtype")},
    "events": {
        "verb": _shape("past present type", f"{_FORMS} subtype measure subject object apart"),
        "noun": _shape("text type", "plural subtype measure of tags"),
    },
    "people": {
        "noun": _shape("text kind en", "plural tags apart"),
        "adjective": _shape("text en"),
        "portfolio": _shape("text en", "body"),
    },
    "verbs": {"verb": _shape("past present", "masdar tags")},
    "timex": {
        "month": _shape("id number forms weak"),
        "hijri": _shape("id number forms", "weak"),
        "feast": _shape("id month day days forms", "sure common"),
        "season": _shape("id month forms"),
        "word": _shape("id kind value forms", "count article"),
        "rule": _RULE,
    },
    "numbers": {
        "number": _shape("id kind value forms", "definite"),
        "ordinal": _shape("id kind value forms"),
        "vague": _shape("id kind low forms", "high definite"),
        "unit": _shape("id forms"),
        "numbered": _shape("id forms"),
    },
    "hedges": {"hedge": _shape("id place effect source forms match no_match", "near")},
    "places": {"head": _shape("feature sg", "du pl known anchor")},
    "layout": _LAYOUT,
    "grammar": {},
    "discourse": {},
    "titles": {},
    "plain": {},
}
"""Lists of tables by file; a file's other keys are in `_PLAIN`."""

_PLAIN = {
    "timex": frozenset({"ahead", "describing", "hijri_epithets", "hijri_names", "names"}),
    "numbers": frozenset({"quantifiers", "counted", "not_one", "told_when"}),
    "places": frozenset("preposition edge compass compass_adjective back border distance link names".split()),
    "discourse": frozenset({"happening", "words"}),
    "titles": frozenset({"months", "form", "kinds"}),
    "plain": frozenset({"noun", "one", "adjective"}),
    "layout": frozenset("agencies byline_words credits sections date_words months".split()),
}
_HEAD = frozenset({"source", "schema"})
_MAY_BE_EMPTY = frozenset({"present"})
"""«ليس» has no present."""


def lint_shape(pack: PackFile) -> Iterator[Problem]:
    """Give unknown tables and keys, missing keys and missing sources of one file, in its order."""
    tables = SHAPES[pack.name]
    if not pack.content.get("source"):
        yield Problem(pack.path, "", "no source")
    if pack.name in _PLAIN or tables:
        for key in pack.content.keys() - tables.keys() - _PLAIN.get(pack.name, frozenset()) - _HEAD:
            yield Problem(pack.path, key, "no reader knows this table or key")
    for table, row in pack.rows():
        if shape := tables.get(table):
            for message in _lint_row(row, shape):
                yield Problem(pack.path, f"{table} {name_of(row)}", message)


def _lint_row(row: Row, shape: Shape) -> Iterator[str]:
    for key in sorted(row.keys() - shape.required - shape.optional):
        yield f"unknown key {key}"
    for key in sorted(shape.required):
        if key not in row or (key not in _MAY_BE_EMPTY and str(row[key]).strip() == ""):
            yield f"no {key}"
        elif key in ("match", "no_match") and not row[key]:
            yield f"{key} has no example"
