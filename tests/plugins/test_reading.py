"""What an installed plugin knows and proposes reaches the analysis."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "plugin_example"
TEXT = "عين الرمل\n\nقالت جماعة الراية إنها قتلت 3 جنود في كمين قرب عين الرمل، وقال شهود إن مسلحين أحرقوا 3 شاحنات."
READ = """
import json, sys
import riwaya
analysis = riwaya.analyze(sys.argv[1], published="2024-07-30", language=sys.argv[2])
print(json.dumps([[c.trigger.of(sys.argv[1]), [k.source.id for k in c.chain], c.place and c.place.place.id] for c in analysis.claims]))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-compile", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(EXAMPLE)], check=True)
    return folder


def _read(site: Path, switch: str, language: str = "ar") -> list[list[object]]:
    environment = {"PYTHONPATH": str(site), "RIWAYA_PLUGINS": switch, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", READ, TEXT, language],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def test_a_plugins_actor_speaks_and_its_place_is_found(site: Path) -> None:
    killed = _read(site, "on")[0]
    assert killed[1:] == [["example:rayah-group"], "example:ayn-al-raml"]


def test_without_plugins_nothing_of_theirs_is_known(site: Path) -> None:
    off = _read(site, "off")
    assert off
    assert "example:" not in json.dumps(off)


def test_a_plugin_reads_what_riwaya_leaves_unread(site: Path) -> None:
    assert _read(site, "off", "fr") == []
    assert [claim[0] for claim in _read(site, "on", "fr")] == ["أحرقوا"]


def test_what_riwaya_has_read_already_is_not_there_twice(site: Path) -> None:
    assert [claim[0] for claim in _read(site, "on")].count("أحرقوا") == 1
