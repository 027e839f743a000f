"""Rows as the first version of the ledger wrote them, for what has to read them for ever."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any

from sqlalchemy import Engine, MetaData, Table, insert

from riwaya.ledger.engine import writing

TEXT = "أعلنت الجماعة أنها قتلت ثلاثة جنود قرب كيدال.\n"
_AT = "2026-11-29T11:30:00.000000+00:00"


def _digest(parts: list[object]) -> str:
    made = bytearray()
    for part in parts:
        if part is None:
            made += b"-:"
            continue
        raw = str(part).encode()
        made += b"%d:" % len(raw)
        made += raw
    return hashlib.sha256(made).hexdigest()


def _rows() -> list[tuple[str, dict[str, Any]]]:
    raw = hashlib.sha256(TEXT.encode()).hexdigest()
    start = TEXT.index("قتلت")
    claim = {
        "id": "clm_00000000000000c1",
        "span": [start, len(TEXT) - 2],
        "trigger": [start, start + 4],
        "type": "ASSAULT",
        "subtype": "kill",
        "polarity": "affirmed",
        "certainty": "stated",
        "chain": [{"source": {"name": "group", "kind": "militant-group"}, "span": [6, 13]}],
        "why": ["ar.events.قتل"],
    }
    document = {
        "id": "doc_00000000000000d1",
        "page_name": "old.txt",
        "text": "",
        "role": "article",
        "language": "ar",
        "body": [0, len(TEXT) - 1],
        "published": {"start": "2026-11-01", "end": "2026-11-01", "basis": "given", "why": "the caller said so"},
    }
    return [
        ("run", {"id": "run_1", "at": _AT, "who": "first", "what": "ingest", "engine": "eng_1", "version": "0.1.0",
                 "packs": "a" * 64, "plugins": ""}),
        ("page", {"id": "pag_1", "series": "srs_1", "raw": raw, "name": "old.txt", "source": "pages", "url": None,
                  "outlet": None, "url_key": None, "name_key": "nam_1", "run": 1, "at": _AT}),
        ("reading", {"id": "rdg_1", "page": 1, "run": 1, "engine": "eng_1", "published": "2026-11-01",
                     "language": None, "text": raw, "is_html": False, "encoding": "utf-8", "record": "{}", "at": _AT}),
        ("document", {"reading": 1, "id": "doc_00000000000000d1", "role": "article", "language": "ar",
                      "record": json.dumps(document, ensure_ascii=False)}),
        ("claim", {"document": 1, "id": "clm_00000000000000c1", "words": "wrd_1", "told_on": "2026-11-01",
                   "record": json.dumps(claim, ensure_ascii=False)}),
        ("standing", {"series": "srs_1", "reading": 1, "run": 1, "at": _AT, "why": "new"}),
        ("judgement", {"id": "jdg_1", "at": _AT, "who": "first", "kind": "accept", "why": "right",
                       "subject": "clm_00000000000000c1", "change": "{}"}),
        ("judged", {"judgement": 1, "words": "wrd_1", "part": 0}),
    ]  # fmt: skip


def fill_first(engine: Engine) -> dict[str, str]:
    """Write one page with one judged claim into a ledger of schema 0001, and give the digests of its tables."""
    found: dict[str, str] = {}
    covers: list[list[object]] = []
    content = TEXT.encode()
    name = hashlib.sha256(content).hexdigest()
    with writing(engine) as connection:
        metadata = MetaData()
        tables = {one: Table(one, metadata, autoload_with=connection) for one in ("blob", "audit", *dict(_rows()))}
        blob = {"digest": name, "size": len(content), "coding": "zlib", "content": zlib.compress(content)}
        connection.execute(insert(tables["blob"]), [blob])
        found["blob"] = _digest([name])
        for table, row in _rows():
            whole = {"seq": 1, **row}
            order = [column.name for column in tables[table].columns if column.name != "digest"]
            parts = [int(whole[one]) if isinstance(whole[one], bool) else whole[one] for one in order]
            whole["digest"] = _digest(parts)
            connection.execute(insert(tables[table]), [whole])
            covers.append([table, 1, 1, _digest([whole["digest"]])])
            found[table] = _digest([whole["digest"]])
        audit: dict[str, Any] = {
            "seq": 1, "at": _AT, "who": "first", "action": "ingest", "subject": "pag_1",
            "covers": json.dumps(covers), "detail": "{}", "previous": "0" * 64,
        }  # fmt: skip
        audit["digest"] = _digest(list(audit.values()))
        connection.execute(insert(tables["audit"]), [audit])
        found["audit"] = _digest([audit["digest"]])
    return found
