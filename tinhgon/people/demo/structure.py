"""The apparatus as declared in data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@cache
def structure() -> dict[str, Any]:
    """Give what bodies there are, their posts and sizes."""
    found: dict[str, Any] = yaml.safe_load((HERE / "structure.yaml").read_text(encoding="utf-8"))
    return found


@cache
def ranks() -> dict[str, str]:
    """Give the rank with which a post of a title begins, from the register's list of titles."""
    titles = HERE.parents[1] / "register" / "data" / "post_titles.yaml"
    return {one["code"]: one["rank"] for one in yaml.safe_load(titles.read_text(encoding="utf-8"))}


def staff_of(title: str, default: str = "civil_servant") -> str:
    """Give the kind of staff of a title."""
    found: str = structure()["staff"].get(title, default)
    return found
