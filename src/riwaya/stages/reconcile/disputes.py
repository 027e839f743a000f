"""Relations about what is denied, who did it, and who was there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.model.reason import Named
from riwaya.stages.reconcile.findings import Finding, claims_of, name_of, said_of, say_matter
from riwaya.stages.reconcile.kinship import Kinship
from riwaya.stages.reconcile.numbers import bounds_of
from riwaya.stages.reconcile.reasons import because, many_of, quote
from riwaya.stages.reconcile.tolls import is_of_civilians
from riwaya.stages.reconcile.versions import VIOLENCE, Deed, Denial, Version

_WHOLE = "the event"
_WHO = "responsibility"


def find_denials(one: Version, other: Version) -> Iterator[Finding]:
    """Hold the denials of each account against what the other says."""
    yield from _both_deny(one, other)
    for denier, teller in ((one, other), (other, one)):
        for denial in denier.denials:
            yield from _denied(denial, denier, teller)


def find_responsibility(one: Version, other: Version, names: Mapping[str, str], kinship: Kinship) -> Iterator[Finding]:
    """Say whether two accounts lay the same harm to the same doers."""
    pairs = [(mine, theirs) for mine in one.deeds for theirs in other.deeds if _is_same_harm(mine, theirs)]
    if not pairs:
        return
    claims = tuple(dict.fromkeys(id_ for mine, theirs in pairs for id_ in (mine.claim_id, theirs.claim_id)))
    mine, theirs = _doers([m for m, _ in pairs]), _doers([t for _, t in pairs])
    if not mine or not theirs:
        if mine or theirs:
            namer, other_one = (one, other) if mine else (other, one)
            named = _doers_of(namer, mine or theirs, names)
            why = because("one-names", one=name_of(namer), mine=named, other=name_of(other_one))
            yield Finding("compatible", _WHO, why, claims)
        return
    if mine == theirs:
        yield Finding("same", _WHO, because("both-name", doers=_list(mine, names)), claims)
        return
    why = because(
        "each-names",
        one=name_of(one),
        mine=_doers_of(one, mine, names),
        other=name_of(other),
        theirs=_doers_of(other, theirs, names),
    )
    yield Finding("compatible" if _are_kin(mine, theirs, kinship) else "responsibility-dispute", _WHO, why, claims)


def find_distinct_deeds(version: Version) -> list[Deed]:
    """Give the deeds of an account that differ by more than the claim that tells of them."""
    found = {(deed.agents, deed.unnamed, deed.is_from_afar, deed.victims): deed for deed in version.deeds}
    return list(found.values())


def is_responsibility_disputed(deeds: Sequence[Deed], others: Sequence[Deed], kinship: Kinship) -> bool:
    """Say whether `find_responsibility` finds a dispute between two accounts with these distinct deeds."""
    pairs = [(mine, theirs) for mine in deeds for theirs in others if _is_same_harm(mine, theirs)]
    mine, theirs = _doers([m for m, _ in pairs]), _doers([t for _, t in pairs])
    return bool(mine and theirs) and mine != theirs and not _are_kin(mine, theirs, kinship)


def find_identity(one: Version, other: Version, names: Mapping[str, str]) -> Iterator[Finding]:
    """Say where one account denies that some were who the other says they were."""
    for key in sorted(one.identities.keys() & other.identities.keys()):
        claims = (one.identities[key], other.identities[key])
        why = because("both-say-not", side=Named(key=key, name=names[key]))
        yield Finding("same", f"identity of {key}", why, claims)
    for denier, teller in ((one, other), (other, one)):
        for key, claim in denier.identities.items():
            if key in teller.identities:
                continue
            named = teller.named.get(key) or (teller.told[0].claim.id if key in teller.own else None)
            if named is not None:
                side = Named(key=key, name=names[key])
                why = because("says-not", denier=name_of(denier), side=side, teller=name_of(teller))
                yield Finding("identity-dispute", f"identity of {key}", why, (claim, named))


def _both_deny(one: Version, other: Version) -> Iterator[Finding]:
    seen: set[str] = set()
    for mine in one.denials:
        for theirs in other.denials:
            on = _shared_matter(mine, theirs)
            if on is not None and on not in seen:
                seen.add(on)
                yield Finding("same", on, because("both-deny"), (mine.claim_id, theirs.claim_id))


def _shared_matter(mine: Denial, theirs: Denial) -> str | None:
    if mine.about != theirs.about:
        return None
    if mine.about == "count":
        measures, sides = mine.measures & theirs.measures, mine.sides & theirs.sides
        both_open = not mine.sides and not theirs.sides
        if not measures or not (sides or both_open):
            return None
        return say_matter(min(measures), min(sides) if sides else None)
    if mine.about == "deed":
        return _WHO if mine.agents & theirs.agents else None
    return _WHOLE if mine.about == "event" else mine.about.lower()


def _denied(denial: Denial, denier: Version, teller: Version) -> Iterator[Finding]:
    if denial.about == "count":
        yield from _denied_counts(denial, denier, teller)
    elif denial.about == "deed":
        yield from _denied_deeds(denial, denier, teller)
    elif denial.about == "event":
        told = next((teller.acts[kind] for kind in sorted(VIOLENCE) if kind in teller.acts), None)
        if told is not None:
            why = because("denies-event", denier=name_of(denier))
            yield Finding("denial", _WHOLE, why, (denial.claim_id, told))
    elif denial.about in teller.acts:
        why = because("denies-act", denier=name_of(denier), teller=name_of(teller))
        yield Finding("denial", denial.about.lower(), why, (denial.claim_id, teller.acts[denial.about]))


def _denied_counts(denial: Denial, denier: Version, teller: Version) -> Iterator[Finding]:
    tolls = {**teller.parts, **teller.counts}
    for (measure, side), toll in sorted(tolls.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        if (
            measure not in denial.measures
            or toll.high == 0
            or not _concerns(denial, denier, side, is_of_civilians(toll))
        ):
            continue
        doers = {agent for deed in teller.deeds if side in deed.victims for agent in deed.agents}
        if denial.agents and doers and not denial.agents & doers:
            continue
        who = {"denier": name_of(denier), "teller": name_of(teller)}
        claims = (denial.claim_id, *claims_of(toll))
        if not denial.bounds or any(bounds.meets(bounds_of(toll)) for bounds in denial.bounds):
            why = because("denies-count", **who, said=said_of(toll), words=quote(toll))
            yield Finding("denial", say_matter(measure, side), why, claims)
        elif (measure, side) not in denier.counts:
            denied = map(many_of, denial.bounds)
            why = because("denies-other", **who, denied=denied, said=said_of(toll), words=quote(toll))
            yield Finding("compatible", say_matter(measure, side), why, claims)


def _concerns(denial: Denial, denier: Version, side: str | None, is_civilian_side: bool) -> bool:
    """Say whether a denial speaks of a side: it names it, or civilians of whom these are some.

    Who denies deaths and says nobody's denies its own, those of civilians, and those of all people alike.
    """
    if not denial.sides:
        return side is None or side in denier.own or is_civilian_side
    return side in denial.sides or (is_civilian_side and "civilians" in denial.sides)


def _denied_deeds(denial: Denial, denier: Version, teller: Version) -> Iterator[Finding]:
    for deed in teller.deeds:
        if denial.agents & deed.agents and not (denial.victims and deed.victims and not denial.victims & deed.victims):
            why = because("denies-deed", denier=name_of(denier), teller=name_of(teller))
            yield Finding("denial", _WHO, why, (denial.claim_id, deed.claim_id))
            return


def _is_same_harm(mine: Deed, theirs: Deed) -> bool:
    if mine.agents & theirs.victims or theirs.agents & mine.victims:
        # Each lays a third party's harm to the other: «A shelled the market», «no, B did».
        return bool(mine.victims & theirs.victims)
    if mine.victims and theirs.victims:
        return bool(mine.victims & theirs.victims)
    return mine.is_from_afar == theirs.is_from_afar


def _are_kin(mine: frozenset[str], theirs: frozenset[str], kinship: Kinship) -> bool:
    return any(kinship.is_one_party(a, b) for a in mine for b in theirs)


def _doers(deeds: list[Deed]) -> frozenset[str]:
    return frozenset(agent for deed in deeds if not deed.unnamed for agent in deed.agents)


def _doers_of(version: Version, doers: frozenset[str], names: Mapping[str, str]) -> list[Named]:
    if doers == frozenset((version.key,)):
        return [Named(key=version.key, name=version.originator.name, is_speaker=True)]
    return _list(doers, names)


def _list(keys: frozenset[str], names: Mapping[str, str]) -> list[Named]:
    return [Named(key=key, name=names.get(key, key)) for key in sorted(keys)]
