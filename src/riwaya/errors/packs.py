"""Rule packs and settings (RW2xx, RW3xx)."""

from __future__ import annotations

from riwaya.errors.base import RiwayaError


class PackError(RiwayaError, ValueError):
    """A rule pack is wrong: file, entry and reason are in the message."""

    code, exit_code, hint = "RW200", 65, "Run `riwaya packs lint` and mend the entry it names."


class PackMissing(PackError, LookupError):
    """The pack or the table asked for is not installed."""

    code, hint = "RW201", "Install Riwaya whole; packs are part of it."


class RuleExampleFailed(PackError):
    """A rule does not do on its own examples what they say."""

    code, hint = "RW202", "Mend the rule or its example."


class ConfigError(RiwayaError, ValueError):
    """A setting cannot be used."""

    code, exit_code, hint = "RW300", 78, "See the settings in the reference and the environment variables set."
