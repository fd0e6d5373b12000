"""Which other documents a text names: numbers, titles, short forms; one document bears one key."""

from tinhgon.texts.citations.reading import read_citations

__all__ = ["read_citations"]
