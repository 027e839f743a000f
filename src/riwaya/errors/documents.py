"""Documents and requests that cannot be read as they are (RW1xx)."""

from __future__ import annotations

from riwaya.errors.base import RiwayaError


class InputError(RiwayaError, ValueError):
    """The document or the request cannot be read as it is."""

    code, http_status, exit_code = "RW100", 422, 65
    hint = "Check the file or the text that was given."


class DocumentMissing(InputError, FileNotFoundError):
    """There is no such file, or it cannot be opened."""

    code, hint = "RW101", "Check the path and the permission to read it; use - for standard input."


class DocumentTooLarge(InputError):
    """The input is larger than the configured bound."""

    code, hint = "RW102", "Split it into pages, or raise RIWAYA_MAX_BYTES."


class DocumentBinary(InputError):
    """The bytes are not text in any encoding that Riwaya reads."""

    code, hint = "RW103", "Give plain text or HTML in UTF-8, UTF-16 or Windows-1256."


class LanguageUnknown(InputError):
    """The language asked for is not one that has a pack."""

    code, hint = "RW104", "Use one of the languages that `riwaya packs stats` lists."


class DateInvalid(InputError):
    """A date option is no ISO date."""

    code, hint = "RW105", "Write it as 2024-07-30 or 2024-07-30T12:00+00:00."


class SpanInvalid(InputError):
    """A span lies outside its text or is not the words it says."""

    code, hint = "RW106", "Offsets are half-open code points of the text; take the words from there."


class ClaimUnknown(InputError, LookupError):
    """No claim of this document has that id."""

    code, http_status, hint = "RW107", 404, "List the ids with `riwaya analyze FILE --format table`."


class GoldInvalid(InputError):
    """An annotated document does not fit its text or the guideline."""

    code, hint = "RW108", "Compare the quotes with the text, letter for letter."
