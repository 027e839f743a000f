from __future__ import annotations

from types import SimpleNamespace

import pytest

from riwaya.errors import PluginError
from riwaya.model.actor import ActorEntry
from riwaya.model.outlet import OutletEntry
from riwaya.model.place import GazetteerEntry
from riwaya.plugins.hookspecs import hookimpl
from riwaya.plugins.manager import Plugins, installed_plugins
from tests.make import make_document

ACTOR = ActorEntry(id="rayah-group", name="Rayah Group", kind="militant-group", ar=("جماعة الراية",))
OUTLET = OutletEntry(id="suhul-agency", name="Suhul Agency", kind="news-agency", ar=("وكالة السهول",))
PLACE = GazetteerEntry(
    id="riwaya:ayn-al-raml", name="Ayn al-Raml", names_ar=("عين الرمل",), lat=18.5, lon=1.25, feature="town"
)


def make_plugin(**hooks):
    """Give a plugin with the hooks named, each giving a value or, where it is an error, raising it."""

    def making(name, given):
        def actors():
            return _give(given)

        def proposals(document):
            return _give(given)

        def vectors(texts):
            return _give(given)

        by_name = {"riwaya_propose_claims": proposals, "riwaya_sentence_vectors": vectors}
        return hookimpl(by_name.get(name, actors), specname=name)

    return SimpleNamespace(**{name: making(name, given) for name, given in hooks.items()})


def _give(given):
    if isinstance(given, Exception):
        raise given
    return given


def test_actors_come_in_the_order_of_the_plugins_names_however_they_are_registered():
    other = ActorEntry(id="other", name="Other", kind="militia")
    plugins = [
        ("beta", make_plugin(riwaya_register_actors=[ACTOR])),
        ("alpha", make_plugin(riwaya_register_actors=iter([other]))),
    ]
    found = Plugins(plugins)
    assert found.names == ("alpha", "beta")
    assert found.actor_entries() == [other, ACTOR]


def test_riwaya_register_actors_gives_entries_of_the_registry():
    assert Plugins([("p", make_plugin(riwaya_register_actors=[ACTOR]))]).actor_entries() == [ACTOR]


def test_riwaya_register_outlets_gives_entries_of_the_registry():
    assert Plugins([("p", make_plugin(riwaya_register_outlets=[OUTLET]))]).outlet_entries() == [OUTLET]


def test_riwaya_register_places_gives_entries_of_the_gazetteer():
    assert Plugins([("p", make_plugin(riwaya_register_places=[PLACE]))]).gazetteer_entries() == [PLACE]


def test_riwaya_sentence_vectors_come_from_the_first_plugin_that_has_any():
    plugins = Plugins(
        [
            ("a", make_plugin(riwaya_sentence_vectors=None)),
            ("b", make_plugin(riwaya_sentence_vectors=[(1, 0), (0, 1)])),
            ("c", make_plugin(riwaya_sentence_vectors=[[5], [5]])),
        ]
    )
    assert plugins.sentence_vectors(["one", "two"]) == [[1.0, 0.0], [0.0, 1.0]]


@pytest.mark.parametrize("given", [[[1, 2]], [[1], [1, 2]], [["x"], ["y"]], 7])
def test_vectors_of_the_wrong_number_length_or_kind_are_the_plugins_fault(given):
    with pytest.raises(PluginError, match="Plugin p, riwaya_sentence_vectors"):
        Plugins([("p", make_plugin(riwaya_sentence_vectors=given))]).sentence_vectors(["one", "two"])


def test_riwaya_propose_claims_goes_on_with_the_next_reader_when_one_fails():
    def failing(document):
        yield {"first": True}
        raise KeyError(document.id)

    broken = SimpleNamespace(riwaya_propose_claims=hookimpl(failing))
    plugins = Plugins([("a", broken), ("b", make_plugin(riwaya_propose_claims=[{}]))])
    (first, error), second = plugins.iter_proposals(make_document())
    assert first == "a"
    assert isinstance(error, PluginError)
    assert "Plugin a, riwaya_propose_claims: KeyError" in error.message
    assert second == ("b", {})


def test_without_plugins_there_is_nothing():
    nothing = Plugins()
    assert (nothing.names, nothing.actor_entries(), nothing.sentence_vectors(["x"])) == ((), [], None)
    assert list(nothing.iter_proposals(make_document())) == []


@pytest.mark.parametrize("given", [ValueError("bad"), ["not an actor"], 5])
def test_an_error_names_the_plugin_and_the_hook(given):
    with pytest.raises(PluginError, match="Plugin p, riwaya_register_actors"):
        Plugins([("p", make_plugin(riwaya_register_actors=given))]).actor_entries()


def test_a_hook_that_does_not_exist_is_refused():
    plugin = SimpleNamespace(riwaya_register_dragons=hookimpl(lambda: []))
    with pytest.raises(PluginError, match="riwaya_register_dragons"):
        Plugins([("p", plugin)])


def test_a_hook_with_arguments_it_does_not_have_is_refused():
    plugin = SimpleNamespace(riwaya_propose_claims=hookimpl(lambda letter: []))
    with pytest.raises(PluginError, match="cannot be registered"):
        Plugins([("p", plugin)])


def test_two_plugins_of_one_name_are_refused():
    with pytest.raises(PluginError, match="Two plugins are called p"):
        Plugins([("p", SimpleNamespace()), ("p", SimpleNamespace())])


def test_plugins_can_be_switched_off(monkeypatch):
    assert installed_plugins(enabled=False).names == ()
    monkeypatch.setenv("RIWAYA_PLUGINS", "off")
    assert installed_plugins().names == ()
