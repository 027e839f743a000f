from __future__ import annotations

import re

import pytest

from riwaya import errors
from riwaya.errors import DocumentTooLarge, InputError, RiwayaError

ALL = sorted(
    (one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, RiwayaError)),
    key=lambda one: one.__name__,
)
EXITS = {"1": {65}, "2": {65}, "3": {78}, "4": {75}, "5": {77}, "6": {65}, "7": {70}, "8": {65, 77, 78}, "9": {70}}


@pytest.mark.parametrize("error", ALL)
def test_every_error_has_a_code_of_its_family_a_hint_and_an_exit(error):
    assert re.fullmatch(r"RW[1-9]\d\d", error.code)
    assert error.exit_code in EXITS[error.code[2]]
    assert error.http_status in {400, 401, 403, 404, 405, 408, 409, 412, 413, 421, 422, 428, 429, 500, 503}
    assert error.hint.endswith((".", "`.", "`"))


def test_no_two_errors_share_a_code():
    codes = [one.code for one in ALL if one is not RiwayaError]  # the root is what InternalError is
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("family", sorted(EXITS))
def test_every_family_is_in_the_table(family):
    assert f"| RW{family}xx |" in (errors.__doc__ or "")


def test_an_error_says_its_code_what_happened_and_what_to_do():
    assert str(DocumentTooLarge("page.txt is too large.")) == (
        "RW102: page.txt is too large. Split it into pages, or raise RIWAYA_MAX_BYTES."
    )


def test_a_hint_may_be_given_for_the_case():
    error = InputError("No.", hint="Do this.", file="x")
    assert (error.advice, error.context) == ("Do this.", {"file": "x"})


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (errors.InputError, ValueError),
        (errors.DocumentMissing, FileNotFoundError),
        (errors.ClaimUnknown, LookupError),
        (errors.PackError, ValueError),
        (errors.ConfigError, ValueError),
        (errors.ProposalRejected, ValueError),
    ],
)
def test_an_error_is_also_the_builtin_it_specialises(error, builtin):
    with pytest.raises(builtin):
        raise error("No.")
