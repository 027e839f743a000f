"""What comes to the ledger: a page with what is known about it, and the run it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.ledger import identity
from riwaya.ledger.identity import EngineIdentity
from riwaya.ledger.journal import Journal
from riwaya.ledger.schema import run
from riwaya.model.document import Hints
from riwaya.model.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A page that is given to the ledger."""

    name: str
    source: str
    """Label of what was ingested: a folder's name, or empty."""
    place: str | None
    """Key of its name within its source (`identity.name_key`); None for standard input."""
    hints: Hints
    path: str | None = None
    """Where it can be read again."""

    @property
    def tries(self) -> str:
        """The same for every try of this page: by it a failure is closed when the page is read at last."""
        return self.place or identity.url_key(self.hints) or content_id("nam", self.name)


@dataclass(slots=True)
class Run:
    """One call of a command that writes; its row is kept with the first page that changes something."""

    what: str
    who: str
    engine: EngineIdentity
    number: int | None = None

    def start(self, journal: Journal) -> int:
        """Give the number of the run's row, kept now if it was not yet.

        Set `number` only when the transaction is through: one that fails takes the row with it.
        """
        if self.number is not None:
            return self.number
        started = journal.at
        row = {
            "id": content_id("run", started, self.who, self.what, self.engine.id, journal.next_of(run)),
            "at": started,
            "who": self.who,
            "what": self.what,
            "engine": self.engine.id,
            "version": self.engine.version,
            "packs": self.engine.packs,
            "plugins": self.engine.plugins,
        }
        return journal.append(run, [row])[0]
