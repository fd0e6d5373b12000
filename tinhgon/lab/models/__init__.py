"""The tables of the lab: nothing in them is a fact of the register."""

from tinhgon.lab.models.ground import Location, Neighbour
from tinhgon.lab.models.runs import Run
from tinhgon.lab.models.scenarios import Adopted, Scenario
from tinhgon.lab.models.staffing import Placing, PlannedPost
from tinhgon.lab.models.succession import Succeeding

__all__ = ["Adopted", "Location", "Neighbour", "Placing", "PlannedPost", "Run", "Scenario", "Succeeding"]
