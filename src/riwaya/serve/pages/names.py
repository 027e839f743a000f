"""Names of actors and places in the language of the reader; the name that the ledger keeps where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.called import call_plain, find_registered
from riwaya.lang.world_records import load_actors, load_outlets
from riwaya.model.actor import Actor
from riwaya.serve.pages.speech import FIRST, Speech, load_speech
from riwaya.serve.pages.vocabulary import TERMS


def name_actor(speech: Speech, id_: str | None, name: str, words: str = "") -> str:
    """Give what to call somebody.

    Args:
        speech: In which language.
        id_: Registry id; None for somebody no entry fits.
        name: The plain English name.
        words: The words that name them in the text, for a reader of Arabic where no entry fits.
    """
    if id_ is not None:
        known = find_registered(speech.code, id_)
        if known:
            return known
        body = _name_body(speech, id_)
        if body:
            return body
    return call_plain(speech.code, name, words)


def list_registered(speech: Speech) -> tuple[tuple[str, str], ...]:
    """Give id and name of every registered actor, for a list to choose from, by name."""
    return _registered(speech.code)


@cache
def _registered(language: str) -> tuple[tuple[str, str], ...]:
    speech = load_speech(language)
    named = [(entry.id, name_actor(speech, entry.id, entry.name)) for entry in (*load_actors(), *load_outlets())]
    return tuple(sorted(named, key=lambda pair: (pair[1].casefold(), pair[0])))


def _name_body(speech: Speech, id_: str) -> str:
    """Give the name of a body of a state (``ml-armed-forces``) in the other languages; empty for anybody else."""
    iso, _, body = id_.partition("-")
    message = TERMS["body"].get(body)
    if message is None or len(iso) != 2 or speech.code == FIRST:
        return ""
    return speech.say(message, country=name_country(speech, iso))


def write_actor(actor: Actor | None) -> str:
    """Give an actor as a correction writes it: ``id:name``, the name alone where no entry fits, empty for none."""
    if actor is None:
        return ""
    return f"{actor.id}:{actor.name}" if actor.id else f":{actor.name}"


def name_country(speech: Speech, iso: str | None) -> str:
    """Give the name of a country by its ISO code; the code itself for one that is not known, empty for none."""
    if not iso:
        return ""
    territories: Mapping[str, str] = cast("Any", speech.locale).territories
    return territories.get(iso.upper(), iso)


def name_place(speech: Speech, id_: str | None, name: str, words: str = "") -> str:
    """Give what to call a place: by the gazetteer in Arabic, else by the words of the text, else its usual name."""
    if id_ is not None and id_.startswith("iso:"):
        return name_country(speech, id_[4:])
    if speech.code == "ar":
        known = _places().get(id_ or "")
        return known or words or name
    return name


@cache
def _places() -> dict[str, str]:
    return load_gazetteer().arabic_names()
