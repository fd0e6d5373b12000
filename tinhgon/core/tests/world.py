"""A small known register to test on: a city, two districts, five wards, and what its decisions did."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID, uuid5

import pytest

from tinhgon.core.apply import Changes, apply
from tinhgon.core.life import Life
from tinhgon.core.operations import NewUnit, Operation
from tinhgon.core.periods import Period
from tinhgon.core.refusals import OperationRefused
from tinhgon.core.rows import (
    NATIONAL,
    TERRITORIAL,
    DecisionId,
    Identifier,
    Placement,
    Row,
    UnitId,
    Version,
)
from tinhgon.core.snapshot import Snapshot

R = TypeVar("R", bound=OperationRefused)

# The calendar of the tests, in order.
FOUNDED = date(2004, 1, 2)
EVE = date(2015, 6, 30)
DAY = date(2015, 7, 1)
LATER = date(2020, 1, 1)
LAST = date(2024, 12, 1)

FOUNDING = UUID(int=1)
NOBODY = UUID(int=404)  # no unit and no decision
KINDS = frozenset({"municipality", "urban_district", "ward", "commune", "division", "party_committee"})


def unit(name: str) -> UnitId:
    """Identify a unit of the tests by the name it was born with."""
    return uuid5(FOUNDING, name)


CITY = unit("Thành phố Cần Thơ")
NINH_KIEU, BINH_THUY = unit("Quận Ninh Kiều"), unit("Quận Bình Thủy")
CAI_KHE, AN_HOA, THOI_BINH = unit("Phường Cái Khế"), unit("Phường An Hòa"), unit("Phường Thới Bình")
TRA_AN, TRA_NOC = unit("Phường Trà An"), unit("Phường Trà Nóc")

_UNITS = (
    ("Thành phố Cần Thơ", "municipality", "92", None),
    ("Quận Ninh Kiều", "urban_district", "916", CITY),
    ("Quận Bình Thủy", "urban_district", "918", CITY),
    ("Phường Cái Khế", "ward", "31117", NINH_KIEU),
    ("Phường An Hòa", "ward", "31120", NINH_KIEU),
    ("Phường Thới Bình", "ward", "31123", NINH_KIEU),
    ("Phường Trà An", "ward", "31174", BINH_THUY),
    ("Phường Trà Nóc", "ward", "31171", BINH_THUY),
)


def rows_of(
    name: str, *, kind: str = "ward", code: str = "", parent: UnitId | None = None, line: str = TERRITORIAL
) -> list[Row]:
    """Give the first rows of a unit that lives since the founding."""
    common: dict[str, Any] = {"unit": unit(name), "valid": Period(FOUNDED), "decision": FOUNDING}
    rows: list[Row] = [
        Version(**common, name=name, kind=kind, area_km2=Decimal("10.04"), population=20_000),
        Placement(**common, line=line, parent=parent),
    ]
    return [*rows, Identifier(**common, scheme=NATIONAL, value=code)] if code else rows


def new(name: str, **facts: Any) -> NewUnit:
    """Describe a unit to be born, a ward of Ninh Kiều unless said otherwise."""
    return NewUnit(**{"id": unit(name), "name": name, "kind": "ward", "parent": NINH_KIEU, **facts})


@dataclass
class World:
    """A register that decisions change, and that remembers them."""

    snapshot: Snapshot
    decisions: list[DecisionId] = field(default_factory=list)

    def draft(self, *operations: Operation, on: date = DAY) -> Changes:
        """Apply operations without signing."""
        return apply(self.snapshot, operations, on=on, decision=UUID(int=len(self.decisions) + 1000))

    def sign(self, *operations: Operation, on: date = DAY) -> DecisionId:
        """Let a decision change the register."""
        changes = self.draft(*operations, on=on)
        decision = UUID(int=len(self.decisions) + 1000)
        self.decisions.append(decision)
        signed = {**self.snapshot.signed, decision: changes}
        self.snapshot = replace(self.snapshot.after(changes), signed=signed)
        return decision

    def refusal(self, reason: type[R], *operations: Operation, on: date = DAY) -> R:
        """Expect a refusal that reads well in both languages; give it."""
        with pytest.raises(reason) as caught:
            self.draft(*operations, on=on)
        refusal = caught.value
        assert type(refusal) is reason
        for language in ("vi", "en"):
            assert "{" not in refusal.message(language)
        return refusal

    def life(self, of: UnitId) -> Life:
        """Give all that is known of a unit."""
        return self.snapshot.lives.get(of, Life())

    def version(self, of: UnitId, on: date) -> Version:
        """Give what a unit is on a day when it lives."""
        version = self.life(of).version_on(on)
        assert version is not None
        return version

    def lives(self, of: UnitId, on: date) -> bool:
        """Tell whether a unit lives on a day."""
        return self.life(of).version_on(on) is not None

    def parent(self, of: UnitId, on: date, line: str = TERRITORIAL) -> UnitId | None:
        """Tell under whom a unit stands on a day."""
        placement = self.life(of).placement_on(line, on)
        assert placement is not None
        return placement.parent

    def code(self, of: UnitId, on: date, scheme: str = NATIONAL) -> str:
        """Tell which code a unit bears on a day."""
        rows = self.life(of).identifiers
        return next((row.value for row in rows if row.scheme == scheme and on in row.valid), "")


def cantho(*more: Row) -> World:
    """Build the register of the tests."""
    rows = [row for name, kind, code, parent in _UNITS
            for row in rows_of(name, kind=kind, code=code, parent=parent)]  # fmt: skip
    return World(Snapshot.of([*rows, *more], codes={"kind": KINDS}))
