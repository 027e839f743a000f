"""Outlets: newspapers, agencies, broadcasters, sites, party media and platforms."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.record import record


@record
class OutletEntry:
    """One row of the outlet registry."""

    id: str
    name: str
    """Canonical English name."""
    kind: str
    """newspaper, news-agency, state-news-agency, broadcaster, news-site, party-media, social-media-platform, magazine."""
    ar: tuple[str, ...] = ()
    """Arabic names that can mean nothing else, the usual one first."""
    ar_weak: tuple[str, ...] = ()
    """Arabic names that are also ordinary words: they count only with a head noun («صحيفة», «وكالة», «قناة» ...)."""
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    country: str = ""
    """ISO 3166-1 alpha-2 of where it is edited; empty for media of groups without a country."""
    domains: tuple[str, ...] = ()
    """Hosts of its pages, without ``www``; a path may follow where outlets share a host."""
    affiliation: str = ""
    """Id of the actor it speaks for; empty when there is none."""

    def actor(self) -> Actor:
        """Give it as the link of a chain."""
        return Actor(id=self.id, name=self.name, kind=self.kind)
