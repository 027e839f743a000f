"""Noun phrases that no list of people or things knows: what stands where an object must stand."""

from __future__ import annotations

from riwaya.lang.describe import has_circumstance_shape, has_verb_shape, is_verbal_noun
from riwaya.model.actor import Actor, Participant
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene

_LONGEST = 3
_FEW = frozenset("بعض بضع بضعه".split())
_SHORTEST_WORD = 3
_NO_NOUNS = frozenset(
    "فوق تحت خلف وراء محاوله محاولات عمليه عمليات حاله حالات ان انه انها كان كانت كانوا قد لم لا لن ما هو هي هم هذا هذه ذلك تلك هناك هنا كما ثم او لكن بل ايضا كذلك امس اليوم مساء صباح فجر ليل ظهر "
    "وذلك وهو وهي وهم حيث فيما بينما مما بعدما عندما غير سوي كل جميع بعض عدد عده معظم نفسه نفسها نفسيهما انفسهم ذاته ذاتها منها منهم منه فيها فيه عليها عليه عليهم "
    "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط بها به بهم لها له لهم اليها اليه معها معه بشكل بصوره فورا جميعا احد احدي اخر اخري اخرين اخرون مجددا تقريبا اكثر اقل دون بدون تابع تابعه تابعين تابعون تابعتين يتبع تتبع ليلا نهارا صباحا مساء فجرا ظهرا عصرا".split()
)
_HOW = frozenset(
    "مجددا تماما دايما مرارا سويا معا جوا برا بحرا عمدا علنا سرا قسرا غدرا عشواييا ردا دعما خوفا املا بحثا تمهيدا تحسبا تزامنا فورا مباشرا حتما حيا ميتا قبيلا ايضا موخرا حاليا اخيرا".split()
)
"""Accusatives that tell how or why, not what."""

CAPTIVES = frozenset(
    "رهينه الرهينه رهاين الرهاين رهينتين الرهينتين اسير الاسير اسري الاسري ضحايا الضحايا سجناء السجناء مختطف المختطف مختطفين المختطفين "
    "دوريه الدوريه دوريات الدوريات دوريتين الدوريتين دوريتان محتجز المحتجز محتجزين المحتجزين معتقل المعتقل معتقلين المعتقلين مصابين المصابين جرحي الجرحي تعزيزات التعزيزات "
    "التظاهره تظاهره المظاهره مظاهره التظاهرات المظاهرات مظاهرات المسيره الاعتصام اعتصام".split()
)
"""Nouns of happening that are people, troops or crowds, where they stand as object."""


def find_bare_phrase(
    scene: Scene, at: int, end: int, *, genitive: bool = False, accusative: bool = False, led: bool = False
) -> Participant | None:
    """Give the noun phrase of unknown words that begins at ``at``, counts before it passed over; None for other words.

    Args:
        scene: The document.
        at: First token that may belong to it.
        end: Token at which it must have ended.
        genitive: Whether it follows a noun: then an indefinite word may only describe that noun.
        accusative: Whether only its ending tells the object («جسورا»); an adverb has that ending too.
        led: Whether «ل» may be written onto its first word.
    """
    first = at
    if at < end and at in scene.counted and scene.forms[at].startswith("ب") and scene.forms[at] not in _FEW:
        return None  # «استهدف بثلاثة صواريخ …»: with what
    while at < end and (at in scene.counted or scene.forms[at] in '«"(' or (at > first and scene.forms[at] == "من")):
        at += 1  # «قتلوا أربعة من الرهائن»
    last = at
    if led and at < end and _is_led_noun(scene, at):
        last += 1
    while last < min(end, at + _LONGEST) and _is_noun(scene, last) and (last == at or _goes_on(scene, last)):
        last += 1
    if last == at or (at == first and not accusative and _describes(scene, at, last, genitive)):
        return None
    if accusative and _is_adverb(scene, at):
        return None
    span = scene.span(at, last)
    return Participant(actor=Actor(id=None, name=span.of(scene.text), kind="unknown"), span=span)


def _describes(scene: Scene, at: int, last: int, genitive: bool) -> bool:
    """Relational adjectives and adverbs end in «ي» and «ا»; behind a noun only what is definite is no adjective."""
    form = scene.forms[at]
    if form.endswith(("ي", "يه", "ا")):
        return True
    return genitive and not form.startswith("ال") and not (last > at + 1 and scene.forms[at + 1].startswith("ال"))


def _is_adverb(scene: Scene, at: int) -> bool:
    """«جزئيا», «ردا على», «انتقاما»: an accusative that tells how or why."""
    form = scene.forms[at]
    if not form.endswith("ا") or form.endswith("يا") or form in _HOW or is_verbal_noun(form[:-1]):
        return True
    return scene.forms[at + 1 : at + 2] in (("علي",), ("ل",), ("مع",))


def _is_led_noun(scene: Scene, k: int) -> bool:
    """«لوحدة»: a noun of no known happening with «ل» written onto it."""
    form = scene.forms[k]
    known = k in scene.mention_over or k in scene.set_in or any(not r.preposition for r in scene.readings[k])
    own = form[1:] in _NO_NOUNS  # «تفجير مسلحين لأنفسهم»
    return form.startswith("ل") and len(form) > _SHORTEST_WORD and not (known or own)


def _is_noun(scene: Scene, k: int) -> bool:
    token, form = scene.tokens[k], scene.forms[k]
    if not token.is_word or len(form) < _SHORTEST_WORD or k in scene.mention_over or form in _NO_NOUNS:
        return False
    if form in PREPOSITIONS or form in RELATIVES or scene.is_that(k):
        return False
    if form[0] in "وف" and (form[1:] in PREPOSITIONS or form[1:] in _NO_NOUNS):
        return False
    if has_verb_shape(form) or has_circumstance_shape(form):
        return False
    if scene.readings[k] and form not in CAPTIVES:
        return False
    if form[0] in "وف" and len(form) > _SHORTEST_WORD and form[1:3] in ("ال", "لل"):
        return False
    if form.startswith(("ب", "ل", "كال", "ول", "فل")) or form.endswith("هم") or k in scene.counted:
        return False
    return k not in scene.set_in


def _goes_on(scene: Scene, k: int) -> bool:
    """A word with «و» or «ب» written onto it begins something else."""
    return scene.forms[k][0] not in "وبلف"
