"""The endpoints of whoever manages the desk, and of a program that asks what it may do."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request

from riwaya.people.records import Person, Visitor
from riwaya.serve.api.replies import BEARER, PROBLEMS, Administrator, Here
from riwaya.serve.read.people import AuditPage, read_audit, read_people
from riwaya.serve.visitors import require

router = APIRouter(dependencies=BEARER, responses=PROBLEMS)


def _visitor(request: Request) -> Visitor:
    return require(request)


@router.get("/me")
def get_me(visitor: Annotated[Visitor, Depends(_visitor)]) -> Visitor:
    """Who asks, and what that person or token may do."""
    return visitor


@router.get("/people")
def list_people(here: Here, _visitor: Administrator) -> list[Person]:
    """Who may sign in; accounts are made and changed on their page or by `riwaya people`, not by tokens."""
    return [one.person for one in read_people(here.engine).people]


@router.get("/audit")
def list_audit(
    here: Here,
    _visitor: Administrator,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    subject: Annotated[str | None, Query(max_length=80, pattern=r"^[a-z]{3}_[0-9a-f]+$")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> AuditPage:
    """What was done by whom, the newest first, with the digests that chain it."""
    return read_audit(here.engine, before=before, subject=subject, limit=limit)
