"""Gold and readings for tests: a page of our own sentences, readings made from gold, and damage done to readings."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from riwaya.evals.gold import GoldClaim, GoldDocument, GoldMention, load_gold
from riwaya.model.span import Span

TITLE = "قصف قرية الزيتون يوقع ضحايا"
BODY = (
    "أعلنت وكالة الوادي أن المرصد الأهلي قال إن مدفعية الجبهة قتلت 12 مدنيا على الأقل في قرية الزيتون يوم الاثنين. "
    "ونفت الجبهة مقتل مدنيين في القرية. "
    "وأصيب عشرات السكان في القصف نفسه. "
    "وكانت القرية هادئة قبل ذلك بأسبوع."
)
TEXT = f"{TITLE}\n\n{BODY}\n"
GOLD = """
document: page
language: ar
articles:
  - title: قصف قرية الزيتون يوقع ضحايا
    role: article
    published: {start: 2031-03-05, end: 2031-03-05, basis: given}
    starts: أعلنت وكالة الوادي
    ends: قبل ذلك بأسبوع.
claims:
  - id: c1
    article: 1
    quote: مدفعية الجبهة قتلت 12 مدنيا على الأقل في قرية الزيتون يوم الاثنين
    head: قتلت
    type: ASSAULT
    polarity: affirmed
    certainty: stated
    chain:
      - {quote: وكالة الوادي, actor: Wadi Agency}
      - {quote: المرصد الأهلي, actor: Civic Observatory}
    agents: [{quote: مدفعية الجبهة, actor: The Front}]
    targets: [{quote: مدنيا, actor: civilians}]
    figures: [{quote: "12", measure: killed, low: 12, high: null, of: مدنيا}]
    time: {quote: يوم الاثنين, start: 2031-03-03, end: 2031-03-03}
    place: {quote: قرية الزيتون, name: Zaytun, lat: 33.0, lon: 44.0, km: 10}
  - id: c2
    article: 1
    quote: مقتل مدنيين في القرية
    head: مقتل
    type: ASSAULT
    polarity: denied
    certainty: stated
    chain: [{quote: الجبهة, actor: The Front}]
    targets: [{quote: مدنيين, actor: civilians}]
  - id: c3
    article: 1
    quote: وأصيب عشرات السكان في القصف نفسه
    head: أصيب
    type: ASSAULT
    polarity: affirmed
    certainty: hedged
    chain: []
    targets: [{quote: السكان, actor: residents}]
    figures: [{quote: عشرات, measure: wounded, low: 20, high: 99}]
  - id: c4
    article: 1
    quote: وكانت القرية هادئة
    head: هادئة
    type: STATE
    polarity: affirmed
    certainty: stated
    chain: []
    optional: true
"""


def make_folder(folder: Path, gold: str = GOLD, text: str = TEXT) -> tuple[Path, Path]:
    """Give a gold folder and a text folder with one page."""
    gold_dir, text_dir = folder / "gold", folder / "texts"
    gold_dir.mkdir(parents=True)
    text_dir.mkdir()
    (gold_dir / "page.yaml").write_text(gold, encoding="utf8")
    (text_dir / "page.txt").write_text(text, encoding="utf8")
    return gold_dir, text_dir


def make_gold(folder: Path, gold: str = GOLD, text: str = TEXT) -> GoldDocument:
    """Give the records of one annotation."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "page.yaml"
    path.write_text(gold, encoding="utf8")
    return load_gold(path, text)


def make_reading(gold: GoldDocument, text: str) -> dict[str, Any]:
    """Give the printed analysis of a reader that finds exactly what the gold says."""
    articles: list[dict[str, Any]] = [
        {"body": _span(article.body, text), "claims": []} for article in gold.articles if article.body
    ]
    for claim in gold.claims:
        if claim.span and articles:
            articles[min(claim.article, len(articles)) - 1]["claims"].append(_claim(claim, text))
    return {"schema": "riwaya.analysis/1", "articles": articles}


def write_reading(folder: Path, name: str, reading: dict[str, Any]) -> None:
    """Write a printed analysis where the scorers look for it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(reading, ensure_ascii=False), encoding="utf8")


def damage(reading: dict[str, Any], round_number: int, length: int) -> dict[str, Any]:
    """Give a copy of a reading with every kind of mistake, spread by position and round: no chance in it."""
    made = copy.deepcopy(reading)
    step = 0
    for article in made["articles"]:
        if round_number % 4 == 3:
            article["body"]["start"] = min(article["body"]["start"] + 40, article["body"]["end"])
        kept: list[dict[str, Any]] = []
        for claim in article["claims"]:
            step += 1
            kind = (step * 7 + round_number * 5) % 23
            if kind == 0:
                continue
            if kind % 3 == 0:
                _DAMAGES[(kind * 2 + 1) % _WHOLE](claim, length)
            _DAMAGES[kind % len(_DAMAGES)](claim, length)
            kept.append(claim)
            if kind == 5:
                kept.append(copy.deepcopy(claim))
            if kind == 11:
                kept.append({"span": {"start": step * 3 % length, "end": min(length, step * 3 % length + 30)}})
        article["claims"] = kept[::-1] if round_number % 2 else kept
    return made


def _shift(claim: dict[str, Any], length: int) -> None:
    span = claim["span"]
    span["end"] = max(span["start"], (span["start"] + span["end"]) // 2)


def _widen(claim: dict[str, Any], length: int) -> None:
    claim["span"]["start"] = max(0, claim["span"]["start"] - 25)
    claim["trigger"] = None


def _lose_trigger(claim: dict[str, Any], length: int) -> None:
    del claim["trigger"]


def _flip(claim: dict[str, Any], length: int) -> None:
    claim["polarity"] = "affirmed" if claim["polarity"] == "denied" else "denied"


def _doubt(claim: dict[str, Any], length: int) -> None:
    claim["certainty"] = "hedged" if claim["certainty"] == "stated" else "unknown"


def _retype(claim: dict[str, Any], length: int) -> None:
    claim["type"] = "STATE"


def _cut_chain(claim: dict[str, Any], length: int) -> None:
    claim["chain"] = claim["chain"][1:]


def _turn_chain(claim: dict[str, Any], length: int) -> None:
    claim["chain"] = claim["chain"][::-1]


def _name_only(claim: dict[str, Any], length: int) -> None:
    for link in claim["chain"]:
        link["span"] = None
        link["source"]["name"] = f"The {str(link['source']['name']).upper()}!"


def _strangers(claim: dict[str, Any], length: int) -> None:
    for role in ("agents", "targets"):
        for mention in claim[role]:
            mention["actor"] = {"id": None, "name": None}
            mention["span"] = {"start": 0, "end": 3}


def _more_people(claim: dict[str, Any], length: int) -> None:
    claim["agents"] = claim["agents"] + claim["targets"]


def _change_figures(claim: dict[str, Any], length: int) -> None:
    for figure in claim["figures"]:
        figure["high"] = figure["low"]
    claim["figures"] = claim["figures"] + claim["figures"][:1]


def _lose_figures(claim: dict[str, Any], length: int) -> None:
    claim["figures"] = None


def _move_place(claim: dict[str, Any], length: int) -> None:
    if claim["place"]:
        claim["place"]["lat"] += 1.1


def _blur_place(claim: dict[str, Any], length: int) -> None:
    if claim["place"]:
        claim["place"]["lat"] = None


def _late(claim: dict[str, Any], length: int) -> None:
    if claim["time"]:
        claim["time"]["end"] = "2099-01-01"


def _lose_fields(claim: dict[str, Any], length: int) -> None:
    for key in ("time", "place", "certainty", "chain"):
        claim.pop(key, None)


def _lose_span(claim: dict[str, Any], length: int) -> None:
    claim["span"] = None


def _nothing(claim: dict[str, Any], length: int) -> None:
    pass


_DAMAGES = (
    _nothing, _shift, _widen, _lose_trigger, _flip, _doubt, _retype, _cut_chain, _turn_chain, _name_only, _strangers,
    _more_people, _change_figures, _lose_figures, _move_place, _blur_place, _late, _nothing, _lose_fields,
)  # fmt: skip
_WHOLE = _DAMAGES.index(_lose_figures)
"""The damages before this one leave every field there for another to damage."""


def _claim(claim: GoldClaim, text: str) -> dict[str, Any]:
    place = claim.place
    return {
        "span": _span(claim.span, text),
        "trigger": _span(claim.head, text),
        "type": claim.type,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "chain": [_mention(link, "source", text) for link in claim.chain],
        "agents": [_mention(agent, "actor", text) for agent in claim.agents],
        "targets": [_mention(target, "actor", text) for target in claim.targets],
        "figures": [
            {"measure": f.measure, "low": f.low, "high": f.high, "span": _span(f.span, text)} for f in claim.figures
        ],
        "time": {"start": claim.time.start, "end": claim.time.end} if claim.time else None,
        "place": {"name": place.name, "lat": place.lat, "lon": place.lon, "span": _span(place.span, text)}
        if place
        else None,
    }


def _mention(mention: GoldMention, who: str, text: str) -> dict[str, Any]:
    return {who: {"id": None, "name": mention.actor}, "span": _span(mention.span, text)}


def _span(span: Span | None, text: str) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "text": span.of(text)} if span else None
