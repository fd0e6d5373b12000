"""Syllables that were glued together are parted; what is one word stays one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.clean import clean
from tinhgon.texts.values import Span


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("Hội đồng nhândân", "Hội đồng nhân dân"),
        ("SỞ KẾ HOẠCH VÀ ĐẦUTƯ", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
        ("VỀVIỆC BAN HÀNH", "VỀ VIỆC BAN HÀNH"),
        ("của THÀNH PHỐCẦN THƠ", "của THÀNH PHỐ CẦN THƠ"),
        ("thực hiện Chỉthị ngày24 tháng02", "thực hiện Chỉ thị ngày 24 tháng 02"),
        ("hội củaLiên hiệp tỉnhvề việc", "hội của Liên hiệp tỉnh về việc"),
        ("đã ban hành; banhành theo", "đã ban hành; ban hành theo"),  # the text knows one of two ways
    ],
)
def test_glued_syllables_are_parted(glued: str, parted: str) -> None:
    assert clean(glued).text == parted


@pytest.mark.parametrize(
    "word", ["nghiêng", "chuyển", "Nguyễn", "Lênin", "ĐUCA", "Krông", "banhành", "QĐUBND"]
)
def test_what_may_be_one_word_stays_one(word: str) -> None:
    assert clean(f"Về {word} ở đây").text == f"Về {word} ở đây"


def test_a_place_leads_back_over_a_blank_that_was_put() -> None:
    source = "Giao Sở Nộivụ thực hiện"
    made = clean(source)
    at = made.text.index("Nội vụ")
    assert source[slice(*made.back(Span(at, at + 6)))] == "Nộivụ"


@given(st.text(alphabet="nhândÂĐầutư ởPHỐcần\n", max_size=60))
def test_no_letter_is_lost_or_turned(text: str) -> None:
    made = clean(text)
    assert made.text.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
