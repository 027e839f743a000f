"""What mkdocs is told beyond mkdocs.yml: pages from outside docs/, parts that are kept once, lists as they were meant.

- A file of the repository that a page links to (README.md, a table of pairs) becomes a page or file under ``repository/``.
- ``<!-- from: FILE#HEADING -->`` alone on a line stands for what is under that heading, ``<!-- from: FILE -->`` for a whole
  file as code, so that no figure is written down twice.
- Lists are indented by two in the sources, and follow their sentence directly; Python-Markdown wants four, and a blank line.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
PLACE = "repository"
"""Where the site has what lies outside docs/."""
_PARTS = re.compile(r"(?ms)(^ *```.*?^ *```$\n?)")
_LINK = re.compile(r"(?<=\]\()[^)\s]+(?=\))|(?<=src=\")[^\"]+(?=\")|(?<=href=\")[^\"]+(?=\")")
_FROM = re.compile(r"(?m)^<!-- from: ([^\s#]+)(?:#(\S+))? -->$")
_ITEM = re.compile(r"(?m)^ {2,3}(?=(?:[-*]|\d+\.) )")
_BARE_LIST = re.compile(r"(?m)^(?! *(?:[-*]|\d+\.) |\|)(\S.*)\n(?=(?:-|1\.) )")


def on_files(files: Files, *, config: Any) -> Files:
    """Add what pages link to outside docs/, and what those pages link to."""
    waiting = [f"docs/{file.src_uri}" for file in files.documentation_pages()]
    known = set(waiting)
    while waiting:
        source = waiting.pop()
        if not source.endswith(".md"):
            continue
        for link in _LINK.findall(_outside_code(_expand((ROOT / source).read_text(encoding="utf8"), source))):
            target = _target(link, source)
            if target and target not in known and not target.startswith("docs/") and (ROOT / target).is_file():
                known.add(target)
                waiting.append(target)
                files.append(File.generated(config, f"{PLACE}/{target}", abs_src_path=str(ROOT / target)))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Give the text of a page with its parts in place, its links led right, and its lists indented."""
    source = _source(page.file.src_uri)
    whole = _expand(markdown, source)
    return _each_outside_code(whole, lambda part: _indent(_relink(part, source, page.file.src_uri)))


def _source(uri: str) -> str:
    """Give the path in the repository of what the site has at ``uri``."""
    return uri.removeprefix(f"{PLACE}/") if uri.startswith(f"{PLACE}/") else f"docs/{uri}"


def _uri(target: str) -> str:
    return target.removeprefix("docs/") if target.startswith("docs/") else f"{PLACE}/{target}"


def _target(link: str, source: str) -> str | None:
    """Give the path in the repository that a link of a page leads to; None for another site or the page itself."""
    path = link.partition("#")[0]
    if not path or re.match(r"[a-z]+:", link):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _relink(text: str, source: str, uri: str) -> str:
    def lead(found: re.Match[str]) -> str:
        target = _target(found[0], source)
        if target is None:
            return found[0]
        mark = found[0].partition("#")[1:]
        return posixpath.relpath(_uri(target), posixpath.dirname(uri) or ".") + "".join(mark)

    return _LINK.sub(lead, text)


def _expand(text: str, source: str) -> str:
    """Put the parts that are kept elsewhere in the place of their marks.

    Raises:
        ValueError: There is no such heading.
    """

    def fetch(found: re.Match[str]) -> str:
        kept = (ROOT / found[1]).read_text(encoding="utf8")
        if found[2] is None:
            return f"```yaml\n{kept.rstrip()}\n```"
        return _relink_from(_section(kept, found[2]), found[1], source)

    return _FROM.sub(fetch, text)


def _relink_from(text: str, kept_in: str, source: str) -> str:
    """Make links of one file links of another."""

    def lead(found: re.Match[str]) -> str:
        target = _target(found[0], kept_in)
        if target is None:
            return found[0]
        return posixpath.relpath(target, posixpath.dirname(source) or ".") + "".join(found[0].partition("#")[1:])

    return _LINK.sub(lead, text)


def _section(text: str, slug: str) -> str:
    for part in re.split(r"(?m)^## ", text)[1:]:
        head, _, body = part.partition("\n")
        if re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") == slug:
            return body.strip()
    raise ValueError(f"no heading {slug}")


def _indent(text: str) -> str:
    return _BARE_LIST.sub(r"\1\n\n", _ITEM.sub("    ", text))


def _outside_code(text: str) -> str:
    return "".join(_PARTS.split(text)[::2])


def _each_outside_code(text: str, change: Callable[[str], str]) -> str:
    parts = _PARTS.split(text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))
