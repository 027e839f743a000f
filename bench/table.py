"""One readable table of a run."""

from __future__ import annotations

from typing import Any

from rich.table import Table

_ROWS = (
    ("speed", "articles of 3 kB per second and core", "articles_per_second", "at least {articles_per_second_target}"),
    ("speed", "claims in each of them", "claims_per_article", ""),
    ("speed", "the same of newspaper pages, where there are any", "real_pages_per_second", ""),
    ("speed", "claims in each of those", "real_claims_per_article", ""),
    ("speed", "the floor: decode, NFC, fold, words, one look-up each", "floor_articles_per_second", ""),
    ("speed", "times the floor", "times_the_floor", "at most {times_the_floor_target}"),
    (
        "speed",
        "the floor of names: words and marks, names of one to three words",
        "floor_of_names_articles_per_second",
        "",
    ),
    ("speed", "times the floor of names", "times_the_floor_of_names", "at most {times_the_floor_target}"),
    ("process", "seconds of one `riwaya analyze`, cold", "cold_start_seconds", "under {cold_start_seconds_target}"),
    ("process", "seconds of Python alone", "python_alone_seconds", ""),
    ("process", "peak MB, one article", "peak_mb_article", "under {peak_mb_target}"),
    ("process", "peak MB, 1 MB of text", "peak_mb_1_mb_text", "under {peak_mb_target}"),
    ("length", "ms per kB at growing length", "ms_per_kb", ""),
    ("length", "claims per kB at growing length (is it all read?)", "claims_per_kb", ""),
    ("length", "longest against shortest, per kB", "growth", "at most {growth_target}"),
    (
        "ledger",
        "ingest as a share of bare reading: made-up news, the worst case, real pages",
        "shares",
        "at least {share_target}",
    ),
    ("large", "claims in the large ledger", "claims", ""),
    ("large", "ms for one new document to join it, reading included", "join_ms", "under {join_ms_target}"),
    ("large", "ms for one event of it", "event_ms", "under {event_ms_target}"),
    ("large", "ms for 50 claims of one place", "claims_ms", ""),
    ("dates", "date expressions read right: riwaya", "riwaya", "more than dateparser"),
    ("dates", "date expressions read right: dateparser", "dateparser", ""),
    ("dates", "of", "of", ""),
    ("dates", "first day right, however wide", "starts_right", ""),
    ("events", "seconds to find the events of so many claims", "seconds", ""),
    ("events", "microseconds a claim", "microseconds_per_claim", ""),
    ("events", "a claim among the most against one among the fewest", "growth", "at most {growth_target}"),
)


def build_tables(results: dict[str, Any]) -> list[Table]:
    """Give the table of all figures, and that of dates by group when they were measured."""
    main = Table("figure", "measured", "target", title="bench", caption=f"rules {results['machine']['rules']}")
    for part, words, key, target in _ROWS:
        if part in results and key in results[part]:
            main.add_row(words, _show(results[part][key]), target.format(**results[part]))
    tables = [main]
    if "dates" in results:
        groups = Table("dates", "of", "riwaya", "dateparser")
        for name, group in results["dates"]["groups"].items():
            groups.add_row(name, str(group["of"]), str(group["riwaya"]), str(group["dateparser"]))
        tables.append(groups)
    return tables


def _show(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {one}" for name, one in value.items())
    return str(value)
