"""A town with departments, a paper of its committee, and what a reader finds in it, made by hand."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.rows import GOVERNMENT
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, THOI_BINH, unit
from tinhgon.documents.models import Intake
from tinhgon.register.tests.factories import found_town, new, signed

HEALTH, HOME = unit("Sở Y tế"), unit("Sở Nội vụ")
COMMUNES = (AN_HOA, CAI_KHE, THOI_BINH)
TEXT = """ỦY BAN NHÂN DÂN THÀNH PHỐ
Số: 12/KH-UBND
Cần Thơ, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Phòng, chống dịch bệnh mùa mưa
Căn cứ Quyết định số 77/QĐ-UBND ngày 02 tháng 02 năm 2026 của Ủy ban nhân dân thành phố;
1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ xây dựng kịch bản trước ngày 15/4/2026.
2. Ủy ban nhân dân các xã, phường vệ sinh môi trường hằng tháng.
3. Đài khí tượng báo cáo tình hình mưa.
Kế hoạch này thay thế Kế hoạch số 9/KH-UBND ngày 04/3/2025 của Ủy ban nhân dân thành phố."""


def place(words: str) -> list[int]:
    """Give where words stand in the text."""
    start = TEXT.index(words)
    return [start, start + len(words)]


def body(name: str, group: str = "") -> dict[str, Any]:
    """Name a body as the reader does."""
    kind = "group" if group else "body"
    return {"span": place(name), "words": name, "name": name, "kind": kind, "group": group}


def citation(number: str, day: str, role: str, words: str) -> dict[str, Any]:
    """Cite a document of the committee."""
    kind = number.partition("/")[2].partition("-")[0]
    return {
        "span": place(words), "words": words, "type": kind, "number": number, "day": day, "title": "",
        "issuer": "Ủy ban nhân dân thành phố", "role": role, "key": f"{number} {day}",
    }  # fmt: skip


def deadline(words: str, **values: Any) -> dict[str, Any]:
    """Set a deadline."""
    return {"span": place(words), "words": words, "due": None, "every": "", "fault": "", **values}


def task(words: str, **values: Any) -> dict[str, Any]:
    """Lay a task on somebody."""
    usual = {"cooperating": [], "deadlines": [], "targets": [], "report_to": [], "kind": "task"}
    return {"span": place(words), "words": words, "where": words[:1], **usual, **values}


def reading() -> dict[str, Any]:
    """Give what a reader finds: a head, two citations, three tasks, the last of them of nobody here."""
    return {
        "head": {
            "issuer": "Ủy ban nhân dân thành phố", "number": {"written": "12/KH-UBND", "digits": "12"},
            "type": "KH", "day": "2026-03-05", "abstract": "Phòng, chống dịch bệnh mùa mưa",
            "place": "Cần Thơ", "signer": "", "recipients": ["Sở Y tế", "Lưu: VT"],
            "places": {"number": place("12/KH-UBND"), "day": place("ngày 05 tháng 3 năm 2026")},
        },
        "citations": [
            citation("77/QĐ-UBND", "2026-02-02", "basis",
                     "Quyết định số 77/QĐ-UBND ngày 02 tháng 02 năm 2026"),
            citation("9/KH-UBND", "2025-03-04", "replaces", "Kế hoạch số 9/KH-UBND ngày 04/3/2025"),
        ],
        "tasks": [
            task("1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ xây dựng kịch bản trước ngày 15/4/2026.",
                 who=[body("Sở Y tế")], cooperating=[body("Sở Nội vụ")], kind="issue",
                 deadlines=[deadline("trước ngày 15/4/2026", due="2026-04-14")]),
            task("2. Ủy ban nhân dân các xã, phường vệ sinh môi trường hằng tháng.",
                 who=[body("Ủy ban nhân dân các xã, phường", "communes")],
                 deadlines=[deadline("hằng tháng", every="month")]),
            task("3. Đài khí tượng báo cáo tình hình mưa.", who=[body("Đài khí tượng")], kind="report"),
        ],
        "deadlines": [deadline("trước ngày 15/4/2026", due="2026-04-14")],
        "notices": [],
    }  # fmt: skip


def make_town() -> None:
    """Found the town, with two departments under the city."""
    found_town()
    signed(
        ops.Establish(unit=new("Sở Y tế", kind="department", parent=CITY, line=GOVERNMENT)),
        ops.Establish(unit=new("Sở Nội vụ", kind="department", parent=CITY, line=GOVERNMENT)),
        on=date(2020, 1, 1),
    )


def waiting(*, keeper: UUID = CITY, text: str = TEXT, **values: Any) -> Intake:
    """Put a file into a unit's tray, as if it had been read."""
    content = text.encode()
    given = {
        "name": "ke-hoach.txt", "size": len(content), "sha256": sha256(content).hexdigest(),
        "content": content, "text": text, "reading": reading(), "media_type": "text/plain",
    }  # fmt: skip
    return Intake.objects.create(keeper_id=keeper, **(given | values))
