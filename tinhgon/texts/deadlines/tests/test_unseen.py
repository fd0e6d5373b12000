"""Deadlines in tables of plans, in frames of sentences, and what only describes."""

from tinhgon.texts.reading import read

DECREE = (
    "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/2025/NĐ-CP\nHà Nội, ngày 12 tháng 6 năm 2025\n\n"
    "NGHỊ ĐỊNH\nVỀ TỔ CHỨC BỘ MÁY\n\n"
)
PLAN = (
    "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 84/QĐ-TTg\nHà Nội, ngày 13/5/2026\n"
    "QUYẾT ĐỊNH\nBan hành Kế hoạch hành động\n\n"
)


def found(text: str) -> list[str]:
    return [one.words for one in read(text).deadlines]


def test_months_at_the_front_of_a_sentence_set_a_deadline() -> None:
    text = "Điều 16. Trong thời gian 03 tháng kể từ ngày Nghị định này có hiệu lực, bộ hoàn thành sắp xếp."
    assert found(DECREE + text) == ["Trong thời gian 03 tháng"]


def test_months_at_the_end_of_a_sentence_say_how_long_something_lasts() -> None:
    assert found(DECREE + "Điều 17. Giữ nguyên phụ cấp trong thời gian 06 tháng kể từ khi nhận.") == []


def test_a_cell_with_a_line_of_its_own_is_a_deadline() -> None:
    titles = "STT\nTên nhiệm vụ\nCơ quan chủ trì\nKết quả\nThời gian hoàn thành\n"
    table = f"{titles}1.\nXây dựng đề án\nBộ Y tế\nĐề án\nQuý III/2026\n"
    assert found(PLAN + table) == ["Quý III/2026"]


def test_every_year_may_describe_what_is_developed() -> None:
    text = "1. Thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội hằng năm và Kế hoạch 5 năm."
    assert found(PLAN + text) == []


def test_a_year_to_which_one_works_is_a_deadline() -> None:
    assert found(f"{PLAN}1. Hướng tới bao phủ bảo hiểm y tế toàn dân vào năm 2030.") == ["vào năm 2030"]


def test_what_is_used_for_yearly_grades_sets_no_deadline() -> None:
    assert found(f"{PLAN}1. Lấy kết quả làm chỉ tiêu quan trọng để đánh giá, xếp loại cán bộ hằng năm.") == []
