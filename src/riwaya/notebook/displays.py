"""What each kind of record looks like in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from riwaya.errors import InputError
from riwaya.export.drawing import draw_accounts
from riwaya.export.telling import say_bounds, say_toll
from riwaya.ledger.records import KeptClaim, Rows
from riwaya.model.account import Account, Reconciliation
from riwaya.model.analysis import Analysis, Article
from riwaya.model.attribution import Attribution
from riwaya.model.claim import Claim
from riwaya.model.event import Event, ToldClaim
from riwaya.model.span import Span
from riwaya.notebook.marking import legend, mark_text
from riwaya.notebook.markup import MOST_ROWS, days, heading, lines, many, note, quoted, table, words

MOST_ARTICLES = 20
"""Articles of a page that are shown; the rest is counted."""
_HEADS = ("", "who says", "what", "by whom", "to whom", "how many", "where", "when", "words")
_EDGE = 60
"""Letters of the text around a claim that is shown alone."""


class Shown:
    """A record, or a picture of it, as a notebook shows it."""

    def __init__(self, markup: str) -> None:
        """Keep the markup."""
        self.markup = markup

    def _repr_html_(self) -> str:
        """Give it to Jupyter."""
        return self.markup


def show(record: object) -> Shown:
    """Give what a notebook shows of an analysis, event, reconciliation, claim, or rows.

    Raises:
        InputError: It is none of these.
    """
    for kind, display in KINDS.items():
        if isinstance(record, kind):
            return Shown(display(record))
    known = ", ".join(kind.__name__ for kind in KINDS)
    raise InputError(f"{type(record).__name__} is not shown.", hint=f"Shown are: {known}.")


def draw_moves(found: Reconciliation, measure: str = "killed") -> Shown:
    """Draw how the accounts of an event moved: what each originator counted, on the day on which it told it.

    Args:
        found: What `Ledger.accounts` gives.
        measure: What is counted: killed, wounded, captured ...
    """
    told_on = {told.claim.id: told.told_on for told in found.event.claims}
    drawn = draw_accounts(found, told_on, measure)
    if drawn:
        return Shown(f'<div style="background:#fff;color:#000">{drawn}</div>')  # readable on a dark page too
    return Shown(note(f"No account with a day counts {words(measure)}."))


def _show_analysis(analysis: Analysis) -> str:
    claims, articles = len(analysis.claims), len(analysis.articles)
    parts = [note(f"{words(analysis.page.name)}: {many(claims, 'claim')} in {many(articles, 'document')}. {legend()}")]
    parts += [note(f"{words(one.code)}: {words(one.message)}") for one in analysis.warnings]
    number = 1
    for article in analysis.articles[:MOST_ARTICLES]:
        parts.append(_show_article(article, number))
        number += len(article.claims)
    if articles > MOST_ARTICLES:
        parts.append(note(f"… and {articles - MOST_ARTICLES} more documents"))
    return _whole(parts)


def _show_article(article: Article, first: int) -> str:
    document = article.document
    within = document.body.cover(document.title) if document.title else document.body
    text = mark_text(document.text, article.claims, within, language=document.language, first=first)
    told = [
        document.outlet.name if document.outlet else None,
        document.published.start,
        document.role,
    ]
    rows = (_claim_row(claim, document.text, str(first + at)) for at, claim in enumerate(article.claims))
    claims = table(_HEADS, rows, count=len(article.claims)) if article.claims else note("No claim was read.")
    return note(" · ".join(words(one) for one in told if one)) + text + claims


def _claim_row(claim: Claim, text: str, mark: str) -> Sequence[str]:
    chain = " ← ".join(_link(link, text) for link in claim.chain)
    kind = "/".join(part for part in (claim.type, claim.subtype) if part)
    told = [part for part in (claim.polarity, claim.certainty) if part not in ("affirmed", "stated")]
    place = claim.place.place if claim.place else None
    figures = (
        f"{words(f'{say_bounds(one.low, one.high)} {one.measure}')} {quoted(one.span.of(text))}"
        for one in claim.figures
    )
    return (
        words(mark),
        chain or "<i>the outlet itself</i>",
        lines((words(kind), words(", ".join(told)))),
        lines(words(one.actor.name) for one in claim.agents),
        lines(words(one.actor.name) for one in claim.targets),
        lines(figures),
        words(f"{place.name} ({place.precision})" if place else None),
        days(claim.time.start, claim.time.end) if claim.time else "",
        words(" ".join(claim.span.of(text).split())),
    )


def _link(link: Attribution, text: str) -> str:
    # Whom the registry does not know is known by the words alone.
    named = f" {quoted(link.span.of(text))}" if link.source.id is None else ""
    return words(link.source.name) + named + (f" ({words(link.verb.text)})" if link.verb else "")


def _claims_table(claims: Iterable[tuple[str, Claim, str]], count: int) -> str:
    rows = (_claim_row(claim, text, mark) for mark, claim, text in claims)
    return table(("document", *_HEADS[1:]), rows, count=count)


def _show_told(told: ToldClaim) -> str:
    return _one_claim(told.claim, told.text, told.document_name)


def _show_kept(kept: KeptClaim) -> str:
    return _one_claim(kept.claim, kept.text, kept.kept.name, kept.kept.document.language)


def _one_claim(claim: Claim, text: str, name: str, language: str | None = None) -> str:
    around = Span(max(0, claim.span.start - _EDGE), min(len(text), claim.span.end + _EDGE))
    return _whole([mark_text(text, (claim,), around, language=language), _claims_table([(name, claim, text)], 1)])


def _show_event(event: Event) -> str:
    claims = ((told.document_name, told.claim, told.text) for told in event.claims)
    return _whole([*_event_head(event), _claims_table(claims, len(event.claims))])


def _event_head(event: Event) -> list[str]:
    when = days(event.time.start, event.time.end) if event.time else ""
    where = event.place.name if event.place else None
    sides = " / ".join(", ".join(actor.name for actor in side.actors) for side in event.sides)
    documents = len({told.document_id for told in event.claims})
    counted = f"{many(len(event.claims), 'claim')} in {many(documents, 'document')}"
    told = (words(event.id), words(event.type), when, words(where), words(sides), words(counted))
    titles = (heading(event.title.en), heading(event.title.ar, level=5)) if event.title else ()
    return [*titles, note(" · ".join(one for one in told if one))]


def _show_accounts(found: Reconciliation) -> str:
    heads = ("who says", "stands as", "counts", "said before", "denies", "told on", "through", "documents")
    parts = [
        *_event_head(found.event),
        note(
            f"{many(len(found.accounts), 'account')} of {many(found.independent_origins, 'independent origin')}. None is taken for the truth."
        ),
        table(heads, (_account_row(one) for one in found.accounts), count=len(found.accounts)),
    ]
    if found.relations:
        names = {one.id: one.originator.name for one in found.accounts}
        rows = (
            (words(names.get(r.between[0])), words(r.kind), words(names.get(r.between[1])), words(r.on), words(r.why))
            for r in found.relations
        )
        parts.append(table(("account", "relation", "account", "in", "why"), rows, count=len(found.relations)))
    return _whole(parts)


def _account_row(one: Account) -> Sequence[str]:
    named = f"<br>{quoted(one.words)}" if one.words else ""
    paths = (" ← ".join(words(actor.name) for actor in path) for path in one.relays)
    return (
        words(one.originator.name) + named,
        words(one.stance),
        lines(words(say_toll(toll)) for toll in one.tolls),
        lines(words(say_toll(toll)) for toll in one.former_tolls),
        lines(words(denied.on) for denied in one.denials),
        days(one.first_told_on, one.last_told_on),
        lines(paths),
        words(one.documents),
    )


def _show_rows(rows: Rows[Any]) -> str:
    if not rows:
        return _whole([note("No records.")])
    if isinstance(rows[0], KeptClaim):
        claims = ((one.kept.name, one.claim, one.text) for one in rows[:MOST_ROWS])
        return _whole([_claims_table(claims, len(rows))])
    flat = rows.head(MOST_ROWS).to_dicts()
    cells = ([words(cell) for cell in row.values()] for row in flat)
    return _whole([table(tuple(flat[0]), cells, count=len(rows))])


def _whole(parts: Iterable[str]) -> str:
    return f'<div class="riwaya">{"".join(parts)}</div>'


KINDS: dict[type, Callable[[Any], str]] = {
    Analysis: _show_analysis,
    Reconciliation: _show_accounts,
    Event: _show_event,
    ToldClaim: _show_told,
    KeptClaim: _show_kept,
    Rows: _show_rows,
}
"""Records that are shown, each with what makes its markup."""
