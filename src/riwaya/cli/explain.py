"""`riwaya explain`: everything behind one claim."""

from __future__ import annotations

from collections.abc import Iterator

import click

from riwaya.cli.batch import read_one
from riwaya.cli.bidi import clean_words, isolate, isolate_runs
from riwaya.cli.cells import say_days, say_figure
from riwaya.cli.options import with_hints
from riwaya.cli.output import write_text
from riwaya.config import load_settings
from riwaya.errors import ClaimUnknown
from riwaya.inputs import find_inputs
from riwaya.model.actor import Actor, Participant
from riwaya.model.analysis import Analysis, Article
from riwaya.model.attribution import Attribution
from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.model.span import Span

MIN_ID_LETTERS = 8
"""Fewer letters of an id name no claim: prefix and four digits."""


@click.command("explain")
@click.argument("source", metavar="FILE|-")
@click.argument("claim_id", metavar="CLAIM-ID")
@with_hints
def command(*, source: str, claim_id: str, hints: Hints) -> None:
    """Print every rule and piece of evidence behind one claim.

    CLAIM-ID is the id of the JSON, or as much of it as the table shows. Give the same options as for `analyze`.
    """
    analysis = read_one(find_inputs([source], hints)[0], load_settings())
    article, claim = resolve_claim(analysis, claim_id)
    write_text("".join(f"{line}\n" for line in iter_lines(article, claim)))


def resolve_claim(analysis: Analysis, claim_id: str) -> tuple[Article, Claim]:
    """Find the claim that an id or its beginning names, with its article.

    Raises:
        ClaimUnknown: None has it, or several begin with it.
    """
    found = [
        (article, claim)
        for article in analysis.articles
        for claim in article.claims
        if claim.id == claim_id or (len(claim_id) >= MIN_ID_LETTERS and claim.id.startswith(claim_id))
    ]
    exact = [pair for pair in found if pair[1].id == claim_id]
    if len(exact or found) != 1:
        what = f"{len(found)} claims begin with" if found else "no claim has the id"
        raise ClaimUnknown(f"In {analysis.page.name} {what} {claim_id!r}.")
    return (exact or found)[0]


def iter_lines(article: Article, claim: Claim) -> Iterator[str]:
    """Give the explanation line by line: field, reading, where its words stand, the words."""
    document = article.document
    text = document.text
    kind = f"{claim.type}/{claim.subtype}" if claim.subtype else claim.type
    outlet = document.outlet.name if document.outlet else "unknown"
    published = document.published
    yield f"{claim.id}  {kind}  {claim.polarity}, {claim.certainty}"
    yield _line("outlet", f"{outlet}; {document.role} {document.id}")
    yield _line("published", f"{say_days(published.start, published.end)} ({published.basis}: {published.why})")
    yield _line("words", "", claim.span, text)
    yield _line("trigger", "", claim.trigger, text)
    if not claim.chain:
        yield _line("chain", f"{outlet}, in its own voice")
    for number, link in enumerate(claim.chain, 1):
        yield from _iter_link(number, link, text)
    yield from _iter_participants("by", claim.agents, text)
    yield from _iter_participants("to", claim.targets, text)
    for figure in claim.figures:
        yield _line("figure", say_figure(figure), figure.span, text)
        if figure.of is not None and figure.of_span is not None:
            yield _line("  of", _say_actor(figure.of), figure.of_span, text)
    if claim.place is not None:
        place = claim.place.place
        point = f" {place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
        carried = "; carried over" if claim.place.inherited else ""
        said = f"{place.relation} {place.name} [{place.id or 'no id'}]{point} ({place.precision}{carried}; {place.why})"
        yield _line("place", said, claim.place.span, text)
    if claim.time is not None:
        time = claim.time
        carried = ", carried over" if time.inherited else ""
        days = say_days(time.start, time.end)
        yield _line("time", f"{days} ({time.precision}; {time.value}; {time.basis}{carried})", time.span, text)
    yield "why"
    for number, reason in enumerate(claim.why, 1):
        yield f"  {number:>2}. {isolate_runs(clean_words(reason))}"


def _iter_link(number: int, link: Attribution, text: str) -> Iterator[str]:
    channel = f", by {link.channel}" if link.channel else ""
    yield _line(f"chain {number}", f"{_say_actor(link.source)}{channel}", link.span, text)
    if link.verb is not None:
        yield _line("  verb", link.verb.stance, link.verb.span, text)
    if link.told is not None:
        yield _line("  told", say_days(link.told.start, link.told.end), link.told.span, text)


def _iter_participants(role: str, participants: tuple[Participant, ...], text: str) -> Iterator[str]:
    for one in participants:
        yield _line(role, _say_actor(one.actor), one.span, text)


def _say_actor(actor: Actor) -> str:
    return f"{actor.name} [{actor.id or 'no id'}, {actor.kind}]"


def _line(field: str, reading: str, span: Span | None = None, text: str = "") -> str:
    where = f"{span.start}–{span.end} «{isolate(clean_words(span.of(text)))}»" if span is not None else ""
    return f"{field:<10}{'  '.join(part for part in (isolate_runs(clean_words(reading)), where) if part)}"
