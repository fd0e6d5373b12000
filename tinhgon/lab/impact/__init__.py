"""What a scenario would change, in figures, before and after; and scenarios side by side."""

from tinhgon.lab.impact.comparing import Comparison, compare
from tinhgon.lab.impact.figures import impact_of
from tinhgon.lab.impact.values import Figure

__all__ = ["Comparison", "Figure", "compare", "impact_of"]
