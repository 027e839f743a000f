"""Pages of the web that cannot be had (RW12x, RW13x)."""

from __future__ import annotations

from riwaya.errors.documents import InputError


class FetchError(InputError, ConnectionError):
    """An address did not give its page."""

    code, hint = "RW120", "Open the address in a browser; try again later with the same command."


class AddressRefused(FetchError):
    """An address is not one that Riwaya asks: no http, a password in it, another port, or a machine inside the network."""

    code, http_status = "RW121", 403
    hint = (
        "Only http and https pages of public machines are asked; RIWAYA_FETCH_ALLOW names the exceptions, as host:port."
    )


class RobotsForbid(FetchError):
    """The site asks programs not to read this address."""

    code, http_status, hint = "RW122", 403, "Ask the site for leave, or save the page by hand and ingest the file."


class FetchTimeout(FetchError, TimeoutError):
    """The page did not come within its time."""

    code, hint = "RW123", "Try again later; RIWAYA_FETCH_SECONDS is how long a page may take."


class FetchTooLarge(FetchError):
    """The page is larger, packed or unpacked, than what is read."""

    code, hint = "RW124", "Save the part that matters by hand, or raise RIWAYA_MAX_BYTES."


class RedirectsRefused(FetchError):
    """The address leads on and on, or in a circle."""

    code, hint = "RW125", "Give the address at which the page stands in the end."


class HostUnreachable(FetchError):
    """The name is unknown, nobody answers there, or the connection is not safe."""

    code, hint = "RW126", "Check the address and the network; a broken certificate is never overlooked."


class StatusRefused(FetchError):
    """The server answered, but not with the page."""

    code, hint = "RW127", "404 and 410 are final; 429 and 5xx pass: the same command tries again."


class ReplyBroken(FetchError):
    """What the server sent breaks off, or is not what its headers say."""

    code, hint = "RW128", "Try again later; nothing of the broken reply was kept as a page."


class ListInvalid(FetchError):
    """A feed or sitemap cannot be read, or is none."""

    code, hint = "RW129", "Give the address of a feed or a sitemap; `riwaya follow add` finds those of a site."


class ArchiveInvalid(InputError):
    """A web archive cannot be read from some point on."""

    code, hint = "RW130", "What stands before that point was read; copy the archive again for the rest."
