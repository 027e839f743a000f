"""What one originator says of an event, taken apart: counts, denials, deeds, identities, admissions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.model.account import Toll
from riwaya.model.actor import Actor
from riwaya.model.event import ToldClaim
from riwaya.model.record import record
from riwaya.stages.reconcile.numbers import Bounds
from riwaya.stages.reconcile.parties import Cast, is_body, is_civilian, is_named, slug
from riwaya.stages.reconcile.tolls import Count, Step, combine, find_counts, is_of_civilians

VIOLENCE = frozenset({"ASSAULT", "COERCE"})
MUTUAL = frozenset({"clash", "rebellion", "losses"})
"""Happenings without one side that does it to the other."""
_FROM_AFAR = frozenset({"strike", "bombard"})
_MEASURE_OF = {
    "kill": "killed", "massacre": "killed", "assassinate": "killed", "injure": "wounded", "execute": "executed",
    "capture": "captured", "abduct": "abducted", "hostage": "abducted", "arrest": "arrested", "displace": "displaced",
    "missing": "missing", "disappear": "missing", "losses": "killed_or_wounded", "release": "freed",
}  # fmt: skip
"""What a happening does to people, where no figure says."""


@record
class Deed:
    """Who did it to whom, as one claim has it."""

    agents: frozenset[str]
    unnamed: bool
    """Nobody in particular is named: gunmen, attackers."""
    is_from_afar: bool
    """By aircraft, drones or guns: another deed than an ambush or a raid."""
    victims: frozenset[str]
    claim_id: str


@record
class Denial:
    """What one claim says is not so."""

    about: str
    """count, deed, event, or the type of an act that is no violence."""
    measures: frozenset[str]
    sides: frozenset[str]
    """Whose; empty for anybody's."""
    agents: frozenset[str]
    victims: frozenset[str]
    bounds: tuple[Bounds, ...]
    claim_id: str


@record
class Version:
    """An account taken apart."""

    key: str
    originator: Actor
    told: tuple[ToldClaim, ...]
    own: frozenset[str]
    """Keys of the originator and of the parties that are one with it."""
    tolls: tuple[Toll, ...]
    steps: tuple[Step, ...]
    """How the tolls came about, by matter, then day."""
    counts: Mapping[tuple[str, str | None], Toll]
    """Tolls that are no part of another, by measure and side."""
    parts: Mapping[tuple[str, str | None], Toll]
    deeds: tuple[Deed, ...]
    denials: tuple[Denial, ...]
    identities: Mapping[str, str]
    """Sides that it says are not who others say, with the claim."""
    named: Mapping[str, str]
    """Everybody it names as a doer, a victim or counted, with the first claim."""
    acts: Mapping[str, str]
    """Types of happening that it affirms, with the first claim."""
    admits: tuple[str, ...]
    denies: tuple[str, ...]

    @property
    def is_party(self) -> bool:
        """Say whether it is a body that can take part, not a voice without a name, people, or an outlet."""
        return is_body(self.originator)

    def says_of(self, side: str, measure: str) -> list[Denial]:
        """Give its denials of one measure of one side."""
        return [
            one
            for one in self.denials
            if one.about == "count" and measure in one.measures and (not one.sides or side in one.sides)
        ]


def build_version(
    key: str, originator: Actor, told: Sequence[ToldClaim], cast: Cast, everyone: Iterable[str]
) -> Version:
    """Take an account apart.

    Args:
        key: Id of the account.
        originator: Whose it is.
        told: Its claims, by document, then text.
        cast: Who is who in the event.
        everyone: Keys of all parties of the event.
    """
    own = frozenset(one for one in {key, *everyone} if cast.kinship.is_one_party(key, one))
    identities = _identities(told, cast, everyone, own)
    affirmed = [one for one in told if one.claim.polarity != "denied"]
    happenings = [one for one in affirmed if one.claim.type != "STATE"]
    counted = [find_counts(one, cast) for one in happenings]
    counts = [count for found in counted for count in found]
    now, steps = combine(counts)
    can_admit = is_body(originator)
    deeds = [deed for one in happenings if (deed := _deed(one, cast)) is not None]
    return Version(
        key=key,
        originator=originator,
        told=tuple(told),
        own=own,
        tolls=tuple(now),
        steps=tuple(steps),
        counts={_key(toll): toll for toll in now if not toll.is_part},
        parts={_key(toll): toll for toll in now if toll.is_part},
        deeds=tuple(deeds),
        denials=tuple(
            _denial(one, cast, identities, everyone)
            for one in told
            if one.claim.polarity == "denied" and one.claim.type != "STATE"
        ),
        identities=identities,
        named=_named(affirmed, counts, cast),
        acts={one.claim.type: one.claim.id for one in reversed(happenings)},
        admits=tuple(
            one.claim.id
            for one, found in zip(happenings, counted, strict=True)
            if can_admit and _admits(one, found, own, cast)
        ),
        denies=tuple(one.claim.id for one in told if one.claim.polarity == "denied"),
    )


def _key(toll: Toll) -> tuple[str, str | None]:
    return toll.measure, slug(toll.side) if toll.side else None


def _deed(told: ToldClaim, cast: Cast) -> Deed | None:
    claim = told.claim
    if claim.type not in VIOLENCE or claim.subtype in MUTUAL:
        return None
    victims = _victims(told, cast)
    # Whoever is counted or hit in the same words did not do it («قتل عشرات الجنود» read as their deed).
    agents = [one for one in cast.parts(told).doers if slug(one) not in victims]
    named = [one for one in agents if is_named(one)]
    if not agents:
        return None
    return Deed(
        agents=frozenset(slug(cast.kinship.body_of(one)) for one in named or agents),
        unnamed=not named,
        is_from_afar=claim.subtype in _FROM_AFAR,
        victims=victims,
        claim_id=claim.id,
    )


def _victims(told: ToldClaim, cast: Cast) -> frozenset[str]:
    counted = (cast.side(figure.of, figure.of_span, told) for figure in told.claim.figures)
    return frozenset(slug(one) for one in (*cast.parts(told).hit, *counted) if one is not None)


def _denial(told: ToldClaim, cast: Cast, identities: Mapping[str, str], everyone: Iterable[str]) -> Denial:
    claim = told.claim
    measures = {figure.measure for figure in claim.figures} or {_MEASURE_OF.get(claim.subtype or "", "")} - {""}
    agents = frozenset(slug(cast.kinship.body_of(one)) for one in cast.parts(told).doers)
    if claim.type not in VIOLENCE and not claim.figures:
        about = claim.type
    elif measures:
        about = "count"
    else:
        about = "deed" if agents else "event"
    counted = {slug(one) for f in claim.figures if (one := cast.side(f.of, f.of_span, told)) is not None}
    victims = _victims(told, cast)
    if identities and not (counted or victims) & (set(everyone) - {"people"}):
        # «these trainers»: who denies the identity of a side speaks of it by another name.
        counted = set(identities)
    return Denial(
        about=about,
        measures=frozenset(measures),
        sides=frozenset(counted) or victims,
        agents=agents,
        victims=victims,
        bounds=tuple(Bounds(figure.low, figure.high, figure.about) for figure in claim.figures),
        claim_id=claim.id,
    )


def _named(affirmed: Sequence[ToldClaim], counts: Sequence[Count], cast: Cast) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in affirmed:
        for actor in cast.parts(one).all:
            found.setdefault(slug(actor), one.claim.id)
    for count in counts:
        if count.side is not None:
            found.setdefault(slug(count.side), count.claim_id)
    return found


def _identities(told: Sequence[ToldClaim], cast: Cast, everyone: Iterable[str], own: frozenset[str]) -> dict[str, str]:
    """Find whom the account says others call by a wrong name: the sides that its denials of identity name.

    Of whom it speaks («the Russian forces there are not of Wagner») is told by their right name and is no such side.
    """
    found: dict[str, str] = {}
    for one in told:
        if one.claim.polarity != "denied" or one.claim.type != "STATE":
            continue
        named = (cast.named_in(one) & set(everyone)) - own
        spoken_of = {slug(actor) for actor in cast.parts(one).all}
        for key in sorted(named - spoken_of or named):
            found.setdefault(key, one.claim.id)
    return found


def _admits(told: ToldClaim, counted: Sequence[Count], own: frozenset[str], cast: Cast) -> bool:
    """Against its own interest: losses of its own, a deed against civilians, and whatever its own words call admitted."""
    claim = told.claim
    if any(_is_own_loss(count, own) for count in counted):
        return True
    targets = {slug(one) for one in cast.parts(told).hit}
    agents = {slug(cast.kinship.body_of(one)) for one in cast.parts(told).doers}
    if claim.subtype == "losses" and (targets or agents) & own:
        return True
    if not (agents | targets) & own or claim.type not in VIOLENCE:
        return False
    stance = claim.chain[-1].verb.stance if claim.chain and claim.chain[-1].verb else ""
    if stance == "admit":
        return True
    victims = [one for one in cast.parts(told).hit if is_civilian(one)]
    return bool(agents & own and victims and len(victims) == len(targets))


def _is_own_loss(count: Count, own: frozenset[str]) -> bool:
    measure, side, _ = count.matter
    return side in own and measure != "freed" and measure != "other" and count.bounds.high != 0


def counts_against(other: Version, version: Version) -> list[Toll]:
    """Give the tolls of another account that speak against a party: its own losses, and civilians laid to it."""
    found: list[Toll] = []
    for (measure, side), toll in sorted(other.counts.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        if toll.high == 0 or measure in ("freed", "other"):
            continue
        is_laid = is_of_civilians(toll) and any(
            deed.agents & version.own and (side in deed.victims or deed.claim_id in toll.claim_ids)
            for deed in other.deeds
        )
        if (side or "") in version.own or is_laid:
            found.append(toll)
    return found
