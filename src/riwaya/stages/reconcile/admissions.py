"""Relations between what a party says of itself and what others count against it."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.account import Toll
from riwaya.stages.reconcile.findings import Finding, claims_of, name_of, said_of, say_matter
from riwaya.stages.reconcile.parties import slug
from riwaya.stages.reconcile.reasons import because, quote
from riwaya.stages.reconcile.tolls import is_without_figure
from riwaya.stages.reconcile.versions import Version, counts_against

_COVERS = {
    "killed": ("killed", "executed"),
    "wounded": ("wounded",),
    "killed_or_wounded": ("killed", "wounded", "killed_or_wounded"),
    "executed": ("executed",),
    "captured": ("captured",),
    "abducted": ("abducted",),
    "arrested": ("arrested",),
    "missing": ("missing",),
    "displaced": ("displaced",),
}
"""What a party has spoken of, when it gives a toll of its own in a measure."""


def find_admissions(one: Version, other: Version) -> Iterator[Finding]:
    """Say what a party admits of its own losses and deeds that the other account tells of too."""
    for party, teller in ((one, other), (other, one)):
        if not party.is_party or teller.key in party.own:
            continue
        yield from _losses(party, teller)
        yield from _deeds(party, teller)


def find_silences(one: Version, other: Version) -> Iterator[Finding]:
    """Say what a party that spoke of the event leaves unsaid of what the other counts against it."""
    for party, teller in ((one, other), (other, one)):
        if not party.is_party or teller.key in party.own:
            continue
        if all(one.claim.type == "STATE" for one in party.told):  # only says who was there, not what happened
            continue
        if any(denial.about == "event" for denial in party.denials):
            continue
        for toll in counts_against(teller, party):
            side = slug(toll.side) if toll.side else None
            if not _has_spoken(party, toll, side):
                why = because(
                    "silent", teller=name_of(teller), said=said_of(toll), words=quote(toll), party=name_of(party)
                )
                claims = (*claims_of(toll), party.told[0].claim.id)
                yield Finding("silence", say_matter(toll.measure, side), why, claims)


def _losses(party: Version, teller: Version) -> Iterator[Finding]:
    for (measure, side), toll in sorted(teller.counts.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        if side not in party.own or toll.high == 0:
            continue
        admitted = _own_tolls(party, measure, side)
        if not admitted:
            continue
        who = {"party": name_of(party), "teller": name_of(teller)}
        words = list(map(quote, admitted))
        if all(is_without_figure(one) for one in admitted):
            why = because("owns-losses", **who, words=words, said=said_of(toll))
        else:
            why = because("owns-toll", **who, own=map(said_of, admitted), words=words, said=said_of(toll))
        yield Finding("admission", say_matter(measure, side), why, claims_of(*admitted, toll))


def _own_tolls(party: Version, measure: str, side: str | None) -> list[Toll]:
    found: list[Toll] = []
    for (mine, of), toll in sorted(party.counts.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        is_own = of == side or ((of or "") in party.own and side in party.own)
        if is_own and toll.high != 0 and (measure in _COVERS.get(mine, ()) or mine in _COVERS.get(measure, ())):
            found.append(toll)
    return found


def _deeds(party: Version, teller: Version) -> Iterator[Finding]:
    for deed in party.deeds:
        if deed.claim_id not in party.admits or not deed.agents & party.own or deed.victims & party.own:
            continue
        for told in teller.deeds:
            if told.agents & deed.agents and (not told.victims or not deed.victims or told.victims & deed.victims):
                why = because("owns-deed", party=name_of(party), teller=name_of(teller))
                yield Finding("admission", "responsibility", why, (deed.claim_id, told.claim_id))
                return


def _has_spoken(party: Version, toll: Toll, side: str | None) -> bool:
    if party.says_of(side or "", toll.measure) or side in party.identities:
        return True
    for (measure, of), own in (*party.counts.items(), *party.parts.items()):
        is_same = of == side or ((of or "") in party.own and side in party.own)
        if is_same and not own.is_part and toll.measure in _COVERS.get(measure, (measure,)):
            return True
    return side not in party.own and any(
        denial.about == "deed" and denial.agents & party.own for denial in party.denials
    )
