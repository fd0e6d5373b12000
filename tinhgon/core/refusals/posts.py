"""Why the register refuses what is ordered of posts and quotas."""

from __future__ import annotations

from tinhgon.core.refusals.base import OperationRefused


class PostRefused(OperationRefused):
    """What concerns posts, quotas and people."""


class UnknownCode(PostRefused):
    vi = "Không có {list} “{code}” trong danh mục. Chọn một mã có sẵn."
    en = "There is no {list} “{code}” in the code list. Choose one that is."


class UnknownPost(PostRefused):
    vi = "Sổ không có vị trí {unit}. Chọn vị trí từ danh sách."
    en = "The register has no post {unit}. Choose one from the list."


class NoPostThen(PostRefused):
    vi = "Vị trí {unit} không có vào ngày {day}. Chọn ngày khác hoặc vị trí khác."
    en = "The post {unit} does not exist on {day}. Choose another day or another post."


class PostExists(PostRefused):
    vi = "Vị trí {unit} đã có trong sổ. Bỏ thao tác này, hoặc đổi vị trí sẵn có."
    en = "The post {unit} is already in the register. Leave the operation out, or change that post."


class SeatsTaken(PostRefused):
    vi = "{unit} có {seats} chỗ, ngày {day} sẽ có {held} người giữ: {people}. Thêm chỗ, hoặc cho thôi giữ."
    en = "{unit} has {seats} seats and would have {held} holders on {day}: {people}. Add seats or release."


class PostsLost(PostRefused):
    vi = "{unit} không còn từ ngày {day} nhưng còn vị trí: {posts}. Chuyển hoặc bỏ các vị trí này trước."
    en = "{unit} is no more from {day} but still has posts: {posts}. Move or abolish them first."


class ReportsInCircle(PostRefused):
    vi = "Vị trí {unit} sẽ báo cáo vòng về chính mình vào ngày {day}. Chọn vị trí cấp trên khác."
    en = "The post {unit} would report to itself in the end on {day}. Choose another superior post."


class QuotaExceeded(PostRefused):
    vi = (
        "{unit} có {number} biên chế ({staff}) nhưng các đơn vị trực thuộc được giao {sum} vào ngày {day}. "
        "Giảm số của cấp dưới hoặc tăng số của đơn vị."
    )
    en = (
        "{unit} has a quota of {number} ({staff}), but the units under it have {sum} on {day}. "
        "Lower theirs or raise its."
    )
