"""Latin names and their Arabic spellings."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.latin_keys import arabic_keys, latin_key, misfit, respell
from riwaya.gazetteer.names import name_key


@pytest.mark.parametrize(
    ("arabic", "latin", "country"),
    [
        ("شرناق", "Şırnak", "TR"),
        ("جيهان بيلي", "Cihanbeyli", "TR"),
        ("تشيركاسي", "Cherkasy", "UA"),
        ("جيتومير", "Zhytomyr", "UA"),
        ("فيسبادن", "Wiesbaden", "DE"),
        ("شفاينفورت", "Schweinfurt", "DE"),
        ("ميناكا", "Ménaka", "ML"),
        ("واغادوغو", "Ouagadougou", "BF"),
        ("تاكوما", "Tacoma", "US"),
        ("فينيكس", "Phoenix", "US"),
        ("خوست", "Khōst", "AF"),
        ("تشيزينا", "Cesena", "IT"),
    ],
)
def test_a_name_and_its_spelling_share_a_key_and_fit(arabic: str, latin: str, country: str) -> None:
    key, spelled = name_key(arabic), respell(latin, country)
    assert latin_key(spelled) in arabic_keys(key)
    assert misfit(key, spelled) < 0.18


@pytest.mark.parametrize(
    ("arabic", "latin", "country"),
    [("خاركيف", "Kherson", "UA"), ("ملاطية", "Muğla", "TR"), ("دنفر", "Dover", "US"), ("كانو", "Kaduna", "NG")],
)
def test_other_names_do_not_fit(arabic: str, latin: str, country: str) -> None:
    key, spelled = name_key(arabic), respell(latin, country)
    assert latin_key(spelled) not in arabic_keys(key) or misfit(key, spelled) > 0.18


def test_keys_of_many_names_are_given_in_one_pass() -> None:
    names = [respell(name, "UA") for name in ("Poltava", "Sumy", "Rivne")]
    assert latin_key(" ".join(names)).split(" ") == [latin_key(name) for name in names]


def test_a_name_without_consonants_has_no_key() -> None:
    assert arabic_keys("اوه") == ()
    assert misfit("", "kyiv") > 1
