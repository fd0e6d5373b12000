"""A rule that cannot be judged is named as such: never passed in silence, never in the way of a signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from tinhgon.core.partial import PartialDay
from tinhgon.core.rulebook import Book, Finding, NotInForce, Numbers, Severity, unknown, warn
from tinhgon.core.rules.needed import MissingFact
from tinhgon.core.rules.retirement.schedule import BornBeforeSchedule
from tinhgon.rules import words
from tinhgon.rules.shapes import outcomes
from tinhgon.rules.templatetags.rulewords import finding
from tinhgon.rules.tests.sample import Team

DAY, BEFORE = date(2025, 1, 1), date(1990, 1, 1)


def failing(book: Book, fault: Exception) -> Book:
    """Give the book with a rule that finds one thing and then fails."""

    def size(facts: Team, *, on: date, numbers: Numbers) -> Iterator[Finding]:
        yield warn("sample.size", "too_few", found=1, allowed=2)
        raise fault

    rule = replace(book.rules["sample.size"], check=size)
    return replace(book, rules=MappingProxyType({**book.rules, "sample.size": rule}))


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (ZeroDivisionError("1/0"), "lỗi của chương trình (ZeroDivisionError)."),
        (TypeError("Nguyễn Thị Lan"), "lỗi của chương trình (TypeError)."),
        (MissingFact(fact="born"), "Thiếu dữ kiện born"),
        (BornBeforeSchedule(figure="retirement.age", born=PartialDay(1940)), "Người sinh 1940"),
        (NotInForce(figure="sample.other", day=DAY), "sample.other chưa có"),
    ],
)
def test_a_rule_that_fails_is_told_beside_what_it_found(fault: Exception, why: str, small: Book) -> None:
    book = failing(small, fault)

    first, second = book.judge(["sample.size"], Team(members=1), on=DAY)

    assert (first.says, second.says, second.severity) == ("too_few", "not_judged", Severity.WARN)
    said = words.sentence(second, "vi", book)
    assert said.startswith("Chưa xét được") and why in said
    assert "Nguyễn" not in said  # what a fault of the program says may hold what nobody may read
    assert words.sentence(second, "en-gb", book).startswith("Not judged")
    assert outcomes.finding(second, book)["sentence"]["vi"] == said


def test_the_rules_after_it_are_judged(small: Book) -> None:
    found = failing(small, KeyError("x")).judge(
        ["sample.size", "sample.deputies_of"], Team(members=1), on=DAY
    )

    assert [one.rule for one in found] == ["sample.size", "sample.size", "sample.deputies_of"]


def test_a_rule_that_is_not_in_force_finds_nothing(small: Book) -> None:
    assert small.judge(["sample.size"], Team(members=1), on=BEFORE) == ()


class TestReadLater:
    """What was signed is read after persons were erased and packs have changed."""

    def test_of_an_erased_person(self, small: Book) -> None:
        emptied = replace(unknown("sample.size", "members"), facts={})

        assert words.sentence(emptied, "vi", small) == "Thiếu dữ kiện: –."
        assert "–" in words.sentence(replace(emptied, says="not_judged"), "vi", small)

    @pytest.mark.parametrize("gone", [{"rule": "sample.gone"}, {"says": "no_more"}])
    def test_of_a_rule_without_words(self, gone: dict[str, Any], small: Book) -> None:
        found = replace(warn("sample.size", "too_few", found=1, allowed=2), **gone)

        assert "không còn lời" in finding(found, DAY, small)["sentence"]

    def test_of_a_document_that_left_the_registry(self, small: Book) -> None:
        (found,) = small.check("sample.size", Team(members=1), on=DAY)
        source = replace(found.cited[0].source, document="nd-0-1900")
        lost = replace(found, cited=(replace(found.cited[0], source=source),))

        assert finding(lost, DAY, small)["cited"] == []
