"""Who is named: bodies, groups, holders of office; and which of a register's units is meant."""

from tinhgon.texts.bodies.lexicon import group_words
from tinhgon.texts.bodies.reading import read_bodies
from tinhgon.texts.bodies.resolving import Candidate, Resolved, Unit, expand, held_in, resolve

__all__ = ["Candidate", "Resolved", "Unit", "expand", "group_words", "held_in", "read_bodies", "resolve"]
