"""The documentation as a site: every page is there, no link breaks, nothing is fetched from elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOADS = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "object": "data",
}
LINK_KINDS = {"canonical", "next", "prev"}


class Loads(HTMLParser):
    """Collects what a page loads, where its links lead, and its words outside code."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        address = told.get(LOADS.get(tag, ""))
        if address and told.get("rel") not in LINK_KINDS:
            self.loads.append(address)
        if tag == "a" and told.get("href"):
            self.links.append(told["href"])
        if tag in {"code", "pre", "script"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data):
        if not self.open:
            self.words.append(data)


def build(home: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        home / "mkdocs.yml",
        "--site-dir",
        site,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)


def read(page: Path) -> Loads:
    found = Loads()
    found.feed(page.read_text(encoding="utf8"))
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("built") / "site"
    done = build(ROOT, made)
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Loads]:
    return {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture
def copy(tmp_path) -> Path:
    """A checkout of which the pages may be changed."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("docs", "tools"):
        shutil.copytree(ROOT / name, home / name)
    for path in ROOT.iterdir():
        if path.name not in {"docs", "tools", "out", ".venv", ".git"}:
            (home / path.name).symlink_to(path)
    (home / "mkdocs.yml").unlink()
    shutil.copy(ROOT / "mkdocs.yml", home / "mkdocs.yml")
    return home


def test_every_page_of_the_documentation_is_on_the_site(site, pages):
    for path in (ROOT / "docs").rglob("*.md"):
        name = path.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
        assert name.replace("README.html", "index.html") in pages


def test_the_site_asks_nothing_of_any_other_server(site, pages):
    for name, page in pages.items():
        away = [load for load in page.loads if re.match(r"(?:[a-z]+:)?//", load)]
        assert away == [], name
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        loaded = re.findall(
            r"(?:url\(|@import\s+|importScripts\()\s*['\"]?((?:https?:)?//[^)'\"]+)", path.read_text(encoding="utf8")
        )
        assert loaded == [], path.name


def test_links_and_pictures_of_every_page_lead_to_files_of_the_site(site, pages):
    for name, page in pages.items():
        for link in (*page.links, *page.loads):
            path = link.partition("#")[0].partition("?")[0]
            if path and not re.match(r"[a-z]+:", path) and name != "404.html":
                assert ((site / name).parent / path).resolve().exists(), f"{name}: {link}"


def test_no_page_shows_marks_of_its_source(pages):
    for name, page in pages.items():
        text = "".join(page.words)
        assert "```" not in text, name
        assert "| --- |" not in text, name
        assert not re.search(r"(?m)^ *- \S", text), f"{name}: a list was not taken for one"


def test_accuracy_shows_the_figures_of_the_readme_and_no_copy_of_them(pages):
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    rows = re.findall(r"(?m)^\| .* \| (.* %) \| `(\w+)` \|$", readme)
    assert len(rows) > 10
    shown = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf8")
    text = "".join(pages["accuracy.html"].words)
    for percent, _ in rows:
        assert percent in text
        assert percent not in shown
    assert "Arabic only, for now." in text


def test_the_page_on_citing_shows_the_citation_file(site):
    page = (site / "cite.html").read_text(encoding="utf8")
    for line in (ROOT / "CITATION.cff").read_text(encoding="utf8").splitlines()[:3]:
        assert line in page


def test_nested_lists_of_a_source_are_nested_on_the_site(site):
    assert re.search(
        r"<li>[^<]*<a href=\"decisions/index.html\">Decisions</a>[^<]*<ul>",
        (site / "index.html").read_text(encoding="utf8"),
    )


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("nowhere.md", "nowhere.md"),
        ("tutorial.md#no-such-heading", "no-such-heading"),
        ("../nothing.toml", "nothing.toml"),
    ],
)
def test_a_link_that_leads_nowhere_stops_the_build(copy, tmp_path, link, says):
    page = copy / "docs" / "ethics.md"
    page.write_text(page.read_text(encoding="utf8") + f"\nSee [this]({link}).\n", encoding="utf8")
    done = build(copy, tmp_path / "site")
    assert done.returncode != 0
    assert says in done.stderr


def test_a_page_that_is_missing_or_in_no_menu_stops_the_build(copy, tmp_path):
    (copy / "docs" / "stray.md").write_text("# Stray\n", encoding="utf8")
    assert "stray.md" in build(copy, tmp_path / "site").stderr
    (copy / "docs" / "stray.md").unlink()
    (copy / "docs" / "scale.md").unlink()
    done = build(copy, tmp_path / "site")
    assert done.returncode != 0
    assert "scale.md" in done.stderr


def test_a_part_of_a_page_that_is_gone_stops_the_build(copy, tmp_path):
    page = copy / "docs" / "cite.md"
    page.write_text("# Cite\n\n<!-- from: README.md#no-such-part -->\n", encoding="utf8")
    done = build(copy, tmp_path / "site")
    assert done.returncode != 0
    assert "no heading no-such-part" in done.stderr
