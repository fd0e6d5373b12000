"""In which manner a text was broken into lines: not at all, at a width, or anyhow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tinhgon.texts.lines.line import Line

_BROKEN = 0.12  # of all breaks, in a text whose lines are broken: those in the midst of a sentence
_RAGGED = 0.12  # of the broken lines, where first lines of paragraphs were broken early

_BEYOND = 1.5  # of a width: no line that was broken there is so long


@dataclass(frozen=True, slots=True)
class Manner:
    """`width`: letters of a full line. `ragged`: short lines tell nothing. `parted`: gaps part paragraphs."""

    wrapped: bool
    ragged: bool
    parted: bool
    width: int


def manner(lines: Sequence[Line]) -> Manner:
    """Tell the manner from the lines that are surely broken: the next begins with a small letter."""
    broken, ends, gaps, breaks = list[int](), 0, 0, 0
    for above, line in pairwise(lines):
        if above.caps or line.caps:
            continue
        breaks += not line.gap
        if not line.gap and line.small and not line.opens and not above.stopped:
            broken.append(len(above.text))
        elif above.stopped and not line.small:
            ends += 1
            gaps += line.gap
    if not broken or len(broken) < _BROKEN * breaks:
        return Manner(False, False, gaps > ends / 2, 0)
    width = sorted(broken)[len(broken) * 9 // 10]
    # A title broken by hand in a text of whole paragraphs: more lines go far beyond its width than end there.
    if sum(len(line.text) > _BEYOND * width for line in lines) > len(broken):
        return Manner(False, False, gaps > ends / 2, 0)
    short = sum(length < 0.6 * width for length in broken)
    return Manner(True, short > _RAGGED * len(broken), gaps > ends / 2, width)
