"""Everything the words of one document tell on their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.gazetteer.index import Gazetteer
from riwaya.lang.lexicon import Lexicon
from riwaya.lang.registry import Demonym, Hit, Registry
from riwaya.model.annotation import Annotation
from riwaya.model.document import Document
from riwaya.model.placing import Placing
from riwaya.model.span import Span
from riwaya.model.timex import SINCE_EVENT
from riwaya.stages.annotate.mentions import find_mentions
from riwaya.stages.annotate.name_words import is_counted_nisba
from riwaya.stages.annotate.nationals import Nationals
from riwaya.stages.annotate.openings import opening_finder
from riwaya.stages.annotate.persons import PersonFinder
from riwaya.stages.annotate.places import find_places
from riwaya.stages.annotate.pointing import pointers
from riwaya.stages.annotate.quantities import find_quantities
from riwaya.stages.annotate.quotations import find_quotes
from riwaya.stages.annotate.times import find_times
from riwaya.stages.annotate.words import find_sentences, read_tokens, read_words


def annotate(document: Document, *, lexicon: Lexicon, registry: Registry, gazetteer: Gazetteer) -> Annotation:
    """Give the annotation of a document; an empty body gives empty tuples."""
    text = document.text
    tokens = read_tokens(document)
    placing = Placing(tokens)
    forms, openings = placing.forms, opening_finder(registry, gazetteer).find(placing.forms)
    lines = placing.lines(text)
    named = {at: hits for at, hits in registry.scan(forms, openings.names).items() if not is_counted_nisba(forms, at)}
    nations = [told for at in openings.nations if (told := registry.demonym(forms[at])) is not None]
    times = tuple(find_times(tokens, published=document.published, openings=openings.times))
    quantities = tuple(find_quantities(tokens, text, times=times, openings=openings.counts))
    home = find_home(nations, named)
    places = tuple(find_places(tokens, text, gazetteer=gazetteer, home=home, openings=openings.places))
    readings, phrases = read_words(tokens, text, lexicon, named=placing.cover(p.head or p.span for p in places))
    counted = placing.cover(span for q in quantities for span in (q.span, *q.hedges))
    blocked = counted | placing.cover(t.span for t in times if not t.value.startswith(SINCE_EVENT))
    mentions = find_mentions(
        tokens, forms, readings, text, registry=registry, hits=named, blocked=blocked, lines=lines, home=home,
        pointing=placing.tokens_of(pointers(document.language).keys()), language=document.language,
        place_ends=placing.cover(Span(p.span.end - 1, p.span.end) for p in places),
    )  # fmt: skip
    taken = blocked | placing.cover(p.span for p in places)
    mentions = PersonFinder(tokens, placing, readings, text, taken=taken, language=document.language).find(mentions)
    mentions = Nationals(tokens, forms, readings, text, registry=registry, counted=counted, taken=taken - counted).find(
        openings.nations, mentions
    )
    return Annotation(
        document=document, tokens=tokens, forms=forms, readings=readings, phrases=phrases,
        sentences=find_sentences(tokens, lines, openings.sentence_marks),
        quotes=find_quotes(tokens, text, openings.quotation_marks), mentions=mentions, times=times,
        quantities=quantities, places=places, placing=placing,
    )  # fmt: skip


def find_home(nations: Iterable[Demonym], named: Mapping[int, Sequence[Hit]]) -> tuple[str, ...]:
    """Give the countries that the words name or whose nationality they tell, the most named first.

    Args:
        nations: What the words tell about nations and peoples.
        named: The names at each token, as `Registry.scan` gives them.
    """
    counted: dict[str, int] = {}
    for told in nations:
        if told.country is not None:
            counted[told.country.iso] = counted.get(told.country.iso, 0) + 1
    for hits in named.values():
        iso = next((h.name.country for h in hits if h.name.kind == "country" and h.name.country), None)
        if iso is not None:
            counted[iso] = counted.get(iso, 0) + 1
    return tuple(iso for iso, _ in sorted(counted.items(), key=lambda row: (-row[1], row[0])))
