"""Texts to measure on: made from the project's sample pages, no two alike."""

from __future__ import annotations

import re
from itertools import cycle, islice
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "src" / "riwaya" / "samples" / "pages"
ARTICLE_BYTES = 3000
_SENTENCE = re.compile(r"(?<=[.\n] )[^.\n]{60,400}\.(?=\s)|(?<=\n)[^.\n]{60,400}\.(?=\s)")
"""Whole sentences only: headings and menus would make the page layout cut an article short."""


def load_sentences(folder: Path = SAMPLES) -> list[str]:
    """Give the sentences of all plain pages of a folder, in order.

    Raises:
        SystemExit: The folder holds none.
    """
    pages = [path.read_text(encoding="utf8") for path in sorted(folder.rglob("*.txt"))]
    sentences = list(dict.fromkeys(hit[0].strip() for page in pages for hit in _SENTENCE.finditer(page)))
    if not sentences:
        raise SystemExit(f"no pages to measure on in {folder}")
    return sentences


def make_articles(sentences: list[str], count: int, size: int = ARTICLE_BYTES) -> list[bytes]:
    """Give ``count`` different articles of at least ``size`` bytes of UTF-8.

    Each starts at another sentence and takes them at another stride, so that no article, and hardly any paragraph,
    repeats another. What readers remember of words they have seen stays as useful as in a stream of news.
    """
    return [_article(sentences, number, size) for number in range(count)]


def make_long_text(sentences: list[str], size: int) -> bytes:
    """Give one text of ``size`` bytes, give or take a paragraph.

    Every paragraph has a number in its words: pages print paragraphs twice, and what stands before is not read again.
    """
    made: list[bytes] = []
    held = 0
    number = 0
    while held < size:
        words = " ".join(sentences[(number * 4 + step) % len(sentences)] for step in range(4)).split(" ")
        words.insert(5, f"({number})")
        made.append((" ".join(words) + "\n\n").encode())
        held += len(made[-1])
        number += 1
    return b"".join(made)


def _article(sentences: list[str], number: int, size: int) -> bytes:
    length = len(sentences)
    stride = 1 + number // length * 2
    while length % stride == 0 and stride > 1:
        stride += 1
    order = (number + step * stride for step in range(length))
    made: list[bytes] = []
    held = 0
    for step, at in enumerate(islice(cycle(list(order)), size)):
        sentence = sentences[at % length].strip() + ("\n\n" if step % 4 == 3 else " ")
        made.append(sentence.encode())
        held += len(made[-1])
        if held >= size:
            break
    return b"".join(made)
