"""The templates of the desk: where they lie, what they may call."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def build_environment() -> Environment:
    """Build the templates' environment: everything is escaped, and a name that is none is an error."""
    return Environment(
        loader=PackageLoader("riwaya.serve", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
