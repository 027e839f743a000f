"""Errors of giving the ledger out: whoever asked for the export must act."""

from __future__ import annotations

from riwaya.errors.base import RiwayaError


class ExportError(RiwayaError):
    """An export fails one of its own checks."""

    code, http_status, exit_code, hint = "RW600", 422, 65, "See which check failed; no file was left behind."


class ExportInvalid(ExportError, ValueError):
    """An export is asked for that does not exist: a shape, a policy that does not fit it, a profile, a cell."""

    code, hint = "RW601", "List them with `riwaya export --list`."


class ExportExtraMissing(ExportError, ImportError):
    """A shape needs a library that is not installed."""

    code, hint = "RW602", "Install the extra that the message names."


class ExternalIdsInvalid(ExportError):
    """The table of ids of other data sets cannot be used."""

    code = "RW603"
    hint = "Give CSV with the columns scheme, key, id, name; `riwaya export --list` tells the schemes."


class ExportDiffers(ExportError):
    """An export is not what its manifest says, or not what the ledger gives."""

    code, http_status, hint = "RW604", 409, "Export it again from the ledger, or take another copy of the file."


class TableInvalid(ExportError, ValueError):
    """A table to compare with is in no shape that Riwaya knows."""

    code, hint = "RW605", "Give CSV with UCDP GED's or ACLED's columns; the message names what is missing."


class RendererMissing(ExportError):
    """The browser that makes PDF of pages is missing, or failed."""

    code, http_status = "RW606", 503
    hint = "Install Chromium, or name a browser with RIWAYA_BROWSER; or make HTML and print it to PDF."
