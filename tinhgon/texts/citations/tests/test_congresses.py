"""Resolutions of congresses, and rules in the title of the decision that issued them."""

from __future__ import annotations

import pytest

from tinhgon.texts.citations import read_citations
from tinhgon.texts.clean import clean
from tinhgon.texts.values import Head


def names(text: str) -> list[str]:
    return [one.number or one.title for one in read_citations(clean(text), Head())]


@pytest.mark.parametrize(
    "told",
    [
        "Nghị quyết Đại hội đại biểu lần thứ XIV Đảng bộ tỉnh Hà Giang",
        "Nghị quyết Đại hội đại biểu lần thứ XIV (nhiệm kỳ 2020 - 2025) Đảng bộ tỉnh Hà Giang",
    ],
)
def test_a_congress_is_told_by_its_party_organisation_with_or_without_the_years(told: str) -> None:
    assert names(f"Thực hiện {told}, các sở báo cáo.") == [
        "Nghị quyết Đại hội đại biểu lần thứ XIV Đảng bộ tỉnh Hà Giang"
    ]


def test_rules_in_the_title_of_a_cited_decision_are_not_cited_once_more() -> None:
    said = (
        "Căn cứ Quyết định số 12/2024/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh "
        "về Quy chế làm việc của Ủy ban nhân dân tỉnh;"
    )

    assert names(said) == ["12/2024/QĐ-UBND"]
    assert names("Thực hiện Quy chế làm việc của Ban Bí thư, các ban báo cáo.") == [
        "Quy chế làm việc của Ban Bí thư"
    ]
