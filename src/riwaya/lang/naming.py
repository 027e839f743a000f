"""The best plain English name for somebody that no registry entry fits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.lang.describe import adjectives, bare, portfolios
from riwaya.lang.lexicon import load_lexicon
from riwaya.lang.normalize import fold_letters
from riwaya.lang.registry import Demonym, load_registry
from riwaya.lang.world import country_body
from riwaya.lang.world_records import load_countries
from riwaya.model.actor import Actor
from riwaya.model.country import Country
from riwaya.model.word import Lexeme

_BELONGING = frozenset({"member", "fighter", "group", "force", "body"})
_OFFICES = frozenset({"spokesman", "leader", "official"})
_STATE_FORCES = ("armed-forces", "police", "security-forces", "intelligence")
_STATE_BODIES = (*_STATE_FORCES, "government")
_ARMED = frozenset("rebel-group separatist-group militant-group militia self-defence-group private-military".split())
_SINGULAR = {"soldiers": "a soldier", "officers": "an officer", "gunmen": "a gunman", "people": "a person"}
_UNNAMED = {"sources": "source", "witnesses": "witness", "eyewitnesses": "eyewitness", "official": "official"}
"""Those who stay without a name, in the singular: their article stands before what describes them."""


def compose_actor(
    lexeme: Lexeme,
    number: str,
    named: Sequence[Actor],
    named_countries: Sequence[str | None],
    words: Sequence[str],
    written: str,
) -> tuple[Actor, str | None]:
    """Give who a noun phrase means, with the country its words tell.

    A name inside decides for members and forces; a nationality makes a national body («جنود ماليين» are the
    Malian Armed Forces); else the head and its adjectives are put into English.

    Args:
        lexeme: The head noun.
        number: sg, du or pl.
        named: Actors that the phrase names, in order.
        named_countries: Their countries.
        words: Folded words after the head.
        written: The phrase as it stands.
    """
    told = load_registry().find_demonyms(words) if words else []
    country = next((d.country for d in told if d.country), None) if told else None
    iso = country.iso if country else next(filter(None, named_countries), None)
    body = _national_body(lexeme, country, words)
    if named and _is_of_another_country(named[0], named_countries[0], iso if country else None):
        named, named_countries = named[1:], named_countries[1:]  # «الجيش» of «الجيش المالي» is nobody else's army
    if named and "media" in lexeme.tags and named[0].kind == "government":
        named, named_countries = [], []  # «صحيفة "بغداد اليوم"»: a paper called after a town is no government
    if named and body is None and named[0].kind == "government":
        body = _body_of_state(lexeme, iso, words)
    if not named and body is None and lexeme.tags & {"member", "fighter"}:
        body = _body_of_members(country, words)
    if named and named[0].kind not in ("government",) and lexeme.tags & _BELONGING:
        return named[0], iso
    if body is not None:
        return body, iso
    if named and lexeme.kind == "person":
        persons = [a for a in named if a.kind in ("person", "head-of-state")]
        if persons:
            return persons[-1], iso
    if named and lexeme.tags & _OFFICES:
        return Actor(id=None, name=f"{lexeme.en} of {named[0].name}", kind="person"), iso
    if named and (
        lexeme.tags & {"group", "body"} or ("thing" in lexeme.tags and named[0].kind in _ARMED and words[:1] != ["من"])
    ):
        return named[0], iso  # «مواقع التنظيم»: what is hit is theirs
    name = _plain(lexeme, number, words, told, written)
    return Actor(id=None, name=name, kind=lexeme.kind or "unknown"), iso


def _is_of_another_country(actor: Actor, home: str | None, told: str | None) -> bool:
    """Say whether a body of one state is named beside the nationality of another."""
    return actor.kind in _STATE_FORCES and None not in (home, told) and home != told


def _body_of_state(lexeme: Lexeme, iso: str | None, words: Sequence[str]) -> Actor | None:
    """«جيش النيجر», «شرطة كينيا»: the force of the country that the words name; a capital («شرطة بغداد») is no country."""
    if iso is None or lexeme.kind not in ("armed-forces", "police"):
        return None
    called, written = _names_of_states().get(iso), " ".join(words)
    if called is None or not any(written == name or written.startswith(f"{name} ") for name in called[1]):
        return None
    return _national_body(lexeme, called[0], words)


@cache
def _names_of_states() -> dict[str, tuple[Country, frozenset[str]]]:
    return {one.iso: (one, frozenset(map(fold_letters, one.ar))) for one in load_countries()}


def _body_of_members(country: Country | None, words: Sequence[str]) -> Actor | None:
    """«عناصر القوات السودانية», «أفراد الشرطة المالية»: the body whose members they are."""
    if country is None or not words:
        return None
    for reading in load_lexicon("ar").readings(words[0]):
        lexeme = reading.lexeme
        if lexeme.table == "people" and lexeme.kind in _STATE_BODIES:
            return _national_body(lexeme, country, words[1:])
    return None


def _national_body(lexeme: Lexeme, country: Country | None, words: Sequence[str]) -> Actor | None:
    if lexeme.kind == "ministry":
        for word in words:
            field = portfolios("ar").get(word if word.startswith("ال") else "ال" + word)
            if field and field.body and country:
                return country_body(country, field.body)
            if field and country is None:
                return Actor(id=None, name=f"Ministry of {field.en}", kind="ministry")
    if country is None:
        return None
    if "army" in lexeme.tags and lexeme.kind == "armed-forces" and "group" not in lexeme.tags | {"group"} - {"group"}:
        return country_body(country, "armed-forces")
    if lexeme.kind in ("armed-forces",) and not any(bare(w) in ("امن", "شرطه") for w in words):
        return country_body(country, "armed-forces")
    if lexeme.kind == "police":
        return country_body(country, "police")
    if lexeme.kind == "government":
        return country_body(country, "government")
    if lexeme.kind == "intelligence":
        return country_body(country, "intelligence")
    return None


def _plain(lexeme: Lexeme, number: str, words: Sequence[str], told: Sequence[Demonym], written: str) -> str:
    head = lexeme.en or written
    one = _UNNAMED.get(head) if number == "sg" else None
    if number == "sg":
        head = _SINGULAR.get(head, head)
    if not words:
        return head if one is None or one == head else _with_article(one)
    known = adjectives("ar")
    parts = [d.adjective for d in told] + [known[stem] for stem in map(bare, words) if stem in known]
    unique = dict.fromkeys([p for p in parts if p])
    if one is not None and (unique or one != head):
        return _with_article(" ".join([*unique, one]))
    return " ".join([*unique, head]) if unique else head


def _with_article(name: str) -> str:
    return f"{'an' if name[0].lower() in 'aeiou' and not name.startswith('Eu') else 'a'} {name}"
