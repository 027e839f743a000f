"""Addresses of the sample ledger's pages, one of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.serve.client import Client


@dataclass(frozen=True)
class Places:
    """Where to look."""

    event: str
    """The ambush that six pages tell of."""
    document: str
    """The page that corrects the toll."""
    claim: str
    """A claim with a figure in that page."""
    place: str
    outlet: str


def find_places(client: Client) -> Places:
    """Find them by what they hold, as ids change with every engine."""
    events = client.get_json("/?limit=200")["events"]
    ambush = max(events, key=lambda one: one["claims"])
    told = client.get_json(f"/events/{ambush['id']}")["claims"]
    corrected = next(one for one in told if one["document"]["name"].startswith("06-"))
    document = client.get_json(f"/documents/{corrected['document']['id']}")
    claim = next(one for one in document["claims"] if one["claim"]["figures"])
    place = next(
        one["place"]["id"] for one in events if one["place"] and str(one["place"]["id"]).startswith("geonames")
    )
    outlet = document["outlet"]["id"] or document["outlet"]["name"]
    return Places(ambush["id"], document["id"], claim["claim"]["id"], quote(place), quote(outlet))
