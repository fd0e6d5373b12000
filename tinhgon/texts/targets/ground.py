"""The text in which targets are looked for, with its sentences, its sections of goals and its deadlines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from tinhgon.texts.clean import Clean
from tinhgon.texts.deadlines.setting import END
from tinhgon.texts.marks import modern
from tinhgon.texts.targets.sections import goal_sections
from tinhgon.texts.values import Deadline, Span


@dataclass(frozen=True)
class Ground:
    """Deadlines stand in the order of the text."""

    clean: Clean
    deadlines: tuple[Deadline, ...]

    @cached_property
    def text(self) -> str:
        """The text with tone marks set in the modern way."""
        return modern(self.clean.text)

    def sentence(self, place: int) -> Span:
        """Give the sentence in which a place lies."""
        index = bisect_left(self._ends, place)
        return Span(self._ends[index - 1] + 1, self._ends[index])

    def in_goals(self, place: int) -> bool:
        """Tell whether a place lies under a heading that speaks of goals."""
        return any(one.start <= place < one.end for one in self._goals)

    def deadlines_in(self, sentence: Span) -> tuple[Deadline, ...]:
        """Give the deadlines that begin in a sentence."""
        first = bisect_left(self._starts, sentence.start)
        return self.deadlines[first : bisect_right(self._starts, sentence.end)]

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return (-1, *(found.start() for found in END.finditer(self.text)), len(self.text))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(one.span.start for one in self.deadlines)

    @cached_property
    def _goals(self) -> list[Span]:
        return goal_sections(self.clean)
