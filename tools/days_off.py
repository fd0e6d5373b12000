"""Writes tinhgon/texts/calendar/holidays.yaml anew: `pip install holidays==0.109`, then run this file.

The package (MIT, https://github.com/vacanza/holidays) is needed here alone, never by the program.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

YEARS = range(2018, 2031)
ANNOUNCED = 2026  # the last year whose order of days off the package knows as announced
SATURDAY = 5
FILE = Path(__file__).resolve().parents[1] / "tinhgon" / "texts" / "calendar" / "holidays.yaml"
HEAD = """\
# Days off from Monday to Friday, and the days at a weekend that are worked in exchange. Written by
# tools/days_off.py from the package `holidays` {version} (MIT, https://github.com/vacanza/holidays),
# which cites Bộ luật Lao động 1994 (Điều 73), 2012 (Điều 115), 2019 (Điều 112); Nghị quyết 80-NQ/TW
# (24/11); for exchanged days Công văn 6519/VPCP-KGVX (2018, 2019), Công văn 2450/VPCP-KGVX (2024),
# Thông báo 6150/TB-BLĐTBXH (2025) and the announcement for 2026. `provisional`: no order for that year
# was known; its days follow the rule of the code, and the second day of the National Day and exchanged
# days may turn out otherwise.
years:
"""


def main() -> None:
    """Write the file."""
    holidays = importlib.import_module("holidays")
    found = holidays.VN(years=YEARS, language="vi")
    days = {day: name for day, name in sorted(found.items()) if day.weekday() < SATURDAY}
    lines = [line for year in YEARS for line in _year(year, days, sorted(found.weekend_workdays))]
    FILE.write_text(HEAD.format(version=holidays.__version__) + "\n".join(lines) + "\n", encoding="utf-8")


def _year(year: int, off: dict[date, str], working: list[date]) -> Iterator[str]:
    yield f"  {year}:"
    if year > ANNOUNCED:
        yield "    provisional: true"
    yield "    days_off:"
    yield from (f"      {day}: {name}" for day, name in off.items() if day.year == year)
    if instead := [str(day) for day in working if day.year == year]:
        yield f"    days_worked: [{', '.join(instead)}]"


if __name__ == "__main__":
    main()
