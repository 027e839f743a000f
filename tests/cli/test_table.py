from __future__ import annotations

import dataclasses

import pytest
from rich.cells import cell_len

from riwaya.cli.bidi import PDI, RLI
from riwaya.cli.console import MIN_WIDTH
from riwaya.cli.table import render_analysis
from riwaya.model.actor import Participant
from riwaya.model.analysis import Analysis, Article
from riwaya.model.document import Outlet
from tests.make import BRIGADE, TEXT, make_analysis, make_claim, make_document, make_page, make_span


@pytest.mark.parametrize("width", [40, 72, 80, 100, 139, 140, 200])
def test_no_line_is_wider_than_the_terminal_and_the_columns_say_everything(width):
    table = render_analysis(make_analysis(), width=width)
    wide = max(width, MIN_WIDTH)
    assert all(cell_len(line) <= wide for line in table.splitlines())
    whole = " ".join(table.split())
    for word in ("Rayah", "Suhul", "ASSAULT", "Jabal", "killed", "2024-07-27"):
        assert word in whole


@pytest.mark.parametrize("width", [80, 120, 200])
def test_every_arabic_stretch_of_a_cell_is_an_isolate_closed_on_its_line(width):
    document = make_document(outlet=Outlet(id=None, name="صدى الساحل"))
    analysis = make_analysis(make_claim(), make_claim(chain=()), document=document)
    for line in render_analysis(analysis, width=width).splitlines():
        assert line.count(RLI) == line.count(PDI)
        outside, depth = "", 0
        for letter in line:
            depth += (letter == RLI) - (letter == PDI)
            outside += letter if depth == 0 else ""
        assert not any("\u0600" <= letter <= "\u06ff" for letter in outside)


def test_the_words_stand_beside_the_reading():
    table = render_analysis(make_analysis(), width=200)
    for words in ("قتلت", "جماعة الراية", "وكالة السهول", "20 على الأقل", "عين الرمل", "السبت"):
        assert f"«{RLI}{words}{PDI}»" in table


def test_an_outlet_in_its_own_voice_says_so():
    table = render_analysis(make_analysis(make_claim(chain=(), agents=())), width=200)
    assert "Sada al-Sahil, in its own" in table


def test_denial_and_doubt_are_said():
    table = render_analysis(make_analysis(make_claim(polarity="denied", certainty="hedged")), width=200)
    assert "(denied," in table
    assert "hedged)" in table


def test_what_is_carried_over_is_said():
    claim = make_claim()
    assert claim.time
    carried = dataclasses.replace(claim, time=dataclasses.replace(claim.time, inherited=True))
    assert "carried" in render_analysis(make_analysis(carried), width=200)


def test_no_color_codes_without_a_terminal_and_some_with_one():
    assert "\x1b[" not in render_analysis(make_analysis(), width=120)
    assert "\x1b[" in render_analysis(make_analysis(), width=120, has_color=True)


def test_a_page_cannot_steer_the_terminal():
    text = TEXT.replace("جماعة الراية", "جماعة\x1b[31m\u202e الراية\x07")
    evil = make_span("جماعة\x1b[31m\u202e الراية\x07", text)
    claim = make_claim(TEXT, chain=(), figures=(), place=None, time=None, targets=())
    claim = dataclasses.replace(
        claim, agents=(Participant(actor=dataclasses.replace(BRIGADE, name="[red]Jabal\x1b[2J"), span=evil),)
    )
    table = render_analysis(make_analysis(claim, text=text, document=make_document(text)), width=200)
    assert not {"\x1b", "\x07", "\u202e"} & set(table)
    assert "[red]Jabal" in table


def test_an_article_without_claims_says_so():
    analysis = Analysis(page=make_page(), articles=(Article(document=make_document(), claims=()),))
    assert "no claims" in render_analysis(analysis, width=80)
