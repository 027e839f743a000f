"""The codebook of the exports, made of the columns of every shape."""

from __future__ import annotations

from riwaya.export import SCHEMES, load_profiles, load_shapes
from riwaya.export.codebook import shape_codebook


def exports_page() -> str:
    """Give the page: what each shape's columns hold, the redaction profiles, the schemes of a table of ids."""
    shapes = load_shapes()
    parts = [
        "# Codebook of the exports\n",
        "What `riwaya export SHAPE --codebook` prints, for every shape. How to use them: [Give it out](../exports.md).\n",
        "\n".join(f"- [`{name}`](#{name}): {shape.title}" for name, shape in shapes.items()) + "\n",
    ]
    parts += [shape_codebook(shape).replace("# ", "## ", 1) for shape in shapes.values()]
    parts.append("## Redaction profiles\n\n| profile | withholds |\n| --- | --- |")
    parts[-1] += "".join(f"\n| `{one.id}` | {one.rule.en} |" for one in load_profiles()) + "\n"
    parts.append("## Schemes of a table of ids\n\n| scheme | holds |\n| --- | --- |")
    parts[-1] += "".join(f"\n| `{name}` | {meaning} |" for name, meaning in SCHEMES.items()) + "\n"
    return "\n".join(parts)
