"""Claims put together: words, chain, figures, time, place, and why."""

from __future__ import annotations

from riwaya.lang.grammar import load_grammar
from riwaya.model.actor import Participant
from riwaya.model.annotation import Annotation
from riwaya.model.attribution import Attribution, Attributions, Chain, join_chains
from riwaya.model.claim import Claim
from riwaya.model.figure import Figure
from riwaya.model.ids import content_id
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.stages.claim.apart import TOLLS
from riwaya.stages.claim.at_large import is_of_beasts
from riwaya.stages.claim.carried import DoerMemory
from riwaya.stages.claim.certainty import score_certainty, score_polarity
from riwaya.stages.claim.counted_targets import by_losses, with_victims
from riwaya.stages.claim.devotion import find_devotion
from riwaya.stages.claim.doubles import without_doubles
from riwaya.stages.claim.elsewhere import is_of_games
from riwaya.stages.claim.essay import without_rhetoric
from riwaya.stages.claim.extent import find_extents
from riwaya.stages.claim.figures import find_figures
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.happenings import find_happenings
from riwaya.stages.claim.refusals import without_refuser
from riwaya.stages.claim.roles import find_roles
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.selection import goes_its_own_way, is_claim, is_within_act
from riwaya.stages.claim.setting import SettingFinder
from riwaya.stages.claim.spoken import find_spoken, with_spoken
from riwaya.stages.claim.statements import find_statements
from riwaya.stages.claim.taken_up import denied_claims, find_denials
from riwaya.stages.claim.triggers import find_triggers
from riwaya.stages.claim.types import find_type, is_illness
from riwaya.stages.claim.when import TimeFinder
from riwaya.stages.claim.where import find_place

_HELD = frozenset({"captured", "abducted", "arrested"})
_CHARGES = frozenset({("ACCUSE", "charge"), ("ACCUSE", "accuse")})


def find_claims(annotation: Annotation, attributions: Attributions) -> tuple[Claim, ...]:
    """Give the claims of one document in text order; () where it tells of no happening.

    Every claim's span, trigger and figures are words of the document, letter for letter.

    Source: annotation guideline; rules ``ar.events.*``.
    """
    scene = Scene(annotation, attributions, load_grammar(annotation.document.language))
    if is_of_beasts(scene) or is_of_games(scene):
        return ()
    devout = find_devotion(scene)
    told = with_spoken(find_triggers(scene), find_spoken(scene))
    triggers = [t for t in told if t.index not in devout and not is_within_act(scene, t)]
    happenings = find_happenings(scene, triggers)
    extents = find_extents(scene, happenings)
    kept = [
        (happening, start, end) for happening, (start, end) in zip(happenings, extents, strict=True)
        if is_claim(scene, happening, start, end)
    ]  # fmt: skip
    named = [h.head.index for h, _, _ in kept]
    kept += [(one, *find_extents(scene, [one])[0]) for one in find_statements(scene, named, devout)]
    kept.sort(key=lambda row: (row[0].first, row[1]))
    settings, times = SettingFinder(scene), TimeFinder(scene, (row[0] for row in kept))
    doers = DoerMemory(scene)
    made: list[tuple[Happening, Claim]] = []
    counted: list[frozenset[Span]] = []
    for happening, start, end in kept:
        claim, added = _claim(scene, happening, start, end, settings, times)
        made.append((happening, doers.complete(claim, happening)))
        counted.append(added)
    claims = without_doubles(scene, made, counted)
    claims += denied_claims(scene, find_denials(scene), claims)
    return tuple(sorted(without_rhetoric(scene, claims), key=lambda one: (one.span.start, one.trigger.start)))


def _claim(
    scene: Scene, happening: Happening, start: int, end: int, settings: SettingFinder, times: TimeFinder
) -> tuple[Claim, frozenset[Span]]:
    """The claim, and those of its targets that only a figure tells of."""
    head = happening.head
    chain = _chain(scene, happening)
    agents, targets = find_roles(scene, happening, start, end, chain)
    chain = _with_accuser(happening, chain, agents)
    polarity, denied_by = score_polarity(scene, happening, start, end)
    type_ = find_type(scene, happening, denied=polarity == "denied")
    certainty, hedged_by = score_certainty(scene, happening, start, end, kind=type_)
    counts = head.act is None and not (type_ == "THREATEN" and head.is_harm) and head.lexeme.subtype != "investigate"
    counts = counts and not (type_ == "STATE" and head.is_harm and is_illness(scene, happening))
    figures = tuple(find_figures(scene, start, end)) if counts else ()
    figures = _settled(type_, happening, figures)
    told = {p.span for p in targets}
    targets = with_victims(scene, agents, targets, figures, end)
    agents, targets = by_losses(scene, happening, agents, targets, figures)
    figures = () if polarity == "denied" else figures  # G-NUM-7: a denied number is no figure of the denier
    time = times.find(happening, start, end) if head.act is None else None
    place = find_place(scene, happening, start, end)
    time, place = settings.complete(happening, start, end, time, place)
    span = scene.span(start, end)
    trigger = scene.span(head.index, head.index + head.size)
    why = [t.lexeme.id for t in happening.triggers]
    why += [f.rule for f in scene.frames_around[head.index]] + ([head.act.rule] if head.act else [])
    why += [rule for rule in (denied_by, hedged_by) if rule]
    why += [f"time:{time.basis}:{time.value}"] if time else []
    why += [f"place:{place.place.why}"] if place else []
    claim = Claim(
        id=content_id("clm", scene.annotation.document.id, span.start, span.end, trigger.start, span.of(scene.text)),
        span=span, trigger=trigger, type=type_, subtype=head.lexeme.subtype, polarity=polarity,
        certainty=certainty, chain=without_refuser(scene, head, chain), agents=agents, targets=targets, figures=figures, time=time, place=place,
        why=tuple(why),
    )  # fmt: skip
    return claim, frozenset(p.span for p in targets if p.span not in told)


def _settled(type_: str, happening: Happening, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Who is mourned by a crowd is no toll of it («شيعوا جثمان الضابط وهم يهتفون»), and captives who are handed over are free («سلمت 4 رهائن»)."""
    if type_ == "PROTEST" and not any(t.is_harm for t in happening.triggers):
        return tuple(f for f in figures if f.measure not in TOLLS)
    if happening.head.lexeme.subtype == "hand-over":
        return tuple(replace(f, measure="freed") if f.measure in _HELD else f for f in figures)
    return figures


def _chain(scene: Scene, happening: Happening) -> Chain:
    head = happening.head
    around = scene.frames_around[head.index]
    chain = join_chains(frame.links for frame in around if frame.act is None or not goes_its_own_way(frame, head))
    if head.act is None or head.act.rule.endswith(":declared"):  # who declares it does it, and is told to
        return chain
    return join_chains((chain, head.act.links))


def _with_accuser(happening: Happening, chain: Chain, agents: tuple[Participant, ...]) -> Chain:
    """«وجهت النيابة إليهم تهمة …»: who brings a charge says it, also where no word of telling does.

    Source: annotation guideline, settled cases: in an accusation the speaker is the originator.
    """
    head = happening.head
    charges = head.act is None and head.reading.is_verb and (head.lexeme.type, head.lexeme.subtype) in _CHARGES
    if not charges or len(agents) != 1 or any(link.source == agents[0].actor for link in chain):
        return chain
    return (*chain, Attribution(source=agents[0].actor, span=agents[0].span, verb=None))
