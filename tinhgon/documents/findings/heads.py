"""The head: what the text says, with what a person typed over it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tinhgon.documents.findings.plain import day_of, text_of, texts_of
from tinhgon.documents.findings.values import Head

DAYS = ("issued_on", "effective_on", "arrived_on")
TEXTS = ("type", "number", "issuer", "abstract", "signer", "signer_title", "place", "urgency")
# Names of the reader that are others here.
CALLED = {"issued_on": "day"}


def head_of(reading: Mapping[str, Any], chosen: Mapping[str, Any], *, arrived_on: date) -> Head:
    """Give the head as it stands; a field that a person typed holds, also where it was emptied."""
    found = reading.get("head") or {}
    values: dict[str, Any] = {name: text_of(_either(found, chosen, name)) for name in TEXTS}
    values |= {name: day_of(_either(found, chosen, name)) for name in DAYS}
    if "arrived_on" not in chosen:
        values["arrived_on"] = arrived_on
    values["recipients"] = texts_of(_either(found, chosen, "recipients"))
    return Head(**values)


def places_of(reading: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give where each field of the head stands, by the names used here."""
    places = (reading.get("head") or {}).get("places") or {}
    called = {theirs: ours for ours, theirs in CALLED.items()}
    return {called.get(name, name): place for name, place in places.items()}


def _either(found: Mapping[str, Any], chosen: Mapping[str, Any], name: str) -> Any:
    if name in chosen:
        return chosen[name]
    value = found.get(CALLED.get(name, name))
    return value.get("written") if isinstance(value, Mapping) else value
