"""Parts swept from end to end, every way to begin kept once: the proof of most parts, and a good plan."""

from tinhgon.solvers.consolidate.sweeping.order import order_of
from tinhgon.solvers.consolidate.sweeping.proving import EASY, Swept, swept

__all__ = ["EASY", "Swept", "order_of", "swept"]
