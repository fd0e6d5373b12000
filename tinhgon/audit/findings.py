"""What can be wrong with the record or with its checkpoints; positions count from 0, as in `audit_leaf`."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class Finding(Refused):
    """One thing that is wrong."""


class NotSigned(Finding):
    vi = "{place}, dòng {line}: điểm kiểm của {origin} không có chữ ký đúng. Đối chiếu với nơi lưu khác."
    en = "{place}, line {line}: the checkpoint of {origin} has no valid signature. Compare another place."


class Torn(Finding):
    vi = "{place}, dòng {line}: điểm kiểm bị cắt dở, sau đó không còn điểm nào. Chạy: tinhgon audit seal"
    en = "{place}, line {line}: a torn checkpoint, and no whole one after it. Run: tinhgon audit seal"


class PlaceBehind(Finding):
    vi = "{place}: thiếu điểm kiểm mới nhất ({size} dòng). Xem ai đã sửa tệp; rồi chạy: tinhgon audit seal"
    en = "{place}: the newest checkpoint ({size} rows) is missing. See why; then run: tinhgon audit seal"


class Differs(Finding):
    vi = "Nhật ký không còn đúng như khi niêm phong {size} dòng (điểm kiểm trong {place})."
    en = "The record is not what it was when {size} rows were sealed (checkpoint in {place})."


class Edited(Finding):
    vi = "Sai từ vị trí {position}: sự kiện {event} đã bị sửa."
    en = "Wrong from position {position}: event {event} was changed."


class Deleted(Finding):
    vi = "Sai từ vị trí {position}: sự kiện {event} đã bị xóa."
    en = "Wrong from position {position}: event {event} was deleted."


class Inserted(Finding):
    vi = "Sai từ vị trí {position}: sự kiện {event} được chèn vào sau khi niêm phong."
    en = "Wrong from position {position}: event {event} was put in after the sealing."


class Reordered(Finding):
    vi = "Sai từ vị trí {position}: sự kiện {event} không còn ở chỗ cũ."
    en = "Wrong from position {position}: event {event} is no longer in its place."


class Between(Finding):
    vi = "Sai ở một vị trí từ {first} đến {last}: cả các lá băm cũng đã bị viết lại."
    en = "Wrong at a position from {first} to {last}: the leaves were rewritten as well."
