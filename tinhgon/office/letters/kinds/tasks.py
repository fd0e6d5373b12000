"""The task sheet: what a superior puts on units and persons, each in a sentence."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Block, Paragraph
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import DUTIES, duty
from tinhgon.office.letters.letter import Layout

REPORTING = "Cơ quan, người chủ trì chịu trách nhiệm về tiến độ và kết quả; báo cáo ngay khi có vướng mắc."


def make(given: Given, layout: Layout) -> Body:
    """Give each task as a sentence, which machines read as well as people, then the duty to report."""
    source = given.text("source")
    opening = f"Thực hiện {source}, giao các nhiệm vụ sau:" if source else "Giao các nhiệm vụ sau:"
    reports_go_to = given.text("report_to") or given.text("issuer")
    blocks: tuple[Block, ...] = (
        Paragraph(opening),
        *(duty(row) for row in given.rows("duties")),
        Paragraph(REPORTING),
        Paragraph(f"Kết quả gửi về {reports_go_to} đúng thời hạn nêu trên."),
    )
    return Body(given.text("subject"), blocks)


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
            {"lead": "Phòng Tổ chức cán bộ", "content": "Lập phương án nhân sự",
             "with": "Văn phòng Sở Nội vụ", "due": "2026-07-31", "product": "Tờ trình"},
            {"lead": "Văn phòng Sở Nội vụ", "content": "Rà soát trụ sở, tài sản công", "due": "2026-08-15",
             "product": "Báo cáo"},
        ],
        report_to="Phòng Tổ chức cán bộ",
    ),
)  # fmt: skip
