from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.collect.addresses import canonical_url, join_url, parse_address
from riwaya.errors import AddressRefused


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a#top", "https://example.org/a"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/a/b/..", "https://example.org/a/"),
        ("https://example.org/../../a", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=9", "https://example.org/a?id=3"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"),
        ("https://example.org/أخبار", "https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1"),
        ("https://example.org/%D8%A3", "https://example.org/%D8%A3"),
        ("https://مثال.example/", "https://xn--mgbh0fb.example/"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("  https://example.org/a  ", "https://example.org/a"),
        ("https://example.org./", "https://example.org/"),
    ],
)
def test_one_page_has_one_spelling(written, spelled):
    assert canonical_url(written) == spelled


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text):
    for url in (text, "https://example.org/" + text, "https://" + text):
        try:
            spelled = canonical_url(url)
        except AddressRefused:
            continue
        assert canonical_url(spelled) == spelled


def test_a_port_is_asked_only_where_it_is_an_exception():
    with pytest.raises(AddressRefused):
        parse_address("http://example.org:8080/")
    assert parse_address("http://example.org:8080/", allowed=("example.org:8080",)).origin == "http://example.org:8080"


@pytest.mark.parametrize(
    ("reference", "joined"),
    [
        ("b", "https://example.org/a/b"),
        ("/b c", "https://example.org/b%20c"),
        ("//other.example/x", "https://other.example/x"),
        ("?q=1", "https://example.org/a/?q=1"),
        ("mailto:x@example.org", None),
        ("javascript:void(0)", None),
        ("http://[", None),
    ],
)
def test_links_are_joined_to_where_they_stand(reference, joined):
    assert join_url("https://example.org/a/", reference) == joined
