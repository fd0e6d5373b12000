"""The official letter (công văn): no type above it, the abstract under its number."""

from __future__ import annotations

from tinhgon.office.letters.kinds.fields import Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import ABSTRACT, PARAGRAPHS, written
from tinhgon.office.letters.letter import Layout

ABOUT = {"state": "V/v ", "party": "V/v "}


def make(given: Given, layout: Layout) -> Body:
    """Put “V/v” before the abstract where it is not there yet."""
    abstract = given.text("abstract").removeprefix("V/v ").removeprefix("Về việc ")
    return Body(f"{ABOUT[layout]}{abstract}", written(given.lines("paragraphs")))


KIND = Kind(
    code="letter",
    vi="Công văn",
    en="Official letter",
    type_name="",
    symbol="",
    shape="letter",
    layouts=("state", "party"),
    own=(ABSTRACT, PARAGRAPHS),
    make=make,
    example=example(
        abstract="rà soát chức năng, nhiệm vụ của các cơ quan chuyên môn",
        paragraphs=[
            "Để chuẩn bị phương án sắp xếp năm 2026, đề nghị các cơ quan, đơn vị thực hiện các việc sau:",
            "- Rà soát chức năng, nhiệm vụ được giao, chỉ rõ nội dung chồng chéo hoặc bỏ sót;",
            "- Gửi báo cáo về Sở Nội vụ trước ngày 25 tháng 7 năm 2026.",
            "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Sở Nội vụ để được hướng dẫn.",
        ],
    ),
)
