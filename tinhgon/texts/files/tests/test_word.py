"""Word documents are read as they are printed."""

from __future__ import annotations

import io

from docx import Document

from tinhgon.texts.files import open_file
from tinhgon.texts.files.tests.makers import body, word


def test_paragraphs_are_lines() -> None:
    assert open_file(word("Số: 05/QĐ-UBND", "Cần Thơ, ngày 01 tháng 7 năm 2025")).text.splitlines() == [
        "Số: 05/QĐ-UBND",
        "Cần Thơ, ngày 01 tháng 7 năm 2025",
    ]


def test_numbers_that_word_counts_are_part_of_the_text() -> None:
    text = open_file(word("Mục đích", "Yêu cầu", "Nội dung", style="List Number")).text
    assert text.splitlines() == ["1. Mục đích", "2. Yêu cầu", "3. Nội dung"]


def test_cells_of_a_row_stand_on_one_line() -> None:
    document, output = Document(), io.BytesIO()
    table = document.add_table(1, 3)
    for place, words in enumerate(("1", "Sở Nội vụ", "Quý III/2026")):
        table.cell(0, place).text = words
    document.save(output)
    assert open_file(output.getvalue()).text == "1\tSở Nội vụ\tQuý III/2026"


def test_a_head_of_two_columns_is_read_column_by_column() -> None:
    document, output = Document(), io.BytesIO()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    document.save(output)
    lines = open_file(output.getvalue()).text.splitlines()
    assert lines[:2] == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"]
    assert lines[2].startswith("CỘNG HÒA")


def test_what_was_struck_out_under_review_is_left_out() -> None:
    content = body(
        "<w:p><w:r><w:t>trước ngày </w:t></w:r><w:del><w:r><w:delText>30/6</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>31/7</w:t></w:r></w:ins></w:p>"
    )
    assert open_file(content).text == "trước ngày 31/7"


def test_footnotes_stand_at_the_end_with_their_numbers() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<w:footnotes xmlns:w="{space}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Quyết định số 7/QĐ-TTg.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    content = body(
        '<w:p><w:r><w:t>kế hoạch</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        **{"word/footnotes.xml": notes},
    )
    assert open_file(content).text.splitlines() == ["kế hoạch[2]", "[2] Quyết định số 7/QĐ-TTg."]


def test_a_cell_of_a_table_of_data_stays_in_its_column() -> None:
    document, output = Document(), io.BytesIO()
    table = document.add_table(3, 3)
    table.cell(1, 1).text = "Sở Nội vụ\nSở Tài chính"
    table.cell(1, 2).text = "Quý III/2026"
    document.save(output)
    assert open_file(output.getvalue()).text.splitlines()[1] == "\tSở Nội vụ Sở Tài chính\tQuý III/2026"
