"""Who says it, through whom."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.actor import Actor
from riwaya.model.span import Span
from riwaya.model.timex import Timex

STANCES = ("neutral", "assert", "allege", "deny", "admit", "accuse", "warn", "threaten", "urge", "condemn",
           "claim-responsibility", "refuse", "doubt")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The word that tells of telling, and how the teller stands to it."""

    text: str
    stance: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One link of a chain."""

    source: Actor
    span: Span
    """The mention; the nearest full one where the text has a pronoun."""
    verb: Cue | None
    channel: str | None = None
    """statement, video, interview, social-media, press-conference ... where the text says."""
    told: Timex | None = None


Chain = tuple[Attribution, ...]
"""Outermost relay first, originator last; empty for the outlet's own voice."""
