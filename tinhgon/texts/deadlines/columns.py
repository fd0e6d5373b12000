"""Years that stand alone in the column of a table that says when things are to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tinhgon.texts.deadlines.setting import SCHEDULE, Setting
from tinhgon.texts.values import Deadline, Span

YEAR = re.compile(r"\s*(20\d\d)\s*\.?\s*")
TITLES = 400  # letters that the titles of a table may have


def read_columns(setting: Setting) -> Iterator[Deadline]:
    """Give the cells below “Thời gian hoàn thành” that hold a year and nothing else."""
    column: int | None = None
    for line in setting.clean.paragraphs:
        said = setting.text[line.start : line.end]
        if "|" not in said:
            column = None if said.strip() else column
            continue
        titles = SCHEDULE.search(said[:TITLES])
        if titles:
            column = said.count("|", 0, titles.start())
        elif column is not None:
            yield from _cell(setting, line, said, column)


def _cell(setting: Setting, line: Span, said: str, column: int) -> Iterator[Deadline]:
    cells = said.split("|")
    found = YEAR.fullmatch(cells[column]) if column < len(cells) else None
    if found is None or (setting.issued and int(found[1]) < setting.issued.year):
        return
    start = line.start + sum(len(cell) + 1 for cell in cells[:column]) + found.start(1)
    yield Deadline(Span(start, start + 4), found[1], "by", due=date(int(found[1]), 12, 31))
