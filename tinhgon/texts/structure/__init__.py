"""Parts, chapters, articles, clauses, points, headings and bullets: what lies in what."""

from tinhgon.texts.structure.reading import read_items

__all__ = ["read_items"]
