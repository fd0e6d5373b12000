"""What 50,000 tasks cost: pages, figures and the yearly table, lineage, reminders; statements and time.

For a reader of one commune's branch and for one who reaches the whole city.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Any

from _ground import ROOT, close_register, median_ms, open_register, report
from _tasks import TODAY, fill

PASSES = 5
PAGES = {
    "board": "/directives/",
    "list": "/directives/list/",
    "calendar": "/directives/calendar/",
    "heat map": "/directives/heat/",
    "a leader's page": "/directives/leading/",
}


def main() -> None:
    """Measure pages for both readers, then queries and actions with the rights of commands."""
    os.environ |= {"TINHGON_VAULT": str(ROOT / "var" / "bench" / "vault"), "TINHGON_SECOND_FACTOR": "off"}
    open_register("cantho-tasks")
    fill()
    _pages()
    _figures()
    close_register()


def _pages() -> None:
    from people_pages import asking_as, count_sql

    from tinhgon.directives.models import Obligation

    bearer = Obligation.objects.order_by("pk").values_list("unit_id", flat=True)[0]
    for who, unit in (("one branch", bearer), ("the city", None)):
        ask = asking_as(who, unit)
        for what, path in PAGES.items():
            statements, size = count_sql(ask, path)
            note = f"{statements} SQL (goal ≤ 15), {size / 1024:.0f} kB"
            took = median_ms(partial(ask, path), passes=PASSES)
            report(f"{who}: {what}", took, "ms", limit=150, note=note)


def _figures() -> None:
    from django.db import connection

    from tinhgon.config.database import as_system
    from tinhgon.core.reach import EVERYTHING
    from tinhgon.directives.actions.succession import follow
    from tinhgon.directives.queries.asked import Asked
    from tinhgon.directives.queries.concretising import concretising
    from tinhgon.directives.queries.digests import due_for
    from tinhgon.directives.queries.lateness import lateness
    from tinhgon.directives.queries.review import first_table

    connection.close()
    as_system(connection.settings_dict)
    year = Asked.of_year(2026, today=TODAY)
    _measure("lateness by unit", lambda: lateness(year, "unit", EVERYTHING))
    _measure("lateness by directive", lambda: lateness(year, "directive", EVERYTHING))
    _measure("days to concretising documents", lambda: concretising(year, EVERYTHING))
    _measure("first table of the year-end review", lambda: first_table(2026, EVERYTHING, today=TODAY))
    _measure("what one user is reminded of", lambda: due_for(EVERYTHING, on=TODAY))
    _measure("lineage, nothing to pass on", lambda: follow(on=TODAY))


def _measure(what: str, call: Callable[[], Any]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        call()
    report(what, median_ms(call, passes=PASSES), "ms", note=f"{len(captured)} SQL")


if __name__ == "__main__":
    main()
