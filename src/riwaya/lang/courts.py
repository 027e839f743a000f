"""Courts before verbs: who judges stands right behind the verb, or before it and its auxiliaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.model.mention import Mention

COURT = "court"
"""Kind of an actor that judges."""
_AUXILIARY = frozenset("قد كان كانت فقد".split())


def is_before_court(forms: Sequence[str], over: Mapping[int, Mention], begins: Mapping[int, Mention], at: int) -> bool:
    """Say whether a court is the subject of the verb at ``at``, behind it or before it («كانت المحكمة قد أدانت»).

    Args:
        forms: The folded words of the text.
        over: The mention that covers each token.
        begins: The mention that begins at each token.
        at: The token of the verb.
    """
    behind = begins.get(at + 1)
    if behind is not None and behind.actor.kind == COURT and not behind.preposition:
        return True
    k = at - 1
    while k > 0 and forms[k] in _AUXILIARY:
        k -= 1
    before = over.get(k)
    return before is not None and before.actor.kind == COURT and not before.preposition
