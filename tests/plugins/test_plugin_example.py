"""The example plugin, installed as anybody would install it."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from riwaya.plugins.hookspecs import PROJECT
from riwaya.plugins.manager import installed_plugins
from riwaya.plugins.proposals import add_proposals
from tests.make import make_document

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "plugin_example"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin installed in it; no index is asked."""
    folder = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-compile", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(EXAMPLE)], check=True)
    return folder


@pytest.fixture
def plugins(site: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(site))
    importlib.invalidate_caches()
    installed_plugins.cache_clear()
    return installed_plugins()


def test_an_installed_plugin_is_found_by_its_entry_point(plugins):
    assert "example" in plugins.names


def test_its_actors_outlets_places_and_vectors_are_given(plugins):
    assert "example:suhul-agency" in [entry.id for entry in plugins.outlet_entries()]
    assert "example:rayah-group" in [entry.id for entry in plugins.actor_entries()]
    assert "example:ayn-al-raml" in [entry.id for entry in plugins.gazetteer_entries()]
    assert len(plugins.sentence_vectors(["نار", "دار"])) == 2


def test_its_reader_adds_a_claim_with_its_words(plugins):
    text = "عين الرمل\n\nقال شهود إن مسلحين أحرقوا 3 شاحنات قرب عين الرمل."
    [claim], warnings = add_proposals(make_document(text), [], plugins)
    assert claim.span.of(text) == "أحرقوا 3 شاحنات"
    assert claim.figures[0].low == 3
    assert not warnings


def _hooks() -> list[str]:
    specs = importlib.import_module("riwaya.plugins.hookspecs")
    return [
        name for name, value in vars(specs).items() if name.startswith("riwaya_") and hasattr(value, f"{PROJECT}_spec")
    ]


def test_the_surface_is_found():
    assert len(_hooks()) >= 4


@pytest.mark.parametrize("hook", _hooks())
def test_every_hook_has_a_heading_in_the_reference_a_test_and_an_example(hook):
    reference = (ROOT / "docs" / "reference" / "plugins.md").read_text(encoding="utf8")
    assert f"### `{hook}`" in reference
    tests = (ROOT / "tests" / "plugins" / "test_manager.py").read_text(encoding="utf8")
    assert f"def test_{hook}_" in tests
    example = (EXAMPLE / "src" / "riwaya_example" / "__init__.py").read_text(encoding="utf8")
    assert f"def {hook}(" in example
