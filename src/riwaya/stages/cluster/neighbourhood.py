"""Keep events up to date as documents come and go: what changes, and what has to be looked at again.

Whether two strands are linked rests on their two documents alone (`riwaya.stages.cluster.matching`), and events are what
links hold together. So a document that comes touches only the events of the strands with which it shares a key, and one
that goes only the events it stood in; all others come out of a run over everything as they were.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from riwaya.model.event import Event, ToldClaim
from riwaya.stages.cluster.follow import find_strands
from riwaya.stages.cluster.form import find_events, group_by_document
from riwaya.stages.cluster.keys import block_keys
from riwaya.stages.cluster.profile import make_profiles


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

    def find_hot(self, keys: Collection[str]) -> Collection[str]:
        """Give those of the keys under which more than `riwaya.stages.cluster.matching.MOST` claims are kept."""
        ...


def find_keys(claims: Iterable[ToldClaim]) -> list[tuple[str, str]]:
    """Give what a shelf keeps to find the claims of whole documents by: claim id and key, sorted.

    Only the first claim of each strand has keys: they stand for the strand.
    """
    return sorted(
        (profile.id, key)
        for document in group_by_document(claims)
        for profile in make_profiles(find_strands(document))
        for key in block_keys(profile)
    )


def find_changed_events(
    shelf: Shelf, entered: Iterable[ToldClaim], left: Collection[str] = ()
) -> tuple[list[Event], set[str]]:
    """Give the events that come out otherwise, or may, after documents came or went.

    Args:
        shelf: What is kept; the claims that entered are on it.
        entered: All claims of the documents that came, or of whose claims one changed or went.
        left: Claims that stand in an event no more because they or their document went: whoever stood with them is
            looked at again.

    Returns:
        The events of all claims looked at, as a run over everything would give them and in its order; and the ids of
        those claims: the events in which they stood before give way to these.
    """
    came = list(entered)
    keys = {key for _, key in find_keys(came)}
    near = {one.claim.id for one in came} | set(shelf.find_sharing(keys - set(shelf.find_hot(keys)))) | set(left)
    asked = set(shelf.find_together(near)) | near
    while True:
        context = shelf.load_documents(asked)
        found = find_events(context, hot=shelf.find_hot({key for _, key in find_keys(context)}))
        changed = [event for event in found if any(told.claim.id in asked for told in event.claims)]
        # Only where people parted an event does it come out with claims that were not asked for.
        more = {told.claim.id for event in changed for told in event.claims} - asked
        if not more:
            return changed, asked
        asked |= more | set(shelf.find_together(more))
