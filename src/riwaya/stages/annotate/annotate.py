"""Everything the words of one document tell on their own."""

from __future__ import annotations

from collections import Counter

from riwaya.gazetteer.index import Gazetteer
from riwaya.lang.lexicon import Lexicon
from riwaya.lang.registry import Registry
from riwaya.model.annotation import Annotation
from riwaya.model.document import Document
from riwaya.model.mention import Mention
from riwaya.stages.annotate.mentions import find_mentions
from riwaya.stages.annotate.places import find_places
from riwaya.stages.annotate.quantities import find_quantities
from riwaya.stages.annotate.times import find_times
from riwaya.stages.annotate.words import find_quotes, find_sentences, read_tokens, read_words


def annotate(document: Document, *, lexicon: Lexicon, registry: Registry, gazetteer: Gazetteer) -> Annotation:
    """Give the annotation of a document; an empty body gives empty tuples."""
    text = document.text
    tokens = read_tokens(document)
    forms = tuple(t.form for t in tokens)
    readings, phrases = read_words(tokens, text, lexicon)
    times = tuple(find_times(tokens, published=document.published))
    mentions = find_mentions(tokens, forms, readings, text, registry=registry, times=times, language=document.language)
    return Annotation(
        document=document, tokens=tokens, forms=forms, readings=readings, phrases=phrases,
        sentences=find_sentences(tokens, text), quotes=find_quotes(tokens, text), mentions=mentions, times=times,
        quantities=tuple(find_quantities(tokens, text, times=times)),
        places=tuple(find_places(tokens, text, gazetteer=gazetteer, home=_home(mentions))),
    )  # fmt: skip


def _home(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Countries that the document speaks of, the most named first."""
    counted = Counter(m.country for m in mentions if m.country)
    return tuple(iso for iso, _ in sorted(counted.items(), key=lambda row: (-row[1], row[0])))
