"""The endpoints of what is followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from riwaya.serve.api.replies import BEARER, PROBLEMS, READ, Editor, Here
from riwaya.serve.asked import Plain
from riwaya.serve.following import MOST_MINUTES, follow_list, unfollow_list
from riwaya.serve.read.followed import FollowedPage, read_followed

router = APIRouter(dependencies=BEARER, responses=PROBLEMS)
Address = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00-\x20]+$")]


class FollowForm(BaseModel):
    """What to follow."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"url": "https://news.example.org/feed.xml", "language": "ar"}]}
    )

    url: Address = Field(description="Of a feed, a sitemap, or any page of a site, whose lists are then found.")
    outlet: Plain | None = None
    language: Literal["ar", "en", "fr"] | None = None
    minutes: float = Field(30, ge=1, le=MOST_MINUTES, description="Between two looks.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedNow:
    """The addresses that are followed because of one."""

    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfollowed:
    """How many lists are followed no longer: one, and those that it named."""

    lists: int


@router.get("/followed", dependencies=READ)
def list_followed(here: Here) -> FollowedPage:
    """What is followed, each with its last look, errors, and what came of it."""
    return read_followed(here.ledger)


@router.post("/followed", status_code=201)
def add_followed(here: Here, visitor: Editor, given: FollowForm) -> FollowedNow:
    """Follow a feed, a sitemap, or the lists of a site. The address is asked at once; private networks never are."""
    found = follow_list(
        here.ledger, visitor.name, given.url, outlet=given.outlet, language=given.language, minutes=given.minutes
    )
    return FollowedNow(urls=tuple(found))


@router.delete("/followed")
def remove_followed(here: Here, _visitor: Editor, url: Annotated[Address, Query()]) -> Unfollowed:
    """Follow a list no longer, nor those that it names. What was read of it stays."""
    return Unfollowed(lists=unfollow_list(here.ledger, url))
