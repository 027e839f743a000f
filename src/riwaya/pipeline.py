"""The six stages in order, what each needs and gives, and the front door: `analyze`.

The first four stages read one document and are a map on any engine; the last two work across documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.config import Settings, load_settings
from riwaya.gazetteer.index import Gazetteer, load_gazetteer
from riwaya.lang.lexicon import READ_LANGUAGES, load_lexicon
from riwaya.lang.registry import load_registry
from riwaya.lang.world import find_actor, find_outlet
from riwaya.model.analysis import Analysis, Article
from riwaya.model.annotation import Annotation
from riwaya.model.document import Document, Hints, Outlet, Warning
from riwaya.model.record import replace
from riwaya.pause import collection_paused_for_a_page
from riwaya.plugins.manager import Plugins, installed_plugins
from riwaya.plugins.proposals import add_proposals
from riwaya.stages.acquire import explain_documents, find_documents, read_page
from riwaya.stages.annotate import annotate
from riwaya.stages.attribute import find_attributions
from riwaya.stages.claim import find_claims


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
    with collection_paused_for_a_page():
        return _analyze(source, name, told, chosen)


def _analyze(source: str | bytes, name: str, told: Hints, chosen: Settings) -> Analysis:
    page = read_page(source, name=name, max_bytes=chosen.max_bytes)
    documents = [_with_outlet(d) for d in find_documents(page, told)]
    articles: list[Article] = []
    warnings = [*page.warnings, *explain_documents(page, documents)]
    plugins = installed_plugins(enabled=chosen.plugins)
    for document in documents:
        article, told_of = _with_proposals(read_document(document), plugins)
        articles.append(article)
        warnings += told_of
    return Analysis(page=page, articles=tuple(articles), warnings=tuple(warnings))


def read_document(document: Document) -> Article:
    """Give a document with its claims: stages annotate, attribute, claim."""
    if document.language not in READ_LANGUAGES:
        return Article(document=document, claims=())
    annotation = annotate_document(document)
    return Article(document=document, claims=find_claims(annotation, find_attributions(annotation)))


def _with_proposals(article: Article, plugins: Plugins) -> tuple[Article, list[Warning]]:
    """Add what other readers propose and the words bear out; each that is turned away leaves a warning."""
    if not plugins.names:
        return article, []
    claims, warnings = add_proposals(article.document, article.claims, plugins, find_actor=find_actor)
    return replace(article, claims=tuple(claims)), warnings


def annotate_document(document: Document) -> Annotation:
    """Give a document with all that its words tell on their own."""
    return annotate(document, lexicon=load_lexicon(document.language), registry=load_registry(), gazetteer=_gazetteer())


@cache
def _gazetteer() -> Gazetteer:
    """The places of the packs and of the installed plugins."""
    return load_gazetteer(extra=tuple(installed_plugins().gazetteer_entries()))


def _with_outlet(document: Document) -> Document:
    if document.outlet is None or document.outlet.id is not None:
        return document
    entry = find_outlet(document.outlet.name)
    if entry is None:
        return document
    return replace(document, outlet=Outlet(id=entry.id, name=entry.name))
