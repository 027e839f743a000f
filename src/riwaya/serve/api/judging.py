"""The endpoints that judge. Each says on which state it was made, so that nobody overwrites what they have not seen."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from riwaya.model.proposal import Proposal
from riwaya.serve import judging
from riwaya.serve.api.replies import BEARER, CONFLICTS, PROBLEMS, Here, Id, Reviewer
from riwaya.serve.asked import Plain, Sought, Wording
from riwaya.serve.judging import Judged, Named
from riwaya.serve.read.naming import AliasPage, read_names
from riwaya.serve.read.review import ReviewPage, ReviewQuery, read_review

router = APIRouter(dependencies=BEARER, responses=PROBLEMS)
Why = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S", description="For what reason.")]
Tag = Annotated[str, Field(min_length=1, max_length=80)]
IfMatch = Annotated[str | None, Header(max_length=80, description="The ETag of the item that was looked at.")]
Name = Annotated[str, Field(pattern=r"^[a-z]{3}_[0-9a-f]{4,32}$")]


class JudgementForm(BaseModel):
    """What is judged of a claim."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"kind": "correct", "why": "the text hedges", "set": {"certainty": "hedged", "figure.1.low": "9"}}
            ]
        },
    )

    kind: Literal["accept", "correct", "reject", "reset"]
    why: Why
    set: dict[str, Annotated[str, Field(max_length=200)]] | None = Field(
        None, description="For a correction: fields by name; an empty value unsets."
    )


class SeenEvent(BaseModel):
    """An event, and the state in which it was looked at."""

    model_config = ConfigDict(extra="forbid")

    id: Name
    etag: Tag


class MergeForm(BaseModel):
    """Events that are one happening."""

    model_config = ConfigDict(extra="forbid")

    events: list[SeenEvent] = Field(min_length=2, max_length=50)
    why: Why


class SplitForm(BaseModel):
    """Claims of an event that speak of another happening."""

    model_config = ConfigDict(extra="forbid")

    claims: list[Name] = Field(min_length=1, max_length=1000)
    why: Why


class AliasForm(BaseModel):
    """Whom a wording is taken for."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"wording": "الكتيبة الشرقية", "actor": "jnim", "why": "its own statement"}]},
    )

    wording: Sought = Field(description="Words of a text that name an actor whom no registry knows.")
    actor: Plain | None = Field(None, description="Id of the registered actor; null takes back what was said.")
    why: Why


class AdditionForm(BaseModel):
    """A claim that was missed."""

    model_config = ConfigDict(extra="forbid")

    claim: Proposal
    why: Why


@router.get("/review")
def get_queue(here: Here, _visitor: Reviewer, asked: Annotated[ReviewQuery, Query()]) -> ReviewPage:
    """Claims that nobody has judged, those first where a judgement matters most, each with why it waits."""
    return read_review(here.ledger, asked)


@router.post("/claims/{id}/judgements", status_code=201, responses=CONFLICTS)
def judge_claim(
    here: Here, visitor: Reviewer, id: Id, given: JudgementForm, response: Response, if_match: IfMatch = None
) -> Judged:
    """Accept, correct, reject or reset a claim. It is appended with who and why; a later judgement undoes it."""
    made = judging.judge(here.ledger, visitor, id, given.kind, why=given.why, settings=given.set, seen=if_match)
    if made.claim is not None:
        response.headers["ETag"] = made.claim.etag
    return made


@router.get("/aliases")
def list_aliases(here: Here, _visitor: Reviewer, asked: Annotated[Wording, Query()]) -> AliasPage:
    """The names that people gave to actors whom no registry knows; of `words`, what holds and the state to judge on."""
    return read_names(here.ledger, asked.words)


@router.post("/aliases", status_code=201, responses=CONFLICTS)
def name_actor(here: Here, visitor: Reviewer, given: AliasForm, response: Response, if_match: IfMatch = None) -> Named:
    """Take a wording for a registered actor wherever it stands, or take that back with `actor: null`.

    If-Match is the ETag of the wording: `asked.etag` of `/aliases?words=`.
    """
    made = judging.name_actor(here.ledger, visitor, given.wording, given.actor, why=given.why, seen=if_match)
    response.headers["ETag"] = made.alias.etag
    return made


@router.post("/documents/{id}/claims", status_code=201, responses=CONFLICTS)
def add_claim(
    here: Here, visitor: Reviewer, id: Id, given: AdditionForm, response: Response, if_match: IfMatch = None
) -> Judged:
    """Add a claim that the reader missed. Every value names the words that it rests on, letter for letter.

    If-Match is `etag` of the document. The claim is undone as any other: reject it, or take the judgement back.
    """
    made = judging.add_claim(here.ledger, visitor, id, given.claim, why=given.why, seen=if_match)
    if made.claim is not None:
        response.headers["ETag"] = made.claim.etag
    return made


@router.post("/events/merge", status_code=201, responses=CONFLICTS)
def merge_events(here: Here, visitor: Reviewer, given: MergeForm) -> Judged:
    """Say that several events are one happening; `judgement.events` has what came of it."""
    seen = {one.id: one.etag for one in given.events}
    return judging.merge(here.ledger, visitor, [*seen], why=given.why, seen=seen)


@router.post("/events/{id}/split", status_code=201, responses=CONFLICTS)
def split_event(here: Here, visitor: Reviewer, id: Id, given: SplitForm, if_match: IfMatch = None) -> Judged:
    """Say that some claims of an event speak of another happening than its others."""
    return judging.split(here.ledger, visitor, id, given.claims, why=given.why, seen=if_match)
