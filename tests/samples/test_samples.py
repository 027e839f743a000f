from __future__ import annotations

import re
from pathlib import Path

import pytest

from riwaya.evals.corpus import GoldPage, iter_gold_pages
from riwaya.inputs import Input, find_inputs
from riwaya.lang.world import find_outlet
from riwaya.model.document import Document, Hints, Page
from riwaya.stages.acquire import find_documents, read_page

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "riwaya" / "samples"
PAGES = SAMPLES / "pages"
GOLD = SAMPLES / "gold"
CORPUS = ROOT.parent / "shared" / "corpus"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix in {".txt", ".html"})
OUTLETS = {"صحيفة المثال", "بريد النموذج", "مرآة التجربة", "قناة الافتراض"}
SELF_DESCRIBED = {
    "03-ambush-ministry.html": ("2031-03-14", "قناة الافتراض"),
    "10-abduction.html": ("2031-04-22", "مرآة التجربة"),
    "15-un-report.html": ("2031-09-24", "صحيفة المثال"),
}
"""Pages whose date and outlet only their own metadata tells."""
HAMZAS = re.compile("[أإ]")
MARKS = re.compile("[\u064e-\u0650\u0652]")
ARTICLE_LAYOUTS = {
    "a head repeated after the text-size mark": ("02-ambush-army.txt", r"(?ms)^(\S.+)$.*^TT$.*^\1$"),
    "a caption that stands twice": ("02-ambush-army.txt", r"(?m)^(.+ \(.+\))\n\1$"),
    "cards of related articles": ("02-ambush-army.txt", r"(?ms)^مقالات ذات صلة$.*(^\S[^()\n]+ \(\S+\)$.*){3}"),
    "related links inside the text": ("04-ambush-residents.txt", r"\. \n +روابط ذات علاقة {2,}\S"),
    "a whole article on one line": ("05-ambush-second-claim.txt", r"(?m)^.{750,}$"),
    "Arabic-Indic digits": ("08-airstrike.txt", r"[٠-٩]"),
    "guillemets": ("12-ceasefire.txt", r"«[^«»]+»"),
    "straight quotes": ("13-accusations.txt", r'"[^"\n]+"'),
    "vowel signs": ("16-arrests.txt", "[\u064e-\u0652]"),
    "JSON-LD of one article": ("03-ambush-ministry.html", r'ld\+json[^<]*"@type": "NewsArticle"'),
    "a JSON-LD graph": ("15-un-report.html", r'"@graph"[^<]*"BreadcrumbList"'),
    "Open Graph": ("10-abduction.html", r'property="og:site_name"'),
    "captions in figures": ("14-protest.html", r"(?s)<article>.*<figcaption>.*</article>"),
    "readers' comments": ("14-protest.html", r'id="comments"'),
    "text that is hidden": ("15-un-report.html", r"<p hidden>"),
    "scripts between paragraphs": ("03-ambush-ministry.html", r"</p>\s*<script>"),
}


def text_of(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf8")


def gold_pages() -> list[GoldPage]:
    pages = list(iter_gold_pages(GOLD, PAGES))
    assert all(isinstance(page, GoldPage) for page in pages), "a gold file without its page"
    return [page for page in pages if isinstance(page, GoldPage)]


GOLD_PAGES = gold_pages()


@pytest.fixture(scope="module")
def inputs() -> dict[str, Input]:
    return {found.name: found for found in find_inputs([str(PAGES)], Hints())}


def read(source: Input) -> tuple[Page, list[Document]]:
    page = read_page(text_bytes(source), name=source.name, max_bytes=1_000_000)
    return page, list(find_documents(page, source.hints))


def text_bytes(source: Input) -> bytes:
    assert source.path
    return source.path.read_bytes()


def test_there_are_pages_of_both_kinds_and_gold_for_most() -> None:
    assert len(NAMES) >= 14
    assert sum(name.endswith(".html") for name in NAMES) >= 4
    assert len(GOLD_PAGES) >= 10


def test_every_page_has_one_row_and_every_row_its_page() -> None:
    head, *rows = (line.split("\t") for line in (PAGES / "index.tsv").read_text(encoding="utf8").splitlines())
    assert head == ["id", "file", "published", "outlet", "url", "language"]
    assert all(len(row) == len(head) for row in rows)
    assert [row[1] for row in rows] == NAMES
    assert [row[0] for row in rows] == [Path(name).stem for name in NAMES]
    assert {row[1] for row in rows if not any(row[2:])} == set(SELF_DESCRIBED)


def test_every_address_is_one_that_nobody_has(inputs: dict[str, Input]) -> None:
    addresses = [found.hints.url for found in inputs.values() if found.hints.url]
    assert all(address.startswith("https://example.org/") for address in addresses)
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("name", sorted(OUTLETS | {"وكالة أنباء العيّنة", "مرصد الافتراض"}))
def test_no_outlet_is_a_real_one(name: str) -> None:
    assert find_outlet(name) is None


def test_the_index_names_invented_outlets_only(inputs: dict[str, Input]) -> None:
    named = {found.hints.outlet for found in inputs.values() if found.hints.outlet}
    assert named == OUTLETS


def test_the_reader_is_told_that_all_of_it_is_invented() -> None:
    assert "Everything here is invented" in (SAMPLES / "README.md").read_text(encoding="utf8")


@pytest.mark.parametrize("layout", sorted(ARTICLE_LAYOUTS))
def test_every_layout_stands_among_the_pages(layout: str) -> None:
    name, pattern = ARTICLE_LAYOUTS[layout]
    assert re.search(pattern, text_of(name))


def test_one_page_writes_no_hamza_on_alef() -> None:
    assert not HAMZAS.search(text_of("09-suicide-bombing.txt"))
    assert not MARKS.search(text_of("09-suicide-bombing.txt"))


@pytest.mark.parametrize("name", sorted(SELF_DESCRIBED))
def test_a_page_without_a_row_tells_its_own_date_and_outlet(name: str, inputs: dict[str, Input]) -> None:
    _, documents = read(inputs[name])
    outlet = documents[0].outlet
    assert outlet
    assert (str(documents[0].published.start), outlet.name) == SELF_DESCRIBED[name]
    assert documents[0].published.basis == "metadata"


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".html")])
def test_an_html_page_is_one_article_without_its_hidden_text_comments_and_links(
    name: str, inputs: dict[str, Input]
) -> None:
    page, documents = read(inputs[name])
    assert [document.role for document in documents] == ["article"]
    body = documents[0].body.of(page.text)
    for furniture in ("مخفي", "خفي", "قارئ", "لماذا لا تنشرون", "إعلان:", "ذات صلة", "مواضيع متعلقة", "window."):
        assert furniture not in body


@pytest.mark.parametrize("page", GOLD_PAGES, ids=lambda page: page.gold.id)
def test_every_annotation_is_sound(page: GoldPage) -> None:
    page.gold.check()
    assert page.gold.id == page.gold_path.stem
    assert len(page.gold.claims) >= 8


def test_the_annotations_know_every_polarity_certainty_and_length_of_chain() -> None:
    claims = [claim for page in GOLD_PAGES for claim in page.gold.claims]
    counted = [claim for claim in claims if not claim.optional]
    assert len(counted) >= 90
    assert {claim.polarity for claim in counted} == {"affirmed", "denied"}
    assert {claim.certainty for claim in claims} == {"stated", "hedged", "unknown"}
    assert {len(claim.chain) for claim in counted} == {0, 1, 2, 3}


@pytest.mark.parametrize("page", GOLD_PAGES, ids=lambda page: page.gold.id)
def test_the_articles_that_are_read_are_those_annotated(page: GoldPage, inputs: dict[str, Input]) -> None:
    _, documents = read(inputs[page.path.name])
    assert [(d.role, d.body) for d in documents] == [(a.role, a.body) for a in page.gold.articles]


def test_no_eight_words_in_a_row_are_a_newspapers() -> None:
    if not CORPUS.is_dir():
        pytest.skip("../shared/corpus is not here: nothing to compare with")
    own = {run for name in NAMES for run in runs(text_of(name))}
    for path in sorted(CORPUS.rglob("*.txt")):
        assert own.isdisjoint(runs(path.read_text(encoding="utf8"))), path.name


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub("[\u064b-\u0652\u0640]", "", text).translate(str.maketrans("أإآ", "ااا")))
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}
