"""The six stages in order, what each needs and gives, and the front door: `analyze`.

The first four stages read one document and are a map on any engine; the last two work across documents.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.config import Settings, load_settings
from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.lexicon import load_lexicon
from riwaya.lang.registry import load_registry
from riwaya.lang.world import find_outlet
from riwaya.model.analysis import Analysis, Article
from riwaya.model.annotation import Annotation
from riwaya.model.document import Document, Hints, Outlet
from riwaya.stages.acquire import explain_documents, find_documents, read_page
from riwaya.stages.annotate import annotate
from riwaya.stages.attribute import find_attributions
from riwaya.stages.claim import find_claims

READ_LANGUAGES = ("ar",)
"""Languages whose pack has words of happening; pages in others are acquired and left unread, with a warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One row of the pipeline."""

    name: str
    requires: tuple[str, ...]
    gives: str
    across: bool = False
    """Works on many documents."""


PIPELINE = (
    Stage(name="acquire", requires=("bytes",), gives="documents"),
    Stage(name="annotate", requires=("documents",), gives="annotations"),
    Stage(name="attribute", requires=("annotations",), gives="attributions"),
    Stage(name="claim", requires=("annotations", "attributions"), gives="claims"),
    Stage(name="cluster", requires=("claims",), gives="events", across=True),
    Stage(name="reconcile", requires=("events", "claims"), gives="accounts", across=True),
)


def analyze(
    source: str | bytes, *, name: str = "text", hints: Hints | None = None, settings: Settings | None = None
) -> Analysis:
    """Read one page into its documents and their claims.

    Args:
        source: Bytes as found, or text already decoded.
        name: What to call the page; a file name usually.
        hints: What the caller knows; stronger than what the page says of itself.
        settings: Bounds; from the environment when left out.

    Returns:
        Articles and teasers in page order, each with its claims in text order. A page without an article, or in a
        language that is not read, gives no claims and a warning.

    Raises:
        InputError: The bytes are no text, too many, or an option is malformed.
    """
    chosen, told = settings or load_settings(), hints or Hints()
    page = read_page(source, name=name, hints=told, max_bytes=chosen.max_bytes)
    documents = [_with_outlet(d) for d in find_documents(page, told)]
    articles = tuple(read_document(d) for d in documents)
    return Analysis(page=page, articles=articles, warnings=(*page.warnings, *explain_documents(page, documents)))


def read_document(document: Document) -> Article:
    """Give a document with its claims: stages annotate, attribute, claim."""
    if document.language not in READ_LANGUAGES:
        return Article(document=document, claims=())
    annotation = annotate_document(document)
    return Article(document=document, claims=find_claims(annotation, find_attributions(annotation)))


def annotate_document(document: Document) -> Annotation:
    """Give a document with all that its words tell on their own."""
    return annotate(
        document, lexicon=load_lexicon(document.language), registry=load_registry(), gazetteer=load_gazetteer()
    )


def _with_outlet(document: Document) -> Document:
    if document.outlet is None or document.outlet.id is not None:
        return document
    entry = find_outlet(document.outlet.name)
    if entry is None:
        return document
    return replace(document, outlet=Outlet(id=entry.id, name=entry.name))

