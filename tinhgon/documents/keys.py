"""By what documents are told apart: number, issuer and day, however each was typed."""

from __future__ import annotations

import re
from datetime import date

from tinhgon.core.names import fold

_OTHER, _ZEROS = re.compile(r"[^0-9a-z]+"), re.compile(r"^0+(?=\d)")
_YEAR = re.compile(r"^\d+-(?:19|20)\d\d-")
SHORT = (
    ("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("ubkt", "uy ban kiem tra"),
    ("ttcp", "thu tuong chinh phu"), ("tp", "thanh pho"),
)  # fmt: skip


def number_key(number: str) -> str:
    """Give the form by which a number is looked up: “05/QĐ-UBND” and “5 / qd - ubnd” have the same."""
    return _ZEROS.sub("", _OTHER.sub("-", fold(number[:200])).strip("-"))


def bears_its_year(key: str) -> bool:
    """Tell whether a number's key says its year, as those of laws do: no other document ever has the same."""
    return bool(_YEAR.match(key))


def issuer_key(issuer: str) -> str:
    """Give the form by which issuers are compared: no marks, short words written out."""
    words = _OTHER.sub(" ", fold(issuer)).split()
    return " ".join(dict(SHORT).get(word, word) for word in words)


def is_issuer(one: str, other: str) -> bool:
    """Tell whether two names may mean one issuer; where one of them is not known, they may."""
    first, second = issuer_key(one), issuer_key(other)
    return not first or not second or first in second or second in first


def names_one(key: str, day: date | None) -> bool:
    """Tell whether a number and a day are enough to mean one document.

    A number alone is not: 21-NQ/TW of 2017 and 21-NQ/TW of 2022 are two.
    """
    return bool(key) and (day is not None or bears_its_year(key))
