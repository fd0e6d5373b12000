"""What a dossier holds, as declared in data: sections and fields, each with its class. Read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

from tinhgon.core.reach import INTERNAL, PERSONAL, PUBLIC, SENSITIVE

DATA = Path(__file__).parent / "data"
CLASSES = {"public": PUBLIC, "internal": INTERNAL, "personal": PERSONAL, "sensitive": SENSITIVE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A code with its words."""

    code: str
    vi: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "vi").startswith("en") else self.vi


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Worded):
    """One item of an entry: how it is written, who may read it, what it is held for, what erasure does."""

    type: str
    field_class: int
    own: bool
    erase: str
    purpose: str
    required: bool = False
    choices: tuple[Worded, ...] = ()

    @property
    def sealed(self) -> bool:
        """Tell whether its values are kept encrypted."""
        return self.field_class >= SENSITIVE

    def choice(self, code: str) -> Worded | None:
        """Give the words of a choice."""
        return next((one for one in self.choices if one.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Worded):
    """A part of the dossier; `group` is its number in decree 27/2026/NĐ-CP, Art. 5."""

    group: int
    fields: tuple[Field, ...]
    many: bool = False
    period: bool = False
    files: bool = False

    @property
    def field_class(self) -> int:
        """The lowest class among its fields: who may not read that sees nothing of an entry."""
        return min(field.field_class for field in self.fields)

    def field(self, code: str) -> Field:
        """Give a field by its code.

        :raises KeyError: there is none.
        """
        return next((field for field in self.fields if field.code == code), None) or _missing(code)


def section(code: str) -> Section:
    """Give a section by its code.

    :raises KeyError: there is none.
    """
    return sections()[code]


@cache
def sections() -> Mapping[str, Section]:
    """Give all sections, in the order in which a dossier shows them."""
    raw = yaml.safe_load((DATA / "sections.yaml").read_text(encoding="utf-8"))
    return {one["code"]: _section(one) for one in raw}


@cache
def choices() -> Mapping[str, tuple[Worded, ...]]:
    """Give the code lists of fields."""
    raw = yaml.safe_load((DATA / "choices.yaml").read_text(encoding="utf-8"))
    return {name: tuple(Worded(**one) for one in listed) for name, listed in raw.items()}


def _section(raw: dict[str, Any]) -> Section:
    return Section(**raw | {"fields": tuple(_field(one) for one in raw["fields"])})


def _field(raw: dict[str, Any]) -> Field:
    facts = raw | {"field_class": CLASSES[raw["class"]], "choices": choices().get(raw.get("choices", ""), ())}
    del facts["class"]
    return Field(**facts)


def _missing(code: str) -> Field:
    raise KeyError(code)
