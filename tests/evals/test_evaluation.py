from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.errors import DocumentBinary, DocumentMissing
from riwaya.evals import evaluate, render_report, report_json, score_analyses
from riwaya.model.analysis import Analysis, Article
from riwaya.model.document import Document, Hints, Page
from riwaya.model.span import Span
from tests.evals.making import BODY, GOLD, TEXT, make_folder, make_gold, make_reading, write_reading

INDEX = "id\tlang\toutlet\tdate\turl\npage\tar\tThe Valley Post\t{date}\thttps://valley.example/1\n"


class Reader:
    """Finds the body and no claim; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[bytes, str, Hints]] = []

    def __call__(self, source: bytes, /, *, name: str, hints: Hints) -> Analysis:
        self.asked.append((source, name, hints))
        start = TEXT.index(BODY)
        document = Document(
            id="d", page_name=name, text=TEXT, role="article", language="ar", body=Span(start, start + len(BODY))
        )
        page = Page(name=name, sha256="0", text=TEXT, is_html=False, encoding="utf-8")
        return Analysis(page=page, articles=(Article(document=document, claims=()),))


def test_the_reader_gets_the_page_and_what_the_index_says(tmp_path: Path) -> None:
    gold_dir, text_dir = make_folder(tmp_path)
    (text_dir / "index.tsv").write_text(INDEX.format(date="~2031-03-05"), encoding="utf8")
    reader = Reader()
    report = evaluate(gold_dir, text_dir, analyse=reader)
    assert reader.asked == [
        (
            TEXT.encode(),
            "page.txt",
            Hints(published="2031-03-05", outlet="The Valley Post", url="https://valley.example/1", language="ar"),
        )
    ]
    assert report.figures["article_recall"] == 1.0
    assert report.figures["claim_recall"] == 0.0


def test_a_date_short_of_a_day_takes_the_annotated_one(tmp_path: Path) -> None:
    gold_dir, text_dir = make_folder(tmp_path)
    (text_dir / "index.tsv").write_text(INDEX.format(date="2031-03"), encoding="utf8")
    reader = Reader()
    evaluate(gold_dir, text_dir, analyse=reader)
    assert reader.asked[0][2].published == "2031-03-05"


def test_a_page_outside_every_index_gets_no_hint(tmp_path: Path) -> None:
    reader = Reader()
    evaluate(*make_folder(tmp_path), analyse=reader)
    assert reader.asked[0][2] == Hints()


def test_a_page_that_cannot_be_read_is_missed_and_named(tmp_path: Path) -> None:
    def fail(source: bytes, /, *, name: str, hints: Hints) -> Analysis:
        raise DocumentBinary(f"{name} is binary.")

    report = evaluate(*make_folder(tmp_path), analyse=fail)
    assert report.failed[0].startswith("page: RW103")
    assert report.figures["claim_recall"] == 0.0
    assert report.figures["documents"] == 1


def test_printed_readings_are_scored_from_their_folder(tmp_path: Path) -> None:
    gold_dir, text_dir = make_folder(tmp_path)
    reading = make_reading(make_gold(tmp_path / "copy"), TEXT)
    write_reading(tmp_path / "out", "page", reading)
    report = score_analyses(gold_dir, text_dir, tmp_path / "out")
    assert report.figures["fully_right"] == 1.0
    assert [document.id for document in report.documents] == ["page"]


@pytest.mark.parametrize("content", ["[1]", "{", '{"articles": 3}', '{"articles": [{"body": {"start": 3, "end": 1}}]}'])
def test_a_file_that_is_no_analysis_counts_as_missed_and_is_named(tmp_path: Path, content: str) -> None:
    gold_dir, text_dir = make_folder(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    (out / "page.json").write_text(content, encoding="utf8")
    report = score_analyses(gold_dir, text_dir, out)
    assert len(report.failed) == 1
    assert report.figures["claim_recall"] == 0.0


def test_gold_without_a_page_and_wrong_quotes_are_problems(tmp_path: Path) -> None:
    gold_dir, text_dir = make_folder(tmp_path, gold=GOLD.replace("head: مقتل", "head: مصرع"))
    (gold_dir / "other.yaml").write_text(GOLD, encoding="utf8")
    report = score_analyses(gold_dir, text_dir, tmp_path)
    assert report.problems == ("no text for other.yaml", "page.yaml: claim c2 head: not in the text: 'مصرع'")


def test_only_the_documents_asked_for_are_measured(tmp_path: Path) -> None:
    gold_dir, text_dir = make_folder(tmp_path)
    assert score_analyses(gold_dir, text_dir, tmp_path, only={"other"}).figures["documents"] == 0


def test_a_missing_folder_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentMissing, match="RW101"):
        score_analyses(tmp_path / "none", tmp_path, tmp_path)


def test_the_report_prints_figures_strata_documents_and_errors(tmp_path: Path) -> None:
    report = evaluate(*make_folder(tmp_path), analyse=Reader())
    printed = render_report(report, errors=True, documents=True)
    assert "article_recall           1.0" in printed
    assert "claims: relayed" in printed
    assert "missed c1" in printed
    assert json.loads(json.dumps(report_json(report)))["figures"] == report.figures
