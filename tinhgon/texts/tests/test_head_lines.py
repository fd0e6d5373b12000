"""Heads whose lines a page has broken or run together."""

from __future__ import annotations

from tinhgon.texts.clean import clean
from tinhgon.texts.head import read_head

TOP = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÌNH
-------
|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
Số: 77/QĐ-UBND
|
Yên Bình, ngày 04 tháng 3 năm 2024
|
"""


def test_the_kind_may_stand_on_two_lines() -> None:
    found = read_head(clean(f"{TOP}QUYẾT\nĐỊNH\nVỀ\nVIỆC PHÊ DUYỆT ĐỀ ÁN\nĐiều 1. Phê duyệt Đề án."))

    assert (found.type, found.abstract) == ("QĐ", "về việc phê duyệt đề án")


def test_what_it_is_about_may_go_on_with_a_name_above_the_line_of_who_speaks() -> None:
    about = (
        "Công nhận kết quả bầu chức vụ Phó Chủ tịch\nHội đồng nhân dân huyện Sơn Thủy nhiệm kỳ 2021 - 2026"
    )
    found = read_head(
        clean(f"{TOP}QUYẾT ĐỊNH\n{about}\n\nỦY BAN NHÂN DÂN TỈNH YÊN BÌNH\n\nĐiều 1. Công nhận.")
    )

    assert found.abstract == " ".join(about.split())


def test_two_bases_on_one_line_are_two() -> None:
    bases = "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024; Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023;"
    made = clean(f"{TOP}QUYẾT ĐỊNH\nVề giá đất\n\n{bases}\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành giá đất.")

    assert [made.text[base.start : base.end] for base in read_head(made).bases] == [
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;",
        "Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023;",
    ]


def test_an_abbreviated_city_may_stand_above_its_name() -> None:
    found = read_head(
        clean(TOP.replace("Yên Bình, ngày", "TP.\nYên Bình, ngày") + "KẾ HOẠCH\nVề bình đẳng giới\n")
    )

    assert found.place == "TP. Yên Bình"


def test_a_letter_may_say_what_it_is_about_without_its_mark() -> None:
    top = "Số: 18/UBND-VX\nYên Bình, ngày 04 tháng 3 năm 2024\nVề việc phòng chống dịch bệnh\n\n"
    found = read_head(clean(top + "Kính gửi: Sở Y tế.\nSở Y tế báo cáo tình hình."))

    assert (found.type, found.abstract) == ("CV", "Về việc phòng chống dịch bệnh")
