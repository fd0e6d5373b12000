"""What a scenario stands on: units on the eve, their neighbours, and the standards of the day."""

from tinhgon.lab.ground.findings import findings_of
from tinhgon.lab.ground.reading import read_ground
from tinhgon.lab.ground.standards import Law, standards_of
from tinhgon.lab.ground.values import Ground, Unit

__all__ = ["Ground", "Law", "Unit", "findings_of", "read_ground", "standards_of"]
