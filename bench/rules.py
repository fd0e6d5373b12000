"""The rulebook: loading it, looking up a figure, and judging every unit of the country by all unit rules."""

from __future__ import annotations

import timeit
from datetime import date
from typing import Any

from _communes import DAY, EVE, after, before, book
from _ground import median_ms, report

PASSES, LOOKUPS = 5, 100_000
TOPICS = ("units.",)


def main() -> None:
    """Measure without a database: packs are files, facts are values."""
    report("packs: read, held against the schema, joined", median_ms(book, passes=PASSES), "ms", limit=300)
    law = book()
    figure, day = law.figures["units.commune_standard"], date(2016, 6, 1)
    each = min(timeit.repeat(lambda: figure.on(day), number=LOOKUPS, repeat=PASSES)) / LOOKUPS * 1e6
    report("one figure on a day (its oldest value)", each, "µs", limit=5)
    rules = [rule for rule in law.about("territory") if rule.startswith(TOPICS)]
    for name, units, on in (("before", before(), EVE), ("after", after(), DAY)):
        _judged(law, rules, name, units, on)


def _judged(law: Any, rules: list[str], name: str, units: list[Any], on: date) -> None:
    def once() -> int:
        return sum(len(law.judge(rules, unit, on=on)) for unit in units)

    took = median_ms(once, passes=PASSES) / 1000
    note = f"{len(units):,} units × {len(rules)} rules, {once():,} findings"
    report(f"all unit rules over the country, {name} ({on:%d/%m/%Y})", took, "s", limit=3, note=note)


if __name__ == "__main__":
    main()
