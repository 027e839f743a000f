"""Draw the table of a sample page as it stands in a terminal: `python -m tools.docs_picture`, or `make picture`.

Each piece of a line gets its own place, so that the columns hold whatever font the viewer has for Arabic. Nothing is
touched up: the text is what `riwaya analyze` prints.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from riwaya.cli.table import render_analysis
from riwaya.config import load_settings
from riwaya.inputs import find_inputs
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from tools.docs_code import PACKAGE, ROOT

PICTURE = ROOT / "docs" / "images" / "claims.svg"
SAMPLE = "01-ambush-claim.txt"
COLUMNS = 146
MOST_CLAIMS = 5
_CELL = 8.4
"""Width of a letter at the font size below."""
_LINE = 19
_SIZE = 14
_MARGIN = 18
_CONSOLE = Console(width=COLUMNS)
_PIECE = re.compile(r"\S+(?: \S+)*")
_COLORS = {"color(6)": "#56d4dd", "color(1)": "#ff7b72", "color(3)": "#e3b341"}
_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">
<style>
text {{ font: {size}px "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", "Noto Sans Arabic", monospace; fill: #e6edf3; white-space: pre }}
</style>
<rect width="100%" height="100%" rx="10" fill="#0d1117"/>
"""


def render_sample() -> list[str]:
    """Give the lines of the sample page's table, with colors, down to the last claim that is shown."""
    source = next(one for one in find_inputs([str(PACKAGE / "samples" / "pages")], Hints()) if one.name == SAMPLE)
    if source.path is None:
        raise FileNotFoundError(SAMPLE)
    analysis = analyze(source.path.read_bytes(), name=SAMPLE, hints=source.hints, settings=load_settings({}))
    lines = render_analysis(analysis, width=COLUMNS, has_color=True).rstrip().split("\n")
    starts = [
        number for number, line in enumerate(lines) if re.match(r"\d+ *$", Text.from_ansi(line).plain[:13].strip())
    ]
    if len(starts) <= MOST_CLAIMS:
        return lines
    more = len(analysis.claims) - MOST_CLAIMS
    return [*lines[: starts[MOST_CLAIMS]], f" \x1b[2m… and {more} more claims on this page\x1b[0m"]


def draw(lines: list[str]) -> str:
    """Give the lines as an SVG that loads nothing from elsewhere."""
    width = round(COLUMNS * _CELL + 2 * _MARGIN)
    height = len(lines) * _LINE + 2 * _MARGIN
    label = "Table of claims that Riwaya read from a sample page"
    parts = [_HEAD.format(width=width, height=height, label=label, size=_SIZE)]
    for number, line in enumerate(lines):
        parts += _iter_pieces(Text.from_ansi(line), _MARGIN + (number + 0.75) * _LINE)
    return "".join(parts) + "</svg>\n"


def _iter_pieces(line: Text, y: float) -> Iterator[str]:
    for found in _PIECE.finditer(line.plain):
        x = _MARGIN + cell_len(line.plain[: found.start()]) * _CELL
        looks = _looks(line.get_style_at_offset(_CONSOLE, found.start()))
        if set(found[0]) <= {"─"}:
            to = x + cell_len(found[0]) * _CELL
            yield f'<path d="M{x:.1f} {y - 5:.1f}H{to:.1f}" stroke="#30363d"/>\n'
        else:
            yield f'<text x="{x:.1f}" y="{y:.1f}"{looks}>{escape(found[0])}</text>\n'


def _looks(style: Style) -> str:
    color = _COLORS.get(style.color.name) if style.color else None
    said = [
        f"fill:{color}" if color else "",
        "font-weight:bold" if style.bold else "",
        "opacity:.65" if style.dim else "",
    ]
    rules = ";".join(one for one in said if one)
    return f' style="{rules}"' if rules else ""


def main(path: Path = PICTURE) -> int:
    """Write the picture."""
    path.write_text(draw(render_sample()), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
