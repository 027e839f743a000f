"""Addresses of pages: one spelling for each, and which are asked at all."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from riwaya.errors import AddressRefused

MAX_LENGTH = 2_000
"""Characters of an address; longer ones are traps or mistakes."""
DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"
_TRACKING = ("utm_", "mtm_", "pk_", "hsa_")
_TRACKERS = frozenset(
    ("fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ocid", "_ga", "wbraid", "gbraid")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address that may be asked."""

    url: str
    """In its one spelling (`canonical_url`)."""
    scheme: str
    host: str
    """ASCII, lower case; an IPv6 address without brackets."""
    port: int

    @property
    def origin(self) -> str:
        """Give scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{_bracketed(self.host)}:{self.port}"

    @property
    def is_default_port(self) -> bool:
        """Say whether the port is the scheme's own."""
        return DEFAULT_PORTS[self.scheme] == self.port


def parse_address(url: str, *, allowed: Collection[str] = ()) -> Address:
    """Give the address that a text names.

    Args:
        url: As written; white space around it does not count.
        allowed: Exceptions, as ``host:port``: ports that are not the scheme's own.

    Raises:
        AddressRefused: It is no http or https address, names no host, carries a name or password, is longer than
            `MAX_LENGTH`, or asks a port that is neither the scheme's own nor an exception.
    """
    told = url.strip()
    if len(told) > MAX_LENGTH or any(ord(letter) < 33 or letter == "\\" for letter in told):
        raise AddressRefused(f"{told[:80]!r} is no address: it is too long, or holds spaces or control letters.")
    try:
        parts = urlsplit(told)
        port = parts.port
    except ValueError as error:
        raise AddressRefused(f"{told[:80]!r} is no address: {error}.") from error
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not parts.hostname:
        raise AddressRefused(f"{told[:80]!r} is no http or https address.")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused("An address with a name or password in it is not asked.")
    host = _ascii_host(parts.hostname)
    port = port or DEFAULT_PORTS[scheme]
    if port != DEFAULT_PORTS[scheme] and f"{_bracketed(host)}:{port}" not in allowed:
        raise AddressRefused(f"Port {port} of {host} is not asked.")
    return Address(url=_spell(parts, scheme, host, port), scheme=scheme, host=host, port=port)


def canonical_url(url: str) -> str:
    """Give the one spelling of an address, so that the same page is asked once.

    Letter case of scheme and host, default port, dot segments, escapes, fragment and parameters that only track readers
    do not count; the order of the other parameters is kept, for servers may mind it.

    Raises:
        AddressRefused: As `parse_address`, ports aside.
    """
    parts = urlsplit(url.strip())
    try:
        allowed = (f"{_bracketed(_ascii_host(parts.hostname or ''))}:{parts.port}",)
    except ValueError as error:
        raise AddressRefused(f"{url[:80]!r} is no address: {error}.") from error
    return parse_address(url, allowed=allowed).url


def join_url(base: str, reference: str) -> str | None:
    """Give the address that a page or redirect names from where it stands; None where it names none."""
    told = "".join(letter for letter in reference.strip() if letter not in "\r\n\t")
    try:
        joined = urljoin(base, quote(told, safe=_SAFE_PATH + "?#[]"))
        return joined if urlsplit(joined).scheme in DEFAULT_PORTS else None
    except ValueError:
        return None


def _ascii_host(host: str) -> str:
    """Give a host as it is asked of the name server."""
    name = host.rstrip(".").lower()
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise AddressRefused(f"{host[:80]!r} is no name of a host.") from error


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _spell(parts: SplitResult, scheme: str, host: str, port: int) -> str:
    place = _bracketed(host) + ("" if port == DEFAULT_PORTS[scheme] else f":{port}")
    path = quote(parts.path, safe=_SAFE_PATH) or "/"
    if "/." in path:
        ends = "/" if path.endswith(("/", "/.", "/..")) else ""
        path = posixpath.normpath(path).replace("//", "/").rstrip("/") + ends
    return urlunsplit((scheme, place, path or "/", _untracked(parts.query), ""))


def _untracked(query: str) -> str:
    """Give a query without the parameters that only track readers; as written where there are none."""
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if not pair[0].lower().startswith(_TRACKING) and pair[0].lower() not in _TRACKERS]
    if len(kept) != len(pairs):
        return urlencode(kept)
    return quote(query, safe=_SAFE_PATH + "?[]")
