"""What a notebook shows: every word escaped and in its own direction, claims marked, nothing that runs or loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import as_file, files

import pytest
from IPython.core.interactiveshell import InteractiveShell

import riwaya
from riwaya.errors import InputError
from riwaya.ledger.records import Rows
from riwaya.ledger.store import Ledger
from riwaya.model.span import Span
from riwaya.notebook import draw_moves, load_ipython_extension, show, unload_ipython_extension
from riwaya.notebook.marking import MOST_LETTERS, mark_text
from riwaya.notebook.markup import MOST_ROWS, table, words

TEXT = "قال متحدث باسم الجيش المالي إن مسلحين هاجموا حاجزا قرب مدينة غاو يوم الثلاثاء وقتلوا ثلاثة جنود."
TWO = f"{TEXT}\n\nونقلت وكالة النموذج عن جماعة نصرة الإسلام والمسلمين أنها قتلت 14 جنديا في الهجوم."
VOID = {"br"}


class Markup(HTMLParser):
    """Checks that tags close, and keeps tags, attributes and marked words."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.marked: list[str] = []
        self.feed(markup)
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.stack.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        self.text += data
        if "mark" in self.stack:
            self.marked[-1] += data


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> Iterator[Ledger]:
    with riwaya.open(tmp_path_factory.mktemp("kept") / "sample.db") as opened:
        with as_file(files("riwaya") / "samples" / "pages") as pages:
            opened.ingest(pages)
        yield opened


@pytest.fixture(scope="module")
def ambush(ledger):
    return max(ledger.events(contested=True), key=lambda one: len({told.document_id for told in one.claims}))


def test_an_analysis_shows_its_text_right_to_left_with_the_words_of_claims_marked():
    analysis = riwaya.analyze(TWO, published="2031-03-13")
    shown = show(analysis)._repr_html_()
    found = Markup(shown)
    assert 'lang="ar" dir="rtl"' in shown
    marked = "".join(found.marked)
    assert len(analysis.claims) > 1
    for claim in analysis.claims:
        assert claim.trigger.of(TWO) in found.marked
        for figure in claim.figures:
            assert figure.span.of(TWO) in marked
    assert "2031-03-11" in found.text
    assert "«وكالة النموذج»" in found.text
    assert "Jama'at Nusrat al-Islam wal-Muslimin" in found.text


def test_marking_changes_no_letter_of_the_text():
    claims = riwaya.analyze(TWO, published="2031-03-13").claims
    shown = mark_text(TWO, claims, Span(0, len(TWO)), language="ar")
    assert Markup(re.sub(r"<sup.*?</sup>", "", shown)).text == TWO


def test_words_of_a_page_never_become_markup():
    wicked = "<script>alert(1)</script><img src=x onerror=alert(1)> \"'& "
    analysis = riwaya.analyze(TEXT + "\n\n" + wicked + TEXT, published="2031-03-13", outlet=wicked, name=wicked)
    shown = show(analysis).markup
    found = Markup(shown)
    assert wicked.strip() in found.text
    assert found.tags.isdisjoint({"script", "img", "iframe", "a", "link", "style", "object"})
    assert not any(name.startswith("on") for name in found.attributes)
    assert words(wicked) == (
        '<bdi dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &quot;&#x27;&amp; </bdi>'
    )


def test_a_page_without_an_article_says_so():
    analysis = riwaya.analyze("12", published="2031-03-13")
    assert analysis.warnings
    assert analysis.warnings[0].message in Markup(show(analysis).markup).text


def test_a_long_text_and_a_long_table_are_cut_and_say_by_how_much():
    text = "كلمة " * (MOST_LETTERS // 4)
    assert f"… {len(text) - MOST_LETTERS} more letters" in mark_text(text, (), Span(0, len(text)), language="ar")
    shown = table(("n",), ([str(n)] for n in range(MOST_ROWS + 7)), count=MOST_ROWS + 7)
    assert shown.count("<tr>") == MOST_ROWS + 1
    assert "… and 7 more" in shown


def test_an_event_shows_every_claim_with_its_words(ambush):
    found = Markup(show(ambush).markup)
    assert ambush.title.ar in found.text
    for told in ambush.claims[:MOST_ROWS]:
        assert " ".join(told.claim.span.of(told.text).split()) in found.text


def test_accounts_stand_side_by_side_with_words_relations_and_no_verdict(ledger, ambush):
    accounts = ledger.accounts(ambush.id)
    shown = show(accounts).markup
    found = Markup(shown)
    for one in accounts.accounts:
        assert one.originator.name in found.text
        for toll in one.tolls:
            assert all(" ".join(said.split()) in found.text for said in toll.words)
    assert len({relation.kind for relation in accounts.relations}) > 3
    for relation in accounts.relations[:MOST_ROWS]:
        assert words(relation.kind) in shown
        assert words(relation.why) in shown
    assert "None is taken for the truth" in found.text


def test_how_accounts_moved_is_a_picture_that_loads_nothing(ledger, ambush):
    accounts = ledger.accounts(ambush.id)
    drawn = draw_moves(accounts).markup
    found = Markup(drawn)
    assert "svg" in found.tags
    assert "script" not in found.tags
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", drawn)
    told = {
        account.originator.name for account in accounts.accounts for toll in account.tolls if toll.measure == "killed"
    }
    assert any(name in found.text for name in told)
    assert "No account with a day counts" in draw_moves(accounts, "displaced").markup


def test_counts_of_one_day_do_not_lie_on_each_other(ledger, ambush):
    drawn = draw_moves(ledger.accounts(ambush.id)).markup
    places = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', drawn)
    assert len(places) == len(set(places))


def test_rows_of_claims_and_of_anything_are_tables(ledger, ambush):
    claims = ledger.claims(event=ambush.id)
    assert claims[0].kept.name in Markup(show(claims).markup).text
    for rows in (ledger.events(), ledger.documents(), ledger.sources()):
        found = Markup(show(rows).markup)
        assert [column for column in rows.to_dicts()[0] if column not in found.text] == []
        assert [cell for cell in rows.to_dicts()[0].values() if cell and str(cell) not in found.text] == []
    assert "No records." in show(ledger.failures()).markup


def test_one_claim_shows_the_words_about_it(ledger, ambush):
    kept = ledger.claims(event=ambush.id)[0]
    for one in (kept, kept.told()):
        assert kept.claim.trigger.of(kept.text) in Markup(show(one).markup).marked


def test_the_head_of_rows_is_rows():
    rows = Rows(range(5), lambda number: {"number": number})
    assert rows.head(2).to_dicts() == [{"number": 0}, {"number": 1}]
    assert len(rows.head(9)) == 5


def test_what_is_no_record_is_refused_with_what_can_be_shown():
    with pytest.raises(InputError, match="Reconciliation"):
        show(12)


def test_the_extension_shows_records_and_takes_itself_back():
    shell = InteractiveShell()
    analysis = riwaya.analyze(TEXT, published="2031-03-13")
    format_of = shell.display_formatter.format
    assert "text/html" not in format_of(analysis)[0]
    load_ipython_extension(shell)
    assert format_of(analysis)[0]["text/html"] == show(analysis).markup
    unload_ipython_extension(shell)
    assert "text/html" not in format_of(analysis)[0]


def test_days_are_not_broken_and_words_are_quoted_once():
    from datetime import date

    from riwaya.notebook.markup import days, many, quoted

    day = date(2031, 3, 11)
    assert days(day, day) == '<span style="white-space:nowrap"><bdi dir="auto">2031-03-11</bdi></span>'
    assert days(day, None).count("nowrap") == 2
    assert "day unknown" in days(None, None)
    assert quoted("«مرصد»") == words("«مرصد»")
    assert quoted("مرصد") == f"«{words('مرصد')}»"
    assert quoted("«مرصد» و«وكالة»") == f"«{words('«مرصد» و«وكالة»')}»"
    assert (many(1, "claim"), many(2, "claim"), many(0, "claim")) == ("1 claim", "2 claims", "0 claims")
