"""Bring the desk's catalogues up to date with its templates and code: `make catalogues`.

New messages come in without a translation, and a test refuses that; messages that are gone are taken out.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SERVE = ROOT / "src" / "riwaya" / "serve"
LOCALES = SERVE / "locale"
TRANSLATED = ("ar", "fr")
_PASSING = (
    '"POT-Creation',
    '"PO-Revision',
    '"Last-Translator',
    '"Language-Team',
    '"Report-Msgid',
    '"Generated-By',
    '"Project-Id',
)
_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
_KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "say": None,
    "say_many": (1, 2),
}
_OPTIONS = {"templates/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}


def extract() -> Catalog:
    """Give every message of the desk, in the order of files and lines."""
    found = Catalog(fuzzy=False)
    rows = extract_from_dir(SERVE, _METHODS, _OPTIONS, keywords=_KEYWORDS)
    for file, _line, message, _comments, context in sorted(rows, key=lambda row: (row[0], row[1])):
        # Lines are left out: they would change the catalogues with every edit of a template.
        found.add(message, locations=[(file, None)], context=context)
    return found


def load(language: str) -> Catalog:
    """Give the catalogue of a language; an empty one where there is none."""
    path = file_of(language)
    if not path.is_file():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def file_of(language: str) -> Path:
    """Give where a catalogue lies."""
    return LOCALES / language / "LC_MESSAGES" / "desk.po"


def main() -> int:
    """Write every catalogue; 1 where a message has no translation yet."""
    template = extract()
    missing = 0
    for language in TRANSLATED:
        known = load(language)
        made = Catalog(
            locale=language, project="Riwaya", fuzzy=False, header_comment=f"# Riwaya: the desk ({language})"
        )
        for message in template:
            if not message.id:
                continue
            before = known.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
            string = before.string if before is not None else ("",) * made.num_plurals if message.pluralizable else ""
            made.add(message.id, string, locations=message.locations, context=message.context)
            missing += not (all(string) if isinstance(string, tuple) else string)
        path = file_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_plain(made), encoding="utf8")
    print(f"{len(template)} messages, {missing} without a translation", file=sys.stderr)  # noqa: T201
    return bool(missing)


def _plain(catalogue: Catalog) -> str:
    """Give a catalogue as it is kept: without dates and names that would change from one machine to the next."""
    made = BytesIO()
    write_po(made, catalogue, width=120)
    lines = made.getvalue().decode("utf8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_PASSING))


if __name__ == "__main__":
    sys.exit(main())
