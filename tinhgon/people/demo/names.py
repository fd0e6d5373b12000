"""Names by weight: common surnames and given names of the south, put together by chance."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tinhgon.core.names import fold
from tinhgon.people.demo.chance import Chance, Urn

KINH, KHMER, HOA = "Kinh", "Khmer", "Hoa"
# Shares of the story, not of any census: a few more Khmer names in the province of Sóc Trăng.
SHARES = {"94": (0.14, 0.03), "93": (0.02, 0.01), "92": (0.02, 0.01)}
PLAIN = {"male": "Văn", "female": "Thị"}  # the middle names that most bore who are older now


@cache
def lists() -> dict[str, Any]:
    """Give the lists that the story draws from."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))
    return found


@cache
def refused() -> frozenset[str]:
    """Give the names of well-known leaders, folded: nobody in the story bears one."""
    return frozenset(map(fold, lists()["refused"]))


def ethnic_group(chance: Chance, province: str) -> str:
    """Draw an ethnic group of the region."""
    khmer, hoa = SHARES[province]
    if chance.happens(khmer):
        return KHMER
    return HOA if chance.happens(hoa) else KINH


def full_name(chance: Chance, *, sex: str, group: str, plain: float) -> str:
    """Put a name together; `plain` is how often the middle name is the plain one of old."""
    while True:
        given = chance.one(lists()[sex])
        if chance.happens(plain):
            given = f"{PLAIN[sex]} {given.split()[-1]}"
        name = f"{chance.weighed(_surnames(group))} {given}"
        if fold(name) not in refused() and len(set(name.split())) == len(name.split()):
            return name


@cache
def _surnames(group: str) -> Urn:
    return Urn(lists()[{KINH: "surnames", KHMER: "khmer", HOA: "hoa"}[group]])
