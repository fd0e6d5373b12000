"""The rulebook: loading it, looking up a figure, and judging every unit of the country by all unit rules."""

from __future__ import annotations

import timeit
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from _communes import DAY, EVE, after, before, book
from _ground import median_ms, report

from tinhgon.core.rules.apparatus.facts import Body, Kind, Province

PASSES, LOOKUPS = 5, 100_000
NEW, KINDS = date(2026, 11, 1), get_args(Kind)
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
        _judged(law, rules, f"all unit rules over the country, {name}", units, on)
    for kind, about in ((Body, "body"), (Province, "province")):
        rules = [rule for rule in law.about(about) if law.rules[rule].facts is kind]
        for name, provinces, on in (("before", 63, EVE), ("after", 34, DAY), ("newest rules", 34, NEW)):
            made = [one for one in _bodies(provinces) if isinstance(one, kind)]
            _judged(law, rules, f"all rules on a {about}, made up, {name}", made, on)


def _judged(law: Any, rules: list[str], name: str, units: list[Any], on: date) -> None:
    def once() -> int:
        return sum(len(law.judge(rules, unit, on=on)) for unit in units)

    took = median_ms(once, passes=PASSES) / 1000
    note = f"{len(units):,} × {len(rules)} rules, {once():,} findings"
    report(f"{name} ({on:%d/%m/%Y})", took, "s", limit=3, note=note)


def _bodies(provinces: int) -> Iterator[Body | Province]:
    """Make up what no list of the country tells: the bodies of each province."""
    for number in range(provinces):
        yield Province(
            province_type="hanoi_hcm" if number < 2 else "other_province", departments=13 + number % 4,
            department_deputies=40 + number, merged_from=1 + number % 3, joined_departments=number % 14,
            merged_on=DAY if number % 3 else None, communes=95, commune_bodies=480, commune_divisions=380,
            commune_deputies=400 + number,
        )  # fmt: skip
        for body in range(14 * 8):
            yield Body(
                kind=KINDS[body % len(KINDS)], province_type="other_province", headcount=4 + body % 20,
                deputy_heads=body % 5, divisions=body % 6, superior_deputies=3, peer_deputies=3,
                funding="state_funded", essential_service=False, merged_on=DAY if body % 2 else None,
            )  # fmt: skip


if __name__ == "__main__":
    main()
