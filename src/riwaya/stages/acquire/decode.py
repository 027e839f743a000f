"""From bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from riwaya.errors import DocumentBinary
from riwaya.model.record import record

_SAMPLE = 1 << 16
"""Bytes looked at for a decision; enough for steady letter statistics, small enough for any page."""
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"BZh",
          b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"RIFF", b"OggS", b"ID3")  # fmt: skip
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_DECLARED = {
    "windows-1256": "cp1256", "cp1256": "cp1256", "iso-8859-6": "iso8859-6", "windows-1252": "cp1252",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "iso-8859-15": "iso8859-15", "macintosh": "mac-roman",
}  # fmt: skip
_FREQUENT = frozenset("اليمنوترعبةسدفهكقحجأ")
"""The commonest letters of Arabic prose: together about nine tenths of it."""
_LONE = re.compile(r"[\ud800-\udfff]")


@record(kw_only=False)
class Decoded:
    """A text and how it was read."""

    text: str
    encoding: str
    replaced: int = 0
    """How many bytes or letters could not be read and stand as U+FFFD."""


def decode(raw: bytes) -> Decoded:
    """Give the text of ``raw``, letter for letter: no stripping, line ends and a UTF-8 byte-order mark kept.

    Tried in order: byte-order marks, UTF-8, UTF-16 without a mark, a declared 8-bit charset, Windows-1256 where the
    high letters are distributed like Arabic, Windows-1252 where they stand alone between Latin letters, and UTF-8
    with a few broken bytes replaced.

    Raises:
        DocumentBinary: The bytes are not text in any of these.

    Source: Windows-1256 and ISO-8859-6 code pages (Unicode consortium mapping tables); WHATWG encoding labels.
    """
    if raw.startswith(_MAGIC):
        raise DocumentBinary("The input is a binary file.")
    marked = _decode_marked(raw)
    if marked is not None:
        return marked
    sample = raw[:_SAMPLE]
    if _control_share(sample) > 0.01:
        return _decode_utf16(raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_8bit(raw)


def mend_letters(text: str) -> Decoded:
    """Give ``text`` with lone surrogates as U+FFFD, one for one, so that offsets stay."""
    if _LONE.search(text) is None:
        return Decoded(text, "str")
    mended, count = _LONE.subn("\ufffd", text)
    return Decoded(mended, "str", count)


def _decode_marked(raw: bytes) -> Decoded | None:
    if raw.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _decode_or_binary(raw, "utf-32")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_or_binary(raw[: len(raw) // 2 * 2], "utf-16")
    return None


def _decode_or_binary(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken * 20 > len(text):
        raise DocumentBinary(f"The byte-order mark says {encoding}, the bytes do not.")
    return Decoded(text, encoding, broken)


def _control_share(sample: bytes) -> float:
    return (len(sample) - len(sample.translate(None, _CONTROL))) / len(sample) if sample else 0.0


def _decode_utf16(raw: bytes) -> Decoded:
    """Read UTF-16 without a mark: the high byte of every other letter is one of a few values."""
    even = raw[: len(raw) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = even[:_SAMPLE].decode(encoding, "replace")
        if _is_prose(text):
            whole = even.decode(encoding, "replace")
            return Decoded(whole, encoding, whole.count("\ufffd"))
    raise DocumentBinary("The input holds control bytes and is no UTF-16 text.")


def _decode_8bit(raw: bytes) -> Decoded:
    sample = raw[:_SAMPLE]
    patched = raw.decode("utf-8", "replace")
    broken = patched.count("\ufffd")
    if broken * 50 <= sum(1 for c in patched[:_SAMPLE] if c > "\x7f"):
        return Decoded(patched, "utf-8", broken)
    declared = _CHARSET.search(raw[:4096])
    named = _DECLARED.get(declared[1].decode("ascii").lower()) if declared else None
    for encoding in (named, _guess_8bit(sample)):
        if encoding is not None and _is_prose(sample.decode(encoding, "replace")):
            whole = raw.decode(encoding, "replace")
            return Decoded(whole, encoding, whole.count("\ufffd"))
    raise DocumentBinary("The bytes are neither UTF-8 nor an 8-bit encoding of Arabic or Latin text.")


def _guess_8bit(sample: bytes) -> str | None:
    """Choose by letters: Arabic words are runs of high bytes, French accents stand alone."""
    high = sum(1 for b in sample if b >= 0x80)
    if not high:
        return None
    score, encoding = max((_arabic_score(sample, name, high), name) for name in ("iso8859-6", "cp1256"))
    if score >= 0.6:
        return encoding
    alone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff]{1,2}(?![\x80-\xff])", sample))
    return "cp1252" if alone * 2 >= high and high * 3 <= len(sample) else None


def _arabic_score(sample: bytes, encoding: str, high: int) -> float:
    """Give the share of the high bytes that are common Arabic letters inside words."""
    words = re.findall("[\u0621-\u064a]{2,}", sample.decode(encoding, "replace"))
    return sum(1 for word in words for letter in word if letter in _FREQUENT) / high


def _is_prose(text: str) -> bool:
    """Say whether most of ``text`` is letters, digits, spaces and marks of the scripts that news comes in."""
    if not text:
        return False
    good = sum(1 for c in text if _is_common(c))
    control = sum(1 for c in text if c < " " and c not in "\t\n\r\f")
    return good >= 0.9 * len(text) and control * 100 <= len(text)


def _is_common(letter: str) -> bool:
    return (
        (" " <= letter <= "\u024f" and not "\x7f" <= letter <= "\x9f")
        or letter in "\t\n\r\f\ufeff"
        or "\u0370" <= letter <= "\u06ff"
        or "\u0750" <= letter <= "\u077f"
        or "\u2000" <= letter <= "\u20cf"
        or "\ufb50" <= letter <= "\ufefc"
    )  # fmt: skip
