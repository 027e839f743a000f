from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

import riwaya
from riwaya.cli.event_text import render_accounts, render_event
from riwaya.cli.running import run
from riwaya.stages.reconcile import reconcile, reduce_accounts
from tests.stages.reconcile.pairs import event_of, kinship

ISOLATES = re.compile("[\u2066-\u2069]")
PAGE = (
    "كمين على طريق غاو\n\n"
    "أعلنت جماعة نصرة الإسلام والمسلمين أنها قتلت 14 جنديا ماليا في كمين قرب غاو يوم الثلاثاء 11 مارس 2031.\n\n"
    "وقال الجيش المالي إن تسعة من جنوده قتلوا في الكمين نفسه قرب غاو يوم الثلاثاء 11 مارس 2031.\n"
)
LINES = (
    "group: kill by group to corps+army | killed 50 of corps; killed 10 of army",
    "bloggers: kill to corps | killed 20.. of corps",
    "corps: losses to corps | losses of corps",
    "state: denies identity to corps",
    "rival: kill by rival to army | killed 26.. of army",
    "army: ambush to army // denies capture to army",
    "hospital: @13 injure to civilians | wounded 17 of civilians; including wounded 2 of children",
    "officials: @14 attack by group+rival to convoy",
    "agency: @13 kill to army | killed 14 of army // @16 kill to army | killed 9 of army",
)


def shown(*, width: int = 80, has_color: bool = False) -> str:
    found = reconcile(event_of(*LINES), kinship=kinship())
    return render_event(found, reduce_accounts(found), width=width, has_color=has_color)


def test_every_line_fits_the_terminal() -> None:
    for width in (80, 100, 120, 160):
        for line in shown(width=width).splitlines():
            assert cell_len(ISOLATES.sub("", line)) <= width, line


def test_accounts_stand_down_and_sides_across() -> None:
    text = shown()
    head = next(line for line in text.splitlines() if "who says" in line)
    assert "corps" in head
    assert "army" in head
    row = next(line for line in text.splitlines() if line.startswith(" group"))
    assert "killed 50" in row
    assert "killed 10" in row


def test_the_cells_say_what_is_admitted_denied_and_left_unsaid() -> None:
    text = shown(width=160)
    for words in ("losses, no figure", "(admits)", "denies captured", "denies who they", "killed: silent"):
        assert words in text


def test_disputes_come_before_what_agrees() -> None:
    text = shown()
    relations = text[text.index("How the accounts stand") :]
    assert relations.index("number conflict") < relations.index("compatible")
    assert "responsibility dispute" in relations
    assert "identity dispute" in relations


def test_a_correction_is_told_in_the_history() -> None:
    history = shown()
    history = history[history.index("━━ History") :]
    assert re.search(r"2031-03-16\s+correction\s+agency: killed 14 of army, now 9", history)


def test_a_range_is_never_called_a_confidence_interval() -> None:
    assert "not a confidence interval" in shown()
    assert shown().count("confidence") == 1


def test_the_table_alone_says_what_is_disputed_and_no_more() -> None:
    found = reconcile(event_of(*LINES), kinship=kinship())
    text = render_accounts(found, reduce_accounts(found), width=80)
    assert "number conflict" in text
    assert "compatible" not in text
    assert "History" not in text


def test_color_is_codes_and_nothing_else() -> None:
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown(has_color=True))
    assert [line.rstrip() for line in bare.splitlines()] == shown().splitlines()


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf8")
    address = str(tmp_path / "riwaya.db")
    assert run(["ingest", "--ledger", address, "--published", "2031-03-13", "--outlet", "Paper", str(page)]) == 0
    return address


def printed(capfdbinary, *arguments: str) -> str:
    capfdbinary.readouterr()
    assert run(list(arguments)) == 0
    return capfdbinary.readouterr().out.decode("utf8")


def test_events_and_event_print_the_public_form(ledger: str, capfdbinary) -> None:
    events = json.loads(printed(capfdbinary, "events", "--ledger", ledger, "--measure", "killed", "--format", "json"))
    assert events["schema"] == "riwaya.events/1"
    [first, *_] = events["events"]
    one = json.loads(printed(capfdbinary, "event", first["id"], "--ledger", ledger, "--format", "json"))
    assert {key: one[key] for key in first} == first
    by_claim = json.loads(
        printed(capfdbinary, "event", first["claims"][0]["id"], "--ledger", ledger, "--format", "json")
    )
    assert by_claim["id"] == first["id"]


def test_the_accounts_of_an_event_from_python(ledger: str) -> None:
    with riwaya.open(ledger) as opened:
        [event] = [one for one in opened.events(measure="killed") if len(one.claims) > 0][:1]
        found = opened.accounts(event.id)
        assert found.event.id == event.id
        assert found.accounts
        assert found == opened.accounts(event.claims[0].claim.id)


def test_events_are_filtered(ledger: str, capfdbinary) -> None:
    def ids(*options: str) -> list[str]:
        form = json.loads(printed(capfdbinary, "events", "--ledger", ledger, "--format", "json", *options))
        return [event["id"] for event in form["events"]]

    assert ids("--place", "gao")
    assert ids("--actor", "jnim")
    assert ids("--since", "2031-03-11", "--until", "2031-03-11")
    assert ids("--type", "ASSAULT")
    assert ids("--since", "2032-01-01") == []
    assert ids("--place", "nowhere") == []
    assert set(ids("--contested")) <= set(ids())


def test_the_list_of_events_names_days_places_and_numbers(ledger: str, capfdbinary) -> None:
    table = printed(capfdbinary, "events", "--ledger", ledger, "--measure", "killed")
    assert "2031-03-11" in table
    assert "Gao" in table
    assert "killed" in table


def test_another_policy_gives_other_numbers(ledger: str, capfdbinary) -> None:
    form = json.loads(
        printed(
            capfdbinary, "events", "--ledger", ledger, "--measure", "killed", "--format", "json", "--policy", "ucdp"
        )
    )
    assert {event["toll"]["policy"] for event in form["events"]} == {"ucdp"}


def test_a_policy_or_event_that_is_none_is_refused(ledger: str, capfd) -> None:
    assert run(["events", "--ledger", ledger, "--policy", "truth"]) == 65
    assert "range-of-accounts" in capfd.readouterr().err
    assert run(["event", "evt_nowhere", "--ledger", ledger]) != 0
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_policies_tell_their_rules_and_limits(language: str, capfdbinary) -> None:
    text = printed(capfdbinary, "policies", "--language", language, "--width", "80")
    for id_ in ("range-of-accounts", "acled-conservative", "ucdp", "airwars", "as-told-by ACTOR"):
        assert f"━━ {id_}" in text
    assert all(cell_len(ISOLATES.sub("", line)) <= 80 for line in text.splitlines() if not line.startswith("━━"))


def test_policies_as_json(capfdbinary) -> None:
    form = json.loads(printed(capfdbinary, "policies", "--format", "json"))
    assert next(one["id"] for one in form["policies"]) == "range-of-accounts"
    assert all(one["rule"]["ar"] and one["limits"]["fr"] for one in form["policies"])
