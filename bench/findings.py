"""What the rules find of people and of the register: 50,000 people in one pass; the demonstration's page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random
from typing import Any

from _communes import book
from _ground import ROOT, close_register, median_ms, open_register, report
from people_pages import asking_as, count_sql

from tinhgon.core.partial import PartialDay
from tinhgon.core.rules.appointment.term import Tenure
from tinhgon.core.rules.retirement.standing import Serving

PEOPLE, DAY = 50_000, date(2026, 11, 1)
PASSES = 5


def main() -> None:
    """Measure rules without a database, then pages on the demonstration with its people."""
    _people()
    os.environ |= {"TINHGON_VAULT": str(ROOT / "var" / "bench" / "vault"), "TINHGON_SECOND_FACTOR": "off"}
    os.environ["TINHGON_TERRAIN"] = "lowland"
    open_register("demo")
    _pages()
    close_register()


def _people() -> None:
    law = book()
    ages, terms = _made()
    for rule, facts in (("retirement.reached", ages), ("appointment.term", terms)):

        def once(rule: str = rule, facts: list[Any] = facts) -> int:
            return sum(len(law.judge([rule], one, on=DAY)) for one in facts)

        took = median_ms(once, passes=PASSES) / 1000
        report(f"{rule} over {PEOPLE:,} people", took, "s", limit=5, note=f"{once():,} findings")


def _made() -> tuple[list[Serving], list[Tenure]]:
    """Make people of 22 to 62 years, each in a post for five years."""
    draw = Random(7)
    born = [DAY - timedelta(days=draw.randrange(22 * 365, 62 * 365)) for _ in range(PEOPLE)]
    begun = [DAY - timedelta(days=draw.randrange(5 * 365)) for _ in range(PEOPLE)]
    ages = [Serving(born=PartialDay.of(day), sex=draw.choice(("male", "female"))) for day in born]
    return ages, [Tenure(since=day, term_until=day + timedelta(days=5 * 365)) for day in begun]


def _pages() -> None:
    from tinhgon.core.reach import EVERYTHING
    from tinhgon.findings.queries.people import holders
    from tinhgon.findings.standing import standing
    from tinhgon.temporal.asof import AsOf

    as_of = AsOf(DAY)
    with _as_system():
        seen, found = standing(as_of, EVERYTHING)
        told = (
            f"{len(seen.units):,} units, {len(holders(as_of, EVERYTHING)):,} people, {len(found):,} findings"
        )
        report("the whole register judged", median_ms(lambda: standing(as_of, EVERYTHING)), "ms", note=told)
    ward = next(one.unit for one in seen.units.values() if one.kind == "ward")
    ask = asking_as("the city", None)
    for what, path in (("/findings/", "/findings/"), ("findings of a ward", f"/findings/units/{ward}/")):
        address = f"{path}?on={DAY}"
        statements, size = count_sql(ask, address)
        note = f"{statements} SQL, {size / 1024:.0f} kB"
        report(what, median_ms(lambda address=address: ask(address)), "ms", limit=300, note=note)


@contextmanager
def _as_system() -> Iterator[None]:
    """Read everybody for a while, as commands do."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET tinhgon.actor = 'system'")
        yield
        cursor.execute("RESET tinhgon.actor")


if __name__ == "__main__":
    main()
