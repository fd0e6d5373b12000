"""A history read row by row, and turned into the decisions that would have made it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.core.apply import apply
from tinhgon.core.faults import FaultyHistory
from tinhgon.core.history import Batch, batches
from tinhgon.core.identity import NAMESPACE, unit_id
from tinhgon.core.intervals import COLUMNS, KindWords, read
from tinhgon.core.operations import ChangeKind, Dissolve, Establish, Move, Operation, Rename
from tinhgon.core.snapshot import Snapshot

WORDS = KindWords(
    {
        ("province", "Tỉnh"): "province",
        ("province", "Thành phố"): "municipality",
        ("province", "Thành phố Trung ương"): "municipality",
        ("district", "Huyện"): "rural_district",
        ("district", "Quận"): "urban_district",
        ("district", "Thành phố"): "provincial_city",
        ("commune", "Xã"): "commune",
        ("commune", "Phường"): "ward",
    }
)
PROVINCE = ("province", "92", "Tỉnh Cần Thơ", "Tỉnh", "", "2004-01-01", "")
DISTRICT = ("district", "916", "Huyện Ninh Kiều", "Huyện", "92", "2004-01-01", "")
COMMUNE = ("commune", "31117", "Xã Cái Khế", "Xã", "916", "2004-01-01", "")

Row = dict[str, str]


def rows(*lines: Sequence[str]) -> list[Row]:
    return [dict(zip(COLUMNS, line, strict=True)) for line in lines]


def story(*lines: Sequence[str]) -> tuple[Batch, ...]:
    return batches(read(rows(*lines), WORDS))


def faults(*lines: Sequence[str]) -> list[tuple[str, int, str]]:
    with pytest.raises(FaultyHistory) as refused:
        read(rows(*lines), WORDS)
    return [(fault.code, fault.row, fault.field) for fault in refused.value.faults]


def changed(line: Sequence[str], **cells: str) -> tuple[str, ...]:
    return tuple({**dict(zip(COLUMNS, line, strict=True)), **cells}.values())


def born(code: str, level: str = "commune", day: str = "2004-01-01") -> UUID:
    return unit_id(scheme="national", level=level, code=code, since=date.fromisoformat(day))


def registers(story: Sequence[Batch]) -> Snapshot:
    snapshot = Snapshot()
    for batch in story:
        decision = uuid5(NAMESPACE, str(batch.on))
        snapshot = snapshot.after(apply(snapshot, batch.operations, on=batch.on, decision=decision))
    return snapshot


# What is read


def test_words_of_kind_are_taken_off_the_name() -> None:
    found = read(rows(changed(PROVINCE, name="Thành phố  Cần Thơ", type="thành phố trung ương")), WORDS)

    assert (found[0].name, found[0].short_name, found[0].kind) == (
        "Thành phố Cần Thơ",
        "Cần Thơ",
        "municipality",
    )


@pytest.mark.parametrize("name", ["Phường 1", "Phường IV"])
def test_a_numbered_ward_keeps_the_word(name: str) -> None:
    assert WORDS.short_name("commune", name) == name


def test_a_name_that_only_begins_like_a_word_is_left_whole() -> None:
    assert WORDS.short_name("commune", "Xãng") == "Xãng"


def test_days_may_be_written_either_way() -> None:
    (found,) = read(rows(changed(PROVINCE, valid_from="31/08/2004", valid_to="2005-01-01")), WORDS)

    assert (found.valid.since, found.valid.last_day) == (date(2004, 8, 31), date(2004, 12, 31))


# What is refused


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        ("level", "hamlet", "UnknownLevel"),
        ("code", "", "EmptyField"),
        ("code", "1" * 61, "BadText"),
        ("name", " ", "EmptyField"),
        ("name", "Xã \x00", "BadText"),
        ("type", "Đặc khu", "UnknownType"),
        ("type", "Quận", "UnknownType"),
        ("parent_code", "", "EmptyField"),
        ("parent_code", "917", "Orphan"),
        ("parent_code", "31117", "ParentNotAbove"),
        ("valid_from", "2004-02-31", "BadDate"),
        ("valid_from", "31/02/2004", "BadDate"),
        ("valid_from", "", "BadDate"),
        ("valid_to", "mai", "BadDate"),
        ("valid_to", "2004-01-01", "ReversedPeriod"),
        ("valid_to", "2003-01-01", "ReversedPeriod"),
    ],
)
def test_a_fault_names_row_and_column(column: str, cell: str, fault: str) -> None:
    assert (fault, 4, column) in faults(PROVINCE, DISTRICT, changed(COMMUNE, **{column: cell}))


def test_all_faults_are_listed_at_once() -> None:
    wrong = changed(COMMUNE, code="", type="Thôn", valid_from="2004-13-01")

    assert faults(PROVINCE, DISTRICT, wrong) == [
        ("EmptyField", 4, "code"),
        ("UnknownType", 4, "type"),
        ("BadDate", 4, "valid_from"),
    ]


def test_a_missing_column_is_said_once() -> None:
    table = [{key: cell for key, cell in row.items() if key != "type"} for row in rows(PROVINCE, DISTRICT)]

    with pytest.raises(FaultyHistory) as refused:
        read(table, WORDS)

    assert [(fault.code, fault.field) for fault in refused.value.faults] == [("MissingColumn", "type")]


def test_a_cell_too_many_is_a_fault() -> None:
    table: list[dict[str | None, object]] = [{**row, None: ["x"]} for row in rows(PROVINCE)]

    with pytest.raises(FaultyHistory, match="more cells than columns"):
        read(table, WORDS)  # type: ignore[arg-type]


def test_overlapping_periods_of_a_code() -> None:
    first = changed(COMMUNE, valid_to="2010-01-01")
    inside = changed(COMMUNE, valid_from="2005-01-01", valid_to="2006-01-01")
    late = changed(COMMUNE, valid_from="2009-12-31")

    found = faults(PROVINCE, DISTRICT, first, inside, late)

    assert found == [("Overlap", 5, "code"), ("Overlap", 6, "code")]


def test_a_code_on_two_levels_overlaps() -> None:
    assert ("Overlap", 3, "code") in faults(PROVINCE, changed(DISTRICT, code="92", parent_code="92"))


def test_an_orphan_is_told_its_days() -> None:
    before = changed(DISTRICT, valid_to="2010-01-01")
    after = changed(DISTRICT, valid_from="2011-01-01", valid_to="2012-01-01")

    with pytest.raises(FaultyHistory) as refused:
        read(rows(PROVINCE, before, after, COMMUNE), WORDS)

    (fault,) = refused.value.faults
    assert "01/01/2010 – 31/12/2010, 01/01/2012 – …" in fault.message("en")
    assert fault.message("vi").startswith("Dòng 5, cột parent_code: không có cấp trên 916")


def test_children_of_a_faulty_row_are_not_blamed() -> None:
    assert faults(PROVINCE, changed(DISTRICT, type="?"), COMMUNE) == [("UnknownType", 3, "type")]


def test_many_faults_are_counted_and_the_first_quoted() -> None:
    with pytest.raises(FaultyHistory) as refused:
        read(rows(*[changed(PROVINCE, code=f"{n}", type="?") for n in range(50)]), WORDS)

    assert refused.value.message("vi").startswith("Tệp lịch sử có 50 lỗi, chưa ghi gì. Dòng 2, cột type:")
    assert refused.value.message("vi").endswith("… (+30)")
    assert len(refused.value.as_json()["faults"]) == 50


# What becomes of it


def test_parents_are_established_first() -> None:
    (batch,) = story(COMMUNE, DISTRICT, PROVINCE)

    codes = [operation.unit.code for operation in batch.operations if isinstance(operation, Establish)]
    assert (batch.on, codes) == (date(2004, 1, 1), ["92", "916", "31117"])


def test_identity_is_the_first_day_of_the_code() -> None:
    (batch,) = story(PROVINCE)

    (operation,) = batch.operations
    assert isinstance(operation, Establish)
    assert operation.unit.id == born("92", "province")


def second(*, since: str = "2010-01-01", **cells: str) -> tuple[Operation, ...]:
    """Give what is ordered when the commune's row is followed by one with other cells."""
    ended = changed(COMMUNE, valid_to="2010-01-01")
    other = ("district", "917", "Huyện Ô Môn", "Huyện", "92", "2004-01-01", "")
    following = changed(COMMUNE, valid_from=since, **cells)
    return story(PROVINCE, DISTRICT, other, ended, following)[-1].operations


def test_another_name_is_a_rename() -> None:
    unit = born("31117")

    assert second(name="Xã Bình Thủy") == (Rename(unit=unit, name="Xã Bình Thủy", short_name="Bình Thủy"),)


def test_a_ward_of_the_same_name_is_the_same_body() -> None:
    unit = born("31117")

    assert second(name="Phường Cái Khế", type="Phường") == (
        ChangeKind(unit=unit, kind="ward"),
        Rename(unit=unit, name="Phường Cái Khế", short_name="Cái Khế"),
    )


def test_another_parent_is_a_move() -> None:
    (move,) = second(parent_code="917")

    assert move == Move(unit=born("31117"), to=born("917", "district"))


def test_another_name_under_another_parent_of_the_level_is_the_same_body() -> None:
    assert [operation.op for operation in second(name="Xã Khác", parent_code="917")] == ["rename", "move"]


def test_another_spelling_under_another_level_is_the_same_body() -> None:
    assert [one.op for one in second(name="Xã Cái-Khê", parent_code="92")] == ["rename", "move"]


def test_another_name_under_another_level_is_another_body() -> None:
    begin, end = second(name="Phường Ba Đình", type="Phường", parent_code="92")

    assert isinstance(begin, Establish)
    assert begin.unit.id == born("31117", day="2010-01-01")
    assert end == Dissolve(unit=born("31117"))


def test_a_code_that_comes_back_names_another_body() -> None:
    (begin,) = second(since="2010-01-02")

    assert isinstance(begin, Establish)
    assert begin.unit.id == born("31117", day="2010-01-02")


def test_a_row_that_changes_nothing_orders_nothing() -> None:
    told = story(changed(PROVINCE, valid_to="2010-01-01"), changed(PROVINCE, valid_from="2010-01-01"))

    assert [batch.on for batch in told] == [date(2004, 1, 1)]


def test_children_end_before_their_parents() -> None:
    lines = [changed(line, valid_to="2025-07-01") for line in (PROVINCE, DISTRICT, COMMUNE)]

    *_, last = story(*lines)

    assert [one.unit for one in last.operations if isinstance(one, Dissolve)] == [
        born("31117"),
        born("916", "district"),
        born("92", "province"),
    ]


def test_a_child_follows_when_another_body_takes_its_parents_code() -> None:
    """The commune's row says nothing of it: only the code stays."""
    half = changed(PROVINCE, code="93", name="Tỉnh Khác")
    first = ("district", "916", "Huyện Ninh Kiều", "Huyện", "93", "2004-01-01", "2010-01-01")
    again = ("province", "916", "Tỉnh Ninh Kiều", "Tỉnh", "", "2010-01-01", "")

    *_, last = story(half, first, again, COMMUNE)

    assert Move(unit=born("31117"), to=born("916", "province", "2010-01-01")) in last.operations


# Any history


DAYS = [date(2004, 1, 1) + timedelta(days=100 * step) for step in range(8)]
KINDS = {
    "province": {"Tỉnh": "province", "Thành phố": "municipality"},
    "district": {"Huyện": "rural_district", "Quận": "urban_district"},
    "commune": {"Xã": "commune", "Phường": "ward"},
}


@st.composite
def unit_rows(draw: st.DrawFn, level: str, code: str, parents: list[Row]) -> list[Row]:
    """Give adjacent and separate intervals of one code, each under a parent that lives through it."""
    cuts = sorted(draw(st.sets(st.sampled_from(range(len(DAYS))), min_size=1, max_size=5)))
    found = []
    for since, until in zip(cuts, [*cuts[1:], None], strict=True):
        period = {"valid_from": str(DAYS[since]), "valid_to": "" if until is None else str(DAYS[until])}
        fit = sorted({row["code"] for row in parents if _within(period, row)})
        if (level != "province" and not fit) or not draw(st.integers(0, 4)):
            continue
        word = draw(st.sampled_from(sorted(KINDS[level])))
        name = f"{word} {draw(st.sampled_from(['An', 'Bình', 'Châu']))}"
        parent = draw(st.sampled_from(fit)) if level != "province" else ""
        found.append(dict(level=level, code=code, name=name, type=word, parent_code=parent, **period))
    return found


def _within(period: Row, row: Row) -> bool:
    ends = period["valid_to"] or "9999", row["valid_to"] or "9999"
    return row["valid_from"] <= period["valid_from"] and ends[0] <= ends[1]


@st.composite
def histories(draw: st.DrawFn) -> list[Row]:
    found: list[Row] = []
    for level, codes in (("province", "12"), ("district", "345"), ("commune", "6789")):
        above = [row for row in found if row["level"] != level]
        for code in codes:
            found += draw(unit_rows(level, code, above))
    return draw(st.permutations(found))


@settings(max_examples=150, deadline=None)
@given(histories())
def test_the_register_says_what_the_rows_say(history: list[Row]) -> None:
    snapshot = registers(batches(read(history, WORDS)))

    for day in DAYS:
        expected = {
            row["code"]: (row["name"], KINDS[row["level"]][row["type"]], row["parent_code"])
            for row in history
            if row["valid_from"] <= str(day) < (row["valid_to"] or "9999")
        }
        assert said(snapshot, day) == expected


def said(snapshot: Snapshot, day: date) -> dict[str, tuple[str, str, str]]:
    codes = {
        unit: row.value
        for unit, life in snapshot.lives.items()
        for row in life.identifiers
        if day in row.valid
    }
    found = {}
    for unit, life in snapshot.lives.items():
        version, place = life.version_on(day), life.placement_on("territorial", day)
        assert bool(version) == bool(place) == (unit in codes)
        if version and place:
            parent = codes[place.parent] if place.parent else ""
            found[codes[unit]] = (version.name, version.kind, parent)
    return found


@settings(max_examples=50, deadline=None)
@given(histories())
def test_the_order_of_rows_does_not_matter(history: list[Row]) -> None:
    shuffled = sorted(history, key=lambda row: (row["name"], row["valid_from"], row["code"]))

    assert batches(read(history, WORDS)) == batches(read(shuffled, WORDS))
