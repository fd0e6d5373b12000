"""Why working days cannot be counted."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class YearNotInCalendar(Refused):
    vi = "Lịch ngày nghỉ chưa có năm {year}. Bổ sung năm đó vào tệp nêu trong biến TINHGON_HOLIDAYS."
    en = "The calendar of days off lacks the year {year}. Add it to a file named in TINHGON_HOLIDAYS."


class HolidaysUnreadable(Refused):
    """`faults` says where in the file, and what."""

    vi = "Tệp ngày nghỉ “{file}” ghi sai: {faults}."
    en = "The file of days off “{file}” is malformed: {faults}."
    between = "; "
