"""The brief in one language: what actors, places, kinds and counts are called. The words are data (`tables/report.toml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from riwaya.export.lookup import read_table
from riwaya.export.telling import quoted
from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.called import call_plain, find_country_name, find_registered
from riwaya.lang.titles import load_title_words
from riwaya.model.account import Account, Relation, Toll
from riwaya.model.actor import Actor
from riwaya.model.event import Event
from riwaya.model.place import Place


class Tongue:
    """One of the languages of a brief."""

    def __init__(self, language: str) -> None:
        """Take ar, en or fr."""
        self.language = language
        self.words: Mapping[str, Any] = read_table("report")[language]

    def actor(self, actor: Actor, words: str = "") -> str:
        """Name somebody: as the registry does, else by the words of the text where those are Arabic, else in plain English."""
        return self._by_id(actor.id) or call_plain(self.language, actor.name, words)

    def account(self, account: Account) -> str:
        """Name whose account it is."""
        return self.actor(account.originator, " ".join(account.words.split()))

    def place(self, place: Place) -> str:
        """Name a place."""
        if place.id is not None and place.id.startswith("iso:"):
            return find_country_name(self.language, place.id.removeprefix("iso:"))
        return (_arabic_places().get(place.id or "") if self.language == "ar" else None) or place.name

    def kind(self, event: Event) -> str:
        """Name what happened, as titles do."""
        kinds = load_title_words(self.language).kinds
        return kinds.get(f"{event.type}.{event.subtype}") or kinds.get(event.type) or event.type

    def stance(self, account: Account) -> str:
        """Say where an account stands."""
        return self.words["account_stance"].get(account.stance, account.stance)

    def toll(self, toll: Toll) -> str:
        """Say a toll with its words: ``at least 20 killed of civilians («20 على الأقل»)``."""
        said = self.count(self.bounds(toll.low, toll.high), toll.measure, toll.side)
        return f"{said} ({quoted(toll)})" if toll.words else said

    def count(self, many: str, measure: str, side: Actor | None) -> str:
        """Say a number, given in words, of somebody."""
        form = self.words["toll"]
        what = self.words["measure"].get(measure, measure)
        if side is not None:
            what = form["of"].format(what=what, side=self.actor(side))
        return form["toll"].format(many=many, what=what)

    def bounds(self, low: int | None, high: int | None) -> str:
        """Say two bounds."""
        form = self.words["toll"]
        if low is None and high is None:
            return form["none"]
        if low is not None and low == high:
            return str(low)
        name = "least" if high is None else "most" if low is None else "between"
        return form[name].format(low=low, high=high)

    def relation(self, one: Relation, accounts: Iterable[Account]) -> str:
        """Say between whom a relation is, in which matter, and of which kind."""
        names = {account.id: self.account(account) for account in accounts}
        pair = " / ".join(names.get(key, key) for key in one.between)
        measure, _, side = one.on.partition(" of ")
        known = {**self.words["measure"], **self.words["matter"]}
        matter = known.get(measure.replace(" ", "_")) or known.get(measure, measure)
        if side:
            matter = self.words["toll"]["of"].format(
                what=matter,
                side=self._by_id(side) or names.get(side) or call_plain(self.language, side.replace("-", " ")),
            )
        return f"{pair}: {self.words['relation'].get(one.kind, one.kind)} ({matter})"

    def _by_id(self, id_: str | None) -> str:
        if id_ is None or self.language == "en":
            return ""
        known = find_registered(self.language, id_)
        iso, _, body = id_.partition("-")
        pattern = self.words["body"].get(body, "") if len(iso) == 2 else ""
        return known or pattern.format(country=find_country_name(self.language, iso))


@cache
def _arabic_places() -> dict[str, str]:
    return load_gazetteer().arabic_names()
