"""Inputs of every kind, good and odd: what cannot be read is a row of failure, and the run goes on."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import zlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from riwaya.batch.places import find_files, kind_of
from riwaya.batch.plan import plan_shards
from riwaya.batch.reading import Bad, Item, iter_items
from riwaya.errors import BatchFolderTaken, BatchInputInvalid, BatchInputMissing, BatchInputUnknown
from tests.batch.batches import digests_of, make_reading, rows_of, run
from tests.batch.papers import html_of, make_papers, write_jsonl, write_warc
from tests.collect.warcs import Record, make_warc

PAPERS = make_papers(6, seed=5)


def items(path: Path, *, max_bytes: int = 1_000_000, shard_bytes: int = 8_000_000) -> list[Item | Bad]:
    shards = plan_shards([str(path)], about="", shard_bytes=shard_bytes)
    return [one for shard in shards for one in iter_items(shard, max_bytes=max_bytes)]


def codes(result) -> list[str]:
    return sorted(row["code"] for row in rows_of(result, "failures"))


def test_a_pattern_that_names_nothing_is_said(tmp_path):
    with pytest.raises(BatchInputMissing, match="RW141"):
        find_files(str(tmp_path / "*.jsonl"))


def test_a_kind_that_nobody_reads_is_said(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(BatchInputUnknown, match="RW142"):
        plan_shards([str(tmp_path / "a.pdf")], about="")


def test_a_place_that_cannot_be_reached_is_said():
    with pytest.raises(BatchInputUnknown, match=r"RW142.*nowhere://"):
        find_files("nowhere://bucket/*.warc.gz")


def test_a_place_of_fsspec_is_read(tmp_path):
    import fsspec

    name = write_jsonl(tmp_path / "a.jsonl", PAPERS)
    system = fsspec.filesystem("memory")
    system.pipe_file("/news/a.jsonl", name.read_bytes())
    result = run("memory://news/*.jsonl", out=tmp_path / "out")
    assert digests_of(result) == digests_of(run(name, out=tmp_path / "same"))


@pytest.mark.parametrize(
    ("name", "kind"), [("a.WARC.gz", "warc"), ("b.warc", "warc"), ("c.jsonl.gz", "jsonl"), ("d.HTM", "pages")]
)
def test_kinds_are_known_by_their_names(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize("shard_bytes", [1, 7, 100, 1_000, 10_000])
def test_lines_are_read_once_wherever_a_file_is_cut(tmp_path, shard_bytes):
    file = write_jsonl(tmp_path / "news.jsonl", PAPERS[:2])
    file.write_bytes(b"\n" + file.read_bytes() + json.dumps({"text": "x", "url": "https://u.example/end"}).encode())
    found = items(file, shard_bytes=shard_bytes)
    assert [one.arrival.name for one in found if isinstance(one, Item)] == [
        *(one.url for one in PAPERS[:2]), "https://u.example/end",
    ]  # fmt: skip


def test_lines_that_are_no_pages_are_said_by_place(tmp_path):
    file = tmp_path / "news.jsonl"
    file.write_text(
        '{"text": "\n[1]\n{"title": "x"}\n{"text": "' + "y" * 3_000 + '"}\n{"text": "خبر"}\n', encoding="utf8"
    )
    found = items(file, max_bytes=1_000)
    assert [one.error.code if isinstance(one, Bad) else "" for one in found] == ["RW140", "RW140", "RW140", "RW102", ""]
    assert found[1].name == "news.jsonl@11"


def test_packed_lines_and_tables_give_the_same_as_plain_lines(tmp_path):
    plain = write_jsonl(tmp_path / "news.jsonl", PAPERS)
    packed = tmp_path / "news.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
    rows = [json.loads(line) for line in plain.read_text(encoding="utf8").splitlines()]
    table = tmp_path / "news.parquet"
    pq.write_table(pa.Table.from_pylist(rows), table, row_group_size=2)
    wanted = digests_of(run(plain, out=tmp_path / "plain"))
    assert digests_of(run(packed, out=tmp_path / "packed")) == wanted
    assert digests_of(run(table, out=tmp_path / "table", shard_bytes=2_000)) == wanted


def test_a_table_without_pages_and_one_that_is_none(tmp_path):
    pq.write_table(pa.table({"a": [1]}), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"PAR1 no PAR1")
    for name in ("a.parquet", "b.parquet"):
        with pytest.raises(BatchInputInvalid):
            items(tmp_path / name)


def test_a_group_of_rows_too_large_to_hold_is_refused(tmp_path):
    pq.write_table(pa.table({"text": ["ب" * 100_000] * 3}), tmp_path / "a.parquet", use_dictionary=False)
    found = items(tmp_path / "a.parquet", max_bytes=1_000)
    assert [one.error.code for one in found if isinstance(one, Bad)] == ["RW102"]


def test_a_shard_that_breaks_off_keeps_what_stood_before_and_stops_no_other(tmp_path):
    whole = write_warc(tmp_path / "whole.warc.gz", PAPERS[:3])
    cut = write_warc(tmp_path / "cut.warc.gz", PAPERS[3:])
    raw = cut.read_bytes()
    cut.write_bytes(raw[: len(raw) - 60])
    (tmp_path / "none.warc.gz").write_bytes(b"<html>no archive</html>")
    packed = gzip.compress(write_jsonl(tmp_path / "x", PAPERS[:1]).read_bytes(), mtime=0)
    (tmp_path / "lines.jsonl.gz").write_bytes(packed[:-20])
    (tmp_path / "x").unlink()
    result = run(tmp_path, out=tmp_path.parent / f"{tmp_path.name}-out")
    assert result.broken == 2
    assert {"RW128", "RW130", "RW140"} == set(codes(result))
    names = {row["url"] for row in rows_of(result, "claims")}
    assert {one.url for one in PAPERS[:5]} <= names
    assert whole.is_file()


def test_a_broken_shard_is_read_again_when_it_was_mended(tmp_path):
    file = write_warc(tmp_path / "news.warc.gz", PAPERS)
    raw = file.read_bytes()
    file.write_bytes(b"no archive" + raw)
    assert run(file, out=tmp_path / "out").row["broken"] == 1
    file.write_bytes(raw)
    mended = run(file, out=tmp_path / "out")
    assert mended.row["broken"] == 0
    assert digests_of(mended) == digests_of(run(file, out=tmp_path / "fresh"))


def test_odd_records_of_archives(tmp_path):
    one, two, three = PAPERS[:3]
    latin = (("Content-Type", "text/html; charset=windows-1256"),)
    records = [
        Record(one.url, html_of(one).encode()),
        Record(two.url, html_of(two).replace("utf-8", "windows-1256").encode("cp1256"), headers=latin),
        Record(
            three.url,
            gzip.compress(html_of(three).encode(), mtime=0),
            headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")),
        ),
        Record("https://a.example/gone", b"<p>no</p>", status="404 Not Found"),
        Record("https://a.example/again", b"", kind="revisit"),
        Record("dns:a.example", b"127.0.0.1", kind="response", media="text/dns"),
        Record(
            "https://a.example/asks",
            b"GET / HTTP/1.1\r\n\r\n",
            kind="request",
            media="application/http; msgtype=request",
        ),
        Record("https://a.example/picture", b"\x89PNG", headers=(("Content-Type", "image/png"),)),
    ]
    (tmp_path / "odd.warc.gz").write_bytes(make_warc(records))
    result = run(tmp_path, out=tmp_path.parent / f"{tmp_path.name}-out")
    assert {row["url"] for row in rows_of(result, "claims")} == {one.url, two.url, three.url}
    assert result.row["broken"] == 0


def test_a_page_that_breaks_the_reader_is_a_row_of_failure(tmp_path, monkeypatch):
    def analyze(raw, **told):
        if b"/3" in told["name"].encode():
            raise ZeroDivisionError("a bug")
        return real(raw, **told)

    from riwaya.batch import extract

    real = extract.analyze
    monkeypatch.setattr(extract, "analyze", analyze)
    result = run(write_jsonl(tmp_path / "a.jsonl", PAPERS), out=tmp_path / "out")
    assert codes(result) == ["RW900"]
    assert result.row["pages"]["stands"] == 5


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("do not touch")
    with pytest.raises(BatchFolderTaken, match="RW143"):
        run(write_jsonl(tmp_path / "a.jsonl", PAPERS), out=tmp_path / "out")


def test_the_same_file_named_twice_counts_once(tmp_path):
    file = write_jsonl(tmp_path / "a.jsonl", PAPERS)
    assert len(run(file, tmp_path / "*.jsonl", out=tmp_path / "out").row["shards"]) == 1


def test_languages_may_be_asked_for(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(
        json.dumps({"text": "The army said that it was in the town and that it had seen them. " * 9}) + "\n"
    )
    assert run(file, out=tmp_path / "ar").row["pages"] == {"same": 0}
    assert run(file, out=tmp_path / "all", reading=make_reading(languages=())).row["pages"] == {"same": 0, "stands": 1}


def _big_warc(path: Path, size: int) -> None:
    """Write an archive whose first page has so many bytes, packed to little, and its second is small."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    about = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://big.example/\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {size + len(head)}\r\n\r\n"
    ).encode()
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    with path.open("wb") as file:
        file.write(packer.compress(about + head))
        for _ in range(size >> 20):
            file.write(packer.compress(b" " * (1 << 20)))
        file.write(packer.compress(b"\r\n\r\n") + packer.flush())
        file.write(make_warc([Record(PAPERS[0].url, html_of(PAPERS[0]).encode())]))


def test_a_page_of_a_gigabyte_is_refused_and_not_held(tmp_path):
    _big_warc(tmp_path / "big.warc.gz", 1 << 30)
    code = (
        "import resource, sys\n"
        "from riwaya.batch.plan import plan_shards\n"
        "from riwaya.batch.reading import iter_items\n"
        "found = [one for shard in plan_shards([sys.argv[1]], about='') for one in iter_items(shard, max_bytes=20_000_000)]\n"
        "print(type(found[0]).__name__, found[0].error.code, len(found))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "big.warc.gz")],
        capture_output=True,
        text=True,
        timeout=250,
        check=True,
    )
    told, peak = done.stdout.splitlines()
    assert told == "Bad RW102 2"
    assert int(peak) < max(400_000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + 200_000)
