"""The loop that follows: takes a job, asks, keeps, reads; stopped at any moment, it goes on where it was.

Three transactions make a page: the lease is taken; the reply is kept and the job says so; the page is in the ledger and
the job is done. Killed between the second and the third, the next worker reads the reply that is kept and asks nobody;
killed between page and job, it meets the page in the ledger and doubles nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from riwaya.collect import looks
from riwaya.collect.addresses import Address
from riwaya.collect.evidence import address_key, check_page, make_capture, read_capture
from riwaya.collect.manners import Manners, back_off, parse_retry_after
from riwaya.collect.reply import Reply, Validators
from riwaya.collect.urls import Asker
from riwaya.errors import (
    AddressRefused,
    FetchError,
    FetchTooLarge,
    ListInvalid,
    RedirectsRefused,
    RiwayaError,
    RobotsForbid,
    StatusRefused,
)
from riwaya.ledger.captures import keep_capture, load_capture
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.followed import find_followed
from riwaya.ledger.jobs import Job, finish, give_up, move_on, next_due, take_job, wait_again
from riwaya.ledger.journal import Journal
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints

LEASE = 300.0
"""Seconds that a worker has for one job."""
TRIES = 6
"""How often a page is tried before it is given up."""
MAX_REST = 60.0
"""Longest sleep before the queue is looked at again, in seconds."""
_FINAL = (AddressRefused, RobotsForbid, FetchTooLarge, RedirectsRefused, ListInvalid)
"""What another try would not change."""
_FINAL_STATUS = frozenset((400, 401, 402, 403, 404, 405, 406, 410, 414, 451))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one job gave."""

    url: str
    kind: str
    """``list`` or ``page``."""
    status: str
    """looked, unchanged, new, changed, same, failed (read in vain), waiting (tried in vain), dead."""
    count: int = 0
    """Addresses that a list named anew, or claims of a page."""
    code: str | None = None
    message: str | None = None


def _never() -> bool:
    return False


@dataclass(slots=True)
class Watcher:
    """One worker; several may run on one ledger."""

    ledger: Ledger
    asker: Asker
    owner: str = field(default_factory=lambda: uuid.uuid4().hex)
    """Who leases: a name for this process alone, kept nowhere after the job."""

    def step(self) -> Step | None:
        """Do the job that is due longest, and say what it gave; None where none is due.

        Raises:
            LedgerError: The ledger cannot be written.
        """
        now = self.asker.clock.now()
        with writing(self.ledger.engine) as connection:
            held = take_job(connection, owner=self.owner, now=now, seconds=LEASE, resting=self._manners.resting(now))
        if held is None:
            return None
        if held.kind == "list":
            return self._look(held)
        return self._read(held) if held.state == "fetched" else self._fetch(held)

    def rest(self) -> float | None:
        """Give how many seconds nothing is due, at most `MAX_REST`; None where no job is open."""
        with reading(self.ledger.engine) as connection:
            due = next_due(connection)
        if due is None:
            return None
        now = self.asker.clock.now()
        wait = max(due - now, 0.0) or min(self._manners.waits(now), default=0.1)
        return min(MAX_REST, max(0.05, wait))

    def run(
        self,
        *,
        tell: Callable[[Step], None],
        until: float | None = None,
        stop: Callable[[], bool] = _never,
        is_once: bool = False,
    ) -> None:
        """Follow until a time, until told to stop, or for ever.

        Args:
            tell: Told of each step.
            until: Seconds since 1970.
            stop: Asked between two jobs.
            is_once: Stop when nothing is due but what hosts that rest have still to give.
        """
        clock = self.asker.clock
        while not stop() and (until is None or clock.now() < until):
            done = self.step()
            if done is not None:
                tell(done)
                continue
            rest = self.rest()
            if is_once and (rest is None or (rest > 1 and not self._manners.waits(clock.now()))):
                return
            # Short sleeps, so that a wish to stop is heard.
            clock.sleep(min(1.0 if stop is not _never else MAX_REST, MAX_REST if rest is None else rest))

    @property
    def _manners(self) -> Manners:
        return self.asker.manners

    def _look(self, held: Job) -> Step:
        """Look at a list: what it names becomes jobs, in the transaction in which the list waits for its next look."""
        with reading(self.ledger.engine) as connection:
            known = find_followed(connection, held.followed or "")
        if known is None:
            return self._drop(held)
        try:
            reply = self._ask(held, Validators(etag=known.etag, modified=known.modified))
            found = None if reply.is_unchanged else looks.read_list(reply, is_child=known.parent is not None)
        except FetchError as error:
            return self._look_failed(held, known.errors, error)
        now = self.asker.clock.now()
        with writing(self.ledger.engine) as connection:
            count = looks.keep_look(connection, held, known, reply, found, fetcher=self.asker.fetcher, now=now)
        return Step(url=held.url, kind="list", status="unchanged" if found is None else "looked", count=count)

    def _look_failed(self, held: Job, errors: int, error: RiwayaError) -> Step:
        now = self.asker.clock.now()
        with writing(self.ledger.engine) as connection:
            looks.keep_failed_look(connection, held, errors + 1, error, now=now, due=now + back_off(errors + 1))
        return Step(url=held.url, kind="list", status="waiting", code=error.code, message=error.message)

    def _drop(self, held: Job) -> Step:
        now = self.asker.clock.now()
        with writing(self.ledger.engine) as connection:
            give_up(connection, held, code="RW410", message="It is not followed any more.", now=now)
        return Step(url=held.url, kind="list", status="dead", code="RW410", message="It is not followed any more.")

    def _fetch(self, held: Job) -> Step:
        try:
            reply = self._ask(held, None)
            capture = make_capture(reply)
            check_page(capture)
        except FetchError as error:
            return self._fetch_failed(held, error)
        with writing(self.ledger.engine) as connection:
            journal = Journal(connection, who=self.ledger.who)
            number = keep_capture(connection, journal, capture, url_key=address_key(capture.url))
            if move_on(connection, held, state="fetched", capture=number):
                journal.seal("capture", capture.id, {"url": capture.url, "raw": capture.raw_digest})
            else:
                connection.rollback()  # the lease went to somebody else, who asks for himself
                return Step(url=held.url, kind="page", status="waiting")
        return self._read(held, number)

    def _read(self, held: Job, number: int | None = None) -> Step:
        with reading(self.ledger.engine) as connection:
            capture = load_capture(connection, number or held.capture or 0)
            known = find_followed(connection, held.followed or "")
        told = held.hints
        hints = Hints(
            published=told.published,
            outlet=told.outlet or (known.outlet if known else None),
            language=told.language or (known.language if known else None),
        )
        outcome = read_capture(self.ledger, capture, hints, run=self.ledger.new_run("watch"))
        with writing(self.ledger.engine) as connection:
            finish(connection, held, status=outcome.status, now=self.asker.clock.now())
        return Step(
            url=held.url,
            kind="page",
            status=outcome.status,
            count=outcome.claims,
            code=outcome.code,
            message=outcome.message,
        )

    def _fetch_failed(self, held: Job, error: FetchError) -> Step:
        now = self.asker.clock.now()
        is_final = isinstance(error, _FINAL) or error.context.get("status") in _FINAL_STATUS
        with writing(self.ledger.engine) as connection:
            if is_final or held.attempts + 1 >= TRIES:
                give_up(connection, held, code=error.code, message=error.message, now=now)
                status = "dead"
            else:
                due = max(now + back_off(held.attempts + 1), now + self._manners.wait(held.host, now))
                wait_again(connection, held, due=due, code=error.code, message=error.message)
                status = "waiting"
        return Step(url=held.url, kind="page", status=status, code=error.code, message=error.message)

    def _ask(self, held: Job, known: Validators | None) -> Reply:
        """Ask for the address of a job, with manners; a host that refuses or does not answer is left to rest.

        Raises:
            FetchError: It gives nothing.
        """
        address = self.asker.fetcher.parse(held.url)
        now = self.asker.clock.now
        self.asker.robots.check(address)
        try:
            reply = self.asker.fetcher.fetch(address.url, known=known)
        except StatusRefused as error:
            self._note_status(address, error)
            raise
        except FetchError:
            self._manners.note_refusal(address.host, now())
            raise
        self._manners.note(address.host, now(), asked_pause=self.asker.robots.delay(address))
        return reply

    def _note_status(self, address: Address, error: StatusRefused) -> None:
        now = self.asker.clock.now()
        status = error.context.get("status")
        if status == 429 or (isinstance(status, int) and status >= 500):
            told = error.context.get("retry_after")
            after = parse_retry_after(told if isinstance(told, str) else None, now)
            self._manners.note_refusal(address.host, now, retry_after=after)
        else:
            self._manners.note(address.host, now, asked_pause=self.asker.robots.delay(address))
