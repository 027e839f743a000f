"""The codebook: what every column of a shape means, made of the columns themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from riwaya.export.column import Column
from riwaya.export.shape import Shape
from riwaya.stages.reconcile import load_policies

HEADER = ("column", "type", "may_be_empty", "meaning", "values")


def shape_codebook(shape: Shape) -> str:
    """Give the codebook of one shape as Markdown."""
    return "\n".join(_lines(shape)) + "\n"


def codebook_rows(shape: Shape) -> Iterator[tuple[str, str, str, str, str]]:
    """Give the codebook as rows under `HEADER`: what tables of it hold."""
    for one in shape.columns:
        values = "; ".join(f"{value}: {meaning}" if meaning else value for value, meaning in one.values or one.parts)
        yield one.name, one.kind, "no" if one.required else "yes", one.meaning, values


def _lines(shape: Shape) -> Iterator[str]:
    yield f"# {shape.name}"
    yield ""
    yield f"{shape.title}."
    yield ""
    yield f"- One row is {shape.row}."
    yield f"- Follows: {shape.source}."
    yield f"- Limits: {shape.limits}"
    yield f"- {_policies(shape)}"
    if shape.extra:
        yield f"- Needs `pip install 'riwaya[{shape.extra}]'`."
    yield f"- `riwaya trace {shape.name}:ROW:COLUMN` names a row by `{shape.key}`."
    yield ""
    yield "| column | type | meaning |"
    yield "| --- | --- | --- |"
    for one in shape.columns:
        yield f"| `{one.name}` | {one.kind}{'' if one.required else ', may be empty'} | {_cell(_meaning(one))} |"


def _policies(shape: Shape) -> str:
    if shape.policy is None:
        return "No policy: nothing is chosen."
    fitting = [one.id for one in load_policies() if not shape.methods or one.method in shape.methods]
    return f"Policies: {', '.join(f'`{one}`' for one in fitting)}; `{shape.policy}` where none is named."


def _meaning(one: Column) -> str:
    said = [one.meaning]
    if one.values:
        said.append(f"Values: {_listed(one.values)}.")
    if one.parts:
        said.append(f"Holds: {_listed(one.parts)}.")
    return " ".join(said)


def _listed(values: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"`{value}` {meaning}".rstrip() for value, meaning in values)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
