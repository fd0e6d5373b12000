"""The task sheet: what a superior puts on units and persons, in a table."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Clause, Paragraph, Table
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import DUTIES
from tinhgon.office.letters.letter import Layout

TITLES = ("STT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm")


def make(given: Given, layout: Layout) -> Body:
    """Give the tasks as a table, then the duty to report."""
    rows = []
    for place, row in enumerate(given.rows("duties"), start=1):
        due = row.day("due")
        rows.append((f"{place}", row.text("content"), row.text("lead"), row.text("with"),
                     f"{due:%d/%m/%Y}" if due else "", row.text("product")))  # fmt: skip
    source = f"Thực hiện {given.text('source')}, giao các nhiệm vụ sau:" if given.text("source") else (
        "Giao các nhiệm vụ sau:"
    )  # fmt: skip
    duties = (
        Clause(
            "Cơ quan, người chủ trì chịu trách nhiệm về tiến độ và kết quả; báo cáo ngay khi có vướng mắc."
        ),
        Clause(f"Gửi kết quả về {given.text('report_to') or given.text('issuer')} đúng thời hạn nêu trên."),
    )
    return Body(given.text("subject"), (Paragraph(source), Table(TITLES, tuple(rows)), *duties))


KIND = Kind(
    code="task_sheet",
    vi="Phiếu giao việc",
    en="Task sheet",
    type_name="Phiếu giao việc",
    symbol="PGV",
    shape="named",
    layouts=("state", "party"),
    own=(
        Field("subject", "Về việc", "Subject", required=True),
        Field("source", "Văn bản chỉ đạo", "By which document"),
        DUTIES,
        Field("report_to", "Nơi nhận báo cáo", "Reports go to"),
    ),
    make=make,
    example=example(
        subject="Triển khai sắp xếp các phòng chuyên môn năm 2026",
        source="Kế hoạch số 157/KH-UBND ngày 20 tháng 11 năm 2025 của Ủy ban nhân dân thành phố",
        bases=[],
        duties=[
            {"lead": "Phòng Tổ chức, biên chế", "content": "Lập phương án nhân sự", "with": "Văn phòng",
             "due": "2026-07-31", "product": "Tờ trình"},
            {"lead": "Văn phòng", "content": "Rà soát trụ sở, tài sản công", "due": "2026-08-15",
             "product": "Báo cáo"},
        ],
        report_to="Phòng Tổ chức, biên chế",
    ),
)  # fmt: skip
