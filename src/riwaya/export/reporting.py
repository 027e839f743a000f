"""A brief of one event or several for an editor: accounts, numbers by a policy, relations, chains, days, place, sources. One file, offline."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from riwaya import __version__
from riwaya.errors import ExportInvalid, RendererMissing
from riwaya.export.drawing import draw_chains, draw_map, draw_timeline
from riwaya.export.extras import load_extra
from riwaya.export.happening import Happening, Setting, make_happening, most_of
from riwaya.export.options import Options, Wanted
from riwaya.export.redaction import Redactor, find_redactor
from riwaya.export.telling import day_of, headline_of, outlet_of
from riwaya.export.tongue import Tongue
from riwaya.ledger.stream import streaming
from riwaya.ledger.view import View
from riwaya.model.account import Account
from riwaya.model.place import Place
from riwaya.model.reduction import Cell, Policy
from riwaya.stages.reconcile import DEFAULT_POLICY, find_policy

LANGUAGES = ("ar", "en", "fr")
FORMS = ("html", "md", "pdf")
MOST_EVENTS = 200
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_TIMEOUT = 60


def report(
    view: View,
    wanted: Wanted,
    *,
    form: str = "html",
    language: str = "en",
    policy: str = DEFAULT_POLICY,
    redaction: str | None = None,
) -> bytes:
    """Give a brief of the events that are wanted.

    Args:
        view: Of the ledger.
        wanted: Which events, 200 at most.
        form: html, md or pdf.
        language: ar, en or fr. Words of pages stay as they are.
        policy: By which the accounts are made into numbers.
        redaction: A profile of what is withheld; nothing is where it is None.

    Raises:
        ExportInvalid: There is no such form, language or profile, no such event, or too many.
        ExportExtraMissing: Jinja is not installed.
        RendererMissing: There is no browser that makes PDF, or it failed.
    """
    if form not in FORMS or language not in LANGUAGES:
        raise ExportInvalid(
            f"There is no brief as {form} in {language}.", hint="Forms: html, md, pdf. Languages: ar, en, fr."
        )
    rule, _ = find_policy(policy)
    redactor = find_redactor(redaction)
    with streaming(view.engine) as stream:
        state = stream.state()
        setting = Setting(options=Options(redaction=redaction), policy=policy, at=state.at)
        kept = list(stream.events(wanted.for_events(), min(wanted.limit or MOST_EVENTS + 1, MOST_EVENTS + 1)))
        if not kept or len(kept) > MOST_EVENTS:
            raise ExportInvalid(
                f"{'More than 200' if kept else 'No'} events are asked for.",
                hint="Say which: an id, or a narrower filter.",
            )
        happenings = [make_happening(one, setting, redactor) for one in kept]
    tongue = Tongue(language)
    briefs = [_brief(one, tongue) | _rule(rule, policy, language) for one in happenings]
    page = _render("md" if form == "md" else "html", briefs=briefs, w=tongue.words, language=language,
                   withheld=_withheld(redactor, tongue), ledger=state.digest, version=__version__)  # fmt: skip
    page = tongue.withheld(page) if redactor else page
    return make_pdf(page) if form == "pdf" else page.encode("utf8", "replace")


def make_pdf(page: str) -> bytes:
    """Print a page as PDF, with the browser that RIWAYA_BROWSER names, else one that is found.

    Raises:
        RendererMissing: There is none, or it failed.
    """
    browser = os.environ.get("RIWAYA_BROWSER") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        raise RendererMissing("No browser is found that makes PDF.")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf8", errors="replace")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/profile",
                   f"--print-to-pdf={target}", source.as_uri()]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RendererMissing(f"{browser} does not make PDF: {error}.") from error
        if not target.is_file():
            raise RendererMissing(f"{browser} does not make PDF: it left with status {done.returncode}.")
        return target.read_bytes()


def _withheld(redactor: Redactor | None, tongue: Tongue) -> str:
    """Say by which profile something is withheld; nothing where nothing is."""
    if redactor is None:
        return ""
    rule = getattr(redactor.profile.rule, tongue.language)
    return str(tongue.words["withheld_by"]).format(profile=redactor.profile.id, rule=rule)


def _rule(rule: Policy, policy: str, language: str) -> dict[str, str]:
    told = {"policy_name": rule.name, "rule": rule.rule, "limits": rule.limits}
    return {"policy": policy} | {name: getattr(words, language) for name, words in told.items()}


def _brief(one: Happening, tongue: Tongue) -> dict[str, Any]:
    event = one.event
    days = " … ".join(dict.fromkeys(str(day) for day in (one.start, one.end) if day))
    accounts = one.found.accounts
    place = tongue.place(event.place, _place_words(one, event.place)) if event.place else tongue.words["no_place"]
    return {
        "id": event.id,
        "title": getattr(event.title, tongue.language) if event.title else event.id,
        "kind": tongue.kind(event),
        "days": days or tongue.words["no_day"],
        "place": place,
        "origins": one.found.independent_origins,
        "accounts": [
            {"name": tongue.account(account), "stance": tongue.stance(account), "says": [tongue.toll(toll) for toll in account.tolls], "denies": bool(account.denies)}
            for account in accounts
        ],
        "cells": [_cell(cell, tongue, accounts) for cell in one.reduced.cells] if one.reduced else [],
        "grade": tongue.words["grade"].get(one.reduced.grade, "") if one.reduced and one.reduced.grade else "",
        "grade_why": tongue.reason(one.reduced.reason, one.reduced.why, accounts) if one.reduced else "",
        "relations": [
            {"said": tongue.relation(r, accounts), "why": tongue.reason(r.reason, r.why, accounts)}
            for r in one.found.relations
            if r.kind not in ("same", "compatible", "silence")
        ],
        "timeline": _safe(draw_timeline(one, title=tongue.words["timeline"], call=tongue.account)),
        "chains": _safe(draw_chains(one, title=tongue.words["chains"], call=tongue.account, relay=tongue.actor, is_right_to_left=tongue.language == "ar")),
        "map": _safe(draw_map(one, title=tongue.words["map"], call=lambda _: place)),
        "sources": [
            {"outlet": outlet_of(kept), "day": day_of(kept), "headline": headline_of(kept), "url": _web(kept.url), "digest": kept.raw_digest}
            for kept in one.documents
        ],
    }  # fmt: skip


def _place_words(one: Happening, place: Place) -> str:
    """Give the words of a text that name the event's place; the first claim's that has it, empty where none has."""
    told = (kept for kept in one.claims if kept.claim.place is not None and kept.claim.place.place.name == place.name)
    return next((" ".join(kept.claim.place.span.of(kept.text).split()) for kept in told if kept.claim.place), "")


def _cell(cell: Cell, tongue: Tongue, accounts: Iterable[Account]) -> dict[str, str]:
    many = str(cell.best) if cell.best is not None else tongue.bounds(cell.low, cell.high)
    if cell.best is None and cell.high is None and cell.low is not None and most_of(cell) > cell.low:
        least = tongue.words["toll"]["least"].format(low=most_of(cell))
        many = tongue.words["toll"]["between"].format(low=cell.low, high=least)
    return {"said": tongue.count(many, cell.measure, cell.side), "why": tongue.reason(cell.reason, cell.why, accounts)}


def _web(url: str | None) -> str:
    """Give an address that may be a link: of the web, or nothing."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def _safe(svg: str) -> Any:
    return load_extra("markupsafe", "report").Markup(svg)


def _render(form: str, **told: Any) -> str:
    return _environment().get_template(f"brief.{form}.j2").render(**told)


@cache
def _environment() -> Any:
    jinja = load_extra("jinja2", "report")
    found = jinja.Environment(
        loader=jinja.PackageLoader("riwaya.export"), autoescape=_is_html, undefined=jinja.StrictUndefined
    )
    found.filters["md"] = _escape_markdown
    found.filters["ltr"] = _keep_left_to_right
    return found


def _is_html(name: str | None) -> bool:
    return name is not None and name.endswith(".html.j2")


def _keep_left_to_right(words: str) -> str:
    """Give a date that stands the right way round beside Arabic letters; Markdown has no other means than marks."""
    return f"\u2066{words}\u2069" if words else words


def _escape_markdown(words: object) -> str:
    """Give words on one line in which no mark means anything, HTML neither."""
    line = " ".join(str(words).split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]|#])", r"\\\1", line)
