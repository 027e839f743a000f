"""What a value rests on, and what stands in for a value the text does not give."""

from __future__ import annotations

from enum import StrEnum

from riwaya.model.record import record


class Reason(StrEnum):
    """Why there is no value; a closed list, exported and counted."""

    NOT_SAID = "not-said"
    NO_ANCHOR = "no-anchor"
    UNKNOWN_NAME = "unknown-name"
    AMBIGUOUS = "ambiguous"
    NO_CUE = "no-cue"


@record
class Unresolved:
    """The text does not say, or not enough: a value, never an error."""

    reason: Reason
    detail: str = ""
