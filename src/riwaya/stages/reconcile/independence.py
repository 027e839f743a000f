"""How many independent origins stand behind an event.

Accounts, the documents that carry them, the relays between and the bodies behind form a graph. An account is no origin of
its own where the graph makes it depend on another:

- *originator*: its originator is one party with another's (a unit and its army, two bodies of one state);
- *wire copy*: outlets that speak for themselves print the same copy;
- *relay*: an outlet, agency or monitor adds nothing to the accounts that it carries itself.

Whom several carry stays independent of the others it is carried with: one paper may print five parties.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.lang.normalize import fold_letters
from riwaya.model.account import Origin
from riwaya.stages.reconcile.kinship import Kinship
from riwaya.stages.reconcile.numbers import bounds_of
from riwaya.stages.reconcile.parties import slug
from riwaya.stages.reconcile.versions import Version

_CARRIERS = frozenset(
    {"outlet", "news-agency", "state-news-agency", "newspaper", "broadcaster", "news-site", "magazine", "media",
     "party-media", "social-media-platform", "state-media", "monitor"}
)  # fmt: skip
COPIED_WORDS = 8
"""Words in a row that two papers do not write alike by chance."""


def find_origins(versions: Sequence[Version], copies: Mapping[str, str], kinship: Kinship) -> list[Origin]:
    """Give the independent origins, in the order of the accounts.

    Args:
        versions: The accounts of one event.
        copies: Document to the group of wire copies that it belongs to; documents that copy none may be left out.
        kinship: Who is one party with whom.

    Returns:
        Origins that hold every account once: accounts that depend on each other share one.
    """
    group = {version.key: version.key for version in versions}
    why: dict[str, list[str]] = {}
    for at, one in enumerate(versions):
        for other in versions[:at]:
            reason = _one_party(one, other, kinship) or _same_copy(one, other, copies)
            if reason:
                old, new = group[one.key], group[other.key]
                group = {key: new if of == old else of for key, of in group.items()}
                why.setdefault(other.key, []).append(reason)
    for version in versions:
        if list(group.values()).count(group[version.key]) == 1 and (carried := _carried(version, versions)):
            why.setdefault(carried.key, []).append(
                f"{version.originator.name} adds nothing to what it carries of {carried.originator.name}"
            )
            group[version.key] = group[carried.key]
    members: dict[str, list[str]] = {}
    for version in versions:
        members.setdefault(group[version.key], []).append(version.key)
    return [
        Origin(accounts=tuple(keys), why=tuple(dict.fromkeys(one for key in keys for one in why.get(key, ()))))
        for keys in members.values()
    ]


def _one_party(one: Version, other: Version, kinship: Kinship) -> str | None:
    mine, theirs = one.originator.id, other.originator.id
    if mine is None or theirs is None or not kinship.is_one_party(mine, theirs):
        return None
    return f"{one.originator.name} and {other.originator.name} are one party"


def _same_copy(one: Version, other: Version, copies: Mapping[str, str]) -> str | None:
    if one.originator.kind != "outlet" or other.originator.kind != "outlet":
        return None
    mine = {copies[told.document_id] for told in one.told if told.document_id in copies}
    theirs = {copies[told.document_id] for told in other.told if told.document_id in copies}
    if mine & theirs or _long_words(one) & _long_words(other):
        return f"{one.originator.name} and {other.originator.name} print the same copy"
    return None


def _long_words(version: Version) -> set[str]:
    said = (" ".join(fold_letters(told.claim.span.of(told.text)).split()) for told in version.told)
    return {words for words in said if words.count(" ") + 1 >= COPIED_WORDS}


def _carried(version: Version, versions: Sequence[Version]) -> Version | None:
    """Give the account that an outlet, agency or monitor only repeats; None for whoever has something of its own."""
    if version.originator.kind not in _CARRIERS:
        return None
    documents = {told.document_id for told in version.told}
    carried = [other for other in versions if other.key != version.key and _carries(version, documents, other)]
    if not carried or not all(_is_repeated(version, matter, carried) for matter in version.counts):
        return None
    if version.denials or any(not _is_told(deed.agents, carried) for deed in version.deeds):
        return None
    said = set(version.counts)
    return next((other for other in carried if said & other.counts.keys()), carried[0])


def _carries(version: Version, documents: set[str], other: Version) -> bool:
    if other.originator.kind in _CARRIERS:
        return False
    for told in other.told:
        if any(slug(link.source) == version.key for link in told.claim.chain[:-1]):
            return True
        if version.originator.kind == "outlet" and told.document_id in documents:
            return True
    return False


def _is_repeated(version: Version, matter: tuple[str, str | None], carried: Sequence[Version]) -> bool:
    mine = bounds_of(version.counts[matter])
    return any(matter in other.counts and mine == bounds_of(other.counts[matter]) for other in carried)


def _is_told(agents: frozenset[str], carried: Sequence[Version]) -> bool:
    return any(agents <= deed.agents for other in carried for deed in other.deeds)
