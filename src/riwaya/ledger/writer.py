"""The writer: some pages, one transaction.

Whatever happens, a page is in the ledger with all that was read from it, or not at all; giving it again goes on where
the last run stopped. The reading itself is done before the lock is taken, so that several writers read side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, select

from riwaya.lang.searching import index_terms
from riwaya.ledger import blobs, identity, search
from riwaya.ledger.additions import carry_additions
from riwaya.ledger.arrival import Arrival, Run
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.codec import to_json
from riwaya.ledger.derived import Entering, Gap, enter_claims, leave
from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer, update_events
from riwaya.ledger.journal import Journal
from riwaya.ledger.keys import plain
from riwaya.ledger.known import Known, find_page, find_reading, find_series, is_copied, is_taken
from riwaya.ledger.load import load_claims
from riwaya.ledger.pause import collection_paused
from riwaya.ledger.records import Outcome
from riwaya.ledger.schema import claim, document, judged, live_reading, open_failure, page, reading, sighting, standing
from riwaya.ledger.tallies import count_documents, count_holding
from riwaya.model.analysis import Analysis, Article
from riwaya.model.ids import content_id
from riwaya.stages.cluster import tell_claims


class Writer:
    """Keeps pages; made for one run."""

    def __init__(self, engine: Engine, clusterer: Clusterer, run: Run) -> None:
        """Take the database, the stage that finds events, and the run that pages belong to."""
        self._engine = engine
        self._clusterer = clusterer
        self._run = run
        clusterer.recall.names.clear()  # another process may have made everything anew meanwhile

    def find_known(self, raw_digest: str, arrival: Arrival) -> Outcome | None:
        """Give the outcome of a page that needs no reading: it holds already, or a newer version does; else None."""
        ids = self._ids(raw_digest, arrival)
        with open_reading(self._engine) as connection:
            known = find_page(connection, ids.page, arrival)
        if known is None or known.has_failure or not known.is_met:
            return None
        return _outcome(known, ids, arrival)

    def keep(self, raw: bytes, analysis: Analysis, arrival: Arrival) -> Outcome:
        """Keep a page with what was read from it.

        Raises:
            LedgerError: Nothing of the page was kept.
        """
        return self.keep_all([Told(raw, analysis, arrival)])[0]

    def keep_all(self, pages: Sequence[Told]) -> list[Outcome]:
        """Keep pages with what was read from them, in one transaction: all of them or none.

        The ledger is then what it would be had each been kept alone, in this order; events are formed once for all.

        Raises:
            LedgerError: Nothing of any page was kept.
        """
        try:
            with writing(self._engine) as connection, collection_paused():
                journal = Journal(connection, who=self._run.who)
                batch = _Batch(connection, journal, self._clusterer, self._run)
                outcomes = [batch.keep(one, self._ids(blobs.digest_bytes(one.raw), one.arrival)) for one in pages]
                batch.settle()
        except BaseException:
            self._clusterer.recall.forget()
            raise
        self._run.number = batch.run
        return outcomes

    def _ids(self, raw_digest: str, arrival: Arrival) -> PageIds:
        page_id = identity.page_id(raw_digest, arrival.hints)
        return PageIds(
            raw=raw_digest, page=page_id, reading=identity.reading_id(page_id, self._run.engine.id, arrival.hints)
        )


@dataclass(frozen=True, slots=True)
class PageIds:
    """Ids of a page that is kept."""

    raw: str
    """Digest of its bytes."""
    page: str
    reading: str


@dataclass(frozen=True, slots=True)
class Told:
    """A page that was read and is to be kept."""

    raw: bytes
    analysis: Analysis
    arrival: Arrival


class _Batch:
    """Pages kept in one transaction."""

    def __init__(self, connection: Connection, journal: Journal, clusterer: Clusterer, run: Run) -> None:
        self.connection = connection
        self.journal = journal
        self.run: int | None = run.number
        self._clusterer = clusterer
        self._run = run
        self._keeping: Keeping | None = None

    def keep(self, one: Told, ids: PageIds) -> Outcome:
        """Keep one page, unless it holds already."""
        arrival = one.arrival
        known = find_page(self.connection, ids.page, arrival)
        outcome = _outcome(known, ids, arrival) if known is not None else None
        if known is None or outcome is None or not known.is_met:
            keeping = self._open()
            if known is not None and not known.is_met:
                keeping.meet(known.number, arrival)
            if outcome is None:
                outcome = keeping.keep(one.raw, one.analysis, arrival, ids, known)
            else:
                self.journal.seal("sighting", ids.page, {"name": arrival.name})
        self.connection.execute(_CLOSE, {"at": arrival.tries})
        return outcome

    def settle(self) -> None:
        """Find the events of what was kept."""
        if self._keeping is not None:
            self._keeping.settle()

    def _open(self) -> Keeping:
        if self._keeping is None:
            self.run = self._run.start(self.journal)
            self._keeping = Keeping(self.connection, self.journal, self._clusterer, self.run, self._run.engine.id)
        return self._keeping


class Keeping:
    """The steps of keeping pages in one transaction; what they touch is brought up to date when it is settled."""

    def __init__(self, connection: Connection, journal: Journal, clusterer: Clusterer, run: int, engine: str) -> None:
        """Take the writer's connection and journal, the stage that finds events, and the run that the pages belong to."""
        self.connection = connection
        self.journal = journal
        self.clusterer = clusterer
        self.run = run
        self.engine = engine
        self._waiting: dict[str, tuple[int, Sequence[Entering]]] = {}
        """Readings that came to hold, by series, with their claims."""
        self._gap = Gap()
        self._texts: list[tuple[int, str]] = []

    def settle(self) -> None:
        """Let what was kept hold with its events."""
        search.enter_terms(self.connection, self._texts)
        is_judged = not self.journal.is_empty(judged)
        readings = list(self._waiting.values())
        told = enter_claims(self.connection, readings, is_judged=is_judged, known=self.clusterer.recall.names)
        homes = count_documents(self.connection, [number for number, _ in readings])
        count_holding(self.connection, pages=len(readings), documents=homes)
        gap, self._waiting, self._gap, self._texts = self._gap, {}, Gap(), []
        if told or gap.events:
            update_events(
                self.connection, self.clusterer, told, gap.events, is_new=True, is_judged=is_judged, was_hot=gap.hot
            )

    def meet(self, page_number: int, arrival: Arrival) -> None:
        """Keep that a page was met under another name."""
        row = {
            "page": page_number,
            "name": arrival.name,
            "source": arrival.source,
            "name_key": arrival.place,
            "run": self.run,
            "at": self.journal.at,
        }
        self.journal.append(sighting, [row])

    def keep(self, raw: bytes, analysis: Analysis, arrival: Arrival, ids: PageIds, known: Known | None) -> Outcome:
        """Keep the page where it is new, its reading where that is new, and let it hold."""
        number: int | None = None
        if known is None:
            before = find_series(self.connection, arrival)
            status = "changed" if before else "new"
            series = before or content_id("srs", ids.page)
            page_number = self._append_page(raw, arrival, ids, series)
        else:
            status, series, page_number = "reread", known.series, known.number
            number = find_reading(self.connection, ids.reading)
        if status != "new":
            self._leave(series)
        if number is None:
            if is_copied(self.connection, ids.raw, page_number):
                analysis = self._with_own_ids(analysis, series, ids.page)
            number, entering = self._append_reading(page_number, series, _without_doubles(analysis), arrival, ids)
        else:
            status, entering = "restored", _read_before(self.connection, number)
        if not self.journal.is_empty(judged) and status != "new":
            held = {one.words for one in entering}
            entering = [*entering, *carry_additions(self.connection, self.journal, series, number, held)]
        self._stand(series, number, status, entering)
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

    def _append_page(self, raw: bytes, arrival: Arrival, ids: PageIds, series: str) -> int:
        row = {
            "id": ids.page,
            "series": series,
            "raw": blobs.keep(self.connection, raw, ids.raw),
            "name": arrival.name,
            "source": arrival.source,
            "url": arrival.hints.url,
            "outlet": arrival.hints.outlet,
            "url_key": identity.url_key(arrival.hints),
            "name_key": arrival.place,
            "run": self.run,
            "at": self.journal.at,
        }
        return self.journal.append(page, [row])[0]

    def _append_reading(
        self, page_number: int, series: str, analysis: Analysis, arrival: Arrival, ids: PageIds
    ) -> tuple[int, list[Entering]]:
        read = analysis.page
        about = {"title": read.title, "metadata": read.metadata, "warnings": [*read.warnings, *analysis.warnings]}
        text = blobs.text_bytes(read.text)
        text_digest = blobs.digest_bytes(text)
        row = {
            "id": ids.reading,
            "page": page_number,
            "run": self.run,
            "engine": self.engine,
            "published": arrival.hints.published,
            "language": arrival.hints.language,
            # A plain page is its own text.
            "text": ids.raw if text_digest == ids.raw else blobs.keep(self.connection, text, text_digest),
            "is_html": read.is_html,
            "encoding": read.encoding,
            "record": to_json(about),
            "at": self.journal.at,
        }
        number = self.journal.append(reading, [row])[0]
        self._texts.append((number, index_terms(read.text)))
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

    def _leave(self, series: str) -> None:
        """Let what holds of a series go; what came to hold of it a moment ago is brought up to date first."""
        if series in self._waiting:
            self.settle()
        gap = leave(self.connection, series)
        self._gap = Gap(self._gap.events | gap.events, self._gap.hot | gap.hot)

    def _stand(self, series: str, number: int, why: str, entering: Sequence[Entering]) -> None:
        row = {"series": series, "reading": number, "run": self.run, "at": self.journal.at, "why": why}
        self.journal.append(standing, [row])
        insert_rows(self.connection, live_reading, [{"series": series, "reading": number}])
        self._waiting[series] = number, entering

    def _with_own_ids(self, analysis: Analysis, series: str, page_id: str) -> Analysis:
        """Give documents and claims ids of their own where another page with the same bytes holds theirs."""
        articles: list[Article] = []
        for article in analysis.articles:
            if is_taken(self.connection, article.document.id, series):
                home = replace(article.document, id=content_id("doc", article.document.id, page_id))
                claims = tuple(replace(one, id=content_id("clm", one.id, page_id)) for one in article.claims)
                article = Article(document=home, claims=claims)
            articles.append(article)
        return replace(analysis, articles=tuple(articles))


def _without_doubles(analysis: Analysis) -> Analysis:
    """Give each claim an id of its own where two of the page share one."""
    ids = [one.id for one in analysis.claims]
    if len(set(ids)) == len(ids):
        return analysis
    seen: dict[str, int] = {}
    articles: list[Article] = []
    for article in analysis.articles:
        claims = list(article.claims)
        for at, one in enumerate(claims):
            seen[one.id] = seen.get(one.id, 0) + 1
            if seen[one.id] > 1:
                claims[at] = replace(one, id=content_id("clm", one.id, seen[one.id]))
        articles.append(replace(article, claims=tuple(claims)))
    return replace(analysis, articles=tuple(articles))


def _outcome(known: Known, ids: PageIds, arrival: Arrival) -> Outcome | None:
    if not known.is_newest:
        return Outcome(name=arrival.name, status="older", page_id=ids.page)
    return Outcome(name=arrival.name, status="same", page_id=ids.page) if known.live == ids.reading else None


def _read_before(connection: Connection, number: int) -> list[Entering]:
    rows = connection.execute(_CLAIMS_OF, {"reading": number}).all()
    kept = load_claims(connection, [row.seq for row in rows])
    return [
        Entering(number=row.seq, document=row.document, words=row.words, told=one.told())
        for row, one in zip(rows, kept, strict=True)
    ]


def _document_row(number: int, article: Article) -> dict[str, Any]:
    home = article.document
    record = to_json(replace(home, text=""))
    return {"reading": number, "id": home.id, "role": home.role, "language": plain(home.language), "record": record}


_CLOSE = delete(open_failure).where(open_failure.c.place == bindparam("at"))
_CLAIMS_OF = (
    select(claim.c.seq, claim.c.document, claim.c.words)
    .join(document, document.c.seq == claim.c.document)
    .where(document.c.reading == bindparam("reading"))
    .order_by(claim.c.seq)
)
