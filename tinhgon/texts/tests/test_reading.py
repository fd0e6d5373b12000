"""The reader as a whole: places, writings, notices; no text makes it fail."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.texts.reading import read
from tinhgon.texts.tests.test_head import PLAN
from tinhgon.texts.tests.test_plain import DUTIES
from tinhgon.texts.values import Span

WHOLE = PLAN.replace("Nơi nhận", DUTIES + "\nNơi nhận")
SECOND = (
    "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: {number}\n"
    "Cần Thơ, ngày {day} tháng 3 năm 2026\n\nQUYẾT ĐỊNH\nVề việc khác\n"
)


def spans(value: Any) -> Iterator[Span]:
    match value:
        case Span():
            yield value
        case tuple():
            for one in value:
                yield from spans(one)
        case dict():
            yield from spans(tuple(value.values()))
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from spans(getattr(value, field.name))


def placeless(value: Any) -> Any:
    """Take every place away, so that readings of two writings can be compared."""
    match value:
        case Span():
            return None
        case str():
            return unicodedata.normalize("NFC", value)
        case tuple():
            return tuple(placeless(one) for one in value)
        case dict():
            return {name: placeless(one) for name, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: placeless(getattr(value, field.name)) for field in fields(value)}
        )
    return value


def codes(text: str) -> list[str]:
    return [notice.code for notice in read(text).notices]


def test_a_plan_with_duties_is_read_whole() -> None:
    found = read(WHOLE)
    assert found.head.number and found.head.number.written == "41/KH-UBND"
    assert {"II.1.a", "II.1.b", "II.2"} <= {item.path for item in found.items}
    assert found.citations and found.deadlines and found.tasks
    assert not found.notices


def test_places_lead_to_the_text_as_it_was_given() -> None:
    source = unicodedata.normalize("NFD", WHOLE.replace("Số: 41", "Số:\u00a0\n41"))
    found = read(source)
    number = found.head.places["number"]
    assert unicodedata.normalize("NFC", source[number.start : number.end]) == "41/KH-UBND"


@pytest.mark.parametrize("change", [str.upper, lambda text: text.replace("ủy", "uỷ").replace("Ủ", "Uỷ"[:1])])
def test_the_reader_gives_an_answer_to_odd_writings(change: Any) -> None:
    assert read(change(WHOLE)).text == change(WHOLE)


def test_decomposed_letters_give_the_same_reading() -> None:
    composed, parted = read(WHOLE), read(unicodedata.normalize("NFD", WHOLE))
    assert placeless(composed) == placeless(parted)


def test_a_stamp_of_secrecy_is_seen() -> None:
    for stamp in ("MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Tối mật"):
        assert codes(f"{stamp}\n{WHOLE}")[:1] == ["secret"]
        assert codes(WHOLE.replace("Số: 41", f"{stamp}\nSố: 41"))[:1] == ["secret"]


def test_words_on_secrecy_are_no_stamp() -> None:
    assert "secret" not in codes(WHOLE.replace("chuyển đổi số", "bảo vệ BÍ MẬT nhà nước và tài liệu MẬT"))
    assert "secret" not in codes(WHOLE.replace("THÀNH PHỐ CẦN THƠ", "BAN BẢO VỆ BÍ MẬT NHÀ NƯỚC"))


def test_a_day_that_there_is_not_is_told() -> None:
    found = read(WHOLE.replace("ngày 05 tháng 02", "ngày 30 tháng 02"))
    assert [notice.code for notice in found.notices] == ["no_such_day"]
    assert found.head.day is None
    assert "30 tháng 02 năm 2026" in found.notices[0].vi


def test_two_documents_in_one_file_are_told_apart() -> None:
    assert codes(WHOLE + SECOND.format(number="99/QĐ-UBND", day="09")) == ["second_document"]


def test_annexes_and_forms_are_no_second_document() -> None:
    annex = (
        "\n\nQUY CHẾ\nLàm việc\n(Ban hành kèm theo Kế hoạch số 41/KH-UBND ngày 05 tháng 02 năm "
        "2026)\nĐiều 1. A\n"
    )
    assert codes(WHOLE + annex) == []
    assert codes(WHOLE + "\nMẫu số 01" + SECOND.format(number="…/QĐ-…", day="…")) == []
    assert codes(WHOLE + SECOND.format(number="41/KH-UBND", day="05")) == []


def test_another_language_is_told() -> None:
    text = "This decision shall enter into force on the day of signing. " * 5
    assert codes(text) == ["other_language", "no_head"]


def test_an_empty_text_has_no_head() -> None:
    assert codes("") == ["no_head"]


PIECES = st.sampled_from(
    [*WHOLE.split("\n"), *SECOND.split("\n"), *DUTIES.split(" "), "|", "“", "”", "MẬT", "1", "\f"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=25).map("\n".join))
def test_places_lie_in_any_text(text: str) -> None:
    found = read(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(found))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert read(text).text == text


@pytest.mark.parametrize(
    "letter", ["-", "=", "_", "*", ".", "…", " ", "(", "“", '"', "I", "1.", "a)", "\n", "|", "Số: ", "ngày "]
)
def test_a_flood_of_one_letter_takes_no_longer_than_any_text(letter: str) -> None:
    flood = "a" + letter * (60_000 // len(letter)) + "b"
    assert read(f"{WHOLE}\n{flood}").head.number


def test_bullets_below_a_sentence_that_names_who_stand_in_nothing_numbered() -> None:
    text = (
        "Đề nghị các cơ quan, đơn vị thực hiện các việc sau:\n- Rà soát chức năng, nhiệm vụ được giao;\n"
        "- Gửi báo cáo về Sở Nội vụ trước ngày 25 tháng 7 năm 2026."
    )
    assert read(text).tasks
