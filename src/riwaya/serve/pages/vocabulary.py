"""Terms of the ledger in the words of a reader. Each stands here in English; catalogues have the others."""

from __future__ import annotations

from functools import cache

from riwaya.lang.titles import load_title_words
from riwaya.lang.world_rows import load_rows
from riwaya.model.claim import EVENT_TYPES
from riwaya.serve.pages.speech import Speech


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message for the catalogues."""
    return message


TERMS: dict[str, dict[str, str]] = {
    "measure": {
        "killed": N_("killed"),
        "wounded": N_("wounded"),
        "killed_or_wounded": N_("killed or wounded"),
        "captured": N_("captured"),
        "abducted": N_("abducted"),
        "missing": N_("missing"),
        "displaced": N_("displaced"),
        "arrested": N_("arrested"),
        "executed": N_("executed"),
        "freed": N_("freed"),
        "other": N_("other people counted"),
    },
    "account_stance": {
        "perpetrator": N_("says or is said to have done it"),
        "victim": N_("was hit"),
        "party": N_("party to it"),
        "observer": N_("observer"),
        "anonymous": N_("unnamed"),
    },
    "stance": {
        "neutral": N_("says"),
        "assert": N_("asserts"),
        "allege": N_("alleges"),
        "deny": N_("denies"),
        "admit": N_("admits"),
        "accuse": N_("accuses"),
        "warn": N_("warns"),
        "threaten": N_("threatens"),
        "urge": N_("urges"),
        "condemn": N_("condemns"),
        "claim-responsibility": N_("claims responsibility"),
        "refuse": N_("refuses"),
        "doubt": N_("doubts"),
    },
    "relation": {
        "same": N_("Same"),
        "compatible": N_("Both can be right"),
        "number-conflict": N_("Numbers conflict"),
        "responsibility-dispute": N_("Dispute over who did it"),
        "identity-dispute": N_("Dispute over who they were"),
        "denial": N_("Denial"),
        "admission": N_("Admission"),
        "silence": N_("Silence"),
    },
    "turn": {
        "first account": N_("First account"),
        "new party": N_("Another voice"),
        "new figure": N_("New figure"),
        "correction": N_("Corrects itself"),
        "denial": N_("Denies"),
        "admission": N_("Admits"),
    },
    "polarity": {"affirmed": N_("affirmed"), "denied": N_("denied")},
    "certainty": {"stated": N_("stated"), "hedged": N_("hedged"), "unknown": N_("said to be unknown")},
    "precision": {
        "town": N_("town"),
        "district": N_("district"),
        "region": N_("region"),
        "country-part": N_("part of a country"),
        "country": N_("country"),
        "area": N_("wide area"),
        "unknown": N_("unknown"),
    },
    "time_precision": {
        "day": N_("to the day"),
        "days": N_("within these days"),
        "part-of-day": N_("to a part of the day"),
        "week": N_("to the week"),
        "month": N_("to the month"),
        "year": N_("to the year"),
        "decade": N_("to the decade"),
        "unknown": N_("unknown"),
    },
    "place_relation": {
        "in": N_("in"),
        "near": N_("near"),
        "between": N_("between"),
        "on-border": N_("on the border of"),
        "toward": N_("toward"),
        "from": N_("from"),
        "north-of": N_("north of"),
        "south-of": N_("south of"),
        "east-of": N_("east of"),
        "west-of": N_("west of"),
        "northeast-of": N_("north-east of"),
        "northwest-of": N_("north-west of"),
        "southeast-of": N_("south-east of"),
        "southwest-of": N_("south-west of"),
        "outside": N_("outside"),
    },
    "channel": {
        "statement": N_("in a statement"),
        "video": N_("in a video"),
        "audio": N_("in a recording"),
        "interview": N_("in an interview"),
        "social-media": N_("on social media"),
        "press-conference": N_("at a press conference"),
        "phone": N_("by telephone"),
        "report": N_("in a report"),
        "letter": N_("in a letter"),
        "speech": N_("in a speech"),
        "television": N_("on television"),
        "radio": N_("on radio"),
        "website": N_("on a website"),
        "newspaper": N_("in a newspaper"),
    },
    "verdict": {
        "accepted": N_("accepted"),
        "corrected": N_("corrected"),
        "rejected": N_("rejected"),
        "added": N_("added"),
        "open": N_("not reviewed"),
    },
    "role": {
        "reader": N_("Reader"),
        "reviewer": N_("Reviewer"),
        "editor": N_("Editor"),
        "administrator": N_("Administrator"),
    },
    "scope": {
        "read": N_("Read"),
        "ingest": N_("Bring in pages"),
        "review": N_("Review"),
        "correct": N_("Review"),
        "edit": N_("Merge, split and name"),
        "admin": N_("Administer"),
    },
    "basis": {
        "given": N_("given"),
        "metadata": N_("from the page's metadata"),
        "inferred": N_("inferred"),
        "unknown": N_("unknown"),
    },
    "list": {
        "feed": N_("Feed"),
        "sitemap": N_("Sitemap"),
        "index": N_("List of sitemaps"),
        "page": N_("Page with links"),
        "unread": N_("not read yet"),
    },
    "document_role": {"article": N_("Article"), "teaser": N_("Teaser")},
    "judgement": {
        "accept": N_("accepted"),
        "correct": N_("corrected"),
        "reject": N_("rejected"),
        "reset": N_("took the judgement back"),
        "merge": N_("merged events"),
        "split": N_("split an event"),
        "alias": N_("named an actor"),
        "add": N_("added a claim"),
    },
    "action": {
        "ingest": N_("brought in a page"),
        "sighting": N_("met a page again"),
        "failure": N_("could not read a page"),
        "accept": N_("accepted a claim"),
        "correct": N_("corrected a claim"),
        "reject": N_("rejected a claim"),
        "reset": N_("took a judgement back"),
        "merge": N_("merged events"),
        "split": N_("split an event"),
        "alias": N_("named an actor"),
        "add": N_("added a claim"),
        "person": N_("changed an account"),
        "token": N_("made or revoked a token"),
        "link": N_("made a sign-in link"),
        "sign-in": N_("signed in"),
        "sign-out": N_("signed out"),
    },
    "reason": {
        "contested": N_("contested"),
        "new-actor": N_("new actor"),
        "unresolved-place": N_("place not found"),
        "unresolved-time": N_("day not found"),
        "anonymous": N_("unnamed source"),
        "hedged": N_("hedged"),
        "carried-over": N_("carried over"),
    },
    "about": {
        "all": N_("Everything"),
        "contested": N_("Contested"),
        "actors": N_("New actors"),
        "places": N_("Places not found"),
        "evidence": N_("Low evidence"),
    },
    "order": {
        "latest": N_("Latest first"),
        "earliest": N_("Earliest first"),
        "contested": N_("Most contested first"),
    },
    "claim_role": {
        "origin": N_("says it"),
        "relay": N_("passes it on"),
        "agent": N_("does it"),
        "target": N_("suffers it"),
        "counted": N_("is counted"),
    },
    "export": {
        "claims": N_("Claims (CSV)"),
        "accounts": N_("Accounts (CSV)"),
        "ucdp-ged": N_("UCDP GED columns (CSV)"),
        "acled": N_("ACLED columns (CSV)"),
        "airwars": N_("Civilian harm, Airwars-shaped (CSV)"),
        "plover": N_("PLOVER events (JSON Lines)"),
        "geojson": N_("Map (GeoJSON)"),
        "followthemoney": N_("FollowTheMoney entities"),
        "prov": N_("Chains (W3C PROV)"),
        "claimreview": N_("ClaimReview, without a rating"),
        "parquet": N_("Claims (Parquet)"),
        "xlsx": N_("Accounts (Excel workbook)"),
        "datapackage": N_("All tables (data package, zip)"),
    },
    "body": {
        "government": N_("Government (%(country)s)"),
        "armed-forces": N_("Armed forces (%(country)s)"),
        "army": N_("Army (%(country)s)"),
        "air-force": N_("Air force (%(country)s)"),
        "navy": N_("Navy (%(country)s)"),
        "national-guard": N_("National guard (%(country)s)"),
        "border-guard": N_("Border guard (%(country)s)"),
        "security-forces": N_("Security forces (%(country)s)"),
        "police": N_("Police (%(country)s)"),
        "gendarmerie": N_("Gendarmerie (%(country)s)"),
        "intelligence": N_("Intelligence (%(country)s)"),
        "ministry-of-foreign-affairs": N_("Ministry of foreign affairs (%(country)s)"),
        "ministry-of-defence": N_("Ministry of defence (%(country)s)"),
        "ministry-of-interior": N_("Ministry of the interior (%(country)s)"),
        "ministry-of-health": N_("Ministry of health (%(country)s)"),
        "ministry-of-justice": N_("Ministry of justice (%(country)s)"),
        "ministry-of-information": N_("Ministry of information (%(country)s)"),
        "president": N_("Presidency (%(country)s)"),
        "parliament": N_("Parliament (%(country)s)"),
        "judiciary": N_("Judiciary (%(country)s)"),
        "embassy": N_("Embassy (%(country)s)"),
        "state-media": N_("State media (%(country)s)"),
        "people": N_("People (%(country)s)"),
    },
}


def term(speech: Speech, group: str, value: str | None) -> str:
    """Give a term in a language; one that is not in the list (a plugin's) as it stands, none as nothing."""
    if not value:
        return ""
    known = TERMS[group].get(value)
    return speech.say(known) if known else value.replace("-", " ").replace("_", " ")


def choices(speech: Speech, group: str) -> list[tuple[str, str]]:
    """Give the terms of a group for a list to choose from."""
    return [(value, speech.say(message)) for value, message in TERMS[group].items()]


def event_choices(speech: Speech) -> list[tuple[str, str]]:
    """Give the types of happenings for a list to choose from."""
    return [(type_, kind_of_event(speech, type_, None)) for type_ in EVENT_TYPES]


def kind_of_event(speech: Speech, type_: str, subtype: str | None) -> str:
    """Give what an event's kind is called in titles."""
    if type_ == "STATE":
        return speech.say("A state of things")
    kinds = load_title_words(speech.code).kinds
    return kinds.get(f"{type_}.{subtype}") or kinds.get(type_) or (subtype or type_).lower()


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return {str(row["id"]): {code: str(row[code]) for code in ("ar", "en", "fr")} for row in load_rows().rows["kind"]}


def kind_of_actor(speech: Speech, kind: str) -> str:
    """Give what a kind of actor is called: ``militant-group`` is «Militant (jihadist) group»."""
    if kind == "outlet":  # what speaks for itself is no entry of the registry of kinds
        return speech.say("Outlet")
    known = _kinds().get(kind)
    return known[speech.code] if known else kind.replace("-", " ")
