"""The report: sections with text, a table of figures, what is proposed."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Block, Heading, Paragraph, Table
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import ABSTRACT, written
from tinhgon.office.letters.letter import Layout
from tinhgon.office.letters.roman import roman

SECTIONS = Field(
    "sections",
    "Các phần",
    "Sections",
    "rows",
    required=True,
    columns=(
        Field("title", "Tiêu đề", "Title", required=True),
        Field("text", "Nội dung", "Text", "lines"),
        Field("caption", "Tên bảng", "Caption of a table"),
        Field("columns", "Cột của bảng", "Columns of a table", "lines"),
        Field(
            "rows", "Hàng của bảng (các ô cách nhau bằng |)", "Rows of a table (cells parted by |)", "lines"
        ),
    ),
)


def make(given: Given, layout: Layout) -> Body:
    """Number the sections in Roman numerals; the opening stands before them."""
    opening = (Paragraph(given.text("opening")),) if given.text("opening") else ()
    sections = [
        block for place, row in enumerate(given.rows("sections"), start=1) for block in _section(place, row)
    ]
    closing = (Paragraph(given.text("closing")),) if given.text("closing") else ()
    return Body(given.text("abstract"), (*opening, *sections, *closing))


def _section(place: int, row: Given) -> tuple[Block, ...]:
    columns = row.lines("columns")
    cells = tuple(tuple(cell.strip() for cell in line.split("|")) for line in row.lines("rows"))
    table = (Table(columns, cells, row.text("caption")),) if columns else ()
    return (Heading(f"{roman(place)}.", row.text("title")), *written(row.lines("text")), *table)


KIND = Kind(
    code="report",
    vi="Báo cáo",
    en="Report",
    type_name="Báo cáo",
    symbol="BC",
    shape="named",
    layouts=("state", "party"),
    own=(
        ABSTRACT,
        Field("opening", "Mở đầu", "Opening", "long"),
        SECTIONS,
        Field("closing", "Kết thúc", "Closing", "long"),
    ),
    make=make,
    example=example(
        abstract="Kết quả sắp xếp tổ chức bộ máy 6 tháng đầu năm 2026",
        bases=[],
        opening="Thực hiện Kế hoạch số 157/KH-UBND ngày 20 tháng 11 năm 2025, Ủy ban nhân dân thành phố "
        "báo cáo kết quả như sau:",
        sections=[
            {"title": "Kết quả đạt được",
             "text": ["Đã sắp xếp xong các phòng chuyên môn của 12 phường.", "- Giảm 09 đầu mối;",
                      "- Bố trí lại 34 người."],
             "caption": "Bảng 1. Số đầu mối trước và sau sắp xếp",
             "columns": ["STT", "Đơn vị", "Trước", "Sau", "Giảm"],
             "rows": ["1|Phường Cái Khế|7|4|3", "2|Phường Ninh Kiều|6|4|2", "3|Phường Bình Thủy|8|4|4"]},
            {"title": "Khó khăn, vướng mắc", "text": ["Một số trụ sở chưa được bàn giao."]},
            {"title": "Kiến nghị", "text": ["Đề nghị Bộ Nội vụ hướng dẫn việc giải quyết chính sách."]},
        ],
        closing="Ủy ban nhân dân thành phố trân trọng báo cáo.",
    ),
)  # fmt: skip
