"""Keep replies as evidence, and read the pages in them."""

from __future__ import annotations

from riwaya.collect.feeds import looks_like_feed
from riwaya.collect.reply import Reply
from riwaya.collect.sitemaps import looks_like_sitemap
from riwaya.errors import ListInvalid
from riwaya.ledger import identity
from riwaya.ledger.arrival import Run
from riwaya.ledger.captures import Capture, capture_id
from riwaya.ledger.records import Outcome
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints


def make_capture(reply: Reply, *, origin: str = "web") -> Capture:
    """Give a reply as the ledger keeps it."""
    digest = reply.digest
    return Capture(
        id=capture_id(reply.url, reply.at, digest),
        at=reply.at,
        asked=reply.asked,
        url=reply.url,
        status=reply.status,
        headers=reply.headers,
        hops=reply.hops,
        raw_digest=digest,
        wire_size=reply.wire_size,
        origin=origin,
        body=reply.body,
    )


def address_key(url: str) -> str:
    """Give the key under which replies of an address are kept."""
    return identity.url_key(Hints(url=url)) or ""


def check_page(capture: Capture) -> None:
    """See that a reply is a page and no list of pages.

    Raises:
        ListInvalid: It is a feed or a sitemap.
    """
    if looks_like_feed(capture.body) or looks_like_sitemap(capture.body):
        raise ListInvalid(
            f"{capture.url} is a list of pages, not a page.", hint="Follow it: `riwaya follow add` with its address."
        )


def read_capture(ledger: Ledger, capture: Capture, hints: Hints, *, run: Run) -> Outcome:
    """Read the page of a reply and keep it with its claims; nothing where the ledger holds it already.

    Args:
        ledger: Where to.
        capture: The reply with its body.
        hints: What a list or a person says about the page; its address is that of the reply.
        run: What it belongs to.

    Returns:
        What became of it. A page that cannot be read is a failure, kept with its bytes.
    """
    host = capture.url.split("/")[2]
    about = Hints(url=capture.url, published=hints.published, outlet=hints.outlet, language=hints.language)
    return ledger.ingest_text(capture.body, name=capture.url, hints=about, label=host, run=run)
