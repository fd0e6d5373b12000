"""Loads neighbours and locations of units, by the national codes of a day: all of a file or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from tinhgon.core.errors import Said
from tinhgon.lab.files import FaultyFile, Pair, UnitRow, read_neighbours, read_units
from tinhgon.lab.models import Location, Neighbour
from tinhgon.register.queries.units import holders
from tinhgon.temporal.naming import whole

BATCH = 5000


def load_neighbours(raw: bytes, *, file: str, on: date, source: str, touching: bool = False) -> int:
    """
    Have the pairs of a file as neighbours; a pair that is there already is written anew. Give their number.

    :param source: where the file comes from, shown to whoever asks.
    :raises FaultyFile: with every fault: codes nobody bears that day, impossible borders, own neighbours.
    """
    pairs = read_neighbours(raw, file, touching=touching)
    units = _known(((pair.row, code) for pair in pairs for code in (pair.one, pair.other)), file, on)
    rows = [_neighbour(pair, units, source) for pair in pairs]
    with whole({}):
        Neighbour.objects.bulk_create(
            rows, batch_size=BATCH, update_conflicts=True, unique_fields=["unit", "beside"],
            update_fields=["border_km", "source"],
        )  # fmt: skip
    return len(rows)


def load_locations(raw: bytes, *, file: str, on: date, source: str) -> int:
    """
    Have the positions of a file; a unit that is there already is written anew. Give their number.

    :raises FaultyFile: with every fault: codes nobody bears that day, positions that are nowhere on earth.
    """
    placed = [row for row in read_units(raw, file, measures=()) if None not in (row.lat, row.lon)]
    units = _known(((row.row, row.code) for row in placed), file, on)
    rows = [_location(row, units, source) for row in placed]
    with whole({}):
        Location.objects.bulk_create(
            rows, batch_size=BATCH, update_conflicts=True, unique_fields=["unit"],
            update_fields=["latitude", "longitude", "source"],
        )  # fmt: skip
    return len(rows)


def _known(named: Iterable[tuple[int, str]], file: str, on: date) -> Mapping[str, UUID]:
    rows: dict[str, int] = {}
    for row, code in named:
        rows.setdefault(code, row)
    units = holders(rows, on=on)
    lost = _lost({code: row for code, row in rows.items() if code not in units}, on)
    if lost:
        raise FaultyFile(file, lost)
    return units


def _lost(codes: Mapping[str, int], on: date) -> Sequence[Said]:
    return [
        Said(
            f"Dòng {row}: ngày {on:%d/%m/%Y} không có đơn vị mã {code}. Sửa mã hoặc chọn ngày khác.",
            f"Row {row}: on {on:%d/%m/%Y} no unit bears the code {code}. Mend it or choose another day.",
        )
        for code, row in codes.items()
    ]


def _neighbour(pair: Pair, units: Mapping[str, UUID], source: str) -> Neighbour:
    unit, beside = sorted((units[pair.one], units[pair.other]))
    return Neighbour(unit_id=unit, beside_id=beside, border_km=round(pair.border_km, 3), source=source)


def _location(row: UnitRow, units: Mapping[str, UUID], source: str) -> Location:
    return Location(
        unit_id=units[row.code], latitude=round(row.lat or 0.0, 5), longitude=round(row.lon or 0.0, 5),
        source=source,
    )  # fmt: skip
