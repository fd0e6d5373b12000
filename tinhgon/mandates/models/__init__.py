"""The tables of compared mandates."""

from tinhgon.mandates.models.comparisons import Comparison, Overlap

__all__ = ["Comparison", "Overlap"]
