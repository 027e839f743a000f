"""Form events out of claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from riwaya.model.analysis import Analysis
from riwaya.model.claim import Claim
from riwaya.model.document import Document
from riwaya.model.event import Event, ToldClaim
from riwaya.model.ids import content_id
from riwaya.model.record import replace
from riwaya.stages.cluster.copied import find_copies
from riwaya.stages.cluster.fields import find_event_type, resolve_place, resolve_time
from riwaya.stages.cluster.follow import find_deeds, find_strands
from riwaya.stages.cluster.groups import find_groups
from riwaya.stages.cluster.keys import block_keys
from riwaya.stages.cluster.matching import Link, Weighed, find_links
from riwaya.stages.cluster.profile import Profile, make_profiles
from riwaya.stages.cluster.sides import find_sides
from riwaya.stages.cluster.titles import make_title
from riwaya.stages.cluster.words import read_words

Laid = tuple[Profile, tuple[str, ...]]
"""A strand laid out for comparing, and the keys by which it is found."""


def tell_claims(analyses: Iterable[Analysis]) -> list[ToldClaim]:
    """Give every claim of the analyses with the document that carries it, in the order of the analyses.

    A claim is told on the day its originator spoke, else on the day its document came out, else on no known day. A year
    or a month beside a word of telling is no day on which somebody spoke.
    """
    return [
        tell_claim(article.document, analysis.page.name, claim, analysis.page.text)
        for analysis in analyses
        for article in analysis.articles
        for claim in article.claims
    ]


def tell_claim(home: Document, name: str, claim: Claim, text: str | None = None) -> ToldClaim:
    """Give one claim of a document; ``text`` is that of the page where the document carries none."""
    spoken = (
        link.told.start
        for link in reversed(claim.chain)
        if link.told is not None and link.told.start and link.told.precision not in ("month", "year", "decade")
    )
    return ToldClaim(
        claim=claim,
        document_id=home.id,
        document_name=name,
        text=home.text if text is None else text,
        outlet=home.outlet,
        told_on=next(spoken, home.published.day),
    )


def find_events(claims: Iterable[ToldClaim], *, hot: Collection[str] | None = None) -> list[Event]:
    """Find the happenings that the claims speak of.

    Within a document its own words tie and part claims; between two documents the fields of what they tell do.

    Args:
        claims: All claims of any number of documents, in any order; the order changes nothing.
        hot: Keys that too many strands share to be used; counted among the claims when None. Whoever gives only a
            neighbourhood (`riwaya.stages.cluster.neighbourhood`) gives the hot keys of the whole.

    Returns:
        Events by the id of their first document, then by place in its text. A STATE claim (membership, control,
        identity) tells of no happening and stands in none. Empty when there are none.

    Source:
        Guideline, "Events across documents".
    """
    return form_events([one for document in group_by_document(claims) for one in lay_out(document)], hot)


def lay_out(document: Sequence[ToldClaim]) -> list[Laid]:
    """Give the strands of one document, in the order in which its text opens them, each with its keys."""
    deeds = find_deeds(document)
    if not deeds:
        return []
    words = read_words(deeds)
    return [(one, block_keys(one)) for one in make_profiles(find_strands(deeds, words), words)]


def form_events(
    laid: Sequence[Laid],
    hot: Collection[str] | None = None,
    asked: Collection[str] | None = None,
    weighed: Weighed | None = None,
) -> list[Event]:
    """Form the events of the strands of whole documents, documents by id; see `find_events`.

    Args:
        laid: All strands of each document.
        hot: Keys that too many share; counted among the strands when None.
        asked: Ids of the claims whose events are wanted; those of all when None.
        weighed: See `riwaya.stages.cluster.matching.find_links`.
    """
    profiles = [one for one, _ in laid]
    chosen = None if asked is None else {at for at, one in enumerate(profiles) if is_asked(one, asked)}
    links = find_links(profiles, [keys for _, keys in laid], hot, chosen, weighed)
    best = _best_links(links)
    groups = find_groups(len(profiles), ((link.one, link.other) for link in links))
    events = [
        form_event(
            [profiles[at] for at in group], [_telling(profiles[at]) for at in group], _reasons(group, best, profiles)
        )
        for group in groups
        if chosen is None or not chosen.isdisjoint(group)
    ]
    return sorted(events, key=lambda event: (event.claims[0].document_id, event.claims[0].claim.span, event.id))


def is_asked(one: Profile, asked: Collection[str]) -> bool:
    """Say whether a claim of a strand is among some."""
    return any(member.told.claim.id in asked for member in one.strand.members)


def group_by_document(claims: Iterable[ToldClaim]) -> list[list[ToldClaim]]:
    """Give the claims of each document, documents by id; a claim given twice counts once."""
    documents: dict[str, dict[str, ToldClaim]] = {}
    for told in sorted(claims, key=lambda one: (one.document_id, one.claim.id, one.document_name)):
        documents.setdefault(told.document_id, {}).setdefault(told.claim.id, told)
    return [list(document.values()) for document in documents.values()]


def _best_links(links: Iterable[Link]) -> dict[int, tuple[int, Link]]:
    """Give the strongest link of each strand and to whom; the first where two are as strong."""
    best: dict[int, tuple[int, Link]] = {}
    for link in links:
        for mine, theirs in ((link.one, link.other), (link.other, link.one)):
            if mine not in best or link.reasons.total > best[mine][1].reasons.total:
                best[mine] = theirs, link
    return best


def _reasons(
    group: Sequence[int], best: Mapping[int, tuple[int, Link]], profiles: Sequence[Profile]
) -> list[tuple[str, ...]]:
    """Give for each strand of an event what ties it to another document; () for one alone."""
    found: list[tuple[str, ...]] = []
    for at in group:
        if at not in best:
            found.append(())
            continue
        theirs, link = best[at]
        found.append(reasons_across(link.reasons.words(), profiles[theirs]))
    return found


def reasons_across(words: Sequence[str], other: Profile) -> tuple[str, ...]:
    """Give what ties a strand to another of another document, in the words for its claims."""
    total, *given = words
    return (f"{total.replace('joined', 'linked')} with {other.strand.document_name}", *given)


def _telling(one: Profile) -> list[tuple[ToldClaim, tuple[str, ...]]]:
    return [(member.told, why) for member, why in zip(one.strand.members, one.strand.whys, strict=True)]


def form_event(
    profiles: Sequence[Profile],
    tellings: Sequence[Sequence[tuple[ToldClaim, tuple[str, ...]]]],
    across: Iterable[tuple[str, ...]],
) -> Event:
    """Form the event of some strands.

    Args:
        profiles: What each says as a whole.
        tellings: The claims of each, with what put each into its strand.
        across: What ties each to another document; () for one alone.
    """
    told = sorted(
        (
            replace(one, why=(*why, *reasons))
            for telling, reasons in zip(tellings, across, strict=True)
            for one, why in telling
        ),
        key=lambda one: (one.document_id, one.claim.span, one.claim.id),
    )
    type_, subtype = find_event_type([one.claim for one in told])
    time, place = resolve_time(told, subtype), resolve_place(told)
    return Event(
        id=content_id("evt", min((str(one.told_on or ""), one.claim.id) for one in told)[1]),
        type=type_,
        subtype=subtype,
        claims=tuple(told),
        time=time,
        place=place[0].place if place is not None else None,
        sides=find_sides(told),
        title=make_title(type_, subtype, time, place),
        copies=find_copies([one.strand.document_id for one in profiles], [one.sketch for one in profiles]),
    )
