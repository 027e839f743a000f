"""Pages by their addresses, once: `riwaya ingest URL`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwaya.collect.addresses import canonical_url
from riwaya.collect.clock import Clock, SystemClock
from riwaya.collect.evidence import address_key, check_page, make_capture, read_capture
from riwaya.collect.fetcher import Fetcher
from riwaya.collect.manners import Manners
from riwaya.collect.robots import Robots
from riwaya.errors import FetchError, RiwayaError
from riwaya.inputs import Input
from riwaya.ledger.arrival import Run
from riwaya.ledger.captures import Capture, keep_capture
from riwaya.ledger.engine import writing
from riwaya.ledger.failures import keep_failure
from riwaya.ledger.intake import make_arrival
from riwaya.ledger.journal import Journal
from riwaya.ledger.records import Outcome, Report
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints


class Asker:
    """Asks the web with manners: what a site forbids is not asked, and no host is asked too often."""

    def __init__(self, fetcher: Fetcher, *, clock: Clock | None = None, manners: Manners | None = None) -> None:
        """Keep who fetches."""
        self.fetcher = fetcher
        self.clock = clock or SystemClock()
        self.manners = manners or Manners()
        self.robots = Robots(fetcher, self.clock)

    def ask(self, url: str) -> Capture:
        """Give the reply of an address, after the pause that its host wants.

        Raises:
            FetchError: It may not be asked, or gives no page.
        """
        address = self.fetcher.parse(url)
        self.robots.check(address)
        rest = self.manners.wait(address.host, self.clock.now())
        if rest:
            self.clock.sleep(rest)
        try:
            reply = self.fetcher.fetch(address.url)
        finally:
            self.manners.note(address.host, self.clock.now(), asked_pause=self.robots.delay(address))
        return make_capture(reply)


def ingest_urls(
    ledger: Ledger,
    urls: Sequence[str],
    hints: Hints,
    *,
    asker: Asker,
    tick: Callable[[Outcome], None] | None = None,
) -> Report:
    """Fetch pages, keep their replies as evidence, and read them into the ledger, in order.

    Args:
        ledger: Where to.
        urls: Addresses.
        hints: What is known about all of them.
        asker: Asks the web.
        tick: Told of each page when it is done.

    Returns:
        What became of each. One that cannot be had is kept as a failure, and the others go on.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    run = ledger.new_run("fetch")
    outcomes: list[Outcome] = []
    for url in urls:
        outcomes.append(_ingest_url(ledger, url, hints, asker, run))
        if tick is not None:
            tick(outcomes[-1])
    return Report(outcomes=tuple(outcomes))


def keep_reply(ledger: Ledger, capture: Capture, run: Run) -> int:
    """Keep a reply in a transaction of its own, and give the number of its row."""
    with writing(ledger.engine) as connection:
        journal = Journal(connection, who=run.who)
        number = keep_capture(connection, journal, capture, url_key=address_key(capture.url))
        journal.seal("capture", capture.id, {"url": capture.url, "raw": capture.raw_digest})
    return number


def _ingest_url(ledger: Ledger, url: str, hints: Hints, asker: Asker, run: Run) -> Outcome:
    try:
        capture = asker.ask(url)
        check_page(capture)
    except FetchError as error:
        return fail_page(ledger, url, hints, run, error)
    keep_reply(ledger, capture, run)
    return read_capture(ledger, capture, hints, run=run)


def fail_page(ledger: Ledger, url: str, hints: Hints, run: Run, error: RiwayaError) -> Outcome:
    """Keep that a page could not be had, and give that outcome."""
    try:
        spelled = canonical_url(url)
    except FetchError:
        spelled = url
    about = Hints(url=spelled, published=hints.published, outlet=hints.outlet, language=hints.language)
    arrival = make_arrival(
        Input(name=spelled, path=None, hints=about), spelled.split("/")[2] if "//" in spelled else ""
    )
    return keep_failure(ledger.engine, run, arrival, error, None)
