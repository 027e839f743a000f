"""Every word of the interface is in Arabic, English and French; none stands in a template untold to the translators."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from riwaya.lang.lexicon import read_table
from riwaya.lang.plain_french import name_in_french
from riwaya.lang.plain_names import name_plainly
from riwaya.lang.timex_pack import load_table
from riwaya.serve.pages.speech import choose_speech, load_speech
from riwaya.serve.pages.vocabulary import TERMS, term
from tools.catalogues import SERVE, TRANSLATED, extract, file_of

TEMPLATES = sorted((SERVE / "templates").rglob("*.html"))
PLACEHOLDER = re.compile(r"%\(\w+\)s")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TOLD_ATTRIBUTES = re.compile(r'\b(?:aria-label|title|placeholder|alt|data-of|data-note)="([^"{]*)"')


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_with_the_facts_of_the_english_one(language):
    with file_of(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    wanted = {message.id: message for message in extract() if message.id}
    assert {message.id for message in catalogue if message.id} == wanted.keys(), "run `make catalogues`"
    for message in catalogue:
        if not message.id:
            continue
        known = message.id if isinstance(message.id, tuple) else (message.id,)
        given = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(one.strip() for one in given), f"{known[0]!r} has no translation"
        assert len(given) == (catalogue.num_plurals if len(known) > 1 else 1)
        facts = set(PLACEHOLDER.findall(known[-1]))
        # «وثيقتان» tells its number by itself; anything else must be said.
        assert all(facts - {"%(num)s"} <= set(PLACEHOLDER.findall(one)) <= facts for one in given), known[0]


def test_arabic_numbers_take_its_six_forms():
    speech = load_speech("ar")
    said = [speech.say_many("%(num)s document", "%(num)s documents", n, num=n) for n in (0, 1, 2, 3, 11, 100)]
    assert said == ["لا وثائق", "وثيقة واحدة", "وثيقتان", "3 وثائق", "11 وثيقة", "100 وثيقة"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_speaks_for_itself(template):
    source = template.read_text(encoding="utf8")
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.DOTALL)
    said = [found for found in _TOLD_ATTRIBUTES.findall(bare) if _LETTERS.search(found)]
    text = re.sub(r"<[^>]*>", " ", re.sub(r"<kbd>.*?</kbd>", " ", bare))
    # The name of the house and units are the same in every language.
    said += [word for word in _LETTERS.findall(text) if word not in {"رواية"}]
    assert not said, f"{template.name} says {said[:5]} without asking for a translation"


def test_a_language_is_chosen_by_the_person_then_by_the_browser():
    assert choose_speech("fr", "ar").code == "fr"
    assert choose_speech("xx", "de-DE, ar-EG;q=0.8, en;q=0.5").code == "ar"
    assert choose_speech(None, "").code == "en"
    assert choose_speech(None, "ar-!!").code == "ar"


def test_numbers_and_days_are_written_as_the_region_writes_them():
    assert choose_speech(None, "ar-EG").number(1250) == "١٬٢٥٠"
    assert choose_speech(None, "ar-EG").day("2031-03-11") == "١١ مارس ٢٠٣١"
    assert choose_speech(None, "ar-MA").number(14) == "14"
    assert choose_speech(None, "en").day("2031-03-11") == "11 March 2031"
    assert choose_speech(None, "fr").number(1250) == "1\u202f250"


def test_every_term_of_the_ledger_has_words():
    from riwaya.model.account import ACCOUNT_STANCES, RELATION_KINDS, TURNS
    from riwaya.model.attribution import STANCES
    from riwaya.model.figure import MEASURES

    groups = {
        "account_stance": ACCOUNT_STANCES,
        "relation": RELATION_KINDS,
        "turn": TURNS,
        "stance": STANCES,
        "measure": MEASURES,
    }
    for group, values in groups.items():
        assert set(values) <= TERMS[group].keys()
    assert term(load_speech("ar"), "measure", "killed") == "قتلى"
    assert term(load_speech("en"), "channel", "carrier-pigeon") == "carrier pigeon"


def test_styles_know_no_left_and_no_right():
    frontend = Path(__file__).parents[3] / "frontend" / "css"
    physical = re.compile(
        r"(?<![\w-])((?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|(?:text-align|float):\s*(?:left|right))\s*[:;]"
    )
    for file in sorted(frontend.glob("*.css")):
        assert not physical.findall(file.read_text(encoding="utf8")), file.name


def test_plain_names_of_the_unknown_are_said_in_arabic():
    said = {
        "residents": "سكان",
        "security sources": "مصادر أمنية",
        "local radio": "إذاعة محلية",
        "tribal leader": "قيادي قبلي",
        "civil drivers": "سائقون مدنيون",
        "spokesman of Houthi movement": "متحدث باسم الحوثيين",
        "Russian bloggers": "مدونون روسيون",
        "quartz merchants": "",
    }
    for english, arabic in said.items():
        made = name_plainly(english)
        assert made.startswith(arabic), (english, made)
        assert bool(made) == bool(arabic), (english, made)


def test_behind_of_a_plain_arabic_plural_stands_in_the_genitive():
    assert name_plainly("civil drivers", is_owner=True) == "سائقين مدنيين"
    assert name_plainly("residents", is_owner=True) == name_plainly("residents")


def test_plain_names_of_the_unknown_are_said_in_french():
    said = {
        "residents": "habitants",
        "security sources": "sources de sécurité",
        "local radio": "radio locale",
        "a soldier": "soldat",
        "an armed group": "groupe armé",
        "unidentified gunmen": "hommes armés non identifiés",
        "spokesman of residents": "porte-parole d’habitants",
        "spokesman of Mali": "porte-parole de Mali",
        "quartz merchants": "",
        "quartz residents": "",
    }
    assert {english: name_in_french(english) for english in said} == said


def test_the_french_words_for_plain_names_are_whole():
    table = load_table("plain", "fr")
    for part in ("noun", "one"):
        for english, told in table[part].items():
            form, _, words = told.partition(" ")
            assert form in ("m", "f", "mp", "fp"), english
            assert words.strip() == words != "", english
    for english, told in table["adjective"].items():
        parts = told.split(":") if ":" in told else told.split(" ")
        assert len(parts) == 4 or told.startswith(("de ", "du ", "d’")), english
    known = {str(row["en"]) for row in read_table("ar", "people")["noun"]}
    assert set(table["noun"]) - known <= {"victims"}
