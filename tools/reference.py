"""Write docs/reference out of the code: `python -m tools.reference`, or `make reference`.

With `--check` nothing is written, and the exit status is 1 when a page is old.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from riwaya.forms.schema import build_schema
from tools.docs_code import ROOT
from tools.docs_exports import exports_page
from tools.docs_packs import packs_page
from tools.docs_records import records_page
from tools.docs_tables import cli_page, errors_page, settings_page, vocabularies_page

FOLDER = ROOT / "docs" / "reference"
_MADE = "<!-- Made from the code by `make reference`; change the code, not this page. -->\n\n"

PAGES: dict[str, Callable[[], str]] = {
    "cli.md": lambda: _MADE + cli_page(),
    "errors.md": lambda: _MADE + errors_page(),
    "exports.md": lambda: _MADE + exports_page(),
    "packs.md": lambda: _MADE + packs_page(),
    "records.md": lambda: _MADE + records_page(),
    "settings.md": lambda: _MADE + settings_page(),
    "vocabularies.md": lambda: _MADE + vocabularies_page(),
    "events-schema.json": lambda: json.dumps(build_schema("events"), ensure_ascii=False, indent=2) + "\n",
    "analysis-schema.json": lambda: json.dumps(build_schema("analysis"), ensure_ascii=False, indent=2) + "\n",
}
"""Each generated page by its name, with what makes it."""


def find_old_pages(folder: Path = FOLDER) -> list[str]:
    """Give the names of the pages that are not what the code gives now."""
    return [
        name
        for name, make in PAGES.items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf8") != make()
    ]


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are old."""
    if "--check" in arguments:
        old = find_old_pages()
        sys.stderr.write("".join(f"docs/reference/{name} is old: make reference\n" for name in old))
        return 1 if old else 0
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
