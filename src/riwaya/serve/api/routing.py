"""The API put together."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from riwaya.serve.api import exporting, following, judging, managing, reading, taking
from riwaya.serve.api.replies import ProblemForm

PREFIX = "/api/v1"


def add_api(app: FastAPI) -> None:
    """Add the endpoints, and the OpenAPI that describes them."""
    whole = APIRouter(prefix=PREFIX)
    for part in (reading.router, exporting.router, judging.router, taking.router, following.router, managing.router):
        whole.include_router(part)
    app.include_router(whole)
    app.openapi = lambda: describe(app)


def describe(app: FastAPI) -> dict[str, Any]:
    """Give the OpenAPI 3.1 description."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = made["components"]["schemas"]
        for kind in (ProblemForm, taking.IngestForm, taking.PageForm):
            schema = TypeAdapter(kind).json_schema(ref_template="#/components/schemas/{model}")
            schemas |= schema.pop("$defs", {})
            schemas[kind.__name__] = schema
        _require_states(made)
        app.openapi_schema = made
    return app.openapi_schema


def _require_states(described: dict[str, Any]) -> None:
    """Say that If-Match is needed: it is optional in the code only so that its lack has an error of its own (428)."""
    for methods in described["paths"].values():
        for about in methods.values():
            for parameter in about.get("parameters", ()):
                if parameter["in"] == "header" and parameter["name"] == "if-match":
                    parameter["required"] = True
                    parameter["schema"] = {"type": "string", "minLength": 1, "maxLength": 80}
