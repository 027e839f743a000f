"""The writer: one page, one transaction.

Whatever happens, a page is in the ledger with all that was read from it, or not at all; giving it again goes on where
the last run stopped. The reading itself is done before the lock is taken, so that several writers read side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, select

from riwaya.ledger import blobs, identity, search
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
from riwaya.ledger.records import Outcome
from riwaya.ledger.schema import claim, document, judged, live_reading, open_failure, page, reading, sighting, standing
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
        ids = self._ids(blobs.digest_bytes(raw), arrival)
        try:
            return self._keep(raw, analysis, arrival, ids)
        except BaseException:
            self._clusterer.recall.forget()
            raise

    def _keep(self, raw: bytes, analysis: Analysis, arrival: Arrival, ids: PageIds) -> Outcome:
        with writing(self._engine) as connection:
            journal = Journal(connection, who=self._run.who)
            known = find_page(connection, ids.page, arrival)
            outcome = _outcome(known, ids, arrival) if known is not None else None
            number = self._run.number
            if known is None or outcome is None or not known.is_met:
                number = self._run.start(journal)
                keeping = Keeping(connection, journal, self._clusterer, number, self._run.engine.id)
                if known is not None and not known.is_met:
                    keeping.meet(known.number, arrival)
                if outcome is None:
                    outcome = keeping.keep(raw, analysis, arrival, ids, known)
                else:
                    journal.seal("sighting", ids.page, {"name": arrival.name})
            connection.execute(_CLOSE, {"at": arrival.tries})
        self._run.number = number
        return outcome

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


class Keeping:
    """The steps of keeping one page, in one transaction."""

    def __init__(self, connection: Connection, journal: Journal, clusterer: Clusterer, run: int, engine: str) -> None:
        """Take the writer's connection and journal, the stage that finds events, and the run that the page belongs to."""
        self.connection = connection
        self.journal = journal
        self.clusterer = clusterer
        self.run = run
        self.engine = engine

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
        gap = leave(self.connection, series) if status != "new" else Gap()
        if number is None:
            if is_copied(self.connection, ids.raw, page_number):
                analysis = self._with_own_ids(analysis, series, ids.page)
            number, entering = self._append_reading(page_number, series, _without_doubles(analysis), arrival, ids)
        else:
            status, entering = "restored", _read_before(self.connection, number)
        self._stand(series, number, status, entering, gap)
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

    def _stand(self, series: str, number: int, why: str, entering: Sequence[Entering], gap: Gap) -> None:
        row = {"series": series, "reading": number, "run": self.run, "at": self.journal.at, "why": why}
        self.journal.append(standing, [row])
        insert_rows(self.connection, live_reading, [{"series": series, "reading": number}])
        is_judged = not self.journal.is_empty(judged)
        told = enter_claims(self.connection, number, entering, is_judged=is_judged, known=self.clusterer.recall.names)
        update_events(
            self.connection, self.clusterer, told, gap.events, is_new=True, is_judged=is_judged, was_hot=gap.hot
        )

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
