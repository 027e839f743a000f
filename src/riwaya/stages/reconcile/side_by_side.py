"""Lay the accounts of an event side by side."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model.account import Account, Reconciliation
from riwaya.model.event import Event, ToldClaim
from riwaya.model.record import replace
from riwaya.stages.reconcile.accounts import build_account, find_versions
from riwaya.stages.reconcile.harmony import can_contest
from riwaya.stages.reconcile.history import find_turns
from riwaya.stages.reconcile.independence import find_origins
from riwaya.stages.reconcile.kinship import Kinship, load_kinship
from riwaya.stages.reconcile.parties import Cast, iter_mentions, slug
from riwaya.stages.reconcile.relations import find_contests, find_relations
from riwaya.stages.reconcile.standing import find_sides
from riwaya.stages.reconcile.versions import Version


def reconcile(
    event: Event,
    statements: Iterable[ToldClaim] = (),
    *,
    kinship: Kinship | None = None,
) -> Reconciliation:
    """Lay the accounts of one event side by side. Nobody's version is the truth, and none is chosen.

    Args:
        event: With its claims, in any order; the order changes nothing.
        statements: Claims of type STATE that may speak of who was there («ليسوا مرتزقة»): those that do join the event.
        kinship: Who speaks for whom; the registry's when left out.

    Returns:
        Accounts in the order in which they were first told; relations of each two of them; origins; history.
    """
    lines = kinship or load_kinship()
    told = _ordered((*event.claims, *find_statements(event, statements, kinship=lines)))
    cast = Cast(told, lines)
    versions = find_versions(told, cast)
    return Reconciliation(
        event=replace(event, claims=tuple(told), sides=event.sides or find_sides(told, cast)),
        accounts=tuple(build_account(version, versions, cast) for version in versions),
        origins=tuple(find_origins(versions, _copies(event), lines)),
        relations=tuple(find_relations(versions, _names(told, cast, versions), lines)),
        history=tuple(find_turns(versions)),
    )


def count_disputes(event: Event, statements: Iterable[ToldClaim] = (), *, kinship: Kinship | None = None) -> int:
    """Give how many of the relations that `reconcile` finds contest the event (`CONTESTED`).

    Accounts that cannot contradict each other are not taken apart.
    """
    documents = {one.document_id for one in event.claims}
    near = [one for one in statements if one.document_id in documents]
    if not can_contest((*event.claims, *near)):
        return 0
    lines = kinship or load_kinship()
    told = _ordered((*event.claims, *find_statements(event, near, kinship=lines)))
    cast = Cast(told, lines)
    versions = find_versions(told, cast)
    return find_contests(versions, lines) if len(versions) > 1 else 0


def find_accounts(event: Event, *, kinship: Kinship | None = None) -> list[Account]:
    """Find who gives a version of the event, in the order in which they first told it; at least one."""
    return list(reconcile(event, kinship=kinship).accounts)


def find_statements(
    event: Event, statements: Iterable[ToldClaim], *, kinship: Kinship | None = None
) -> list[ToldClaim]:
    """Find the claims of type STATE that say who the parties of an event are, or are not.

    Args:
        event: The happening.
        statements: Claims of any type, of any documents; those of documents that do not speak of the event are left out.
        kinship: The registry's when left out.

    Returns:
        Claims of identity about somebody who does, suffers or is counted in the event, with the reason in ``why``.
    """
    documents = {one.document_id for one in event.claims}
    known = {one.claim.id for one in event.claims}
    told = [
        one
        for one in statements
        if one.claim.type == "STATE"
        and one.claim.subtype == "identity"
        and one.claim.id not in known
        and one.document_id in documents
    ]
    if not told:
        return []
    cast = Cast(event.claims, kinship or load_kinship())
    parties = _parties(event.claims, cast)
    found: list[ToldClaim] = []
    for one in told:
        claim = one.claim
        about = sorted(cast.named_in(one) & parties)
        if about:
            found.append(
                _because(one, f"says who {', '.join(about)} {'is not' if claim.polarity == 'denied' else 'is'}")
            )
    return _ordered(found)


def _copies(event: Event) -> dict[str, str]:
    """Give the group of wire copies of each document that is one: its first document stands for it."""
    return {document: group.document_ids[0] for group in event.copies for document in group.document_ids}


def _ordered(told: Iterable[ToldClaim]) -> list[ToldClaim]:
    unique = {(one.document_id, one.claim.id): one for one in told}
    return sorted(unique.values(), key=lambda one: (one.document_id, one.claim.span, one.claim.id))


def _parties(told: Iterable[ToldClaim], cast: Cast) -> set[str]:
    found: set[str] = set()
    for one in told:
        counted = (cast.side(figure.of, figure.of_span, one) for figure in one.claim.figures)
        found |= cast.parts(one).keys
        found |= {slug(actor) for actor in counted if actor is not None}
    return found


def _because(told: ToldClaim, why: str) -> ToldClaim:
    return replace(told, why=(*told.why, why))


def _names(told: Iterable[ToldClaim], cast: Cast, versions: Iterable[Version]) -> dict[str, str]:
    names = {version.key: version.originator.name for version in versions}
    for one in told:
        for actor, span in iter_mentions(one):
            meant = cast.party(actor, span, one)
            names.setdefault(slug(meant), meant.name)
    return names
