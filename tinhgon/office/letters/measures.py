"""The measures of official documents, each with its source: `measures.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "measures.yaml"
MM = 72 / 25.4  # points in a millimetre


@cache
def measures() -> dict[str, Any]:
    """Read them once."""
    made: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return made


def layout(name: str) -> dict[str, Any]:
    """Give the measures of the state's or the Party's layout."""
    made: dict[str, Any] = measures()["layouts"][name]
    return made
