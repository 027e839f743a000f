"""The codebook: every record and every field."""

from __future__ import annotations

from itertools import groupby

from tools.docs_code import PACKAGE, Record, iter_records, module_says
from tools.docs_tables import table

ORDER = (
    "analysis", "document", "claim", "attribution", "actor", "figure", "timex", "place", "span", "event", "account", "reduction",
    "provenance", "proposal", "outlet", "country", "mention", "annotation", "word",
)  # fmt: skip
"""What a coder meets first stands first; modules that are not named here follow."""


def records_page() -> str:
    """Every record of the model."""
    parts = [
        "# Records: the codebook\n",
        "What `riwaya.analyze` gives in Python, field by field. The [JSON](analysis-schema.json) has the same fields under the same names, each "
        "span with its words. Records are frozen; a tuple is in text order and may be empty; `None` means that the text does not say.\n",
        "Conventions: a span counts Unicode code points, end exclusive, over the text of the page. Days are inclusive at both ends. Bounds of "
        "numbers are inclusive, `None` is open. Rules of coding are in the [guideline](../guideline.md), words of closed lists under "
        "[vocabularies](vocabularies.md).\n",
    ]
    for module, records in groupby(_in_order(), key=lambda record: record.module):
        parts.append(f"## {module}\n\n{module_says(PACKAGE / 'model' / f'{module}.py')}\n")
        parts += [_section(record) for record in records]
    return "\n".join(parts)


def _in_order() -> list[Record]:
    place = {name: number for number, name in enumerate(ORDER)}
    return sorted(iter_records(), key=lambda record: (place.get(record.module, len(place)), record.module))


def _section(record: Record) -> str:
    text = f"### {record.name}\n\n{record.says}\n"
    if record.fields:
        rows = [(f"`{field.name}`", f"`{field.type}`", field.says) for field in record.fields]
        text += "\n" + table(("field", "type", "what it holds"), rows)
    if record.members:
        text += "\n" + table(("name", "value"), [(f"`{name}`", f"`{value}`") for name, value in record.members])
    return text
