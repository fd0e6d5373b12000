"""Where a row of a table stands."""

from __future__ import annotations

from tinhgon.texts.reading import read

PLAN = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÌNH
Số: 31/KH-UBND
Yên Bình, ngày 10 tháng 02 năm 2025

KẾ HOẠCH
Phát triển thư viện

I. MỤC TIÊU
1. Đọc sách là thói quen.

PHỤ LỤC
NHIỆM VỤ CỤ THỂ

TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
I | Xây dựng thể chế
1 | Quy chế mượn sách | Sở Nội vụ | Sở Tài chính | Quý II/2025
II | Đầu tư
1 | Kho sách | Sở Xây dựng | Sở Tài chính | Quý IV/2025
2 | Máy chủ | Sở Khoa học và Công nghệ | Sở Tài chính | Quý IV/2025
"""


def test_a_row_has_the_labels_of_its_part_and_its_own() -> None:
    found = [(one.where, [body.name for body in one.who]) for one in read(PLAN).tasks]

    assert found == [
        ("PL.I.1", ["Sở Nội vụ"]),
        ("PL.II.1", ["Sở Xây dựng"]),
        ("PL.II.2", ["Sở Khoa học và Công nghệ"]),
    ]
