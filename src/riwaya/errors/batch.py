"""Batches over archives: inputs, the folder of a run, its workers (RW14x)."""

from __future__ import annotations

from riwaya.errors.documents import InputError


class BatchInputInvalid(InputError):
    """A row or a file of a batch is not what its name says."""

    code, hint = "RW140", "Mend the file; the same command then reads it, and nothing else again."


class BatchInputMissing(InputError, FileNotFoundError):
    """No file is named by a pattern of a batch."""

    code, hint = "RW141", "Put the pattern into quotes, so that Riwaya and not the shell reads it."


class BatchInputUnknown(InputError):
    """A batch names a file or a place of a kind that is not read."""

    code = "RW142"
    hint = "Read are .warc, .warc.gz, .jsonl, .jsonl.gz, .parquet, .txt, .html; s3:// and the like need fsspec and its driver."


class BatchFolderTaken(InputError, FileExistsError):
    """The output folder of a batch holds something else."""

    code, http_status, hint = "RW143", 409, "Name a folder that is empty, or that `riwaya batch run` made."


class BatchFolderInvalid(InputError):
    """A folder that should hold the result of a batch does not."""

    code, hint = (
        "RW144",
        "Name the --output of a `riwaya batch run` that came to its end; the same run again finishes it.",
    )


class WorkersLost(InputError, ConnectionError):
    """The workers of a batch, or its scheduler, are gone."""

    code, http_status = "RW145", 503
    hint = "Run the same command again when they are back: only what was not done is done."


class WorkerDiffers(InputError):
    """A worker runs another version of Riwaya, its packs or its plugins than whoever started the batch."""

    code, hint = "RW146", "Install the same version, with the same plugins, everywhere."
