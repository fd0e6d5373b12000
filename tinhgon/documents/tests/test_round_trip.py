"""What the reader reads back from a written document equals what was written: every template, both forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from tinhgon.core.names import fold
from tinhgon.office.letters import Letter, docx, pdf
from tinhgon.office.letters.heads import number_of
from tinhgon.office.letters.kinds import KINDS
from tinhgon.texts.files import open_file
from tinhgon.texts.reading import read
from tinhgon.texts.values import Reading

WRITERS: dict[str, Callable[[Letter], bytes]] = {"docx": docx, "pdf": pdf}
ALL = [(kind.code, layout, form) for kind in KINDS.values() for layout in kind.layouts for form in WRITERS]
WITH_DUTIES = [one for one in ALL if "duties" in KINDS[one[0]].sample()]
LONG = "Về việc tăng cường kỷ luật, kỷ cương hành chính và nâng cao chất lượng phục vụ người dân năm 2027"


@cache
def both(code: str, layout: Any, form: str) -> tuple[Letter, Reading]:
    """Write a sample and read it back."""
    letter = KINDS[code].build(KINDS[code].sample(layout))
    return letter, back(letter, form)


def back(letter: Letter, form: str) -> Reading:
    return read(open_file(WRITERS[form](letter)).text)


def plain(text: str) -> str:
    """Compare without size of letters and breaks, and without the word that opens an abstract."""
    return " ".join(fold(text).replace("v/v", "").removeprefix("ve viec").split()).strip(" .")


@pytest.mark.parametrize(("code", "layout", "form"), ALL)
class TestHead:
    def test_number_type_and_day_come_back(self, code: str, layout: str, form: str) -> None:
        letter, found = both(code, layout, form)
        head = found.head
        assert head.number is not None
        assert head.number.written == number_of(letter)
        assert head.number.symbol == letter.symbol
        assert head.type == (KINDS[code].symbol or "CV")
        assert (head.day, head.place) == (letter.day, letter.place)

    def test_issuer_and_superior_come_back(self, code: str, layout: str, form: str) -> None:
        letter, found = both(code, layout, form)
        assert fold(found.head.issuer) == fold(letter.issuer)
        assert fold(found.head.superior) == fold(letter.superior)

    def test_the_abstract_comes_back(self, code: str, layout: str, form: str) -> None:
        letter, found = both(code, layout, form)
        assert plain(found.head.abstract) == plain(letter.abstract)

    def test_who_signs_and_for_whom_comes_back(self, code: str, layout: str, form: str) -> None:
        letter, found = both(code, layout, form)
        assert found.head.signer == letter.signer
        assert found.head.authority == (letter.authority,)
        assert fold(found.head.signer_title) == fold(letter.signer_title[-1])

    def test_as_many_recipients_come_back(self, code: str, layout: str, form: str) -> None:
        letter, found = both(code, layout, form)
        assert len(found.head.recipients) == len(letter.recipients) + bool(letter.filing)

    def test_bases_come_back_and_those_with_a_number_as_citations(
        self, code: str, layout: str, form: str
    ) -> None:
        letter, found = both(code, layout, form)
        assert len(found.head.bases) == sum(one.startswith("Căn cứ") for one in letter.bases)
        cited = {one.number for one in found.citations if one.role == "basis" and one.number}
        assert cited == {"88/TTr-SNV"} if layout == "state" and letter.bases else cited == set()


@pytest.mark.parametrize(("code", "layout", "form"), WITH_DUTIES)
def test_duties_come_back_as_tasks_with_bodies_and_days(code: str, layout: Any, form: str) -> None:
    _, found = both(code, layout, form)
    told = [
        ([fold(one.name) for one in task.who], [fold(one.name) for one in task.cooperating],
         [one.due for one in task.deadlines])
        for task in found.tasks
    ]  # fmt: skip
    for row in KINDS[code].sample(layout)["duties"]:
        helped = [fold(row["with"])] if row.get("with") else []
        eve = date.fromisoformat(row["due"]) - timedelta(days=1)
        assert ([fold(row["lead"])], helped, [eve]) in told


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("code", KINDS)
def test_a_long_abstract_a_low_number_and_a_long_issuer_come_back(code: str, form: str) -> None:
    kind = KINDS[code]
    sample = kind.sample() | {"abstract": LONG, "subject": LONG}
    letter = replace(
        kind.build({name: value for name, value in sample.items() if name in {f.code for f in kind.fields}}),
        number="3", day=date(2027, 1, 9), signer="Đỗ Ý",
    )  # fmt: skip
    head = back(letter, form).head
    assert head.number is not None
    assert (head.number.written, head.day, head.signer) == (number_of(letter), letter.day, letter.signer)
    assert plain(head.abstract) == plain(letter.abstract)


@pytest.mark.parametrize("form", WRITERS)
def test_bases_with_numbers_come_back_as_citations_with_their_days(form: str) -> None:
    bases = [
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        "Căn cứ Quyết định số 217-QĐ/TU ngày 02 tháng 02 năm 2026 của Ban Thường vụ Thành ủy",
    ]
    letter = KINDS["decision"].build(KINDS["decision"].sample() | {"bases": bases})
    cited = {(one.number, one.day) for one in back(letter, form).citations if one.role == "basis"}
    assert cited == {("30/2020/NĐ-CP", date(2020, 3, 5)), ("217-QĐ/TU", date(2026, 2, 2))}


@pytest.mark.parametrize("form", WRITERS)
def test_a_draft_comes_back_without_number_and_day(form: str) -> None:
    sample = KINDS["report"].sample() | {"number": "", "day": "", "watermark": "DỰ THẢO"}
    head = back(KINDS["report"].build(sample), form).head
    assert head.number is None
    assert head.day is None
    assert plain(head.abstract) == plain(sample["abstract"])
