"""The plan: why, what by whom and until when, how it is carried out."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Heading, Paragraph
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import ABSTRACT, DUTIES, duty, written
from tinhgon.office.letters.letter import Layout


def make(given: Given, layout: Layout) -> Body:
    """Three parts, as plans have them; each task is one sentence that names who, what and when."""
    opening = (Paragraph(given.text("opening")),) if given.text("opening") else ()
    blocks = (
        *opening,
        Heading("I.", "Mục đích, yêu cầu"),
        Heading("1.", "Mục đích"),
        *written(given.lines("purpose")),
        Heading("2.", "Yêu cầu"),
        *written(given.lines("demands")),
        Heading("II.", "Nhiệm vụ cụ thể"),
        *(duty(row) for row in given.rows("duties")),
        Heading("III.", "Tổ chức thực hiện"),
        *written(given.lines("carrying_out")),
    )
    return Body(given.text("abstract"), blocks)


KIND = Kind(
    code="plan",
    vi="Kế hoạch",
    en="Plan",
    type_name="Kế hoạch",
    symbol="KH",
    shape="named",
    layouts=("state", "party"),
    own=(
        ABSTRACT,
        Field("opening", "Mở đầu", "Opening", "long"),
        Field("purpose", "Mục đích", "Purpose", "lines", required=True),
        Field("demands", "Yêu cầu", "Demands", "lines", required=True),
        DUTIES,
        Field("carrying_out", "Tổ chức thực hiện", "Carrying out", "lines", required=True),
    ),
    make=make,
    example=example(
        abstract="Rà soát chức năng, nhiệm vụ của các cơ quan chuyên môn năm 2026",
        bases=[],
        addressees=[],
        opening="Thực hiện Kết luận số 221-KL/TW ngày 28 tháng 11 năm 2025 của Bộ Chính trị, Ban Bí thư, "
        "kế hoạch rà soát được ban hành với các nội dung sau:",
        purpose=["Khắc phục tình trạng chồng chéo, bỏ sót nhiệm vụ giữa các cơ quan."],
        demands=["Rõ người, rõ việc, rõ thời gian, rõ sản phẩm.", "Không làm gián đoạn công việc."],
        duties=[
            {"lead": "Sở Nội vụ", "content": "tổng hợp chức năng, nhiệm vụ của các sở", "with": "Sở Tư pháp",
             "due": "2026-09-30", "product": "báo cáo tổng hợp"},
            {"lead": "Sở Tài chính", "content": "rà soát kinh phí thực hiện", "due": "2026-10-15"},
        ],
        carrying_out=[
            "Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường thực hiện Kế hoạch này; "
            "báo cáo kết quả về Sở Nội vụ trước ngày 20 hằng tháng.",
        ],
    ),
)  # fmt: skip
