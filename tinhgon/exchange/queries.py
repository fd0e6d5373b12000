"""Reads that only other programs ask for: lists by cursor, one unit's facts, names for sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from tinhgon.core.errors import Refused, Said
from tinhgon.core.names import fold, sought
from tinhgon.core.reach import Reach
from tinhgon.core.rows import NATIONAL
from tinhgon.exchange.words import Words
from tinhgon.register.models import Change, Decision, Identifier, Placement, UnitKind, UnitVersion
from tinhgon.register.queries import units
from tinhgon.register.queries.decisions import listed
from tinhgon.register.queries.sight import visible
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source


class NoSuchCursor(Refused):
    vi = "Không có con trỏ “{cursor}”. Dùng nguyên “next” của trang trước, hoặc bỏ trống để đọc từ đầu."
    en = "There is no cursor “{cursor}”. Use the “next” of the page before as it is, or none to begin."


class NoSuchDecision(Refused):
    vi = "Không có quyết định {decision}. Kiểm tra lại mã định danh."
    en = "There is no decision {decision}. Check the identity."


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list, and where the next one begins; None at the end."""

    items: list[Any]
    next: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one unit: what it was, where it stood, which codes it bore."""

    versions: list[UnitVersion]
    placements: list[Placement]
    codes: list[Identifier]
    names: dict[UUID, str]

    def on(self, day: date) -> UnitVersion | None:
        """Give the version in force on a day."""
        return next((row for row in self.versions if day in row.valid), None)


def facts(unit: UUID, as_of: AsOf) -> Facts:
    """Read a unit: four statements.

    :raises NoSuchUnit: nothing is known of it.
    """
    versions = units.versions(unit, as_of)
    if not versions:
        raise units.NoSuchUnit(unit=unit, day=as_of.valid)
    placements = list(Placement.objects.as_known(as_of).filter(unit=unit).order_by("line", "valid"))
    above = {row.parent_id for row in placements if row.parent_id}
    names = units.names(above, on=as_of.valid, as_of=as_of)
    return Facts(versions, placements, list(units.codes(unit, as_of)), names)


def living(as_of: AsOf, *, text: str = "", code: str = "", after: str = "", limit: int = 50) -> Page:
    """List the units that live on the day, in Vietnamese order, from a cursor on: two statements."""
    rows = UnitVersion.objects.as_of(as_of)
    if wanted := fold(sought(text)):
        rows = rows.filter(name_folded__contains=wanted)
    if code := code.strip():
        coded = Identifier.objects.as_of(as_of).filter(scheme=NATIONAL, value__startswith=code)
        rows = rows.filter(unit__in=coded.values("unit_id"))
    if after:
        name_key, unit = _cursor(after)
        rows = rows.filter(Q(name_key__gt=name_key) | Q(name_key=name_key, unit_id__gt=unit))
    found = list(rows.order_by("name_key", "unit_id")[: limit + 1])
    held = Identifier.objects.as_of(as_of).filter(scheme=NATIONAL, unit__in=[row.unit_id for row in found])
    codes = dict(held.values_list("unit_id", "value"))
    items = [(row, codes.get(row.unit_id)) for row in found[:limit]]
    last = found[limit - 1] if len(found) > limit else None
    return Page(items, f"{last.name_key.encode().hex()}.{last.unit_id}" if last else None)


def decisions(
    reach: Reach,
    user: int | None,
    *,
    on: date | None,
    as_of: AsOf,
    drafts: bool,
    text: str = "",
    after: str = "",
    limit: int = 50,
) -> Page:
    """List decisions, the latest effect first, from a cursor on; `on` keeps those in force by that day."""
    found = listed(as_of, reach, user, text=text, state="" if drafts and not on else Decision.State.SIGNED)
    if on:
        found = found.filter(effective_on__lte=on)
    if after:
        found = found.filter(_before(after))
    rows = list(found.order_by("-effective_on", "-id")[: limit + 1])
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], f"{last.effective_on}.{last.pk}" if last else None)


def decision(pk: str, as_of: AsOf, reach: Reach, user: int | None, *, drafts: bool) -> Decision:
    """Read one decision with its operations.

    :raises NoSuchDecision: it is not there, not yet known, a draft of others, or about people out of reach.
    """
    rows = _known(as_of, drafts=drafts).filter(pk=_uuid(pk)).select_related("type")
    found = visible(reach, user, rows).first()
    if found is None:
        raise NoSuchDecision(decision=pk[:60])
    return found


def changes(decision: Decision, *, after: str = "", limit: int = 500) -> Page:
    """Give what a signed decision changed, from a cursor on."""
    if after and not (after.isdecimal() and after.isascii() and len(after) < 19):
        raise NoSuchCursor(cursor=after[:40])
    rows = Change.objects.filter(decision=decision, kind=Change.Kind.RECORDED, pk__gt=int(after or 0))
    found = list(rows.order_by("pk")[: limit + 1])
    return Page(found[:limit], str(found[limit - 1].pk) if len(found) > limit else None)


@dataclass(frozen=True, slots=True)
class Passed:
    """What passed from one unit to another, and by which document; names are the last and the first."""

    origin: UUID
    origin_name: str
    result: UUID
    result_name: str
    on: date
    how: str
    decision: UUID
    number: str
    title: str
    issuer: str
    issued_on: date


PASSED = """
SELECT s.origin_id, o.name, s.result_id, r.name, s."on", s.how, d.id, d.number, d.title, d.issuer, d.issued_on
FROM {successions} s
JOIN register_decision d ON d.id = s.decision_id
JOIN {versions} o ON o.unit_id = s.origin_id AND o.valid @> s."on" - 1
JOIN {versions} r ON r.unit_id = s.result_id AND r.valid @> s."on"
WHERE s."on" <= %(day)s
ORDER BY s."on", d.id, r.name_key, o.name_key
"""


def passed(as_of: AsOf) -> list[Passed]:
    """Give the lineage up to the day, oldest first, as known."""
    known = as_of.known is not None
    sql = PASSED.format(
        successions=source("register_succession", known=known),
        versions=source("register_unitversion", known=known),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"day": as_of.valid, "known": as_of.known})
        return [Passed(*row) for row in cursor]


def kind_names() -> dict[str, Said]:
    """Name every kind of unit in both languages."""
    return {kind.code: Said(kind.name_vi, kind.name_en) for kind in UnitKind.objects.all()}


def formal_kinds() -> frozenset[str]:
    """Give the kinds that the law on local government itself names: those with a level."""
    return frozenset(UnitKind.objects.filter(level__isnull=False).values_list("code", flat=True))


def words(mentioned: Iterable[UUID], as_of: AsOf) -> Words:
    """Read the names that sentences need: two statements."""
    return Words(units.names(mentioned, on=as_of.valid, as_of=as_of), kind_names())


def _known(as_of: AsOf, *, drafts: bool) -> QuerySet[Decision]:
    found = Decision.objects.all() if drafts else Decision.objects.filter(state=Decision.State.SIGNED)
    return found.filter(signed_at__lte=as_of.known) if as_of.known else found


def _before(cursor: str) -> Q:
    day, _, pk = cursor.partition(".")
    try:
        effective_on, last = date.fromisoformat(day), UUID(pk)
    except ValueError:
        raise NoSuchCursor(cursor=cursor[:40]) from None
    return Q(effective_on__lt=effective_on) | Q(effective_on=effective_on, id__lt=last)


def _cursor(text: str) -> tuple[str, UUID]:
    name_key, _, unit = text.rpartition(".")
    try:
        found = bytes.fromhex(name_key).decode(), UUID(unit)
    except ValueError:
        raise NoSuchCursor(cursor=text[:40]) from None
    if "\x00" in found[0]:
        raise NoSuchCursor(cursor=text[:40])
    return found


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NoSuchDecision(decision=text[:60]) from None
