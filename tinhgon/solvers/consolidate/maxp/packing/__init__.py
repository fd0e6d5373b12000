"""Least sets that share no block, packed ever better: window by window, all packings weighed, one drawn."""

from tinhgon.solvers.consolidate.maxp.packing.sweeping import better_packed

__all__ = ["better_packed"]
