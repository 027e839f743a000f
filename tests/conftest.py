"""What every test may ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from riwaya.config import Settings
from riwaya.errors import DocumentBinary
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints
from riwaya.plugins.manager import installed_plugins
from tests.ledger.tested_on import TESTED_ON
from tests.make import make_analysis, make_document, make_page

# No deadline: a test that fails on a busy machine says nothing. The same examples on every run.
settings.register_profile(
    "short", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("short"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

SHARED = Path(__file__).parents[2] / "shared"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that leads which databases this one has tested on."""
    told: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["tested_on"] = dict(TESTED_ON)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Gather what the processes tell."""
    TESTED_ON.update(getattr(node, "workeroutput", {}).get("tested_on", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which databases the ledger was tested on."""
    if TESTED_ON:
        terminalreporter.write_line(f"ledger tested on: {', '.join(f'{k} {v}' for k, v in sorted(TESTED_ON.items()))}")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name raw bytes by their length: packed ones may hold the second of packing, and two processes must agree."""
    return f"{len(val)}-bytes" if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the repository with annotated newspapers, which may not be copied into it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout: the annotated newspapers are not there")
    return SHARED


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("RIWAYA_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _fresh_plugins() -> Iterator[None]:
    yield
    installed_plugins.cache_clear()


@pytest.fixture
def stub_reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], Analysis]:
    """Put a reader in the engine's place that knows one page, so that a command is tested and nothing else."""

    def analyze(
        source: str | bytes, *, name: str = "text", hints: Hints | None = None, settings: Settings | None = None
    ) -> Analysis:
        raw = source.encode() if isinstance(source, str) else source
        if b"\0" in raw:
            raise DocumentBinary(f"{name} is no text.")
        if raw == b"break":
            raise ZeroDivisionError("a bug\nin two lines")
        if not raw.strip():
            return Analysis(page=make_page("", name=name), articles=())
        text = raw.decode()
        page = make_page(text, name=name, metadata=hints or Hints())
        return make_analysis(text=text, page=page, document=make_document(text, page_name=name))

    module = ModuleType("riwaya.pipeline")
    module.analyze = analyze  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "riwaya.pipeline", module)
    return analyze
