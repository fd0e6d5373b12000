"""The five kinds of workbook, and the columns of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from tinhgon.core.reach import INTERNAL, SENSITIVE
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.unit_words import other_words
from tinhgon.office.sheets import kinds
from tinhgon.office.sheets.columns import Column
from tinhgon.register.models import Grade, PostTitle, StaffKind, UnitKind
from tinhgon.register.models.codes import Coded


class Kind(models.TextChoices):
    """What the rows of a workbook are about."""

    UNITS = "units", _("Đơn vị")
    POSTS = "posts", _("Vị trí việc làm")
    QUOTAS = "quotas", _("Biên chế")
    PEOPLE = "people", _("Người")
    APPOINTMENTS = "appointments", _("Bổ nhiệm")


@dataclass(frozen=True, slots=True)
class Form:
    """The columns of a kind, what no two of its rows share, and examples for the template."""

    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    examples: tuple[Mapping[str, str], ...] = ()
    field_class: int = INTERNAL  # the highest class of what it writes


LINES = {"territorial": ("Lãnh thổ",), "government": ("Chính quyền",), "party": ("Đảng",)}
RANKS = {
    "head": ("Cấp trưởng", "Trưởng", "Người đứng đầu"), "deputy": ("Cấp phó", "Phó"),
    "member": ("Ủy viên", "Thành viên"), "specialist": ("Chuyên môn", "Nhân viên"),
}  # fmt: skip
WAYS = {
    "regular": ("Chính thức", "Bổ nhiệm", "Điều động"), "acting": ("Phụ trách", "Quyền", "Giao quyền"),
    "concurrent": ("Kiêm nhiệm", "Kiêm"), "job_share": ("Chung một chỗ", "Bán thời gian"),
}  # fmt: skip
SEXES = {"male": ("Nam", "male", "M"), "female": ("Nữ", "female", "F")}
UNIT_HELP = "Mã hoặc tên đơn vị; tên có dấu hay không đều được; trùng tên thì ghi “tên, cấp trên”."
SINCE_HELP = "Để trống là ngày chọn khi nạp tệp. Mỗi ngày thành một dự thảo."


def form(kind: str) -> Form:
    """Give what a kind of workbook holds.

    :raises NoSuchKind: there is no such kind.
    """
    if kind not in _FORMS:
        raise refusals.NoSuchKind(kind=kind[:40], known=tuple(_FORMS))
    return _FORMS[kind]()


def _units() -> Form:
    return Form((
        Column("code", ("Mã", "Mã đơn vị", "Mã ĐVHC", "Code"), kinds.Text(60)),
        Column("name", ("Tên đơn vị", "Tên", "Đơn vị", "Name"), kinds.Text(250), required=True),
        Column("kind", ("Loại", "Loại đơn vị", "Loại hình", "Kind"), kinds.Choice(_unit_kinds())),
        Column("parent_code", ("Mã cấp trên", "Mã đơn vị cấp trên", "Parent code"), kinds.Text(60)),
        Column("parent", ("Tên cấp trên", "Cấp trên", "Đơn vị cấp trên", "Trực thuộc", "Parent"),
               kinds.Text(250), help=UNIT_HELP),
        Column("line", ("Hệ thống", "Line"), kinds.Choice(LINES), help="Để trống là lãnh thổ."),
        Column("area", ("Diện tích (km²)", "Diện tích (km2)", "Area"), kinds.Number(0, 9_999_999)),
        Column("population", ("Dân số", "Dân số (người)", "Population"), kinds.Whole(0, 1_999_999_999)),
        _since(),
    ), (("code",),), (
        {"code": "31120", "name": "Phường Cái Khế", "kind": "Phường", "parent_code": "92",
         "parent": "Thành phố Cần Thơ", "area": "12,34", "population": "51.234"},
    ))  # fmt: skip


def _posts() -> Form:
    return Form((
        _unit(),
        Column("title", ("Chức danh", "Vị trí", "Vị trí việc làm", "Title"),
               kinds.Choice(_coded(PostTitle)), required=True),
        Column("rank", ("Cấp của vị trí", "Cấp", "Rank"), kinds.Choice(RANKS),
               help="Để trống là cấp thường gặp của chức danh."),
        Column("seats", ("Số chỗ", "Số lượng", "Số người", "Seats"), kinds.Whole(1, 10_000)),
        Column("staff", ("Loại biên chế", "Loại lao động", "Kind of staff"), kinds.Choice(_coded(StaffKind))),
        Column("superior", ("Báo cáo cho (chức danh)", "Cấp trên trực tiếp", "Reports to"),
               kinds.Choice(_coded(PostTitle))),
        Column("superior_unit", ("Báo cáo cho (đơn vị)", "Đơn vị của cấp trên trực tiếp"), kinds.Text(250),
               help="Để trống là cùng đơn vị."),
        Column("description", ("Mô tả", "Mô tả công việc", "Nhiệm vụ", "Description"), kinds.Text(20_000)),
        _since(),
    ), (), (
        {"unit": "Phường Cái Khế", "title": "Phó Chủ tịch Ủy ban nhân dân", "rank": "Cấp phó", "seats": "2",
         "staff": "Cán bộ", "superior": "Chủ tịch Ủy ban nhân dân"},
    ))  # fmt: skip


def _quotas() -> Form:
    return Form((
        _unit(),
        Column("staff", ("Loại biên chế", "Loại lao động", "Kind of staff"),
               kinds.Choice(_coded(StaffKind)), required=True),
        Column("number", ("Biên chế", "Số biên chế", "Biên chế được giao", "Số lượng", "Number"),
               kinds.Whole(0, 1_999_999_999), required=True),
        _since(),
    ), (), ({"unit": "Phường Cái Khế", "staff": "Công chức", "number": "32"},))  # fmt: skip


def _people() -> Form:
    return Form((
        *_naming(),
        Column("born", ("Ngày sinh", "Năm sinh", "Ngày tháng năm sinh", "Birth day"), kinds.Partial()),
        Column("sex", ("Giới tính", "Sex"), kinds.Choice(SEXES)),
        Column("number", ("Số định danh cá nhân", "Số CCCD", "CCCD", "Số căn cước", "Identity number"),
               kinds.Code(12), required=True),
        _unit("Đơn vị quản lý hồ sơ", "Đơn vị công tác", "Cơ quan", "Phòng ban"),
        Column("ethnic", ("Dân tộc", "Ethnic group"), kinds.Text(60),
               help="Chỉ điền khi quy định về cơ cấu cần."),
        *_graded(),
        _since(),
    ), (("number",),), (
        {"name": "Nguyễn Văn A", "born": "1980", "sex": "Nam", "number": "000000000000",
         "unit": "Phường Cái Khế", "grade": "Chuyên viên", "step": "3", "coefficient": "3,00"},
    ), field_class=SENSITIVE)  # fmt: skip


def _appointments() -> Form:
    return Form((
        Column("number", ("Số định danh cá nhân", "Số CCCD", "CCCD", "Số căn cước", "Identity number"),
               kinds.Code(12), help="Nếu không có thì cần cả họ tên và ngày sinh."),
        *_naming(),
        Column("born", ("Ngày sinh", "Năm sinh", "Ngày tháng năm sinh", "Birth day"), kinds.Partial()),
        _unit(),
        Column("title", ("Chức danh", "Chức vụ", "Vị trí", "Title"),
               kinds.Choice(_coded(PostTitle)), required=True),
        Column("how", ("Hình thức", "Hình thức giữ", "How held"), kinds.Choice(WAYS),
               help="Để trống là chính thức."),
        Column("share", ("Phần của một chỗ", "Share"), kinds.Number(Decimal("0.01"), 1)),
        _since("Ngày bổ nhiệm", "Ngày nhận chức"),
        Column("until", ("Thời hạn đến", "Đến ngày", "Hết nhiệm kỳ", "Term until"), kinds.Day()),
        *_graded(),
    ), (), (
        {"number": "000000000000", "name": "Nguyễn Văn A", "unit": "Phường Cái Khế",
         "title": "Chủ tịch Ủy ban nhân dân", "since": "01/08/2025", "until": "30/06/2026"},
    ))  # fmt: skip


def _unit(*more: str) -> Column:
    titles = (*more, "Đơn vị", "Tên đơn vị", "Mã đơn vị", "Cơ quan, đơn vị", "Unit")
    return Column("unit", tuple(dict.fromkeys(titles)), kinds.Text(250), required=True, help=UNIT_HELP)


def _since(*more: str) -> Column:
    titles = ("Từ ngày", "Ngày hiệu lực", "Hiệu lực từ", *more, "Since")
    return Column("since", titles, kinds.Day(), help=SINCE_HELP)


def _naming() -> tuple[Column, ...]:
    return (
        Column("name", ("Họ và tên", "Họ tên", "Name"), kinds.Name()),
        Column("family", ("Họ và chữ đệm", "Họ đệm", "Họ", "Family name"), kinds.Name()),
        Column("given", ("Tên", "Given name"), kinds.Name()),
    )


def _graded() -> tuple[Column, ...]:
    return (
        Column("grade", ("Ngạch", "Tên ngạch", "Grade"), kinds.Choice(_coded(Grade))),
        Column("step", ("Bậc", "Bậc lương", "Step"), kinds.Whole(1, 20)),
        Column("coefficient", ("Hệ số", "Hệ số lương", "Coefficient"), kinds.Number(0, Decimal("99.99"))),
    )


def _coded(table: type[Coded]) -> dict[str, tuple[str, ...]]:
    return {one.code: (one.name_vi, one.name_en) for one in table.objects.all()}  # type: ignore[attr-defined]


def _unit_kinds() -> dict[str, tuple[str, ...]]:
    more = other_words()
    return {code: (*names, *more.get(code, ())) for code, names in _coded(UnitKind).items()}


_FORMS: Mapping[str, Callable[[], Form]] = {
    Kind.UNITS: _units, Kind.POSTS: _posts, Kind.QUOTAS: _quotas,
    Kind.PEOPLE: _people, Kind.APPOINTMENTS: _appointments,
}  # fmt: skip
