"""The decision on awards."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Article, Clause, Table
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import EXECUTORS, carried_out, in_force
from tinhgon.office.letters.letter import Appendix, Layout

WINNERS = Field(
    "winners",
    "Tập thể, cá nhân được khen",
    "Who is honoured",
    "rows",
    required=True,
    columns=(
        Field("name", "Tập thể, cá nhân", "Name", required=True),
        Field("unit", "Chức vụ, đơn vị", "Post, unit"),
        Field("reason", "Thành tích", "Merit"),
    ),
)
IN_TEXT = 5  # more names than these go into an annex


def make(given: Given, layout: Layout) -> Body:
    """Honour a few by name, many by a list."""
    rows = given.rows("winners")
    form, reason = given.text("form"), given.text("reason")
    many = len(rows) > IN_TEXT
    told = f"Tặng {form} cho {len(rows):02} tập thể, cá nhân {reason}"
    first = (
        Article(f"{told} (có Danh sách kèm theo).")
        if many
        else Article(f"{told}, gồm:", clauses=tuple(Clause(_named(row)) for row in rows))
    )
    reward = Article(
        "Mức tiền thưởng và nguồn chi thực hiện theo quy định hiện hành về thi đua, khen thưởng."
    )
    end = (Article(in_force(None)), Article(carried_out(given.lines("executors"))))
    annex = (Appendix(f"Danh sách được tặng {form}", (_listed(rows),)),) if many else ()
    return Body(f"Về việc tặng {form}", (first, reward, *end), annex)


def _named(row: Given) -> str:
    words = ", ".join(part for part in (row.text("name"), row.text("unit")) if part)
    return f"{words}: {row.text('reason')}." if row.text("reason") else f"{words}."


def _listed(rows: list[Given]) -> Table:
    cells = tuple(
        (f"{place}", *(row.text(cell) for cell in ("name", "unit", "reason")))
        for place, row in enumerate(rows, start=1)
    )
    return Table(("STT", *(column.vi for column in WINNERS.columns)), cells)


KIND = Kind(
    code="award",
    vi="Quyết định khen thưởng",
    en="Decision on awards",
    type_name="Quyết định",
    symbol="QĐ",
    shape="decision",
    layouts=("state", "party"),
    own=(
        Field("form", "Hình thức khen thưởng", "Form of award", required=True),
        Field("reason", "Lý do chung", "For what", required=True),
        WINNERS,
        EXECUTORS,
    ),
    make=make,
    example=example(
        form="Bằng khen",
        reason="đã có thành tích xuất sắc trong sắp xếp tổ chức bộ máy năm 2026",
        winners=[
            {"name": "Phòng Tổ chức, biên chế", "unit": "Sở Nội vụ"},
            {"name": "Bà Huỳnh Thị Mỹ Duyên", "unit": "Chuyên viên, Ủy ban nhân dân phường Bình Thủy",
             "reason": "hoàn thành bàn giao hồ sơ trước thời hạn"},
        ],
        executors=["Chánh Văn phòng", "Giám đốc Sở Nội vụ", "các tập thể, cá nhân nêu tại Điều 1"],
    ),
)  # fmt: skip
