"""How each two accounts of an event stand to each other, matter by matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from riwaya.model.account import RELATION_KINDS, Relation
from riwaya.stages.reconcile.admissions import find_admissions, find_silences
from riwaya.stages.reconcile.disputes import (
    find_denials,
    find_distinct_deeds,
    find_identity,
    find_responsibility,
    is_responsibility_disputed,
)
from riwaya.stages.reconcile.figures import find_number_relations
from riwaya.stages.reconcile.findings import Finding
from riwaya.stages.reconcile.kinship import Kinship
from riwaya.stages.reconcile.reasons import in_english
from riwaya.stages.reconcile.versions import Version

CONTESTED = frozenset({"number-conflict", "responsibility-dispute", "identity-dispute", "denial"})
"""Relations that make an event contested: other numbers, other doers, other people, or a denial."""


def find_relations(versions: Sequence[Version], names: Mapping[str, str], kinship: Kinship) -> list[Relation]:
    """Give the relations of each two accounts.

    Args:
        versions: The accounts, in the order in which they are printed.
        names: What to call a side in a sentence, by its key.
        kinship: Who is one party with whom.

    Returns:
        By the order of the accounts, then matter, then kind in the order of RELATION_KINDS. Two accounts that speak
        of nothing in common have none.
    """
    found: list[Relation] = []
    for one, other in combinations(versions, 2):
        unique = dict.fromkeys(_findings(one, other, names, kinship))
        by_matter: dict[tuple[str, str], Finding] = {}
        for finding in unique:
            by_matter.setdefault((finding.on, finding.kind), finding)
        for finding in sorted(by_matter.values(), key=lambda f: (f.on, RELATION_KINDS.index(f.kind))):
            found.append(
                Relation(
                    between=(one.key, other.key),
                    on=finding.on,
                    kind=finding.kind,
                    why=in_english(finding.why),
                    reason=finding.why,
                    claim_ids=tuple(dict.fromkeys(finding.claim_ids)),
                )
            )
    return found


def find_contests(versions: Sequence[Version], kinship: Kinship) -> int:
    """Give how many of the relations that `find_relations` gives contest the event (`CONTESTED`), and make no others."""
    found = 0
    names = {key: key for one in versions for key in one.identities}  # nobody reads the sentences
    apart = [(one, find_distinct_deeds(one)) for one in versions]
    for (one, deeds), (other, others) in combinations(apart, 2):
        findings = chain(find_number_relations(one, other), find_denials(one, other), find_identity(one, other, names))
        matters = {(finding.on, finding.kind) for finding in findings}
        found += sum(1 for _, kind in matters if kind in CONTESTED)
        found += is_responsibility_disputed(deeds, others, kinship)
    return found


def _findings(one: Version, other: Version, names: Mapping[str, str], kinship: Kinship) -> Iterator[Finding]:
    yield from find_number_relations(one, other)
    yield from find_denials(one, other)
    yield from find_responsibility(one, other, names, kinship)
    yield from find_identity(one, other, names)
    yield from find_admissions(one, other)
    yield from find_silences(one, other)
