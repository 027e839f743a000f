"""What makes two pages, readings or claims the same: ids from content, series over versions, words over readers.

- A *page* is bytes together with who published them where. The same page twice is one page.
- A *series* is a page through its versions: the pages under one URL, else under one name in one ingested source.
- A *reading* is a page as one engine read it with one set of hints.
- *Words* are a stretch of a series' text with its trigger: a judgement holds for them, whoever reads them again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from urllib.parse import urlsplit, urlunsplit

from riwaya import __version__
from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.model.ids import content_id
from riwaya.plugins.hookspecs import PROJECT
from riwaya.plugins.manager import installed_plugins


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineIdentity:
    """What reads: the version, its packs and the plugins that add to them."""

    id: str
    version: str
    packs: str
    """Digest over every file of the packs."""
    plugins: str
    """Names and versions, sorted."""


@dataclass(frozen=True, slots=True)
class PageIds:
    """Ids of a page that is kept."""

    raw: str
    """Digest of its bytes."""
    page: str
    reading: str


def find_engine(*, plugins: bool | None = None) -> EngineIdentity:
    """Give the identity of this installation.

    Args:
        plugins: Whether they are used; the setting decides when left out.
    """
    names = installed_plugins(enabled=plugins).names
    told = ", ".join(f"{name} {_plugin_version(name)}" for name in names)
    return EngineIdentity(
        id=content_id("eng", __version__, packs_digest(), told), version=__version__, packs=packs_digest(), plugins=told
    )


@cache
def packs_digest() -> str:
    """Give the digest over the packs: every file's path and bytes."""
    digest = hashlib.sha256()
    for name, file in sorted(_iter_files(files("riwaya") / "packs", "")):
        raw = file.read_bytes()
        digest.update(f"{len(name)}:{name}{len(raw)}:".encode())
        digest.update(raw)
    return digest.hexdigest()


def page_id(raw_digest: str, hints: Hints) -> str:
    """Give the id of bytes published by somebody somewhere."""
    return content_id("pag", raw_digest, hints.outlet or "", normalize_url(hints.url) or "")


def reading_id(page: str, engine: str, hints: Hints) -> str:
    """Give the id of a page as an engine reads it."""
    return content_id("rdg", page, engine, hints.published or "", hints.language or "")


def url_key(hints: Hints) -> str | None:
    """Give the key under which versions of an address are found; None without an address."""
    url = normalize_url(hints.url)
    return content_id("url", url) if url else None


def name_key(source: str, name: str) -> str | None:
    """Give the key under which versions of a name are found; None for standard input, which has none.

    Args:
        source: What was ingested: a label given by the caller, or the folder's own path.
        name: Name within it.
    """
    # Joined first: a folder and a folder above it meet the same file under different names.
    return content_id("nam", os.path.normpath(f"{source}/{name}")) if name and name != "-" else None


def words_keys(series: str, claims: Iterable[Claim], text: str) -> list[str]:
    """Give the key of each claim's words: its span and trigger as written, and which of several equal ones it is."""
    seen: dict[tuple[str, str], int] = {}
    keys: list[str] = []
    for claim in claims:
        said = (claim.span.of(text), claim.trigger.of(text))
        seen[said] = seen.get(said, 0) + 1
        keys.append(content_id("wrd", series, *said, seen[said]))
    return keys


def normalize_url(url: str | None) -> str | None:
    """Give an address without what does not tell pages apart: letter case of the host, default port, fragment."""
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        port = f":{parts.port}" if parts.port and (parts.scheme, parts.port) not in _DEFAULT_PORTS else ""
    except ValueError:
        return url.strip()
    if not parts.hostname:
        return url.strip()
    return urlunsplit((parts.scheme.lower(), parts.hostname + port, parts.path or "/", parts.query, ""))


_DEFAULT_PORTS = {("http", 80), ("https", 443)}


def _iter_files(folder: Traversable, prefix: str) -> Iterable[tuple[str, Traversable]]:
    for child in folder.iterdir():
        if child.is_dir():
            if child.name != "__pycache__":
                yield from _iter_files(child, f"{prefix}{child.name}/")
        elif child.is_file():
            yield f"{prefix}{child.name}", child


def _plugin_version(name: str) -> str:
    for entry in entry_points(group=PROJECT, name=name):
        if entry.dist is not None:
            try:
                return version(entry.dist.name)
            except PackageNotFoundError:
                break
    return "?"
