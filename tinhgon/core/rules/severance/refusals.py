"""Why nothing can be calculated for somebody who leaves."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class BeyondEarly(Refused):
    vi = (
        "Nghỉ sớm {months} tháng: chế độ này chỉ tính từ {least} đến {most} tháng. Kiểm tra hai ngày đã nhập."
    )
    en = "{months} months early: this regime covers {least} to {most} months. Check the two days given."


class OddMonths(Refused):
    vi = "{fact}: lẻ {months} tháng, chưa có số liệu đã kiểm chứng về cách làm tròn. Nhập số năm ghi ở hồ sơ."
    en = "{fact}: {months} odd months, no verified figure says how to round them. Give the years of the file."


class TooLate(Refused):
    vi = "Nghỉ từ {leaves_on} là sau hạn {last} của chế độ sắp xếp bộ máy. Tính theo chế độ tinh giản."
    en = "{leaves_on} is after {last}, the end of the restructuring regime. Use the streamlining regime."


class NotForThem(Refused):
    vi = "Chế độ thôi việc này không áp dụng cho đối tượng đã chọn. Chọn chế độ của đối tượng đó."
    en = "This allowance is not for the kind of person chosen. Choose the regime of that kind."


class TooShort(Refused):
    vi = "Mới công tác {months} tháng: trợ cấp chỉ tính từ {least} tháng trở lên."
    en = "{months} months of service: the allowance begins at {least} months."
