"""Paragraphs made again from lines that were broken anyhow."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.clean import clean
from tinhgon.texts.values import Span

WORDS = "Sở Y tế chủ trì, phối hợp với Ủy ban nhân dân xã, phường rà soát cơ sở hiện có và gửi kết quả"
NARROW = """Giao Sở Y tế chủ trì, phối hợp với các
cơ quan liên quan rà soát toàn bộ cơ sở
hiện có trên địa bàn thành phố.
Yêu cầu các đơn vị báo cáo Ủy ban nhân
dân thành phố đúng hạn, theo Nghị định
số 12/2025/NĐ-CP ngày
17 tháng 3 năm 2025 của Chính phủ.
"""


def paragraphs(text: str) -> list[str]:
    return clean(text).text.split("\n")


def test_lines_broken_at_a_width_become_paragraphs() -> None:
    assert paragraphs(NARROW) == [
        "Giao Sở Y tế chủ trì, phối hợp với các cơ quan liên quan rà soát toàn bộ cơ sở hiện có trên địa bàn "
        "thành phố.",
        "Yêu cầu các đơn vị báo cáo Ủy ban nhân dân thành phố đúng hạn, theo Nghị định số 12/2025/NĐ-CP ngày "
        "17 tháng 3 năm 2025 của Chính phủ.",
    ]


def test_one_paragraph_a_line_stays_as_it_is() -> None:
    lines = [f"{number} {WORDS}" for number in ("Trước hết,", "Sau đó,", "Cuối cùng,")]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize("broken", ["Số:\n2610/QĐ-UBND", "Số\n 2610/QĐ-UBND", "Số:\u00a02610/QĐ-UBND"])
def test_a_number_torn_from_its_word_comes_back(broken: str) -> None:
    assert "2610/QĐ-UBND" in paragraphs(broken + "\n" + NARROW)[0]
    assert paragraphs(broken + "\n" + NARROW)[0].startswith("Số")


def test_a_mark_alone_belongs_to_the_line_below() -> None:
    assert paragraphs("Điều 4.\nTrách nhiệm thi hành\n\n1. Sở Y tế.\n\nb)\nSở Nội vụ.") == [
        "Điều 4. Trách nhiệm thi hành",
        "1. Sở Y tế.",
        "b) Sở Nội vụ.",
    ]


def test_a_reference_at_the_beginning_of_a_line_opens_nothing() -> None:
    text = (
        NARROW
        + "\nViệc này làm theo quy định tại khoản\n3. Các đơn vị được giao việc phải làm đúng\ntiến độ."
    )
    assert paragraphs(text)[-1].startswith("Việc này làm theo quy định tại khoản 3. Các đơn vị")


def test_page_numbers_rules_and_the_address_are_left_out() -> None:
    page = NARROW.replace("hiện có", "\n\n2\nhiện có") + NARROW * 3 + "\n3\n" + NARROW
    text = clean("https://example.vn/van-ban.html\n\n-------\n" + page)
    assert "example" not in text.text
    assert "---" not in text.text
    assert "\n2\n" not in text.text and "\n3\n" not in text.text
    assert "cơ sở hiện có trên địa bàn" in text.text


def test_the_lines_of_a_pasted_table_stay_apart() -> None:
    assert paragraphs(NARROW + "\nSTT\nTên đơn vị\nĐiểm\n1\nSở Y tế\n20\n2\nSở Nội vụ\n30")[2:] == [
        *("STT", "Tên đơn vị", "Điểm", "1", "Sở Y tế", "20", "2", "Sở Nội vụ", "30")
    ]


@pytest.mark.parametrize(
    "source", ["a\u200bb", "\ufeffSở\u00a0 Y\u00ad tế", "*Sở* **Y tế**", "Số 221\u2011KL/TW", "Ðiều 1. Sở"]
)
def test_what_is_not_seen_is_not_read(source: str) -> None:
    made = clean(source).text
    assert not set(made) & set("\u200b\ufeff\u00ad\u2011*Ð\u00a0")
    assert "  " not in made


def test_places_lead_back_to_whole_letters_of_the_source() -> None:
    source = unicodedata.normalize("NFD", "Ủy  ban\nnhân dân")
    made = clean(source)
    start = made.text.index("ban")
    span = made.back(Span(start, start + 3))
    assert source[span.start : span.end] == "ban"
    assert made.back(Span(0, 1)).end == 2  # U and its hook


texts = st.text(
    alphabet=st.sampled_from("aăâbĐđỦủớ 1.-)(\n\n\t\u00a0\u200b*,;:/“”IVCSốgnhd\u0301\u0323|_\f"),
    max_size=300,
)


@given(texts)
def test_places_never_fall_and_lie_in_the_source(source: str) -> None:
    made = clean(source)
    assert len(made.origins) == len(made.text)
    assert all(a <= b for a, b in zip(made.origins, made.origins[1:], strict=False))
    span = made.back(Span(0, len(made.text)))
    assert 0 <= span.start <= span.end <= len(source)


@given(texts)
def test_decomposed_letters_give_the_same_text(source: str) -> None:
    composed, parted = (unicodedata.normalize(form, source) for form in ("NFC", "NFD"))
    assert clean(composed).text == clean(parted).text


@given(st.text(max_size=200))
def test_any_text_can_be_cleaned(source: str) -> None:
    made = clean(source)
    assert len(made.origins) == len(made.text)


def test_a_title_broken_by_hand_breaks_no_text_of_whole_paragraphs() -> None:
    title = "Kết luận của Phó Chủ tịch Ủy ban nhân dân thành\nphố tại cuộc họp ngày 03 tháng 7 năm 2026"
    text = "Sau khi nghe báo cáo và ý kiến của các cơ quan dự họp, người chủ trì kết luận như sau:"
    points = "\n".join(
        f"{place}. Thống nhất phương án sắp xếp các phòng của các phường Cái Khế, Ninh Kiều."
        for place in (1, 2)
    )
    made = clean(f"THÔNG BÁO\n{title}\n\n{text}\n{points}")
    assert [made.text[one.start : one.end] for one in made.paragraphs][1:3] == [
        title.replace("\n", " "),
        text,
    ]
