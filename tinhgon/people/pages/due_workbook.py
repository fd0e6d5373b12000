"""What falls due as a workbook, with the basis of its days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.office.sheets.lists import ListColumn, write_list
from tinhgon.people.pages.arrangement import SEXES
from tinhgon.people.pages.due import basis, what
from tinhgon.people.pages.listing import place
from tinhgon.people.pages.upcoming import asked_of, read
from tinhgon.people.pages.workbooks import illustrative_banner, seen_from
from tinhgon.people.queries.pensions import Schedule, schedule_on
from tinhgon.people.queries.upcoming import BEFORE, LACKING, PENSION, TERM, Due
from tinhgon.register.pages.staff_words import in_words
from tinhgon.register.pages.words import figure


def upcoming_workbook(request: ReachRequest) -> tuple[bytes, int]:
    """Write the list, whom nothing can be told of last; give it with how many are in it."""
    asked, schedule = asked_of(request), schedule_on(request.as_of.valid)
    found = read(request, asked, schedule)
    columns = [
        ListColumn(gettext("Ngày"), 12, "day"), ListColumn(gettext("Việc"), 42),
        ListColumn(gettext("Họ và tên"), 30), ListColumn(gettext("Giới tính"), 10),
        ListColumn(gettext("Năm sinh"), 10), ListColumn(gettext("Chức vụ"), 32),
        ListColumn(gettext("Đơn vị"), 38), ListColumn(gettext("Căn cứ"), 34),
    ]  # fmt: skip
    content = write_list(
        gettext("Sắp hết nhiệm kỳ, nghỉ hưu"), columns, _rows(found.rows, schedule),
        lines=[seen_from(request), *law_lines(schedule, asked.day), _counted(found.counts)],
        banner=illustrative_banner(any(one.illustrative for one in found.rows)), still=3,
        at=timezone.localtime(),
    )  # fmt: skip
    return content, len(found.rows)


def law_lines(schedule: Schedule | None, day: date) -> list[str]:
    """Say by which rule the pensions are told, or that none is in force."""
    said = basis(schedule)
    if said is None:
        none = gettext("%(day)s: kho quy tắc không có quy định về tuổi nghỉ hưu; danh sách chỉ có nhiệm kỳ.")
        return [none % {"day": f"{day:%d/%m/%Y}"}]
    lines = [gettext("Nghỉ hưu theo %(basis)s, trong điều kiện bình thường.") % {"basis": said}]
    if said.provisional:
        lines.append(gettext("tạm thời – chưa đối chiếu văn bản gốc"))
    return lines


def _counted(counts: Mapping[str, int]) -> str:
    words = {
        TERM: gettext("hết nhiệm kỳ"),
        PENSION: gettext("nghỉ hưu"),
        LACKING: gettext("chưa đủ dữ liệu"),
        BEFORE: gettext("sinh trước lộ trình"),
    }
    return "; ".join(f"{word}: {figure(counts[kind])}" for kind, word in words.items())


def _rows(found: Iterable[Due], schedule: Schedule | None) -> Iterable[tuple[str | date | None, ...]]:
    said = basis(schedule)
    for one in found:
        yield (
            one.on, what(one), one.name, str(SEXES.get(one.sex, "")), str(one.born.year) if one.born else "",
            in_words(one.title), place(one), str(said) if said and one.what == PENSION else "",
        )  # fmt: skip
