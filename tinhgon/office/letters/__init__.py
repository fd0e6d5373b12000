"""Writes official documents, in the layout of the state or of the Party, as Word documents and as PDF."""

from __future__ import annotations

from tinhgon.office.letters.letter import Letter
from tinhgon.office.letters.pdf import pdf
from tinhgon.office.letters.word import docx

__all__ = ["Letter", "docx", "pdf"]
