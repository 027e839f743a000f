"""Lists of a ledger, a page at a time: the same as looking at everything, along indexes alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from sqlalchemy import event as sqlalchemy_event

from riwaya.errors import InputError
from riwaya.ledger.accounts import is_contested, reconcile_events
from riwaya.ledger.contest import count_contests
from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints

TOWNS = ("غاو", "كيدال", "تمبكتو")
FIRST = date(2031, 3, 1)


def page(number: int) -> tuple[str, Hints]:
    """A page of a day: two parties count the dead of one ambush, and an older campaign is told beside it."""
    day = FIRST + timedelta(days=number // 2)
    many = 4 + number % 3
    town = TOWNS[number % len(TOWNS)]
    text = (
        f"هجوم رقم {number}\n\n"
        f"أعلنت جماعة نصرة الإسلام والمسلمين أنها قتلت {many + 6} جنديا ماليا في كمين قرب {town} أمس.\n\n"
        f"وقال الجيش المالي إن {many} من جنوده قتلوا في الكمين، ونفى أسر أي جندي.\n\n"
        + ("وقال سكان إن القوات الحكومية أحرقت قرى في منطقة موبتي منذ عام 2029.\n\n" if number % 4 == 0 else "")
        + ("وذكرت مصادر طبية أن غارة جوية أصابت تسعة مدنيين في المدينة.\n" if number % 2 else "")
    )
    return text, Hints(published=day.isoformat(), outlet=f"Daily {number % 3}", language="ar")


@pytest.fixture(scope="module")
def filled(_home):
    with Ledger(_home.ledger(), who="tester") as opened:
        for number in range(14):
            text, hints = page(number)
            opened.ingest_text(text, name=f"page-{number}.txt", hints=hints)
        yield opened


def walk(give, limit: int = 3):
    """Give all records of a list, page after page."""
    found, after = [], None
    while True:
        one = give(limit, after)
        assert len(one.records) <= limit
        found += one.records
        if one.next is None:
            return found
        after = one.next


WANTS = [
    EventFilter(),
    EventFilter(place="Gao"),
    EventFilter(place="ML"),
    EventFilter(actor="jnim"),
    EventFilter(actor="jnim", place="ML", type="ASSAULT"),
    EventFilter(actor="malian", measure="killed"),
    EventFilter(type="ASSAULT/ambush"),
    EventFilter(contested=True),
    EventFilter(contested=True, place="ML", actor="jnim"),
    EventFilter(since=FIRST, until=FIRST + timedelta(days=2)),
    EventFilter(since=FIRST + timedelta(days=3)),
    EventFilter(until=FIRST, place="ML"),
    EventFilter(since=date(2030, 1, 1), until=date(2030, 12, 31)),
    EventFilter(actor="nobody at all"),
]


def answers(wanted: EventFilter, told, contested: bool) -> bool:
    """Say whether an event answers a filter, by looking at everything that it holds."""
    claims = [one.claim for one in told.claims]
    start = told.time and (told.time.start or told.time.end)
    end = told.time and (told.time.end or told.time.start)
    if (wanted.since or wanted.until) and start is None:
        return False
    if (wanted.since and end < wanted.since) or (wanted.until and start > wanted.until):
        return False
    places = [one for one in (told.place, *(c.place.place for c in claims if c.place)) if one]
    if wanted.place and not any(wanted.place in (one.id, one.country) or wanted.place in one.name for one in places):
        return False
    names = set()
    for one in told.claims:
        actors = [p.actor for p in (*one.claim.agents, *one.claim.targets)]
        actors += [f.of for f in one.claim.figures if f.of] + [link.source for link in one.claim.chain]
        names |= {a.id for a in actors} | {word.lower() for a in actors for word in a.name.split()}
    if wanted.actor and wanted.actor not in names:
        return False
    kind = wanted.type in (told.type, f"{told.type}/{told.subtype}") if wanted.type else True
    counted = {figure.measure for claim in claims for figure in claim.figures}
    return kind and (not wanted.measure or wanted.measure in counted) and (not wanted.contested or contested)


@pytest.mark.parametrize(("wanted", "order"), list(product(WANTS, ["latest", "earliest", "contested"])), ids=repr)
def test_every_page_of_events_together_is_what_one_finds_by_looking_at_all(filled, wanted, order):
    everything = filled.events()
    contests = [count_contests(one.relations) for one in reconcile_events(filled.view, everything)]
    held = {e.id: (e, many) for e, many in zip(everything, contests, strict=True)}
    lines = walk(lambda limit, after: filled.view.list_events(wanted, order=order, limit=limit, after=after))
    assert {one.id for one in lines} == {name for name, (e, many) in held.items() if answers(wanted, e, many > 0)}
    assert len({one.id for one in lines}) == len(lines)
    assert all(one.contests == held[one.id][1] for one in lines)
    days = [one.first_on or (date.max if order == "earliest" else date.min) for one in lines]
    if order == "contested":
        marks = [(-one.contests, -day.toordinal()) for one, day in zip(lines, days, strict=True)]
        assert marks == sorted(marks)
    else:
        assert days == sorted(days, reverse=order == "latest")


def test_contested_events_are_those_whose_accounts_contradict_each_other(filled):
    every = {one.event.id for one in reconcile_events(filled.view, filled.events()) if is_contested(one)}
    assert {event.id for event in filled.events(contested=True)} == every
    assert 0 < len(every) < len(filled.events())
    assert len(filled.events(contested=True, limit=2)) == 2


CLAIMS = [
    ClaimFilter(),
    ClaimFilter(actor="jnim"),
    ClaimFilter(source="malian"),
    ClaimFilter(place="Gao", measure="killed"),
    ClaimFilter(place="ML"),
    ClaimFilter(outlet="Daily 1", type="ASSAULT"),
    ClaimFilter(document="page-4.txt"),
    ClaimFilter(since=FIRST, until=FIRST + timedelta(days=1)),
    ClaimFilter(since=date(2030, 1, 1), until=date(2030, 12, 31)),
    ClaimFilter(verdict="open", type="ASSAULT/ambush"),
    ClaimFilter(verdict="accepted"),
    ClaimFilter(search="الكمين", place="Gao"),
    ClaimFilter(actor="nobody at all"),
]


@pytest.mark.parametrize("wanted", CLAIMS, ids=repr)
def test_every_page_of_claims_together_is_the_list_in_the_order_of_entry(filled, wanted):
    listed = walk(lambda limit, after: filled.view.list_claims(wanted, limit=limit, after=after))
    entered = filled.view.claims(wanted)
    assert sorted(one.id for one in listed) == sorted(one.id for one in entered)
    assert [one.id for one in filled.view.claims(wanted, limit=2)] == [one.id for one in entered][:2]
    if wanted.search is None:
        days = [day for one in listed if (day := (one.claim.time and one.claim.time.start) or one.told_on)]
        assert days == sorted(days, reverse=True)


def test_claims_of_an_event_are_those_of_its_list(filled):
    for line in filled.view.list_events(limit=5).records:
        listed = walk(
            lambda limit, after, e=line.id: filled.view.list_claims(ClaimFilter(event=e), limit=limit, after=after)
        )
        assert {one.id for one in listed} == {told.claim.id for told in filled.event(line.id).claims}
        assert (line.claims, line.title) == (len(listed), filled.event(line.id).title)


def test_documents_come_the_last_first(filled):
    listed = walk(lambda limit, after: filled.view.list_documents(limit=limit, after=after))
    assert [one.document.id for one in listed] == [one.document.id for one in filled.documents()][::-1]


@pytest.mark.parametrize("words", ["كمين", "مدنيين غارة", "موبتي"])
def test_words_are_found_in_texts_with_a_passage_about_them(filled, words):
    hits = walk(lambda limit, after: filled.view.search_texts(words, limit=limit, after=after))
    texts = {one.kept.document.id for one in hits}
    stem = words.split()[0]
    assert texts == {one.document.id for one in filled.documents() if stem in one.document.text}
    for hit in hits:
        text = hit.kept.document.text
        assert any(stem in span.of(text) for span in hit.found)
        assert hit.passage.start <= hit.found[0].start < hit.found[0].end <= hit.passage.end
        assert hit.passage.start == 0 or text[hit.passage.start - 1].isspace()


COUNTED = [
    EventFilter(contested=True, type="ASSAULT"),
    EventFilter(contested=True, since=FIRST),
    EventFilter(contested=True, place="ML", until=FIRST + timedelta(days=3)),
    EventFilter(measure="killed", since=FIRST, until=FIRST + timedelta(days=4)),
    EventFilter(actor="jnim", contested=True, since=FIRST, until=FIRST + timedelta(days=4)),
    EventFilter(place="Gao", since=FIRST - timedelta(days=1)),
]
DAYS = [*WANTS[:-1], *COUNTED]


def test_days_are_counted(filled):
    assert all(filled.view.count_days(wanted) for wanted in COUNTED)
    for wanted in DAYS:
        lines = walk(lambda limit, after, w=wanted: filled.view.list_events(w, limit=limit, after=after))
        days = {one.first_on for one in lines if one.first_on}
        counted = filled.view.count_days(wanted)
        assert [one.on for one in counted] == sorted(days)
        assert [one.events for one in counted] == [sum(line.first_on == one.on for line in lines) for one in counted]
        assert sum(one.contested for one in counted) == sum(one.is_contested for one in lines if one.first_on)


def test_points_hold_the_events_that_have_one(filled):
    lines = walk(lambda limit, after: filled.view.list_events(limit=limit, after=after))
    points = filled.view.find_points(lines=100)
    assert {e.id for one in points.points for e in one.latest} == {one.id for one in lines if one.lat is not None}
    for one in points.points:
        there = [line for line in lines if (line.lat, line.lon, line.place_id) == (one.lat, one.lon, one.place_id)]
        assert one.latest == tuple(there)
        assert (one.events, one.contested) == (len(there), sum(line.is_contested for line in there))
    assert [replace(one, latest=one.latest[:1]) for one in points.points] == [*filled.view.find_points().points]
    assert [one.events for one in points.points] == sorted((one.events for one in points.points), reverse=True)
    assert points.without_point == sum(one.lat is None for one in lines)
    assert not points.is_cut
    assert filled.view.find_points(limit=1).is_cut


def test_names_are_found_by_how_their_words_begin(filled):
    found = filled.view.suggest("actor", "jama'at nus")
    assert [one.key for one in found] == ["jnim"]
    assert {one.name for one in filled.view.suggest("place", "ga")} >= {"Gao"}
    assert filled.view.suggest("place", "zzz") == []


@pytest.mark.parametrize("after", ["", "x", "1~2", "1~x~evt", "1~2~3~4"])
def test_a_place_that_no_page_gave_is_refused(filled, after):
    with pytest.raises(InputError, match="no place"):
        filled.view.list_events(after=after)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_bound(filled, limit):
    with pytest.raises(InputError, match="not given"):
        filled.view.list_claims(limit=limit)


ASKED = {
    **{f"events {order} {w!r}": (lambda v, w=w, o=order: v.list_events(w, order=o))
       for w, order in product(WANTS[:-1], ["latest", "earliest", "contested"])},
    **{f"claims {w!r}": (lambda v, w=w: v.list_claims(w)) for w in CLAIMS[:-1]},
    **{f"entered {w!r}": (lambda v, w=w: v.claims(w, limit=5)) for w in CLAIMS[:-1]},
    "documents": lambda v: v.list_documents(),
    "texts": lambda v: v.search_texts("كمين"),
    **{f"days {w!r}": (lambda v, w=w: v.count_days(w)) for w in DAYS},
    "points": lambda v: v.find_points(EventFilter(actor="jnim")),
    "names": lambda v: v.suggest("place", "ga"),
    "event": lambda v: v.event(v.list_events().records[0].id),
}  # fmt: skip


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_no_list_looks_through_a_whole_table(filled, ask):
    if filled.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL plans by the size of its tables, and these are small")
    asked = []

    def note(_connection, _cursor, statement, parameters, *_rest):
        asked.append((statement, parameters))

    sqlalchemy_event.listen(filled.engine, "before_cursor_execute", note)
    try:
        ask(filled.view)
    finally:
        sqlalchemy_event.remove(filled.engine, "before_cursor_execute", note)
    asked = [(statement, values) for statement, values in asked if statement.startswith(("SELECT", "WITH"))]
    assert asked
    with filled.engine.connect() as connection:
        for statement, values in asked:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
            # The words' own index and what a query counts in itself are no tables.
            whole = [line for line in plan if re.match(r"SCAN (?!words VIRTUAL|counted|asked|(\d+ )?CONSTANT)", line)]
            assert not whole, (statement, plan)
