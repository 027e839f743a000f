"""The templates of the desk: where they lie, what they may call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from riwaya.ledger.keys import actor_key
from riwaya.serve.pages import names, vocabulary
from riwaya.serve.pages.assets import load_assets
from riwaya.serve.pages.boundaries import FIRST_BOUNDARIES, Boundaries, find_boundaries
from riwaya.serve.pages.document_page import lay_out_claim, lay_out_document
from riwaya.serve.pages.marks import cut_found
from riwaya.serve.pages.speech import LANGUAGES, Speech
from riwaya.serve.pages.timeline import draw_timeline


def build_environment(boundaries: str = FIRST_BOUNDARIES) -> Environment:
    """Build the templates' environment: everything is escaped, and a name that is none is an error.

    Args:
        boundaries: Name of the set that maps draw; see `riwaya.serve.pages.boundaries`.

    Raises:
        ConfigError: The assets are not built, or there is no such set of boundaries.
    """
    environment = Environment(
        loader=PackageLoader("riwaya.serve", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # Messages take their facts as names, so that a translator may put them in another order.
    cast("Any", environment).newstyle_gettext = True
    shared: dict[str, Any] = cast("Any", environment).globals
    shared |= _WORDS
    shared |= {"asset": load_assets().url, "LANGUAGES": LANGUAGES, "here": _here, "address": _address}
    shared |= {"lay_out_document": lay_out_document, "lay_out_claim": lay_out_claim, "draw_timeline": draw_timeline}
    shared |= {"boundaries": find_boundaries(boundaries), "boundaries_note": _note}
    return environment


@pass_context
def _note(context: Context) -> str:
    shown: Boundaries = context["boundaries"]
    return _speech(context).say(shown.note)


def _speech(context: Context) -> Speech:
    return context["speech"]


@pass_context
def _gettext(context: Context, message: str, /, **facts: Any) -> str:
    return _filled(context, _speech(context).translations.ugettext(message), facts)


@pass_context
def _ngettext(context: Context, one: str, many: str, n: int, /, **facts: Any) -> str:
    speech = _speech(context)
    facts.setdefault("num", n)
    written = {key: speech.number(value) if isinstance(value, int) else value for key, value in facts.items()}
    return _filled(context, speech.translations.ungettext(one, many, n), written)


@pass_context
def _pgettext(context: Context, where: str, message: str, /, **facts: Any) -> str:
    return _filled(context, _speech(context).translations.upgettext(where, message), facts)


def _filled(context: Context, message: str, facts: dict[str, Any]) -> str:
    if context.eval_ctx.autoescape:
        return Markup(message) % facts
    return message % facts


def _spoken(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a template call a function of `Speech` without naming the language."""

    @pass_context
    def call(context: Context, /, *args: Any, **facts: Any) -> Any:
        return function(_speech(context), *args, **facts)

    return call


_CHOICES = ("language", "theme", "format")
"""Parts of an address that a cookie keeps, or that ask for another form: links leave them out."""


@pass_context
def _here(context: Context, /, **changes: Any) -> str:
    """Give the address of this page with some of its query changed; None takes a part out."""
    kept = {key: value for key, value in context["query"].multi_items() if key not in _CHOICES}
    return _address(context["path"], **{**kept, **changes})


def _address(path: str, /, **parts: Any) -> str:
    """Give an address with a query; what is None or empty is left out."""
    query = urlencode({key: _written(value) for key, value in parts.items() if value not in (None, "", False)})
    return f"{path}?{query}" if query else path


def _written(value: Any) -> str:
    if value is True:
        return "1"
    return value.isoformat() if isinstance(value, date) else str(value)


_WORDS: dict[str, Any] = {
    "_": _gettext,
    "gettext": _gettext,
    "ngettext": _ngettext,
    "pgettext": _pgettext,
    "number": _spoken(Speech.number),
    "percent": _spoken(Speech.percent),
    "day": _spoken(Speech.day),
    "days": _spoken(Speech.days),
    "day_of_axis": _spoken(Speech.day_of_axis),
    "moment": _spoken(Speech.moment),
    "join": _spoken(Speech.join),
    "term": _spoken(vocabulary.term),
    "kind_of_event": _spoken(vocabulary.kind_of_event),
    "kind_of_actor": _spoken(vocabulary.kind_of_actor),
    "TERM_CHOICES": _spoken(vocabulary.choices),
    "EVENT_CHOICES": _spoken(vocabulary.event_choices),
    "key_of_actor": actor_key,
    "cut_found": cut_found,
    "written_actor": names.write_actor,
    "REGISTERED": _spoken(names.list_registered),
    "name_actor": _spoken(names.name_actor),
    "name_place": _spoken(names.name_place),
    "name_country": _spoken(names.name_country),
}
