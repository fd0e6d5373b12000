"""A PDF is read line by line, as it stands on the page."""

from __future__ import annotations

from tinhgon.office.forms.pdf import pdf
from tinhgon.texts.files import open_file
from tinhgon.texts.files.pdf import Run, _lines, _written

FORM = {
    "title": "Sổ theo dõi",
    "sections": [{"title": "Việc", "pairs": [("Họ và tên", "Nguyễn Thị Ánh Nguyệt")] * 120}],
}


def test_letters_come_with_their_marks_composed() -> None:
    assert "Nguyễn Thị Ánh Nguyệt" in open_file(pdf(FORM)).text


def test_it_is_known_where_each_page_begins() -> None:
    opened = open_file(pdf(FORM))
    assert len(opened.starts) > 1
    assert opened.starts[0] == 0
    assert all(opened.text[start - 1] == "\n" for start in opened.starts[1:])
    assert opened.empty_pages == ()


def test_columns_on_one_line_stay_apart() -> None:
    left, right = Run(80, 700, 200, 712, "ỦY BAN NHÂN DÂN"), Run(260, 701, 500, 713, "CỘNG HÒA XÃ HỘI")
    lower = Run(80, 684, 200, 696, "THÀNH PHỐ")
    lines = _lines([lower, right, left])
    assert [_written(line) for line in lines] == ["ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI", "THÀNH PHỐ"]


def test_a_word_in_two_fonts_stays_one_word() -> None:
    assert _written([Run(10, 0, 40, 12, "Quyết"), Run(40.4, 0, 60, 12, "-định")]) == "Quyết-định"
