"""Whether the people of the register are made up; asked before any model can be loaded, too."""

from __future__ import annotations

from django.db import connection


def people_are_real() -> bool:
    """Tell whether the register holds a person who is not illustrative."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_people_are_real()")
        return bool(cursor.fetchone()[0])
