"""Tables of units, neighbours and plans as CSV: read with every fault named, written the same way."""

from tinhgon.lab.files.neighbours import Pair, read_neighbours
from tinhgon.lab.files.plans import read_plan, write_plan
from tinhgon.lab.files.tables import FaultyFile
from tinhgon.lab.files.units import UnitRow, read_units

__all__ = ["FaultyFile", "Pair", "UnitRow", "read_neighbours", "read_plan", "read_units", "write_plan"]
