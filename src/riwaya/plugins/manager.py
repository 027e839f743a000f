"""Find the installed plugins and call their hooks, one plugin at a time, so that an error names its plugin."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import entry_points
from typing import TypeVar

import pluggy

from riwaya.config import load_settings
from riwaya.errors import PluginError
from riwaya.model.actor import ActorEntry
from riwaya.model.document import Document
from riwaya.model.outlet import OutletEntry
from riwaya.model.place import GazetteerEntry
from riwaya.plugins import hookspecs

_Record = TypeVar("_Record", ActorEntry, OutletEntry, GazetteerEntry)


class Plugins:
    """Plugins in the alphabetical order of their names, whatever the order of installation."""

    def __init__(self, plugins: Iterable[tuple[str, object]] = ()) -> None:
        """Take plugins (modules or objects) by name.

        Raises:
            PluginError: Two share a name, or one implements a hook that does not exist or with other arguments.
        """
        self._managers: dict[str, pluggy.PluginManager] = {}
        for name, plugin in sorted(plugins, key=lambda pair: pair[0]):
            if name in self._managers:
                raise PluginError(f"Two plugins are called {name}.")
            self._managers[name] = _manager(name, plugin)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the plugins, sorted."""
        return tuple(self._managers)

    def actor_entries(self) -> list[ActorEntry]:
        """Give the actors that plugins register, in the order of the plugins' names.

        Raises:
            PluginError: A plugin raised, or gave something else.
        """
        return self._records("riwaya_register_actors", ActorEntry)

    def outlet_entries(self) -> list[OutletEntry]:
        """Give the outlets that plugins register, in the order of the plugins' names.

        Raises:
            PluginError: A plugin raised, or gave something else.
        """
        return self._records("riwaya_register_outlets", OutletEntry)

    def gazetteer_entries(self) -> list[GazetteerEntry]:
        """Give the places that plugins register, in the order of the plugins' names.

        Raises:
            PluginError: A plugin raised, or gave something else.
        """
        return self._records("riwaya_register_places", GazetteerEntry)

    def sentence_vectors(self, texts: Sequence[str]) -> list[list[float]] | None:
        """Give one vector for each text, from the first plugin that has any; None when none has.

        Raises:
            PluginError: A plugin raised, or gave vectors of other number or of unequal length.
        """
        hook = "riwaya_sentence_vectors"
        for name, manager in self._managers.items():
            with _blaming(name, hook):
                given = manager.hook.riwaya_sentence_vectors(texts=texts)
                vectors = None if given is None else [[float(number) for number in vector] for vector in given]
            if vectors is None:
                continue
            if len(vectors) != len(texts) or len({len(vector) for vector in vectors}) > 1:
                raise PluginError(f"Plugin {name}, {hook}: one vector for each text is wanted, all of one length.")
            return vectors
        return None

    def iter_proposals(self, document: Document) -> Iterator[tuple[str, object]]:
        """Give (plugin, proposal) with nothing checked; a plugin that fails gives (plugin, PluginError) and is left."""
        for name in self._managers:
            try:
                proposed = self._listed(name, "riwaya_propose_claims", document=document)
            except PluginError as error:
                yield name, error
            else:
                yield from ((name, one) for one in proposed)

    def _records(self, hook: str, kind: type[_Record]) -> list[_Record]:
        found: list[_Record] = []
        for name in self._managers:
            for record in self._listed(name, hook):
                if not isinstance(record, kind):
                    raise PluginError(f"Plugin {name}, {hook}: gave {type(record).__name__}, not {kind.__name__}.")
                found.append(record)
        return found

    def _listed(self, name: str, hook: str, **arguments: object) -> list[object]:
        """Call a hook whose implementations each give an iterable, and run through it while errors are caught."""
        with _blaming(name, hook):
            return [one for given in getattr(self._managers[name].hook, hook)(**arguments) for one in given]


@cache
def installed_plugins(*, enabled: bool | None = None) -> Plugins:
    """Give the plugins of the entry point group ``riwaya``. Found once in a process.

    Args:
        enabled: False gives none; left out, the setting RIWAYA_PLUGINS decides.

    Raises:
        PluginError: A plugin cannot be imported or registered.
        ConfigError: The setting is neither on nor off.
    """
    if not (load_settings().plugins if enabled is None else enabled):
        return Plugins()
    found: list[tuple[str, object]] = []
    for entry in entry_points(group=hookspecs.PROJECT):
        with _blaming(entry.name, "import"):
            found.append((entry.name, entry.load()))
    return Plugins(found)


def _manager(name: str, plugin: object) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(plugin, name=name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        raise PluginError(f"Plugin {name} cannot be registered: {error}.") from error
    return manager


@contextmanager
def _blaming(name: str, hook: str) -> Generator[None]:
    """Turn whatever foreign code raises into an error that names the plugin and the hook."""
    try:
        yield
    except Exception as error:
        raise PluginError(f"Plugin {name}, {hook}: {type(error).__name__}: {error}.") from error
