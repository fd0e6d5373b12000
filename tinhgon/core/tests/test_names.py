"""Names are found without diacritics and sorted as a Vietnamese dictionary sorts them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.core.names import fold, nfc, person_key, sort_key

VIETNAMESE = st.text(
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ ĐẮÔƯ 0123456789"
)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Cái Khế", "cai khe"), ("Đông Hải", "dong hai"), ("Thốt  Nốt", "thot not"), ("ƯỚC", "uoc")],
)
def test_a_name_is_found_as_it_is_typed_without_marks(name: str, typed: str) -> None:
    assert fold(name) == typed


@given(VIETNAMESE)
def test_composed_and_decomposed_letters_are_the_same_name(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)

    assert fold(apart) == fold(name)
    assert sort_key(apart) == sort_key(name)
    assert nfc(apart) == nfc(name)


@given(VIETNAMESE)
def test_folding_twice_changes_nothing_more_and_leaves_plain_letters(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(name).isascii()


@given(st.text())
def test_any_text_can_be_folded_and_keyed(text: str) -> None:
    fold(text)
    sort_key(text)


@pytest.mark.parametrize(
    "ordered",
    [
        ["An", "Ăn", "Ân", "Bình", "Cần", "Dương", "Đông", "Em", "Êm", "Ô Môn", "Ơn", "Ung", "Ưng"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Phường 1", "Phường 2", "Phường 10", "Phường 10A", "Phường An Bình"],
        ["Đông", "Đông Hải", "Đồng", "Đồng Tháp"],
        ["xã Tân An", "Xã Tân Bình", "xã Tân Châu"],
    ],
    ids=["letters", "tones", "numbers by value", "a shorter name before a longer", "case does not matter"],
)
def test_names_are_in_the_order_of_the_dictionary(ordered: list[str]) -> None:
    shuffled = ordered[::-1]

    assert sorted(shuffled, key=sort_key) == ordered


@given(VIETNAMESE)
def test_a_tone_weighs_less_than_any_later_letter(name: str) -> None:
    assert sort_key(f"{name}ạa") < sort_key(f"{name}ab")


def test_white_space_of_every_sort_becomes_one_space() -> None:
    assert nfc("  Cái\t\u00a0Khế \n") == "Cái Khế"


@pytest.mark.parametrize(
    "ordered",
    [
        ["Trần Thị An", "Lê Ân", "Nguyễn Văn Bình", "Phan Đông", "Bùi Đức", "Võ Út"],
        ["Bùi Văn Lan", "Đỗ Thị Lan", "Lê Lan", "Trần Ái Lan"],
        ["Trần Lan", "Trần Bích Lan", "Trần Thị Lan", "Trần Thị Bích Lan"],
        ["Lê Hương", "Lê Hường", "Lê Hưởng"],
        ["An", "Lê An", "lê văn an"],
    ],
    ids=["given names first", "then surnames", "then what is between", "tones", "one word, and case"],
)
def test_people_are_in_the_order_of_their_given_names(ordered: list[str]) -> None:
    shuffled = ordered[::-1]

    assert sorted(shuffled, key=person_key) == ordered


@pytest.mark.parametrize("name", ["", "  ", "H'Hen Niê", "Nguyễn Văn A 2"])
def test_any_name_of_a_person_can_be_keyed(name: str) -> None:
    assert person_key(name) == person_key(f" {name} ")
