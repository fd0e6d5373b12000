"""The decision that approves a succession list."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Article, Table
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import EXECUTORS, carried_out, in_force
from tinhgon.office.letters.letter import Appendix, Layout

PERSONS = Field(
    "persons",
    "Danh sách quy hoạch",
    "Succession list",
    "rows",
    required=True,
    columns=(
        Field("name", "Họ và tên", "Full name", required=True),
        Field("born", "Năm sinh", "Year of birth"),
        Field("current", "Chức vụ, đơn vị hiện nay", "Present post and unit"),
        Field("planned", "Chức danh quy hoạch", "Planned post", required=True),
    ),
)
TITLES = ("STT", *(column.vi for column in PERSONS.columns), "Ghi chú")


def make(given: Given, layout: Layout) -> Body:
    """Approve the list, which stands in an annex of its own."""
    rows = given.rows("persons")
    subject = f"quy hoạch các chức danh lãnh đạo, quản lý {given.text('unit')} {given.text('period')}"
    cells = ("name", "born", "current", "planned")
    listed = tuple(
        (f"{place}", *(row.text(cell) for cell in cells), "") for place, row in enumerate(rows, start=1)
    )
    articles = (
        Article(f"Phê duyệt {subject} đối với {len(rows):02} lượt chức danh (có Danh sách kèm theo)."),
        Article(
            "Cơ quan, đơn vị có người được phê duyệt quy hoạch có trách nhiệm đào tạo, bồi dưỡng, theo dõi, "
            "đánh giá; hằng năm rà soát để đề nghị bổ sung hoặc đưa ra khỏi quy hoạch theo quy định."
        ),
        Article(in_force(None)),
        Article(carried_out(given.lines("executors"))),
    )
    annex = Appendix(f"Danh sách {subject}", (Table(TITLES, listed),), wide=True)
    return Body(f"Về việc phê duyệt {subject}", articles, (annex,))


KIND = Kind(
    code="planning",
    vi="Quyết định phê duyệt quy hoạch",
    en="Decision on a succession list",
    type_name="Quyết định",
    symbol="QĐ",
    shape="decision",
    layouts=("state", "party"),
    own=(
        Field("unit", "Đơn vị", "Unit", required=True),
        Field("period", "Giai đoạn", "Period", required=True),
        PERSONS,
        EXECUTORS,
    ),
    make=make,
    example=example(
        unit="Sở Nội vụ",
        period="giai đoạn 2026 - 2031",
        persons=[
            {"name": "Trần Quốc Khánh", "born": "1985", "current": "Trưởng phòng, Sở Nội vụ",
             "planned": "Phó Giám đốc Sở Nội vụ"},
            {"name": "Nguyễn Hoàng Ngọc Diễm Thúy", "born": "1988",
             "current": "Phó Chủ tịch Ủy ban nhân dân phường Ninh Kiều", "planned": "Phó Giám đốc Sở Nội vụ"},
        ],
        executors=["Ban Tổ chức Thành ủy", "Giám đốc Sở Nội vụ"],
    ),
)  # fmt: skip
