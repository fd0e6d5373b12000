"""All that is read in a text, with each place carried back to the text as it was given."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from tinhgon.texts.bodies.reading import read_bodies
from tinhgon.texts.citations.reading import read_citations
from tinhgon.texts.clean import Clean, clean
from tinhgon.texts.deadlines.reading import read_deadlines
from tinhgon.texts.head import read_head
from tinhgon.texts.structure import read_items
from tinhgon.texts.targets.reading import read_targets
from tinhgon.texts.tasks.reading import read_tasks
from tinhgon.texts.values import Reading, Span


def read(text: str) -> Reading:
    """Read a text; what is not there stays empty, and nothing that is there makes it fail."""
    made = clean(text)
    head = read_head(made)
    items = read_items(made)
    deadlines = read_deadlines(made, head)
    targets = read_targets(made, deadlines)
    tasks = read_tasks(made, head, items, read_bodies(made, head), deadlines, targets)
    found = Reading(
        text=text, head=head, items=items, citations=read_citations(made, head), tasks=tasks,
        deadlines=deadlines, targets=targets,
    )  # fmt: skip
    return replace(found, **{field.name: _back(getattr(found, field.name), made) for field in fields(found)})


def _back(value: Any, made: Clean) -> Any:
    """Carry every span in a value back to the source."""
    match value:
        case Span():
            return made.back(value)
        case tuple():
            return tuple(_back(one, made) for one in value)
        case dict():
            return {name: _back(one, made) for name, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _back(getattr(value, field.name), made) for field in fields(value)}
        )
    return value
