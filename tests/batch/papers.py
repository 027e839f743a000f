"""Made-up pages in many variants: a few attacks, told by a few papers on several days, some of them copied."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.collect.warcs import Record, make_warc

PAPERS = ("wadi.example", "sahil.example", "qimma.example", "nahr.example")
TOWNS = ("غاو", "كيدال", "تمبكتو", "ميناكا", "موبتي")
KINDS = ("كمين", "هجوم", "تفجير", "قصف")
GROUPS = ("جماعة نصرة الإسلام والمسلمين", "تنظيم داعش في الصحراء الكبرى")


@dataclass(frozen=True)
class Paper:
    url: str
    text: str
    published: str
    outlet: str
    at: str

    @property
    def hints(self) -> dict[str, str]:
        return {"published": self.published, "outlet": self.outlet, "url": self.url}


def make_papers(count: int, seed: int = 1) -> list[Paper]:
    """Give so many pages; no two have one address."""
    chance = random.Random(seed)
    attacks = [
        (
            chance.choice(TOWNS),
            chance.choice(KINDS),
            chance.choice(GROUPS),
            chance.randint(3, 60),
            chance.randint(1, 20),
        )
        for _ in range(max(2, count // 3))
    ]
    return [_paper(number, *chance.choice(attacks), chance) for number in range(count)]


def _paper(number: int, town: str, kind: str, group: str, killed: int, day: int, chance: random.Random) -> Paper:
    outlet = chance.choice(PAPERS)
    told = killed + chance.choice((0, 0, 5))
    sentences = [
        f"أعلنت {group} أنها قتلت {told} جنديا ماليا في {kind} قرب مدينة {town} شمال مالي يوم {day} يوليو.",
        f"ونفى الجيش المالي مقتل {told} جنديا في {kind} {town}، وأكد إصابة ثلاثة جنود فقط.",
        f"وأفاد شهود عيان بأن {kind}ا استهدف رتلا للجيش قرب {town} ما أدى إلى مقتل {chance.randint(2, 9)} مدنيين.",
        f"وقالت وكالة «رويترز» إن متحدثا باسم الجيش أكد مقتل {chance.randint(4, 30)} مسلحا في منطقة {town}.",
        f"واتهمت الحكومة المالية {group} باختطاف {chance.randint(2, 8)} معلمين في وسط البلاد.",
    ]
    kept = [sentences[0], *chance.sample(sentences[1:], chance.randint(1, 3))]
    body = "\n\n".join(kept)
    title = f"مقتل جنود في {kind} قرب {town} في الخبر رقم {number}"
    return Paper(
        url=f"https://{outlet}/news/{number}",
        text=f"{title}\n\n{body}\n",
        published=f"2024-07-{min(day + chance.randint(0, 2), 28):02d}",
        outlet=outlet.partition(".")[0],
        at=f"2024-08-{1 + number % 28:02d}T00:00:00+00:00",
    )


def write_jsonl(path: Path, papers: Iterable[Paper]) -> Path:
    """Write pages a line each."""
    rows = ({**one.hints, "text": one.text, "captured": one.at} for one in papers)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    return path


def write_warc(path: Path, papers: Sequence[Paper], *, packed: bool = True) -> Path:
    """Write pages as an archive of HTML."""
    path.write_bytes(make_warc((Record(one.url, html_of(one).encode()) for one in papers), packed=packed))
    return path


def html_of(paper: Paper) -> str:
    """Give a page as a site would."""
    title, *paragraphs = paper.text.strip().split("\n\n")
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head><title>{title}</title><meta charset="utf-8">'
        f'<meta property="article:published_time" content="{paper.published}T09:00:00Z">'
        f'<meta property="og:site_name" content="{paper.outlet}"></head><body><nav><a href="/">بيت</a></nav>'
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )
