"""Inflect our own verbs and nouns into all their written forms (unvowelled, folded).

Lemmatisers miss the very words that this project lives on (زعمت, نفت, تبنت, وخطفوا: design, components study),
so the packs name a verb by its past and present and this module writes the rest. Spelling decides the class: a
past in ا or ى is defective, one with ا before its last letter is hollow.

Source: any grammar of written Arabic; here Ryding, A Reference Grammar of Modern Standard Arabic, ch. 21-31.
"""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.normalize import fold_letters

SHORT = "short-present"
"""The shape of jussives that are written shorter («لم يقم», «لم ينف»): forms of other verbs look like them."""
Form = tuple[str, str, str, str, int]
"""(folded form, shape, number, gender, person)"""


def iter_verb(past: str, present: str) -> Iterator[Form]:
    """Give the forms of a verb from its third person masculine past and present."""
    yield from _past(fold_letters(past), written=past)
    yield from _present(fold_letters(present))


def _past(form: str, *, written: str) -> Iterator[Form]:
    shape = "past"
    yield form, shape, "sg", "m", 3
    if written[-1] in "اىي" and len(form) > 2:
        stem = form[:-1]
        link = "و" if written[-1] == "ا" and len(form) == 3 else "ي"
        yield stem + "ت", shape, "sg", "f", 3
        yield stem + "وا", shape, "pl", "m", 3
        yield stem + link + "ا", shape, "du", "m", 3
        yield stem + "تا", shape, "du", "f", 3
        yield stem + link + "ت", shape, "sg", "", 1
        yield stem + link + "نا", shape, "pl", "", 1
        if written[-1] == "ي":
            yield stem + "ين", shape, "pl", "f", 3  # «لقين»
        return
    yield form + "ت", shape, "sg", "f", 3
    yield form + "وا", shape, "pl", "m", 3
    yield form + "ا", shape, "du", "m", 3
    yield form + "تا", shape, "du", "f", 3
    short = form[:-2] + form[-1] if len(form) > 2 and form[-2] == "ا" else form
    yield short + "ت", shape, "sg", "", 1
    yield short + "نا", shape, "pl", "", 1
    yield short + "ن", shape, "pl", "f", 3


def _present(form: str) -> Iterator[Form]:
    if len(form) < 3:
        return
    stem, shape = form[1:], "present"
    short = stem[:-1] if stem[-1] in "ويا" else stem
    hollow = stem[:-2] + stem[-1] if len(stem) > 2 and stem[-2] in "ويا" else ""
    for prefix, number, gender, person in (
        ("ي", "sg", "m", 3), ("ت", "sg", "f", 3), ("ن", "pl", "", 1),
    ):  # fmt: skip
        yield prefix + stem, shape, number, gender, person
        if short != stem:
            yield prefix + short, SHORT, number, gender, person
        if hollow:
            yield prefix + hollow, SHORT, number, gender, person
    for ending, number in (("ون", "pl"), ("وا", "pl"), ("ان", "du"), ("ا", "du")):
        base = short if number == "pl" else stem
        yield "ي" + base + ending, shape, number, "m", 3
        yield "ت" + base + ending, shape, number, "f", 3


def iter_noun(singular: str, plurals: tuple[str, ...] = (), *, shape: str = "noun") -> Iterator[Form]:
    """Give the forms of a noun or participle: accusative, dual, construct, feminine and plurals.

    Args:
        singular: As in a dictionary.
        plurals: Written plurals; «ون», «ات» and «ين» may be given as endings of the singular.
        shape: noun, masdar, active or passive.
    """
    form = fold_letters(singular)
    feminine = singular[-1] in "ةه" and len(form) > 2
    gender = "f" if feminine else "m"
    yield form, shape, "sg", gender, 3
    open_form = form[:-1] + "ت" if feminine else form
    if feminine:
        yield open_form, shape, "sg", gender, 3
        if singular[-1] == "ه":  # «مشتبه» ends in a letter of its own
            yield form + "ا", shape, "sg", "m", 3
    elif form[-1] not in "اي" or (form[-1] == "ي" and singular[-1] in "يئ"):  # «جنديا», «لاجئا»
        yield form + "ا", shape, "sg", gender, 3
    for ending in ("ان", "ين", "ي" if not feminine else "ا", "ا" if feminine else "ان"):
        if ending == "ي":
            continue
        number = "pl" if ending == "ين" and "ون" in plurals else "du"
        yield open_form + ending, shape, number, gender, 3
    if feminine:
        yield open_form + "ي", shape, "du", gender, 3
    for plural in plurals:
        yield from _plural(form, open_form, plural, shape)


def _plural(form: str, open_form: str, plural: str, shape: str) -> Iterator[Form]:
    if plural == "ون":
        for ending in ("ون", "ين", "و", "ي"):
            yield form + ending, shape, "pl", "m", 3
    elif plural == "ات":
        base = open_form[:-1] if open_form[-1] == "ت" and form[-1] == "ه" else form
        yield base + "ات", shape, "pl", "f", 3
    else:
        written = fold_letters(plural)
        yield written, shape, "pl", "m", 3
        if written[-1] == "ه":
            yield written[:-1] + "ت", shape, "pl", "m", 3
        elif written[-1] not in "اي" and not written.endswith("ات"):
            yield written + "ا", shape, "pl", "m", 3


def iter_participle(singular: str, shape: str) -> Iterator[Form]:
    """Give masculine, feminine, dual and sound plural forms of a participle."""
    form = fold_letters(singular)
    yield from ((f, shape, n, "m", 3) for f, n in (
        (form, "sg"), (form + "ا", "sg"), (form + "ان", "du"), (form + "ين", "pl"), (form + "ون", "pl"),
    ))  # fmt: skip
    yield from ((f, shape, n, "f", 3) for f, n in (
        (form + "ه", "sg"), (form + "تان", "du"), (form + "تين", "du"), (form + "ات", "pl"),
    ))  # fmt: skip
