"""What the tasks of one grouping share: written once, read by each, so that a task is a few words to send."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riwaya.batch.manifest import STEPS, Row, read_row, row_path, write_row
from riwaya.errors import BatchFolderInvalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One grouping of the shards of a batch."""

    folder: Path
    key: str
    """The same for the same pages in the same shards, and the same engine."""
    shards: tuple[tuple[str, str], ...]
    """Key and file of `pages` of each."""
    buckets: int
    """Parts into which keys are cut."""
    engine: str

    @property
    def steps(self) -> Path:
        """Give the folder of what steps hand on."""
        return self.folder / STEPS

    def task(self, step: str, number: int) -> str:
        """Give the key of a task."""
        return f"{step}.{self.key}.{number:06d}"

    def path(self, step: str, number: int) -> Path:
        """Give where the row of a task lies."""
        return row_path(self.folder, step, f"{self.key}.{number:06d}")

    def row(self, step: str, number: int) -> Row:
        """Give the row of a task that is done.

        Raises:
            BatchFolderInvalid: It is not.
        """
        found = read_row(self.path(step, number))
        if found is None:
            raise BatchFolderInvalid(f"Step {step} of part {number} is not done in {self.folder}.")
        return found

    def write(self, step: str, number: int, row: Row) -> Row:
        """Write the row of a task, and give it."""
        made = {"step": step, "key": self.key, "number": number} | row
        write_row(self.path(step, number), made)
        return made

    def bases(self, column: str) -> list[int]:
        """Give the number of the first of something of each shard in the whole, and behind the last the number of all."""
        told = read_row(self.folder / STEPS / f"{self.key}.{column}.json")
        if told is None:
            raise BatchFolderInvalid(f"{self.folder} does not say how many {column} there are.")
        return [int(one) for one in told["bases"]]

    def number(self, column: str, counts: list[int]) -> int:
        """Write the same from how many each shard has; give how many there are in all."""
        bases = [0]
        for count in counts:
            bases.append(bases[-1] + count)
        write_row(self.folder / STEPS / f"{self.key}.{column}.json", {"bases": bases})
        return bases[-1]


def write_stage(stage: Stage) -> None:
    """Write it for the tasks."""
    row: dict[str, Any] = {
        "key": stage.key, "shards": [list(one) for one in stage.shards], "buckets": stage.buckets, "engine": stage.engine,
    }  # fmt: skip
    write_row(stage.steps / f"{stage.key}.json", row)


def read_stage(folder: str, key: str) -> Stage:
    """Give it to a task.

    Raises:
        BatchFolderInvalid: It was never written, or is gone.
    """
    row = read_row(Path(folder) / STEPS / f"{key}.json")
    if row is None:
        raise BatchFolderInvalid(f"{folder} has no steps of {key}.")
    return Stage(
        folder=Path(folder), key=key, shards=tuple((str(a), str(b)) for a, b in row["shards"]),
        buckets=int(row["buckets"]), engine=str(row["engine"]),
    )  # fmt: skip
