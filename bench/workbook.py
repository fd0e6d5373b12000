"""A workbook of 100,000 rows × 11 columns, 18 % of them faulty: read, checked, its error workbook written."""

from __future__ import annotations

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from _ground import ROOT, report

ROWS, FAULTY, PASSES = 100_000, 0.18, 3
FILE = ROOT / "var" / "bench" / "workbook" / "officials.xlsx"
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Khánh", "Linh", "Ngọc", "Phượng", "Thảo", "Vỹ", "Yến")
PLACES = ("Cái Khế", "An Bình", "Tân Lộc", "Thới Thuận", "Vị Thanh", "Ngã Bảy", "Mỹ Tú", "Kế Sách", "Long Mỹ")
UNITS = tuple(
    f"{trade} {kind} {place} {number}"
    for trade in ("Văn phòng", "Phòng Nội vụ", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội")
    for kind in ("phường", "xã")
    for place in PLACES
    for number in range(1, 43)
)
TITLES = (
    "Họ và tên", "Số định danh cá nhân", "Ngày sinh", "Giới tính", "Đơn vị", "Chức danh", "Ngày bổ nhiệm",
    "Hệ số lương", "Số quyết định", "Đảng viên", "Ghi chú",
)  # fmt: skip


def main() -> None:
    """Make the file the first time; then measure each pass in a process of its own."""
    if not FILE.exists():
        FILE.parent.mkdir(parents=True, exist_ok=True)
        FILE.write_bytes(_made())
    runs = [_measured() for _ in range(PASSES)]

    def usual(figure: str) -> float:
        return statistics.median(run[figure] for run in runs)

    note = f"{runs[0]['faulty']:.0f} faulty rows, {runs[0]['faults']:.0f} faults"
    report(
        "workbook of 100,000 rows: read, check, error workbook (CPU)", usual("cpu"), "s", limit=15, note=note
    )
    report("of this: reading and checking", usual("read"), "s")
    report("of this: nearest names of unknown units", usual("nearest"), "s",
           note=f"{runs[0]['unknown']:.0f} names, {len(UNITS)} known")  # fmt: skip
    report("of this: writing the error workbook", usual("write"), "s")
    report("peak memory", usual("peak"), "MB", limit=400)


def _measured() -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, "once"], check=True, capture_output=True, text=True)
    return dict(json.loads(run.stdout))


def once() -> dict[str, float]:
    """Read, check and write once; give CPU seconds and the peak of memory."""
    from tinhgon.core.errors import Refused
    from tinhgon.office.sheets.mending import error_workbook
    from tinhgon.office.sheets.nearest import Nearest
    from tinhgon.office.sheets.reading import read_list

    class UnknownUnit(Refused):
        vi = "Không có đơn vị “{found}”."
        en = "There is no unit “{found}”."

    reading = read_list(FILE.read_bytes(), _columns(), unique=[("id",)])
    read = time.process_time()
    nearest, known, unknown = Nearest(UNITS), set(UNITS), 0
    for row in reading.rows:
        unit = row.values["unit"]
        if unit and unit not in known:
            unknown += 1
            reading.fault(row, "unit", UnknownUnit(found=unit), nearest.to(unit))
    sought = time.process_time()
    Path(FILE.with_name("errors.xlsx")).write_bytes(error_workbook(reading))
    end = time.process_time()
    return {
        "cpu": end, "read": read, "nearest": sought - read, "write": end - sought, "unknown": unknown,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "faults": len(reading.faults), "faulty": len({fault.row for fault in reading.faults}),
    }  # fmt: skip


def _columns() -> tuple[object, ...]:
    from tinhgon.office.sheets import kinds
    from tinhgon.office.sheets.columns import Column

    read = (
        kinds.Name(), kinds.Code(12), kinds.Partial(), kinds.Choice({"m": ("Nam",), "f": ("Nữ",)}),
        kinds.Text(), kinds.Text(), kinds.Day(), kinds.Number(least=1, most=13), kinds.Text(),
        kinds.YesNo(), kinds.Text(),
    )  # fmt: skip
    keys = ("name", "id", "born", "sex", "unit", "title", "since", "pay", "decision", "party", "note")
    return tuple(
        Column(key, (title,), kind, required=key in {"name", "id"})
        for key, title, kind in zip(keys, TITLES, read, strict=True)
    )


def _made() -> bytes:
    from tinhgon.office.sheets.lists import ListColumn, write_list

    columns = [ListColumn(title) for title in TITLES]
    return write_list("Cán bộ", columns, _rows(random.Random(3)), lines=("DANH SÁCH CÁN BỘ", ""))


def _rows(dice: random.Random) -> Iterator[list[str | float | None]]:
    for number in range(ROWS):
        row: list[str | float | None] = [
            " ".join((dice.choice(FAMILIES), *dice.choices(GIVEN, k=3))), f"0920{number:08}",
            dice.choice((str(dice.randint(1960, 2000)), _day(dice, 1960))), dice.choice(("Nam", "nữ")),
            dice.choice(UNITS), "Chuyên viên", _day(dice, 1985), dice.choice((2.34, 3.33, 4.98)),
            f"{dice.randint(1, 999)}/QĐ-UBND", dice.choice(("x", "không")), f"Ghi chú của dòng {number}",
        ]  # fmt: skip
        if dice.random() < FAULTY:
            _spoil(row, dice)
        yield row


def _day(dice: random.Random, first: int) -> str:
    return f"{dice.randint(1, 28)}/{dice.randint(1, 12)}/{first + dice.randrange(40)}"


def _spoil(row: list[str | float | None], dice: random.Random) -> None:
    """Make one of the faults that people make."""
    match dice.randrange(6):
        case 0:
            row[2] = "31/02/1980"
        case 1:
            row[6] = f"01/03/{dice.randint(10, 25)}"
        case 2:
            row[1] = str(dice.randint(10**6, 10**8))
        case 3:
            unit = str(row[4])
            cut = dice.randrange(len(unit) - 4)
            row[4] = unit[:cut] + dice.choice("bcdgh") + unit[cut + 1 :]
        case 4:
            row[7] = "3.33.3"
        case 5:
            row[0] = None


if __name__ == "__main__":
    if sys.argv[1:] == ["once"]:
        print(json.dumps(once()))
    else:
        main()
