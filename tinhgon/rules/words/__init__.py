"""What rules find, calculate and rest on, in words of one language; pages, API and commands say the same."""

from tinhgon.rules.words.amounts import shown
from tinhgon.rules.words.articles import article
from tinhgon.rules.words.numbers import day, number
from tinhgon.rules.words.sentences import (
    Citation,
    cited,
    gives,
    sentence,
    sources,
    step_sentence,
    unworded,
)

__all__ = [
    "Citation",
    "article",
    "cited",
    "day",
    "gives",
    "number",
    "sentence",
    "shown",
    "sources",
    "step_sentence",
    "unworded",
]
