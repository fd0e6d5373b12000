"""How alike what bodies are charged with is: evidence, never a verdict."""

from tinhgon.texts.likeness.comparing import Likeness, Mandate, compare
from tinhgon.texts.likeness.passages import Passage
from tinhgon.texts.likeness.searching import Corpus, Match

__all__ = ["Corpus", "Likeness", "Mandate", "Match", "Passage", "compare"]
