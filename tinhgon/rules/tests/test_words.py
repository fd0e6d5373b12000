"""Amounts, articles, findings and steps in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tinhgon.core.rulebook import Book, Finding, Severity, UnknownRule
from tinhgon.rules import words
from tinhgon.rules.tests.sample import Team

DAY = date(2025, 1, 1)
SCALE = {"from": 5000, "points": 10, "step": 100, "more": Decimal("0.5"), "most": 20}


def too_few(book: Book) -> Finding:
    return book.check("sample.size", Team(members=1199), on=DAY)[0]


@pytest.mark.parametrize(
    ("amount", "vi", "en"),
    [
        (5000, "5.000", "5,000"),
        (Decimal("1234.50"), "1.234,5", "1,234.5"),
        (-3, "-3", "-3"),
        (True, "có", "yes"),
        (date(2025, 7, 1), "01/07/2025", "01/07/2025"),
        (None, "không quy định", "not set"),
        ("mountain", "miền núi", "mountain"),
        ("Tên riêng_1", "Tên riêng_1", "Tên riêng_1"),
        ({"mountain": 5, "low_land": 8}, "miền núi: 5; low land: 8", "mountain: 5; low land: 8"),
        ({"mountain": {"a": 1, "b": 2}}, "miền núi: (a: 1; b: 2)", "mountain: (a: 1; b: 2)"),
        (["mountain", "x"], "miền núi, x", "mountain, x"),
        (
            [{"upto": 9, "allowed": 1}, {"upto": 14, "allowed": 2}, {"allowed": 3}],
            "đến 9 → 1; đến 14 → 2; trên 14 → 3",
            "up to 9 → 1; up to 14 → 2; above 14 → 3",
        ),
        (
            SCALE,
            "đến 5.000: 10 điểm; cứ thêm 100 được thêm 0,5 điểm, nhiều nhất 20 điểm",
            "up to 5,000: 10 points; each further 100 gives 0.5 more, at most 20 points",
        ),
        (
            {**SCALE, "step": -100},
            "từ 5.000 trở lên: 10 điểm; cứ bớt 100 được thêm 0,5 điểm, nhiều nhất 20 điểm",
            "5,000 or more: 10 points; each 100 less gives 0.5 more, at most 20 points",
        ),
    ],
)
def test_an_amount_is_written_as_its_language_does(amount: Any, vi: str, en: str, small: Book) -> None:
    assert words.shown(amount, "vi", small.names("sample.size")) == vi
    assert words.shown(amount, "en", small.names("sample.size")) == en


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Điều 5, khoản 1, điểm c", "Article 5, clause 1, point c"),
        ("Phụ lục I, Mục 2", "Appendix I, Section 2"),
        ("Điều 3 và Điều 4", "Article 3 and Article 4"),
        ("Tiểu mục 1, Chương II", "Subsection 1, Chapter II"),
        ("", ""),
    ],
)
def test_the_english_of_an_article_is_derived(vi: str, en: str) -> None:
    assert words.article(vi, "en") == en
    assert words.article(vi, "vi") == vi


class TestSentence:
    def test_it_is_filled_with_what_was_found(self, small: Book) -> None:
        found = too_few(small)

        assert words.sentence(found, "vi", small) == "Có 1.199 người, phải có từ 1.200 người."
        assert words.sentence(found, "en", small) == "There are 1,199 people; there must be 1,200."

    def test_a_missing_fact_is_named(self, small: Book) -> None:
        (found,) = small.check("sample.size", Team(), on=DAY)

        assert words.sentence(found, "vi", small) == "Thiếu dữ kiện: số thành viên."
        assert words.sentence(found, "en-gb", small) == "Missing fact: number of members."

    def test_what_a_finding_does_not_bear_is_a_dash(self, small: Book) -> None:
        found = Finding(rule="sample.size", severity=Severity.WARN, says="too_few", found=1)

        assert words.sentence(found, "vi", small) == "Có 1 người, phải có từ – người."

    def test_a_rule_of_another_book_is_refused(self, small: Book) -> None:
        with pytest.raises(UnknownRule):
            words.sentence(replace(too_few(small), rule="sample.gone"), "vi", small)


def test_a_finding_cites_number_and_article(small: Book) -> None:
    (citation,) = words.cited(too_few(small), "en", small)

    assert str(citation) == "2/2023/NĐ-CP, Article 6, clause 2, point a"
    assert (citation.number, citation.provisional) == ("2/2023/NĐ-CP", False)


def test_one_place_is_cited_once_and_its_doubt_is_kept(small: Book) -> None:
    sure = small.figures["sample.least"].on(DAY)
    doubted = replace(sure, expected=True)

    (citation,) = words.sources((sure, doubted, sure), "vi", small)
    assert citation.provisional


def test_a_step_is_said_and_its_year_is_no_quantity(small: Book) -> None:
    working = small.compute("sample.months", Team(), on=DAY)

    said = words.step_sentence(working, working.steps[0], "vi", small)
    assert said == "Năm 2025: nhiệm kỳ 60 tháng."
    assert words.gives(working, "en", small) == [("Months", "60")]
