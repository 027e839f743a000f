"""Riwaya reads conflict news, Arabic first, into attributed claims.

    >>> import riwaya
    >>> analysis = riwaya.analyze(text, published="2024-07-30")  # doctest: +SKIP
    >>> [claim.type for claim in analysis.claims]  # doctest: +SKIP
    >>> with riwaya.open("riwaya.db") as ledger:  # doctest: +SKIP
    ...     ledger.ingest("pages/")

Names are loaded when they are first asked for, so that `import riwaya` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from riwaya.config import Settings as Settings
    from riwaya.errors import RiwayaError as RiwayaError
    from riwaya.ledger.records import KeptClaim as KeptClaim
    from riwaya.ledger.store import Ledger as Ledger
    from riwaya.model.account import Account as Account
    from riwaya.model.actor import Actor as Actor
    from riwaya.model.actor import ActorEntry as ActorEntry
    from riwaya.model.actor import Participant as Participant
    from riwaya.model.analysis import Analysis as Analysis
    from riwaya.model.analysis import Article as Article
    from riwaya.model.attribution import Attribution as Attribution
    from riwaya.model.attribution import Cue as Cue
    from riwaya.model.claim import Claim as Claim
    from riwaya.model.document import Document as Document
    from riwaya.model.document import Hints as Hints
    from riwaya.model.document import Outlet as Outlet
    from riwaya.model.document import Page as Page
    from riwaya.model.document import Warning as Warning
    from riwaya.model.event import Event as Event
    from riwaya.model.figure import Figure as Figure
    from riwaya.model.place import GazetteerEntry as GazetteerEntry
    from riwaya.model.place import Place as Place
    from riwaya.model.place import PlaceMention as PlaceMention
    from riwaya.model.proposal import Proposal as Proposal
    from riwaya.model.provenance import Reason as Reason
    from riwaya.model.provenance import Unresolved as Unresolved
    from riwaya.model.span import Span as Span
    from riwaya.model.timex import Published as Published
    from riwaya.model.timex import Timex as Timex

__version__ = "0.1.0"

_HOMES = {
    "Account": "model.account",
    "Actor": "model.actor",
    "ActorEntry": "model.actor",
    "Analysis": "model.analysis",
    "Article": "model.analysis",
    "Attribution": "model.attribution",
    "Claim": "model.claim",
    "Cue": "model.attribution",
    "Document": "model.document",
    "Event": "model.event",
    "Figure": "model.figure",
    "GazetteerEntry": "model.place",
    "Hints": "model.document",
    "KeptClaim": "ledger.records",
    "Ledger": "ledger.store",
    "Outlet": "model.document",
    "Page": "model.document",
    "Participant": "model.actor",
    "Place": "model.place",
    "PlaceMention": "model.place",
    "Proposal": "model.proposal",
    "Published": "model.timex",
    "Reason": "model.provenance",
    "RiwayaError": "errors",
    "Settings": "config",
    "Span": "model.span",
    "Timex": "model.timex",
    "Unresolved": "model.provenance",
    "Warning": "model.document",
}

__all__ = ["__version__", "analyze", "open", *_HOMES]  # noqa: PLE0604 # pyright: ignore[reportUnsupportedDunderAll]


def analyze(
    source: str | bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    name: str = "text",
) -> Analysis:
    """Read one page and give its documents, each with its claims.

    Args:
        source: Plain text or HTML; bytes are decoded (UTF-8, UTF-16, Windows-1256).
        published: When it came out, as an ISO date or date-time; else the page's own word for it is used.
        outlet: Who published it.
        url: Where it was published.
        language: ``ar``, ``en`` or ``fr``; else the text tells.
        name: What to call the page in ids and messages.

    Returns:
        Documents in page order; none where the page holds no article, with a warning that says what was found.

    Raises:
        InputError: The source cannot be read as text, or an option is no date or language.
        ConfigError: A setting in the environment cannot be used.
    """
    from riwaya.model.document import Hints
    from riwaya.pipeline import analyze as read_page

    return read_page(source, name=name, hints=Hints(published=published, outlet=outlet, url=url, language=language))


def open(address: str | Path | None = None, *, create: bool = True, who: str | None = None) -> Ledger:
    """Open a ledger, made where there is none; use it in a `with` block.

    Args:
        address: File, or URL such as ``postgresql://user@host/name``; RIWAYA_DATABASE_URL when left out, else ``riwaya.db``.
        create: Whether one is made where there is none.
        who: Who writes and judges, for the audit; the user of this system when left out.

    Raises:
        LedgerError: It is missing, older, newer, something else, or does not answer.
    """
    from riwaya.ledger.store import Ledger

    return Ledger(address, create=create, who=who)


def __getattr__(name: str) -> object:
    """Load a record type when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
