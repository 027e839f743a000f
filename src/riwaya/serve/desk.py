"""What all requests share: the ledger, the settings, how pages are drawn."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any, cast

from jinja2 import Environment
from sqlalchemy import Engine
from starlette.requests import Request

from riwaya.ledger.store import Ledger
from riwaya.people.secrets import new_secret
from riwaya.serve.settings import DeskSettings
from riwaya.serve.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One desk, for as long as it is open."""

    settings: DeskSettings
    ledger: Ledger
    environment: Environment
    shelf: Shelf = field(default_factory=Shelf)
    started: str = field(default_factory=new_secret)
    """Differs for every start: what another version of the templates drew is not taken for this one's."""

    exporting: threading.BoundedSemaphore = field(init=False)
    """Held while an export is made, so that exports never take all the threads."""

    def __post_init__(self) -> None:
        """Make room for as many exports at once as the settings allow."""
        object.__setattr__(self, "exporting", threading.BoundedSemaphore(self.settings.exports))

    @property
    def engine(self) -> Engine:
        """The database."""
        return self.ledger.engine


def desk_of(request: Request) -> Desk:
    """Give the desk that a request came to."""
    state: Any = request.app.state
    return cast("Desk", state.desk)
