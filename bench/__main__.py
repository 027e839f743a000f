"""Run every measurement, print one table, write out/bench.json.

python -m bench [speed|length|process|dates|events|ledger|large ...] [--texts FOLDER]
"""

from __future__ import annotations

import argparse
import json
import platform
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from bench.build import describe_rules
from bench.clock import pin_to_one_core
from bench.table import build_tables
from bench.texts import SAMPLES, load_sentences

OUT = Path("out") / "bench.json"


def main() -> None:
    """Measure what was asked for, all by default."""
    ask = argparse.ArgumentParser(prog="python -m bench", description=__doc__.partition("\n")[0] if __doc__ else None)
    ask.add_argument("parts", nargs="*", choices=[[], *_PARTS], metavar="|".join(_PARTS))
    ask.add_argument("--texts", type=Path, default=SAMPLES, help="folder of .txt pages to make the texts from")
    args = ask.parse_args()
    core = pin_to_one_core()
    sentences = load_sentences(args.texts)
    results: dict[str, Any] = {
        "machine": {
            "python": platform.python_version(),
            "system": platform.system(),
            "core": core,
            "rules": describe_rules(),
            "python_built_with": [word for word in ("optimizations", "lto") if word in _build_options()],
        },
    }
    for name in args.parts or _PARTS:
        results[name] = _PARTS[name](sentences)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    console = Console()
    for table in build_tables(results):
        console.print(table)
    console.print(f"written to {OUT}")


def _build_options() -> str:
    """Give the options that Python was built with: one built without profile and link-time optimisation is a good tenth slower."""
    return str(sysconfig.get_config_var("CONFIG_ARGS") or "")


def _process(sentences: list[str]) -> dict[str, Any]:
    from bench.process import measure_process

    return measure_process(sentences)


def _speed(sentences: list[str]) -> dict[str, Any]:
    from bench.speed import measure_speed

    return measure_speed(sentences)


def _length(sentences: list[str]) -> dict[str, Any]:
    from bench.speed import measure_linearity

    return measure_linearity(sentences)


def _dates(sentences: list[str]) -> dict[str, Any]:
    from bench.dates import measure_dates

    return measure_dates()


def _events(sentences: list[str]) -> dict[str, Any]:
    from bench.events import measure_events

    return measure_events()


def _ledger(sentences: list[str]) -> dict[str, Any]:
    from bench.ledger import measure_ingest

    return measure_ingest(sentences)


def _large(sentences: list[str]) -> dict[str, Any]:
    from bench.ledger import measure_large

    return measure_large(sentences)


_PARTS: dict[str, Callable[[list[str]], dict[str, Any]]] = {
    "process": _process,
    "speed": _speed,
    "length": _length,
    "dates": _dates,
    "events": _events,
    "ledger": _ledger,
    "large": _large,
}

if __name__ == "__main__":
    main()
