"""Forms hold what they are given, as text, in Word and in PDF."""

from __future__ import annotations

import io
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import pytest
from docx import Document

from tinhgon.office.forms import pdf as printing
from tinhgon.office.forms.form import Form, whole
from tinhgon.office.forms.pdf import pdf
from tinhgon.office.forms.word import docx

EVIL = "<b>&{{ 7*7 }}{% for %} #let x = 1 \\ $ _a_ *b* [x]"
ROWS = [["1975"], ["1980", "…", "Trưởng phòng"]] * 40
FORM: Form = {
    "title": "Sơ yếu lý lịch cán bộ, công chức",
    "banner": "Dữ liệu minh họa",
    "head": [["Đơn vị", "Phòng Văn hóa – Xã hội phường Cái Khế"]],
    "sections": [
        {"title": "Bản thân", "pairs": [["Họ và tên", "Nguyễn Thị Ngọc Phượng"], ["Ghi chú", EVIL]]},
        {
            "title": "Quá trình công tác",
            "table": {
                "columns": ["Từ", "Đến", "Chức danh"],
                "rows": [["1975"], ["1980", "…", "Trưởng phòng"]] * 40,
            },
        },
        {"title": "Kỷ luật"},
    ],
    "place": "Cần Thơ, ngày … tháng … năm …",
    "signatures": [{"role": "Người khai"}, {"role": "Thủ trưởng", "name": "Đặng Ỷ"}],
    "footer": "In bởi lan lúc 08:00 ngày 01/07/2025",
}


def texts(content: bytes) -> str:
    made = Document(io.BytesIO(content))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    section = made.sections[0]
    edges = [part.paragraphs[0].text for part in (section.header, section.footer)]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells, *edges])


def test_word_holds_every_value_as_text() -> None:
    told = texts(docx(FORM))

    expected = (
        "SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC",
        "Nguyễn Thị Ngọc Phượng",
        EVIL,
        "Dữ liệu minh họa",
        "1. Bản thân",
    )
    for text in (*expected, "3. Kỷ luật", "Không có.", "In bởi lan lúc 08:00", "Đặng Ỷ", "Trưởng phòng"):
        assert text in told
    assert "{%" not in told.replace(EVIL, "")


def test_word_repeats_the_header_of_a_long_table() -> None:
    table = Document(io.BytesIO(docx(FORM))).tables[2]

    assert [cell.text for cell in table.rows[1].cells] == ["1975", "", ""]
    assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
    assert len(table.rows) == 81


def test_pdf_is_one_that_archives_keep() -> None:
    content = pdf(FORM, at=datetime(2025, 7, 1, tzinfo=UTC))

    assert content.startswith(b"%PDF-")
    assert b"<pdfaid:part>2<" in content
    assert b"<pdfaid:conformance>B<" in content
    fonts = re.findall(rb"/FontName ?/[A-Z]{6}\+([\w-]+)", content)
    assert {name.partition(b"-")[0] for name in fonts} == {b"Tinos"}


@pytest.mark.skipif(which("pdftotext") is None, reason="reads the text of a PDF with pdftotext")
def test_pdf_holds_every_value_as_text(tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(pdf(FORM))
    command = ["pdftotext", "-layout", "form.pdf", "-"]
    told = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    pages = told.rstrip("\f\n").split("\f")

    assert len(pages) >= 2
    assert all("Dữ liệu minh họa" in page and "In bởi lan" in page for page in pages)
    assert f"1/{len(pages)}" in pages[0].replace(" ", "")
    assert "Nguyễn Thị Ngọc Phượng" in told
    assert EVIL in " ".join(told.split())
    assert "THỦ TRƯỞNG" in pages[-1]


def test_the_letters_come_from_the_house_alone() -> None:
    assert printing._fonts().families() == ["Tinos"]


def test_what_no_document_can_hold_is_left_out() -> None:
    form: Form = {"title": "A\x00B\x0b", "sections": [{"title": "x", "pairs": [["a", "b\x07\nc"]]}]}

    assert whole(form)["title"] == "AB"
    assert "b\nc" in texts(docx(form))
    assert pdf(form).startswith(b"%PDF")
