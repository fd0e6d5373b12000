"""The table of retention, and which entries have stayed longer than it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from django.conf import settings
from django.db import connection

from tinhgon.people import refusals
from tinhgon.people.models import Entry
from tinhgon.people.sections import DATA, Section, sections
from tinhgon.people.strategies import STRATEGIES, left_of

# People who held a post, hold none now or later, and are under no hold; with the first day after the last.
LEFT = """
SELECT p.id, max(upper(a.valid)) FROM register_person p JOIN register_appointment a ON a.person_id = p.id
WHERE p.erased_at IS NULL
    AND NOT EXISTS (SELECT FROM people_legalhold h WHERE h.person_id = p.id AND h.lifted_at IS NULL)
GROUP BY p.id HAVING NOT bool_or(upper_inf(a.valid)) AND max(upper(a.valid)) <= %(on)s
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """How long entries of a section stay after their person left, and what happens then."""

    section: Section
    then: str
    keep_years: int | None


@dataclass(frozen=True, slots=True)
class Due:
    """Entries of a section of one person whose time is over."""

    person: UUID
    rule: Rule
    left_on: date
    entries: tuple[UUID, ...]


def rules() -> list[Rule]:
    """Read the table: the office's own where one is named.

    :raises MalformedRetention: it is none.
    """
    file = settings.RETENTION or DATA / "retention.yaml"
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError):
        raise _malformed(file, "?", "không đọc được", "it cannot be read") from None
    return [_rule(file, row) for row in rows or ()]


def due(on: date) -> list[Due]:
    """Give what is to be wiped on a day: what a dry run shows and a real run does."""
    timed = [rule for rule in rules() if rule.keep_years is not None and rule.then != "keep"]
    return list(_due(timed, on)) if timed else []


def _due(timed: list[Rule], on: date) -> Iterator[Due]:
    with connection.cursor() as cursor:
        cursor.execute(LEFT, {"on": on})
        gone = cursor.fetchall()
    for person, left_on in gone:
        for rule in timed:
            if _years_after(left_on, rule.keep_years or 0) > on:
                continue
            entries = Entry.objects.filter(person=person, section=rule.section.code)
            if chosen := tuple(entry.id for entry in entries.order_by("id") if _changes(entry, rule)):
                yield Due(person, rule, left_on, chosen)


def _changes(entry: Entry, rule: Rule) -> bool:
    return entry.sealed is not None or left_of(entry, rule.then) != entry.data


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)


def _rule(file: Path, row: Any) -> Rule:
    named = row.get("section") if isinstance(row, dict) else row
    if not isinstance(named, str) or named not in sections():
        raise _malformed(file, named, "không có phần này", "there is no such section")
    if row.get("then") not in STRATEGIES:
        raise _malformed(file, named, "then phải là keep, mask hoặc destroy", "then is keep, mask or destroy")
    years = row.get("keep_years")
    if years is not None and (type(years) is not int or not 0 <= years <= 200):
        raise _malformed(
            file, named, "keep_years là số năm hoặc null", "keep_years is a number of years or null"
        )
    return Rule(sections()[named], row["then"], years)


def _malformed(file: Path, named: Any, vi: str, en: str) -> refusals.MalformedRetention:
    return refusals.MalformedRetention(file=file, section=named, reason_vi=vi, reason_en=en)
