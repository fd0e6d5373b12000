"""What is written opens as it was meant, runs nothing, and is read again."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter

from tinhgon.core.partial import PartialDay
from tinhgon.office.sheets.columns import ERRORS
from tinhgon.office.sheets.csvs import harmless, write_csv
from tinhgon.office.sheets.lists import ListColumn, write_list
from tinhgon.office.sheets.mending import LIST, error_workbook
from tinhgon.office.sheets.plain import PlainBook
from tinhgon.office.sheets.reading import read_list
from tinhgon.office.sheets.templates import template_workbook
from tinhgon.office.sheets.writing import OPTIONS
from tinhgon.office.tests.books import OFFICIALS, book, cells, part, sheet_of

EVIL = (
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    "=cmd|'/c calc'!A0",
    "http://x.vn",
    "<r></t></is></c><f>1</f></r>",
)
FIRST = "xl/worksheets/sheet1.xml"
HEAD = ("Họ và tên", "Số CCCD", "Ngày sinh", "Ngày bổ nhiệm", "Ghi chú")
GOOD = ("Trần An", "092085000123", "1975", date(2019, 3, 1), "007")


class TestMending:
    def written(self) -> tuple[Any, bytes]:
        rows = [
            ("DANH SÁCH",),
            HEAD,
            GOOD,
            ("Lê Tám", "12", "31/02/1980", date(2020, 9, 1), "=1+1"),
            (*EVIL[:1],),
        ]
        reading = read_list(sheet_of(rows), OFFICIALS)
        return reading, error_workbook(reading)

    def test_cells_stay_as_they_were(self) -> None:
        rows = cells(self.written()[1])

        assert rows[0][1] == "DANH SÁCH"
        assert rows[1] == [ERRORS, *HEAD]
        assert rows[2] == ["", *GOOD]
        assert rows[3][5] == "=1+1"
        assert "<f>" not in part(self.written()[1], FIRST)

    def test_sentences_stand_in_front_in_a_note_and_in_a_list(self) -> None:
        reading, content = self.written()
        rows, listed = cells(content), cells(content, 1)
        notes = part(content, "xl/comments1.xml")

        assert rows[3][0].split("\n")[1].startswith("Ngày sinh: ngày 31/02/1980 không có: tháng 2/1980")
        assert listed[2][:3] == ["C4", "D4", reading.faults[1].message()]
        assert "Ngày 31/02/1980 không có" in notes
        assert 'ref="D4"' in notes

    def test_faulty_cells_are_coloured(self) -> None:
        content = self.written()[1]
        assert "FFFFD6D6" in part(content, "xl/styles.xml")

    def test_it_is_mended_and_imported_again(self) -> None:
        rows = cells(self.written()[1])
        rows[3][2], rows[3][3] = "092085000124", "28/02/1980"
        reading = read_list(sheet_of(rows[:4]), OFFICIALS)

        assert reading.faults == []
        assert reading.ignored == []
        assert [row.values["id"] for row in reading.rows] == ["092085000123", "092085000124"]
        assert reading.rows[1].values["born"] == PartialDay(1980, 2, 28)

    def test_faults_that_are_left_replace_those_of_before(self) -> None:
        again = read_list(self.written()[1], OFFICIALS)
        rows = cells(error_workbook(again))

        assert again.grid.name == "Danh sách"
        assert rows[1] == [ERRORS, *HEAD]
        assert cells(error_workbook(again), 1)[1][:2] == ["C4", "C4"]

    def test_it_speaks_english(self) -> None:
        reading, _ = self.written()
        assert "there is no day 31/02/1980" in cells(error_workbook(reading, language="en"))[3][0]

    def test_a_failed_formula_stays_a_fault(self) -> None:
        def write(_: Any, sheet: Any) -> None:
            sheet.write_row(0, 0, HEAD[:2])
            sheet.write_row(1, 0, GOOD[:2])
            sheet.write_formula("B2", "=NA()", None, "#N/A")

        content = error_workbook(read_list(book(write), OFFICIALS))
        assert cells(content)[1][2] == "#N/A"
        assert [fault.cell for fault in read_list(content, OFFICIALS).faults] == ["C2"]

    def test_a_sheet_of_the_name_of_the_list_is_no_clash(self) -> None:
        def write(made: Any, sheet: Any) -> None:
            sheet.hide()
            other = made.add_worksheet(LIST)
            other.activate()
            other.write_row(0, 0, HEAD)
            other.write_row(1, 0, GOOD[:1])

        assert cells(error_workbook(read_list(book(write), OFFICIALS)))[0][1:] == list(HEAD)


class TestLists:
    COLUMNS = (ListColumn("Mã", 8, "code"), ListColumn("Ngày", 12, "day"), ListColumn("Số", 10, "number"))

    def test_cells_have_their_types(self) -> None:
        rows = [
            ("007", date(2025, 7, 1), Decimal("1.5")),
            ("=1+1", PartialDay(1975), None),
            ("x", date(1899, 1, 1), 1),
        ]
        content = write_list(
            "Sổ: A/B", self.COLUMNS, rows, banner="Dữ liệu minh họa", lines=["Tại ngày 01/07/2025"]
        )

        assert cells(content) == [
            ["Dữ liệu minh họa", "", ""], ["Tại ngày 01/07/2025", "", ""], ["Mã", "Ngày", "Số"],
            ["007", date(2025, 7, 1), 1.5], ["=1+1", "1975", ""], ["x", "01/01/1899", 1.0],
        ]  # fmt: skip
        assert 'name="Sổ A B"' in part(content, "xl/workbook.xml")
        assert '<autoFilter ref="A3:C6"/>' in part(content, FIRST)
        assert 'ySplit="3"' in part(content, FIRST)

    @pytest.mark.parametrize("text", EVIL)
    def test_no_text_is_run(self, text: str) -> None:
        content = write_list(text, (ListColumn(text),), [(text,)], banner=text, about=[(text, text)])

        with zipfile.ZipFile(io.BytesIO(content)) as made:
            sheets = [made.read(name).decode() for name in made.namelist() if "worksheets/" in name]
        assert not [one for one in sheets if "<f>" in one or "hyperlink" in one]
        assert cells(content)[0][0].strip() == text.strip()

    def test_csv_runs_nothing(self) -> None:
        told = b"".join(write_csv(["Mã"], [(cell,) for cell in EVIL])).decode("utf-8-sig")
        assert [harmless(cell) for cell in EVIL[:6]] == [f"'{cell}" for cell in EVIL[:6]]
        assert "'=1+1" in told

    def test_a_text_too_long_for_a_cell_is_cut(self) -> None:
        [[text]] = cells(write_list("x", (ListColumn("x"),), [("a" * 40_000,)]))[1:]
        assert (len(text), text[-1]) == (32_767, "…")

    def test_moments_are_of_the_zone_they_come_in(self) -> None:
        rows = [(datetime(2025, 7, 1, 8, tzinfo=UTC),)]
        written = cells(write_list("x", (ListColumn("x", form="moment"),), rows))[1]
        assert [str(moment) for moment in written] == ["2025-07-01 08:00:00"]


class TestTemplates:
    EXAMPLE = {"name": "Nguyễn Văn An", "id": "092085000123", "born": "1975", "sex": "Nam"}

    def test_it_is_read_back_without_its_example(self) -> None:
        reading = read_list(template_workbook(OFFICIALS, [self.EXAMPLE]), OFFICIALS)

        assert (reading.rows, reading.faults) == ([], [])
        assert len(reading.header.places) == len(OFFICIALS)

    def test_it_offers_choices_and_explains_columns(self) -> None:
        content = template_workbook(OFFICIALS, [self.EXAMPLE])
        first = part(content, FIRST)

        assert "'Danh mục'!$A$2:$A$3" in first
        assert "có,không" in first
        assert cells(content)[0][0] == "Họ và tên *"
        assert cells(content, 1)[2][:2] == ["Số định danh cá nhân", "có"]
        assert "Ghi trên thẻ căn cước." in part(content, "xl/comments1.xml")

    def test_it_is_filled_in_and_imported(self) -> None:
        rows = cells(template_workbook(OFFICIALS, [self.EXAMPLE]))
        rows.append(["Lê Tám", "92085000123", "03/1980", "nam", "", "", "", "", ""])

        [row] = read_list(sheet_of(rows), OFFICIALS).rows
        assert (row.values["id"], row.values["born"]) == ("092085000123", PartialDay(1980, 3))


@pytest.mark.parametrize(
    "text", [*EVIL, "Trần An", " a", "a ", "a\nb", "_x0041_", "a & b", "", "\ufffe", "“x”", "'"]
)
@pytest.mark.parametrize("styled", [False, True])
@pytest.mark.parametrize("column", [None, "@"])
def test_the_short_way_writes_what_the_library_writes(text: str, styled: bool, column: str | None) -> None:
    def written(made: type[xlsxwriter.Workbook]) -> str:
        output = io.BytesIO()
        with made(output, OPTIONS) as file:
            sheet, style = file.add_worksheet(), file.add_format({"bold": True})
            sheet.set_column(0, 0, 20, file.add_format({"num_format": column}) if column else None)
            sheet.write_string(0, 0, text, style if styled else None)
            sheet.write_string(700, 27, text)
        return part(output.getvalue(), FIRST)

    assert written(PlainBook) == written(xlsxwriter.Workbook)
