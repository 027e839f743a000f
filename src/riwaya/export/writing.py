"""Give a ledger out in a shape: to a stream, or to a file with its manifest beside it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import BinaryIO

from riwaya.errors import DateInvalid, ExportError, ExportInvalid
from riwaya.export.job import Job
from riwaya.export.manifest import Manifest, make_manifest, manifest_path
from riwaya.export.options import Options, Wanted
from riwaya.export.redaction import find_redactor
from riwaya.export.registry import find_shape
from riwaya.export.shape import Shape
from riwaya.ledger.stream import State, Stream, streaming
from riwaya.ledger.view import View
from riwaya.stages.reconcile import DEFAULT_POLICY, find_policy

Progress = Callable[[int], Callable[[], None]]
"""Given how many claims or events there are, gives what is called after each."""
_LIBRARIES = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}


def write(
    view: View,
    shape: str,
    to: BinaryIO,
    *,
    policy: str | None = None,
    wanted: Wanted | None = None,
    options: Options | None = None,
    name: str = "",
    progress: Progress | None = None,
) -> Manifest:
    """Write a ledger in a shape to a binary stream. The one door: command, desk, API and notebooks go through it.

    It streams: rows are written as they are read, in bounded memory, out of one state of the ledger. The stream needs no
    more than ``write``; it is neither sought nor closed.

    Args:
        view: Of the ledger, as `Ledger.view` gives it.
        shape: Name of the shape; `riwaya.export.NAMES` lists them.
        to: Takes the bytes.
        policy: Name of the policy, with its actor where it takes one; the shape's own when left out.
        wanted: Which part of the ledger; all of it when left out.
        options: How cells are written; redaction.
        name: What the manifest calls the file.
        progress: Told how much there is; what it gives is called after each claim or event.

    Returns:
        The manifest, with the digest of what was written.

    Raises:
        ExportInvalid: There is no such shape or profile, or the policy does not fit the shape.
        ExportExtraMissing: The shape needs a library that is not installed.
        ExportError: A row fails a check of its own; what was written until then is of no use.
        InputError: There is no such policy.
    """
    asked = options or Options()
    found = find_shape(shape, asked.table)
    chosen = choose_policy(found, policy)
    find_redactor(asked.redaction)
    with streaming(view.engine) as stream:
        job = make_job(stream, found, chosen, wanted or Wanted(), asked)
        if progress is not None:
            job.tick = progress(job.total())
        sink = _Sink(to)
        found.write(job, sink)  # type: ignore[arg-type] # it has what writers use
        return make_manifest(
            job, name=name, digest=sink.digest.hexdigest(), size=sink.size, libraries=_libraries(found)
        )


def write_file(
    view: View,
    shape: str,
    path: str | Path,
    *,
    policy: str | None = None,
    wanted: Wanted | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Manifest:
    """Write a file, whole or not at all, and its manifest beside it (``FILE.manifest.json``).

    Raises:
        ExportError: As `write`; or the file cannot be written. No file is left behind.
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}.", hint="Name another place.") from error
    try:
        with os.fdopen(handle, "wb") as to:
            made = write(
                view, shape, to, policy=policy, wanted=wanted, options=options, name=target.name, progress=progress
            )
        Path(partial).chmod(0o666 & ~_umask())
        Path(partial).replace(target)
        manifest_path(target).write_text(made.text(), encoding="utf8")
    except OSError as error:
        raise ExportError(
            f"{target} cannot be written: {error.strerror}.", hint="Make room, or name another place."
        ) from error
    finally:
        with suppress(FileNotFoundError):
            Path(partial).unlink()
    return made


def make_job(stream: Stream, shape: Shape, policy: str | None, wanted: Wanted, options: Options) -> Job:
    """Give what a writer gets, over one state of a ledger."""
    state = stream.state()
    return Job(
        shape=shape, stream=stream, state=state, wanted=wanted, options=options, policy=policy, at=_time(state, options)
    )


def choose_policy(shape: Shape, policy: str | None) -> str | None:
    """Give the policy that a shape is written with.

    Raises:
        ExportInvalid: It does not fit, or the shape chooses no number and one is named.
        InputError: There is no such policy.
    """
    if policy is None:
        return shape.policy
    found, _ = find_policy(policy)
    if shape.policy is None:
        raise ExportInvalid(f"The shape {shape.name} chooses no number, so no policy.", hint="Leave --policy out.")
    if shape.methods and found.method not in shape.methods:
        raise ExportInvalid(
            f"The policy {found.id} gives {shape.name} no number for its columns.",
            hint=f"Leave --policy out ({shape.policy or DEFAULT_POLICY}), or see `riwaya export --list`.",
        )
    return policy.strip()


def _time(state: State, options: Options) -> str:
    if options.at is None:
        return state.at
    try:
        moment = datetime.fromisoformat(options.at)
    except ValueError as error:
        raise DateInvalid(f"{options.at!r} is no ISO date or date-time.") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _libraries(shape: Shape) -> dict[str, str]:
    """Versions of the libraries that make the bytes of a shape."""
    name = _LIBRARIES.get(shape.extra or "")
    if name is None:
        return {}
    try:
        return {name: version(name)}
    except PackageNotFoundError:
        return {}


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class _Sink:
    """Passes bytes on, and keeps their digest and how many they are."""

    def __init__(self, to: BinaryIO) -> None:
        self._to = to
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes | bytearray | memoryview) -> int:
        raw = bytes(data)
        self.digest.update(raw)
        self.size += len(raw)
        self._to.write(raw)
        return len(raw)

    def flush(self) -> None:
        """Do nothing: whoever opened the stream flushes it."""

    def tell(self) -> int:
        """Give how many bytes there are."""
        return self.size

    def close(self) -> None:
        """Do nothing: whoever opened the stream closes it."""

    @property
    def closed(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False
