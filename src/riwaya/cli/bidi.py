"""Put words of a page into lines of a terminal: cleaned, isolated by direction, broken at width.

Source: Unicode Standard Annex 9, isolates (RLI ... PDI), so that right-to-left words do not reorder the
columns around them. They take no room of their own.
"""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

RLI = "\u2067"
PDI = "\u2069"
# What must never reach a terminal from a page: controls (escape sequences among them), bidi and zero-width marks,
# surrogates, private letters.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SPACE = re.compile(r"\s+")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RUN = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\s]*[{_RIGHT_TO_LEFT}])?")


def clean_words(text: str) -> str:
    """Give words on one line with single spaces and without letters that steer a terminal."""
    spaced = _SPACE.sub(" ", text).strip()
    return "".join(letter for letter in spaced if unicodedata.category(letter) not in _UNSAFE)


def isolate(text: str) -> str:
    """Wrap right-to-left words into an isolate; others are given as they are."""
    if any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text):
        return f"{RLI}{text}{PDI}"
    return text


def isolate_runs(text: str) -> str:
    """Isolate each run of right-to-left words inside a line of ours."""
    return _RUN.sub(lambda run: f"{RLI}{run[0]}{PDI}", text)


def shorten(text: str, cells: int) -> str:
    """Cut words to a width, with an ellipsis where something was cut off."""
    if cell_len(text) <= cells:
        return text
    kept = ""
    for word in text.split(" "):
        if cell_len(kept) + cell_len(word) + 2 > cells:
            break
        kept = f"{kept} {word}" if kept else word
    return f"{kept or _break_word(text, cells - 1)[0]}…"


def wrap_words(text: str, cells: int) -> list[str]:
    """Break words into lines of at most ``cells``; a longer word is cut; empty for no words."""
    lines: list[str] = []
    for whole in text.split():
        for word in _break_word(whole, cells):
            if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= cells:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
    return lines


def _break_word(word: str, cells: int) -> list[str]:
    parts = [""]
    for letter in word:
        if cell_len(parts[-1] + letter) > cells:
            parts.append("")
        parts[-1] += letter
    return parts
