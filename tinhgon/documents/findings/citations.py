"""Citations: all places of one document together, and what a person made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tinhgon.documents.findings.plain import day_of, span_of, text_of
from tinhgon.documents.findings.values import OPEN, STATES, Cited

# Where a document is named in several roles, the one that says most holds.
WEIGHT = ("replaces", "amends", "basis", "implements", "cites")
MENDED = ("type", "number", "issuer", "title", "role")


def cited_in(reading: Mapping[str, Any], choices: Mapping[str, Any]) -> list[Cited]:
    """Give the documents that are cited, in the order of the text; codes are c1, c2 …"""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in reading.get("citations") or ():
        groups.setdefault(text_of(row.get("key")) or _key(row), []).append(row)
    return [_cited(f"c{place}", rows, choices) for place, rows in enumerate(groups.values(), start=1)]


def _key(row: Mapping[str, Any]) -> str:
    return "|".join(str(row.get(name) or "") for name in ("type", "number", "issuer", "day", "title"))


def _cited(code: str, rows: Sequence[Mapping[str, Any]], choices: Mapping[str, Any]) -> Cited:
    chosen = choices.get(code) or {}
    fullest = max(rows, key=lambda row: sum(bool(row.get(name)) for name in (*MENDED, "day")))
    roles = {text_of(row.get("role")) for row in rows}
    values = {name: text_of(chosen.get(name, fullest.get(name))) for name in MENDED}
    role = text_of(chosen.get("role")) or next((one for one in WEIGHT if one in roles), "cites")
    state = text_of(chosen.get("state"))
    return Cited(
        code=code, state=state if state in STATES else OPEN, mended=bool(chosen.keys() - {"state"}),
        spans=tuple(span for row in rows if (span := span_of(row.get("span")))),
        words=text_of(rows[0].get("words")), day=day_of(chosen.get("day", fullest.get("day"))),
        **{**values, "role": role if role in WEIGHT else "cites"},
    )  # fmt: skip
