"""The conclusion (kết luận) of a Party committee."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Clause
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import ABSTRACT, DUTIES, PARAGRAPHS, duty, written
from tinhgon.office.letters.letter import Layout


def make(given: Given, layout: Layout) -> Body:
    """What was met about, what is concluded point by point, and who does what."""
    concluded = tuple(Clause(text) for text in given.lines("points"))
    tasks = tuple(duty(row) for row in given.rows("duties"))
    by = given.text("concluded_by")
    abstract = f"của {by}\n{given.text('abstract')}" if by else given.text("abstract")
    return Body(abstract, (*written(given.lines("paragraphs")), *concluded, *tasks))


KIND = Kind(
    code="conclusion",
    vi="Kết luận",
    en="Conclusion",
    type_name="Kết luận",
    symbol="KL",
    shape="named",
    layouts=("party",),
    own=(
        Field("concluded_by", "Của (khi khác cơ quan ban hành)", "Of (if another than the issuer)"),
        ABSTRACT,
        PARAGRAPHS,
        Field("points", "Nội dung kết luận", "Points", "lines", required=True),
        DUTIES,
    ),
    make=make,
    example=example(
        abstract="về công tác sắp xếp tổ chức bộ máy, bố trí cán bộ",
        bases=[],
        addressees=[],
        paragraphs=["Tại phiên họp ngày 03/7/2026, sau khi nghe Ban Tổ chức Thành ủy báo cáo, Ban Thường vụ "
                    "Thành ủy kết luận như sau:"],
        points=[
            "Cơ bản thống nhất báo cáo của Ban Tổ chức Thành ủy về kết quả sắp xếp.",
            "Yêu cầu các cấp ủy, tổ chức đảng nghiêm túc triển khai các kết luận của Trung ương.",
        ],
        duties=[{"lead": "Ban Tổ chức Thành ủy", "content": "tham mưu phương án bố trí cán bộ dôi dư",
                 "with": "Đảng ủy Ủy ban nhân dân thành phố", "due": "2026-08-15"}],
    ),
)  # fmt: skip
