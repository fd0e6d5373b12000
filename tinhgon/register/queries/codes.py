"""The words of all code lists in the language in use: one statement."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection
from django.utils.translation import get_language

from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

KIND, TITLE, STAFF, GRADE, LINE = "kind", "title", "staff", "grade", "line"
CODES = """
SELECT 'kind', code, {name}, position FROM register_unitkind
UNION ALL SELECT 'title', code, {name}, position FROM register_posttitle
UNION ALL SELECT 'staff', code, {name}, position FROM register_staffkind
UNION ALL SELECT 'grade', code, {name}, position FROM register_grade
{lines}
ORDER BY 4, 2
"""
# Every line has a top, and tops are few: so none but them is looked at.
LINES = """
UNION ALL SELECT DISTINCT 'line', line, line, 0 FROM {placements} p
WHERE parent_id IS NULL AND valid @> %(day)s
"""


def codes(as_of: AsOf | None = None) -> Mapping[str, dict[str, str]]:
    """Name every kind of unit, title, kind of staff and grade, in the order of their lists.

    With a point of view it tells also the lines in which units stand then.
    """
    name = "name_en" if (get_language() or "vi").startswith("en") else "name_vi"
    found: dict[str, dict[str, str]] = {KIND: {}, TITLE: {}, STAFF: {}, GRADE: {}, LINE: {}}
    known = as_of is not None and as_of.known is not None
    lines = LINES.format(placements=source("register_placement", known=known)) if as_of else ""
    values = {"day": as_of.valid, "known": as_of.known} if as_of else {}
    with connection.cursor() as cursor:
        cursor.execute(CODES.format(name=name, lines=lines), values)
        for of, code, words, _ in cursor:
            found[of][code] = words
    return found
