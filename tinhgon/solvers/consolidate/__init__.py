"""Units, their neighbours and standards in; merged units with seats, a bound and reasons out."""

from tinhgon.solvers.consolidate.evaluate import figures_of, terms_of, value_of
from tinhgon.solvers.consolidate.groups import solve_groups
from tinhgon.solvers.consolidate.seats import seated
from tinhgon.solvers.consolidate.solve import solve
from tinhgon.solvers.consolidate.units import NewUnit, per_unit
from tinhgon.solvers.consolidate.verify import PlanBroken, assert_lawful

__all__ = [
    "NewUnit",
    "PlanBroken",
    "assert_lawful",
    "figures_of",
    "per_unit",
    "seated",
    "solve",
    "solve_groups",
    "terms_of",
    "value_of",
]
