"""What the mergers of 2025 made of the country, by article of resolution 76/2025: a table of 3,321 units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from _communes import CANTHO, DAY, after, book, rows

RULE = "units.merged_size"
MERGED = (
    ("5.1", "reach the standard of 5.1"),
    ("5.2", "do not: lawful only by 5.2 (three or more merged)"),
    ("5.2?", "lawful by 5.2; 5.1 depends on terrain or region"),
    ("5.1?", "two merged; 5.1 or 5.3 depends on terrain or region"),
    ("5.3", "neither 5.1 nor 5.2: for the Standing Committee, 5.3"),
)
REST = (("left", "not merged"), ("zone", "special zones (5.1 sets nothing)"))
COLUMNS = (
    "communes", "if those of unknown terrain are mountain, 5.1.a", "if they are not, 5.1.b", "wards, 5.1.c",
    "all", "92: communes, 5.1.b", "92: wards", "92: all",
)  # fmt: skip


def main() -> None:
    """Judge every unit by Article 5 on 01/07/2025 and print the table."""
    law, listed, units = book(), rows("after"), after()
    of_92 = [unit for row, unit in zip(listed, units, strict=True) if row["province_code"] == CANTHO]

    def count(some: Iterable[Any]) -> Counter[str]:
        return Counter(_article(law, unit) for unit in some)

    communes = _of(units, "commune")
    columns = [
        count(communes),
        count(_as(communes, "mountain")),
        count(_as(communes, "lowland")),
        count(_of(units, "ward")),
        count(units),
        count(_of(of_92, "commune")),
        count(_of(of_92, "ward")),
        count(of_92),
    ]
    _print(columns)
    _print_left(law, units, of_92)
    _print_doubt(law, units, listed)


def _article(law: Any, unit: Any) -> str:
    """Name the clause on which a unit stands."""
    if unit.kind == "special_zone":
        return "zone"
    if unit.members is None:
        return "left"
    found = {finding.says for finding in law.check(RULE, unit, on=DAY)}
    if not found:
        return "5.1"
    if "many_open" in found:
        return "5.2?"
    if any(says.startswith("many_") for says in found):
        return "5.2"
    return "5.1?" if found == {"unknown"} else "5.3"


def _of(units: Iterable[Any], kind: str) -> list[Any]:
    return [unit for unit in units if unit.kind == kind]


def _as(units: Iterable[Any], terrain: str) -> list[Any]:
    """Suppose a terrain where none is known."""
    return [replace(unit, terrain=unit.terrain or terrain) for unit in units]


def _print(columns: list[Counter[str]]) -> None:
    print(f"\nThe units of {DAY:%d/%m/%Y} by Article 5 of resolution 76/2025/UBTVQH15", end="")
    print(" (published areas and populations; terrain is known for 92, Cần Thơ, only)")
    for place, column in enumerate(COLUMNS):
        print(f"{'':56}{'│ ' * place}┌ {column}")
    for key, words in (*MERGED, *REST):
        print(f"{words:<54}" + "".join(f"{column[key]:>7,}" for column in columns))
    print(f"{'all':<54}" + "".join(f"{column.total():>7,}" for column in columns))


def _print_left(law: Any, units: list[Any], of_92: list[Any]) -> None:
    """Tell of those not merged how many lie below the standard of resolution 1211."""
    for name, some in (("the country", units), ("92", of_92)):
        left = [unit for unit in some if unit.members is None and unit.kind != "special_zone"]
        found = Counter(
            "below" if any(one.severity == "warn" for one in of_one) else "open" if of_one else "meet"
            for of_one in (law.check("units.left_unmerged", unit, on=DAY) for unit in left)
        )
        print(
            f"Not merged in {name}: {len(left)}, of which {found['meet']} meet the standard of 1211,", end=""
        )
        print(
            f" {found['below']} do not (a ground of Article 3 is in no list), {found['open']} depend on facts"
        )


def _print_doubt(law: Any, units: list[Any], listed: list[dict[str, str]]) -> None:
    doubtful = [
        _article(law, unit)
        for unit, row in zip(units, listed, strict=True)
        if row["population_source"] == "published_suspect"
    ]
    found = ", ".join(f"{number} in {key}" for key, number in sorted(Counter(doubtful).items()))
    print(f"Of {len(doubtful)} units the published population is doubtful: {found}")


if __name__ == "__main__":
    main()
