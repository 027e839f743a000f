"""The brief: one file, offline, in three languages, with nothing that runs."""

from __future__ import annotations

import re
import shutil
from html import unescape
from string import Formatter
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from riwaya.cli.commands import Options, commands
from riwaya.errors import ExportInvalid, RendererMissing
from riwaya.export import Options as Options_
from riwaya.export import Wanted, reporting
from riwaya.export.drawing import draw_chains
from riwaya.export.happening import Setting, make_happening
from riwaya.export.redaction import load_profiles
from riwaya.export.reporting import make_pdf, report
from riwaya.export.tongue import Tongue
from riwaya.ledger.stream import streaming
from riwaya.stages.reconcile import SENTENCES


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
    assert "Malian Armed Forces" not in page
    assert " killed" not in page


ENGLISH = re.compile(r"\b(?:says|against|denies|tells|gives|names|account|lowest|no number|between|itself)\b")
"""Words of the English reasons."""


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("policy", ["range-of-accounts", "acled-conservative", "ucdp", "airwars", "as-told-by jnim"])
def test_no_reason_of_a_brief_is_english_in_another_language(ledger, language, policy):
    page = report(ledger.view, Wanted(), language=language, policy=policy, form="md").decode("utf8")
    lines = [line for line in page.splitlines() if line.startswith("- ") or " · " in line or line.startswith("# ")]
    assert len(lines) > 50
    assert [line for line in lines if ENGLISH.search(line)] == []
    assert "{" not in "".join(lines)


def test_every_sentence_of_a_reason_is_told_in_each_language_with_the_same_parts():
    def parts(sentence: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}

    for language in ("ar", "fr"):
        told = Tongue(language).words["reason"]
        assert told.keys() == SENTENCES.keys()
        for rule, sentence in SENTENCES.items():
            assert parts(told[rule]) <= parts(sentence), (language, rule)
            assert parts(sentence) - parts(told[rule]) <= {"names"}, (language, rule)


def test_a_reason_quotes_words_and_says_numbers_in_the_language(ledger, ambush):
    found = ledger.accounts(ambush)
    [one] = [r for r in found.relations if r.kind == "admission" and "sheikh" in r.between]
    said = Tongue("ar").reason(one.reason, one.why, found.accounts)
    assert said == "رواية القوات المسلحة (مالي) نفسها تذكر خسائر («خسائر») بلا رقم؛ وفي رواية شيخ: 20 على الأقل (قتلى)"
    assert Tongue("en").reason(one.reason, one.why, found.accounts) == one.why


def test_losses_without_a_figure_are_no_number(ledger, ambush):
    page = brief(ledger, ambush)
    assert "losses of Malian Armed Forces, no figure" in page
    assert "at least 1 killed or wounded" not in page


def test_a_place_between_two_is_named_in_the_language(ledger, ambush):
    title = ledger.event(ambush).title
    assert (title.ar.split("،")[0], title.fr.split(", ")[1]) == ("كمين بين غاو وأنسونغو", "entre Gao et Ansongo")
    assert "<bdi>بين غاو وأنسونغو</bdi>" in brief(ledger, ambush, language="ar")
    assert "<bdi>entre Gao et Ansongo</bdi>" in brief(ledger, ambush, language="fr")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_what_is_withheld_is_withheld_in_every_language(ledger, language):
    page = report(ledger.view, Wanted(), redaction="public", language=language).decode("utf8")
    assert "زرقون" not in page
    assert "withheld" not in page
    assert {"ar": "[مكان محجوب]", "fr": "[lieu retenu]"}[language] in page
    assert ENGLISH.search(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)) is None


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_brief_says_what_is_withheld(ledger, language, form):
    rule = next(one.rule for one in load_profiles() if one.id == "coarse-places")
    said = unescape(report(ledger.view, Wanted(), redaction="coarse-places", language=language, form=form).decode())
    assert getattr(rule, language) in said
    assert "coarse-places" not in report(ledger.view, Wanted(), language=language, form=form).decode()


def test_a_day_beside_arabic_letters_stands_the_right_way_round(ledger, ambush):
    page = brief(ledger, ambush, language="ar")
    assert re.search(r'<bdi dir="ltr">2031-\d\d-\d\d</bdi>', page)
    assert "\u20662031-03-11\u2069" in brief(ledger, ambush, language="ar", form="md")


@pytest.mark.parametrize("is_right_to_left", [False, True])
def test_a_long_chain_lies_within_its_picture(ledger, ambush, is_right_to_left):
    with streaming(ledger.view.engine) as stream:
        [kept] = stream.events(Wanted(ids=(ambush,)).for_events())
        one = make_happening(kept, Setting(options=Options_(), policy=None, at=""))
        drawn = draw_chains(one, call=lambda _: "م" * 70, relay=lambda _: "و" * 70, is_right_to_left=is_right_to_left)
    picture = ElementTree.fromstring(drawn)
    width = float(picture.attrib["width"])
    boxes = [(float(b.attrib["x"]), float(b.attrib["width"])) for b in picture.iter() if b.tag.endswith("rect")]
    assert width > 760
    assert all(x >= 0 and x + wide <= width for x, wide in boxes)
    assert ("→" in drawn) == is_right_to_left
