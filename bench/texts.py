"""Seconds of CPU that the reader takes for a text of a hundred pages, part by part and in whole.

    ./run bench texts [FILE]

Without a file (or a folder in TINHGON_TEXTS), a plan is made up and repeated until it is long enough.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from _ground import report

from tinhgon.texts.citations import read_citations
from tinhgon.texts.clean import clean
from tinhgon.texts.deadlines import read_deadlines
from tinhgon.texts.head import read_head
from tinhgon.texts.notices import read_notices
from tinhgon.texts.plain import as_json
from tinhgon.texts.reading import read
from tinhgon.texts.structure import read_items
from tinhgon.texts.targets import read_targets
from tinhgon.texts.tasks import read_tasks

LETTERS = 300_000  # a hundred pages of A4 as the decree on records lays them out
PASSES = 5
TOP = """ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc\n-------\nSố: 41/KH-UBND\nCần Thơ, ngày 05 tháng 02 năm 2026\n
KẾ HOẠCH\nTriển khai chuyển đổi số năm 2026\n
Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;\n\n"""
SECTION = """{number}. Sở Khoa học và Công nghệ\n
a) Chủ trì, phối hợp với Sở Nội vụ, Công an thành phố và Ủy ban nhân dân xã, phường rà
soát các nhiệm vụ của Nghị quyết số {number}/NQ-CP ngày 01 tháng 4 năm 2025 của Chính phủ, hoàn thành
trước ngày 15 tháng 6 năm 2026; báo cáo Ủy ban nhân dân thành phố định kỳ hằng quý.\n
b) Phấn đấu đến năm 2030, 100% hồ sơ được giải quyết trực tuyến theo quy định tại khoản 2
Điều {number} Luật Giao dịch điện tử số 20/2023/QH15.\n
"""


def main() -> None:
    """Print the seconds of each part, and of all; the process's own time, as others may be at work."""
    text = _text()
    made = clean(text)
    head, items = read_head(made), read_items(made)
    deadlines = read_deadlines(made, head)
    targets = read_targets(made, deadlines)
    reading = read(text)
    _measure("clean", lambda: clean(text))
    _measure("head", lambda: read_head(made))
    _measure("structure", lambda: read_items(made))
    _measure("deadlines", lambda: read_deadlines(made, head))
    _measure("targets", lambda: read_targets(made, deadlines))
    _measure("tasks", lambda: read_tasks(made, head, items, deadlines, targets))
    _measure("citations", lambda: read_citations(made, head))
    _measure("notices", lambda: read_notices(made, head))
    _measure("as plain data", lambda: as_json(reading))
    _measure(f"all, {len(text):,} letters", lambda: read(text), limit=1.0)
    print(f"items {len(items)}, citations {len(reading.citations)}, tasks {len(reading.tasks)}")


def _text() -> str:
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("TINHGON_TEXTS", "")
    if not named:
        body = "".join(SECTION.format(number=number) for number in range(1, LETTERS // len(SECTION) + 2))
        return (TOP + body)[:LETTERS]
    files = [Path(named)] if Path(named).is_file() else sorted(Path(named).glob("*.txt"))
    joined = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    return (joined * (LETTERS // max(len(joined), 1) + 1))[:LETTERS]


def _measure(what: str, call: Callable[[], Any], *, limit: float | None = None) -> None:
    taken = list[float]()
    for _ in range(PASSES):
        begun = time.process_time()
        call()
        taken.append(time.process_time() - begun)
    report(what, statistics.median(taken), "s", limit=limit, digits=3)


if __name__ == "__main__":
    main()
