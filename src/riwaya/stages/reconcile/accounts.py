"""Sort the claims of an event into the accounts of their originators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from riwaya.model.account import Account, Denied
from riwaya.model.actor import Actor
from riwaya.model.event import ToldClaim
from riwaya.stages.reconcile.findings import say_matter
from riwaya.stages.reconcile.parties import Cast, is_named, slug
from riwaya.stages.reconcile.versions import VIOLENCE, Version, build_version

_MUTUAL = frozenset({"clash", "rebellion"})


def find_versions(told: Sequence[ToldClaim], cast: Cast) -> list[Version]:
    """Give the accounts, taken apart, in the order in which they were first told; same days by document and text.

    Args:
        told: Claims of one event by document, then text.
        cast: Who is who in it.
    """
    voices: dict[tuple[str, str], list[ToldClaim]] = {}
    speakers: dict[tuple[str, str], Actor] = {}
    for one in told:
        speaker = cast.originator(one)
        key = ("", speaker.id) if speaker.id is not None else (speaker.kind, slug(speaker))
        voices.setdefault(key, []).append(one)
        speakers.setdefault(key, speaker)
    ids = _unique_ids(speakers)
    everyone = sorted({*_everyone(told, cast), *ids.values()})
    found = [build_version(ids[key], speakers[key], claims, cast, everyone) for key, claims in voices.items()]
    return sorted(found, key=lambda version: (_first_day(version.told) or date.max, told.index(version.told[0])))


def build_account(version: Version, versions: Sequence[Version], cast: Cast) -> Account:
    """Give the record of one account."""
    days = [one.told_on for one in version.told if one.told_on is not None]
    paths = {tuple(slug(link.source) for link in one.claim.chain[:-1]): one for one in version.told}
    return Account(
        id=version.key,
        originator=version.originator,
        words=_fullest_words(version.told),
        stance=_stance(version, versions, cast),
        claim_ids=tuple(one.claim.id for one in version.told),
        first_told_on=min(days, default=None),
        last_told_on=max(days, default=None),
        relays=tuple(tuple(link.source for link in paths[path].claim.chain[:-1]) for path in sorted(paths)),
        documents=len({one.document_id for one in version.told}),
        tolls=version.tolls,
        denies=version.denies,
        admits=version.admits,
        denials=tuple(_denied(version)),
        former_tolls=tuple(step.before for step in version.steps if step.before is not None),
    )


def _denied(version: Version) -> Iterator[Denied]:
    for denial in version.denials:
        if denial.about != "count":
            on = {"deed": "responsibility", "event": "the event"}.get(denial.about, denial.about.lower())
            yield Denied(on=on, measure=None, side=None, claim_id=denial.claim_id)
            continue
        for measure in sorted(denial.measures):
            sides: Sequence[str | None] = sorted(denial.sides) or [None]
            for side in sides:
                yield Denied(on=say_matter(measure, side), measure=measure, side=side, claim_id=denial.claim_id)
    for side, claim in sorted(version.identities.items()):
        yield Denied(on=f"identity of {side}", measure=None, side=side, claim_id=claim)


def _unique_ids(speakers: dict[tuple[str, str], Actor]) -> dict[tuple[str, str], str]:
    """Give each speaker an id; those of one name and of different kinds get their kind with it."""
    names = Counter(slug(one) for one in speakers.values())
    return {
        key: slug(one) if names[slug(one)] == 1 or one.id is not None else f"{slug(one)}-{one.kind}"
        for key, one in speakers.items()
    }


def _everyone(told: Iterable[ToldClaim], cast: Cast) -> set[str]:
    found: set[str] = set()
    for one in told:
        counted = (cast.side(figure.of, figure.of_span, one) for figure in one.claim.figures)
        acting = cast.parts(one).all
        is_state = one.claim.type == "STATE"  # whose identity is told may stand there by a plain description
        found |= {slug(a) for a in (*acting, *counted) if a is not None and not (is_state and a.id is None)}
    return found


def _first_day(told: Iterable[ToldClaim]) -> date | None:
    return min((one.told_on for one in told if one.told_on is not None), default=None)


def _fullest_words(told: Iterable[ToldClaim]) -> str:
    words = [one.claim.chain[-1].span.of(one.text) for one in told if one.claim.chain]
    return max(words, key=lambda text: (len(text), text), default="")


def _stance(version: Version, versions: Sequence[Version], cast: Cast) -> str:
    """Say how an originator stands to the event, by what all accounts say that it did and suffered.

    Who is accused and denies it is a party, as is whoever is on both sides, in a clash, or one body with a side.
    """
    speaker = version.originator
    if not version.is_party:
        return "anonymous" if speaker.kind == "anonymous" else "observer"
    if speaker.kind == "person" and not is_named(speaker):
        return "anonymous"
    did, suffered, is_kin, fought = _part_of(version, versions, cast)
    if did and suffered:
        return "party"
    if did:
        return "perpetrator"
    if suffered:
        return "victim"
    return "party" if fought or is_kin else "observer"


def _part_of(version: Version, versions: Sequence[Version], cast: Cast) -> tuple[bool, bool, bool, bool]:
    """Say whether it did it, suffered it, is kin of one who did or suffered, or fought."""
    denied = {key for denial in version.denials if denial.about in ("deed", "event") for key in denial.agents}
    denies_all = any(denial.about == "event" for denial in version.denials)
    did = suffered = is_kin = fought = False
    for other in versions:
        for deed in other.deeds:
            is_own_word = other.key == version.key
            if version.key in deed.agents:
                if is_own_word or not (denies_all or version.key in denied):
                    did = True
                else:
                    fought = True
            suffered = suffered or version.key in deed.victims
            is_kin = is_kin or bool((deed.agents | deed.victims) & version.own)
        for (_, side), toll in other.counts.items():
            suffered = suffered or (side == version.key and toll.high != 0)
            is_kin = is_kin or (side or "") in version.own
        for told in other.told:
            part = cast.parts(told).keys & version.own
            if told.claim.type in VIOLENCE and told.claim.polarity != "denied" and part:
                is_target = version.key in {slug(one) for one in cast.parts(told).hit}
                suffered = suffered or (is_target and told.claim.subtype not in _MUTUAL)
                fought = fought or version.key in part
                is_kin = True
            elif told.claim.type not in VIOLENCE and told.claim.type != "STATE" and part:
                fought = True
    return did, suffered, is_kin, fought
