"""What lies in what, in every manner of numbering."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.clean import clean
from tinhgon.texts.structure import read_items
from tinhgon.texts.values import Item


def items(text: str) -> tuple[Item, ...]:
    return read_items(clean(text))


def paths(text: str) -> list[str]:
    return [item.path for item in items(text) if item.path]


DECREE = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Khoản một:
a) Điểm a;
b) Điểm b.
2. Khoản hai.
Chương II
THI HÀNH
Mục 1
TRÁCH NHIỆM
Điều 2. Trách nhiệm
Các bộ thi hành.
đ) Điểm lạc.
Điều 3. Hiệu lực
1. Có hiệu lực.
Nơi nhận:
- Lưu: VT.
"""


def test_articles_are_counted_through_chapters() -> None:
    assert paths(DECREE) == ["Đ1", "Đ1.1", "Đ1.1.a", "Đ1.1.b", "Đ1.2", "Đ2", "Đ3", "Đ3.1"]
    levels = {item.label: (item.level, item.title) for item in items(DECREE)}
    assert levels["Chương I"] == ("chapter", "QUY ĐỊNH CHUNG")
    assert levels["Mục 1"] == ("section", "TRÁCH NHIỆM")
    assert levels["Điều 3"] == ("article", "Hiệu lực")


def test_recipients_lie_in_no_item() -> None:
    made = clean(DECREE)
    last = read_items(made)[-1]
    assert made.text[last.span.start : last.span.end] == "1. Có hiệu lực."


def test_an_item_covers_all_that_lies_in_it() -> None:
    made = clean(DECREE)
    first = next(item for item in read_items(made) if item.path == "Đ1.1")
    assert made.text[first.span.start : first.span.end] == "1. Khoản một:\na) Điểm a;\nb) Điểm b."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["I. A B", "1. C", "a) D", "- E", "+ G", "b) H", "2. K", "II. L"],
            "I I.1 I.1.a I.1.a I.1.a I.1.b I.2 II",
        ),
        (["I- A", "1- Một", "2- Hai", "II- B"], "I I.1 I.2 II"),
        (["I. A", "1. B", "1.1. C", "1.1.1. D", "1.2. E", "2. G"], "I I.1 I.1.1 I.1.1.1 I.1.2 I.2"),
        (["1. A", "a) B", "1) C", "2) D", "b) E", "2. G"], "1 1.a 1.a.1 1.a.2 1.b 2"),
        (["1. A", "(1) B", "(2) C", "2. D"], "1 1.1 1.2 2"),
        (["A. Một", "I. Hai", "1. Ba", "B. Bốn", "I. Năm"], "A A.I A.I.1 B B.I"),
        (["1. A", "đ) B"], "1"),
        (["c) A", "d) B", "đ) C", "e) D"], "c d đ e"),
    ],
)
def test_lists_hang_under_each_other(lines: list[str], expected: str) -> None:
    text = "\n".join(line + " có nội dung." for line in lines)
    assert paths(text) == expected.split()


def test_new_text_that_is_quoted_is_no_part_of_the_amending_law() -> None:
    text = (
        "Điều 1. Sửa đổi Luật A\n1. Sửa đổi khoản 1 Điều 5 như sau:\n“1. Nội dung mới của khoản một.\n2. "
        "Khoản hai mới.”.\n"
        "2. Bổ sung Điều 6a như sau:\n“Điều 6a. Điều mới\n1. Nội dung.\na) Điểm mới.”.\n3. Bãi bỏ Điều "
        "7.\nĐiều 2. Hiệu lực\nTừ ngày ký."
    )
    assert paths(text) == ["Đ1", "Đ1.1", "Đ1.2", "Đ1.3", "Đ2"]


def test_a_quotation_that_nobody_closes_ends_with_its_paragraph() -> None:
    assert paths("1. Thay cụm từ như sau: “1. Cụm từ mới.\n2. Bãi bỏ.\n3. Thi hành.") == ["1", "2", "3"]


def test_an_annex_has_paths_of_its_own() -> None:
    text = (
        "Điều 1. A\n1. B.\nNơi nhận:\n- Lưu.\nPHỤ LỤC II\nDANH MỤC\n(Kèm theo Quyết định này)\n1. C.\n2. D."
    )
    assert paths(text) == ["Đ1", "Đ1.1", "PL.II", "PL.II.1", "PL.II.2"]


def test_a_reference_is_no_item() -> None:
    text = (
        "1. Theo quy định tại\nĐiều 5 Luật A thì làm.\n2. Mục tiêu đến năm 2030.\nChương trình này có "
        "hiệu lực."
    )
    assert paths(text) == ["1", "2"]


def test_footnotes_and_dates_are_no_items() -> None:
    assert paths("1. A.\n[1] Chú thích.\n31/12/2025 là hạn.\n10.000 người.\n2.5 tấn.") == ["1"]


MARKS = st.sampled_from(
    [
        *(
            "Điều 1.",
            "Điều 2:",
            "Chương I",
            "Mục 1",
            "I.",
            "II-",
            "A.",
            "1.",
            "2.",
            "1.1.",
            "1.1.1",
            "a)",
            "b)",
        ),
        *("(1)", "1)", "-", "+", "•", "PHỤ LỤC I", "“1.", "”.", "Nơi nhận:", "QUY ĐỊNH", "[1]", "TM. UBND"),
        *("(Ban hành kèm theo Quyết định", "Phần thứ nhất"),
    ]
)


@given(st.lists(st.tuples(MARKS, st.sampled_from(["", " Nội dung.", " TIÊU ĐỀ", " “dẫn” và"])), max_size=30))
def test_items_nest_and_lie_in_the_text(lines: list[tuple[str, str]]) -> None:
    made = clean("\n".join(mark + rest for mark, rest in lines))
    found = read_items(made)
    for item in found:
        assert 0 <= item.span.start < item.span.end <= len(made.text)
    for outer in found:
        for inner in found:
            apart = inner.span.end <= outer.span.start or inner.span.start >= outer.span.end
            within = outer.span.start <= inner.span.start and inner.span.end <= outer.span.end
            around = inner.span.start <= outer.span.start and outer.span.end <= inner.span.end
            assert apart or within or around
