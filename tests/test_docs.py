"""The documentation does what it says: commands run, links lead somewhere, the reference is what the code is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest

from riwaya.config import Settings
from riwaya.model.attribution import STANCES
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES
from tools.docs_blocks import Session, iter_blocks
from tools.docs_code import SPARE_WORDS, iter_records
from tools.docs_tables import find_hooks, iter_commands, iter_errors
from tools.figures import fill_figures
from tools.ledger_picture import draw
from tools.reference import PAGES, find_old_pages

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
ALL = sorted(
    [ROOT / "README.md", ROOT / "evals" / "README.md", ROOT / "requirements" / "README.md", *DOCS.rglob("*.md")]
)
RUN = [
    ROOT / "README.md",
    *(
        DOCS / name
        for name in (
            "tutorial.md",
            "add-words.md",
            "events.md",
            "policies.md",
            "ledger.md",
            "exports.md",
            "notebooks.md",
        )
    ),
]
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
FENCED = re.compile(r"(?ms)^```.*?^```$")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors_of(path: Path) -> set[str]:
    heads = re.findall(r"(?m)^#+ +(.+)$", FENCED.sub("", text_of(path)))
    named = re.findall(r"<a id=\"([^\"]+)\"", text_of(path))
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads} | set(named)


@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_every_command_and_program_of_a_page_runs(page, tmp_path):
    session = Session(tmp_path)
    for block in iter_blocks(text_of(page)):
        runs = session.run(block)
        for run in runs:
            assert run.status == 0, f"{run.command}\n{run.output}"
            assert "Traceback" not in run.output
        for words in block.all_of("expect"):
            assert words in "".join(run.output for run in runs)


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_every_link_leads_to_a_file_and_a_heading(page):
    for found in LINK.finditer(FENCED.sub("", text_of(page))):
        link = found[1] or found[2]
        if link.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link} leads nowhere"
        assert target.is_relative_to(ROOT), f"{link} leads out of the repository"
        if anchor and target.suffix == ".md":
            assert anchor in anchors_of(target), f"{link}: no such heading"


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_no_page_names_a_machine_or_a_package_index(page):
    text = text_of(page)
    assert not re.search(r"/(?:home|root|work|Users|tmp)/\w", text)
    assert not re.search(r"(?i)https?://(?:pypi|[\w.-]*(?:artifactory|nexus|devpi|localhost))", text)


def test_every_page_is_on_the_map():
    index = text_of(DOCS / "index.md")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*") if path.suffix in {".md", ".json"}]
    assert [page for page in pages if page != "index.md" and f"({page})" not in index] == []


def test_the_reference_is_what_the_code_gives():
    assert find_old_pages() == [], "make reference"


def test_every_command_and_option_is_in_the_reference():
    page = text_of(REFERENCE / "cli.md")
    for path, command in iter_commands():
        assert f"## `{path}`" in page
        assert command.help, f"{path} does not say what it does"
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{path} {option.opts[0]} does not say what it does"
                assert option.opts[0] in page


def test_every_error_is_in_the_reference():
    page = text_of(REFERENCE / "errors.md")
    for error in iter_errors():
        assert f"| `{error.code}` | `{error.__name__}` |" in page


def test_every_setting_is_in_the_reference():
    page = text_of(REFERENCE / "settings.md")
    for name in Settings.__dataclass_fields__:
        assert f"| RIWAYA_{name.upper()} |" in page


def test_every_hook_is_described():
    page = text_of(REFERENCE / "plugins.md")
    assert [name for name in find_hooks() if f"### `{name}`" not in page] == []


def test_every_field_of_every_record_says_what_it_holds():
    silent = [f"{record.name}.{field.name}" for record in iter_records() for field in record.fields if not field.says]
    assert silent == [], f"write it under the field, or in {name_of(SPARE_WORDS)}"


def test_no_spare_words_are_left_for_fields_that_speak_for_themselves():
    import tomllib

    spare = tomllib.loads(text_of(SPARE_WORDS))
    needed = {(record.name, field.name) for record in iter_records() for field in record.fields if not field.own}
    assert [(name, field) for name, fields in spare.items() for field in fields if (name, field) not in needed] == []


@pytest.mark.parametrize("words", [EVENT_TYPES, MEASURES, STANCES], ids=["types", "measures", "stances"])
def test_the_guideline_explains_every_word_of_a_closed_list(words):
    page = text_of(DOCS / "guideline.md")
    assert [word for word in words if f"| `{word}` |" not in page] == []


def test_rules_of_the_guideline_have_ids_of_their_own():
    ids = re.findall(r"(?m)^\*\*(G-[A-Z]+-\d+)\*\*", text_of(DOCS / "guideline.md"))
    assert len(ids) > 30
    assert len(ids) == len(set(ids))


def test_rules_that_are_cited_exist():
    known = set(re.findall(r"\*\*(G-[A-Z]+-\d+)\*\*", text_of(DOCS / "guideline.md")))
    files = [*ALL, *(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.toml")]
    cited = {cite for path in files for cite in re.findall(r"\bG-[A-Z]+-\d+\b", text_of(path))}
    assert cited - known == set()


def test_the_readme_is_what_the_package_index_shows():
    assert 'readme = "README.md"' in text_of(ROOT / "pyproject.toml")
    assert text_of(ROOT / "README.md").startswith("# Riwaya")


@pytest.mark.parametrize("picture", sorted((DOCS / "images").glob("*.svg")), ids=name_of)
def test_a_picture_is_an_image_that_loads_nothing_from_elsewhere(picture):
    assert ElementTree.fromstring(text_of(picture)).tag.endswith("svg")
    assert not re.search(r"https?://(?!www\.w3\.org)", text_of(picture))


def test_the_picture_of_the_ledger_shows_the_tables_as_they_are():
    assert text_of(DOCS / "images" / "ledger.svg") == draw(), "make picture"


def test_the_schema_of_the_reference_is_json():
    assert json.loads(text_of(REFERENCE / "analysis-schema.json"))["$id"] == "urn:riwaya.analysis:1"


def test_figures_are_written_between_their_marks_and_nowhere_else():
    page = "before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n"
    report = {"schema": "riwaya.eval/1", "figures": {"documents": 3, "claims": 40, "claim_f1": 0.8123}, "failed": []}
    filled = fill_figures(page, report, "three pages of nobody's paper")
    assert filled.startswith("before\n<!-- figures -->\n")
    assert filled.endswith("<!-- /figures -->\nafter\n")
    assert "old" not in filled
    assert "81.2 %" in filled
    assert fill_figures(filled, report, "three pages of nobody's paper") == filled


def test_every_page_of_the_reference_is_made_or_known():
    written = {"evaluation.md", "plugins.md"}
    assert {path.name for path in REFERENCE.iterdir()} == set(PAGES) | written
