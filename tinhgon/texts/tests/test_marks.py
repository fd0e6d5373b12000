"""Tone marks in the old and the modern way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.marks import modern


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("uỷ ban", "ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("Cộng hoà", "Cộng hòa"),
        ("khoá XIII, xoá, thuỷ lợi", "khóa XIII, xóa, thủy lợi"),
        ("sức khoẻ", "sức khỏe"),
    ],
)
def test_the_mark_moves_to_the_first_vowel(old: str, new: str) -> None:
    assert modern(old) == new


@pytest.mark.parametrize("word", ["quý", "QUÝ", "quỹ", "hoàn thành", "huỳnh", "thuế", "Ủy", "toàn", "khoảng"])
def test_words_written_alike_in_both_ways_stay(word: str) -> None:
    assert modern(word) == word


@given(st.text(alphabet="hoàoáuỷuýqnQ ÝY1."))
def test_length_is_kept_and_nothing_is_left_to_move(text: str) -> None:
    assert len(modern(text)) == len(text)
    assert modern(modern(text)) == modern(text)
