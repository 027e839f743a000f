"""What import-linter cannot see; the layers themselves are in pyproject.toml and checked by `make test`."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import riwaya

ROOT = Path(riwaya.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
STAGES = ["acquire", "annotate", "attribute", "claim", "cluster", "reconcile"]
MAX_LINES = 400
MAX_FUNCTION_LINES = 50
BANNED_NAMES = {"util", "utils", "helper", "helpers", "misc", "common", "data", "info"}
EDGE = {"collect/guard.py", "cli/serve.py"}
"""The doors to the network: one out, one in."""
NETWORK = {"urllib.request", "http.client", "ftplib", "smtplib", "socket"}


def _imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_module_is_small_and_says_what_it_is(module):
    source = module.read_text(encoding="utf8")
    assert source.count("\n") <= MAX_LINES
    assert ast.get_docstring(ast.parse(source))
    assert module.stem not in BANNED_NAMES


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_function_fits_a_screen(module):
    long = [
        node.name
        for node in ast.walk(ast.parse(module.read_text(encoding="utf8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    ]
    assert long == []


@pytest.mark.parametrize("module", sorted((ROOT / "model").glob("*.py")), ids=_name)
def test_the_model_stands_on_the_standard_library_alone(module):
    foreign = {name for name in _imported(module) if name.split(".")[0] not in sys.stdlib_module_names | {"riwaya"}} | {
        name for name in _imported(module) if name.startswith("riwaya.") and not name.startswith("riwaya.model")
    }
    assert foreign == set()


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_nothing_opens_a_network_but_its_doors(module):
    assert _imported(module) & NETWORK == set() or _name(module) in EDGE


def test_the_order_of_stage_folders_is_the_order_of_work():
    folders = sorted(path.parent.name for path in (ROOT / "stages").glob("*/__init__.py"))
    assert folders == STAGES


def test_packs_hold_no_code():
    assert [path.name for path in (ROOT / "packs").rglob("*.py")] == []


def test_the_public_face_is_small_and_every_name_on_it_loads():
    assert len(riwaya.__all__) <= 40
    for name in riwaya.__all__:
        assert getattr(riwaya, name) is not None
    assert set(dir(riwaya)) == set(riwaya.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = riwaya.nothing


def test_importing_the_package_loads_none_of_its_parts():
    code = "import sys, riwaya; print(sorted(m for m in sys.modules if m.startswith('riwaya.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_layer_is_named_in_the_contract():
    config = tomllib.loads((ROOT.parents[1] / "pyproject.toml").read_text(encoding="utf8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {name.strip().removeprefix("riwaya.") for layer in layers for name in layer.split("|")}
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    modules = {path.stem for path in ROOT.glob("*.py")} - {"__init__", "__main__"}
    assert (folders | modules) - named == set()
