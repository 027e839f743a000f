"""No garbage is looked for while a page is read, and never for longer."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import riwaya
from riwaya import pipeline
from riwaya.errors import RiwayaError
from riwaya.model.document import Document
from riwaya.pause import collection_paused, collection_paused_for_a_page

PAGE = "هاجم مسلحون مخفر الصخرة ليلا وقتلوا ثلاثة من حراسه، كما روى موظف في البلدة."


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_a_page_is_read_without_looking_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    read = pipeline.read_document

    def watch(document: Document) -> object:
        seen.append(gc.isenabled())
        return read(document)

    monkeypatch.setattr(pipeline, "read_document", watch)
    assert riwaya.analyze(PAGE).claims
    assert seen == [False]
    assert gc.isenabled()


def test_a_page_that_fails_leaves_it_as_it_was() -> None:
    with pytest.raises(RiwayaError):
        riwaya.analyze(b"\x00\x01\x02" * 2_000)
    assert gc.isenabled()


def test_who_turned_it_off_finds_it_off() -> None:
    gc.disable()
    riwaya.analyze(PAGE)
    assert not gc.isenabled()


def test_of_two_that_overlap_the_first_to_begin_ends_the_pause() -> None:
    first, second = collection_paused_for_a_page(), collection_paused_for_a_page()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_a_page_within_a_batch_does_not_end_the_pause_of_the_batch() -> None:
    with collection_paused():
        riwaya.analyze(PAGE)
        assert not gc.isenabled()
    assert gc.isenabled()
