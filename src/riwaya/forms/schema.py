"""JSON Schemas of the public forms, generated from their types."""

from __future__ import annotations

from typing import Any, cast

from pydantic import TypeAdapter

from riwaya.errors import InputError
from riwaya.forms import event_types, types
from riwaya.model.account import ACCOUNT_STANCES, RELATION_KINDS, TURNS
from riwaya.model.attribution import STANCES
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES
from riwaya.model.reduction import GRADES

_VOCABULARIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("AnalysisForm", "schema"): (types.ANALYSIS_SCHEMA,),
    ("ClaimsForm", "schema"): (types.CLAIMS_SCHEMA,),
    ("ArticleForm", "role"): ("article", "teaser"),
    ("PublishedForm", "basis"): ("given", "metadata", "inferred", "unknown"),
    **{(form, "type"): EVENT_TYPES for form in ("ClaimForm", "KeptClaimForm")},
    **{(form, "polarity"): ("affirmed", "denied") for form in ("ClaimForm", "KeptClaimForm")},
    **{(form, "certainty"): ("stated", "hedged", "unknown") for form in ("ClaimForm", "KeptClaimForm")},
    ("VerbForm", "stance"): STANCES,
    ("FigureForm", "measure"): MEASURES,
    ("EventsForm", "schema"): (event_types.EVENTS_SCHEMA,),
    ("EventForm", "type"): EVENT_TYPES,
    ("EventClaimForm", "type"): EVENT_TYPES,
    ("EventClaimForm", "polarity"): ("affirmed", "denied"),
    ("TollForm", "measure"): MEASURES,
    ("AccountForm", "stance"): ACCOUNT_STANCES,
    ("RelationForm", "kind"): RELATION_KINDS,
    ("TurnForm", "what"): TURNS,
    ("ReductionForm", "grade"): GRADES,
}
"""Closed vocabularies, by form and field."""

_FORMS: dict[str, tuple[type, str]] = {
    "analysis": (types.AnalysisForm, types.ANALYSIS_SCHEMA),
    "claims": (types.ClaimsForm, types.CLAIMS_SCHEMA),
    "events": (event_types.EventsForm, event_types.EVENTS_SCHEMA),
}
"""Public forms by name, each with what its field ``schema`` says."""

SCHEMA_NAMES = tuple(_FORMS)


def build_schema(name: str) -> dict[str, Any]:
    """Build the JSON Schema (draft 2020-12) of one public form.

    Properties that the schema does not name are allowed: forms change by adding.

    Args:
        name: One of ``SCHEMA_NAMES``.

    Raises:
        InputError: No form has that name.
    """
    if name not in SCHEMA_NAMES:
        raise InputError(f"There is no form {name!r}.", hint=f"Forms: {', '.join(SCHEMA_NAMES)}.")
    for module in (types, event_types):
        for form in vars(module).values():
            if isinstance(form, type) and form.__module__ == module.__name__:
                # Set here, so that reading a page need not import pydantic.
                form.__pydantic_config__ = {"use_attribute_docstrings": True}  # type: ignore[attr-defined]
    kind, words_of_it = _FORMS[name]
    made: dict[str, Any] = TypeAdapter(kind).json_schema()
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{words_of_it.replace('/', ':')}",
        **made,
    }
    definitions = cast("dict[str, dict[str, Any]]", schema["$defs"])
    for (form_name, field), words in _VOCABULARIES.items():
        owner = schema if form_name == schema["title"] else definitions.get(form_name)
        if owner is not None:
            owner["properties"][field]["enum"] = list(words)
    return schema
