"""The yearly evaluation: what a grade asks for, how many may be excellent, by when, how points are made."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.evaluation.capping import cap
from tinhgon.core.rules.evaluation.grading import grade
from tinhgon.core.rules.evaluation.scoring import leading, points, product
from tinhgon.core.rules.evaluation.timing import deadline

RULES: tuple[Check, ...] = (grade, cap, deadline)
CALCULATIONS: tuple[Compute, ...] = (points, product, leading)
