"""The steps of keeping a page, and what it takes to bring up to date what it touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, select

from riwaya.lang.searching import index_terms
from riwaya.ledger import blobs, identity, search
from riwaya.ledger.additions import carry_additions
from riwaya.ledger.arrival import Arrival
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.codec import to_json
from riwaya.ledger.derived import Entering, Gap, enter_claims, leave
from riwaya.ledger.events import Clusterer, update_events
from riwaya.ledger.identity import PageIds
from riwaya.ledger.journal import Journal
from riwaya.ledger.keys import plain
from riwaya.ledger.known import Known, find_reading, find_series, is_copied, is_taken
from riwaya.ledger.load import load_claims
from riwaya.ledger.records import Outcome
from riwaya.ledger.schema import claim, document, judged, live_reading, page, reading, sighting, standing
from riwaya.ledger.tallies import count_documents, count_holding
from riwaya.model.analysis import Analysis, Article
from riwaya.model.ids import content_id
from riwaya.stages.cluster import tell_claims


class Keeping:
    """The steps of keeping pages in one transaction; what they touch is brought up to date when it is settled.

    Rows wait until something reads them, and those of many pages are then inserted at once.
    """

    def __init__(self, connection: Connection, journal: Journal, clusterer: Clusterer, run: int, engine: str) -> None:
        """Take the writer's connection and journal, the stage that finds events, and the run that the pages belong to."""
        self.connection = connection
        self.journal = journal
        journal.is_patient = True
        self.clusterer = clusterer
        self.run = run
        self.engine = engine
        self._waiting: dict[str, tuple[int, Sequence[Entering]]] = {}
        """Readings that came to hold, by series, with their claims."""
        self._gap = Gap()
        self._texts: list[tuple[int, str]] = []
        self._blobs: dict[str, bytes] = {}
        self._live: list[Mapping[str, Any]] = []

    def flush(self) -> None:
        """Insert the rows that wait."""
        told, self._blobs = self._blobs, {}
        blobs.keep_all(self.connection, told)
        self.journal.flush()
        live, self._live = self._live, []
        insert_rows(self.connection, live_reading, live)

    def settle(self) -> None:
        """Let what was kept hold with its events."""
        self.flush()
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

    def keep_new(self, raw: bytes, analysis: Analysis, arrival: Arrival, ids: PageIds) -> Outcome:
        """Keep a page with which nothing in the ledger has anything in common (`riwaya.ledger.newcomers`); nothing is asked."""
        series = content_id("srs", ids.page)
        number = self._append_page(raw, arrival, ids, series)
        at, entering = self._append_reading(number, series, _without_doubles(analysis), arrival, ids)
        return self._hold(series, at, "new", entering, analysis, arrival, ids)

    def keep(self, raw: bytes, analysis: Analysis, arrival: Arrival, ids: PageIds, known: Known | None) -> Outcome:
        """Keep the page where it is new, its reading where that is new, and let it hold."""
        self.flush()
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
            self.flush()
            held = {one.words for one in entering}
            entering = [*entering, *carry_additions(self.connection, self.journal, series, number, held)]
        return self._hold(series, number, status, entering, analysis, arrival, ids)

    def _hold(
        self,
        series: str,
        number: int,
        status: str,
        entering: Sequence[Entering],
        analysis: Analysis,
        arrival: Arrival,
        ids: PageIds,
    ) -> Outcome:
        """Let a reading hold, and close the page's part of the audit."""
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
            "raw": self._keep_bytes(raw, ids.raw),
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

    def _keep_bytes(self, raw: bytes, digest: str) -> str:
        self._blobs[digest] = raw
        return digest

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
            "text": ids.raw if text_digest == ids.raw else self._keep_bytes(text, text_digest),
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
        self._live.append({"series": series, "reading": number})
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


_CLAIMS_OF = (
    select(claim.c.seq, claim.c.document, claim.c.words)
    .join(document, document.c.seq == claim.c.document)
    .where(document.c.reading == bindparam("reading"))
    .order_by(claim.c.seq)
)
