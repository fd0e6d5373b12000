"""Plans as CSV: for each old unit the new one that it goes into, and whether that has its seat there."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from tinhgon.lab.files.tables import read_table
from tinhgon.lab.plans import plan_from
from tinhgon.solvers.consolidate.values import Plan

OLD, NEW, SEAT = "old_code", "new_unit", "seat"
YES = frozenset({"1", "true", "yes", "x", "có"})


def write_plan(codes: Sequence[str], plan: Plan) -> str:
    """Write a plan; a new unit is called by the code of its seat, and `seat` is 1 in that row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((OLD, NEW, SEAT))
    for place, code in enumerate(codes):
        seat = int(plan.seat[plan.into[place]])
        writer.writerow((code, codes[seat], int(seat == place)))
    return text.getvalue()


def read_plan(raw: bytes, file: str, codes: Sequence[str]) -> Plan:
    """
    Read a plan of these units, as `write_plan` writes it; new units may be called anything.

    A unit that the file leaves out stays as it is; a new unit without a seat has it at its first member.

    :raises FaultyFile: with every fault, by row and column.
    """
    table = read_table(raw, file, (OLD, NEW))
    place = {code: number for number, code in enumerate(codes)}
    members: dict[str, list[int]] = {}
    seats: dict[str, int] = {}
    seen: set[str] = set()
    for row, cells in table.numbered():
        old, new = table.text(row, cells, OLD), table.text(row, cells, NEW)
        if old and old not in place:
            table.fault(row, OLD, f"không có đơn vị mã {old}", f"there is no unit {old}")
        elif old in seen:
            table.fault(row, OLD, f"{old} đã có ở dòng khác", f"{old} stands in another row, too")
        elif old:
            seen.add(old)
            members.setdefault(new, []).append(place[old])
            if (cells.get(SEAT) or "").strip().lower() in YES or cells.get(SEAT) == old:
                seats.setdefault(new, place[old])
    table.settle()
    seat_of = np.arange(len(codes))
    for new, ones in members.items():
        seat_of[ones] = seats.get(new, ones[0])
    return plan_from(seat_of)
