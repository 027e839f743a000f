"""Streams of pages to ingest: made up with the skew of the news, the worst case, and real pages where there are some."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.texts import ARTICLE_BYTES, SAMPLES, load_sentences, make_articles
from riwaya.model.document import Hints

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
_FIRST = date(2031, 1, 1)
_PER_DAY = 20
_TOLD_BY = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)
"""Papers that tell of one happening: most are told by one or two."""
_TOWNS = (
    "غاو", "كيدال", "تمبكتو", "موبتي", "سيغو", "أنسونغو", "ميناكا", "الدلنج", "كادقلي", "الفاشر", "نيالا", "الأبيض", "تعز", "الحديدة", "مأرب",
    "صعدة", "الموصل", "كركوك", "تكريت", "بعقوبة", "حلب", "إدلب", "حمص", "درعا", "مقديشو", "كيسمايو", "بيدوا", "كابول", "قندهار", "جلال آباد",
    "سرت", "بنغازي", "درنة", "سبها", "مايدوغوري", "نيامي", "واغادوغو", "دوري", "خاركيف", "خيرسون",
)  # fmt: skip
_NAMED = re.compile("|".join(sorted(_TOWNS, key=len, reverse=True)) + "|دير البلح|عسقلان")
_WEEK = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_WEEKDAY = re.compile("|".join(_WEEK))
_NUMBER = re.compile(r"(?<![\d])[1-9]\d(?![\d])")
_DATED = re.compile("يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|20[0-9][0-9]")


@dataclass(frozen=True, slots=True)
class StreamPage:
    """A page with what is known about it."""

    name: str
    raw: bytes
    hints: Hints


@dataclass(frozen=True, slots=True)
class _Happening:
    story: int
    on: date
    towns: tuple[str, ...]
    more: int
    """Added to every number of two digits."""


def make_stream(count: int, seed: int = 1) -> list[StreamPage]:
    """Give articles of `iter_stream`, about 3 kB each."""
    return list(iter_stream(count, seed))


def iter_stream(count: int, seed: int = 1, size: int = ARTICLE_BYTES, first: date = _FIRST) -> Iterator[StreamPage]:
    """Give articles of so many bytes, twenty a day: of 3 kB, each tells of three to five happenings, most told by one or two papers.

    A happening is a sample page moved to another day, to towns drawn by a law of powers, with other numbers; each paper
    takes some of its sentences. The sentences are those of 17 pages, so that words repeat more than in any newspaper.
    """
    dice = random.Random(seed)
    stories = _load_stories()
    waiting: list[_Happening] = []
    for number in range(count):
        day = first + timedelta(days=number // _PER_DAY)
        parts: list[str] = []
        told: set[_Happening] = set()
        while sum(len(part.encode()) for part in parts) < size:
            one = _pick(dice, waiting, day, len(stories))
            if one not in told:
                told.add(one)
                parts.append(_tell(dice, one, stories[one.story]))
        outlet = f"Daily {number % 12}"
        text = f"أخبار {number}\n\n" + "\n\n".join(parts) + "\n"
        hints = Hints(published=day.isoformat(), outlet=outlet, url=None, language="ar")
        yield StreamPage(f"{number:05}.txt", text.encode(), hints)


def make_worst(sentences: list[str], count: int = 60) -> list[StreamPage]:
    """Give articles of one day that share their sentences: everything tells of the same as everything."""
    hints = Hints(published="2024-07-30", outlet="Bench", url=None, language="ar")
    return [StreamPage(f"{number:05}.txt", raw, hints) for number, raw in enumerate(make_articles(sentences, count))]


def load_real(folder: Path = CORPUS) -> list[StreamPage]:
    """Give the Arabic pages of a corpus in the order of its tables; empty where there is none."""
    found: list[StreamPage] = []
    seen: set[bytes] = set()
    for part in ("articles", "unannotated"):
        table = folder / part / "index.tsv"
        if not table.is_file():
            continue
        with table.open(encoding="utf8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                page = folder / part / "ar" / f"{row['id']}.txt"
                raw = page.read_bytes() if page.is_file() else b""
                if raw and raw not in seen:
                    seen.add(raw)
                    found.append(StreamPage(page.name, raw, _hints(row)))
    return found


def _hints(row: dict[str, str]) -> Hints:
    told = row["date"].lstrip("~")
    try:
        published = date.fromisoformat(told).isoformat()
    except ValueError:
        published = None
    return Hints(published=published, outlet=row["outlet"] or None, url=None, language="ar")


def _load_stories() -> list[list[str]]:
    stories: list[list[str]] = []
    sentences = load_sentences()
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf8")
        undated = [one for one in sentences if one in text and not _DATED.search(one)]
        if len(undated) > 2:
            stories.append(undated)
    return stories


def _pick(dice: random.Random, waiting: list[_Happening], day: date, stories: int) -> _Happening:
    waiting[:] = [one for one in waiting if (day - one.on).days <= 2]
    if waiting and dice.random() < 0.55:
        return waiting.pop(dice.randrange(len(waiting)))
    towns = tuple(_TOWNS[min(len(_TOWNS) - 1, int(len(_TOWNS) ** dice.random()) - 1)] for _ in range(4))
    one = _Happening(dice.randrange(stories), day - timedelta(days=dice.randrange(2)), towns, dice.randrange(30))
    waiting.extend([one] * (dice.choice(_TOLD_BY) - 1))
    return one


def _tell(dice: random.Random, one: _Happening, story: Sequence[str]) -> str:
    """Tell of a happening in some of its sentences."""
    chosen = [sentence for at, sentence in enumerate(story) if at == 0 or dice.random() < 0.7]
    text = " ".join(chosen[:5])
    found = list(dict.fromkeys(_NAMED.findall(text)))
    towns = {name: one.towns[at % len(one.towns)] for at, name in enumerate(found)}
    text = _NAMED.sub(lambda hit: towns[hit[0]], text)
    text = _WEEKDAY.sub(_WEEK[one.on.weekday()], text)
    return _NUMBER.sub(lambda hit: str(int(hit[0]) % 60 + 10 + one.more), text)
