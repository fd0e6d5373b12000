"""Mandates are alike where their matter is, not where their formulae are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.texts.likeness import Corpus, Mandate, compare
from tinhgon.texts.likeness.passages import passages, terms
from tinhgon.texts.likeness.shared import shared_words

WATER = "Tham mưu quản lý tài nguyên nước dưới đất, cấp phép khai thác nước ngầm"
HEALTH = "Tham mưu quản lý vệ sinh an toàn thực phẩm, phòng chống dịch bệnh"
BOTH = "Quản lý việc khai thác nước ngầm và tài nguyên nước dưới đất trên địa bàn thành phố"
BODIES = [Mandate("a", WATER), Mandate("b", HEALTH), Mandate("c", BOTH)]


def everybody(one: str, other: str) -> bool:
    return True


def test_bodies_charged_with_the_same_are_found_with_the_words() -> None:
    (found,) = compare(BODIES, everybody)
    assert (found.one, found.other) == ("a", "c")
    assert "tài nguyên nước dưới đất" in found.pairs[0].words
    assert 0 < found.score <= 1


def test_formulae_alone_make_no_likeness() -> None:
    formulae = "Thực hiện các nhiệm vụ khác do Ủy ban nhân dân thành phố giao theo quy định của pháp luật"
    assert compare([Mandate("a", formulae), Mandate("b", formulae)], everybody) == []


def test_pairs_that_say_nothing_are_left_out() -> None:
    assert compare(BODIES, lambda one, other: False) == []


def test_no_mandates_are_no_pairs() -> None:
    assert compare([], everybody) == []
    assert Corpus([]).like("nước ngầm") == []


def test_a_matter_finds_who_is_charged_with_it() -> None:
    first, *_ = Corpus(BODIES).like("Tăng cường kiểm tra khai thác nước ngầm trái phép")
    assert first.key in ("a", "c")
    assert "khai thác nước ngầm" in first.words


def test_words_run_on_where_pairs_do() -> None:
    assert shared_words("quản trị tài nguyên nước", "bảo vệ tài nguyên nước") == ["tài nguyên nước"]


def test_no_term_reaches_across_a_comma() -> None:
    assert list(terms("y tế, nước ngầm")) == ["y tế", "nước ngầm"]


def test_numbers_of_duties_are_no_words() -> None:
    made = [one.text for one in passages("1. Phòng chống dịch bệnh động vật;\na) An toàn vệ sinh thực phẩm.")]
    assert made == ["Phòng chống dịch bệnh động vật", "An toàn vệ sinh thực phẩm"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("abc đêư ,;.\n", max_size=60), max_size=6))
def test_likeness_is_a_share_and_never_of_one_body(texts: list[str]) -> None:
    for one in compare([Mandate(place, text) for place, text in enumerate(texts)], lambda a, b: True):
        assert one.one != one.other
        assert 0 < one.score <= 1 + 1e-9


def test_one_word_alone_is_met_by_chance() -> None:
    assert Corpus(BODIES).like("Vệ sinh trường học") == []
