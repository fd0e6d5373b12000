"""Single values of the book from what stands in a file that the schema has passed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinhgon.core.rulebook import Asked, Dated, Document, Figure, Source, Status, Worded
from tinhgon.core.rulebook.figures import Rival


def worded(raw: Mapping[str, str]) -> Worded:
    """Make a text in both languages."""
    return Worded(raw["vi"], raw["en"])


def worded_all(raw: Mapping[str, Mapping[str, str]]) -> dict[str, Worded]:
    """Make texts by their keys."""
    return {key: worded(one) for key, one in raw.items()}


def asked(raw: Mapping[str, Any]) -> Asked:
    """Make a group of facts that are asked for together."""
    return Asked(worded(raw["title"]), {name: _maybe(hint) for name, hint in raw["facts"].items()})


def document(key: str, raw: Mapping[str, Any]) -> Document:
    """Make a document."""
    lists = {name: tuple(raw.get(name, ())) for name in ("replaces", "amends", "read")}
    return Document(key=key, **{**raw, **lists, "title": worded(raw["title"])})


def figure(raw: Mapping[str, Any]) -> Figure:
    """Make a figure; its values newest first, as a look-up wants them."""
    values = (_dated(raw["id"], since, one) for since, one in raw["values"].items())
    return Figure(
        id=raw["id"],
        title=worded(raw["title"]),
        values=tuple(sorted(values, key=lambda value: value.since, reverse=True)),
        unit=_maybe(raw.get("unit")),
        note=_maybe(raw.get("note")),
        reference=raw.get("reference", False),
    )


def _dated(of: str, since: Any, raw: Mapping[str, Any]) -> Dated:
    return Dated(
        figure=of,
        since=since,
        amount=raw["value"],
        source=_source(raw["source"]),
        status=Status(raw["status"]),
        expected=raw.get("expected", False),
        note=_maybe(raw.get("note")),
        rivals=tuple(_rival(one) for one in raw.get("rivals", ())),
    )


def _rival(raw: Mapping[str, Any]) -> Rival:
    return Rival(raw["value"], _source(raw["source"]), Status(raw["status"]), _maybe(raw.get("note")))


def _source(raw: Mapping[str, Any]) -> Source:
    return Source(raw["document"], raw.get("article", ""), tuple(raw.get("read", ())))


def _maybe(raw: Mapping[str, str] | None) -> Worded | None:
    return worded(raw) if raw else None
