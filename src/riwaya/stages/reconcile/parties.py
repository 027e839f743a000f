"""Who takes part in an event, each under one neutral key, whatever the accounts call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from riwaya.lang.grammar import load_grammar
from riwaya.lang.normalize import fold_letters
from riwaya.lang.registry import load_registry
from riwaya.lang.tokens import find_forms
from riwaya.model.actor import Actor, Participant
from riwaya.model.event import ToldClaim
from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.stages.reconcile.branches import GROUPS, find_branch, find_country, is_called_branch
from riwaya.stages.reconcile.kinship import Kinship

WHOLE = frozenset({"people", "a person", "persons", "victims"})
"""Names of those who are counted whoever they are: a toll of all sides."""
_THINGS = frozenset({"thing", "document", "media", "unknown"})
_PLAIN = frozenset({"civilians", "humanitarian"})
_TROOPS = frozenset({"armed-forces", "security-forces", "police", "government"})
_FORCES = frozenset(
    {"private-military", "militia", "armed-forces", "coalition", "peacekeeping-mission", "security-forces"}
)
_NO_BODY = frozenset({"anonymous", "civilians", "document", "outlet"})
_NAME_REACH = 40
"""Letters after «جماعة تابعة» in which the name follows."""
_FARTHEST_TIE = 3
"""Words from the noun to the tie: «جماعة مسلحة موالية ل»."""
_OWNED = frozenset({"fighters", "armed-forces", "group", "thing"})
_MEMBERS = "members"
_PLURAL = {"a soldier": "soldiers", "an officer": "officers", "a gunman": "gunmen", "a civilian": "civilians"}
"""One side has one key, whether one or several of it are told of."""
_LEADS = frozenset({"person"})
_OFFICES = frozenset({"Armed Forces", "Police", "Government", "Army", "Air Force"})
"""«الجيش», «الشرطة» alone are written with capitals in English and are still nobody's in particular."""
_MARKS = "«»\"'()[]“”"
_UNMARKED = str.maketrans("", "", _MARKS)


@record
class Parts:
    """Who does and who suffers what one claim tells, each once, in order; things are left out."""

    doers: tuple[Actor, ...]
    hit: tuple[Actor, ...]
    all: tuple[Actor, ...]
    """Those who do it, then those whom it hits."""
    keys: frozenset[str]
    """Of all."""


def slug(actor: Actor) -> str:
    """Give the key of an actor: its registry id, else its name folded, words joined by hyphens."""
    if actor.id is not None:
        return actor.id
    return _slug_of(actor.name)


@lru_cache(maxsize=20_000)
def _slug_of(name: str) -> str:
    """Give the key of a name; a few names are asked for again and again."""
    plain = _PLURAL.get(name, name).translate(_UNMARKED)
    return "-".join(fold_letters(plain).casefold().split())


def is_named(actor: Actor) -> bool:
    """Say whether an actor is somebody in particular: in the registry, or with a name that is no plain noun."""
    if actor.id is not None:
        return True
    return actor.name not in _OFFICES and (actor.name != actor.name.lower() or not actor.name.isascii())


class Cast:
    """The actors of one event.

    The words of one account settle what another leaves open: «soldiers» are those of the one army that is named,
    «its fighters» are the speaker's own, «the front» is the front that the same page names in full, «a group of the
    organisation» is its branch in that country, and so is the organisation itself where others tell of the branch.
    """

    def __init__(self, told: Sequence[ToldClaim], kinship: Kinship) -> None:
        """Take all claims of the event, in any order."""
        self.kinship = kinship
        self._by_kind: dict[str, set[str]] = {}
        self._by_head: dict[tuple[str, str], set[str]] = {}
        self._known: dict[str, Actor] = {}
        self._nations: dict[str, set[str]] = {}
        self._country = find_country(told)
        self._branches: dict[str, Actor] = {}
        self._parts: dict[int, tuple[ToldClaim, Parts]] = {}
        for one in told:
            for actor, span in iter_mentions(one):
                if actor.id is not None:
                    self._by_kind.setdefault(actor.kind, set()).add(actor.id)
                    self._known.setdefault(actor.id, actor)
                    self._nations.setdefault(actor.id, set()).update(nations_in(span, one.text))
                    head = _head(span, one.text)
                    if head:
                        self._by_head.setdefault((one.document_id, head), set()).add(actor.id)
        self._find_branches(told)

    def _find_branches(self, told: Sequence[ToldClaim]) -> None:
        """Find the organisations of which a branch takes part: in this event they are told of as one."""
        for one in told:
            for actor, span in iter_mentions(one):
                whole = (
                    actor
                    if actor.id is not None and is_called_branch(span, one.text)
                    else self._whole(actor, span, one)
                )
                year = one.told_on.year if one.told_on is not None else None
                branch = find_branch(whole.id, self._country, year) if whole is not None and whole.id else None
                if whole is not None and whole.id and branch is not None:
                    self._branches.setdefault(whole.id, branch)
                    self._known.setdefault(branch.id or "", branch)

    def _here(self, actor: Actor) -> Actor:
        """Give the branch of an organisation that takes part in the event; any other actor as it is."""
        return self._branches.get(actor.id or "", actor)

    def side(self, actor: Actor | None, span: Span | None, told: ToldClaim) -> Actor | None:
        """Give who is meant as a side; None for a thing, for all people alike, and for nobody."""
        if actor is None or actor.kind in _THINGS or (actor.id is None and actor.name in WHOLE):
            return None
        return self.party(actor, span, told)

    def party(self, actor: Actor, span: Span | None, told: ToldClaim) -> Actor:
        """Give who is meant by an actor of a claim."""
        if actor.id is not None:
            return self._here(actor)
        if span is not None and self._is_speakers_own(actor, span, told):
            return self.originator(told)
        if actor.kind in _TROOPS and not is_named(actor):
            ids = self._by_kind.get(actor.kind, set())
            ids = ids if len(ids) == 1 else {id_ for id_ in ids if self.kinship.is_national(id_)}
            if len(ids) == 1:
                return self._known[next(iter(ids))]
            if told.claim.chain and told.claim.chain[-1].source.id in ids:
                return self.originator(told)  # «القوات» in the words of one of two armies are its own
        return (span and self._affiliated(actor, span, told)) or self._by_same_head(actor, span, told)

    def originator(self, told: ToldClaim) -> Actor:
        """Give whose account a claim is: the last of its chain, the body of a spokesman; the outlet without a chain."""
        if not told.claim.chain:
            if told.outlet is not None:
                return Actor(id=told.outlet.id, name=told.outlet.name, kind="outlet")
            return Actor(id=None, name=told.document_name, kind="outlet")
        link = told.claim.chain[-1]
        actor = self.kinship.body_of(link.source)
        if actor.id is not None:
            return self._here(actor)
        return self._affiliated(actor, link.span, told) or self._spoken_for(actor, link.span, told)

    def sides(self, participants: Iterable[Participant], told: ToldClaim) -> tuple[Actor, ...]:
        """Give who is meant by participants, each once, in order; things are left out."""
        found = (self.side(one.actor, one.span, told) for one in participants)
        return tuple({slug(one): one for one in found if one is not None}.values())

    def parts(self, told: ToldClaim) -> Parts:
        """Give who does and who suffers what a claim tells; worked out once, as a dozen rules ask for it."""
        held = self._parts.get(id(told))
        if held is not None:
            return held[1]
        doers = {slug(one): one for one in self.sides(told.claim.agents, told)}
        hit = {slug(one): one for one in self.sides(told.claim.targets, told)}
        both = doers | hit
        made = Parts(
            doers=tuple(doers.values()), hit=tuple(hit.values()), all=tuple(both.values()), keys=frozenset(both)
        )
        self._parts[id(told)] = told, made  # with the claim, so that no other gets its number meanwhile
        return made

    def named_in(self, told: ToldClaim) -> set[str]:
        """Give the keys of the parties of the event that a claim names, whatever part its words give them.

        Where it names none and speaks of a nation («الروس الذين كانوا هناك»), those whom others name by that nation.
        """
        claim = told.claim
        named = set(self.parts(told).keys)
        named |= actors_in(claim.span, told.text) & self._known.keys()
        named -= {slug(self.originator(told))}
        spans = [one.span for one in (*claim.agents, *claim.targets)] or [_sentence_until(claim.span, told.text)]
        nations = {iso for span in spans for iso in nations_in(span, told.text)}
        if not named & self._known.keys():
            named |= {id_ for id_, of in self._nations.items() if of & nations and self._is_foreign_force(id_)}
        return named

    def _is_foreign_force(self, id_: str) -> bool:
        return self._known[id_].kind in _FORCES and not self.kinship.is_national(id_)

    def owned(self, participant: Participant, told: ToldClaim) -> Actor | None:
        """Give the speaker where a thing is its own («قافلته»); None otherwise."""
        is_own = self._is_speakers_own(participant.actor, participant.span, told)
        return self.originator(told) if is_own else None

    def own_of(self, participants: Iterable[Participant], told: ToldClaim) -> Actor | None:
        """Give the speaker where some participants are its own («أفرادها»); None otherwise."""
        return next((own for one in participants if (own := self.owned(one, told)) is not None), None)

    def _is_speakers_own(self, actor: Actor, span: Span, told: ToldClaim) -> bool:
        """«مقاتليها», «أفراده»: whose they are is the speaker, where the speaker is a body."""
        if not told.claim.chain or (actor.kind not in _OWNED and actor.name != _MEMBERS) or is_named(actor):
            return False
        first = span.of(told.text).strip(_MARKS).split(" ")[0].rstrip(_MARKS)
        own = load_grammar("ar")["possessives"].singles
        if not any(first.endswith(ending) and len(first) > len(ending) + 2 for ending in own):
            return False
        return self.originator(told).kind not in ("anonymous", "person", "civilians", "document", "outlet")

    def _affiliated(self, actor: Actor, span: Span, told: ToldClaim) -> Actor | None:
        """«جماعة تابعة لتنظيم كذا»: a group without a name of its own is that organisation, or its branch there."""
        whole = self._whole(actor, span, told)
        return self._here(whole) if whole is not None else None

    @staticmethod
    def _whole(actor: Actor, span: Span, told: ToldClaim) -> Actor | None:
        """Give the organisation that a group without a name is said to belong to."""
        if actor.kind not in GROUPS or is_named(actor):
            return None
        end = span.end + _NAME_REACH
        return _find_whole(told.text[span.start : end], span.end - span.start)

    def _by_same_head(self, actor: Actor, span: Span | None, told: ToldClaim) -> Actor:
        """«الجبهة»: the one body of the page whose full name begins with that noun."""
        if span is None or is_named(actor) or actor.kind in _PLAIN | _LEADS | {"anonymous", "fighters"}:
            return actor
        head = _head(span, told.text)
        ids = self._by_head.get((told.document_id, head), set()) if head else set[str]()
        return self._known[next(iter(ids))] if len(ids) == 1 and " " not in span.of(told.text).strip() else actor

    def _spoken_for(self, actor: Actor, span: Span, told: ToldClaim) -> Actor:
        """«المتحدث باسم الجبهة», «قيادي في الجماعة»: the one body of the page that begins with the noun named last."""
        if is_named(actor) or actor.kind not in _LEADS:
            return self._by_same_head(actor, span, told)
        for word in span.of(told.text).split()[1:]:
            ids = self._by_head.get((told.document_id, _bare(word)), set()) if word.startswith("ال") else set[str]()
            if len(ids) == 1:
                return self._known[next(iter(ids))]
        return actor


@lru_cache(maxsize=4096)
def _find_whole(words: str, named: int) -> Actor | None:
    """Give the organisation to which some words say that a group belongs; the first letters name the group."""
    stop = min((at for mark in "،.\n" if (at := words.find(mark, named)) > 0), default=len(words))
    forms = find_forms(words[:stop])
    ties = load_grammar("ar")["affiliated"]
    tie = next((at for at in range(len(forms)) if ties.at(forms, at)), None)
    if tie is None or tie > _FARTHEST_TIE:
        return None
    for start, hits in sorted(load_registry().scan(forms).items()):
        bodies = [hit.name.actor for hit in hits if hit.name.kind == "actor" and hit.name.actor.kind in GROUPS]
        if start > tie and bodies:
            return bodies[0]
    return None


def is_body(actor: Actor) -> bool:
    """Say whether an actor can be a party: no voice without a name, no people at large, no outlet."""
    return actor.kind not in _NO_BODY


def is_civilian(actor: Actor) -> bool:
    """Say whether an actor is people who are no party: civilians, children, drivers."""
    return actor.id is None and actor.kind in _PLAIN and actor.name not in WHOLE


def iter_mentions(told: ToldClaim) -> Iterator[tuple[Actor, Span]]:
    """Give every actor of a claim with the words that name it: tellers, doers, targets, those counted."""
    claim = told.claim
    for link in claim.chain:
        yield link.source, link.span
    for one in (*claim.agents, *claim.targets):
        yield one.actor, one.span
    for figure in claim.figures:
        if figure.of is not None and figure.of_span is not None:
            yield figure.of, figure.of_span


def _sentence_until(span: Span, text: str) -> Span:
    """Give the words of a claim with those of its sentence before it, where the subject may stand."""
    start = max(text.rfind(mark, 0, span.start) for mark in ("\n", ". ", "؟", "! "))
    return Span(max(start + 1, 0), span.end)


def actors_in(span: Span, text: str) -> set[str]:
    """Give the registry ids of the bodies that some words name."""
    hits = load_registry().scan(find_forms(span.of(text))).values()
    return {hit.name.actor.id for found in hits for hit in found if hit.name.actor.id and hit.name.kind == "actor"}


def nations_in(span: Span, text: str) -> frozenset[str]:
    """Give the countries of the nationality adjectives among some words: two letters each."""
    return _nations(span.of(text))


@lru_cache(maxsize=8192)
def _nations(words: str) -> frozenset[str]:
    told = (load_registry().demonym(form) for form in find_forms(words))
    return frozenset(one.country.iso for one in told if one is not None and one.country is not None)


def _head(span: Span, text: str) -> str:
    words = span.of(text).strip(_MARKS).split(maxsplit=1)
    return _bare(words[0]) if words else ""


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return fold_letters(word.strip(_MARKS)).removeprefix("ال")
