"""As many new units as can be that all reach a threshold (max-p)."""

from tinhgon.solvers.consolidate.maxp.solving import solve_max_p

__all__ = ["solve_max_p"]
