"""Random requests along the OpenAPI: no answer that it does not describe, no error of the server."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.serve.tokens import new_token

_OF_SOME_SHAPES = ("policy", "table", "contested", "source", "outlet", "document", "verdict", "words")


@pytest.fixture(scope="module")
def keys(desk) -> dict[str, str]:
    return {"Authorization": f"Bearer {new_token(desk.ledger, 'administrator', 'read', 'correct', 'admin')}"}


@pytest.fixture(scope="module")
def described(desk) -> dict[str, Any]:
    return desk.client().get("/api/v1/openapi.json").json


def test_every_answer_is_one_that_the_description_has(desk, keys, described, subtests):
    base = f"http://127.0.0.1:{desk.port}"
    schema = schemathesis.openapi.from_dict(described)
    tried: set[str] = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        tried.add(operation.label)

        @settings(
            max_examples=12,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: Case) -> None:
            # Only a page before can give a place in a list; a made-up one is told (test_pages), and hides all else.
            # Which shape takes which of some parameters OpenAPI cannot say (test_exports); refused, they hide all else too.
            unsaid = _OF_SOME_SHAPES if "/export/" in case.path else ()
            for name in ("after", *unsaid):
                (case.query or {}).pop(name, None)
            # Any wording has a state, and a made-up one is refused (test_adding): the refusal is as described, but no acceptance.
            refused = [positive_data_acceptance] if case.path.endswith("/aliases") else []
            case.call_and_validate(base_url=base, headers=keys, excluded_checks=refused)

        with subtests.test(operation.label):
            ask()
    assert len(tried) == sum(len(methods) for methods in described["paths"].values()) > 25


def test_the_description_names_the_key_the_errors_and_an_example(described):
    assert described["openapi"].startswith("3.1")
    assert described["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    for path, methods in described["paths"].items():
        for method, about in methods.items():
            assert about["security"], f"{method} {path}"
            assert {"401", "403", "422"} <= about["responses"].keys()
            assert "application/problem+json" in about["responses"]["422"]["content"]
    assert "examples" in json.dumps(described["components"]["schemas"]["PageForm"])
