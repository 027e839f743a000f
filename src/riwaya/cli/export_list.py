"""What `riwaya export --list` prints: shapes, policies, redaction profiles, schemes of ids."""

from __future__ import annotations

from riwaya.cli.bidi import isolate_runs, wrap_words
from riwaya.cli.output import terminal_width

_INDENT = "   "


def list_exports() -> str:
    """Give everything that an export can be asked for, as text."""
    from riwaya.export import SCHEMES, load_profiles, load_shapes
    from riwaya.stages.reconcile import load_policies

    lines: list[str] = ["Shapes"]
    for shape in load_shapes().values():
        fitting = [one.id for one in load_policies() if not shape.methods or one.method in shape.methods]
        policies = f"Policies: {', '.join(fitting)}." if shape.policy else "No policy: nothing is chosen."
        extra = f" Needs riwaya[{shape.extra}]." if shape.extra else ""
        lines += _entry(shape.name, f"{shape.title}. {policies}{extra}")
    lines += ["", "Redaction profiles (--redact)"]
    for profile in load_profiles():
        lines += _entry(profile.id, profile.rule.en)
    lines += ["", "Schemes of a table of ids (--ids)"]
    for name, meaning in SCHEMES.items():
        lines += _entry(name, meaning)
    return "\n".join(lines) + "\n"


def _entry(name: str, words: str) -> list[str]:
    told = wrap_words(words, terminal_width() - 2 * len(_INDENT))
    return [f"{_INDENT}{name}", *(_INDENT * 2 + isolate_runs(line) for line in told)]
