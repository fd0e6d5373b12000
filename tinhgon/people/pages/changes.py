"""The changes of a dossier in words: fields above the reader's class are not even named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from tinhgon.people.models import Amendment
from tinhgon.people.pages.arrangement import SEXES
from tinhgon.people.queries.amendments import Told
from tinhgon.people.sections import Field, sections


@dataclass(frozen=True, slots=True)
class Change:
    """One change: when, by whom, what of which section; values only where they were opened."""

    at: datetime
    by: str
    act: str
    section: str
    fields: str
    told: Told
    values: Sequence[tuple[str, str, str]]


def changes_of(told: Iterable[Told], field_class: int) -> list[Change]:
    """Word changes, the latest first."""
    return [_change(one, field_class) for one in told if _may_name(one.section, field_class)]


def _may_name(section: str, field_class: int) -> bool:
    return section not in sections() or sections()[section].field_class <= field_class


def _change(one: Told, field_class: int) -> Change:
    known = _fields(one.section, field_class)
    named = [str(known[code]) for code in one.fields if code in known]
    if len(named) < len(one.fields):
        named.append(gettext("mục ngoài quyền xem"))
    return Change(
        one.at, one.by or gettext("hệ thống"), str(Amendment.Act(one.act).label), _section(one.section),
        ", ".join(named), one, _values(one, known),
    )  # fmt: skip


def _section(code: str) -> str:
    return str(sections()[code]) if code in sections() else gettext("Họ tên, giới tính, ngày sinh")


def _fields(section: str, field_class: int) -> Mapping[str, Any]:
    if section in sections():
        return {one.code: one for one in sections()[section].fields if one.field_class <= field_class}
    return {"name": gettext("Họ và tên"), "sex": gettext("Giới tính"), "born": gettext("Ngày sinh")}


def _values(one: Told, known: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Set what was before beside what came after, field by field, and the days with them."""
    if one.before is None and one.after is None:
        return []
    before, after = _flat(one.before), _flat(one.after)
    names = {**known, "since": gettext("Từ"), "until": gettext("Đến")}
    return [
        (
            str(names[code]),
            _word(names[code], code, before.get(code)),
            _word(names[code], code, after.get(code)),
        )
        for code in dict.fromkeys([*before, *after])
        if code in names and before.get(code) != after.get(code)
    ]


def _flat(contents: Mapping[str, Any] | None) -> dict[str, Any]:
    """Put the values of an entry beside its days; those of a person are flat already."""
    told = dict(contents or {})
    return {**told.pop("values", {}), **told}


def _word(field: Any, code: str, value: Any) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(field, Field) and field.type == "choice":
        return str(field.choice(value) or value)
    return str(SEXES.get(value, value)) if code == "sex" else str(value)
