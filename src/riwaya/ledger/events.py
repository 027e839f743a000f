"""Keep the events of the ledger as the stage `cluster` finds them, a neighbourhood at a time.

The interface
-------------
A `Clusterer` has two parts, both of the stage, neither of which knows a database:

- ``find_events(claims) -> list[Event]``, pure: from any number of claims, in any order, with the same result. Claims
  of type STATE stand in none. Each `Event.claims` holds the told claims, whose ``why`` says what put them there.
- ``reach``: how far apart two claims may stand and still share an event, or None where every claim stands alone.
  `Reach.days` is a window, `Reach.families` groups the types that may speak of one happening, `Reach.km` a box about
  the place. The ledger has these as indexed columns (`riwaya.ledger.keys`, tables `live_claim` and `claim_party`).

What happens at ingest, in the transaction that keeps the document:

1. *Touched*: the claims that enter, and the events that lose claims because a page was superseded.
2. *Candidates* (`find_neighbours`): for each claim that enters, the live claims of its family within the window of
   days that share its place, a place within reach, or a participant; where it has neither place nor participant, all of
   the family in the window. Nearest days first, `Reach.most` at most. Rejected claims are never candidates.
3. *Closure*: every other claim of every event that a candidate or a touched claim stands in.
4. `find_events` over all of these; what people joined or parted is put over its result (`apply_judgements`).
5. The events of those claims are replaced. An event that comes out the same is not written.

Events are derived: `rebuild_events` makes all of them anew, by one call of `find_events` over all live claims, and must
give what the increments gave. A stage whose `reach` holds every pair that it would ever join has that property when it
joins by what two claims say alone.

To put a better stage in: give it ``reach`` and pass `Clusterer(find_events=..., reach=...)` in `default_clusterer`. After
such a change `riwaya db rebuild` finds the events of what a ledger already holds anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, delete, or_, select, update

from riwaya.ledger.event_rows import replace_events
from riwaya.ledger.joins import apply_judgements
from riwaya.ledger.load import chunks, load_claims
from riwaya.ledger.recall import Recall
from riwaya.ledger.schema import LONGEST_DAYS, claim_party, event, event_facet, live_claim, strand_key
from riwaya.ledger.tallies import count_events_again
from riwaya.model.event import Event, ToldClaim

_KM_PER_DEGREE = 111.0
_ALL = 5_000
"""Claims loaded at once when everything is made anew by neighbourhoods of days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far apart two claims may stand and still speak of one happening."""

    days: int
    """Days between the end of one and the start of the other."""
    families: Mapping[str, str] = field(default_factory=dict[str, str])
    """Type of happening to family; a type that is not there is a family of its own."""
    km: float = 0.0
    """Between two places that are not the same; 0 for the same place only."""
    most: int = 400
    """Candidates of one claim: more than this speak of a day of war, not of one happening in it."""

    def relatives(self, kind: str) -> list[str]:
        """Give the types of the family of a type, itself among them."""
        family = self.families.get(kind)
        return sorted({kind, *(name for name, one in self.families.items() if family is not None and one == family)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusterer:
    """What finds events, and how far it looks."""

    find_events: Callable[[Iterable[ToldClaim]], list[Event]]
    reach: Reach | None = None
    has_keys: bool = False
    """Neighbours are found by the keys of the stage `cluster`, not by reach."""
    recall: Recall = field(default_factory=Recall, compare=False, repr=False)
    """What is remembered of documents that were compared before."""


def default_clusterer() -> Clusterer:
    """Give the stage `cluster` of this version."""
    from riwaya.stages.cluster import find_events

    return Clusterer(find_events=find_events, has_keys=True)


def update_events(
    connection: Connection,
    clusterer: Clusterer,
    entered: Mapping[int, ToldClaim],
    lost: Iterable[str] = (),
    *,
    is_new: bool = False,
    is_judged: bool = True,
    judged: Iterable[int] = (),
    was_hot: Iterable[str] = (),
) -> list[str]:
    """Bring the events up to date after claims entered or left; see above.

    Args:
        connection: A writer's.
        clusterer: The stage.
        entered: Claims that are new or changed, by the numbers of their rows; they are in `live_claim` already.
        lost: Events that lost claims.
        is_new: The claims stand in no event yet.
        is_judged: False where nobody has ever judged anything.
        judged: Live claims on which somebody judged, rejected ones among them: their documents are read anew.
        was_hot: Keys of claims that left which too many strands shared before.

    Returns:
        Ids of the events that are new or changed, sorted.
    """
    touched = set(lost)
    if clusterer.has_keys:
        return _update_by_keys(
            connection, clusterer.recall, entered, touched, [*judged], {*was_hot}, is_judged=is_judged, is_new=is_new
        )
    numbers = set(entered)
    if clusterer.reach is not None:
        numbers |= find_neighbours(connection, clusterer.reach, sorted(entered))
    touched |= _events_of(connection, numbers - entered.keys() if is_new else numbers)
    numbers |= _members_of(connection, touched)
    told = dict(entered)
    missing = sorted(numbers - entered.keys())
    for number, kept in zip(missing, load_claims(connection, missing), strict=True):
        told[number] = kept.told()
    return _replace(connection, clusterer, told, touched, is_judged=is_judged)


def _update_by_keys(
    connection: Connection,
    recall: Recall,
    entered: Mapping[int, ToldClaim],
    lost: set[str],
    judged: Sequence[int],
    was_hot: set[str],
    *,
    is_judged: bool,
    is_new: bool,
) -> list[str]:
    """Let the stage say what the documents of some claims touch, and put its events in place of those."""
    from riwaya.ledger.shelf import LedgerShelf
    from riwaya.stages.cluster import find_changed_events

    shelf = LedgerShelf(connection, entered, recall)
    left = shelf.ids_of(_members_of(connection, lost))
    came = shelf.load([*entered] if is_new else shelf.find_siblings([*entered, *judged]))
    if not is_new:
        was_hot |= shelf.find_hot_of({*judged, *(shelf.numbers[one.claim.id] for one in came)})
    if judged:
        connection.execute(delete(strand_key).where(strand_key.c.claim.in_(judged)))
    found, asked = find_changed_events(shelf, came, left, was_hot)
    numbers = {name: shelf.numbers[name] for name in asked}
    touched = lost | _events_of(connection, numbers.values())
    return _write(connection, found, numbers, touched, is_judged=is_judged)


def rebuild_events(connection: Connection, clusterer: Clusterer) -> None:
    """Make every event anew from the claims that hold now."""
    connection.execute(delete(event_facet))
    connection.execute(delete(event))
    connection.execute(update(live_claim).values(event=None, why=None))
    _form_again(connection, clusterer)
    count_events_again(connection)


def _form_again(connection: Connection, clusterer: Clusterer) -> None:
    if clusterer.has_keys:
        from riwaya.ledger.anew import rebuild_by_keys

        connection.execute(delete(strand_key))
        rebuild_by_keys(connection)
        return
    query = select(live_claim.c.claim).where(_STANDS).order_by(live_claim.c.claim)
    numbers = [int(number) for number in connection.execute(query).scalars()]
    if clusterer.reach is None:
        batches: Iterable[Sequence[int]] = (numbers[at : at + _ALL] for at in range(0, len(numbers), _ALL))
    else:
        batches = [numbers]
    for batch in batches:
        told = {n: kept.told() for n, kept in zip(batch, load_claims(connection, batch), strict=True)}
        _replace(connection, clusterer, told, set())


def find_neighbours(connection: Connection, reach: Reach, numbers: Sequence[int]) -> set[int]:
    """Give the numbers of the live claims that stand near enough to some claims to share an event with them."""
    found: set[int] = set()
    for chunk in chunks(numbers):
        rows = connection.execute(select(live_claim).where(live_claim.c.claim.in_(chunk))).all()
        actors: dict[int, set[str]] = {}
        query = select(claim_party.c.claim, claim_party.c.actor).where(claim_party.c.claim.in_(chunk), _IN_IT)
        for number, actor in connection.execute(query):
            actors.setdefault(number, set()).add(actor)
        for row in rows:
            found |= _near(connection, reach, row, sorted(actors.get(row.claim, ())))
    return found


def _near(connection: Connection, reach: Reach, row: Any, actors: Sequence[str]) -> set[int]:
    if row.first_day < 0 or row.last_day - row.first_day > LONGEST_DAYS:
        return set()
    low, high = row.first_day - reach.days, row.last_day + reach.days
    c = live_claim.c
    window = and_(
        c.type.in_(reach.relatives(row.type)),
        c.first_day.between(low - LONGEST_DAYS, high),
        c.last_day >= low,
        c.last_day - c.first_day <= LONGEST_DAYS,
        c.claim != row.claim,
        _STANDS,
    )
    shares: list[Any] = []
    if row.place_id is not None:
        shares.append(c.place_id == row.place_id)
    if row.lat is not None and reach.km:
        margin = reach.km / _KM_PER_DEGREE
        shares.append(and_(c.lat.between(row.lat - margin, row.lat + margin), c.lon.between(*_lons(row, margin))))
    if actors:
        days = claim_party.c.first_day.between(low - LONGEST_DAYS, high)
        shares.append(c.claim.in_(select(claim_party.c.claim).where(claim_party.c.actor.in_(actors), days, _IN_IT)))
    query = select(c.claim).where(window, or_(*shares)) if shares else select(c.claim).where(window)
    # The nearest first; the number breaks ties, so that the same ledger gives the same candidates.
    nearest = query.order_by(c.first_day.desc(), c.claim).limit(reach.most)
    return {int(number) for number in connection.execute(nearest).scalars()}


def _lons(row: Any, margin: float) -> tuple[float, float]:
    from math import cos, radians

    wide = margin / max(0.2, cos(radians(row.lat)))
    return row.lon - wide, row.lon + wide


_IN_IT = claim_party.c.is_inside
_STANDS = or_(live_claim.c.verdict.is_(None), live_claim.c.verdict != "rejected")


def _events_of(connection: Connection, numbers: Iterable[int]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(sorted(numbers)):
        query = select(live_claim.c.event).where(live_claim.c.claim.in_(chunk), live_claim.c.event.is_not(None))
        found |= set(connection.execute(query.distinct()).scalars())
    return found


def _members_of(connection: Connection, events: Iterable[str]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(sorted(events)):
        query = select(live_claim.c.claim).where(live_claim.c.event.in_(chunk), _STANDS)
        found |= {int(number) for number in connection.execute(query).scalars()}
    return found


def _replace(
    connection: Connection,
    clusterer: Clusterer,
    told: Mapping[int, ToldClaim],
    touched: set[str],
    *,
    is_judged: bool = True,
) -> list[str]:
    numbers = {one.claim.id: number for number, one in told.items()}
    found = clusterer.find_events(told[n] for n in sorted(told))
    return _write(connection, found, numbers, touched, is_judged=is_judged)


def _write(
    connection: Connection, found: list[Event], numbers: Mapping[str, int], touched: set[str], *, is_judged: bool
) -> list[str]:
    """Put events in place of those touched."""
    if is_judged:
        found = apply_judgements(connection, found, numbers)
    replace_events(connection, found, numbers, touched)
    return sorted(one.id for one in found)
