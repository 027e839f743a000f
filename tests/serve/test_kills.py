"""The desk is killed in the middle of what it does: nothing that was answered is lost, nothing is there twice."""

from __future__ import annotations

import http.client
import json
import threading

from riwaya.ledger.store import Ledger
from tests.serve.client import Client
from tests.serve.conftest import PASSWORD
from tests.serve.desks import running_desk
from tests.serve.tokens import new_token

_PAGES = [
    {
        "name": f"{at}.txt",
        "text": f"أعلن الجيش مقتل {at + 3} من جنوده في كمين قرب مدينة غاو يوم الثلاثاء.",
        "published": "2031-03-13",
    }
    for at in range(60)
]


def _ingest(desk, key: str, answered: list[str]) -> None:
    """Take pages in and note what was answered, line by line, until the desk is gone."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
    body = "\n".join(json.dumps(page) for page in _PAGES).encode()
    headers = {
        "Authorization": f"Bearer {key}",
        "Content-Type": "application/x-ndjson",
        "Accept": "application/x-ndjson",
    }
    try:
        connection.request("POST", "/api/v1/ingest?label=wire", body=body, headers=headers)
        came = connection.getresponse()
        while line := came.readline():
            answered.append(json.loads(line)["name"])
            if len(answered) == 8:
                desk.kill()
    except (OSError, http.client.HTTPException, ValueError):
        return  # the desk is gone, in the middle of a line or between two
    finally:
        connection.close()


def test_a_desk_that_is_killed_while_taking_in_loses_and_doubles_nothing(own_ledger):
    key = new_token(str(own_ledger), "editor", "ingest", "read")
    answered: list[str] = []
    with running_desk(own_ledger) as desk:
        _ingest(desk, key, answered)
        assert desk.process.poll() is not None
    assert 8 <= len(answered) < len(_PAGES)
    with Ledger(own_ledger, create=False) as ledger:
        kept = [one.name for one in ledger.documents() if one.source == "wire"]
        assert set(answered) <= set(kept)
        assert len(kept) == len(set(kept))
        assert ledger.verify().damages == ()
    with running_desk(own_ledger) as desk:
        again = desk.bearer(key).send("POST", "/api/v1/ingest", data={"pages": _PAGES, "label": "wire"})
        statuses = {one["name"]: one["status"] for one in again.json["outcomes"]}
        assert {statuses[name] for name in answered} == {"same"}
        assert set(statuses.values()) == {"same", "new"}
    with Ledger(own_ledger, create=False) as ledger:
        kept = [one.name for one in ledger.documents() if one.source == "wire"]
        assert sorted(kept) == sorted(page["name"] for page in _PAGES)
        words = [
            (one.kept.name, one.claim.span, one.claim.trigger) for one in ledger.claims() if one.kept.source == "wire"
        ]
        assert len(words) == len(set(words)) >= len(_PAGES)
        assert ledger.verify().damages == ()


def test_a_desk_that_is_killed_while_people_judge_keeps_every_judgement_that_it_answered(own_ledger):
    key = new_token(str(own_ledger), "reviewer", "read", "correct")
    answered: list[str] = []
    stop = threading.Event()
    with running_desk(own_ledger) as desk:
        program = desk.bearer(key)
        ids = [one["id"] for one in program.get_json("/api/v1/claims?limit=100")["items"]]

        def judge(mine: list[str]) -> None:
            client = Client(desk.port, dict(program.headers))
            for name in mine:
                try:
                    tag = client.get(f"/api/v1/claims/{name}").headers["etag"]
                    made = client.send(
                        "POST", f"/api/v1/claims/{name}/judgements", data={"kind": "accept", "why": "read right"},
                        headers={"If-Match": tag},
                    )  # fmt: skip
                except (OSError, http.client.HTTPException, KeyError, ValueError):
                    return  # the desk is gone
                if made.status == 201:
                    answered.append(made.json["judgement"]["id"])
                if len(answered) >= 12:
                    stop.set()

        threads = [threading.Thread(target=judge, args=(ids[at::3],)) for at in range(3)]
        for one in threads:
            one.start()
        assert stop.wait(120)
        desk.kill()
        for one in threads:
            one.join(60)
    with Ledger(own_ledger, create=False) as ledger:
        assert ledger.verify().damages == ()
        judged = [one.id for one in ledger.claims(verdict="accepted")]
        turns = [turn.id for name in judged for turn in ledger.history(name) if turn.who == "reviewer"]
        assert set(answered) <= set(turns)
        assert len(turns) == len(set(turns)) == len(judged)
    with running_desk(own_ledger) as desk:
        assert desk.signed_in("reviewer", PASSWORD).get("/review").status == 200
