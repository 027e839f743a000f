"""Where a noun of happening stops being what is told."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.attribute.listed import is_listed_noun
from riwaya.stages.attribute.reader import RELATIVES, Reader

_PARTING = frozenset("كما لكن ولكن ولكنه ولكنها لكنه لكنها لكنهم قايله قايلا".split())
"""Words behind a comma at which what a noun tells is over; «حيث» and «فيما» go on with it."""
_WHILE = frozenset({"بينما"})
_BACKGROUND = ("علي", "خلفيه")
_THIS = frozenset("ذلك هذا هذه الامر".split())
_BLOW_REACH = 20
"""Tokens from a verb back to the blow that is its subject."""
_OTHERS_REACH = 3
"""Words from a noun of harm over the number to «آخرين»."""


def nominal_end(reader: Reader, k: int, end: int, tags: frozenset[str]) -> int:
    """Give the token at which what the noun at ``k`` tells is over: a comma before a relative or a new verb, else ``end``.

    In a list of what is called for a noun may be spelt like a verb («بوقف القصف، ورفع الحصار، وفتح الطرق»).
    """
    for j in range(k + 1, end - 1):
        if reader.forms[j] in ("والتي", "والذي", "والذين"):
            return j
        if reader.forms[j] not in "،,":
            continue
        after = reader.forms[j + 1]
        if reader.forms[j + 1 : j + 3] == _BACKGROUND:
            return j  # «أعلن استقالته، على خلفية مقتل …»: why, as the paper tells
        if after in RELATIVES or after in _PARTING or (after in _WHILE and _is_new_deed(reader, j + 2)):
            return j
        if reader.phrase("including", j + 1):
            continue
        if _goes_on_about(reader, k, j + 1, tags):
            continue
        if "act" in tags and is_listed_noun(reader, j + 1):
            continue
        if _is_noun_by_case(reader, j + 1):
            continue
        if reader.is_finite(j + 1) or _is_verb(reader, j + 1) or after.startswith("يعد"):
            return j
    return end


def _is_new_deed(reader: Reader, at: int) -> bool:
    """«أعلنت الوزارة مقتل ثلاثة، بينما سلمت البعثة مساعدات», no «بينما أصيب خمسة»: what somebody did meanwhile is told by the paper."""
    found = [r for r in reader.readings[at] if r.is_finite] if at < len(reader.forms) else []
    return any(r.lexeme.table == "events" for r in found) and not any(r.lexeme.measure for r in found)


def _goes_on_about(reader: Reader, start: int, at: int, tags: frozenset[str]) -> bool:
    """«مقتل خمسة في هجوم بشاحنة، استهدف قاعدة», «الكمين الذي …، وخلف تسعة قتلى»: the verb agrees with the blow before it.

    A bare verb goes on about an indefinite blow, one joined by «و» about what came of any that is told; what is only
    condemned came about whoever condemns it.
    """
    found = (r for r in reader.readings[at] if r.is_finite and not r.pronoun and _is_of_blows(r))
    verb = next(found, None)
    if verb is None or (verb.conjunction and ("act" in tags or not _has_results(reader, at, verb))):
        return False
    for k in range(at - 2, max(start - 1, at - _BLOW_REACH), -1):
        if not reader.readings[k].uncounted_event:
            continue
        blow = reader.readings[k][0]
        several = blow.sense.number == "pl"
        agreed = ("sg", "f") if several else (blow.sense.number, blow.sense.gender)
        agrees = (verb.sense.number, verb.sense.gender) == agreed
        if agrees or not verb.conjunction:
            return agrees and (bool(verb.conjunction) or not blow.definite)
    return False


def _has_results(reader: Reader, at: int, verb: Reading) -> bool:
    """«وأسفر عن», «وخلف تسعة»: what came of a blow follows the verb, and no subject of its own («وأسفر القصف عن»)."""
    if "result" not in verb.lexeme.tags or verb.conjunction != "و" or at + 1 >= len(reader.forms):
        return False
    follows = reader.forms[at + 1]
    return not follows.startswith("ال") and follows not in _THIS


def _is_of_blows(verb: Reading) -> bool:
    """«استهدف», «وقع», «أسفر»."""
    return verb.lexeme.object == "target" or not verb.lexeme.tags.isdisjoint(("comes-about", "result"))


def _is_noun_by_case(reader: Reader, at: int) -> bool:
    """«مقتل سبعة، وجرح 13 آخرين»: a passive verb would have its subject in the nominative («وجرح 13 آخرون»)."""
    if reader.forms[at][0] != "و" or not any(r.sense.shape == "masdar" for r in reader.readings[at]):
        return False
    behind = reader.forms[at + 1 : at + 1 + _OTHERS_REACH]
    return "اخرين" in behind and not any(form in "،,." for form in behind[: behind.index("اخرين")])


def _is_verb(reader: Reader, at: int) -> bool:
    """Verbs that are also nouns («قتل») count as verbs where a clause can begin."""
    return any(r.is_verb for r in reader.readings[at][:1])
