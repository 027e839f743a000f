"""Secrets: made at random, kept only as digests; passwords as Argon2.

Source:
    Argon2id with the parameters of RFC 9106 (pwdlib); one-time codes of RFC 6238 (pyotp).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from functools import cache
from typing import TYPE_CHECKING

from riwaya.errors import DeskMissing, PersonInvalid

if TYPE_CHECKING:
    from pwdlib import PasswordHash

MIN_LETTERS = 12
"""Of a password: length is what counts."""
MAX_LETTERS = 256
"""More would only be work for the server."""
TOKEN_START = "rwy_"
_STEP = 30
"""Seconds for which a one-time code holds."""


def new_secret(start: str = "") -> str:
    """Give 256 random bits as letters that fit an address."""
    return start + secrets.token_urlsafe(32)


def new_id(prefix: str) -> str:
    """Give an id for what passes: sessions and tokens have no content that could name them."""
    return f"{prefix}_{secrets.token_hex(8)}"


def digest(secret: str) -> str:
    """Give what is kept of a secret. It has 256 random bits, so that one round of SHA-256 is enough."""
    return hashlib.sha256(secret.encode("utf8", "surrogatepass")).hexdigest()


@cache
def _hasher() -> PasswordHash:
    try:
        from pwdlib import PasswordHash
    except ModuleNotFoundError as error:
        raise DeskMissing("The packages of the desk are not installed.") from error
    return PasswordHash.recommended()


def hash_password(password: str) -> str:
    """Give the Argon2 hash of a password.

    Raises:
        PersonInvalid: It is too short or too long.
    """
    if not MIN_LETTERS <= len(password) <= MAX_LETTERS:
        raise PersonInvalid(f"A password has {MIN_LETTERS} to {MAX_LETTERS} letters.")
    return _hasher().hash(password)


def fits_password(password: str, known: str | None) -> bool:
    """Say whether a password is the one of a hash; with no hash as much work is done, and the answer is no."""
    if len(password) > MAX_LETTERS:
        return False
    fits = _hasher().verify(password, known or _decoy())
    return fits and known is not None


@cache
def _decoy() -> str:
    return _hasher().hash(secrets.token_urlsafe(16))


def new_totp() -> str:
    """Give a secret for a second factor."""
    import pyotp

    return pyotp.random_base32()


def totp_address(secret: str, name: str) -> str:
    """Give the ``otpauth://`` address that an authenticator takes."""
    from pyotp.totp import TOTP

    return TOTP(secret).provisioning_uri(name=name, issuer_name="Riwaya")


def find_totp_step(secret: str, code: str, after: int | None) -> int | None:
    """Give the time step for which a code is right, now or one step beside; None where it is not, or was used.

    Args:
        secret: Of the person.
        code: Six digits.
        after: The last step that was used.
    """
    from pyotp.totp import TOTP

    given = "".join(code.split())
    now = int(time.time()) // _STEP
    for step in (now, now - 1, now + 1):
        right = TOTP(secret).generate_otp(step)
        if hmac.compare_digest(right.encode(), given.encode("utf8", "replace")) and (after is None or step > after):
            return step
    return None
