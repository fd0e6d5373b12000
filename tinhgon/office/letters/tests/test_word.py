"""The Word document has the layout's measures and holds every value as text."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as Opened
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.office.letters import docx
from tinhgon.office.letters.filling.opening import parts_of
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.letter import Letter
from tinhgon.office.letters.making.package import template
from tinhgon.office.letters.measures import layout
from tinhgon.office.letters.tests.samples import ANNEXED, DECISION, HOSTILE, NAME, told
from tinhgon.office.letters.word import TEMPLATES, template_of


def opened(letter: Letter) -> Opened:
    return Document(io.BytesIO(docx(letter)))


@pytest.mark.parametrize("name", ["state", "party"])
def test_the_page_has_the_margins_of_the_layout(name) -> None:
    section, page = opened(replace(DECISION, layout=name)).sections[0], layout(name)["page"]

    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in margins] == [page[side] for side in ("top", "bottom", "left", "right")]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.different_first_page_header_footer


def test_the_head_has_room_for_the_name_of_the_state_on_one_line() -> None:
    head = opened(DECISION).tables[0]

    assert [round(column.width.mm) for column in head.columns] == [64, 101]
    assert {
        node.get(node.tag.partition("}")[0] + "}w") for node in head._tbl.tblPr.find("{*}tblCellMar")
    } == {"0"}


@pytest.mark.parametrize("name", ["state", "party"])
def test_letters_are_named_and_as_large_as_the_layout_asks(name) -> None:
    made = opened(replace(DECISION, layout=name))
    fonts = made.styles.element.find(".//{*}rPrDefault//{*}rFonts").attrib.values()

    assert set(fonts) == {"Times New Roman"}
    for style, part in (
        ("VB Quốc hiệu", "nation"),
        ("VB Nội dung", "body"),
        ("VB Nơi nhận", "recipients_title"),
    ):
        measure = layout(name)["parts"][part]
        assert made.styles[style].font.size.pt == measure["size"]
        assert bool(made.styles[style].font.bold) == measure.get("bold", False)


def test_every_value_is_there_as_text() -> None:
    text = told(
        docx(replace(DECISION, signer=HOSTILE, urgency="HỎA TỐC", banner="Dữ liệu minh họa", watermark=""))
    )

    expected = (HOSTILE, "Số: 07/QĐ-UBND", "HỎA TỐC", "Điều 1. Thành lập", "a) trực tiếp;", "KT. CHỦ TỊCH",
                "- Lưu: VT, NC.", "Dữ liệu minh họa", "thi hành./.")  # fmt: skip
    for value in expected:
        assert value in text
    assert "THƯỢNG KHẨN" not in text
    assert "{%" not in text.replace(HOSTILE, "")


def test_control_letters_are_left_out() -> None:
    assert f"AB{NAME}" in told(docx(replace(DECISION, signer=f"A\x00\x07B\x1b\ufffe{NAME}")))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=40))
def test_any_text_is_written(text: str) -> None:
    assert parts_of(docx(replace(DECISION, signer=text)))


def test_annexes_are_sections_and_a_wide_one_lies_on_its_side() -> None:
    sections = opened(ANNEXED).sections

    assert [section.orientation for section in sections] == [0, 0, 1]
    assert sections[2].page_width > sections[2].page_height
    assert all(section._sectPr.find("{*}pgNumType").get(f"{W}start") == "1" for section in sections)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_a_table_has_as_many_columns_as_the_document_says_and_repeats_its_head() -> None:
    made = opened(ANNEXED).tables[2]

    assert [cell.text for cell in made.rows[0].cells] == ["STT", "Họ và tên", "Đơn vị"]
    assert len(made.rows) == 61
    assert made.rows[0]._tr.trPr.find("{*}tblHeader") is not None
    assert sum(column.width.mm for column in made.columns) == pytest.approx(165, abs=0.5)


def test_a_draft_bears_its_mark_in_both_headers_and_a_final_one_does_not() -> None:
    drafts = [
        part for name, part in parts_of(docx(ANNEXED)).items() if "header" in name and name.endswith(".xml")
    ]
    final = [
        part for name, part in parts_of(docx(DECISION)).items() if "header" in name and name.endswith(".xml")
    ]

    assert ["DỰ THẢO".encode() in part for part in drafts] == [True, True]
    assert [b"textpath" in part for part in final] == [False, False]


@pytest.mark.parametrize("name", ["state", "party"])
def test_a_document_with_nothing_in_it_is_still_written(name) -> None:
    assert opened(Letter(layout=name, issuer="")).sections


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx(DECISION) == docx(replace(DECISION))


def test_an_offices_own_template_is_used() -> None:
    mine = template_of("state", "").read_bytes()

    assert docx(DECISION, mine) == docx(DECISION)
    assert docx(DECISION, template_of("state", "letter").read_bytes()) != docx(DECISION)


def test_templates_are_those_that_the_maker_makes() -> None:
    shapes = {(name, kind.code): kind.shape for kind in KINDS.values() for name in kind.layouts}
    shapes |= {("state", ""): "all", ("party", ""): "all"}

    assert {path.name for path in TEMPLATES.glob("*.docx")} == {template_of(*key).name for key in shapes}
    for (name, code), shape in shapes.items():
        assert parts_of(template_of(name, code).read_bytes()) == parts_of(template(name, shape)), (name, code)
