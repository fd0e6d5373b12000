"""A decision in the writer's own articles."""

from __future__ import annotations

from tinhgon.office.letters.blocks import Article, Clause
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import ABSTRACT, EFFECTIVE, EXECUTORS, carried_out, in_force
from tinhgon.office.letters.letter import Layout

ARTICLES = Field(
    "articles",
    "Các điều",
    "Articles",
    "rows",
    required=True,
    columns=(
        Field("title", "Tiêu đề", "Title"),
        Field("text", "Nội dung", "Text", "long"),
        Field("clauses", "Các khoản", "Clauses", "lines"),
    ),
)


def make(given: Given, layout: Layout) -> Body:
    """Take the articles as they are; effect and executors close them."""
    written = tuple(
        Article(row.text("text"), row.text("title"), tuple(Clause(text) for text in row.lines("clauses")))
        for row in given.rows("articles")
    )
    end = (Article(in_force(given.day("effective"))), Article(carried_out(given.lines("executors"))))
    return Body(given.text("abstract"), (*written, *end))


KIND = Kind(
    code="decision",
    vi="Quyết định",
    en="Decision",
    type_name="Quyết định",
    symbol="QĐ",
    shape="decision",
    layouts=("state", "party"),
    own=(ABSTRACT, ARTICLES, EFFECTIVE, EXECUTORS),
    make=make,
    example=example(
        abstract="Về việc kiện toàn Ban Chỉ đạo sắp xếp tổ chức bộ máy",
        articles=[
            {"text": "Kiện toàn Ban Chỉ đạo sắp xếp tổ chức bộ máy thành phố gồm 15 thành viên."},
            {"text": "Ban Chỉ đạo có nhiệm vụ:", "clauses": [
                "Xây dựng kế hoạch sắp xếp hằng năm;", "Kiểm tra, đôn đốc các cơ quan, đơn vị thực hiện.",
            ]},
        ],
        executors=["Chánh Văn phòng", "các thành viên Ban Chỉ đạo"],
    ),
)  # fmt: skip
