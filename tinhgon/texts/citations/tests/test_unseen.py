"""Documents as other provinces and older papers cite them."""

from datetime import date

import pytest

from tinhgon.texts.citations import read_citations
from tinhgon.texts.clean import clean
from tinhgon.texts.values import Citation, Head


def cited(text: str) -> Citation:
    return read_citations(clean(text), Head())[0]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;", "Luật Tổ chức HĐND và UBND"),
        ("Căn cứ Luật Thi đua - Khen thưởng ngày 26/11/2003;", "Luật Thi đua - Khen thưởng"),
        (
            "Căn cứ Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND ngày 26/11/2003;",
            "Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND",
        ),
    ],
)
def test_titles_hold_abbreviations_and_dashes(sentence: str, title: str) -> None:
    found = cited(sentence)
    assert (found.title, found.day) == (title, date(2003, 11, 26))


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        (
            "Quyết định số 84-QĐ/TWĐTN ngày 22/02/2013 của Ban Bí thư Trung ương Đoàn.",
            "Ban Bí thư Trung ương Đoàn",
        ),
        (
            "Thông tư số 01/2021/TT-UBDT của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc.",
            "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",
        ),
        (
            "Công văn số 847/UBND-VX1 của UBND tỉnh Quảng Ninh V/v bình chọn.",
            "Ủy ban nhân dân tỉnh Quảng Ninh",
        ),
        ("THỂ THỨC VĂN BẢN CỦA ĐẢNG\nThi hành Quyết định của Bộ Chính trị số31-QĐ/TW.", "Bộ Chính trị"),
        (
            "Hướng dẫn số 56/HD-BTĐKT của Ban Thi đua, khen thưởng Trung ương.",
            "Ban Thi đua, khen thưởng Trung ương",
        ),
    ],
)
def test_issuers_are_named_in_full(sentence: str, issuer: str) -> None:
    assert cited(sentence).issuer == issuer


def test_day_and_issuer_may_stand_before_what_was_issued() -> None:
    found = cited("Ngày 21/4/2015, Thủ tướng Chính phủ đã ban hành Chỉ thị số 06/CT-TTg về tài chính.")
    assert (found.issuer, found.day) == ("Thủ tướng Chính phủ", date(2015, 4, 21))
