"""The notice (thông báo)."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Clause
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import ABSTRACT, DUTIES, PARAGRAPHS, duty, written
from tinhgon.office.letters.letter import Layout


def make(given: Given, layout: Layout) -> Body:
    """Text, then numbered points, then tasks in the same numbering."""
    points = tuple(Clause(text) for text in given.lines("points"))
    tasks = tuple(duty(row) for row in given.rows("duties"))
    return Body(given.text("abstract"), (*written(given.lines("paragraphs")), *points, *tasks))


KIND = Kind(
    code="notice",
    vi="Thông báo",
    en="Notice",
    type_name="Thông báo",
    symbol="TB",
    shape="named",
    layouts=("state", "party"),
    own=(ABSTRACT, PARAGRAPHS, Field("points", "Các điểm", "Points", "lines"), DUTIES),
    make=make,
    example=example(
        abstract="Kết luận của Phó Chủ tịch Ủy ban nhân dân thành phố tại cuộc họp ngày 03 tháng 7 năm 2026",
        bases=[],
        addressees=[],
        paragraphs=["Sau khi nghe báo cáo và ý kiến của các cơ quan dự họp, người chủ trì kết luận như sau:"],
        points=["Thống nhất phương án sắp xếp các phòng chuyên môn của phường Cái Khế."],
        duties=[{"lead": "Sở Nội vụ", "content": "hoàn thiện hồ sơ trình Ủy ban nhân dân thành phố",
                 "with": "Ủy ban nhân dân phường Cái Khế", "due": "2026-07-20"}],
    ),
)  # fmt: skip
