"""A happening: triggers of one clause that tell of the same thing."""

from __future__ import annotations

from riwaya.stages.claim.trigger import Trigger


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
        names = trigger.owns or ((subject or self.head.is_light) and not trigger.is_light)
        if names and not self.head.owns:
            self.head = trigger

    def hold(self, until: int) -> None:
        """Reach at least to the token ``until``, half-open."""
        self.last = max(self.last, until)
