"""Bytes become text in the encodings that Arabic news comes in, and nothing else does."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.errors import DocumentBinary
from riwaya.stages.acquire.decode import decode, mend_letters
from tests.stages.acquire.pages import FIRST, SECOND

TEXT = f"{FIRST} {SECOND}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_arabic_is_read_in_every_common_encoding(encoding: str) -> None:
    plain = TEXT.replace("،", ",")
    read = decode(plain.encode(encoding))
    assert (read.text, read.encoding, read.replaced) == (plain, encoding, 0)


def test_a_few_words_of_windows_1256_are_enough() -> None:
    assert decode("قتل حارس قرب الجسر".encode("cp1256")).text == "قتل حارس قرب الجسر"


def test_utf16_with_a_mark_is_read_without_it() -> None:
    assert decode(TEXT.encode("utf-16")).text == TEXT


def test_a_utf8_mark_stays_because_offsets_count_it() -> None:
    assert decode(b"\xef\xbb\xbf" + TEXT.encode()).text == "\ufeff" + TEXT


def test_windows_line_ends_stay() -> None:
    assert decode(b"a\r\nb\r\n").text == "a\r\nb\r\n"


def test_french_in_latin_1_is_not_taken_for_arabic() -> None:
    text = "L'armée a tué dix assaillants près de la forêt, où des combats ont éclaté à l'aube."
    assert decode(text.encode("latin-1")).text == text


def test_utf8_that_was_cut_in_a_letter_loses_only_that_letter() -> None:
    read = decode(TEXT.encode()[:-2])
    assert read.encoding == "utf-8"
    assert read.replaced == 1
    assert read.text[:40] == TEXT[:40]


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7 text", b"\x89PNG\r\n", b"PK\x03\x04zip", bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 50]
)
def test_binary_files_are_refused(raw: bytes) -> None:
    with pytest.raises(DocumentBinary) as caught:
        decode(raw)
    assert caught.value.code == "RW103"


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"").text == ""


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    read = mend_letters("قتل \ud800 حارس \udfff")
    assert read.text == "قتل \ufffd حارس \ufffd"
    assert read.replaced == 2


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_coded_error(raw: bytes) -> None:
    with contextlib.suppress(DocumentBinary):
        decode(raw).text.encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=4, max_size=200))
def test_text_in_utf8_comes_back_letter_for_letter(text: str) -> None:
    assert decode(text.encode()).text == text or text.startswith(("GIF8", "RIFF", "OggS", "Rar!", "%PDF"))
