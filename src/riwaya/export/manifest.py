"""The manifest of an export: which ledger, which version, which rule, which part; the same for the same ledger, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riwaya import __version__
from riwaya.errors import ExportDiffers
from riwaya.export.job import Job
from riwaya.export.lookup import tables_digest
from riwaya.export.redaction import load_profiles
from riwaya.ledger.identity import packs_digest
from riwaya.stages.reconcile import find_policy

SCHEMA = "riwaya.export/1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is told beside an export."""

    content: Mapping[str, Any]
    """As JSON: schema, shape, file, rows, columns, left_out, policy, filters, options, redaction, ledger, made_by, at."""

    @property
    def digest(self) -> str:
        """SHA-256 of the file."""
        return self.content["file"]["sha256"]

    @property
    def rows(self) -> int:
        """How many rows, or objects, were written."""
        return self.content["rows"]

    @property
    def left_out(self) -> dict[str, int]:
        """How many claims or events have no row, by reason, the commonest first."""
        return {one["why"]: one["count"] for one in self.content["left_out"]}

    def text(self) -> str:
        """Give it as it is written: indented JSON with a line feed at the end."""
        return json.dumps(self.content, ensure_ascii=False, indent=2) + "\n"


def manifest_path(path: Path) -> Path:
    """Give where the manifest of a file lies: beside it, ``.manifest.json`` added."""
    return path.with_name(f"{path.name}.manifest.json")


def make_manifest(job: Job, *, name: str, digest: str, size: int, libraries: Mapping[str, str]) -> Manifest:
    """Tell of an export that was written."""
    shape = job.shape
    return Manifest(
        {
            "schema": SCHEMA,
            "shape": shape.name,
            "title": shape.title,
            "file": {"name": name, "sha256": digest, "bytes": size},
            "rows": job.count.rows,
            "row": shape.row,
            "columns": [one.name for one in shape.columns],
            "left_out": [
                {"why": why, "count": many, "ids": job.count.named[why]}
                for why, many in sorted(job.count.left_out.items(), key=lambda item: (-item[1], item[0]))
            ],
            "policy": _policy(job.policy),
            "filters": job.wanted.as_dict(),
            "options": job.options.as_dict(),
            "redaction": _redaction(job.options.redaction),
            "ledger": {"digest": job.state.digest, "at": job.state.at, "audit_rows": job.state.rows},
            "made_by": {"riwaya": __version__, "packs": packs_digest(), "tables": tables_digest(), **libraries},
            "limits": shape.limits,
            "at": job.at,
        }
    )


def load_manifest(path: Path) -> Manifest:
    """Read the manifest of an export, by the name of the export or its own.

    Raises:
        ExportDiffers: There is none, or it is no manifest.
    """
    own = path if path.name.endswith(".manifest.json") else manifest_path(path)
    try:
        content = json.loads(own.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise ExportDiffers(f"{own} cannot be read as a manifest: {error}.") from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:  # pyright: ignore[reportUnknownMemberType]
        raise ExportDiffers(f"{own} is no manifest of an export.")
    return Manifest(content)  # pyright: ignore[reportUnknownArgumentType]


def _policy(name: str | None) -> dict[str, Any] | None:
    if name is None:
        return None
    policy, _ = find_policy(name)
    return {
        "name": name,
        "title": policy.name.en,
        "rule": policy.rule.en,
        "limits": policy.limits.en,
        "source": policy.source,
    }


def _redaction(profile: str | None) -> dict[str, str] | None:
    found = next((one for one in load_profiles() if one.id == profile), None)
    return {"profile": found.id, "rule": found.rule.en} if found else None
