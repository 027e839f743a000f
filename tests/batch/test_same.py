"""A batch gives what a ledger of the same pages holds, however it is cut and in whatever order it comes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import riwaya
from riwaya.batch.form import event_record
from riwaya.batch.loading import load_batch
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints
from tests.batch.batches import digests_of, rows_of, run
from tests.batch.papers import Paper, html_of, make_papers, write_jsonl, write_warc

PAPERS = make_papers(24)
TABLES = ("page", "reading", "document", "claim")


def ingest(ledger: Ledger, papers: list[Paper], *, as_html: bool = False, label: str) -> None:
    for one in sorted(papers, key=lambda paper: paper.at):
        hints = Hints(url=one.url) if as_html else Hints(**one.hints)
        host = one.url.split("/")[2]
        ledger.ingest_text(
            html_of(one) if as_html else one.text, name=one.url, hints=hints, label=host if as_html else label
        )


def records(ledger: Ledger) -> list[str]:
    return sorted(event_record(one) for one in ledger.events())


def claim_ids(ledger: Ledger) -> set[str]:
    return {one.id for one in ledger.claims()}


@pytest.mark.parametrize("shard_bytes", [3_000, 8_000_000])
def test_claims_and_events_are_those_of_a_ledger_of_the_same_pages(tmp_path, shard_bytes):
    file = write_jsonl(tmp_path / "news.jsonl", PAPERS)
    result = run(file, out=tmp_path / "out", shard_bytes=shard_bytes)
    assert (len(result.row["shards"]) > 3) == (shard_bytes < 10_000)
    with riwaya.open(tmp_path / "direct.db") as ledger:
        ingest(ledger, PAPERS, label=file.name)
        assert {row["id"] for row in rows_of(result, "claims")} == claim_ids(ledger)
        assert sorted(row["record"] for row in rows_of(result, "events")) == records(ledger)
        assert result.row["links"] > 5


def test_archives_give_the_same_as_their_pages_one_by_one(tmp_path):
    write_warc(tmp_path / "one.warc.gz", PAPERS[:15])
    write_warc(tmp_path / "two.warc", PAPERS[10:], packed=False)
    result = run(tmp_path, out=tmp_path / "out")
    assert result.row["pages"] == {"same": 5, "stands": 24}
    with riwaya.open(tmp_path / "direct.db") as ledger:
        ingest(ledger, PAPERS, as_html=True, label="")
        assert {row["id"] for row in rows_of(result, "claims")} == claim_ids(ledger)
        assert sorted(row["record"] for row in rows_of(result, "events")) == records(ledger)


def test_folders_of_pages_are_read_as_ingest_reads_them(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    table = ["file\tpublished\toutlet\turl"]
    for at, one in enumerate(PAPERS[:8]):
        (folder / f"{at}.txt").write_text(one.text, encoding="utf8")
        table.append(f"{at}.txt\t{one.published}\t{one.outlet}\t{one.url}")
    (folder / "index.tsv").write_text("\n".join(table) + "\n", encoding="utf8")
    result = run(folder, out=tmp_path / "out")
    with riwaya.open(tmp_path / "direct.db") as direct, riwaya.open(tmp_path / "loaded.db") as loaded:
        direct.ingest(folder)
        load_batch(loaded, tmp_path / "out")
        assert sorted(row["record"] for row in rows_of(result, "events")) == records(direct) == records(loaded)
        for kept, other in zip(direct.documents(), loaded.documents(), strict=True):
            assert (kept.page_id, kept.series, kept.name, kept.source) == (
                other.page_id, other.series, other.name, other.source,
            )  # fmt: skip
        assert direct.ingest(folder).count("same") == loaded.ingest(folder).count("same") == 8


@pytest.mark.parametrize("deferred", [1, 10_000])
def test_a_batch_loaded_is_a_ledger_as_if_ingested(tmp_path, deferred):
    versions = [
        Paper(**{**vars_of(one), "text": one.text + "\nخبر معدل.\n", "at": "2024-09-01T00:00:00"}) for one in PAPERS[:3]
    ]
    papers = [*PAPERS, *versions]
    file = write_jsonl(tmp_path / "news.jsonl", papers)
    result = run(file, out=tmp_path / "out", shard_bytes=4_000)
    assert result.row["pages"]["older"] == 3
    with riwaya.open(tmp_path / "direct.db") as direct, riwaya.open(tmp_path / "loaded.db") as loaded:
        ingest(direct, papers, label=file.name)
        outcome = load_batch(loaded, tmp_path / "out", deferred=deferred)
        assert outcome.pages == {"new": 24, "changed": 3}
        assert records(loaded) == records(direct) == sorted(row["record"] for row in rows_of(result, "events"))
        assert {one.page_id for one in loaded.documents()} == {one.page_id for one in direct.documents()}
        assert {(one.id, one.words) for one in loaded.claims()} == {(one.id, one.words) for one in direct.claims()}
        assert not loaded.verify().damages
        again = load_batch(loaded, tmp_path / "out", deferred=deferred)
        assert again.pages == {"same": 24, "older": 3}
        assert records(loaded) == records(direct)


def test_two_papers_with_the_same_bytes_get_ids_as_a_ledger_gives_them(tmp_path):
    one = PAPERS[0]
    papers = [
        Paper(**{**vars_of(one), "url": f"https://{host}/a", "outlet": host, "at": f"2024-08-0{at}"})
        for at, host in enumerate(("a.example", "b.example", "c.example"), 1)
    ]
    file = write_jsonl(tmp_path / "news.jsonl", reversed(papers))
    result = run(file, out=tmp_path / "out")
    with riwaya.open(tmp_path / "direct.db") as direct, riwaya.open(tmp_path / "loaded.db") as loaded:
        ingest(direct, papers, label=file.name)
        load_batch(loaded, tmp_path / "out")
        assert {row["id"] for row in rows_of(result, "claims")} == claim_ids(direct) == claim_ids(loaded)
        assert records(loaded) == records(direct) == sorted(row["record"] for row in rows_of(result, "events"))


@settings(max_examples=12)
@given(order=st.permutations(range(12)), cuts=st.lists(st.integers(1, 11), max_size=4, unique=True))
def test_order_and_number_of_shards_change_nothing(tmp_path_factory, order, cuts):
    folder = tmp_path_factory.mktemp("batch")
    papers = [PAPERS[at] for at in order]
    bounds = [0, *sorted(cuts), len(papers)]
    for at, (low, high) in enumerate(pairwise(bounds)):
        write_jsonl(folder / f"{at}.jsonl", papers[low:high])
    assert digests_of(run(folder / "*.jsonl", out=folder / "out")) == digests_of(_plain(tmp_path_factory))


_PLAIN: list[object] = []


def _plain(factory):
    if not _PLAIN:
        folder = factory.mktemp("plain")
        _PLAIN.append(run(write_jsonl(folder / "all.jsonl", PAPERS[:12]), out=folder / "out"))
    return _PLAIN[0]


def vars_of(paper: Paper) -> dict[str, str]:
    return {name: getattr(paper, name) for name in paper.__dataclass_fields__}


def test_the_folder_of_a_batch_that_is_done_is_left_as_it_is(tmp_path: Path):
    file = write_jsonl(tmp_path / "news.jsonl", PAPERS[:6])
    first = run(file, out=tmp_path / "out")
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    again = run(file, out=tmp_path / "out")
    assert again.row == first.row
    assert again.done_before == 1
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")} == stamps


def test_more_input_is_added_to_what_was_read(tmp_path: Path):
    write_jsonl(tmp_path / "a.jsonl", PAPERS[:6])
    run(tmp_path / "*.jsonl", out=tmp_path / "out")
    write_jsonl(tmp_path / "b.jsonl", PAPERS[6:12])
    told = []
    more = run(tmp_path / "*.jsonl", out=tmp_path / "out", tell=lambda *one: told.append(one))
    assert more.done_before == 1
    assert len([one for one in told if one[0] == "extract" and one[3] is not None]) == 1
    whole = run(write_jsonl(tmp_path / "all.ndjson", PAPERS[:12]), out=tmp_path / "whole")
    assert digests_of(more) == digests_of(whole)
