"""Every error of Riwaya on one screen: code, what happened, what to do.

Two channels are never mixed. What a text does not say is a value (`Unresolved`); what is wrong is one of
these. Each error also inherits the builtin it specialises, so that plain callers may catch that.

| codes | who must act | HTTP | exit |
| --- | --- | --- | --- |
| RW1xx | whoever gave the document or the request | 422 | 65 |
| RW2xx | whoever wrote the rule pack | 500 | 65 |
| RW3xx | whoever set the configuration | 500 | 78 |
| RW4xx | the ledger: missing, taken, to be migrated | 404, 409, 503 | 75 |
| RW5xx | the reviewer or their administrator | 403 | 77 |
| RW6xx | whoever asked for the export | 422 | 65 |
| RW7xx | whoever wrote or installed the plugin | 500 | 70 |
| RW8xx | whoever runs the desk, signs in to it, or calls its API | 401, 403, 404, 413, 422, 429 ... | 77, 78 |
| RW9xx | us: please report it | 500 | 70 |
"""

from __future__ import annotations

from typing import ClassVar


class RiwayaError(Exception):
    """An error with a stable code, a sentence on what happened and one on what to do."""

    code: ClassVar[str] = "RW900"
    http_status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 70
    hint: ClassVar[str] = "Please report this with the input that caused it."

    def __init__(self, message: str, /, *, hint: str | None = None, **context: object) -> None:
        """Keep the message, the hint (the class's own unless given) and the named facts."""
        super().__init__(message)
        self.message = message
        self.advice = hint or self.hint
        self.context = context

    def __str__(self) -> str:
        """Give the code, what happened and what to do: ``RW101: what happened. What to do.``."""
        return f"{self.code}: {self.message} {self.advice}".strip()


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


class FetchError(InputError, ConnectionError):
    """An address did not give its page."""

    code, hint = "RW120", "Open the address in a browser; try again later with the same command."


class AddressRefused(FetchError):
    """An address is not one that Riwaya asks: no http, a password in it, another port, or a machine inside the network."""

    code, http_status = "RW121", 403
    hint = (
        "Only http and https pages of public machines are asked; RIWAYA_FETCH_ALLOW names the exceptions, as host:port."
    )


class RobotsForbid(FetchError):
    """The site asks programs not to read this address."""

    code, http_status, hint = "RW122", 403, "Ask the site for leave, or save the page by hand and ingest the file."


class FetchTimeout(FetchError, TimeoutError):
    """The page did not come within its time."""

    code, hint = "RW123", "Try again later; RIWAYA_FETCH_SECONDS is how long a page may take."


class FetchTooLarge(FetchError):
    """The page is larger, packed or unpacked, than what is read."""

    code, hint = "RW124", "Save the part that matters by hand, or raise RIWAYA_MAX_BYTES."


class RedirectsRefused(FetchError):
    """The address leads on and on, or in a circle."""

    code, hint = "RW125", "Give the address at which the page stands in the end."


class HostUnreachable(FetchError):
    """The name is unknown, nobody answers there, or the connection is not safe."""

    code, hint = "RW126", "Check the address and the network; a broken certificate is never overlooked."


class StatusRefused(FetchError):
    """The server answered, but not with the page."""

    code, hint = "RW127", "404 and 410 are final; 429 and 5xx pass: the same command tries again."


class ReplyBroken(FetchError):
    """What the server sent breaks off, or is not what its headers say."""

    code, hint = "RW128", "Try again later; nothing of the broken reply was kept as a page."


class ListInvalid(FetchError):
    """A feed or sitemap cannot be read, or is none."""

    code, hint = "RW129", "Give the address of a feed or a sitemap; `riwaya follow add` finds those of a site."


class ArchiveInvalid(InputError):
    """A web archive cannot be read from some point on."""

    code, hint = "RW130", "What stands before that point was read; copy the archive again for the rest."


class PackError(RiwayaError, ValueError):
    """A rule pack is wrong: file, entry and reason are in the message."""

    code, exit_code, hint = "RW200", 65, "Run `riwaya packs lint` and mend the entry it names."


class PackMissing(PackError, LookupError):
    """The pack or the table asked for is not installed."""

    code, hint = "RW201", "Install Riwaya whole; packs are part of it."


class RuleExampleFailed(PackError):
    """A rule does not do on its own examples what they say."""

    code, hint = "RW202", "Mend the rule or its example."


class ConfigError(RiwayaError, ValueError):
    """A setting cannot be used."""

    code, exit_code, hint = "RW300", 78, "See the settings in the reference and the environment variables set."


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


class ReviewError(RiwayaError):
    """A judgement cannot be taken."""

    code, http_status, exit_code, hint = "RW500", 403, 77, "See the message; nothing was written."


class JudgementInvalid(ReviewError, ValueError):
    """A judgement names no judge or no reason, or sets a field to what it cannot hold."""

    code, hint = "RW501", "See `riwaya judge --help` for what a judgement says."


class JudgementConflict(ReviewError):
    """Somebody else judged first: what was looked at is no longer what holds."""

    code, http_status = "RW502", 412
    hint = "Look at both versions, then judge again on the newer one."


class JudgementUnguarded(ReviewError):
    """A judgement through the API does not say on which state of the item it was made."""

    code, http_status = "RW503", 428
    hint = "Send the ETag that you got with the item as If-Match."


class ExportError(RiwayaError):
    """An export fails one of its own checks."""

    code, http_status, exit_code, hint = "RW600", 422, 65, "See which check failed; no file was left behind."


class PluginError(RiwayaError):
    """A plugin failed; the message names the plugin and the hook."""

    code, hint = "RW700", "Uninstall or mend the plugin named."


class ProposalRejected(PluginError, ValueError):
    """A reader proposed a claim whose words are not in the text."""

    code, hint = "RW701", "Proposals must quote the document letter for letter."


class ServeError(RiwayaError):
    """The desk cannot do what was asked of it."""

    code, http_status, exit_code, hint = "RW800", 400, 78, "See the message."


class BindRefused(ServeError):
    """The desk would be open to others, and nobody has an account by which to sign in."""

    code, http_status = "RW801", 500
    hint = "Make one with `riwaya people add NAME --role administrator`, or leave out --host."


class SignInNeeded(ServeError, PermissionError):
    """Nobody is signed in, or the session or token is over."""

    code, http_status, exit_code = "RW802", 401, 77
    hint = "Sign in, or send a token: Authorization: Bearer rwy_..."


class SignInFailed(ServeError, PermissionError):
    """The name, the password, the code or the link is not right."""

    code, http_status, exit_code = "RW803", 401, 77
    hint = "Try again; an administrator can make a new link with `riwaya people link NAME`."


class NotAllowed(ServeError, PermissionError):
    """The person or the token may not do this."""

    code, http_status, exit_code = "RW804", 403, 77
    hint = "Ask an administrator for the role, or use a token with the scope."


class CrossOrigin(ServeError, PermissionError):
    """A page of another site asked for a change in the name of somebody who is signed in."""

    code, http_status, exit_code = "RW805", 403, 77
    hint = "Do it from a page of the desk; programs send a token and no cookie."


class HostUnknown(ServeError):
    """The request names a host that this desk is not."""

    code, http_status = "RW806", 421
    hint = "Use the address that `riwaya serve` printed, or allow this one with --public-url."


class RequestTooLarge(ServeError):
    """The request is larger than the bound."""

    code, http_status, hint = "RW807", 413, "Send fewer pages at once, or raise RIWAYA_MAX_BYTES."


class RequestTooSlow(ServeError, TimeoutError):
    """The request did not arrive, or the answer was not ready, within the bound."""

    code, http_status, hint = "RW808", 408, "Send it faster, or ask for less at once."


class TooManyTries(ServeError):
    """There were too many wrong passwords or too many requests."""

    code, http_status, exit_code, hint = "RW809", 429, 77, "Wait as many seconds as Retry-After says."


class RequestInvalid(ServeError, ValueError):
    """A parameter or the body of a request is not what the API takes."""

    code, http_status, exit_code, hint = "RW810", 422, 65, "See /api/v1/openapi.json for what it takes."


class PageUnknown(ServeError, LookupError):
    """The desk has no such page."""

    code, http_status, hint = "RW811", 404, "Begin at the overview."


class MethodUnknown(ServeError):
    """The page is there, but not for this method."""

    code, http_status, hint = "RW812", 405, "See the header Allow, and /api/v1/openapi.json."


class PersonUnknown(ServeError, LookupError):
    """Nobody of that name has an account, or there is no such token or session."""

    code, http_status, exit_code, hint = "RW813", 404, 65, "List them with `riwaya people list`."


class PersonInvalid(ServeError, ValueError):
    """An account, a password or a token cannot be made so."""

    code, http_status, exit_code, hint = "RW814", 422, 65, "See the message; nothing was written."


class DeskMissing(ServeError, ImportError):
    """The packages of the desk are not installed."""

    code, http_status, hint = "RW815", 500, "Install them: pip install 'riwaya[desk]'."


class InternalError(RiwayaError):
    """A bug in Riwaya."""

    code, hint = "RW900", "Please report this with the input that caused it."


def as_riwaya_error(error: Exception) -> RiwayaError:
    """Give the error itself when it has a code, else RW900 with what it was."""
    if isinstance(error, RiwayaError):
        return error
    said = " ".join(str(error).split())[:200]
    return InternalError(f"{type(error).__name__}: {said or 'no message'}.")
