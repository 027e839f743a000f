"""Targets that figures tell of: who is counted, who is named among them, who is joined to them."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model.actor import Actor, Participant
from riwaya.model.figure import Figure
from riwaya.model.span import Span
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.holders import find_whole
from riwaya.stages.claim.joined import find_joined
from riwaya.stages.claim.measures import TOLL_REACH, is_amounting
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import ARMED_KINDS, HARMS

_OTHERS = frozenset("اخرين اخرون اخران اخر اخريات".split())
_SINGLED = frozenset(
    "اولهم اولهما ثانيهم ثانيهما ثالثهم رابعهم الاول الثاني الثالث الرابع الخامس السادس الثانيه الثالثه الاخر الاخري الاخران الاخريان الاثنان الاثنين الاخرون "
    "الباقون احد احدي احدهم احدهما احداهما".split()
)
"""Words that single out one or some of those told before."""
_NAMED = frozenset({"named", "name"})
_ALONE = frozenset("واحد واحدا واحده".split())
_AMONG_REACH = 5
_FALLEN = frozenset({"killed", "wounded", "killed_or_wounded", "captured"})
_HELPERS = frozenset({"private-military", "coalition", "peacekeeping-mission"})
"""They fall beside those whom they help."""
_STATE_ARMS = frozenset({"armed-forces", "police"})
_JOINED_REACH = 14
"""Tokens behind those counted in which somebody joined to them may stand."""


def with_victims(
    scene: Scene,
    agents: tuple[Participant, ...],
    targets: tuple[Participant, ...],
    figures: tuple[Figure, ...],
    end: int,
) -> tuple[Participant, ...]:
    """Give the targets with everybody whom a figure of harm counts or names, up to token ``end``."""
    if not figures and not targets:
        return targets
    targets = _with_full_names(scene, targets, figures)
    known = [p.span for p in (*agents, *targets)]
    generic = all(_is_anybody(scene, p.span) for p in targets)
    more = [
        Participant(actor=f.of, span=f.of_span) for f in figures
        if f.of is not None and f.of_span is not None and f.measure != "other" and not any(f.of_span.overlaps(s) or _is_member(scene, f.of_span, s) for s in known) and not (_is_part(scene, f) and not generic)
        and not _is_unit(scene, f.of_span, targets)
    ]  # fmt: skip
    if generic and targets:
        more += _members(scene, targets, end)
    more += _named_victims([*known, *(p.span for p in more)], figures, scene)
    more += _joined_victims(scene, [*known, *(p.span for p in more)], figures)
    if not more and len(targets) < 2:
        return targets
    unique = {p.span: p for p in (*targets, *more)}
    return tuple(unique[s] for s in sorted(unique) if not _are_others(scene, s, unique))


def by_losses(
    scene: Scene,
    happening: Happening,
    agents: tuple[Participant, ...],
    targets: tuple[Participant, ...],
    figures: tuple[Figure, ...],
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """«قتل جنديان في معارك بين الجيش والمسلحين»: of two sides that fight the one that lost men suffered, the other did it.

    Args:
        scene: The document.
        happening: What is told.
        agents: The side told first.
        targets: The other side, and who fell.
        figures: Who was counted.

    Returns:
        Agents and targets, as they were where both sides lost men or nobody's men fell.
    """
    if not happening.triggers[0].is_harm:
        return agents, targets
    fought = any(t.lexeme.subtype == "clash" and not t.is_verb for t in happening.triggers)
    if not fought:
        return agents, targets
    fell = [f for f in figures if f.of is not None and f.of_span is not None and f.measure in _FALLEN]
    if not agents and (other := _other_side(targets, fell)) is not None:
        return (other,), tuple(t for t in targets if t is not other)
    sides = [p for p in targets if not any(f.of_span and f.of_span.overlaps(p.span) for f in fell)]
    lost = [f for f in fell if f.of and any(_are_same(f.of, a.actor) for a in agents)]
    gained = [f for f in fell if f.of and any(_are_same(f.of, t.actor) for t in sides)]
    if not lost or gained or not sides or not agents or len(lost) != len(fell):
        return agents, targets
    victims = [p for p in targets if p not in sides]
    unique = {p.span: p for p in (*agents, *victims)}
    return tuple(sides), tuple(unique[span] for span in sorted(unique))


def _other_side(targets: tuple[Participant, ...], fell: list[Figure]) -> Participant | None:
    """«قتل 20 من المتمردين وحلفائهم وستة من الحرس في معارك»: of two sides that lost men and no others, the second fought the first."""
    counted = [t for t in targets if any(f.of_span and f.of_span.overlaps(t.span) for f in fell)]
    if len(counted) != 2 or targets[-1] is not counted[1] or counted[0] is not targets[0]:
        return None
    first, second = (t.actor for t in counted)
    if first.kind not in ARMED_KINDS or second.kind not in ARMED_KINDS or {first.kind, second.kind} & _HELPERS:
        return None
    return None if _are_same(first, second) or first.name == second.name else counted[1]


def _are_same(victims: Actor, side: Actor) -> bool:
    """«جنديان» and «الجيش», «حوثيان» and «الحوثيون»: men of a side."""
    if victims.id is not None or side.id is not None:
        return victims.id == side.id or (
            victims.kind == side.kind and None in (victims.id, side.id) and victims.kind in _STATE_ARMS
        )
    return victims.kind == side.kind and victims.kind in _STATE_ARMS


def _with_full_names(
    scene: Scene, targets: tuple[Participant, ...], figures: tuple[Figure, ...]
) -> tuple[Participant, ...]:
    """«زعيم الكتيبة، سالم المرعي»: where a figure quotes the name behind an office, the target is the office with its name."""
    told = [f.span for f in figures if f.measure in HARMS and f.low == 1]
    found: list[Participant] = []
    for target in targets:
        longer = next((s for s in told if s.start <= target.span.start and target.span.end < s.end), None)
        if longer is None or scene.token_range(longer)[0] in scene.counted or _is_alone(scene, longer):
            found.append(target)
        else:
            found.append(Participant(actor=target.actor, span=longer))
    return tuple(found)


def _is_alone(scene: Scene, span: Span) -> bool:
    """«شخص واحد»: only how many."""
    return scene.forms[scene.token_range(span)[1] - 1] in _ALONE


def _members(scene: Scene, targets: tuple[Participant, ...], end: int) -> list[Participant]:
    """«قتل عشرة أشخاص بينهم نساء وأطفال»: who is told without a number to be among people of whom nothing else is told."""
    found: list[Participant] = []
    last = max((scene.token_range(t.span)[1] for t in targets), default=end)
    for k in scene.phrases_in("including", last, min(end, last + _AMONG_REACH)):
        mention = scene.mention_from.get(k + scene.phrase("including", k))
        while mention is not None and mention.first < end and "victim" in mention.tags and not mention.definite:
            found.append(Participant(actor=mention.actor, span=mention.span))
            mention = find_joined(scene, mention, end)
        break
    return found


def _named_victims(known: list[Span], figures: tuple[Figure, ...], scene: Scene) -> list[Participant]:
    """«والآخران قتلا», «ثانيهم», «بينهم القيادي سالم المرعي»: one singled out or named, of whom no target is told yet."""
    found: list[Participant] = []
    for figure in figures:
        if figure.measure not in HARMS or any(figure.span.overlaps(s) for s in known):
            continue
        first, end = scene.token_range(figure.span)
        if figure.of_span is None:
            single = not known and scene.forms[first] in _SINGLED
            if single:
                found.append(Participant(actor=_unknown(figure.span, scene), span=figure.span))
        elif _is_part(scene, figure) and end - first > 1 and first not in scene.counted:
            mention = scene.mention_from.get(first)
            if mention is not None and (mention.definite or mention.tags & _NAMED) and not mention.number == "pl":
                found.append(Participant(actor=figure.of or mention.actor, span=figure.span))
    return found


def _unknown(span: Span, scene: Scene) -> Actor:
    return Actor(id=None, name=span.of(scene.text), kind="unknown")


def _is_anybody(scene: Scene, span: Span) -> bool:
    """«أشخاص», «شخصا»: a target that says nothing of who suffered."""
    mention = scene.mention_from.get(scene.token_range(span)[0])
    return mention is not None and mention.why == "ar.people.شخص"


def _joined_victims(scene: Scene, known: list[Span], figures: tuple[Figure, ...]) -> list[Participant]:
    """«مقتل 12 من حرس الوادي والمسلحين الموالين لهم»: who is joined to those counted is counted with them."""
    found: list[Participant] = []
    for figure in figures:
        if figure.of_span is None or figure.measure == "other" or _is_part(scene, figure):
            continue
        at, end = scene.token_range(figure.of_span)
        mention = scene.mention_from.get(at)
        last = find_whole(scene, mention) if mention is not None else None
        reach = min(end + _JOINED_REACH, len(scene.forms))
        while last is not None and (last := find_joined(scene, last, reach)) is not None:
            if "thing" in last.tags or any(last.span.overlaps(s) for s in known):
                break
            found.append(Participant(actor=last.actor, span=last.span))
    return found


def _are_others(scene: Scene, counted: Span, told: Iterable[Span]) -> bool:
    """«قتل جندي وأصيب أربعة جنود آخرون»: others are counted beside those who were told before them."""
    first, end = scene.token_range(counted)
    others = not _OTHERS.isdisjoint(scene.forms[first + 1 : end])
    return others and any(span < counted for span in told)


def _is_unit(scene: Scene, counted: Span, targets: tuple[Participant, ...]) -> bool:
    """«بلغ عدد القتلى المدنيين 290 شخصا»: the persons that a toll counts are those whose dead were told before."""
    at, _ = scene.token_range(counted)
    mention = scene.mention_from.get(at)
    if mention is None or mention.why != "ar.people.شخص" or not any(t.span < counted for t in targets):
        return False
    return any(is_amounting(scene, k) for k in range(max(0, at - TOLL_REACH), at))


def _is_member(scene: Scene, part: Span, whole: Span) -> bool:
    """«عناصر من التنظيم», «5 أشخاص على الأقل من الشرطة»: whose members they are stands right behind them."""
    between = scene.text[part.end : whole.start].split() if part.end < whole.start else []
    return between[-1:] == ["من"] and between[:-1] in ([], ["على", "الأقل"])


def _is_part(scene: Scene, figure: Figure) -> bool:
    """«بينهم ثلاثة أطفال»: a part of those who were told before."""
    first, _ = scene.token_range(figure.span)
    return bool(scene.phrases_in("including", max(0, first - 4), first))
