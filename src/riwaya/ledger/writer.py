"""The writer: one page, one transaction.

Whatever happens, a page is in the ledger with all that was read from it, or not at all; giving it again goes on where
the last run stopped. The reading itself is done before the lock is taken, so that several writers read side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select

from riwaya.ledger import blobs, identity, search
from riwaya.ledger.codec import to_json
from riwaya.ledger.derived import Entering, enter_claims, leave
from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer, update_events
from riwaya.ledger.identity import EngineIdentity
from riwaya.ledger.journal import Journal
from riwaya.ledger.keys import plain
from riwaya.ledger.load import load_claims
from riwaya.ledger.records import Outcome
from riwaya.ledger.schema import claim, document, live_claim, live_reading, open_failure, page, reading, run, standing
from riwaya.model.analysis import Analysis, Article
from riwaya.model.document import Hints
from riwaya.model.event import ToldClaim
from riwaya.model.ids import content_id
from riwaya.stages.cluster import tell_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A page that is given to the ledger."""

    name: str
    source: str
    """Label of what was ingested: a folder's name, or empty."""
    place: str | None
    """Key of its name within its source (`identity.name_key`); None for standard input."""
    hints: Hints
    path: str | None = None
    """Where it can be read again."""

    @property
    def tries(self) -> str:
        """The same for every try of this page: by it a failure is closed when the page is read at last."""
        return self.place or identity.url_key(self.hints) or content_id("nam", self.name)


@dataclass(slots=True)
class Run:
    """One call of a command that writes; its row is kept with the first page that changes something."""

    what: str
    who: str
    engine: EngineIdentity
    number: int | None = None

    def start(self, journal: Journal) -> int:
        """Give the number of the run's row, kept now if it was not yet."""
        if self.number is None:
            started = journal.at
            row = {
                "id": content_id("run", started, self.who, self.what, self.engine.id, journal.next_of(run)),
                "at": started,
                "who": self.who,
                "what": self.what,
                "engine": self.engine.id,
                "version": self.engine.version,
                "packs": self.engine.packs,
                "plugins": self.engine.plugins,
            }
            return journal.append(run, [row])[0]
        return self.number


class Writer:
    """Keeps pages; made for one run."""

    def __init__(self, engine: Engine, clusterer: Clusterer, run_: Run) -> None:
        """Take the database, the stage that finds events, and the run that pages belong to."""
        self._engine = engine
        self._clusterer = clusterer
        self._run = run_

    def find_known(self, raw_digest: str, arrival: Arrival) -> Outcome | None:
        """Give the outcome of a page that needs no reading: it holds already, or a newer version does; else None."""
        with open_reading(self._engine) as connection:
            if connection.execute(_OPEN, {"place": arrival.tries}).first() is not None:
                return None
            return _known(connection, self._ids(raw_digest, arrival), arrival.name)

    def keep(self, raw: bytes, analysis: Analysis, arrival: Arrival) -> Outcome:
        """Keep a page with what was read from it.

        Raises:
            LedgerError: Nothing of the page was kept.
        """
        ids = self._ids(blobs.digest_bytes(raw), arrival)
        with writing(self._engine) as connection:
            journal = Journal(connection, who=self._run.who)
            known = _known(connection, ids, arrival.name)
            if known is not None:
                _close_failure(connection, arrival)
                return known
            number = self._run.start(journal)
            outcome = _Keeping(connection, journal, self._clusterer, number, self._run.engine.id).keep(
                raw, analysis, arrival, ids
            )
            _close_failure(connection, arrival)
        self._run.number = number
        return outcome

    def _ids(self, raw_digest: str, arrival: Arrival) -> _Ids:
        page_id = identity.page_id(raw_digest, arrival.hints)
        return _Ids(page=page_id, reading=identity.reading_id(page_id, self._run.engine.id, arrival.hints))


@dataclass(frozen=True, slots=True)
class _Ids:
    page: str
    reading: str


class _Keeping:
    """The steps of keeping one page, in one transaction."""

    def __init__(
        self, connection: Connection, journal: Journal, clusterer: Clusterer, run_number: int, engine: str
    ) -> None:
        self.connection = connection
        self.journal = journal
        self.clusterer = clusterer
        self.run = run_number
        self.engine = engine

    def keep(self, raw: bytes, analysis: Analysis, arrival: Arrival, ids: _Ids) -> Outcome:
        page_row = self.connection.execute(_PAGE, {"id": ids.page}).first()
        status = "reread"
        if page_row is None:
            series = _find_series(self.connection, arrival)
            status = "changed" if series else "new"
            series = series or content_id("srs", ids.page)
            page_number = self._append_page(raw, arrival, ids, series)
        else:
            page_number, series = page_row.seq, page_row.series
        row = self.connection.execute(_READING, {"id": ids.reading}).first()
        analysis = self._with_own_ids(analysis, series, ids.page)
        lost = leave(self.connection, series)
        if row is None:
            number, entering = self._append_reading(page_number, series, analysis, arrival, ids)
        else:
            status, number, entering = "restored", row.seq, _read_before(self.connection, row.seq)
        self._stand(series, number, status, entering, lost)
        detail = {"name": arrival.name, "status": status, "reading": ids.reading, "claims": len(entering)}
        self.journal.seal("ingest", ids.page, detail)
        return Outcome(
            name=arrival.name,
            status=status,
            page_id=ids.page,
            documents=len(analysis.articles),
            claims=len(entering),
            warnings=tuple(f"{one.code}: {one.message}" for one in (*analysis.page.warnings, *analysis.warnings)),
        )

    def _append_page(self, raw: bytes, arrival: Arrival, ids: _Ids, series: str) -> int:
        row = {
            "id": ids.page,
            "series": series,
            "raw": blobs.keep(self.connection, raw),
            "name": plain(arrival.name),
            "source": plain(arrival.source),
            "url": plain(arrival.hints.url),
            "outlet": plain(arrival.hints.outlet),
            "url_key": identity.url_key(arrival.hints),
            "name_key": arrival.place,
            "run": self.run,
            "at": self.journal.at,
        }
        return self.journal.append(page, [row])[0]

    def _append_reading(
        self, page_number: int, series: str, analysis: Analysis, arrival: Arrival, ids: _Ids
    ) -> tuple[int, list[Entering]]:
        read = analysis.page
        about = {"title": read.title, "metadata": read.metadata, "warnings": [*read.warnings, *analysis.warnings]}
        row = {
            "id": ids.reading,
            "page": page_number,
            "run": self.run,
            "engine": self.engine,
            "published": plain(arrival.hints.published),
            "language": plain(arrival.hints.language),
            "text": blobs.keep(self.connection, blobs.text_bytes(read.text)),
            "is_html": read.is_html,
            "encoding": read.encoding,
            "record": to_json(about),
            "at": self.journal.at,
        }
        number = self.journal.append(reading, [row])[0]
        search.index_text(self.connection, number, read.text)
        documents = self.journal.append(document, [_document_row(number, one) for one in analysis.articles])
        return number, self._append_claims(documents, series, analysis)

    def _append_claims(self, documents: Sequence[int], series: str, analysis: Analysis) -> list[Entering]:
        told = tell_claims([analysis])
        words = identity.words_keys(series, [one.claim for one in told], analysis.page.text)
        homes = [at for at, article in zip(documents, analysis.articles, strict=True) for _ in article.claims]
        rows = [
            {
                "document": home,
                "id": one.claim.id,
                "words": key,
                "told_on": one.told_on.isoformat() if one.told_on else None,
                "record": to_json(one.claim),
            }
            for home, key, one in zip(homes, words, told, strict=True)
        ]
        numbers = self.journal.append(claim, rows)
        return [
            Entering(number=number, document=home, words=key, told=one)
            for number, home, key, one in zip(numbers, homes, words, told, strict=True)
        ]

    def _stand(self, series: str, number: int, why: str, entering: Sequence[Entering], lost: set[str]) -> None:
        row = {"series": series, "reading": number, "run": self.run, "at": self.journal.at, "why": why}
        self.journal.append(standing, [row])
        self.connection.execute(insert(live_reading), [{"series": series, "reading": number}])
        enter_claims(self.connection, self.clusterer, number, entering)
        told = _standing_claims(self.connection, number, entering)
        update_events(self.connection, self.clusterer, told, lost)

    def _with_own_ids(self, analysis: Analysis, series: str, page_key: str) -> Analysis:
        """Give claims ids of their own where others hold theirs: the same bytes published twice, one claim twice."""
        articles: list[Article] = []
        seen: dict[str, int] = {}
        for article in analysis.articles:
            taken = self.connection.execute(_TAKEN, {"id": article.document.id, "series": series}).first() is not None
            if taken:
                home = replace(article.document, id=content_id("doc", article.document.id, page_key))
                claims = tuple(replace(one, id=content_id("clm", one.id, page_key)) for one in article.claims)
                article = Article(document=home, claims=claims)
            articles.append(_without_doubles(article, seen))
        return replace(analysis, articles=tuple(articles))


def _without_doubles(article: Article, seen: dict[str, int]) -> Article:
    claims = list(article.claims)
    for at, one in enumerate(claims):
        seen[one.id] = seen.get(one.id, 0) + 1
        if seen[one.id] > 1:
            claims[at] = replace(one, id=content_id("clm", one.id, seen[one.id]))
    return replace(article, claims=tuple(claims))


def _known(connection: Connection, ids: _Ids, name: str) -> Outcome | None:
    row = connection.execute(_PAGE, {"id": ids.page}).first()
    if row is None:
        return None
    newest = connection.execute(_NEWEST, {"series": row.series}).scalar_one()
    if newest != row.seq:
        return Outcome(name=name, status="older", page_id=ids.page)
    live = connection.execute(_LIVE, {"series": row.series}).scalar()
    return Outcome(name=name, status="same", page_id=ids.page) if live == ids.reading else None


def _find_series(connection: Connection, arrival: Arrival) -> str | None:
    """Give the series that a new page continues: by its address, else by its name where no address contradicts."""
    key = identity.url_key(arrival.hints)
    if key is not None:
        found = connection.execute(_BY_URL, {"key": key}).scalar()
        if found is not None:
            return str(found)
    row = connection.execute(_BY_NAME, {"key": arrival.place}).first() if arrival.place else None
    if row is None or (key is not None and row.url_key is not None):
        return None
    return str(row.series)


def _read_before(connection: Connection, number: int) -> list[Entering]:
    rows = connection.execute(_CLAIMS_OF, {"reading": number}).all()
    kept = load_claims(connection, [row.seq for row in rows])
    return [
        Entering(number=row.seq, document=row.document, words=row.words, told=one.told())
        for row, one in zip(rows, kept, strict=True)
    ]


def _standing_claims(connection: Connection, number: int, entering: Sequence[Entering]) -> dict[int, ToldClaim]:
    """Give the claims that came to hold, as judged: corrected, and without the rejected."""
    told = {one.number: one.told for one in entering}
    for row in connection.execute(_JUDGED, {"reading": number}).all():
        if row.verdict == "rejected":
            del told[row.claim]
        elif row.verdict == "corrected":
            told[row.claim] = load_claims(connection, [row.claim])[0].told()
    return told


def _document_row(number: int, article: Article) -> dict[str, Any]:
    home = article.document
    record = to_json(replace(home, text=""))
    return {"reading": number, "id": home.id, "role": home.role, "language": plain(home.language), "record": record}


def _close_failure(connection: Connection, arrival: Arrival) -> None:
    connection.execute(_CLOSE, {"place_": arrival.tries})


_OPEN = select(open_failure.c.failure).where(open_failure.c.place == bindparam("place"))
_CLOSE = delete(open_failure).where(open_failure.c.place == bindparam("place_"))
_PAGE = select(page.c.seq, page.c.series).where(page.c.id == bindparam("id"))
_READING = select(reading.c.seq).where(reading.c.id == bindparam("id"))
_NEWEST = select(page.c.seq).where(page.c.series == bindparam("series")).order_by(page.c.seq.desc()).limit(1)
_LIVE = (
    select(reading.c.id)
    .join(live_reading, live_reading.c.reading == reading.c.seq)
    .where(live_reading.c.series == bindparam("series"))
)
_BY_URL = select(page.c.series).where(page.c.url_key == bindparam("key")).order_by(page.c.seq.desc()).limit(1)
_BY_NAME = (
    select(page.c.series, page.c.url_key)
    .where(page.c.name_key == bindparam("key"))
    .order_by(page.c.seq.desc())
    .limit(1)
)
_TAKEN = (
    select(document.c.seq)
    .join(reading, reading.c.seq == document.c.reading)
    .join(page, page.c.seq == reading.c.page)
    .where(document.c.id == bindparam("id"), page.c.series != bindparam("series"))
    .limit(1)
)
_CLAIMS_OF = (
    select(claim.c.seq, claim.c.document, claim.c.words)
    .join(document, document.c.seq == claim.c.document)
    .where(document.c.reading == bindparam("reading"))
    .order_by(claim.c.seq)
)
_JUDGED = select(live_claim.c.claim, live_claim.c.verdict).where(
    live_claim.c.reading == bindparam("reading"), live_claim.c.verdict.in_(("corrected", "rejected"))
)
