"""What people judged becomes gold that the scorers read, with every quote in its text."""

from __future__ import annotations

from riwaya.cli.demo import open_samples
from riwaya.cli.running import run
from riwaya.evals.gold import load_gold
from riwaya.ledger.store import Ledger


def test_a_page_is_gold_when_every_claim_on_it_was_judged(tmp_path, capsys):
    path = tmp_path / "a.db"
    with open_samples() as folder, Ledger(path, who="tester") as ledger:
        ledger.ingest(folder / "01-ambush-claim.txt", folder / "08-airstrike.txt", published="2031-03-12")
        first = [one for one in ledger.claims(document="01-ambush-claim.txt")]
        other = ledger.claims(document="08-airstrike.txt")
        ledger.judge(first[0].id, "correct", why="hedged", settings={"certainty": "hedged"})
        for one in first[1:]:
            ledger.judge(one.id, "accept", why="read right")
        ledger.judge(other[0].id, "accept", why="read right")
    assert run(["gold", "export", "--ledger", str(path), str(tmp_path / "out")]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(int(claims), int(left)) for _, claims, left in lines] == [(len(first), 0)]
    name = lines[0][0]
    text = (tmp_path / "out/texts" / f"{name}.txt").read_bytes().decode("utf8")
    gold = load_gold(tmp_path / "out/gold" / f"{name}.yaml", text)
    gold.check()
    assert [one.span for one in gold.claims] == sorted(one.claim.span for one in first)
    assert sum(one.certainty == "hedged" for one in gold.claims) >= 1
    assert run(["eval", str(tmp_path / "out/gold"), str(tmp_path / "out/texts")]) == 0
    assert "claim_recall" in capsys.readouterr().out
    assert run(["gold", "export", "--partly", "--ledger", str(path), str(tmp_path / "more")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
