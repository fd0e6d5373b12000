"""A plan as pages show it and hands change it: who is in which new unit, what it comes to, what it breaks."""

from tinhgon.lab.drawing.drawn import Drawn, drawn_of
from tinhgon.lab.drawing.grounds import kept_ground
from tinhgon.lab.drawing.moves import Move, moved

__all__ = ["Drawn", "Move", "drawn_of", "kept_ground", "moved"]
