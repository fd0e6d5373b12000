"""The forms in which titles, numbers and places are compared."""

from __future__ import annotations

import re

from tinhgon.texts.marks import modern
from tinhgon.texts.values import Number

_CAPITAL = r"[A-ZĐÂÊÔƠƯ][^\W\d_]*"
PLACE = re.compile(
    r"(?:tỉnh|thành phố|huyện|xã|phường|Tỉnh ủy|Thành ủy|Đảng bộ tỉnh)"
    rf" ({_CAPITAL}(?:(?: | - |-){_CAPITAL})*)$"
)


def folded(title: str) -> str:
    """Bring a title to the form in which titles are compared."""
    low = " ".join(modern(title).lower().split())
    low = re.sub("nước (?:cộng hòa xã hội chủ nghĩa|chxhcn) việt nam", "", low)
    low = low.replace("đảng cộng sản việt nam", "đảng")
    if low.startswith("nghị quyết đại hội"):
        low = re.sub(r" (?:đại biểu|toàn quốc|lần thứ|của đảng)(?= |$)", "", low)
    return re.sub(r"[^\w]+", " ", low).strip()


def place_of(issuer: str) -> str:
    """Give the place in an issuer's name: Ủy ban nhân dân tỉnh Hậu Giang → Hậu Giang."""
    found = PLACE.search(issuer)
    return found[1] if found else ""


def numbered_name(number: Number) -> str:
    """Give the form in which numbers are compared: without leading noughts, signs or capitals' whims."""
    return f"{number.digits.lstrip('0').lower()}/{number.symbol.replace('/', '-')}"
