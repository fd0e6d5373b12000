"""What is exported as a list comes back by an import as the same rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from tinhgon.core.partial import PartialDay
from tinhgon.exchange.imports.kinds import LINES, RANKS, SEXES, WAYS
from tinhgon.office.sheets import kinds
from tinhgon.office.sheets.columns import Column
from tinhgon.office.sheets.lists import ListColumn, write_list
from tinhgon.office.sheets.reading import read_list

COLUMNS = (
    Column("name", ("Họ và tên",), kinds.Name(), required=True),
    Column("number", ("Số định danh cá nhân",), kinds.Code(12)),
    Column("born", ("Ngày sinh",), kinds.Partial()),
    Column("sex", ("Giới tính",), kinds.Choice(SEXES)),
    Column("how", ("Hình thức",), kinds.Choice(WAYS)),
    Column("rank", ("Cấp",), kinds.Choice(RANKS)),
    Column("line", ("Hệ thống",), kinds.Choice(LINES)),
    Column("since", ("Từ ngày",), kinds.Day()),
    Column("coefficient", ("Hệ số",), kinds.Number(0, 100)),
    Column("seats", ("Số chỗ",), kinds.Whole(1, 10_000)),
)
FORMS = {"number": "code", "born": "day", "since": "day", "coefficient": "number", "seats": "whole"}
LIST = [ListColumn(column.title, form=FORMS.get(column.key, "text")) for column in COLUMNS]  # type: ignore[arg-type]
SYLLABLES = ("Nguyễn", "Thị", "Bình", "Đặng", "Ưng", "Huỳnh", "Phượng", "Ý", "H’Mai", "K’Lan")
days = some.dates(date(1900, 3, 1), date(2100, 1, 1))
partial = some.one_of(
    days.map(PartialDay.of), days.map(lambda day: PartialDay(day.year, day.month)),
    days.map(lambda day: PartialDay(day.year)),
)  # fmt: skip
rows = some.fixed_dictionaries({
    "name": some.lists(some.sampled_from(SYLLABLES), min_size=2, max_size=5).map(" ".join),
    "number": some.from_regex(r"[0-9]{12}", fullmatch=True),
    "born": some.none() | partial,
    "sex": some.sampled_from([None, *SEXES]),
    "how": some.sampled_from([None, *WAYS]),
    "rank": some.sampled_from([None, *RANKS]),
    "line": some.sampled_from([None, *LINES]),
    "since": some.none() | days,
    "coefficient": some.none() | some.decimals(0, 99, places=2),
    "seats": some.none() | some.integers(1, 10_000),
})  # fmt: skip


def written(row: dict[str, Any]) -> list[Any]:
    """Write values as lists show them: choices in words."""
    words = {"sex": SEXES, "how": WAYS, "rank": RANKS, "line": LINES}
    values = ((column.key, row[column.key]) for column in COLUMNS)
    return [words[key][value][0] if value and key in words else value for key, value in values]


@settings(max_examples=60, deadline=None)
@given(some.lists(rows, min_size=1, max_size=6), some.booleans())
def test_a_list_comes_back_as_it_was(listed: list[dict[str, Any]], with_lines: bool) -> None:
    lines = ("DANH SÁCH CÁN BỘ", "Tại ngày 01/07/2025") if with_lines else ()
    content = write_list("Cán bộ", LIST, map(written, listed), banner="Dữ liệu minh họa", lines=lines)
    found = read_list(content, COLUMNS)
    assert [fault.message("en") for fault in found.faults] == []
    assert [row.values for row in found.rows] == [
        row | {"coefficient": row["coefficient"] and Decimal(row["coefficient"])} for row in listed
    ]
