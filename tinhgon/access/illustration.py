"""Whether the people of the register are made up; asked before any model can be loaded, too."""

from __future__ import annotations

from django.conf import settings
from django.db import connection


def people_are_real() -> bool:
    """Tell whether the register holds a person who is not illustrative."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_people_are_real()")
        return bool(cursor.fetchone()[0])


def newcomers_are_made_up() -> bool:
    """Tell whether a file opened now is illustrative too.

    Where the second factor is left out, nobody is real, and nobody becomes so by a file that is opened.
    """
    return settings.SECOND_FACTOR == "off" and not people_are_real()
