"""Who carries out a decision; tables parted by bars; duties handed over after a colon."""

import pytest

from tinhgon.texts.reading import read
from tinhgon.texts.tasks.tests.test_tasks import charged, who

AGENCIES = "các khối, tổ giúp việc"


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            "Chánh Văn phòng UBND tỉnh, Thường trực Hội đồng Thi đua - Khen thưởng tỉnh, Giám đốc Sở Y tế"
            " chịu trách nhiệm thi hành Quyết định này./.",
            [
                "Chánh Văn phòng Ủy ban nhân dân tỉnh",
                "Thường trực Hội đồng Thi đua - Khen thưởng tỉnh",
                "Giám đốc Sở Y tế",
            ],
        ),
        (
            "Văn phòng Ban, các khối, tổ giúp việc và cán bộ, công chức cơ quan Ban Nội chính Trung ương"
            " chịu trách nhiệm thi hành Quyết định này.",
            ["Văn phòng Ban", AGENCIES, "cán bộ, công chức cơ quan Ban Nội chính Trung ương"],
        ),
        (
            "Cục trưởng Cục Quản lý, giám sát bảo hiểm, Chánh Văn phòng Bộ và Thủ trưởng các đơn vị"
            " có liên quan chịu trách nhiệm phổ biến, kiểm tra việc thực hiện Thông tư này.",
            [
                "Cục trưởng Cục Quản lý, giám sát bảo hiểm",
                "Chánh Văn phòng Bộ",
                "Thủ trưởng các đơn vị có liên quan",
            ],
        ),
    ],
)
def test_everybody_before_the_closing_formula_carries_it_out(sentence: str, bodies: list[str]) -> None:
    assert charged(f"Điều 3. {sentence}") == [("Đ3", bodies)]


def test_a_list_with_semicolons_stays_one_list() -> None:
    found = who(
        "Điều 3. Chánh Văn phòng UBND tỉnh, Trưởng ban Ban Thi đua tỉnh; Thủ trưởng các sở, ban, ngành;"
        " Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành Quyết định này."
    )
    assert found[0] == "Chánh Văn phòng Ủy ban nhân dân tỉnh"
    assert len(found) == 4


@pytest.mark.parametrize("giao", ["Giao", "giao"])
def test_a_matter_and_a_colon_may_stand_before_who_gets_it(giao: str) -> None:
    text = f"II. NHIỆM VỤ\n5. Về đề xuất của xã Phong Điền: {giao} Sở Xây dựng nghiên cứu, xử lý."
    assert charged(text) == [("II.5", ["Sở Xây dựng"])]


def test_a_colon_after_a_family_keeps_the_list_whole() -> None:
    found = who(
        "Điều 2. Chánh Văn phòng UBND tỉnh, Giám đốc các Sở, ngành: Tư pháp, Thương binh và Xã hội,"
        " Công an tỉnh và Thủ trưởng các cơ quan có liên quan chịu trách nhiệm thi hành Quyết định này."
    )
    assert found[0] == "Chánh Văn phòng Ủy ban nhân dân tỉnh"
    assert found[-2:] == ["Công an tỉnh", "Thủ trưởng các cơ quan có liên quan"]


def test_an_office_of_two_councils_is_one() -> None:
    office = "Chánh Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh"
    assert who(f"Điều 3. {office}, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này.")[0] == office


def test_rows_parted_by_bars_are_read_as_a_table() -> None:
    text = (
        "KẾ HOẠCH\nVề việc kiểm tra\n\nPHỤ LỤC\n"
        "STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành\n"
        "1 | Ban hành quyết định | Sở Nội vụ | Văn phòng UBND tỉnh | Tháng 01/2026\n"
        "2 | Báo cáo kết quả | Sở Y tế | Các thành viên | Trước ngày 15/12/2026\n"
    )
    assert [[one.name for one in task.who] for task in read(text).tasks] == [["Sở Nội vụ"], ["Sở Y tế"]]


def test_titles_of_columns_without_rows_do_no_harm() -> None:
    text = "STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành\nHết."
    assert read(text).tasks == ()


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            "Giao Giám đốc: Sở Y tế, Sở Nội vụ, Đài Phát thanh - Truyền hình Hậu Giang thực hiện.",
            ["Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ", "Giám đốc Đài Phát thanh - Truyền hình Hậu Giang"],
        ),
        ("Cục Quản trị T.26 chủ trì sửa chữa trụ sở.", ["Cục Quản trị T.26"]),
        ("Thành viên Ban Chỉ đạo theo nhiệm vụ được giao kiểm tra địa bàn.", ["thành viên Ban Chỉ đạo"]),
        ("Các vụ, cục, đơn vị nghiêm túc rút kinh nghiệm.", ["các vụ, cục, đơn vị"]),
        ("Giao Phó Thủ tướng Thường trực chỉ đạo.", ["Phó Thủ tướng Thường trực"]),
    ],
)
def test_names_as_they_are_written_elsewhere(sentence: str, bodies: list[str]) -> None:
    assert who(f"III. TỔ CHỨC\n1. {sentence}") == bodies


def test_what_a_committee_leads_is_its_own_duty() -> None:
    text = (
        "1. Giao Đảng ủy UBND thành phố\n- Lãnh đạo UBND thành phố đẩy nhanh tiến độ giải ngân.\n"
        "2. Ban Thường vụ đảng ủy các xã, phường tập trung lãnh đạo hoàn thành các chỉ tiêu."
    )
    assert charged(text) == [
        ("1", ["Đảng ủy Ủy ban nhân dân thành phố"]),
        ("2", ["Ban Thường vụ đảng ủy các xã, phường"]),
    ]


def test_staff_is_named_apart_from_the_units_it_serves() -> None:
    found = who(
        "Điều 3. Văn phòng Ban, các vụ, đơn vị và cán bộ, công chức cơ quan Ban Nội chính Trung ương"
        " chịu trách nhiệm thi hành Quyết định này."
    )
    assert found == ["Văn phòng Ban", "các vụ, đơn vị", "cán bộ, công chức cơ quan Ban Nội chính Trung ương"]
