"""All that is read in a text, with each place carried back to the text as it was given."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from tinhgon.texts.citations import read_citations
from tinhgon.texts.clean import Clean, clean
from tinhgon.texts.deadlines import read_deadlines
from tinhgon.texts.head import read_head
from tinhgon.texts.notices import read_notices
from tinhgon.texts.structure import read_items
from tinhgon.texts.targets import read_targets
from tinhgon.texts.tasks import read_tasks
from tinhgon.texts.values import Reading, Span


def read(text: str) -> Reading:
    """Read a text; what is not there stays empty, and nothing that is there makes it fail.

    The parts work one after the other on the clean text, each with what those before it have found.
    """
    made = clean(text)
    head = read_head(made)
    items = read_items(made)
    deadlines = read_deadlines(made, head)
    targets = read_targets(made, deadlines)
    tasks = read_tasks(made, head, items, deadlines, targets)
    citations, notices = read_citations(made, head), read_notices(made, head)
    return _carried(Reading(text, head, items, citations, tasks, deadlines, targets, notices), made)


def _carried(found: Reading, made: Clean) -> Reading:
    back = _Back(made)
    return replace(found, **{field.name: back(getattr(found, field.name)) for field in fields(found)})


class _Back:
    """Carries every span in a value back to the source; a value met twice is carried once."""

    def __init__(self, made: Clean) -> None:
        self._made = made
        self._known = dict[int, tuple[Any, Any]]()

    def __call__(self, value: Any) -> Any:
        match value:
            case Span():
                return self._made.back(value)
            case tuple():
                return tuple(self(one) for one in value)
            case dict():
                return {name: self(one) for name, one in value.items()}
        if not is_dataclass(value) or isinstance(value, type):
            return value
        if id(value) not in self._known:
            changed = {name: self(one) for name in _places(type(value)) if (one := getattr(value, name))}
            self._known[id(value)] = (value, replace(value, **changed))
        return self._known[id(value)][1]


_PLAIN = (
    "str",
    "int",
    "date",
    "Decimal",
    "Level",
    "Role",
    "Every",
    "Measure",
    "BodyKind",
    "TaskKind",
    "Bound",
)


@cache
def _places(kind: type) -> tuple[str, ...]:
    """Give the fields of a class that may hold places: all but texts, numbers and days."""
    told = ((field.name, str(field.type)) for field in fields(kind))
    return tuple(name for name, said in told if not said.startswith((*_PLAIN, "Literal", "Number", "System")))
