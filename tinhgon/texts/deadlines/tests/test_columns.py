"""Years in the columns of a table, and what comes every year at the end of a sentence."""

from __future__ import annotations

from datetime import date

from tinhgon.texts.reading import read

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÌNH\nSố: 31/KH-UBND\nYên Bình, ngày 10 tháng 02 năm 2025\n\n"
    "KẾ HOẠCH\nPhát triển thư viện\n\n"
)
TABLE = """TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian trình | Sản phẩm
1 | Đề án số hóa sách | Sở Nội vụ | 2026 | Đề án
2 | Báo cáo 2027 nhu cầu | Sở Tài chính | 2024 | 2027
3 | Nâng cấp kho sách | Sở Xây dựng | 2026-2030 | Công trình
"""


def test_a_year_alone_below_the_title_of_a_time_is_a_deadline() -> None:
    found = read(PLAN + TABLE).deadlines

    assert [(one.words, one.due) for one in found] == [("2026", date(2026, 12, 31))]


def test_a_year_alone_in_another_table_is_none() -> None:
    other = TABLE.replace("Thời gian trình", "Năm sinh")

    assert read(PLAN + other).deadlines == ()


def test_what_is_done_every_year_may_have_a_list_between_its_verb_and_the_end() -> None:
    found = read(f"{PLAN}1. Tổ chức diễn tập phương án phòng ngừa, ứng phó sự cố hàng năm.").deadlines

    assert [one.every for one in found] == ["year"]


def test_reviews_in_a_year_are_due_in_it() -> None:
    found = read(
        f"{PLAN}1. Sở Nội vụ tổ chức sơ kết giữa kỳ vào năm 2027 và tổng kết vào năm 2030."
    ).deadlines

    assert [one.due for one in found] == [date(2027, 12, 31), date(2030, 12, 31)]
