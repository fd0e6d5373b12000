"""The facts that a dataclass asks for, and how a person writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest

from tinhgon.core.errors import Refused
from tinhgon.core.rules.retirement.aged import Born
from tinhgon.core.values import Count
from tinhgon.rules.facts import Fact, Kind, facts_of, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """One fact of each kind."""

    began: date
    born: Born | None = None
    people: Count | None = None
    rate: Decimal | None = None
    standard: int | Literal["none"] | None = None
    known: bool | None = None
    hard: bool = False
    sort: Literal["a", "b"] = "a"
    sorts: tuple[Literal["a", "b"], ...] = ()
    name: str = ""
    parts: tuple[int, ...] = ()


FACTS = {fact.name: fact for fact in facts_of(Many)}


def test_each_kind_is_known_by_its_type() -> None:
    assert {name: fact.kind for name, fact in FACTS.items()} == {
        "began": Kind.DAY, "born": Kind.BIRTH, "people": Kind.WHOLE, "rate": Kind.NUMBER,
        "standard": Kind.WHOLE, "known": Kind.TRUTH, "hard": Kind.TRUTH, "sort": Kind.CHOICE,
        "sorts": Kind.SEVERAL, "name": Kind.TEXT, "parts": Kind.OTHER,
    }  # fmt: skip
    assert FACTS["sort"] == Fact("sort", Kind.CHOICE, ("a", "b"), "a", required=False)
    assert [name for name, fact in FACTS.items() if fact.required] == ["began"]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("began", "01/05/2025", date(2025, 5, 1)),
        ("began", "2025-05-01", date(2025, 5, 1)),
        ("born", " 1/1966", "01/1966"),
        ("people", "12.345", 12345),
        ("rate", "12.345,5", Decimal("12345.5")),
        ("rate", "19.5", Decimal("19.5")),
        ("standard", "Không", "none"),
        ("standard", "16 000", 16000),
        ("known", "Có", True),
        ("hard", "no", False),
        ("sort", "b", "b"),
        ("sorts", "a, b", ("a", "b")),
        ("name", " x ", "x"),
        ("parts", "[1, 2]", [1, 2]),
    ],
)
def test_it_is_read_as_people_write_it(name: str, text: str, value: Any) -> None:
    assert read(FACTS[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("began", "31/02/2025", "NoSuchDay"),
        ("born", "13/1966", "MonthDoesNotExist"),
        ("people", "5,5", "NotWhole"),
        ("people", "năm", "NotANumber"),
        ("rate", "1e9", "NotANumber"),
        ("rate", "không", "NotANumber"),
        ("known", "có lẽ", "NotATruth"),
        ("sort", "c", "NotAChoice"),
        ("sorts", "a, c", "NotAChoice"),
        ("parts", "[1", "NotJson"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(FACTS[name], text)

    assert refused.value.code == code
    assert refused.value.message("vi") != refused.value.message("en")
