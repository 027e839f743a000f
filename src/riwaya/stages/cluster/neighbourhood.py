"""Keep events up to date as documents come and go: what changes, and what has to be looked at again.

Whether two strands are linked rests on their two documents alone (`riwaya.stages.cluster.matching`), and events are what
links hold together. So a document that comes touches only the events of the strands with which it shares a key, and one
that goes only the events it stood in; all others come out of a run over everything as they were. Where a key passes its bound
with a document that comes, or falls back to it with one that goes, whoever has it is looked at too: then, and not again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from riwaya.model.event import Event, ToldClaim
from riwaya.stages.cluster.form import Laid, form_events, group_by_document, lay_out
from riwaya.stages.cluster.matching import Weighed, find_links


class Shelf(Protocol):
    """What is kept of the claims and events so far; documents that come are on it, documents that went are not."""

    def find_sharing(self, keys: Collection[str]) -> Collection[str]:
        """Give the ids of the claims under which any of the keys is kept (see `find_keys`)."""
        ...

    def find_together(self, claim_ids: Collection[str]) -> Collection[str]:
        """Give the ids of all claims of the events in which some claims stand, these included."""
        ...

    def load_documents(self, claim_ids: Collection[str]) -> Sequence[ToldClaim]:
        """Give all claims of the documents to which some claims belong, these included."""
        ...

    def lay_out(self, document: Sequence[ToldClaim]) -> list[Laid]:
        """Give what `riwaya.stages.cluster.form.lay_out` gives for the claims of one document, remembered or made."""
        ...

    def keep_keys(self, claims: Sequence[ToldClaim], keys: Sequence[tuple[str, str]]) -> None:
        """Keep claim ids and keys in place of those kept before for some claims."""
        ...

    def find_hot(self, keys: Collection[str]) -> Collection[str]:
        """Give those of the keys under which more than `riwaya.stages.cluster.matching.MOST` claims are kept."""
        ...


def find_changed_events(
    shelf: Shelf, entered: Iterable[ToldClaim], left: Collection[str] = (), was_hot: Collection[str] = ()
) -> tuple[list[Event], set[str]]:
    """Give the events that come out otherwise, or may, after documents came or went.

    Args:
        shelf: What is kept; the claims that entered are on it, and their keys are put there.
        entered: All claims of the documents that came, or of whose claims one changed or went.
        left: Claims that stand in an event no more because they or their document went, and those that stood with
            them: they are looked at again.
        was_hot: Of the keys of claims that went, or whose keys are about to be replaced, those that too many shared
            before (see `Shelf.find_hot`).

    Returns:
        The events of all claims looked at, as a run over everything would give them and in its order; and the ids of
        those claims: the events in which they stood before give way to these.
    """
    known: dict[str, list[Laid]] = {}
    weighed: Weighed = {}
    came = list(entered)
    laid = _lay_out(came, known, shelf.lay_out)
    near = {one.claim.id for one in came} | set(left) | _keep_and_link(shelf, came, laid, set(was_hot), known, weighed)
    asked = set(shelf.find_together(near)) | near
    while True:
        laid = _lay_out(shelf.load_documents(asked), known, shelf.lay_out)
        changed = form_events(laid, shelf.find_hot(_shared(laid)), asked, weighed)
        # Only where people parted an event does it come out with claims that were not asked for.
        more = {told.claim.id for event in changed for told in event.claims} - asked
        if not more:
            return changed, asked
        asked |= more | set(shelf.find_together(more))


def _shared(laid: Iterable[Laid]) -> set[str]:
    """Give the keys that two strands have: under the others nobody meets, however many elsewhere share them."""
    counted = Counter(key for _, keys in laid for key in keys)
    return {key for key, times in counted.items() if times > 1}


def _keep_and_link(
    shelf: Shelf,
    came: Sequence[ToldClaim],
    laid: Sequence[Laid],
    was_hot: set[str],
    known: dict[str, list[Laid]],
    weighed: Weighed,
) -> set[str]:
    """Keep keys; give the claims of the strands that are linked to what came, and those under keys that are used no more or used again.

    Links of two documents rest on these two alone: where nothing that came is linked, an event stays as it was.
    """
    keys = keys_of(laid)
    wanted = {key for _, key in keys}
    was_hot |= set(shelf.find_hot(wanted))
    shelf.keep_keys(came, keys)
    is_hot = set(shelf.find_hot(wanted | was_hot))
    turned = was_hot ^ is_hot
    found = set(shelf.find_sharing(turned)) if turned else set[str]()
    met = shelf.find_sharing(wanted - is_hot)
    near = _lay_out(shelf.load_documents({*met, *(one.claim.id for one in came)}), known, shelf.lay_out)
    mine = {one.id for one, _ in laid}
    profiles = [one for one, _ in near]
    chosen = {at for at, one in enumerate(profiles) if one.id in mine}
    for link in find_links(profiles, [keys for _, keys in near], is_hot, chosen, weighed):
        found.update(profiles[at].id for at in (link.one, link.other) if at not in chosen)
    return found


def find_keys(claims: Iterable[ToldClaim]) -> list[tuple[str, str]]:
    """Give what a shelf keeps to find the claims of whole documents by: claim id and key.

    Only the first claim of each strand has keys: they stand for the strand.
    """
    return keys_of(_lay_out(claims, {}, lay_out))


def keys_of(laid: Iterable[Laid]) -> list[tuple[str, str]]:
    """Give the ids of the first claims of strands with each of their keys, in the order of the strands."""
    return [(profile.id, key) for profile, keys in laid for key in keys]


def _lay_out(
    claims: Iterable[ToldClaim], known: dict[str, list[Laid]], make: Callable[[Sequence[ToldClaim]], list[Laid]]
) -> list[Laid]:
    """Lay out the strands of whole documents; each document once."""
    found: list[Laid] = []
    for document in group_by_document(claims):
        name = document[0].document_id
        if name not in known:
            known[name] = make(document)
        found += known[name]
    return found
