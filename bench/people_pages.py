"""What pages of people cost with 50,000 people, 60,000 posts and 3,000 units: statements and server time.

For a reader of one branch of eleven units and for one who reaches the whole city.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Any

from _ground import ROOT, close_register, median_ms, open_register, report

DAY = "2026-11-01"


def main() -> None:
    """Measure each page for both readers."""
    # The second factor is not what is measured.
    os.environ |= {"TINHGON_VAULT": str(ROOT / "var" / "bench" / "vault"), "TINHGON_SECOND_FACTOR": "off"}
    open_register("people")
    from _people import numbered

    branch = numbered("unit", 40)
    for who, unit in (("one branch", branch), ("the city", None)):
        ask = asking_as(who, unit)
        for what, path in _pages().items():
            statements, size = count_sql(ask, path)
            note = f"{statements} SQL (goal ≤ 15), {size / 1024:.0f} kB"
            took = median_ms(lambda path=path, ask=ask: ask(path))
            report(f"{who}: {what}", took, "ms", limit=150, note=note)
    close_register()


def _pages() -> dict[str, str]:
    from _people import numbered

    unit, person = numbered("unit", 40), numbered("person", 39)
    return {
        "people": f"/people/?on={DAY}",
        "people, page 3": f"/people/?on={DAY}&page=3",
        "people by name": f"/people/?on={DAY}&q=nguyen+lan",
        "people of a branch, by unit": f"/people/?on={DAY}&unit={unit}&sort=unit",
        "civil servants, by title": f"/people/?on={DAY}&staff=civil_servant&sort=title",
        "terms that end": f"/people/?on={DAY}&term_before=01/06/2027&sort=term",
        "without a post": f"/people/?on={DAY}&idle=1",
        "dossier": f"/people/{person}/?on={DAY}",
        "dashboard": f"/people/dashboard/?on={DAY}",
        "dashboard of a branch": f"/people/dashboard/?on={DAY}&unit={unit}",
        "falling due, by the rule of the day": f"/people/upcoming/?on={DAY}",
        "search": f"/search/?on={DAY}&q=nguyen+lan",
    }


def asking_as(who: str, unit: Any) -> Callable[[str], int]:
    """Give a way to answer addresses inside this process as somebody who signs in a branch, or everywhere."""
    from django.test import Client

    from tests.logins import by_force
    from tinhgon.access.actions import make_user
    from tinhgon.access.models import Grant, User
    from tinhgon.core.periods import Period

    user = User.objects.filter(username=who.replace(" ", "-")).first()
    if user is None:
        user = make_user(username=who.replace(" ", "-"), password=os.urandom(16).hex())
        Grant.objects.create(
            user=user, role="signer", unit_id=unit, field_class=3, reason="bench",
            valid=Period(date(2000, 1, 1)),
        )  # fmt: skip
    client = Client(headers={"host": "localhost"})
    by_force(Client.force_login)(client, user)

    def ask(path: str) -> int:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return len(answer.content)

    return ask


def count_sql(ask: Callable[[str], int], path: str) -> tuple[int, int]:
    """Give the statements that an address takes, and the answer's size."""
    from django.db import connection

    connection.force_debug_cursor = True
    size = ask(path)
    statements = len(connection.queries_log)
    connection.force_debug_cursor = False
    return statements, size


if __name__ == "__main__":
    main()
