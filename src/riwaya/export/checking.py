"""Check an export: the file against its manifest, and both against the ledger they were made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from riwaya import __version__
from riwaya.errors import DocumentMissing
from riwaya.export.external import ExternalIds
from riwaya.export.lookup import tables_digest
from riwaya.export.manifest import Manifest, load_manifest
from riwaya.export.tracing import options_of, wanted_of
from riwaya.export.writing import Progress, write
from riwaya.ledger.identity import packs_digest
from riwaya.ledger.stream import streaming
from riwaya.ledger.view import View

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found of an export."""

    manifest: Manifest
    problems: tuple[str, ...]
    """What is wrong; empty where all is well."""
    remarks: tuple[str, ...]
    """What could not be checked, and why."""
    is_remade: bool
    """Whether it was made again from the ledger and compared, byte for byte."""


def verify_export(
    path: Path, view: View | None = None, *, external: ExternalIds | None = None, progress: Progress | None = None
) -> Check:
    """Check a file against its manifest, and where a ledger is given make it again from that and compare every byte.

    Args:
        path: The file, its manifest beside it.
        view: Of the ledger it was made of.
        external: The table of ids it was made with.
        progress: As for `write`.

    Raises:
        ExportDiffers: There is no manifest.
        DocumentMissing: There is no file.
    """
    manifest = load_manifest(path)
    problems = _against_manifest(path, manifest)
    if view is None:
        return Check(manifest=manifest, problems=tuple(problems), remarks=("no ledger was asked",), is_remade=False)
    found, remarks, is_remade = _against_ledger(view, manifest, external, progress)
    return Check(manifest=manifest, problems=(*problems, *found), remarks=tuple(remarks), is_remade=is_remade)


def _against_manifest(path: Path, manifest: Manifest) -> list[str]:
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as held:
            while block := held.read(_BLOCK):
                digest.update(block)
                size += len(block)
    except OSError as error:
        raise DocumentMissing(f"{path} cannot be read: {error.strerror}.") from error
    told = manifest.content["file"]
    problems: list[str] = []
    if size != told["bytes"]:
        problems.append(f"the file has {size} bytes, its manifest says {told['bytes']}")
    if digest.hexdigest() != told["sha256"]:
        problems.append("the file is not the one that its manifest was written for")
    return problems


def _against_ledger(
    view: View, manifest: Manifest, external: ExternalIds | None, progress: Progress | None
) -> tuple[list[str], list[str], bool]:
    told = manifest.content["ledger"]
    with streaming(view.engine) as stream:
        state = stream.state()
        held = stream.held(told["digest"])
    if held is None:
        return (
            [f"the ledger does not hold {told['digest'][:16]}…: it is another one, or its audit was cut short"],
            [],
            False,
        )
    if state.digest != told["digest"]:
        after = state.rows - held
        return (
            [],
            [f"the ledger has gone on since by {after} rows of its audit: only its state of then gives these bytes"],
            False,
        )
    remarks = _cannot_remake(manifest, external)
    if remarks:
        return [], remarks, False
    made = remake(view, manifest, external, progress)
    if made.digest != manifest.digest:
        return ["the ledger gives other bytes for the same request"], [], True
    differing = [name for name in manifest.content if made.content.get(name) != manifest.content[name]]
    return [f"the manifest was changed: {name}" for name in differing], [], True


def _cannot_remake(manifest: Manifest, external: ExternalIds | None) -> list[str]:
    told, made_by = manifest.content["options"], manifest.content["made_by"]
    if made_by["riwaya"] != __version__:
        return [f"it was made by Riwaya {made_by['riwaya']}, this is {__version__}"]
    if told.get("external_ids") != (external.digest if external else None):
        return ["it was made with another table of ids: give that one with --ids"]
    changed = [name for name, digest in _made_by().items() if made_by.get(name) != digest]
    return [f"it was made with other {' and '.join(changed)} than these"] if changed else []


def _made_by() -> dict[str, str]:
    return {"packs": packs_digest(), "tables": tables_digest()}


def remake(
    view: View, manifest: Manifest, external: ExternalIds | None = None, progress: Progress | None = None
) -> Manifest:
    """Make an export again as its manifest tells, throw the bytes away and give the manifest."""
    content = manifest.content
    return write(
        view,
        content["shape"],
        _Nowhere(),  # type: ignore[arg-type] # it has what writers use
        policy=content["policy"]["name"] if content["policy"] else None,
        wanted=wanted_of(content["filters"]),
        options=replace(options_of(manifest), external=external or ExternalIds()),
        name=content["file"]["name"],
        progress=progress,
    )


class _Nowhere:
    def write(self, data: bytes) -> int:
        return len(data)
