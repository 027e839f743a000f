"""The words of a claim: its clause without the telling."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from riwaya.stages.claim.among import lead_of_part
from riwaya.stages.claim.apart import are_taken_too, find_parting
from riwaya.stages.claim.between_commas import parts_object
from riwaya.stages.claim.clauses import clauses_in, opens_clause, subordinates_in
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.happenings import MOST
from riwaya.stages.claim.measures import is_sentence
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.spoken import with_duty
from riwaya.stages.claim.statements import with_charged
from riwaya.stages.claim.totals import find_total_end
from riwaya.stages.claim.trigger import Trigger

_CONNECTORS = frozenset(
    "وقد فقد قد لكن ولكن كما بينما فيما حيث اذ وذلك ذلك بان ان انه انها وان فان ثم ايضا وايضا غير الا وكان وكانت كان كانت حين".split()
)
_TRAILERS = frozenset(
    "بالاضافه اضافه فضلا علاوه والقاء و ف وفق وفقا بحسب حسب كما حسبما لكن فيما بينما حيث وقد قد في من علي الي عن مع الذي التي "
    "انباء وانباء معلومات ومعلومات موكده اوليه وسط وذلك".split()
)
_DETERMINERS = frozenset(
    "سلسله حمله عمليه عده اعمال موجه هذا هذه هذين ذلك تلك احد احدي مقتل شن حاله عمليات اول وقوع تنفيذ".split()
)
_LONGEST_SUBJECT = 14
_LONGEST_ADVERBIAL = 14
_LONGEST_RELATIVE = 24
_HELPED = 3
_BARE_CLAIM = 5
"""Tokens of «مسؤوليتها عن الهجوم المسلح» and the like."""
_IN = frozenset({"في"})
_MUST = frozenset({"بد", "لابد"})
"""«لا بد وأن …»: what must be goes on."""
_AFTER = frozenset({"بعد", "عقب", "اثر"})
_NEXT_NEAR = 6
"""Tokens before the next happening in which «بعد أن» begins its clause."""


def find_extents(scene: Scene, happenings: list[Happening]) -> list[tuple[int, int]]:
    """Give the token range of each happening's clause, half-open, in the order of the happenings.

    A clause runs from the last clause opening before its first trigger to the next after its last; a happening
    inside another's clause begins at its own subject, antecedent or trigger.

    Source: annotation guideline, field ``quote``.
    """
    found: list[tuple[int, int]] = []
    told: list[int] = []
    """Triggers of the happenings before, in order of the text."""
    for number, happening in enumerate(happenings):
        prior = happenings[number - 1] if number else None
        following = happenings[number + 1] if number + 1 < len(happenings) else None
        act = happening.triggers[0].act is not None
        start = _act_start(scene, happening) if act else _start(scene, happening, prior)
        end = _before_others(scene, told, happening, _end(scene, happening, following))
        start = start if act else _with_claimant(scene, happening, start, end)
        first, last = _limits(scene, happening)
        end = _before_what_went_before(scene, happening, happenings[number + 2 :], end)
        end = find_total_end(scene, start, end, last)
        start = with_charged(scene, happening.head, with_duty(scene, happening.head, start, first), first)
        found.append(_trim(scene, start, end, happening))
        for trigger in happening.triggers:
            insort(told, trigger.index)
    return found


def _limits(scene: Scene, happening: Happening) -> tuple[int, int]:
    """The sentence, narrowed to the telling around the happening; a quotation may run past the sentence.

    A telling set in between («أسفر القصف، بحسب الشرطة، عن مقتل ستة») does not end what it parts.
    """
    first, last = scene.annotation.sentences[scene.sentence_of[happening.first]]
    for frame in scene.frames_around[happening.first]:
        first = max(first, frame.start)
        last = last if frame.end < happening.last else min(last, frame.end)
    return first, last


def _start(scene: Scene, happening: Happening, prior: Happening | None) -> int:
    first, _ = _limits(scene, happening)
    at = happening.first
    while at > first and not _begins(scene, at):
        at -= 1
    subject = _before_relative(scene, at, first)
    if subject is not None and (prior is None or prior.last <= subject):
        at = subject
        while at > first and not _begins(scene, at):
            at -= 1
    at = _with_adverbial(scene, at, first)
    parting = None if prior is None else find_parting(scene, prior.triggers, happening.triggers[0])
    if prior is not None and parting is not None and at < parting:
        timed = happening.triggers[0].is_verb or scene.forms[parting] in _AFTER
        return parting if timed else max(parting, _embedded_start(scene, prior, happening.triggers[0]))
    if prior is not None and at < prior.last <= happening.first:
        return max(at, _embedded_start(scene, prior, happening.triggers[0]))
    return at


def _before_relative(scene: Scene, at: int, first: int) -> int | None:
    """«إن الحارس، الذي كان يعمل في السد، لقي مصرعه»: the last token of the subject of a bare verb behind an inserted clause."""
    if (
        at - 2 <= first
        or scene.forms[at - 1] not in "،,"
        or not scene.is_finite(at)
        or scene.readings[at][0].conjunction
    ):
        return None
    for k in range(at - 2, max(first, at - _LONGEST_RELATIVE), -1):
        if scene.forms[k] in ".؛:" or scene.is_that(k):
            return None
        if scene.forms[k] in "،,":
            inserted = scene.forms[k + 1] in RELATIVES and k - 1 in scene.mention_over
            return k - 1 if inserted else None
    return None


def _with_claimant(scene: Scene, happening: Happening, start: int, end: int) -> int:
    """«أعلنت الجماعة مسؤوليتها عن الهجوم»: so few words say nothing without who claims it."""
    for frame in scene.frames_around[happening.head.index][-1:]:
        near = 0 < frame.start - frame.first <= _LONGEST_SUBJECT and start - frame.start < _HELPED
        bare = happening.head.owns and end - start <= _BARE_CLAIM
        if bare and near and frame.rule.endswith(":object"):
            return frame.first
    return start


def _with_adverbial(scene: Scene, at: int, first: int) -> int:
    """Take in a time or place set before the clause by a comma («وفي الشهر الماضي، استهدفت …»)."""
    if at - 1 <= first or scene.forms[at - 1] not in "،,":
        return at
    start = at - 1
    while start > first and at - start <= _LONGEST_ADVERBIAL:
        k = start - 1
        if scene.is_finite(k) or scene.forms[k] in "،,.:؛" or scene.is_that(k) or k in scene.telling:
            break
        start = k
    dated = any(start <= a < at for told in (scene.time_ranges, scene.place_ranges) for a, _, _ in told.near(start, at))
    whole = start == first or scene.forms[start - 1] in "،,.:؛"
    return start if dated and whole else at


def _begins(scene: Scene, at: int) -> bool:
    """Say whether the words of a clause begin at ``at``: a telling, «أن» or a colon ends right before, or a clause opens."""
    before = at - 1
    if before in scene.telling or scene.is_that(before) or scene.forms[before] in ":؛":
        return True
    return opens_clause(scene, at) and not _is_relative(scene, at)


def _is_relative(scene: Scene, at: int) -> bool:
    """A relative clause after a comma belongs to the noun before it."""
    return scene.forms[at] in RELATIVES


def _embedded_start(scene: Scene, prior: Happening, trigger: Trigger) -> int:
    """Where a happening begins that shares its clause with one before it."""
    at, floor = trigger.index, prior.last
    relative = next((k for k in range(at - 1, floor - 1, -1) if scene.forms[k] in RELATIVES), None)
    if relative is not None and at - relative <= 4:
        return _phrase_before(scene, relative, floor)
    if trigger.is_verb:
        return _phrase_before(scene, at, floor)
    while at - 1 >= floor and _determines(scene, at - 1):
        at -= 1
    finite = next((k for k in range(at - 1, max(floor, at - 8) - 1, -1) if scene.is_finite(k)), None)
    return finite if finite is not None else at


def _determines(scene: Scene, at: int) -> bool:
    form = scene.forms[at]
    return form in _DETERMINERS or scene.tokens[at].is_number or at in scene.counted


def _phrase_before(scene: Scene, at: int, floor: int) -> int:
    """First token of the noun phrase that ends right before ``at``, its number and those whom it is joined to with it."""
    start = at
    while start - 1 >= floor and at - start < _LONGEST_SUBJECT:
        k = start - 1
        if scene.is_finite(k) or scene.forms[k] in "،,.:؛" or scene.is_that(k):
            break
        mention = scene.mention_over.get(k)
        start = k if mention is None else max(mention.first, floor)
        if mention is not None and not _led(scene, start):
            break
    number = start
    while number - 1 >= floor and number - 1 in scene.counted:  # «بينهم أربعة رعاة قتلوا»
        number -= 1
    led = any(k + lead_of_part(scene, k) == number for k in range(max(0, number - 2), number))
    return number if led else start


def _led(scene: Scene, at: int) -> bool:
    mention = scene.mention_from.get(at)
    return bool(mention and mention.preposition) or (at > 0 and scene.forms[at - 1] in PREPOSITIONS)


def _act_start(scene: Scene, happening: Happening) -> int:
    frame = happening.triggers[0].act
    first, _ = _limits(scene, happening)
    if frame is None:
        return happening.first
    near = happening.first - frame.first < _LONGEST_SUBJECT
    return max(min(frame.first, happening.first), first) if near else happening.first


def _end(scene: Scene, happening: Happening, following: Happening | None) -> int:
    """Where the clause closes: at a telling, a full stop, or the next clause that does not only add to this one."""
    _, last = _limits(scene, happening)
    head, first = happening.triggers[0], happening.last
    stop = max(last, first)
    if first < stop and scene.forms[stop - 1] in ".؟!؛":
        stop -= 1
    told = scene.telling_in_order
    for k in told[bisect_left(told, first) : bisect_left(told, stop)]:
        if not _is_own_telling(k, head):
            stop = k
            break
    stop = _before_mark(scene, first, _before_clause(scene, happening, stop))
    if following is not None:
        if are_taken_too(scene, happening.triggers, following.head):
            stop = min(stop, following.first)
        parting = find_parting(scene, happening.triggers, following.triggers[0])
        if parting is not None and parting >= first:
            stop = min(stop, parting)
        if _is_joined_deed(scene, following):
            stop = min(stop, max(first, following.first))
        if _follows_after(scene, following):
            stop = min(stop, max(first, following.first - 1))
        near = max(first, following.first - _NEXT_NEAR)
        stop = min(stop, next(iter(subordinates_in(scene, near, stop)), stop))
        own = range(max(first, following.first - _HELPED), stop)
        stop = min(stop, next((k for k in own if _tells_of_its_own(scene, k, following)), stop))
    return stop


def _before_clause(scene: Scene, happening: Happening, stop: int) -> int:
    """Where the next clause begins before ``stop`` that does not only add to this one, or a judgement of it («…، في أسوأ حادث»)."""
    first = happening.last + 1
    for k in clauses_in(scene, first, stop):
        if not _continues(scene, happening, k):
            stop = k
            break
    for k in scene.words_in(_IN, first, stop):
        if _weighs(scene, k):
            return k - 1
    return stop


def _before_mark(scene: Scene, first: int, stop: int) -> int:
    """Where a phrase stands before ``stop`` that closes what is told or leads aside from it."""
    for k in scene.phrases_in("closers", first + 1, stop):
        if scene.forms[k - 1] not in _MUST:
            stop = k
            break
    for k in scene.phrases_in("asides", first + 1, stop):
        if scene.forms[k - 1] in "،,":
            return k
    return stop


def _before_others(scene: Scene, told: Sequence[int], happening: Happening, end: int) -> int:
    """«اشتبكوا معهم لدى محاولتهم اقتحام قرية، ما أسفر عن …»: the result of an earlier happening ends what stands between."""
    place = bisect_left(told, happening.last)
    if place == len(told) or told[place] >= end:
        return end
    first = told[place]
    return max(happening.last, first - (scene.forms[first - 1] in ("ما", "مما")))


def _before_what_went_before(scene: Scene, happening: Happening, later: Sequence[Happening], end: int) -> int:
    """«خطفوا خمسة كانوا قد تدربوا في …، بعد أسبوع على خطف ثمانية»: a happening told anew ends what stands between, another in the midst or not."""
    for other in later:
        if other.first >= end:
            break
        parting = find_parting(scene, happening.triggers, other.triggers[0])
        if parting is not None and happening.last <= parting < end:
            return parting
    return end


def _weighs(scene: Scene, at: int) -> bool:
    """«قتل 20 في هجوم، في أسوأ حادث منذ سنوات»: how a happening compares with others is a judgement, and none of its words."""
    return scene.forms[at - 1] in "،," and at + 1 < len(scene.forms) and scene.forms[at + 1] in MOST


def _is_joined_deed(scene: Scene, following: Happening) -> bool:
    """«قتل 12 في انفجار استهدف حافلة، وهجوم شنه مسلحون»: a noun of attack joined behind a comma is told by itself."""
    deed = following.triggers[0]
    joined = deed.reading.conjunction == "و" and not (deed.is_verb or deed.is_harm or deed.reading.definite)
    own = len(following.triggers) > 1 and following.triggers[1].is_verb
    return joined and own and deed.lexeme.type == "ASSAULT" and scene.forms[following.first - 1] in "،,"


def _follows_after(scene: Scene, following: Happening) -> bool:
    """«سيطرت على حاجز بعد اشتباكات أسفرت عن مقتل …»: what went before and has victims of its own."""
    return scene.forms[following.first - 1] in _AFTER and any(t.is_harm for t in following.triggers)


def _tells_of_its_own(scene: Scene, at: int, following: Happening) -> bool:
    """«… بلدة كذا التي حاولوا الاستيلاء عليها»: what a helper verb of a relative clause puts forward is told by itself."""
    return (
        scene.forms[at] in RELATIVES
        and at < following.first <= at + _HELPED
        and not following.head.is_verb
        and bool(scene.readings[at + 1])
        and scene.readings[at + 1][0].sense.shape in ("past", "present")
    )


def _is_own_telling(at: int, head: Trigger) -> bool:
    return head.act is not None and head.act.first <= at <= head.act.last


def _continues(scene: Scene, happening: Happening, at: int) -> bool:
    """Say whether the clause that opens at ``at`` only adds to the one before."""
    sentenced = any(is_sentence(scene, at, r) for r in scene.readings[at][:1])  # «بإعدام ستة وسجن عشرين»
    joined = sentenced or lead_of_part(scene, at) > 0 or _says_where(scene, happening, at)
    return joined or parts_object(scene, happening.triggers[-1], at)


def _says_where(scene: Scene, happening: Happening, at: int) -> bool:
    """«قتل ثلاثة في انفجار قوي، وقع قرب السد»: a bare verb of coming about agrees with the indefinite blow before it."""
    blow = happening.triggers[-1]
    verb = next((r for r in scene.readings[at] if "comes-about" in r.lexeme.tags and not r.conjunction), None)
    if verb is None or blow.is_verb or blow.is_harm:
        return False
    several = blow.reading.sense.number == "pl"
    agreed = ("sg", "f") if several else (blow.reading.sense.number, blow.reading.sense.gender)
    return not blow.reading.definite and (verb.sense.number, verb.sense.gender) == agreed


def _trim(scene: Scene, start: int, end: int, happening: Happening) -> tuple[int, int]:
    while start < happening.first and (_is_mark(scene, start) or scene.forms[start] in _CONNECTORS):
        start += 1
    while end > happening.last and (scene.forms[end - 1] in _TRAILERS or scene.forms[end - 1] in '،,:؛.-«"('):
        end -= 1
    return start, max(end, start + 1)


def _is_mark(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    return not token.is_word and not token.is_number and token.form not in '«"('
