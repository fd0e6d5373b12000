"""What is worth knowing of a sound input: islands, places unknown, standards out of reach."""

from tinhgon.solvers.consolidate.noted.noting import Note, notes_of

__all__ = ["Note", "notes_of"]
