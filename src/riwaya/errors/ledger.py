"""What a ledger cannot do (RW4xx)."""

from __future__ import annotations

from riwaya.errors.base import RiwayaError


class LedgerError(RiwayaError):
    """The ledger cannot do what was asked."""

    code, http_status, exit_code, hint = "RW400", 503, 75, "See the message; nothing was written."


class LedgerMissing(LedgerError, LookupError):
    """There is no ledger where one was looked for."""

    code, http_status = "RW401", 404
    hint = "Make one with `riwaya ingest`, or name another with --ledger or RIWAYA_DATABASE_URL."


class LedgerInvalid(LedgerError, ValueError):
    """What was named as a ledger is something else, or its address cannot be read."""

    code, http_status = "RW402", 409
    hint = "Name a ledger's file, or a URL such as postgresql://user@host/name."


class LedgerOutdated(LedgerError):
    """The ledger was made by an older version and has to be brought up to date first."""

    code, http_status, hint = "RW403", 503, "Run `riwaya backup`, then `riwaya db upgrade`."


class LedgerNewer(LedgerError):
    """The ledger was made by a newer version of Riwaya than this one."""

    code, http_status = "RW404", 503
    hint = "Run `pip install --upgrade riwaya`; an older version must not write into it."


class LedgerSealed(LedgerError):
    """Something tried to change or delete what is kept for good."""

    code, http_status = "RW405", 409
    hint = "Nothing that was kept is changed; put a judgement beside it with `riwaya judge`."


class LedgerBusy(LedgerError, TimeoutError):
    """Other writers held the ledger for too long."""

    code, hint = "RW406", "Run the same command again: what is already kept is not read twice."


class LedgerFull(LedgerError, OSError):
    """The disk under the ledger is full; the document at hand was not kept, all before it were."""

    code, hint = "RW407", "Make room and run the same command again: it goes on where it stopped."


class LedgerDamaged(LedgerError):
    """What the ledger holds is not what was once written into it."""

    code, hint = "RW408", "See `riwaya verify` for what is damaged, and restore a backup with `riwaya restore`."


class LedgerUnreachable(LedgerError, ConnectionError):
    """The database does not answer, turns us away, or its driver is not installed."""

    code, hint = "RW409", "Check the address, that the server runs and that the user may write."


class EntryUnknown(LedgerError, LookupError):
    """Nothing in the ledger has that id."""

    code, http_status = "RW410", 404
    hint = (
        "List ids with `riwaya claims` or `riwaya events`; the first 8 letters of one are enough where they are unique."
    )


class BackupInvalid(LedgerError, ValueError):
    """A backup is not what its manifest says, or is no backup."""

    code, http_status, hint = "RW411", 409, "Take another copy of the backup, or another backup."


class LedgerTaken(LedgerError, FileExistsError):
    """The place named for a backup or a restored ledger already holds something."""

    code, http_status, hint = "RW412", 409, "Name a place that is empty."


class LedgerSlow(LedgerError, TimeoutError):
    """One question to the ledger takes longer than the server allows."""

    code, hint = "RW413", "Ask for less at once: a narrower filter, fewer days."
