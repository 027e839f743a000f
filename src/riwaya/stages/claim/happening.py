"""A happening: triggers of one clause that tell of the same thing."""

from __future__ import annotations

from riwaya.stages.claim.trigger import Trigger

_STRIKING = frozenset({"attack", "strike", "destroy", "bombard"})
"""Kinds of verbs that a deed may have done («استهدفت غارة»)."""
_SUBJECT_REACH = 2


class Happening:
    """Triggers in text order; the first that is not merely helping names the happening."""

    __slots__ = ("first", "head", "last", "triggers")

    def __init__(self, trigger: Trigger) -> None:
        """Begin with one trigger."""
        self.triggers = [trigger]
        self.head = trigger
        """The trigger that names it; who takes responsibility for a deed names it so («مسؤوليتها عن الهجوم»)."""
        self.first = trigger.index
        """Index of the first trigger."""
        self.last = trigger.index + trigger.size
        """Index after the last trigger."""

    def add(self, trigger: Trigger) -> None:
        """Take the next trigger in."""
        self.triggers.append(trigger)
        self.last = trigger.index + trigger.size
        subject = (
            self.head.is_result and self.head.is_harm and not (trigger.is_verb or trigger.is_harm)
        )  # «أودى هجوم بحياة …»
        subject = subject or self._strikes(trigger)
        names = trigger.owns or ((subject or self.head.is_light) and not trigger.is_light)
        if names and not self.head.owns:
            self.head = trigger

    def _strikes(self, trigger: Trigger) -> bool:
        """«استهدفت غارات التحالف مواقع», «استهدف الهجوم سوقا»: the deed that the verb has for its subject names the happening."""
        head, new = self.head, trigger.lexeme
        if not head.is_verb or head.is_harm or head.reading.pronoun or head.lexeme.subtype not in _STRIKING:
            return False
        deed = new.type == "ASSAULT" and not (trigger.is_verb or trigger.is_harm or trigger.is_light)
        return deed and trigger.index - head.index <= _SUBJECT_REACH and not trigger.reading.preposition

    def hold(self, until: int) -> None:
        """Reach at least to the token ``until``, half-open."""
        self.last = max(self.last, until)
