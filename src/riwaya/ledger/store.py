"""The door to a ledger: open it, write through a `Writer`, read through a `View`.

with riwaya.open("riwaya.db") as ledger:
    ledger.ingest("pages/")
    for kept in ledger.claims(actor="wagner-group"):
        print(kept.claim.type, kept.claim.span.of(kept.text))
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from riwaya.config import Settings, load_settings
from riwaya.inputs import Input, find_inputs
from riwaya.ledger.additions import add_claim
from riwaya.ledger.arrival import Arrival, Run
from riwaya.ledger.backup import Manifest, restore_backup, write_backup
from riwaya.ledger.derived import rebuild
from riwaya.ledger.engine import connect, parse_address, say_address, writing
from riwaya.ledger.events import Clusterer, default_clusterer
from riwaya.ledger.failures import Failure, list_failures
from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.ledger.history import Turn, find_history
from riwaya.ledger.identity import find_engine
from riwaya.ledger.intake import Tick, ingest_inputs, make_arrival, retry_failures
from riwaya.ledger.intake import read_and_keep as keep_bytes
from riwaya.ledger.judgements import Judgement, judge_claim, merge_events, split_event
from riwaya.ledger.naming import name_actor
from riwaya.ledger.records import KeptClaim, KeptDocument, Outcome, Report, Rows
from riwaya.ledger.sources import SourceStanding, find_sources
from riwaya.ledger.verify import Verification, digests, verify
from riwaya.ledger.versions import check_version, make_ready
from riwaya.ledger.view import View
from riwaya.ledger.writer import Writer
from riwaya.model.account import Reconciliation
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints
from riwaya.model.event import Event
from riwaya.model.proposal import Proposal


class Ledger:
    """A ledger that is open. Close it, or use it in a `with` block."""

    def __init__(
        self,
        address: str | Path | None = None,
        *,
        create: bool = True,
        settings: Settings | None = None,
        who: str | None = None,
        clusterer: Clusterer | None = None,
    ) -> None:
        """Open a ledger.

        Args:
            address: File or database URL; the setting RIWAYA_DATABASE_URL when left out, else ``riwaya.db``.
            create: Make it where there is none.
            settings: Bounds; from the environment when left out.
            who: Who writes and judges, for the audit; the user of this system when left out.
            clusterer: What finds events; the stage of this version when left out.

        Raises:
            LedgerMissing: There is none, and none may be made.
            LedgerInvalid: It is something else.
            LedgerOutdated: `riwaya db upgrade` has to bring it up to date first.
            LedgerNewer: Only a newer version may use it.
            LedgerUnreachable: The database does not answer.
        """
        self.settings = settings or load_settings()
        url = parse_address(str(address) if address is not None else self.settings.database_url)
        self.address = say_address(url)
        self.who = who or find_user()
        self.engine = connect(url, create=create)
        self.clusterer = clusterer or default_clusterer()
        try:
            if create:
                make_ready(self.engine)
            else:
                check_version(self.engine)
        except BaseException:
            self.engine.dispose()
            raise

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Give the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    @property
    def view(self) -> View:
        """What holds now, to be asked in every way."""
        return View(self.engine)

    def ingest(
        self,
        *sources: str | Path,
        published: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        language: str | None = None,
        metadata: str | Path | None = None,
        label: str | None = None,
        tick: Tick | None = None,
    ) -> Report:
        """Read pages and keep them with their claims and events; what is already kept is not read again.

        Args:
            sources: Files and folders.
            published: When they came out, as an ISO date; for all of them, as the next three.
            outlet: Who published them.
            url: Where.
            language: ``ar``, ``en`` or ``fr``.
            metadata: A table (file, published, outlet, url, language), cells parted by tabs.
            label: What to call the source: under one label a file's name is one page, wherever the files lie.
            tick: Told of each page when it is done.

        Returns:
            What became of each page, in order. A page that cannot be read is a failure, listed by `failures`.

        Raises:
            InputError: A folder holds no page, or the table cannot be read.
            LedgerError: The ledger cannot be written; what was kept before stays.
        """
        hints = Hints(published=published, outlet=outlet, url=url, language=language)
        found = find_inputs([str(one) for one in sources], hints, metadata=Path(metadata) if metadata else None)
        return self.ingest_inputs(found, label=label, tick=tick)

    def ingest_inputs(self, inputs: Sequence[Input], *, label: str | None = None, tick: Tick | None = None) -> Report:
        """Do the same with pages that were found already."""
        return ingest_inputs(
            self.engine,
            self.clusterer,
            self.new_run("ingest"),
            inputs,
            settings=self.settings,
            read=self._read,
            label=label,
            tick=tick,
        )

    def ingest_text(
        self, source: str | bytes, *, name: str, hints: Hints | None = None, label: str = "", run: Run | None = None
    ) -> Outcome:
        """Read and keep one page that is in memory; under one label a name is one page.

        Args:
            source: The page.
            name: What to call it.
            hints: What is known about it.
            label: What to call where it comes from.
            run: What it belongs to, where many pages are one run (`new_run`); a run of its own when left out.

        Raises:
            LedgerError: The ledger cannot be written.
        """
        raw = source if isinstance(source, bytes) else source.encode("utf8", "surrogatepass")
        arrival = make_arrival(Input(name=name, path=None, hints=hints or Hints()), label)
        run = run or self.new_run("ingest")
        return keep_bytes(self.engine, Writer(self.engine, self.clusterer, run), run, raw, arrival, self._read)

    def retry(self, *ids: str, tick: Tick | None = None) -> Report:
        """Try failed pages again: those of some ids, or all that stand.

        Raises:
            EntryUnknown: No failure has one of the ids.
        """
        run = self.new_run("retry")
        return retry_failures(self.engine, self.clusterer, run, ids, settings=self.settings, read=self._read, tick=tick)

    def claims(
        self,
        *,
        actor: str | None = None,
        source: str | None = None,
        type: str | None = None,
        measure: str | None = None,
        place: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        outlet: str | None = None,
        document: str | None = None,
        event: str | None = None,
        verdict: str | None = None,
        search: str | None = None,
        limit: int | None = None,
    ) -> Rows[KeptClaim]:
        """Give the claims that hold now, in the order in which they entered; see `ClaimFilter` for the fields."""
        wanted = ClaimFilter(
            actor=actor, source=source, type=type, measure=measure, place=place, since=_day(since), until=_day(until),
            outlet=outlet, document=document, event=event, verdict=verdict, search=search,
        )  # fmt: skip
        return self.view.claims(wanted, limit=limit)

    def events(
        self,
        *,
        place: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        actor: str | None = None,
        type: str | None = None,
        measure: str | None = None,
        contested: bool = False,
        limit: int | None = None,
    ) -> Rows[Event]:
        """Give the events with their claims, by first day, then id; see `EventFilter` for the fields."""
        wanted = EventFilter(
            place=place,
            since=_day(since),
            until=_day(until),
            actor=actor,
            type=type,
            measure=measure,
            contested=contested,
        )
        return self.view.events(wanted, limit=limit)

    def event(self, name: str) -> Event:
        """Give one event, by its id or the id of a claim in it.

        Raises:
            EntryUnknown: There is none.
        """
        return self.view.event(name)

    def accounts(self, name: str) -> Reconciliation:
        """Give what each originator says of one event, side by side; by its id or the id of a claim in it.

        Raises:
            EntryUnknown: There is none.
        """
        from riwaya.ledger.accounts import reconcile_events

        return reconcile_events(self.view, [self.event(name)])[0]

    def documents(self) -> Rows[KeptDocument]:
        """Give the documents that hold now, in the order in which they were read."""
        return self.view.documents()

    def failures(self) -> Rows[Failure]:
        """Give the pages that could not be read, each with what to do; empty when every page was."""
        return list_failures(self.engine)

    def judge(
        self,
        name: str,
        kind: str,
        *,
        why: str,
        who: str | None = None,
        settings: Mapping[str, str] | None = None,
        seen: str | None = None,
    ) -> Judgement:
        """Accept, correct or reject a claim, or reset it; see `riwaya.ledger.judgements.judge_claim`."""
        by = who or self.who
        return judge_claim(self.engine, self.clusterer, name, kind, who=by, why=why, settings=settings, seen=seen)

    def merge(self, *events: str, why: str, who: str | None = None, seen: Mapping[str, str] | None = None) -> Judgement:
        """Say that several events are one happening."""
        return merge_events(self.engine, self.clusterer, events, who=who or self.who, why=why, seen=seen)

    def split(
        self,
        event: str,
        claims: Sequence[str],
        *,
        why: str,
        who: str | None = None,
        seen: Mapping[str, str] | None = None,
    ) -> Judgement:
        """Say that some claims of an event speak of another happening than its others."""
        return split_event(self.engine, self.clusterer, event, claims, who=who or self.who, why=why, seen=seen)

    def name_actor(
        self, wording: str, actor: str | None, *, why: str, who: str | None = None, seen: str | None = None
    ) -> Judgement:
        """Take a wording for a registered actor, or take that back; see `riwaya.ledger.naming.name_actor`."""
        return name_actor(self.engine, self.clusterer, wording, actor, who=who or self.who, why=why, seen=seen)

    def add_claim(
        self, document: str, proposal: Proposal, *, why: str, who: str | None = None, seen: str | None = None
    ) -> Judgement:
        """Add a claim that the reader missed; see `riwaya.ledger.additions.add_claim`."""
        return add_claim(self.engine, self.clusterer, document, proposal, who=who or self.who, why=why, seen=seen)

    def history(self, name: str) -> Rows[Turn]:
        """Give what happened to a claim, document, page, event or failed page, oldest first.

        Raises:
            EntryUnknown: Nothing has that id.
        """
        return find_history(self.engine, name)

    def sources(self, *, limit: int | None = None) -> Rows[SourceStanding]:
        """Give the originators with who relays them, those of most claims first."""
        return find_sources(self.engine, limit=limit)

    def verify(self, *, head: str | None = None, tick: Callable[[], None] | None = None) -> Verification:
        """Check everything that is kept; see `riwaya.ledger.verify`."""
        return verify(self.engine, head=head, tick=tick)

    def digests(self) -> dict[str, str]:
        """Give a digest for each kept table, for the bytes and for the audit: equal ledgers give equal digests."""
        return digests(self.engine)

    def backup(self, target: str | Path, *, tick: Callable[[], None] | None = None) -> Manifest:
        """Write a backup: one file and its manifest; see `riwaya.ledger.backup`."""
        return write_backup(self.engine, Path(target), tick=tick)

    def restore(self, source: str | Path, *, tick: Callable[[], None] | None = None) -> Manifest:
        """Fill this ledger, which must be empty, from a backup."""
        return restore_backup(self.engine, self.clusterer, Path(source), tick=tick)

    def rebuild(self, *, tick: Callable[[int, int], None] | None = None) -> int:
        """Make everything that is derived anew (events, columns, the index of words); give how many pages hold."""
        with writing(self.engine) as connection:
            return rebuild(connection, self.clusterer, tick)

    def new_run(self, what: str, who: str | None = None) -> Run:
        """Give a run of this installation, for a `riwaya.ledger.writer.Writer`."""
        return Run(what=what, who=who or self.who, engine=find_engine(plugins=self.settings.plugins))

    def _read(self, raw: bytes, arrival: Arrival) -> Analysis:
        from riwaya.pipeline import analyze

        return analyze(raw, name=arrival.name, hints=arrival.hints, settings=self.settings)


def find_user() -> str:
    """Give the name of this system's user, for the audit; ``RIWAYA_USER`` goes before it."""
    try:
        return os.environ.get("RIWAYA_USER", "").strip() or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    from riwaya.errors import DateInvalid

    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise DateInvalid(f"{value!r} is no ISO date.") from error
