"""Random requests along the OpenAPI: no answer that it does not describe, no error of the server."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import load_all_checks

from tests.serve.tokens import new_token

load_all_checks()


@pytest.fixture(scope="session")
def api(desk):
    return schemathesis.openapi.from_url(f"http://127.0.0.1:{desk.port}/api/v1/openapi.json")


@pytest.fixture(scope="session")
def keys(desk):
    return {"Authorization": f"Bearer {new_token(desk.ledger, 'administrator', 'read', 'correct', 'admin')}"}


schema = schemathesis.pytest.from_fixture("api")


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_every_answer_is_one_that_the_description_has(case, keys):
    case.call_and_validate(headers=keys)
