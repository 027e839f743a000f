"""The text of a page in pieces: nothing lost, no word cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.serve.pages.marks import Layer, Region, cut_text, snap

TEXT = "قالت الجبهة إن 14 جندياً قتلوا.\nخبر آخر"
KINDS = st.sampled_from(["headline", "body", "skip", "other"])


def _whole(stretches):
    return "".join(piece.text for stretch in stretches for piece in stretch.pieces)


@given(
    st.text(alphabet="قتل َ14ـab .\n\u202e😀", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), KINDS), max_size=4),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["words", "trigger"])), max_size=5),
)
def test_the_pieces_are_the_text(text, regions, layers):
    found = cut_text(
        text,
        [Region(min(a, b), max(a, b), kind) for a, b, kind in regions],
        [Layer(min(a, b), max(a, b), f"clm_{n}", role) for n, (a, b, role) in enumerate(layers)],
    )
    assert _whole(found) == text
    starts = [piece.start for stretch in found for piece in stretch.pieces]
    assert starts == sorted(set(starts))
    for stretch in found:
        assert all(text[p.start : p.start + len(p.text)] == p.text for p in stretch.pieces)


def test_a_mark_never_cuts_a_word():
    start = TEXT.index("جندياً")
    assert TEXT[slice(*snap(TEXT, start + 1, start + 3))] == "جندياً"
    pieces = [p for s in cut_text(TEXT, [], [Layer(start + 1, start + 3, "clm_a", "words")]) for p in s.pieces]
    assert [p.text for p in pieces if p.claims] == ["جندياً"]


def test_where_claims_lie_within_each_other_the_shorter_one_is_named_first():
    outer, inner = (
        Layer(0, len(TEXT), "clm_outer", "words"),
        Layer(TEXT.index("14"), TEXT.index("."), "clm_inner", "words"),
    )
    pieces = [p for s in cut_text(TEXT, [], [outer, inner]) for p in s.pieces]
    assert pieces[0].claims == ("clm_outer",)
    assert pieces[0].begins == ("clm_outer",)
    assert pieces[1].claims == ("clm_inner", "clm_outer")
    assert pieces[1].begins == ("clm_inner",)


def test_furniture_inside_an_article_stands_apart():
    body, skip = Region(0, len(TEXT), "body"), Region(TEXT.index("خبر"), len(TEXT), "skip")
    assert [(s.region.kind, s.pieces[0].text[:3]) for s in cut_text(TEXT, [body, skip], [])] == [
        ("body", "قال"),
        ("skip", "خبر"),
    ]
