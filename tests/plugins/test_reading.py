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
analysis = riwaya.analyze(sys.argv[1], published="2024-07-30", language="ar")
print(json.dumps([[c.trigger.of(sys.argv[1]), [k.source.id for k in c.chain], c.place and c.place.place.id] for c in analysis.claims]))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-compile", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(EXAMPLE)], check=True)
    return folder


def _read(site: Path, switch: str) -> list[list[object]]:
    environment = {"PYTHONPATH": str(site), "RIWAYA_PLUGINS": switch, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", READ, TEXT], env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    return json.loads(done.stdout)


def test_a_plugins_actor_speaks_and_its_place_is_found(site: Path) -> None:
    killed = _read(site, "on")[0]
    assert killed[1:] == [["example:rayah-group"], "example:ayn-al-raml"]


def test_a_plugins_claim_is_added_and_without_plugins_nothing_is(site: Path) -> None:
    on, off = _read(site, "on"), _read(site, "off")
    assert not any(claim[2] == "example:ayn-al-raml" for claim in off)
    assert {claim[0] for claim in off} <= {claim[0] for claim in on}
