"""Figures that a document wants reached."""

from tinhgon.texts.targets.reading import read_targets

__all__ = ["read_targets"]
