"""When two names mean one body."""

from __future__ import annotations

import re
from functools import cache

from tinhgon.texts.bodies import read_bodies
from tinhgon.texts.clean import clean
from tinhgon.texts.marks import modern
from tinhgon.texts.values import Head

SMALL = re.compile(r"^(?:các|những|tất cả|toàn thể) ")
SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "tp": "thành phố",
}


def same_body(one: str, other: str) -> bool:
    """Tell whether two names have the same words, or the same known group."""
    return bool(_forms(one) & _forms(other))


@cache
def _forms(name: str) -> frozenset[str]:
    words = re.sub(r"[^\w]+", " ", modern(name).lower()).split()
    plain = SMALL.sub("", " ".join(SHORT.get(word, word) for word in words))
    found = read_bodies(clean(name), Head())
    codes = {f"group:{body.group}" for body in found if body.group and len(found) == 1}
    return frozenset({plain, *codes})
