"""The age of retirement: the month in which it is reached, who is still in post then, who may stay longer."""

from tinhgon.core.rulebook import Check
from tinhgon.core.rulebook.rules import Compute
from tinhgon.core.rules.retirement.aged import Aged, Born, Sex
from tinhgon.core.rules.retirement.later import later_expert, later_leader
from tinhgon.core.rules.retirement.month import month
from tinhgon.core.rules.retirement.schedule import left_to, months_left
from tinhgon.core.rules.retirement.standing import reached

RULES: tuple[Check, ...] = (reached, later_leader, later_expert)
CALCULATIONS: tuple[Compute, ...] = (month,)

__all__ = ["CALCULATIONS", "RULES", "Aged", "Born", "Sex", "left_to", "months_left"]
