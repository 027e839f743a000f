"""A plugin with every hook. Copy it to begin your own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from riwaya.model.actor import ActorEntry
from riwaya.model.document import Document
from riwaya.model.outlet import OutletEntry
from riwaya.model.place import GazetteerEntry
from riwaya.model.proposal import Proposal, ProposedFigure, Quote
from riwaya.plugins.hookspecs import hookimpl

_BURNED = re.compile(r"أحرق\S*\s+(?P<number>\d+)\s+\S+")
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@hookimpl
def riwaya_register_actors() -> list[ActorEntry]:
    """Give one group that the registry lacks."""
    return [
        ActorEntry(
            id="example:rayah-group",
            name="Rayah Group",
            kind="militant-group",
            ar=("جماعة الراية",),
            countries=("ML",),
        )
    ]


@hookimpl
def riwaya_register_outlets() -> list[OutletEntry]:
    """Give one agency that the registry lacks."""
    return [OutletEntry(id="example:suhul-agency", name="Suhul Agency", kind="news-agency", ar=("وكالة السهول",))]


@hookimpl
def riwaya_register_places() -> list[GazetteerEntry]:
    """Give one town that the gazetteer lacks."""
    return [
        GazetteerEntry(
            id="example:ayn-al-raml",
            name="Ayn al-Raml",
            names_ar=("عين الرمل",),
            lat=18.5,
            lon=1.25,
            feature="town",
            country="ML",
        )
    ]


@hookimpl
def riwaya_propose_claims(document: Document) -> Iterator[Proposal]:
    """Propose a claim for each "burned <number> <things>"; a model would stand here."""
    for hit in _BURNED.finditer(document.text, document.body.start, document.body.end):
        number = int(hit["number"])
        yield Proposal(
            quote=Quote(text=hit[0], start=hit.start()),
            trigger=Quote(text=hit[0].split()[0], start=hit.start()),
            type="ASSAULT",
            subtype="arson",
            figures=(
                ProposedFigure(
                    measure="other",
                    quote=Quote(text=hit["number"], start=hit.start("number")),
                    low=number,
                    high=number,
                ),
            ),
            why=("example: burned",),
        )


@hookimpl
def riwaya_sentence_vectors(texts: Sequence[str]) -> list[list[float]]:
    """Give the share of each letter; a sentence encoder would stand here."""
    return [[text.count(letter) / max(1, len(text)) for letter in _LETTERS] for text in texts]
