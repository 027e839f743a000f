"""Is a page worth reading: told from its bytes, before anything dear is done with it.

Of the web's news a few in a hundred are Arabic. The rest is passed over in some microseconds by the bytes that its letters
would have; what is left is decoded, its markup taken out roughly, and given to `find_language`, which also tells Persian,
Urdu and Kurdish apart. A page is only passed over when hardly any Arabic stands on it: an Arabic article under English menus is
read.
"""

from __future__ import annotations

import html
import re

from riwaya.errors import DocumentBinary
from riwaya.stages.acquire.decode import decode
from riwaya.stages.acquire.language import find_language

FEW_LETTERS = 20
"""Fewer Arabic letters are the name of a language in a menu."""
LEAST_LETTERS = 200
"""Arabic letters that stand to be read where others are in the majority: two sentences."""
_UTF8_LEADS = bytes(range(0xD8, 0xDC))
_NUMBERED = re.compile(rb"&#(?:x0?6|1[5-7]\d\d;)", re.IGNORECASE)
_MARKUP = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u0750-\u077f]+")
_MOST = 2_000_000
"""Bytes looked at; what is longer is no news page, and its head tells enough."""


def find_page_language(raw: bytes) -> str:
    """Give the language of most of a page: ``ar`` also where Arabic is the smaller part, but there to be read.

    Returns:
        As `riwaya.stages.acquire.language.find_language`; ``und`` for what is no text, and ``other`` for what holds no
        Arabic and was not looked at closer.
    """
    sample = raw[:_MOST]
    if not _may_be_arabic(sample):
        return "other"
    try:
        text = decode(sample).text
    except DocumentBinary:
        return "und"
    if "<" in text:
        text = html.unescape(_MARKUP.sub(" ", text))
    told = find_language(text)
    if told in ("ar", "fa", "ur", "ckb"):
        return told
    # Other letters are in the majority: menus, scripts, another language beside. Which Arabic script is it?
    letters = len(text) - len(_ARABIC.sub("", text))
    return find_language(" ".join(_ARABIC.findall(text))) if letters >= LEAST_LETTERS else told


def _may_be_arabic(raw: bytes) -> bool:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:200]:
        return True  # UTF-16: decoding tells
    leads = len(raw) - len(raw.translate(None, _UTF8_LEADS))
    if leads >= FEW_LETTERS or len(_NUMBERED.findall(raw)) >= FEW_LETTERS:
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        high = len(raw) - len(raw.translate(None, bytes(range(0xC0, 0x100))))
        return high >= FEW_LETTERS  # an 8-bit encoding may be Windows-1256
    return False
