"""The brief: one file, offline, in three languages, with nothing that runs."""

from __future__ import annotations

import re
import shutil
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from riwaya.cli.commands import Options, commands
from riwaya.errors import ExportInvalid, RendererMissing
from riwaya.export import Wanted, reporting
from riwaya.export.reporting import make_pdf, report


def brief(ledger, event, **asked) -> str:
    return report(ledger.view, Wanted(ids=(event,)), **asked).decode("utf8")


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_a_brief_stands_in_its_language_and_loads_nothing(ledger, ambush, language, direction):
    page = brief(ledger, ambush, language=language)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|@import|url\(|javascript:", page)
    title = ledger.event(ambush).title
    assert f'<h1 dir="auto">{getattr(title, language)}</h1>' in page


def test_a_brief_holds_accounts_words_sources_and_digests(ledger, ambush):
    page = brief(ledger, ambush)
    found = ledger.accounts(ambush)
    for account in found.accounts:
        assert account.originator.name.replace("'", "&#39;") in page
        for toll in account.tolls:
            assert all(" ".join(words.split()) in page for words in toll.words)
    documents = {kept.document.id: kept for kept in ledger.documents()}
    for told in found.event.claims:
        kept = documents[told.document_id]
        assert kept.raw_digest in page
        assert kept.url is None or kept.url in page
    assert ledger.verify().head in page
    assert "not confidence intervals" in page


def test_pictures_of_a_brief_are_sound_svg(ledger, ambush):
    pictures = re.findall(r"<svg.*?</svg>", brief(ledger, ambush), flags=re.DOTALL)
    assert len(pictures) >= 2
    for picture in pictures:
        assert ElementTree.fromstring(picture).tag.endswith("svg")


def test_markup_in_a_page_stays_words(tmp_path):
    import riwaya

    with riwaya.open(tmp_path / "l.db", who="tester") as ledger:
        (tmp_path / "p.txt").write_text(
            "هجوم\n\nأعلن الجيش المالي أن سبعة من جنوده قتلوا في كمين قرب مدينة تمبكتو يوم الثلاثاء 15 أبريل 2031.\n",
            encoding="utf8",
        )
        ledger.ingest(
            tmp_path / "p.txt", published="2031-04-18", outlet="<script>alert(1)</script>", url="javascript:alert(1)"
        )
        page = report(ledger.view, Wanted()).decode("utf8")
        plain = report(ledger.view, Wanted(), form="md").decode("utf8")
    assert "<script" not in page
    assert "javascript:" not in page + plain
    assert "&lt;script&gt;" in page
    assert "<script" not in plain


def test_markdown_and_pdf_are_made_too(ledger, ambush):
    plain = brief(ledger, ambush, form="md")
    assert plain.startswith("# ")
    assert "| Who says it |" in plain
    if not any(map(shutil.which, reporting._BROWSERS)):
        pytest.skip("no browser here that makes PDF")
    made = report(ledger.view, Wanted(ids=(ambush,)), form="pdf", language="ar")
    assert made.startswith(b"%PDF-")
    assert len(made) > 10_000


def test_without_a_browser_pdf_has_a_code(monkeypatch):
    monkeypatch.setattr(reporting.shutil, "which", lambda _: None)
    with pytest.raises(RendererMissing) as caught:
        make_pdf("<p>")
    assert caught.value.code == "RW606"
    monkeypatch.setenv("RIWAYA_BROWSER", "/bin/false")
    with pytest.raises(RendererMissing, match="status 1"):
        make_pdf("<p>")


def test_what_cannot_be_briefed_is_refused(ledger):
    for asked in ({"form": "docx"}, {"language": "de"}):
        with pytest.raises(ExportInvalid, match="no brief"):
            report(ledger.view, Wanted(), **asked)
    with pytest.raises(ExportInvalid, match="No events"):
        report(ledger.view, Wanted(type="SANCTION", place="NZ"))


def test_a_brief_withholds_what_a_profile_withholds(ledger):
    page = report(ledger.view, Wanted(), redaction="private-persons").decode("utf8")
    assert "زرقون" not in page


def test_the_command_writes_a_file_by_its_ending(ledger_file, tmp_path):
    out = tmp_path / "deep" / "brief.md"
    done = CliRunner().invoke(
        commands,
        ["report", "--ledger", str(ledger_file), "--place", "ML", "--limit", "2", "-o", str(out)],
        obj=Options(),
    )
    assert done.exit_code == 0, done.output
    assert out.read_text(encoding="utf8").count("## Accounts side by side") == 2


@pytest.mark.parametrize(("language", "army"), [("ar", "القوات المسلحة (مالي)"), ("fr", "Forces armées (Mali)")])
def test_a_brief_names_actors_and_counts_in_its_language(ledger, ambush, language, army):
    page = brief(ledger, ambush, language=language)
    assert f'<td dir="auto">{army}</td>' in page
    words = re.sub(r"<small.*?</small>", "", page)
    assert "Malian Armed Forces" not in words
    assert " killed" not in words
