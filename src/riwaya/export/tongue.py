"""The brief in one language: what actors, places, kinds and counts are called. The words are data (`tables/report.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from riwaya.export.lookup import read_table
from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.called import call_plain, find_country_name, find_registered
from riwaya.lang.titles import load_title_words, say_between
from riwaya.model.account import Account, Relation, Toll
from riwaya.model.actor import Actor
from riwaya.model.event import Event
from riwaya.model.place import Place
from riwaya.model.reason import Named, Quoted, Reason
from riwaya.stages.reconcile import LISTED, Part, is_without_figure

_WITHHELD = re.compile(r"(\\?\[)(name|source|place) withheld( \d+)?(\\?\])")
"""The labels of `riwaya.export.redaction`, in Markdown with its escapes."""
_HIDDEN = re.compile(r"withheld(?:[- ](\d+))?")
"""A name that was its own key, withheld."""


class Tongue:
    """One of the languages of a brief."""

    def __init__(self, language: str) -> None:
        """Take ar, en or fr."""
        self.language = language
        self.words: Mapping[str, Any] = read_table("report")[language]

    def actor(self, actor: Actor, words: str = "") -> str:
        """Name somebody: as the registry does, else by the words of the text where those are Arabic, else in plain English."""
        return self._by_id(actor.id) or self._plain(actor.name, words)

    def account(self, account: Account) -> str:
        """Name whose account it is."""
        return self.actor(account.originator, " ".join(account.words.split()))

    def place(self, place: Place, words: str = "") -> str:
        """Name a place; what lies between two, in Arabic, by the words of a text."""
        if place.relation == "between" and place.id is None:
            return words if self.language == "ar" and words else say_between(self.language, place.name)
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
        form = self.words["toll"]
        if is_without_figure(toll):
            said = form["losses_of"].format(side=self._side(toll.side)) if toll.side else form["losses"]
        else:
            said = self.count(self.bounds(toll.low, toll.high), toll.measure, toll.side)
        return f"{said} ({self._quoted(toll.words)})" if toll.words else said

    def count(self, many: str, measure: str, side: Actor | None) -> str:
        """Say a number, given in words, of somebody."""
        form = self.words["toll"]
        what = self._measure(measure, many)
        if side is not None:
            what = form["of"].format(what=what, side=self._side(side))
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
            form = self.words["toll"]["identity" if measure == "identity" else "of"]
            name = self._by_id(side) or names.get(side) or self._plain(side.replace("-", " "), is_owner=True)
            matter = form.format(what=matter, side=name)
        return f"{pair}{self.words['toll']['colon']}{self.words['relation'].get(one.kind, one.kind)} ({matter})"

    def reason(self, reason: Reason | None, english: str, accounts: Iterable[Account]) -> str:
        """Say why, with the originators called as elsewhere in the brief; the English sentence where there is no other."""
        if self.language == "en" or reason is None:
            return english
        names = {account.id: self.account(account) for account in accounts}
        form = self.words["toll"]
        told = {
            name: form["comma" if name in LISTED else "and"].join(self._part(one, names) for one in held)
            for name, held in reason.parts
        }
        return self.words["reason"][reason.rule].format(**told)

    def withheld(self, page: str) -> str:
        """Put what stands in place of withheld words into the language, wherever it stands in a page."""
        words = self.words["withheld"]
        return _WITHHELD.sub(lambda hit: f"{hit[1]}{words[hit[2]]}{hit[3] or ''}{hit[4]}", page)

    def _part(self, part: Part, names: Mapping[str, str]) -> str:
        if isinstance(part, int):
            return str(part)
        if isinstance(part, Quoted):
            return self._quoted(part.words)
        if isinstance(part, Named):
            return self._by_id(part.key) or names.get(part.key) or self._plain(part.name)
        form = self.words["toll"]
        is_open = part.low is None and part.high is None
        many = form["unknown"] if is_open else self.bounds(part.low, part.high)
        if part.about:
            many = form["about"].format(many=many)
        what = self._measure(part.measure, many) if part.measure else ""
        if part.of is not None:
            of = self._part(part.of, names)
            what = form["of"].format(what=what, side=of) if what else of
        return form["inline"].format(many=many, what=what) if what else many

    def _quoted(self, words: Iterable[str]) -> str:
        """Quote words of a page; beside Latin letters each stands in its own direction."""
        form = "«{}»" if self.language == "ar" else "\u2068«{}»\u2069"
        return self.words["toll"]["comma"].join(form.format(" ".join(one.split())) for one in words)

    def _measure(self, measure: str, many: str) -> str:
        """Name a measure; one alone in the singular, where the language has one."""
        held = self.words["measure"].get(measure, measure)
        return self.words.get("measure_of_one", {}).get(measure, held) if many == "1" else held

    def _side(self, side: Actor) -> str:
        """Name who is counted; a plain Arabic plural stands in the genitive."""
        return self._by_id(side.id) or self._plain(side.name, is_owner=True)

    def _plain(self, name: str, words: str = "", *, is_owner: bool = False) -> str:
        if hidden := _HIDDEN.fullmatch(name):
            return f"[source withheld{f' {hidden[1]}' if hidden[1] else ''}]"
        return call_plain(self.language, name, words, is_owner=is_owner)

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
