"""Words and codes of kinds of units, as the data file of kinds has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import yaml

from tinhgon.register.actions.importing import DATA


@cache
def other_words() -> dict[str, tuple[str, ...]]:
    """Give the other words for kinds of units that lists use."""
    return {one["code"]: tuple(one["types"]) for one in _kinds()}


@cache
def prefixes() -> Mapping[str, str]:
    """Give the word that stands before the name of a unit, by kind."""
    return {one["code"]: one["prefix"] for one in _kinds() if one["prefix"]}


@cache
def widths() -> Mapping[str, int]:
    """Give how many digits the national code of a kind has."""
    return {one["code"]: {1: 2, 2: 3, 3: 5}[one["level"]] for one in _kinds() if one["level"]}


def _kinds() -> Iterable[dict[str, Any]]:
    read: Iterable[dict[str, Any]] = yaml.safe_load((DATA / "kinds.yaml").read_text(encoding="utf-8"))
    return read
