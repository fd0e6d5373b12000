"""Articles, clauses and points are numbered; names and abstracts are broken where they may be."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.office.letters.blocks import Bullet, Clause, Heading, Paragraph, Table
from tinhgon.office.letters.heads import annex_note, day_of, number_line, place_line
from tinhgon.office.letters.letter import Letter
from tinhgon.office.letters.lines import closed, letter_of, lines
from tinhgon.office.letters.names import even_lines, name_lines
from tinhgon.office.letters.roman import roman
from tinhgon.office.letters.tests.samples import DECISION
from tinhgon.office.letters.widths import ems, shares

WORDS = st.lists(st.text("ABĐÊƠUVXYaeiộ", min_size=1, max_size=12), min_size=1, max_size=12)


def test_articles_run_through_and_clauses_begin_anew() -> None:
    made = [f"{line['label']} {line['text']}".strip() for line in lines(DECISION.blocks)]

    assert made == [
        "Điều 1. Thành lập Trung tâm Phục vụ hành chính công phường Cái Khế.",
        "Điều 2. Nhiệm vụ",
        "1. Tiếp nhận hồ sơ:",
        "a) trực tiếp;",
        "b) trực tuyến.",
        "2. Trả kết quả.",
        "Điều 3. Giám đốc Sở Nội vụ, Chủ tịch Ủy ban nhân dân phường chịu trách nhiệm thi hành.",
    ]


def test_clauses_without_articles_begin_anew_below_each_heading() -> None:
    blocks = (Clause("một"), Heading("I.", "Mục đích"), Clause("một"), Bullet("ý"), Clause("hai"))

    told = [line["text"] for line in lines(blocks)]
    assert told == ["1. một", "I. MỤC ĐÍCH", "1. một", "- ý", "2. hai"]


def test_a_chapter_has_its_number_above_its_title() -> None:
    told = [(line["form"], line["text"]) for line in lines((Heading("Chương I", "Quy định chung", True),))]

    assert told == [("centre", "Chương I"), ("centre", "QUY ĐỊNH CHUNG")]


def test_points_go_by_the_vietnamese_alphabet() -> None:
    assert [letter_of(place) for place in (0, 3, 4, 5, 22, 23)] == ["a", "d", "đ", "e", "y", "aa"]


def test_a_body_closes_with_its_mark_once() -> None:
    assert closed(lines((Paragraph("Hết."),)), "./.")[-1]["text"] == "Hết./."
    assert closed(lines((Paragraph("Hết./."),)), "./.")[-1]["text"] == "Hết./."
    assert closed(lines((Table(("A",), (("1",),)),)), "./.")[-1]["form"] == "table"
    assert closed([], "./.") == []


@given(st.lists(st.lists(st.text(max_size=5), max_size=6), max_size=5))
def test_every_row_of_a_table_has_a_cell_for_each_column(rows: list[list[str]]) -> None:
    (line,) = lines((Table(("A", "B", "C"), tuple(tuple(row) for row in rows)),))

    assert {len(row) for row in line["rows"]} <= {3}
    assert abs(sum(column["share"] for column in line["columns"]) - 1) < 0.01


def test_figures_stand_in_the_middle_of_their_column() -> None:
    (line,) = lines((Table(("STT", "Ngày", "Tên"), (("1", "01/07/2026", "Lan"), ("2", "", "Ý"))),))

    assert [column["centred"] for column in line["columns"]] == [True, True, False]


@settings(deadline=None)
@given(WORDS, st.floats(2, 30))
def test_a_broken_name_keeps_its_words_and_its_room(words: list[str], room: float) -> None:
    made = even_lines(words, room)

    assert " ".join(made).split() == words
    assert all(ems(line) <= room or " " not in line for line in made)


def test_a_name_is_broken_before_its_place() -> None:
    room = ems("ỦY BAN NHÂN DÂN THÀNH PHỐ")

    assert name_lines("Ủy ban nhân dân thành phố Cần Thơ", room) == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"]
    assert name_lines("Sở Nội vụ", room) == ["SỞ NỘI VỤ"]
    assert name_lines("Ban\nTổ chức", room) == ["BAN", "TỔ CHỨC"]
    assert name_lines("", room) == []


def test_columns_share_the_line_by_what_they_say() -> None:
    number, name = shares(("STT", "Nội dung"), (("1", "một câu dài hơn nhiều so với cột bên cạnh"),))

    assert name > 3 * number
    assert shares((), ()) == []


def test_a_narrow_column_keeps_its_word_whole_beside_long_texts() -> None:
    long = "Chuyên viên Phòng Văn hóa – Xã hội, Ủy ban nhân dân phường Cái Khế, thành phố Cần Thơ"
    number, *_ = shares(("STT", "Tập thể, cá nhân", "Đơn vị"), (("1", long, long),))

    assert number * 38 >= ems("STT") + 1


def test_numbers_and_days_are_written_as_the_layouts_ask() -> None:
    party = Letter(layout="party", issuer="Thành ủy", number="127", symbol="QĐ/TW")

    assert number_line(DECISION) == "Số: 07/QĐ-UBND"
    assert number_line(party) == "Số 127-QĐ/TW"
    assert place_line(DECISION) == "Cần Thơ, ngày 03 tháng 02 năm 2026"
    assert day_of(date(2026, 3, 12)) == "ngày 12 tháng 3 năm 2026"


def test_a_draft_has_dots_for_number_and_day() -> None:
    draft = Letter(layout="state", issuer="Sở Nội vụ", symbol="QĐ-SNV")

    assert number_line(draft) == "Số: ……/QĐ-SNV"
    assert place_line(draft) == "……, ngày …… tháng …… năm ……"


def test_an_annex_says_what_it_belongs_to() -> None:
    said = "(Kèm theo Quyết định số 07/QĐ-UBND ngày 03 tháng 02 năm 2026 của Chủ tịch Ủy ban nhân dân"

    assert annex_note(DECISION).startswith(said)


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 48)] == ["I", "IV", "IX", "XIV", "XL", "XLVIII"]
