"""Judgements and plugins (RW5xx, RW7xx)."""

from __future__ import annotations

from riwaya.errors.base import RiwayaError


class ReviewError(RiwayaError):
    """A judgement cannot be taken."""

    code, http_status, exit_code, hint = "RW500", 403, 77, "See the message; nothing was written."


class JudgementInvalid(ReviewError, ValueError):
    """A judgement names no judge or no reason, or sets a field to what it cannot hold."""

    code, http_status = "RW501", 422
    hint = "See `riwaya judge --help` for what a judgement says."


class JudgementConflict(ReviewError):
    """Somebody else judged first: what was looked at is no longer what holds."""

    code, http_status = "RW502", 412
    hint = "Look at both versions, then judge again on the newer one."


class ItemGone(JudgementConflict):
    """What is to be judged is not there any more: somebody joined or parted it, or its page was read anew."""

    code, http_status = "RW504", 409
    hint = "Look where its claims stand now, then judge again."


class JudgementUnguarded(ReviewError):
    """A judgement through the API does not say on which state of the item it was made."""

    code, http_status = "RW503", 428
    hint = "Send the ETag that you got with the item as If-Match."


class PluginError(RiwayaError):
    """A plugin failed; the message names the plugin and the hook."""

    code, hint = "RW700", "Uninstall or mend the plugin named."


class ProposalRejected(PluginError, ValueError):
    """A reader proposed a claim whose words are not in the text."""

    code, hint = "RW701", "Proposals must quote the document letter for letter."
