"""How bodies are staffed: departments of a province, deputies of a body, people to set one up.

The years after a rearrangement let a surplus of deputies be: see `surplus`.
"""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.apparatus import (
    communes,
    divisions,
    merged,
    ministries,
    provinces,
    ranks,
    services,
    staffing,
)

RULES: tuple[Check, ...] = (
    *provinces.CHECKS,
    *divisions.CHECKS,
    *ranks.CHECKS,
    *staffing.CHECKS,
    *services.CHECKS,
    *ministries.CHECKS,
    *communes.CHECKS,
    *merged.CHECKS,
)
CALCULATIONS: tuple[Compute, ...] = (merged.pay_kept,)
