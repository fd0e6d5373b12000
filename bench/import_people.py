"""Workbooks on their way into the register: 100,000 rows, 18 % faulty, matched; 20,000 good ones to drafts.

`bench/workbook.py` measures the reading alone, without a register.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from _ground import ROOT, close_register, open_register, report

ROWS, GOOD, FAULTY = 100_000, 20_000, 0.18
DAY = date(2025, 9, 1)
FOLDER = ROOT / "var" / "bench" / "imports"
TITLES = (
    "Họ và tên", "Số định danh cá nhân", "Ngày sinh", "Giới tính", "Đơn vị", "Dân tộc", "Ngạch", "Bậc",
    "Hệ số lương", "Từ ngày", "Ghi chú",
)  # fmt: skip
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Khánh", "Linh", "Ngọc", "Phượng", "Thảo", "Vỹ", "Yến")


def main() -> None:
    """Measure each way in a process of its own, so that peaks of memory do not mix."""
    faulty, good = _measured("faulty"), _measured("good")
    note = f"{faulty['faults']:.0f} faults in {faulty['rows']:.0f} rows of 11 columns"
    report("faulty list: read, match, error workbook (CPU)", faulty["cpu"], "s", limit=15, note=note)
    report("of this: reading and matching", faulty["prepare"], "s")
    report("of this: writing the error workbook", faulty["write"], "s")
    report("peak memory", faulty["peak"], "MB", limit=400)
    note = f"{good['opened']:.0f} dossiers sealed, {good['steps']:.0f} operations in one draft"
    report("good list: preview (wall clock)", good["preview"], "s", note=f"{good['rows']:.0f} rows")
    report("good list: confirm, all or nothing (wall clock)", good["confirm"], "s", note=note)
    report("peak memory", good["peak"], "MB")


def _measured(what: str) -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, what], check=True, capture_output=True, text=True)
    return dict(json.loads(run.stdout.splitlines()[-1]))


def once(what: str) -> dict[str, float]:
    """Measure one of the two on the register of Cần Thơ, and leave it as it was."""
    open_register("cantho")
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        cursor.execute("SET tinhgon.actor = 'system'")
    content = _file(what).read_bytes()
    with transaction.atomic():
        found = _faulty(content) if what == "faulty" else _good(content)
        transaction.set_rollback(True)
    close_register()
    return found | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _faulty(content: bytes) -> dict[str, float]:
    from tinhgon.exchange.imports.preparing import prepare
    from tinhgon.office.sheets.mending import error_workbook

    began = time.process_time()
    found = prepare(content, kind="people", on=DAY, reach=_everywhere())
    prepared = time.process_time()
    error_workbook(found.reading)
    end = time.process_time()
    return {
        "cpu": end - began, "prepare": prepared - began, "write": end - prepared,
        "faults": len(found.faults), "rows": found.count,
    }  # fmt: skip


def _good(content: bytes) -> dict[str, float]:
    from tinhgon.exchange.imports.actions import carry_out
    from tinhgon.exchange.imports.preparing import prepare
    from tinhgon.register.actions.drafting import Head

    head = Head(type="QĐ", number="1/QĐ-ĐO", issuer="Phép đo", issued_on=DAY, effective_on=DAY, title="Đo")
    began = time.perf_counter()
    found = prepare(content, kind="people", on=DAY, reach=_everywhere())
    previewed = time.perf_counter()
    done = carry_out(found, head=head, by=None, reach=_everywhere())
    return {
        "preview": previewed - began, "confirm": time.perf_counter() - previewed, "rows": found.count,
        "opened": done.opened, "steps": len(found.plan.steps),
    }  # fmt: skip


def _everywhere() -> Any:
    from tinhgon.core.reach import SENSITIVE, Allowed, Reach

    return Reach((Allowed("signer", SENSITIVE, None),))


def _file(what: str) -> Path:
    """Make the workbook the first time."""
    place = FOLDER / f"{what}.xlsx"
    if not place.exists():
        from tinhgon.office.sheets.lists import ListColumn, write_list

        FOLDER.mkdir(parents=True, exist_ok=True)
        count, share = (ROWS, FAULTY) if what == "faulty" else (GOOD, 0.0)
        rows = _rows(random.Random(3), count, share)
        place.write_bytes(write_list("Cán bộ", [ListColumn(title) for title in TITLES], rows))
    return place


def _rows(dice: random.Random, count: int, share: float) -> Iterator[list[str | float | None]]:
    from tinhgon.register.models import UnitVersion

    units = list(UnitVersion.objects.on(DAY).filter(kind="ward").values_list("name", flat=True))
    for number in range(count):
        row: list[str | float | None] = [
            " ".join((dice.choice(FAMILIES), *dice.choices(GIVEN, k=3))), f"0920{number:08}",
            dice.choice((str(dice.randint(1960, 2000)), f"{dice.randint(1, 28)}/{dice.randint(1, 12)}/1985")),
            dice.choice(("Nam", "nữ")), dice.choice(units), dice.choice((None, "Khmer")), "Chuyên viên",
            dice.randint(1, 9), dice.choice(("2,34", 3.33, "4,98")), None, f"Ghi chú của dòng {number}",
        ]  # fmt: skip
        if dice.random() < share:
            _spoil(row, dice)
        yield row


def _spoil(row: list[str | float | None], dice: random.Random) -> None:
    """Make one of the faults that people make."""
    match dice.randrange(5):
        case 0:
            row[2] = "31/02/1980"
        case 1:
            row[1] = str(dice.randint(10**6, 10**8))
        case 2:
            unit = str(row[4])
            cut = dice.randrange(len(unit) - 4)
            row[4] = unit[:cut] + dice.choice("bcdgh") + unit[cut + 1 :]
        case 3:
            row[8] = "3.33.3"
        case 4:
            row[0] = None


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(once(sys.argv[1])))
    else:
        main()
