"""What of a claim decides with which others it speaks of one happening: its fields, and how its words point back or away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from riwaya.lang.discourse import Discourse, bare_noun, is_definite, load_discourse
from riwaya.lang.normalize import fold_letters
from riwaya.model.actor import Actor, Participant
from riwaya.model.claim import Claim
from riwaya.model.event import ToldClaim
from riwaya.model.place import Place
from riwaya.model.record import record
from riwaya.stages.cluster.kinds import OUTCOME_ALONE, SPEECH, family_of, kind_of
from riwaya.stages.cluster.words import Words, read_words

_BEFORE, _AFTER = 24, 30
"""Letters looked at before and behind a head: three or four words."""
_NEXT = 4
_CLAUSE = 60
"""Letters before a head in which its clause opens."""
_OPENING = 40
"""Letters at the head of a sentence: longer than any phrase that turns to something else."""
_EDGE = 14
"""Letters about the first letter of a claim in which a word of outcome belongs to the whole claim."""
_LONG_WORD = 4
_JOINED = ("و", "ف")
_PARTICIPLES = frozenset({fold_letters("واقعة")})

Days = tuple[date, date]
Count = tuple[str, int | None, int | None, str | None]
"""Measure, bounds, and the registry's id of who is counted."""


@record
class Traits:
    """One claim as clustering sees it. Words are folded; nouns bare, without article and particles."""

    told: ToldClaim
    sentence: int
    """Number of the sentence of its head on the page."""
    family: str
    kinds: frozenset[str]
    """Kinds of violence that its head and the nouns in its words name."""
    joined: bool
    """Its head is joined by «and» to what stands before it."""
    head: str
    """The noun or verb that names the happening."""
    nouns: frozenset[str]
    """Nouns of happening in its words."""
    refers: frozenset[str]
    """Those of them that point back: with the article, or the head with a demonstrative."""
    tolls_back: bool
    """It speaks of an outcome that was told before («القتلى», «الحصيلة»)."""
    several: bool
    """Its head names several happenings at once («هجمات»)."""
    others: bool
    """It counts other people than those told before («جنديان آخران»)."""
    picked: bool
    """It is one of several that were told together («أحد هذه الهجمات»)."""
    also: bool
    another: bool
    """Its noun is told apart from one told before («هجوم آخر», «الهجوم الثاني»)."""
    beside_at: int | None
    """Where a word stands before its head that puts it beside what was told («بينما»); None where none does."""
    turns: bool
    """Its sentence opens by turning to something else."""
    outcome: bool
    """It stands behind a word of outcome («ما أدى إلى»)."""
    summed: bool
    days: Days | None
    own_days: bool
    place: Place | None
    own_place: bool
    agents: frozenset[str]
    targets: frozenset[str]
    objects: frozenset[str]
    """Those of them that are things: a house that was hit and people who were are no others."""
    ids: frozenset[str]
    """Registry ids of all whom it names as agents, targets or counted."""
    sources: frozenset[str]
    """Registry ids of its chain."""
    speaker: str | None
    counts: frozenset[Count]
    things: frozenset[str]
    """Nouns with the article that name a thing in a role («القافلة»)."""
    hit: frozenset[str]
    """Nouns that name a thing in a role, with the article or not: who comes back to them says «القافلة»."""
    before: frozenset[str]
    """Nouns with the article in its words before the head and in the sentence before its own: what is being spoken of."""
    names: frozenset[str]
    """Names of persons of the document that stand beside its head."""
    words: frozenset[str]
    """Its longer words."""

    @property
    def subtypes(self) -> frozenset[str | None]:
        """The subtype of the claim, as a set like that of its strand."""
        return frozenset((self.told.claim.subtype,))

    @property
    def is_deed(self) -> bool:
        """Whether it tells what was done and not only what came of it, in words that do not point back."""
        return not self.refers and not self.kinds <= OUTCOME_ALONE

    @property
    def new_setting(self) -> bool:
        """Whether it names a day or a place of its own."""
        return (self.own_days and self.days is not None) or (self.own_place and self.place is not None)


def read_traits(claims: Sequence[ToldClaim], words: Words | None = None) -> list[Traits]:
    """Give the traits of claims of one document, in the order given; the words about them are read unless given."""
    if not claims:
        return []
    words = words or read_words(claims)
    persons = frozenset(_names_of_persons(claims, words))
    lists = load_discourse()
    return [_read(one, words, persons, lists) for one in claims]


def actor_key(actor: Actor) -> str:
    """Give the key of an actor: the registry's id, else the folded name."""
    return actor.id if actor.id is not None else _folded(actor.name)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return fold_letters(name).casefold()


def _read(told: ToldClaim, words: Words, persons: frozenset[str], lists: Discourse) -> Traits:
    claim = told.claim
    start, end = claim.trigger.start, claim.trigger.end
    sentence, opening = words.sentence(start)
    forms = words.between(start, end)
    before = words.between(max(opening, start - _BEFORE), start)
    after = words.between(end, end + _AFTER)[:_NEXT]
    inside = words.between(claim.span.start, claim.span.end)
    head = bare_noun(forms[0]) if forms else ""
    bare = [bare_noun(word) for word in inside]
    nouns = frozenset([noun for noun in bare if noun in lists.kinds])
    picked = _is_picked(before, inside, lists)
    roles = (*claim.agents, *claim.targets)
    return Traits(
        told=told,
        sentence=sentence,
        family=family_of(claim.type),
        kinds=frozenset([kind_of(claim.subtype), *[lists.kinds[noun] for noun in nouns]]),
        joined=bool(forms) and forms[0] != head and forms[0][:1] in _JOINED,
        head=head,
        nouns=nouns,
        refers=_refers(claim, forms, before, inside, lists),
        tolls_back=not lists.tolls.isdisjoint((*forms, *before[-1:], *inside[:3])),
        several=head in lists.several or (not picked and _is_toll_of_several(claim, nouns, lists)),
        others=not lists.others.isdisjoint(inside[:_NEXT]),
        picked=picked,
        also=not lists.also.isdisjoint((*before[-1:], *after[:2])),
        another=_is_another(head, after, lists),
        beside_at=words.last_of(lists.beside, max(opening, start - _CLAUSE), start),
        turns=_turns(words, opening, lists),
        outcome=not lists.outcome.isdisjoint(_edge(claim, words, opening)),
        summed=not lists.sum.isdisjoint(inside),
        days=_days(claim),
        own_days=claim.time is not None and not claim.time.inherited,
        place=claim.place.place if claim.place is not None else None,
        own_place=claim.place is not None and not claim.place.inherited,
        agents=frozenset(actor_key(one.actor) for one in claim.agents),
        targets=frozenset(actor_key(one.actor) for one in claim.targets),
        objects=frozenset([actor_key(one.actor) for one in roles if _is_thing(one)]),
        ids=frozenset(_ids(claim)),
        sources=frozenset(link.source.id for link in claim.chain if link.source.id is not None),
        speaker=_speaker(claim),
        counts=frozenset((f.measure, f.low, f.high, f.of.id if f.of else None) for f in claim.figures),
        things=frozenset(_things(roles, words)),
        hit=frozenset(_hit(roles, words)),
        before=words.definite_between(words.opening(sentence - 1), start),
        names=frozenset((*before, *after)) & persons,
        words=frozenset([noun for noun, word in zip(bare, inside, strict=True) if len(word) >= _LONG_WORD]),
    )


def _refers(
    claim: Claim, forms: Sequence[str], before: Sequence[str], inside: Sequence[str], lists: Discourse
) -> frozenset[str]:
    """Give the nouns that point back. Who claims responsibility does so for what was told, article or not («هجوم المدينة»)."""
    if claim.subtype == "responsibility":
        return frozenset(noun for word in inside if (noun := bare_noun(word)) in lists.kinds)
    own = (
        inside.index(forms[0]) if forms and forms[0] in inside else 0
    )  # «the attack comes days after a raid»: the raid is new
    found = {
        lists.pointing[word]
        for at, word in enumerate(() if lists.pointing.keys().isdisjoint(inside) else inside)
        if word in lists.pointing
        and not any(near in lists.dating for near in inside[max(0, at - 2) : at])
        and not (at < own and any(near in lists.dating for near in inside[at:own]))
        and not (at + 1 < len(inside) and _is_situated(word, inside[at + 1], lists))
    }
    if forms and (forms[0] in lists.pointing or _is_shown(before, lists)):
        found.add(bare_noun(forms[0]))
    return frozenset(found)


def _is_situated(word: str, after: str, lists: Discourse) -> bool:
    """Say whether «الواقعة» says where something lies: a word of place comes next, or a name with a preposition."""
    return lists.pointing[word] in _PARTICIPLES and (after in lists.situated or after[:1] in ("ب", "ل"))


def _is_shown(before: Sequence[str], lists: Discourse) -> bool:
    """Say whether a demonstrative stands right before; «in that» («بما في ذلك») shows nothing."""
    return bool(before) and before[-1] in lists.demonstrative and before[-2:-1] != ["في"]


def _is_picked(before: Sequence[str], inside: Sequence[str], lists: Discourse) -> bool:
    if not lists.partitive.isdisjoint(before[-2:]):
        return True
    return not lists.partitive.isdisjoint(inside) and any(
        one in lists.partitive and two in lists.demonstrative for one, two in pairwise(inside)
    )


def _is_another(head: str, after: Sequence[str], lists: Discourse) -> bool:
    """Say whether the noun of happening is told apart; behind a verb the word belongs to others («انفجرت تحت أولى العربات»).

    Yet what follows the verb may be such a noun itself («انفجرت عبوة ثانية»).
    """
    noun = head in lists.kinds or (bool(after) and after[0] in lists.kinds)
    near = after[: 2 if noun else 1]
    return any(word in lists.another or word.removeprefix("ال") in lists.another for word in near)


def _is_toll_of_several(claim: Claim, nouns: frozenset[str], lists: Discourse) -> bool:
    """Say whether an outcome is counted over several happenings («قتل 60 في هجمات»)."""
    return kind_of(claim.subtype) == "outcome" and any(noun in lists.several for noun in nouns)


def _edge(claim: Claim, words: Words, opening: int) -> list[str]:
    start = claim.span.start
    return words.between(max(opening, start - _EDGE), min(claim.trigger.start, start + _EDGE))


def _turns(words: Words, opening: int, lists: Discourse) -> bool:
    head = " ".join(words.between(opening, opening + _OPENING)) + " "
    return head.startswith(lists.turn)


def _days(claim: Claim) -> Days | None:
    time = claim.time
    if time is None:
        return None
    start, end = time.start or time.end, time.end or time.start
    return (start, end) if start is not None and end is not None else None


def _ids(claim: Claim) -> Iterator[str]:
    for one in (*claim.agents, *claim.targets):
        if one.actor.id is not None:
            yield one.actor.id
    for figure in claim.figures:
        if figure.of is not None and figure.of.id is not None:
            yield figure.of.id


def _speaker(claim: Claim) -> str | None:
    if claim.chain:
        return actor_key(claim.chain[-1].source)
    if claim.type in SPEECH and claim.agents:
        return actor_key(claim.agents[0].actor)
    return None


def _things(roles: Iterable[Participant], words: Words) -> Iterator[str]:
    for one in roles:
        if _is_thing(one):
            yield from (bare_noun(word) for word in words.between(one.span.start, one.span.end) if is_definite(word))


def _hit(roles: Iterable[Participant], words: Words) -> Iterator[str]:
    for one in roles:
        if _is_thing(one):
            yield from (bare_noun(word) for word in words.between(one.span.start, one.span.end)[:1])


def _is_thing(one: Participant) -> bool:
    return one.actor.kind == "thing"


def _names_of_persons(claims: Iterable[ToldClaim], words: Words) -> Iterator[str]:
    """Give the words of the names of persons; a person described and not named has a name in small letters («a minister»)."""
    for told in claims:
        for one in (*told.claim.agents, *told.claim.targets):
            actor = one.actor
            if actor.kind == "person" and (actor.id is not None or not actor.name[:1].islower()):
                yield from (
                    word
                    for word in words.between(one.span.start, one.span.end)
                    if len(word) >= _LONG_WORD and not is_definite(word)
                )
