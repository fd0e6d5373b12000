"""The measure of the reader catches what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tinhgon.texts.numbers import read
from tinhgon.texts.tests.scoring import Tally, score, score_citations, score_deadlines, score_head
from tinhgon.texts.values import Body, Citation, Deadline, Head, Reading, Span, Task

AT = Span(0, 1)
DAY = date(2017, 10, 25)


def cited(number: str = "", day: date | None = None, title: str = "") -> Citation:
    return Citation(AT, "", number=number, day=day, title=title, key=f"{number}{title}{day}")


def row(**facts: Any) -> dict[str, Any]:
    return {"full": "", "title": "", **facts}


def test_a_document_is_met_however_its_number_is_written() -> None:
    tally = score_citations([row(full="05-KH/ĐU")], [cited("5/KH-ĐU")])

    assert (tally.met, tally.missed, tally.extra) == (1, (), ())


@pytest.mark.parametrize(
    "found",
    [
        cited("21-NQ/TW", date(2022, 6, 16)),
        cited("121-NQ/TW", DAY),
        cited("21-NQ/TU", DAY),
        cited(title="Nghị quyết 21"),
    ],
)
def test_another_day_or_another_number_is_another_document(found: Citation) -> None:
    tally = score_citations([row(full="21-NQ/TW", date=DAY)], [found])

    assert (tally.met, len(tally.missed), len(tally.extra)) == (0, 1, 1)


def test_two_documents_of_one_number_need_two_findings() -> None:
    rows = [row(full="21-NQ/TW", date=DAY), row(full="21-NQ/TW", date=date(2022, 6, 16))]

    assert score_citations(rows, [cited("21-NQ/TW", DAY)]).recall == 0.5


def test_a_document_found_twice_under_one_key_counts_once() -> None:
    tally = score_citations([row(full="21-NQ/TW")], [cited("21-NQ/TW"), cited("21-NQ/TW")])

    assert (tally.precision, tally.recall) == (1, 1)


def test_titles_are_compared_without_capitals_and_year_but_whole() -> None:
    truth = [row(title="Luật Đầu tư năm 2020")]

    assert score_citations(truth, [cited(title="luật đầu tư")]).f1 == 1
    assert score_citations(truth, [cited(title="Luật Đầu tư công")]).f1 == 0


def test_a_deadline_needs_its_words_and_its_value() -> None:
    truth = [row(words="trước ngày 10/12 hằng năm", kind="every", every="year", month=12, day=10)]
    right = Deadline(AT, "trước ngày 10/12 hằng năm", "every", every="year", month=12, day=10)

    assert score_deadlines(truth, [right]).f1 == 1
    assert score_deadlines(truth, [replace(right, day=11)]).f1 == 0
    assert score_deadlines(truth, [replace(right, every="month")]).f1 == 0
    assert score_deadlines(truth, [replace(right, words="quý I")]).f1 == 0


def test_before_a_day_means_its_eve() -> None:
    truth = [row(words="trước ngày 31/12/2025", kind="before", date=date(2025, 12, 31))]
    eve = Deadline(AT, "trước ngày 31/12/2025", "before", due=date(2025, 12, 30))

    assert score_deadlines(truth, [eve]).f1 == 1
    assert score_deadlines(truth, [replace(eve, due=date(2025, 12, 31))]).f1 == 0


def test_deadlines_are_matched_in_order() -> None:
    truth = [
        row(words="hằng năm", kind="every", every="year"),
        row(words="hằng quý", kind="every", every="quarter"),
    ]
    found = [
        Deadline(AT, "hằng quý", "every", every="quarter"),
        Deadline(AT, "hằng năm", "every", every="year"),
    ]

    tally = score_deadlines(truth, found)

    assert (tally.met, len(tally.missed), len(tally.extra)) == (1, 1, 1)


def test_a_wrong_field_of_the_head_is_named() -> None:
    head = Head(
        number=read("165/KH-UBND"), issuer="Uỷ ban nhân dân thành phố", abstract="Thực hiện Chỉ thị 27"
    )
    truth = {
        "number": "165",
        "issuer": "Ủy ban nhân dân thành phố",
        "abstract": "thực hiện chỉ …",
        "place": "Huế",
    }

    tally = score_head(truth, head)

    assert tally.met == 3
    assert [miss.split(":")[0] for miss in tally.missed] == ["place"]


def test_obliged_bodies_are_compared_at_their_place_and_without_it() -> None:
    truth: dict[str, Any] = {
        "head": {},
        "citations": [],
        "deadlines": [],
        "obliged": [
            {"where": "II.1.a", "bodies": ["Sở Y tế"]},
            {"where": "II.2", "bodies": ["Các sở, ban, ngành"]},
        ],
    }
    health, offices = Body(AT, "", "Sở y tế"), Body(AT, "", "các sở, ban, ngành")
    tasks = (Task(AT, "", "II.1.b", who=(health,)), Task(AT, "", "II.3", who=(offices,)))

    found = score(truth, Reading("", Head(), tasks=tasks))

    assert found.obliged.met == 1
    assert found.bodies.f1 == 1


def test_a_part_the_truth_leaves_out_is_not_judged() -> None:
    truth: dict[str, Any] = {"head": {}, "citations": [], "deadlines": [], "obliged": None}
    tasks = (Task(AT, "", "1", who=(Body(AT, "", "Sở Y tế"),)),)

    assert score(truth, Reading("", Head(), tasks=tasks)).obliged == Tally()


def test_counts_add_up_over_texts() -> None:
    whole = Tally(3, ("a",), ()) + Tally(1, (), ("b", "c"))

    assert (whole.precision, whole.recall) == (4 / 6, 4 / 5)
    assert Tally().f1 == 1
