"""Tables of neighbours: two codes, the shared border, how strong it is."""

from __future__ import annotations

from dataclasses import dataclass

from tinhgon.lab.files.tables import read_table

A, B, BORDER, STRENGTH = "old_code_a", "old_code_b", "shared_border_km", "strength"
TOUCH = "touch"  # corners meet, or less of a border than can be told from that


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbours, and the row that says so."""

    row: int
    one: str
    other: str
    border_km: float


def read_neighbours(raw: bytes, file: str, *, touching: bool = False) -> list[Pair]:
    """
    Read neighbours; those that merely touch only where asked for. A pair given twice counts once.

    :raises FaultyFile: with every fault, by row and column.
    """
    table = read_table(raw, file, (A, B))
    found: dict[frozenset[str], Pair] = {}
    for row, cells in table.numbered():
        one, other = table.text(row, cells, A), table.text(row, cells, B)
        border = table.number(row, cells, BORDER) or 0.0
        if one and one == other:
            vi = f"{one} liền kề với chính nó; bỏ dòng này"
            table.fault(row, B, vi, f"{one} is its own neighbour; drop the row")
        elif one and other and (touching or (cells.get(STRENGTH) or "").strip() != TOUCH):
            found.setdefault(frozenset((one, other)), Pair(row, one, other, border))
    table.settle()
    return list(found.values())
