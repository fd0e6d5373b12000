"""The words of the record: what was done, for which purpose, how guarded the fields were."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """What somebody did."""

    READ = "read", _("Xem")
    LIST = "list", _("Xem danh sách")
    SEARCH = "search", _("Tìm kiếm")
    EXPORT = "export", _("Xuất dữ liệu")
    PRINT = "print", _("In")
    IMPORT = "import", _("Nhập dữ liệu")
    PROPOSE = "propose", _("Đề nghị sửa")
    CONFIRM = "confirm", _("Xác nhận")
    REJECT = "reject", _("Từ chối")
    CHANGE = "change", _("Sửa")
    ERASE = "erase", _("Xóa hẳn")
    SEAL = "seal", _("Niêm phong")
    UNSEAL = "unseal", _("Mở niêm phong")
    ROTATE_KEYS = "rotate_keys", _("Thay khóa mã hóa")
    GRANT = "grant", _("Cấp quyền")
    REVOKE_GRANT = "revoke_grant", _("Thu hồi quyền")
    LOGIN = "login", _("Đăng nhập")
    LOGIN_FAILED = "login_failed", _("Đăng nhập không thành")
    LOGOUT = "logout", _("Đăng xuất")
    LOCKED_OUT = "locked_out", _("Bị khóa đăng nhập")
    REAUTHENTICATE = "reauthenticate", _("Xác thực lại")
    CHANGE_LOGIN = "change_login", _("Đổi cách đăng nhập")
    OPEN_ACCOUNT = "open_account", _("Mở tài khoản")
    CLOSE_ACCOUNT = "close_account", _("Đóng tài khoản")


class Purpose(models.TextChoices):
    """What personal data are looked at for."""

    OWN = "own", _("Xem hồ sơ của chính mình")
    UPKEEP = "upkeep", _("Cập nhật, quản lý hồ sơ")
    APPOINTMENT = "appointment", _("Bổ nhiệm, điều động, luân chuyển")
    PLANNING = "planning", _("Quy hoạch cán bộ")
    TRAINING = "training", _("Đào tạo, bồi dưỡng")
    EVALUATION = "evaluation", _("Đánh giá, khen thưởng")
    DISCIPLINE = "discipline", _("Kỷ luật, khiếu nại, tố cáo")
    PAY = "pay", _("Tiền lương, chế độ, nghỉ hưu")
    REPORT = "report", _("Báo cáo, thống kê")
    INSPECTION = "inspection", _("Thanh tra, kiểm tra, giám sát")
    SUBJECT_REQUEST = "subject_request", _("Theo yêu cầu của người có dữ liệu")
    MAINTENANCE = "maintenance", _("Vận hành hệ thống")


class Guarding(models.IntegerChoices):
    """The class of a field: how far it is kept from eyes."""

    PUBLIC = 0, _("Công khai")
    INTERNAL = 1, _("Nội bộ")
    PERSONAL = 2, _("Cá nhân")
    SENSITIVE = 3, _("Nhạy cảm")


READS = frozenset({Act.READ, Act.LIST, Act.SEARCH, Act.EXPORT, Act.PRINT})
