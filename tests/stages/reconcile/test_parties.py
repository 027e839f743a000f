"""Who is meant, whatever an account calls them: sentences of our own, read whole."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("words", "published", "who"),
    [
        ("قالت جماعة تابعة لتنظيم القاعدة إنها قتلت 12 جنديا في هجوم على قاعدة في غاو شمال مالي.", "2024-07-30", "jnim"),
        ("قال فرع تنظيم القاعدة في بيان إنه قتل 12 جنديا في هجوم على قاعدة في غاو شمال مالي.", "2024-07-30", "jnim"),
        # Before the branch was founded, and in a country without one branch alone, it is the organisation's.
        ("قالت جماعة تابعة لتنظيم القاعدة إنها قتلت 12 جنديا في هجوم على قاعدة في غاو شمال مالي.", "2012-07-30", "al-qaeda"),
        ("قالت جماعة تابعة لتنظيم القاعدة إنها قتلت 12 جنديا في هجوم على قاعدة في نيامي عاصمة النيجر.", "2024-07-30", "al-qaeda"),
        # The organisation itself is not its branch where nobody tells of a branch.
        ("قال تنظيم القاعدة إنه قتل 12 جنديا في هجوم على قاعدة في غاو شمال مالي.", "2024-07-30", "al-qaeda"),
    ],
)  # fmt: skip
def test_a_group_of_an_organisation_is_its_branch_in_that_country(words: str, published: str, who: str) -> None:
    told = tell_claims([read(f"بيان عن المعارك\n\n{words}\n", published=published)])
    violent = tuple(one for one in told if one.claim.type in ("ASSAULT", "COERCE"))
    found = reconcile(Event(id="evt", type="ASSAULT", subtype=None, claims=violent), told)
    assert [one.id for one in found.accounts] == [who]


def test_the_organisation_is_its_branch_where_a_page_tells_of_the_branch() -> None:
    found = accounts_of(
        "قالت جماعة تابعة لتنظيم القاعدة إنها قتلت 12 جنديا في هجوم على قاعدة في غاو شمال مالي. "
        "وقال شهود عيان إن مسلحي تنظيم القاعدة قتلوا 9 جنود في الهجوم على القاعدة في غاو."
    )
    assert {one.id for one in found.accounts} == {"jnim", "eyewitnesses"}
    assert all("al-qaeda" not in str(relation) for relation in found.relations)


def test_losses_that_a_body_tells_of_with_its_own_men_are_its_own() -> None:
    found = accounts_of("قالت مجموعة فاغنر إن أفرادها قاتلوا قرب غاو وتكبدوا خسائر فادحة شملت مقتل قائدهم.")
    [account] = found.accounts
    assert sides(account)["wagner-group"] == 1
    assert account.admits


def test_the_forces_of_an_army_that_speaks_are_its_own_though_another_army_is_named() -> None:
    found = accounts_of(
        "قال الجيش المالي إن قواته والقوات الروسية خاضت معارك قرب غاو. وأضاف الجيش أن القوات تكبدت خسائر في المعارك قرب غاو."
    )
    [account] = [one for one in found.accounts if one.id == "ml-armed-forces"]
    assert sides(account) == {"ml-armed-forces": 1}


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


def test_who_is_spoken_of_by_the_right_name_is_not_called_by_a_wrong_one() -> None:
    found = accounts_of(
        "أعلنت جماعة نصرة الإسلام والمسلمين أنها قتلت ثلاثة من مجموعة فاغنر في كمين قرب غاو. "
        "وقالت الحكومة المالية إن عناصر الجيش الروسي في غاو ليسوا من مجموعة فاغنر."
    )
    [state] = [one for one in found.accounts if one.id == "ml-government"]
    assert [one.side for one in state.denials] == ["wagner-group"]
