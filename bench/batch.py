"""Archives read in bulk: against the bare extractor, with one worker and two, and from few documents to very many.

    python -m bench.batch rate                      articles a second and core from WARC, against trafilatura alone
    python -m bench.batch passing                   pages in other languages passed over, a second and core
    python -m bench.batch workers                   two workers against one
    python -m bench.batch growth 2000 20000 200000  the whole way from JSONL to events, time and memory at each size

Pages are made from the sample pages: each takes sentences at another stride and changes the numbers in them; those of `growth`
are moved to other days and towns besides (`bench.stream`). Twenty come out a day, so that an archive a hundred times as large is
a hundred times as long. A page of `growth` has about 1 kB; of `rate` 3 kB of text in a web page
as news sites send them (`bench.webpages`). Rates are of processor time, which other work on the machine disturbs least; wall time is given beside it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bench.stream import iter_stream
from bench.texts import load_sentences
from bench.webpages import make_page, mix_sentences
from riwaya.batch.engines import LocalEngine, SerialEngine
from riwaya.batch.extract import Reading, extract_shard
from riwaya.batch.manifest import open_folder
from riwaya.batch.plan import plan_shards
from riwaya.batch.running import run_batch
from riwaya.ledger.identity import find_engine

_NUMBER = re.compile(r"(?<![\d/.,-])\d{1,2}(?![\d/.,-])")
_PER_DAY = 20
_FIRST = date(1995, 1, 1)
_OUTLETS = 40


def make_texts(sentences: list[str], count: int, size: int) -> Iterator[tuple[int, str]]:
    """Give so many texts, no two alike, with their number."""
    many = len(sentences)
    for number in range(count):
        stride = 1 + 2 * (number // many % 40)
        made: list[str] = []
        at, held = number * 7, 0
        while held < size:
            sentence = sentences[at % many]
            made.append(_NUMBER.sub(lambda hit, shift=number: str(3 + (int(hit[0]) + shift) % 90), sentence))
            held += len(made[-1].encode())
            at += stride
        paragraphs = "\n\n".join(" ".join(made[first : first + 3]) for first in range(0, len(made), 3))
        yield number, f"خبر رقم {number} من أخبار اليوم\n\n{paragraphs}\n"


def _about(number: int) -> dict[str, str]:
    day = _FIRST + timedelta(days=number // _PER_DAY)
    outlet = f"paper{number % _OUTLETS}"
    return {"url": f"https://{outlet}.example/{number}", "published": day.isoformat(), "outlet": outlet}


def write_lines(folder: Path, sentences: list[str], count: int, size: int, each: int = 2_500) -> None:
    """Write texts as JSONL, in files of so many: in all of them the same dozen stories, told over and over."""
    _write(folder, ({**_about(number), "text": text} for number, text in make_texts(sentences, count, size)), each)


def write_news(folder: Path, count: int, size: int, each: int = 2_500) -> None:
    """Write made-up news as JSONL (`bench.stream`): happenings of their own days, towns and numbers, most told by one or two papers."""
    pages = enumerate(iter_stream(count, size=size, first=_FIRST))
    _write(folder, ({**_about(number), "text": page.raw.decode()} for number, page in pages), each)


def _write(folder: Path, rows: Iterator[dict[str, str]], each: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(sys.maxsize):
        some = list(islice(rows, each))
        if not some:
            return
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some)
        (folder / f"{at:05d}.jsonl").write_text(lines, encoding="utf8")


def write_archive(path: Path, sentences: list[str], count: int, size: int, turn: int = 0) -> list[str]:
    """Write texts as an archive of web pages, and give the pages; each turn has others."""
    pages: list[str] = []
    with path.open("wb") as file:
        for number, text in islice(make_texts(sentences, count * (turn + 1), size), count * turn, None):
            about = _about(number)
            title, *paragraphs = text.strip().split("\n\n")
            pages.append(make_page(number, title, paragraphs, outlet=about["outlet"], published=about["published"]))
            file.write(_pack(number, about["url"], about["published"], pages[-1]))
    return pages


def _pack(number: int, url: str, day: str, page: str) -> bytes:
    """Give the record of an archive that holds the page, packed by itself as archives are."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: {day}T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def measure_rate(sentences: list[str], count: int, shards: int = 8) -> dict[str, Any]:
    """Give articles a second of processor time: the bare extractor alone, and the step `extract` from the archive.

    All read one archive after the other in turn, so that other work on the machine slows all alike. The extractor is asked
    twice: for the text alone, and for text, title, author and date, which `extract` gives too.
    """
    mixed = mix_sentences(sentences)
    reading = Reading(engine=find_engine().id)
    bare = about = spent = claims = size = kept = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archives = [write_archive(folder / f"{at}.warc.gz", mixed, count // shards, 3_000, at) for at in range(shards)]
        found = plan_shards([str(folder / f"{at}.warc.gz") for at in range(shards)], about=reading.about)
        _read_bare(archives[0][:20])
        open_folder(folder / "warm", create=True)
        extract_shard(str(folder / "warm"), found[0], reading)  # words and places are loaded once for a worker
        open_folder(folder / "out", create=True)
        for pages, shard in zip(archives, found, strict=True):
            began = time.process_time()
            _read_bare(pages)
            bare += time.process_time() - began
            began = time.process_time()
            _read_bare(pages, with_metadata=True)
            about += time.process_time() - began
            began = time.process_time()
            row = extract_shard(str(folder / "out"), shard, reading)
            spent += time.process_time() - began
            claims += row["claims"]
            size += sum(len(page.encode()) for page in pages)
        kept = sum(file.stat().st_size for file in (folder / "out" / "pages").iterdir())
    many = sum(map(len, archives))
    return {
        "articles": many,
        "html_kb": round(size / many / 1000, 1),
        "claims_per_article": round(claims / many, 1),
        "bare_trafilatura_per_second": round(many / bare, 1),
        "extract_per_second": round(many / spent, 1),
        "trafilatura_with_metadata_per_second": round(many / about, 1),
        "ratio": round(bare / spent, 3),
        "ratio_with_metadata": round(about / spent, 3),
        "ratio_target": 0.5,
        "parquet_kb_per_article": round(kept / many / 1000, 2),
        "holds": bare / spent >= 0.5,
    }


def _read_bare(pages: list[str], *, with_metadata: bool = False) -> None:
    import trafilatura

    for page in pages:
        trafilatura.bare_extraction(page, with_metadata=with_metadata)


def measure_passing(count: int) -> dict[str, Any]:
    """Give pages a second of processor time that hold no Arabic, through archive, unpacking and the filter of languages."""
    words = "the ministry said on monday that prices of wheat and of oil in the region had risen for the third month".split()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "a.warc.gz").open("wb") as file:
            for number in range(count):
                text = " ".join(words[(number + at * 7) % len(words)] for at in range(9_000))
                page = f"<!doctype html><html><head><title>{number}</title></head><body><p>{text}</p></body></html>"
                file.write(_pack(number, f"https://paper.example/{number}", "2024-01-01", page))
        reading = Reading(engine=find_engine().id)
        shard = plan_shards([str(folder / "a.warc.gz")], about=reading.about)[0]
        open_folder(folder / "out", create=True)
        began = time.process_time()
        row = extract_shard(str(folder / "out"), shard, reading)
        spent = time.process_time() - began
        return {
            "pages": row["seen"],
            "kept": row["pages"],
            "html_kb": round(row["bytes"] / count / 1000, 1),
            "pages_per_second": round(count / spent),
        }


def measure_workers(sentences: list[str], count: int) -> dict[str, Any]:
    """Give the wall time of one worker process and of two over the same pages, all steps."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_lines(folder / "in", sentences, count, 1_000, each=max(50, count // 16))
        found: dict[str, Any] = {"documents": count, "load": os.getloadavg()[0]}
        for workers in (1, 2):
            engine = LocalEngine(workers)
            list(engine.run(_warm, [("x", at) for at in range(workers * 4)]))
            result = _run(folder / "in", folder / f"out{workers}", engine)
            found[f"seconds_{workers}"] = result["seconds"]
            found[f"digest_{workers}"] = result["digests"]["events"]
        found["times"] = round(found["seconds_1"] / found["seconds_2"], 2)
        found["times_target"] = 1.7
        found["holds"] = found["times"] >= 1.7 and found["digest_1"] == found["digest_2"]
        return found


def _warm(_: str, number: int) -> dict[str, Any]:
    from riwaya.pipeline import analyze

    time.sleep(0.2)
    return {"number": number, "claims": len(analyze("قتل 3 جنود في غاو.").claims)}


def measure_growth(sizes: list[int], workers: int, size: int, keep: Path | None) -> dict[str, Any]:
    """Give time, memory and result of the whole way at each size."""
    found: dict[str, Any] = {"workers": workers, "bytes_per_text": size, "sizes": {}}
    for count in sizes:
        with tempfile.TemporaryDirectory(dir=keep) as name:
            folder = Path(name)
            write_news(folder / "in", count, size)
            engine = LocalEngine(workers) if workers > 1 else SerialEngine()
            before = _cpu()
            result = _run(folder / "in", folder / "out", engine)
            spent = _cpu() - before
            found["sizes"][str(count)] = result | {
                "cpu_seconds": round(spent, 1),
                "cpu_ms_per_document": round(spent * 1000 / count, 3),
                "output_mb": round(sum(f.stat().st_size for f in (folder / "out").rglob("*") if f.is_file()) / 1e6, 1),
            }
            print(json.dumps({count: found["sizes"][str(count)]}), flush=True)  # noqa: T201
    costs = [one["cpu_ms_per_document"] for one in found["sizes"].values()]
    found["growth"] = round(costs[-1] / costs[0], 3)
    return found


def _run(source: Path, out: Path, engine: LocalEngine | SerialEngine) -> dict[str, Any]:
    steps: dict[str, float] = {}
    peaks: dict[str, int] = {}
    began = time.perf_counter()
    last = [began]

    def tell(step: str, done: int, many: int, row: dict[str, Any] | None) -> None:
        now = time.perf_counter()
        steps[step] = steps.get(step, 0.0) + now - last[0]
        last[0] = now
        peaks[step] = max(peaks.get(step, 0), max(_peaks(engine), default=0))

    result = run_batch([str(source)], out, engine, reading=Reading(engine=find_engine().id), tell=tell)
    spent = time.perf_counter() - began
    row = result.row
    engine.close()
    for child in multiprocessing.active_children():
        child.join(60)  # only then is their processor time counted
    return {
        "seconds": round(spent, 1),
        "documents_per_second": round(row["seen"] / spent, 1),
        "seconds_by_step": {name: round(value, 1) for name, value in steps.items()},
        "worker_peak_mb_by_step": {name: value // 1000 for name, value in peaks.items()},
        "driver_peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000,
        **{name: row[name] for name in ("claims", "strands", "pairs", "links", "events", "pages", "digests")},
    }


def _peaks(engine: LocalEngine | SerialEngine) -> Iterator[int]:
    """Give the peak memory of each worker so far, in kB, as the system tells it, mapped files among it."""
    for child in multiprocessing.active_children():
        try:
            status = Path(f"/proc/{child.pid}/status").read_text(encoding="ascii")
        except OSError:
            continue
        found = re.search(r"VmHWM:\s+(\d+)", status)
        if found:
            yield int(found[1])


def _cpu() -> float:
    """Give the processor time of this process and of workers that ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main() -> None:
    """Measure what was asked for, and print it as JSON."""
    ask = argparse.ArgumentParser(prog="python -m bench.batch")
    ask.add_argument("part", choices=["rate", "passing", "workers", "growth"])
    ask.add_argument("sizes", nargs="*", type=int)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--bytes", type=int, default=1_000, help="of each text of growth")
    ask.add_argument("--folder", type=Path, help="where the files of growth lie meanwhile")
    args = ask.parse_args()
    sentences = load_sentences()
    if args.part == "rate":
        found = measure_rate(sentences, args.sizes[0] if args.sizes else 400)
    elif args.part == "passing":
        found = measure_passing(args.sizes[0] if args.sizes else 2_000)
    elif args.part == "workers":
        found = measure_workers(sentences, args.sizes[0] if args.sizes else 1_600)
    else:
        found = measure_growth(args.sizes or [2_000], args.workers, args.bytes, args.folder)
    print(json.dumps(found, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
