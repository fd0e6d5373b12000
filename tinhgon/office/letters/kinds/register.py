"""The decision of the register: units are set up, renamed, moved, joined, divided, dissolved."""

from __future__ import annotations

from tinhgon.core.errors import Said
from tinhgon.office.letters.blocks import Article, Clause
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import ABSTRACT, EFFECTIVE, EXECUTORS, carried_out, in_force, joined
from tinhgon.office.letters.letter import Layout

SENTENCES = {  # {units}: whom it concerns; {into}: what they become or go to; {under}: the superior
    "establish": ("Thành lập {units}{under}", Said("Thành lập", "Establish")),
    "rename": ("Đổi tên {units} thành {into}", Said("Đổi tên", "Rename")),
    "move": ("Chuyển {units} về trực thuộc {into}", Said("Chuyển", "Move")),
    "merge": ("Hợp nhất {units} thành {into}{under}", Said("Hợp nhất", "Merge")),
    "absorb": ("Sáp nhập {units} vào {into}", Said("Sáp nhập", "Absorb")),
    "split": ("Chia {units} thành {into}", Said("Chia, tách", "Split")),
    "dissolve": ("Giải thể {units}", Said("Giải thể", "Dissolve")),
    "restore": ("Lập lại {units}{under}", Said("Lập lại", "Restore")),
}
CHOICES = tuple((code, said) for code, (_, said) in SENTENCES.items())
HANDING_OVER = {"merge", "absorb", "split", "dissolve"}
HANDOVER = (
    "Các đơn vị nêu tại Điều 1 bàn giao nguyên trạng nhiệm vụ, nhân sự, tài chính, tài sản, hồ sơ, con dấu "
    "cho đơn vị tiếp nhận; lập biên bản và không làm gián đoạn công việc đang giải quyết."
)
OPERATIONS = Field(
    "operations",
    "Nội dung thay đổi",
    "Changes",
    "rows",
    required=True,
    columns=(
        Field(
            "do",
            "Việc",
            "What",
            "choice",
            choices=CHOICES,
        ),
        Field("units", "Đơn vị", "Units", "lines", required=True),
        Field("into", "Thành, vào, về", "Into", "lines"),
        Field("under", "Trực thuộc", "Under"),
        Field("note", "Ghi thêm", "Further words"),
    ),
)
HANDED = Field("handover", "Bàn giao", "Handing over", "long")


def sentence(row: Given) -> str:
    """Say one operation."""
    under = f" trực thuộc {row.text('under')}" if row.text("under") else ""
    words, _ = SENTENCES[row.choice("do")]
    said = words.format(units=joined(row.lines("units")), into=joined(row.lines("into")), under=under)
    note = row.text("note").rstrip(".")
    return f"{said}, {note}." if note else f"{said}."


def make(given: Given, layout: Layout) -> Body:
    """Make articles of the operations; whoever is joined, divided or dissolved hands over."""
    rows = given.rows("operations")
    said = [sentence(row) for row in rows]
    first = Article(said[0]) if len(said) == 1 else Article(
        "Sắp xếp tổ chức các đơn vị như sau:", clauses=tuple(Clause(text) for text in said)
    )  # fmt: skip
    hands = given.text("handover") or (
        HANDOVER if any(row.choice("do") in HANDING_OVER for row in rows) else ""
    )
    handing = (Article(hands),) if hands else ()
    end = (Article(in_force(given.day("effective"))), Article(carried_out(given.lines("executors"))))
    return Body(given.text("abstract"), (first, *handing, *end))


KIND = Kind(
    code="register_decision",
    vi="Quyết định về tổ chức bộ máy",
    en="Decision on units",
    type_name="Quyết định",
    symbol="QĐ",
    shape="decision",
    layouts=("state", "party"),
    own=(ABSTRACT, OPERATIONS, HANDED, EFFECTIVE, EXECUTORS),
    make=make,
    example=example(
        abstract="Về việc hợp nhất và đổi tên một số phòng thuộc phường Cái Khế",
        operations=[
            {"do": "merge", "units": ["Phòng Văn hóa", "Phòng Xã hội"], "into": ["Phòng Văn hóa – Xã hội"],
             "under": "Ủy ban nhân dân phường Cái Khế"},
            {"do": "rename", "units": ["Phòng Kinh tế"], "into": ["Phòng Kinh tế, Hạ tầng và Đô thị"]},
        ],
        effective="2026-08-01",
        executors=["Chánh Văn phòng", "Giám đốc Sở Nội vụ", "Chủ tịch Ủy ban nhân dân phường Cái Khế"],
    ),
)  # fmt: skip
