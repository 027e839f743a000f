"""Who is meant, whatever an account calls them: sentences of our own, read whole."""

from __future__ import annotations

from riwaya.model.account import Account, Reconciliation
from riwaya.model.event import CopyGroup, Event
from riwaya.stages.cluster import tell_claims
from riwaya.stages.reconcile import reconcile, side_key
from tests.news import read


def accounts_of(*pages: str, copies: bool = False) -> Reconciliation:
    told = tell_claims([read(f"بيان عن المعارك\n\n{page}\n", outlet=f"Paper {at}") for at, page in enumerate(pages)])
    violent = tuple(one for one in told if one.claim.type in ("ASSAULT", "COERCE"))
    documents = tuple(sorted({one.document_id for one in told}))
    groups = (CopyGroup(document_ids=documents, resemblance=0.9),) if copies else ()
    return reconcile(Event(id="evt", type="ASSAULT", subtype=None, claims=violent, copies=groups), told)


def sides(account: Account) -> dict[str, int | None]:
    return {side_key(toll.side): toll.low for toll in account.tolls if toll.side}


def test_a_group_without_a_name_is_the_organisation_that_it_belongs_to() -> None:
    found = accounts_of("قالت جماعة تابعة لتنظيم القاعدة إنها قتلت 12 جنديا ماليا في هجوم على قاعدة في غاو.")
    assert [one.id for one in found.accounts] == ["al-qaeda"]


def test_soldiers_without_a_country_are_those_of_the_army_that_is_named() -> None:
    found = accounts_of(
        "أعلن الجيش المالي أن مسلحين هاجموا قاعدة له في غاو.",
        "قال شهود عيان إن تسعة جنود قتلوا في الهجوم على القاعدة في غاو.",
    )
    [witnesses] = [one for one in found.accounts if one.id != "ml-armed-forces"]
    assert sides(witnesses) == {"ml-armed-forces": 9}


def test_one_of_them_or_eleven_of_them_is_no_toll_of_all() -> None:
    found = accounts_of("قال الجيش المالي إن طائراته قصفت مخابئ المسلحين في غاو وقتلت 11 منهم.")
    [toll] = [toll for one in found.accounts for toll in one.tolls]
    assert toll.is_part or toll.side is not None


def test_the_same_copy_in_two_papers_is_one_origin() -> None:
    page = "قتل تسعة أشخاص في هجوم شنه مسلحون على سوق في مدينة غاو شمال مالي صباح الأحد."
    assert accounts_of(page, page + " وفر سكان.").independent_origins == 1
    other = "لقي تسعة أشخاص حتفهم صباح الأحد عندما هاجم مسلحون سوقا بمدينة غاو."
    assert accounts_of(page, other).independent_origins == 2
    assert accounts_of(page, other, copies=True).independent_origins == 1
