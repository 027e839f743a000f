"""Draw the tables of the ledger: `python -m tools.ledger_picture`, or `make picture`.

Boxes, columns and arrows come from `riwaya.ledger.schema`; only where each box stands is written here.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from sqlalchemy import Table

from riwaya.ledger import schema
from tools.docs_code import ROOT

PICTURE = ROOT / "docs" / "images" / "ledger.svg"
_PLACES: dict[str, tuple[int, int]] = {
    "blob": (0, 0), "run": (0, 1), "failure": (0, 2), "audit": (0, 3), "capture": (0, 4),
    "page": (1, 0), "sighting": (1, 1), "standing": (1, 2), "judgement": (1, 3),
    "reading": (2, 0), "document": (2, 1), "claim": (2, 2), "judged": (2, 3),
}  # fmt: skip
"""Column and row of each kept table; the derived ones stand in the last column, one under another."""
_WIDTH, _HEIGHT, _GAP_X, _GAP_Y = 214, 176, 46, 34
_ROWS = 5
_CAPTION = 60
"""The line over the derived tables is longer than they are wide."""
_LEFT, _TOP, _LINE, _SIZE = 20, 66, 15, 12
_MOST = 9
"""Columns that a box names; an ellipsis stands for the others."""
_SMALL = 62
_CSS = (
    "text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#1f2328}"
    ".h{font-weight:700}.t{font:600 15px system-ui,sans-serif}.n{font:13px system-ui,sans-serif;fill:#59636e}"
    ".k{fill:#ffffff;stroke:#0969da}.d{fill:#f6f8fa;stroke:#818b98;stroke-dasharray:5 4}"
    ".a{stroke:#818b98;fill:none;marker-end:url(#tip)}.bg{fill:#ffffff}"
)


def draw() -> str:
    """Give the picture as SVG."""
    derived = [table for table in reversed(schema.DERIVED)]
    right = _LEFT + 3 * (_WIDTH + _GAP_X) + 24
    width, height = right + _WIDTH + _LEFT + _CAPTION, _TOP + _ROWS * (_HEIGHT + _GAP_Y) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img" '
        f'aria-label="Tables of the ledger"><style>{_CSS}</style>',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z" fill="#818b98"/></marker></defs>',
        f'<rect class="bg" width="{width}" height="{height}"/>',
        _text(_LEFT, 26, "Kept", "t"),
        _text(_LEFT, 46, "append-only: the database refuses UPDATE and DELETE; each row has its digest", "n"),
        _text(right, 26, "Derived", "t"),
        _text(right, 46, "what holds now; made anew on demand", "n"),
    ]
    parts += [line for table in schema.SEALED for line in _arrows(table)]
    for table in schema.SEALED:
        parts += _box(table, *_corner(table.name), _HEIGHT, "k", _MOST)
    step = (_ROWS * (_HEIGHT + _GAP_Y) - _GAP_Y) // (len(derived) + 1)
    for number, table in enumerate(derived):
        parts += _box(table, right, _TOP + number * step, step - 14, "d", max(3, (step - 44) // _LINE))
    words = ["words", "index of folded terms: FTS5 or tsvector"]
    at = _TOP + len(derived) * step
    parts.append(f'<rect class="d" x="{right}" y="{at}" width="{_WIDTH}" height="{_SMALL}" rx="6"/>')
    parts += [_text(right + 10, at + 20, words[0], "h"), _text(right + 10, at + 40, "index of folded terms", "")]
    return "\n".join([*parts, "</svg>", ""])


def _corner(name: str) -> tuple[int, int]:
    column, row = _PLACES[name]
    return _LEFT + column * (_WIDTH + _GAP_X), _TOP + row * (_HEIGHT + _GAP_Y)


def _box(table: Table, x: int, y: int, height: int, kind: str, most: int) -> list[str]:
    names = [column.name for column in table.columns if column.name not in ("seq", "digest") or table.name == "blob"]
    shown = names if len(names) <= most else [*names[: most - 1], f"… {len(names) - most + 1} more"]
    lines = [f'<rect class="{kind}" x="{x}" y="{y}" width="{_WIDTH}" height="{height}" rx="6"/>']
    lines.append(_text(x + 10, y + 20, table.name, "h"))
    lines += [_text(x + 10, y + 40 + _LINE * number, name, "") for number, name in enumerate(shown)]
    return lines


def _arrows(table: Table) -> list[str]:
    found: list[str] = []
    for other in sorted({key.column.table.name for key in table.foreign_keys}):
        (x1, y1), (x2, y2) = _corner(table.name), _corner(other)
        start, end = _edge(x1, y1, x2, y2), _edge(x2, y2, x1, y1)
        found.append(f'<path class="a" d="M{start[0]},{start[1]} L{end[0]},{end[1]}"/>')
    return found


def _edge(x: int, y: int, to_x: int, to_y: int) -> tuple[int, int]:
    """Give the middle of the side of a box that looks at another."""
    if to_x == x:
        return x + _WIDTH // 2, y + (_HEIGHT if to_y > y else 0)
    return x + (_WIDTH if to_x > x else 0), y + _HEIGHT // 2


def _text(x: int, y: int, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(words)}</text>'


def main(path: Path = PICTURE) -> int:
    """Write the picture."""
    path.write_text(draw(), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
