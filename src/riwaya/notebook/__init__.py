"""Results as a notebook shows them: tables and texts with their claims marked, right to left where the words are.

In a notebook, once::

    %load_ext riwaya.notebook

From then on an `Analysis`, an `Event`, a `Reconciliation`, a `ToldClaim`, a `KeptClaim` and `Rows` of anything at the end
of a cell are shown. Without that, `show` gives the same for one record, and `draw_moves` the picture of how accounts moved.
What is shown is HTML and SVG without a script, every word of a page escaped, and nothing is loaded from elsewhere.
"""

from __future__ import annotations

from typing import Any

from riwaya.notebook.displays import KINDS, Shown, draw_moves, show

__all__ = ["Shown", "draw_moves", "load_ipython_extension", "show", "unload_ipython_extension"]


def load_ipython_extension(ipython: Any) -> None:
    """Have IPython show records; called by ``%load_ext riwaya.notebook``."""
    shows = ipython.display_formatter.formatters["text/html"]
    for kind, display in KINDS.items():
        shows.for_type(kind, display)


def unload_ipython_extension(ipython: Any) -> None:
    """Have IPython show records plainly again; called by ``%unload_ext riwaya.notebook``."""
    shows = ipython.display_formatter.formatters["text/html"]
    for kind in KINDS:
        shows.pop(kind, None)
