"""The packs prove themselves: every rule has cases, every sentence is reached, every number is guarded."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tinhgon.core.rulebook import Book, Calculation, Rule
from tinhgon.core.rules import TOPICS
from tinhgon.rules.packs import build, read
from tinhgon.rules.proving import Proof, Run, mutations, proofs, run

VN = Path(__file__).resolve().parents[1] / "rulepacks" / "vn"


@cache
def book() -> Book:
    return build(read([VN]))


@cache
def proven() -> dict[str, Proof]:
    return proofs([VN])


@cache
def runs(of: str) -> tuple[Run, ...]:
    return tuple(run(book(), of, case) for case in proven()[of].cases) if of in proven() else ()


def named() -> dict[str, Rule | Calculation]:
    return {**book().rules, **book().calculations}


FUNCTIONS = sorted(
    f"{topic}.{function.__name__}"
    for topic, module in TOPICS.items()
    for function in (*module.RULES, *module.CALCULATIONS)
)


@pytest.mark.parametrize("of", FUNCTIONS)
class TestEach:
    def test_function_has_its_words_in_a_pack(self, of: str) -> None:
        assert of in named()

    def test_rule_has_cases(self, of: str) -> None:
        assert of in proven(), f"rulepacks/vn/cases/{of}.yaml is missing"

    def test_case_comes_out_as_told(self, of: str) -> None:
        assert {one.case.name: one.differences for one in runs(of) if not one.holds} == {}

    def test_sentence_is_reached_by_a_case(self, of: str) -> None:
        one = named()[of]
        told = one.says if isinstance(one, Rule) else one.steps
        reached = {said for of_case in runs(of) for said in of_case.says} - {"unknown"}
        assert reached == set(told)

    def test_case_lies_before_the_first_day_or_after_the_last(self, of: str) -> None:
        assert any(one.refused == "NotInForce" for one in proven()[of].cases)


USED = sorted(figure for figure in book().figures if book().users_of(figure))


@pytest.mark.parametrize("figure", USED)
def test_a_nudged_number_breaks_a_case(figure: str) -> None:
    guards = [(one.id, case.case) for one in book().users_of(figure) for case in runs(one.id) if case.holds]
    unnoticed = [
        place
        for place, nudged in mutations(book(), book().figures[figure])
        if all(run(one.book, of, case).holds for of, case in guards for one in nudged)
    ]
    assert unnoticed == [], f"no case notices another number here: {unnoticed}"


def test_every_figure_is_used_by_a_rule_or_says_that_it_is_not() -> None:
    astray = [one.id for one in book().figures.values() if bool(book().users_of(one.id)) == one.reference]
    assert astray == []


def test_every_case_file_belongs_to_a_rule() -> None:
    assert set(proven()) <= set(named())
