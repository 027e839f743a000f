"""The notebooks of the documentation run from the first cell to the last, and are kept without what they print."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
SHOWS = {
    "read-a-page.ipynb": ("<mark ", 'dir="rtl"', "Malian spokesman", "ASSAULT"),
    "compare-accounts.ipynb": ("<svg ", "independent origins", "claims on 18 pages", "Malian Armed Forces"),
}
"""What must be among the outputs of each."""
# Run apart: the kernel's sockets and loops end with their process.
RUNNER = """
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=120, startup_timeout=120, kernel_name="python3").execute(cwd=sys.argv[3])
nbformat.write(notebook, sys.argv[2])
"""


def name_of(path: Path) -> str:
    return path.name


def test_there_are_notebooks_and_the_page_about_them_names_each():
    page = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf8")
    assert {path.name for path in NOTEBOOKS} == set(SHOWS)
    assert [path.name for path in NOTEBOOKS if f"(notebooks/{path.name})" not in page] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_is_kept_without_outputs(path):
    kept = json.loads(path.read_text(encoding="utf8"))
    for cell in kept["cells"]:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None
    assert set(kept["metadata"]) == {"kernelspec", "language_info"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_runs_and_shows_what_it_says(path, tmp_path):
    done = tmp_path / "done.ipynb"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "IPYTHONDIR": str(tmp_path / "ipython")}
    run = subprocess.run(
        [sys.executable, "-c", RUNNER, path, done, tmp_path],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert run.returncode == 0, run.stderr
    outputs = [
        output for cell in json.loads(done.read_text(encoding="utf8"))["cells"] for output in cell.get("outputs", [])
    ]
    assert [output for output in outputs if output["output_type"] == "error" or output.get("name") == "stderr"] == []
    shown = "".join(
        "".join(text) for output in outputs for text in (output.get("text", ""), *output.get("data", {}).values())
    )
    for words in SHOWS[path.name]:
        assert words in shown
    assert "<script" not in shown
