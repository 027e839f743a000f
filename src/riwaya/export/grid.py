"""The cells of PRIO-GRID: half a degree each, numbered from the south-west corner of the world, row by row.

Source: PRIO-GRID codebook, ``gid``.
"""

from __future__ import annotations

import math

_COLUMNS = 720
_ROWS = 360


def grid_cell(lat: float, lon: float) -> int:
    """Give the number of the cell that a point lies in, 1 to 259200; what lies on the far edge belongs to the last."""
    row = min(_ROWS - 1, max(0, math.floor((lat + 90) * 2)))
    column = min(_COLUMNS - 1, max(0, math.floor((lon + 180) * 2)))
    return row * _COLUMNS + column + 1
