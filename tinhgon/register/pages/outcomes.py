"""What a decision does to each unit, as a page tells it: what happened, before, after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tinhgon.core import rows as core
from tinhgon.core.rows import ONE
from tinhgon.core.story import Happening, tell
from tinhgon.register.pages.staff_outcomes import StaffLine, followed, lines
from tinhgon.register.pages.wording import FIELDS, LINES, Names, Ref
from tinhgon.register.queries.staffing_changes import Moved

DID = {
    "established": _("thành lập"),
    "ended": _("kết thúc"),
    "restored": _("khôi phục"),
    "renamed": _("đổi tên"),
    "retyped": _("đổi loại"),
    "recoded": _("đổi mã"),
    "moved": _("chuyển cấp trên"),
    "figures": _("đổi số liệu"),
    "mandate": _("đổi nhiệm vụ"),
    "merged_into": _("hợp nhất vào"),
    "absorbed_into": _("sáp nhập vào"),
    "split_into": _("chia tách sang"),
    "part_to": _("chuyển một phần sang"),
    "corrected": _("đính chính"),
    "undone": _("thu hồi thay đổi"),
}
TONES = {
    "established": "added",
    "restored": "added",
    "ended": "ended",
    "moved": "moved",
    "merged_into": "merged",
    "absorbed_into": "merged",
    "split_into": "split",
    "part_to": "split",
}
SAID = ("name", "kind", "code", "mandate")  # fields that the word for what happened says already
PASSING = ("merged_into", "absorbed_into", "split_into", "part_to")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened to a unit, with the words for it."""

    did: str
    what: Any
    tone: str
    before: Any = None
    after: Any = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that happened to one unit."""

    unit: Ref
    lines: tuple[Line | StaffLine, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """How many units begin, end and change, and how many links of lineage are made."""

    began: int
    ended: int
    changed: int
    links: int


def by_unit(changes: Iterable[core.Change]) -> dict[UUID, tuple[core.Change, ...]]:
    """Sort changes by the unit that they are about, in order."""
    found: dict[UUID, list[core.Change]] = {}
    for change in changes:
        if isinstance(change.row, core.OF_UNITS):
            found.setdefault(change.row.owner, []).append(change)
    return {unit: tuple(of) for unit, of in found.items()}


def by_subject(changes: Iterable[core.Change], *kinds: type[core.Row]) -> dict[UUID, tuple[core.Change, ...]]:
    """Sort changes of some kinds by the post or the person that they are about, in order."""
    found: dict[UUID, list[core.Change]] = {}
    for change in changes:
        if isinstance(change.row, kinds):
            found.setdefault(change.row.owner, []).append(change)
    return {subject: tuple(of) for subject, of in found.items()}


def tell_outcomes(
    changes: Mapping[UUID, Sequence[core.Change]], *, on: date, names: Names, moved: Sequence[Moved] = ()
) -> list[Outcome]:
    """Tell what happened to each unit, to its quotas, and which posts left it for another."""
    return [
        Outcome(names.unit(unit), tuple(_all_lines(unit, of, moved, on=on, names=names)))
        for unit, of in changes.items()
    ]


def _all_lines(
    unit: UUID, changes: Sequence[core.Change], moved: Sequence[Moved], *, on: date, names: Names
) -> Iterator[Line | StaffLine]:
    for one in _worth_telling(tell(changes, on=on)):
        yield from _lines(one, changes, names)
    yield from lines(changes, on=on, names=names)
    for group in moved:
        if group.origin == unit:
            yield Line("posts_followed", followed(group), "moved", None, names.unit(group.target))


def fate(changes: Mapping[UUID, Sequence[core.Change]], *, on: date) -> Fate:
    """Count what becomes of units."""
    dids = [{one.did for one in tell(of, on=on)} for of in changes.values()]
    began = sum("established" in did for did in dids)
    ended = sum("ended" in did for did in dids)
    links = sum(isinstance(change.after, core.Succession) for of in changes.values() for change in of)
    return Fate(began, ended, len(dids) - began - ended, links)


def new_names(changes: Iterable[core.Change]) -> dict[UUID, str]:
    """Give the names that units get by the changes."""
    return {row.unit: row.name for change in changes if isinstance(row := change.after, core.Version)}


def units_in(changes: Mapping[UUID, Sequence[core.Change]]) -> Iterator[UUID]:
    """Find the units that changes name."""
    yield from changes
    for change in (change for of in changes.values() for change in of):
        for row in (change.before, change.after):
            if isinstance(row, core.Placement) and row.parent:
                yield row.parent
            elif isinstance(row, core.Succession):
                yield row.result


def _worth_telling(happened: Sequence[Happening]) -> Iterator[Happening]:
    """Leave out an end that its successor tells better."""
    passed_whole = any(one.did in PASSING and one.after == ONE for one in happened)
    yield from (one for one in happened if not (one.did == "ended" and passed_whole))


def _lines(one: Happening, changes: Sequence[core.Change], names: Names) -> Iterator[Line]:
    what, tone = DID[one.did], TONES.get(one.did, "changed")
    if one.did in PASSING and one.unit:
        before = _facts((change.before for change in changes), names) if one.after == ONE else None
        yield Line(one.did, what, tone, before, names.unit(one.unit), one.after)
    elif one.did == "established":
        yield Line(one.did, what, tone, after=_facts((change.after for change in changes), names))
    elif one.did == "ended":
        yield Line(one.did, what, tone, before=_facts((change.before for change in changes), names))
    else:
        label = {**FIELDS, **LINES}.get(one.field, "")
        words = f"{what}: {label}" if label and (one.did == "corrected" or one.field not in SAID) else what
        yield Line(
            one.did, words, tone, _shown(one.field, one.before, names), _shown(one.field, one.after, names)
        )


def _facts(rows: Iterable[core.Row | None], names: Names) -> str:
    """Tell what a unit begins or ends as, in short: its kind and its codes."""
    found: dict[str, None] = {}
    for row in rows:
        match row:
            case core.Version(kind=kind):
                found[names.kind(kind)] = None
            case core.Identifier(value=value):
                found[value] = None
    return ", ".join(found)


def _shown(field: str, value: Any, names: Names) -> Any:
    if isinstance(value, UUID):
        return names.unit(value)
    return names.kind(value) if field == "kind" and value else value
