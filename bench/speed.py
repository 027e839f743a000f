"""How fast whole articles are read, against the floor, and whether time grows with length alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.clock import best_seconds
from bench.floor import make_dictionary, make_names, read_least, read_names
from bench.texts import load_sentences, make_articles, make_long_text
from riwaya.model.document import Hints
from riwaya.pipeline import analyze

HINTS = Hints(published="2024-07-30", outlet="Bench", url=None, language="ar")
REAL_PAGES = Path(__file__).parents[2] / "shared" / "corpus" / "unannotated"
"""Newspaper pages beside the repository, where there are any: they hold half as many claims as the samples."""
TARGET_PER_SECOND = 200
TARGET_RATIO = 20
LENGTHS = (10_000, 100_000, 1_000_000)


def measure_speed(sentences: list[str], count: int = 300) -> dict[str, Any]:
    """Give articles of 3 kB per second and core, for the floor and for the reader."""
    articles = make_articles(sentences, count)
    dictionary, names = make_dictionary(sentences), make_names(sentences)
    claims = sum(len(analyze(article, name="warm-up", hints=HINTS).claims) for article in articles[:20])
    floor = best_seconds(lambda: [read_least(article, dictionary) for article in articles])
    floor_of_names = best_seconds(lambda: [read_names(article, names) for article in articles])
    full = best_seconds(lambda: [analyze(article, name="bench", hints=HINTS) for article in articles])
    return {
        "articles": count,
        "kb_per_article": round(sum(map(len, articles)) / count / 1000, 2),
        "claims_per_article": round(claims / 20, 1),
        "floor_articles_per_second": round(count / floor),
        "articles_per_second": round(count / full, 1),
        "articles_per_second_target": TARGET_PER_SECOND,
        "names_per_article": round(sum(read_names(article, names) for article in articles) / count, 1),
        "floor_of_names_articles_per_second": round(count / floor_of_names),
        "times_the_floor": round(full / floor, 1),
        "times_the_floor_of_names": round(full / floor_of_names, 1),
        "times_the_floor_target": TARGET_RATIO,
        "holds": count / full >= TARGET_PER_SECOND and full / floor <= TARGET_RATIO,
        **_measure_real_pages(count),
    }


def _measure_real_pages(count: int) -> dict[str, Any]:
    """Give the same for articles of newspapers; nothing where no pages lie beside the repository."""
    if not REAL_PAGES.is_dir():
        return {}
    articles = make_articles(load_sentences(REAL_PAGES), count)
    claims = sum(len(analyze(article, name="warm-up", hints=HINTS).claims) for article in articles[:20])
    full = best_seconds(lambda: [analyze(article, name="bench", hints=HINTS) for article in articles])
    return {
        "real_pages_per_second": round(count / full, 1),
        "real_claims_per_article": round(claims / 20, 1),
    }


def measure_linearity(sentences: list[str]) -> dict[str, Any]:
    """Give milliseconds per kB at growing lengths; a straight line keeps them equal."""
    per_kb: dict[str, float] = {}
    claims: dict[str, float] = {}
    for length in LENGTHS:
        text = make_long_text(sentences, length)
        claims[f"{length // 1000} kB"] = round(
            len(analyze(text, name="long", hints=HINTS).claims) / (len(text) / 1000), 2
        )
        seconds = best_seconds(lambda text=text: analyze(text, name="long", hints=HINTS), rounds=2)
        per_kb[f"{length // 1000} kB"] = round(seconds * 1000 / (len(text) / 1000), 3)
    values = list(per_kb.values())
    growth = round(values[-1] / values[0], 2)
    return {
        "ms_per_kb": per_kb,
        "claims_per_kb": claims,
        "growth": growth,
        "growth_target": 2.0,
        "holds": growth <= 2.0,
    }
