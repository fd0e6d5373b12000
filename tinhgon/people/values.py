"""What was written into the fields of an entry, made values that JSON holds; every fault is told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tinhgon.core.errors import Refused, Said
from tinhgon.core.names import nfc
from tinhgon.core.partial import PartialDay
from tinhgon.people.sections import Field, Section

LONGEST = 500
NATIONAL_ID = re.compile(r"\d{12}")
PHONE = re.compile(r"\+?\d[\d .]{6,18}\d")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class MalformedEntry(Refused):
    vi = "Mục ghi chưa đúng: {faults}."
    en = "The entry is not right: {faults}."
    between = "; "

    def __init__(self, by_field: Mapping[str, Said]) -> None:
        self.by_field = dict(by_field)
        super().__init__(faults=list(by_field.values()))


class FieldFault(Refused):
    """What one field does not take; the field's name stands in front."""


class Missing(FieldFault):
    vi = "{field}: không được để trống"
    en = "{field}: must not be empty"


class TooLong(FieldFault):
    vi = "{field}: dài quá {limit} ký tự"
    en = "{field}: longer than {limit} characters"


class NotInList(FieldFault):
    vi = "{field}: “{text}” không có trong danh mục"
    en = "{field}: “{text}” is not in the list"


class NotOfForm(FieldFault):
    vi = "{field}: cần {needed_vi}"
    en = "{field}: {needed_en} is needed"


@dataclass(frozen=True, slots=True)
class Days:
    """Over which days something was, as far as paper tells."""

    since: PartialDay | None = None
    until: PartialDay | None = None


class EndsFirst(FieldFault):
    vi = "Ngày kết thúc {until} đứng trước ngày bắt đầu {since}"
    en = "The end {until} stands before the start {since}"


def read_days(days: Days) -> Days:
    """Check that an end does not stand before its start.

    :raises MalformedEntry: it does.
    """
    if days.since and days.until and days.until.latest < days.since.earliest:
        fault = EndsFirst(since=days.since, until=days.until)
        raise MalformedEntry({"until": Said(fault.message("vi"), fault.message("en"))})
    return days


def read_values(section: Section, written: Mapping[str, Any]) -> dict[str, Any]:
    """Make values of what was written; an empty field is left out.

    :raises MalformedEntry: with the fault of each field.
    """
    values: dict[str, Any] = {}
    faults: dict[str, Said] = {}
    for field in section.fields:
        try:
            value = _read(field, nfc(str(written.get(field.code) or "")))
        except Refused as fault:
            faults[field.code] = Said(fault.message("vi"), fault.message("en"))
            continue
        if value is not None:
            values[field.code] = value
    if faults:
        raise MalformedEntry(faults)
    return values


def _read(field: Field, text: str) -> Any:
    if not text:
        if field.required:
            raise Missing(field=_name(field))
        return None
    if len(text) > LONGEST:
        raise TooLong(field=_name(field), limit=LONGEST)
    return _READERS.get(field.type, _text)(field, text)


def _text(field: Field, text: str) -> str:
    return text


def _choice(field: Field, text: str) -> str:
    if field.choice(text) is None:
        raise NotInList(field=_name(field), text=text)
    return text


def _partial(field: Field, text: str) -> str:
    return str(PartialDay.parse(text))


def _day(field: Field, text: str) -> str:
    day = PartialDay.parse(text)
    if day.whole is None:
        raise _form(field, "đủ ngày, tháng, năm", "the day, month and year")
    return day.whole.isoformat()


def _number(field: Field, text: str) -> int:
    if not text.isdecimal() or int(text) > 9999:
        raise _form(field, "số nguyên không âm", "a whole number")
    return int(text)


def _shaped(form: re.Pattern[str], vi: str, en: str) -> Callable[[Field, str], str]:
    def read(field: Field, text: str) -> str:
        if not form.fullmatch(text):
            raise _form(field, vi, en)
        return text

    return read


def _form(field: Field, vi: str, en: str) -> NotOfForm:
    return NotOfForm(field=_name(field), needed_vi=vi, needed_en=en)


def _name(field: Field) -> Said:
    return Said(field.vi, field.en)


_READERS: Mapping[str, Callable[[Field, str], Any]] = {
    "choice": _choice,
    "partial_day": _partial,
    "day": _day,
    "year": _number,
    "count": _number,
    "national_id": _shaped(NATIONAL_ID, "đúng 12 chữ số", "exactly 12 digits"),
    "phone": _shaped(PHONE, "số điện thoại", "a telephone number"),
    "email": _shaped(EMAIL, "địa chỉ thư điện tử", "an e-mail address"),
}
