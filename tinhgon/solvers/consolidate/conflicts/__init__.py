"""Which conditions leave no plan at all: the smallest set of them that was found, in words."""

from tinhgon.solvers.consolidate.conflicts.explaining import NoPlan, assert_possible, explain
from tinhgon.solvers.consolidate.conflicts.named import Condition

__all__ = ["Condition", "NoPlan", "assert_possible", "explain"]
