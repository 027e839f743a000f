"""Write data to stdout, whole and in UTF-8 whatever the locale."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from riwaya.errors import InputError

DEFAULT_WIDTH = 120
"""Columns where no terminal tells."""


def write_text(text: str) -> None:
    """Write lines; what is no letter (a lone surrogate) becomes a question mark."""
    sys.stdout.buffer.write(text.encode("utf8", "replace"))
    sys.stdout.buffer.flush()


def write_json(form: Mapping[str, Any], *, is_line: bool = False) -> None:
    """Write one JSON object, indented, or on a line of its own."""
    write_text(json_text(form, is_line=is_line) + "\n")


def json_text(form: Mapping[str, Any], *, is_line: bool = False) -> str:
    """Give an object as JSON with its letters as they are; escaped where UTF-8 has no form for one of them."""
    indent = None if is_line else 2
    text = json.dumps(form, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf8")
    except UnicodeEncodeError:
        return json.dumps(form, indent=indent)
    return text


def terminal_width() -> int:
    """Give the columns of the terminal, of COLUMNS, or the default."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def write_file(path: Path, text: str) -> None:
    """Write a file, its folders made.

    Raises:
        InputError: It cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf8", errors="replace")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", hint="Name another place.") from error
