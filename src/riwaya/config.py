"""Settings: built once from the environment, passed in, never changed.

| variable | meaning | default |
| --- | --- | --- |
| RIWAYA_MAX_BYTES | largest input that is read, in bytes | 20000000 |
| RIWAYA_DATABASE_URL | the ledger: a file, or a URL such as postgresql://user@host/name | riwaya.db |
| RIWAYA_FETCH_SECONDS | how long a page of the web may take, in seconds | 30 |
| RIWAYA_FETCH_ALLOW | machines inside the network, and other ports, that may be asked: host:port, parted by commas | |
| RIWAYA_PLUGINS | `on`, or `off` to use none of the installed plugins | on |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.errors import ConfigError

_DEFAULT_MAX_BYTES = 20_000_000
DEFAULT_LEDGER = "riwaya.db"
_SWITCH = {"on": True, "1": True, "true": True, "off": False, "0": False, "false": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person who runs Riwaya may set."""

    max_bytes: int = _DEFAULT_MAX_BYTES
    """Largest input that is read, in bytes."""
    database_url: str = DEFAULT_LEDGER
    """The ledger: a file, or the URL of a database."""
    fetch_seconds: int = 30
    """How long a page of the web may take, from its name to its last byte."""
    fetch_allow: tuple[str, ...] = ()
    """Machines inside the network, and other ports, that may be asked, as ``host:port``."""
    plugins: bool = True
    """Whether installed plugins are used."""


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Build the settings from the variables that start with ``RIWAYA_``; an empty one counts as not set.

    Args:
        environment: The variables; those of this process when left out.

    Raises:
        ConfigError: A value is no whole number above zero, no switch, or no list of hosts with ports.
    """
    variables = os.environ if environment is None else environment
    return Settings(
        max_bytes=_whole(variables, "RIWAYA_MAX_BYTES", _DEFAULT_MAX_BYTES),
        database_url=variables.get("RIWAYA_DATABASE_URL", "").strip() or DEFAULT_LEDGER,
        fetch_seconds=_whole(variables, "RIWAYA_FETCH_SECONDS", 30),
        fetch_allow=_hosts(variables, "RIWAYA_FETCH_ALLOW"),
        plugins=_switch(variables, "RIWAYA_PLUGINS", default=True),
    )


def _whole(variables: Mapping[str, str], name: str, default: int) -> int:
    raw = variables.get(name, "").strip().replace("_", "")
    if not raw:
        return default
    if not (raw.isascii() and raw.isdecimal() and int(raw[:18]) > 0):
        raise ConfigError(f"{name} is {variables[name]!r}.", hint="Set it to a whole number above zero.")
    return int(raw[:18])


def _switch(variables: Mapping[str, str], name: str, *, default: bool) -> bool:
    raw = variables.get(name, "").strip().lower()
    if not raw:
        return default
    if raw not in _SWITCH:
        raise ConfigError(f"{name} is {variables[name]!r}.", hint="Set it to on or off.")
    return _SWITCH[raw]


def _hosts(variables: Mapping[str, str], name: str) -> tuple[str, ...]:
    told = tuple(one.strip().lower() for one in variables.get(name, "").split(",") if one.strip())
    for one in told:
        host, _, port = one.rpartition(":")
        if not (host and port.isascii() and port.isdecimal() and 0 < int(port[:6]) < 65_536):
            raise ConfigError(f"{name} holds {one!r}.", hint="Write host:port, parted by commas.")
    return told
