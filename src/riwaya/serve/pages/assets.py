"""Which file is which among the built assets: names carry a digest, so that browsers may keep them for good."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from riwaya.errors import ConfigError

URL = "/static/built/"


@dataclass(frozen=True, slots=True)
class Assets:
    """The built assets."""

    folder: Path
    names: dict[str, str] = field(repr=False)

    def url(self, name: str) -> str:
        """Give the address of an asset by its plain name: ``desk.css``."""
        return URL + self.names[name]


def load_assets() -> Assets:
    """Give the assets of this installation.

    Raises:
        ConfigError: They were never built.
    """
    folder = Path(str(files("riwaya.serve") / "static" / "built"))
    try:
        names: Any = json.loads((folder / "manifest.json").read_text(encoding="utf8"))
    except FileNotFoundError as error:
        raise ConfigError("The desk's assets are not built.", hint="Run `make assets`, then start it again.") from error
    return Assets(folder, {str(key): str(value) for key, value in names.items()})
