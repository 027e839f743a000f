"""The lock files install the same files from any index, or nothing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def _pins(name: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / "requirements" / name).read_text(encoding="utf8")))


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "followthemoney.txt"])
def test_every_package_is_pinned_by_hash_and_no_index_is_named(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf8")
    assert not re.search(r"://|--(?!hash=)", text)
    wanted = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(wanted) == len(_pins(name)) > 10
    assert all(
        re.search(r"^    --hash=sha256:", part) for part in re.split(r"^\S+==.*\n", text, flags=re.MULTILINE)[1:]
    )


def test_the_tools_lock_holds_the_same_versions_as_the_lean_one():
    lean = _pins("run.txt")
    assert lean.items() <= _pins("dev.txt").items()


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[\[<>=!~ ]", one)[0].lower() for one in requirements}

    assert names(project["dependencies"]) <= _pins("run.txt").keys()
    assert names(project["optional-dependencies"]["dev"]) <= _pins("dev.txt").keys()
