"""Every error of Riwaya: code, what happened, what to do.

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

from riwaya.errors.base import RiwayaError
from riwaya.errors.batch import (
    BatchFolderInvalid,
    BatchFolderTaken,
    BatchInputInvalid,
    BatchInputMissing,
    BatchInputUnknown,
    WorkerDiffers,
    WorkersLost,
)
from riwaya.errors.bugs import InternalError, as_riwaya_error
from riwaya.errors.documents import (
    ClaimUnknown,
    DateInvalid,
    DocumentBinary,
    DocumentMissing,
    DocumentTooLarge,
    GoldInvalid,
    InputError,
    LanguageUnknown,
    SpanInvalid,
)
from riwaya.errors.exports import (
    ExportDiffers,
    ExportError,
    ExportExtraMissing,
    ExportInvalid,
    ExternalIdsInvalid,
    RendererMissing,
    TableInvalid,
)
from riwaya.errors.ledger import (
    BackupInvalid,
    EntryUnknown,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerInvalid,
    LedgerMissing,
    LedgerNewer,
    LedgerOutdated,
    LedgerSealed,
    LedgerSlow,
    LedgerTaken,
    LedgerUnreachable,
)
from riwaya.errors.packs import ConfigError, PackError, PackMissing, RuleExampleFailed
from riwaya.errors.review import (
    ItemGone,
    JudgementConflict,
    JudgementInvalid,
    JudgementUnguarded,
    PluginError,
    ProposalRejected,
    ReviewError,
)
from riwaya.errors.serving import (
    BindRefused,
    CrossOrigin,
    DeskMissing,
    HostUnknown,
    MethodUnknown,
    NotAllowed,
    PageUnknown,
    PersonInvalid,
    PersonUnknown,
    RequestInvalid,
    RequestTooLarge,
    RequestTooSlow,
    ServeError,
    SignInFailed,
    SignInNeeded,
    TooManyTries,
)
from riwaya.errors.web import (
    AddressRefused,
    ArchiveInvalid,
    FetchError,
    FetchTimeout,
    FetchTooLarge,
    HostUnreachable,
    ListInvalid,
    RedirectsRefused,
    ReplyBroken,
    RobotsForbid,
    StatusRefused,
)

__all__ = [
    "AddressRefused",
    "ArchiveInvalid",
    "BackupInvalid",
    "BatchFolderInvalid",
    "BatchFolderTaken",
    "BatchInputInvalid",
    "BatchInputMissing",
    "BatchInputUnknown",
    "BindRefused",
    "ClaimUnknown",
    "ConfigError",
    "CrossOrigin",
    "DateInvalid",
    "DeskMissing",
    "DocumentBinary",
    "DocumentMissing",
    "DocumentTooLarge",
    "EntryUnknown",
    "ExportDiffers",
    "ExportError",
    "ExportExtraMissing",
    "ExportInvalid",
    "ExternalIdsInvalid",
    "FetchError",
    "FetchTimeout",
    "FetchTooLarge",
    "GoldInvalid",
    "HostUnknown",
    "HostUnreachable",
    "InputError",
    "InternalError",
    "ItemGone",
    "JudgementConflict",
    "JudgementInvalid",
    "JudgementUnguarded",
    "LanguageUnknown",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerError",
    "LedgerFull",
    "LedgerInvalid",
    "LedgerMissing",
    "LedgerNewer",
    "LedgerOutdated",
    "LedgerSealed",
    "LedgerSlow",
    "LedgerTaken",
    "LedgerUnreachable",
    "ListInvalid",
    "MethodUnknown",
    "NotAllowed",
    "PackError",
    "PackMissing",
    "PageUnknown",
    "PersonInvalid",
    "PersonUnknown",
    "PluginError",
    "ProposalRejected",
    "RedirectsRefused",
    "RendererMissing",
    "ReplyBroken",
    "RequestInvalid",
    "RequestTooLarge",
    "RequestTooSlow",
    "ReviewError",
    "RiwayaError",
    "RobotsForbid",
    "RuleExampleFailed",
    "ServeError",
    "SignInFailed",
    "SignInNeeded",
    "SpanInvalid",
    "StatusRefused",
    "TableInvalid",
    "TooManyTries",
    "WorkerDiffers",
    "WorkersLost",
    "as_riwaya_error",
]
