"""Which build of the package is measured."""

from __future__ import annotations

from riwaya.lang import tokens


def describe_rules() -> str:
    """Say whether the rules run as machine code (`python -m tools.compiled`) or as Python reads them."""
    return "as Python" if str(tokens.__file__).endswith(".py") else "compiled"
