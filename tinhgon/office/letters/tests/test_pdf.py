"""The PDF keeps the measures of the layouts, holds every value as text, and is one that archives keep."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import replace

import pypdfium2.raw as raw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.office.letters import pdf
from tinhgon.office.letters.blocks import Article, Paragraph
from tinhgon.office.letters.letter import Letter
from tinhgon.office.letters.measures import layout, measures
from tinhgon.office.letters.pdf import NoSuchLetters, png
from tinhgon.office.letters.tests.samples import ANNEXED, DECISION, HOSTILE, MM, NAME, box, opened, pages

END = Article("Sau cùng, các cơ quan chịu trách nhiệm thi hành.")
PARTY = Letter(
    layout="party", superior="Đảng bộ thành phố Cần Thơ", issuer="Ban Thường vụ Thành ủy", number="12",
    symbol="KL/TU", type_name="Kết luận", abstract="về công tác cán bộ", signer="Đặng Ỷ",
    signer_title=("Bí thư",),
    authority="T/M", bases=("Căn cứ Điều lệ Đảng",), recipients=("Các đảng ủy",), filing="Lưu Văn phòng",
)  # fmt: skip


def ink(content: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Give the edges of all that is written on a page: left, top, right, bottom in mm."""
    sheet = opened(content)[page]
    told = sheet.get_textpage()
    seen = [place for place, letter in enumerate(told.get_text_range()) if not letter.isspace()]
    left, bottom, right, top = zip(*(told.get_charbox(place) for place in seen), strict=True)
    height = sheet.get_height()
    return min(left) / MM, (height - max(top)) / MM, max(right) / MM, (height - min(bottom)) / MM


def rules(content: bytes) -> list[tuple[float, float]]:
    """Give the horizontal lines of the first page, from above: top and length in mm."""
    sheet = opened(content)[0]
    found = [one.get_bounds() for one in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    height = sheet.get_height()
    return sorted(
        ((height - top) / MM, (right - left) / MM) for left, bottom, right, top in found if top - bottom < 3
    )


@pytest.mark.parametrize("letter", [DECISION, PARTY], ids=["state", "party"])
def test_the_text_keeps_within_the_margins(letter: Letter) -> None:
    page = layout(letter.layout)["page"]
    left, top, right, bottom = ink(pdf(letter))

    assert page["left"] - 0.3 <= left <= page["left"] + 0.6
    assert page["top"] - 0.3 <= top <= page["top"] + 3
    assert right <= page["width"] - page["right"] + 0.3
    assert bottom <= page["height"] - page["bottom"]


def test_measures_lie_within_what_the_law_allows() -> None:
    for name in measures()["layouts"]:
        given = layout(name)
        allowed = [(part["size"], part["range"]) for part in given["parts"].values() if "range" in part]
        allowed += [(given["page"][side], span) for side, span in given["page"].get("range", {}).items()]
        assert all(least <= value <= most for value, (least, most) in allowed)
        assert all(part["source"] for part in (given["page"], given["head"], *given["parts"].values()))


def test_a_simple_decision_fits_on_one_page() -> None:
    assert len(opened(pdf(DECISION))) == 1


def test_the_name_of_the_state_stands_on_one_line_above_its_motto() -> None:
    made = pdf(DECISION)
    name, motto = box(made, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), box(made, "Độc lập - Tự do - Hạnh phúc")

    assert name[3] - name[1] < 7
    assert name[3] < motto[3]
    assert abs((name[0] + name[2]) - (motto[0] + motto[2])) < 1
    assert name[0] >= 94 - 0.3


def test_rules_are_as_long_as_the_layout_asks() -> None:
    made = pdf(DECISION)
    issuer, motto = box(made, "THÀNH PHỐ CẦN THƠ"), box(made, "Độc lập - Tự do - Hạnh phúc")
    (_, first), (_, second), (_, third) = rules(made)
    lengths = sorted((first, second))

    assert abs(lengths[1] - (motto[2] - motto[0])) < 1.5
    assert 1 / 3 <= lengths[0] / (issuer[2] - issuer[0]) <= 1 / 2
    assert third > 0


def test_letters_are_as_large_as_the_layout_asks() -> None:
    told = opened(pdf(DECISION))[0].get_textpage()
    text = told.get_text_range()

    for line, size in (
        ("CỘNG HÒA", 13),
        ("Độc lập", 14),
        ("Nơi nhận", 12),
        ("- Sở Nội vụ;", 11),
        ("Thành lập", 14),
    ):
        place = text.find(line) + (2 if line.startswith("-") else 0)
        assert raw.FPDFText_GetFontSize(told.raw, place) == pytest.approx(size, abs=0.1)


def test_first_lines_are_indented() -> None:
    made = pdf(DECISION)

    assert box(made, "Căn cứ Luật")[0] == pytest.approx(30 + 12.7, abs=0.6)
    assert box(made, "Điều 1.")[0] == pytest.approx(30 + 12.7, abs=0.6)


def test_page_numbers_begin_on_the_second_page_and_anew_in_each_annex() -> None:
    told = pages(pdf(replace(ANNEXED, watermark="")))
    first = [page.strip().splitlines()[0] for page in told]

    assert first[0] == "ỦY BAN NHÂN DÂN"
    assert [line for line in first if line.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II"]
    assert first[2] == "2"
    assert first[first.index("Phụ lục II") + 1] == "2"


def test_a_page_number_stands_in_the_middle_of_the_upper_margin() -> None:
    left, top, right, bottom = box(pdf(replace(ANNEXED, watermark="")), "2", page=2)

    assert (left + right) / 2 == pytest.approx(30 + 165 / 2, abs=1)
    assert 8 < top < bottom < 20


def test_a_wide_annex_lies_on_its_side() -> None:
    sizes = [page.get_size() for page in opened(pdf(ANNEXED))]

    assert sizes[0][0] < sizes[0][1]
    assert sizes[-1][0] > sizes[-1][1]


def test_every_value_comes_back_as_it_was_written() -> None:
    told = "\n".join(pages(pdf(replace(DECISION, urgency="HỎA TỐC", banner="Dữ liệu minh họa"))))

    for text in (
        NAME,
        "Số: 07/QĐ-UBND",
        "HỎA TỐC",
        "KT. CHỦ TỊCH",
        "- Lưu: VT, NC.",
        "Dữ liệu minh họa",
        "thi hành./.",
    ):
        assert text in told
    assert unicodedata.is_normalized("NFC", told)


def test_marks_taken_apart_are_put_together() -> None:
    told = "\n".join(pages(pdf(replace(DECISION, signer=unicodedata.normalize("NFD", NAME)))))

    assert NAME in told


def test_hostile_values_are_only_text() -> None:
    told = " ".join("\n".join(pages(pdf(replace(DECISION, signer=f"\x00\x07{HOSTILE}\x1b")))).split())

    assert HOSTILE in told


@pytest.mark.parametrize("layout_name", ["state", "party"])
def test_a_document_with_nothing_in_it_is_still_printed(layout_name) -> None:
    assert len(opened(pdf(Letter(layout=layout_name, issuer="")))) == 1


def test_very_long_names_wrap_and_keep_within_the_page() -> None:
    long = "Ban Quản lý dự án đầu tư xây dựng công trình giao thông và phát triển đô thị " * 4
    made = pdf(
        replace(DECISION, issuer=long, superior=long, signer=long, recipients=(long,), abstract=long * 3)
    )

    assert ink(made)[2] <= 195.3
    assert ink(made)[0] >= 29.7


def test_a_page_is_drawn_as_a_picture() -> None:
    first, last = png(ANNEXED), png(ANNEXED, page=99)

    assert first.startswith(b"\x89PNG")
    assert first != last == png(ANNEXED, page=len(opened(pdf(ANNEXED))))
    assert png(DECISION).startswith(b"\x89PNG")


def test_a_draft_bears_its_mark_on_every_page() -> None:
    assert all("DỰ THẢO" in page for page in pages(pdf(ANNEXED)))


@pytest.mark.parametrize("letter", [DECISION, ANNEXED], ids=["plain", "draft with annexes"])
def test_the_file_is_one_that_archives_keep(letter: Letter) -> None:
    made = pdf(letter)
    fonts = re.findall(rb"/FontName ?/[A-Z]{6}\+([\w-]+)", made)

    assert b"<pdfaid:part>2<" in made
    assert b"<pdfaid:conformance>B<" in made
    assert {name.partition(b"-")[0] for name in fonts} == {b"Tinos"}
    assert b"/StructTreeRoot" in made


def test_recipients_are_headed_in_bold_italics_of_their_own() -> None:
    assert b"Tinos-BoldItalic" in pdf(DECISION)


@pytest.mark.parametrize("sign", ["漢", "😀", "✓", "ى"])
def test_signs_that_the_fonts_do_not_draw_are_named(sign: str) -> None:
    with pytest.raises(NoSuchLetters) as refused:
        pdf(replace(DECISION, signer=f"A {sign}"))

    assert sign in refused.value.message()


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=40))
def test_any_text_is_printed_or_refused_by_name(text: str) -> None:
    with suppress(NoSuchLetters):
        assert pdf(replace(DECISION, signer=text)).startswith(b"%PDF-")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf(DECISION) == pdf(replace(DECISION))


def test_a_signature_does_not_stand_alone_on_its_page() -> None:
    many = [
        replace(DECISION, blocks=(*[Paragraph("Đoạn văn. " * 12)] * count, END)) for count in range(10, 26)
    ]
    last = next(told[-1] for told in (pages(pdf(letter)) for letter in many) if len(told) == 2)

    assert "Sau cùng" in last
