"""Read out of the source what the reference says: records, their fields, and the words written under them."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "riwaya"
SPARE_WORDS = Path(__file__).with_name("docs_fields.toml")
"""What the codebook says of fields whose own record says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a record."""

    name: str
    type: str
    says: str
    """Empty where neither the record nor the spare words say anything."""
    own: bool
    """Whether the record itself says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of the model."""

    module: str
    name: str
    says: str
    fields: tuple[Field, ...]
    members: tuple[tuple[str, str], ...] = ()
    """Name and value, for an enumeration."""


def iter_records(folder: Path = PACKAGE / "model") -> Iterator[Record]:
    """Give every class of a folder's modules, by module, then in the order of the source."""
    spare = tomllib.loads(SPARE_WORDS.read_text(encoding="utf8"))
    for path in sorted(folder.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield _record(path.stem, node, spare.get(node.name, {}))


def module_says(path: Path) -> str:
    """Give the first paragraph of a module's docstring on one line."""
    return one_line(ast.get_docstring(ast.parse(path.read_text(encoding="utf8"))) or "")


def one_line(docstring: str) -> str:
    """Give the first paragraph of a docstring on one line."""
    return " ".join(docstring.split("\n\n")[0].split())


def _record(module: str, node: ast.ClassDef, spare: dict[str, str]) -> Record:
    fields: list[Field] = []
    members: list[tuple[str, str]] = []
    for number, line in enumerate(node.body):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            own = _words_under(node.body, number)
            name = line.target.id
            if name.startswith("_"):
                continue  # kept by the record for itself
            said = own or spare.get(name, "")
            fields.append(Field(name=name, type=ast.unparse(line.annotation), says=said, own=bool(own)))
        elif isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            members.append((line.targets[0].id, ast.literal_eval(line.value)))
        elif isinstance(line, ast.FunctionDef) and _is_property(line):
            returns = ast.unparse(line.returns) if line.returns else ""
            fields.append(Field(name=line.name, type=returns, says=one_line(ast.get_docstring(line) or ""), own=True))
    says = " ".join((ast.get_docstring(node) or "").split())
    return Record(module=module, name=node.name, says=says, fields=tuple(fields), members=tuple(members))


def _words_under(body: list[ast.stmt], number: int) -> str:
    under = body[number + 1] if number + 1 < len(body) else None
    if isinstance(under, ast.Expr) and isinstance(under.value, ast.Constant) and isinstance(under.value.value, str):
        return " ".join(under.value.value.split())
    return ""


def _is_property(function: ast.FunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "property" for mark in function.decorator_list)
