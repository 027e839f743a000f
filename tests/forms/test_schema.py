from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from riwaya.errors import InputError
from riwaya.forms.schema import build_schema
from riwaya.model.attribution import STANCES
from riwaya.model.claim import EVENT_TYPES


def test_the_schema_is_a_valid_schema_and_the_same_every_time():
    schema = build_schema("analysis")
    Draft202012Validator.check_schema(schema)
    assert schema == build_schema("analysis")


def test_vocabularies_are_those_of_the_model():
    definitions = build_schema("analysis")["$defs"]
    assert definitions["ClaimForm"]["properties"]["type"]["enum"] == list(EVENT_TYPES)
    assert definitions["VerbForm"]["properties"]["stance"]["enum"] == list(STANCES)


def test_fields_are_described_where_they_are_declared():
    claim = build_schema("analysis")["$defs"]["ClaimForm"]
    assert claim["properties"]["trigger"]["description"] == "The word that names the happening."


def test_a_form_that_does_not_exist_is_named():
    with pytest.raises(InputError, match="no form 'poem'"):
        build_schema("poem")
