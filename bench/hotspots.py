"""Where the time goes: profile the reader over the sample pages.

python bench/hotspots.py [--texts FOLDER] [--top 40] [--sort tottime|cumtime]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import cProfile  # noqa: E402
import pstats  # noqa: E402

from bench.texts import SAMPLES, load_sentences, make_articles  # noqa: E402
from riwaya.model.document import Hints  # noqa: E402
from riwaya.pipeline import analyze  # noqa: E402


def main() -> None:
    """Print the functions that took longest over 200 articles, after a warm-up."""
    ask = argparse.ArgumentParser(description="Profile the reader over articles made from the sample pages.")
    ask.add_argument("--texts", type=Path, default=SAMPLES)
    ask.add_argument("--top", type=int, default=40)
    ask.add_argument("--sort", choices=["tottime", "cumtime"], default="tottime")
    ask.add_argument("--articles", type=int, default=200)
    args = ask.parse_args()
    articles = make_articles(load_sentences(args.texts), args.articles)
    hints = Hints(published="2024-07-30", outlet="Bench", language="ar")
    for article in articles[:20]:
        analyze(article, name="warm-up", hints=hints)
    profile = cProfile.Profile()
    profile.enable()
    for article in articles:
        analyze(article, name="bench", hints=hints)
    profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats(args.sort).print_stats(args.top)


if __name__ == "__main__":
    main()
