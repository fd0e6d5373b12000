"""Duties laid without numbers: in short notices, under lines that are nothing but names, by a list below."""

from __future__ import annotations

from tinhgon.texts.reading import read

TOP = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÌNH
Số: 31/TB-UBND
Yên Bình, ngày 10 tháng 02 năm 2025

THÔNG BÁO
Về việc nghỉ lễ

"""


def duties(text: str) -> list[tuple[str, list[str]]]:
    return [(one.where, [body.name for body in one.who]) for one in read(TOP + text).tasks]


def test_a_semicolon_may_part_those_who_are_asked() -> None:
    said = (
        "Nhân ngày hội, Ủy ban nhân dân tỉnh Yên Bình đề nghị các cơ quan, đơn vị của Trung ương; các sở, "
        "ban, ngành, đơn vị và các hộ gia đình trên địa bàn tỉnh treo cờ."
    )

    assert duties(said) == [
        (
            "",
            [
                "các cơ quan, đơn vị của Trung ương",
                "các sở, ban, ngành, đơn vị",
                "các hộ gia đình trên địa bàn tỉnh",
            ],
        )
    ]


def test_each_sentence_of_a_notice_without_items_may_lay_a_duty() -> None:
    said = "Sở Y tế có trách nhiệm trực cấp cứu; Thủ trưởng các cơ quan, đơn vị kiểm tra việc trực."

    assert duties(said) == [("", ["Sở Y tế"]), ("", ["Thủ trưởng các cơ quan, đơn vị"])]


def test_a_line_that_is_a_name_is_the_heading_of_what_follows() -> None:
    said = "III. PHÂN CÔNG\n\nSở Y tế\n\nChủ trì xây dựng kế hoạch.\n\nSở Tài chính\n\nBố trí kinh phí."

    assert duties(said) == [("III", ["Sở Y tế"]), ("III", ["Sở Tài chính"])]


def test_those_who_are_named_below_are_not_named_above() -> None:
    said = (
        "Điều 2. Các cơ quan, đơn vị sau đây chịu trách nhiệm tổ chức thực hiện Kế hoạch:\n\n"
        "1. Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo tỉnh giúp Ban Chỉ đạo tỉnh triển khai Kế hoạch.\n\n"
        "2. Sở Y tế xây dựng kế hoạch của ngành."
    )

    assert duties(said) == [("Đ2.1", ["Sở Nội vụ"]), ("Đ2.2", ["Sở Y tế"])]


def test_a_school_has_its_own_groups_and_a_bracket_is_no_part_of_a_name() -> None:
    said = (
        "III. PHÂN CÔNG\n1. Tổ văn phòng (do Tổ trưởng làm đầu mối) có trách nhiệm sửa phòng học.\n"
        "2. Nhân viên y tế theo dõi sức khỏe của học sinh.\n3. Các tổ chuyên môn xây dựng kế hoạch."
    )

    assert duties(said) == [
        ("III.1", ["tổ văn phòng"]),
        ("III.2", ["nhân viên y tế"]),
        ("III.3", ["các tổ chuyên môn"]),
    ]


def test_a_sentence_below_a_title_leads_in_items_which_keep_their_own_places() -> None:
    said = (
        "II. NHIỆM VỤ\n\nTrong thời gian tới, các sở, ban, ngành cần thực hiện các nhiệm vụ sau đây:\n\n"
        "1. Hoàn thiện quy chế\n\n- Rà soát các quy chế đã ban hành để sửa đổi điều không còn hợp.\n\n"
        "2. Tuyên truyền\n\n- Sở Nội vụ tổ chức hội nghị."
    )

    assert duties(said) == [("II.1", ["các sở, ban, ngành"]), ("II.2", ["Sở Nội vụ"])]
