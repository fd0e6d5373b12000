"""Forms of the operations about posts and quotas."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.rows import SPECIALIST
from tinhgon.register.forms.base import CodeField, OperationForm, as_json
from tinhgon.register.forms.fields import NumberField, PostField, UnitField
from tinhgon.register.pages.staff_words import RANKS

KEEP = [("", _("giữ nguyên"))]


class CreatePostForm(OperationForm):
    op = "create_post"
    unit = UnitField(label=_("Đơn vị"))
    title = CodeField("titles", label=_("Chức danh"))
    rank = forms.ChoiceField(label=_("Cấp bậc"), choices=list(RANKS.items()), initial=SPECIALIST)
    staff = CodeField("staff", label=_("Loại biên chế"))
    seats = NumberField(label=_("Số chỗ"), decimals=0, initial=1, required=False)
    reports_to = PostField(label=_("Báo cáo với"), required=False)
    description = forms.CharField(
        label=_("Bản mô tả công việc"), max_length=20_000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    id = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    layout = (
        ("unit", "title", "rank"), ("staff", "seats", "reports_to", "clause"), ("description",),
    )  # fmt: skip

    def operation(self, members: list[dict[str, Any]]) -> dict[str, Any]:
        """Put the new post under `post`."""
        values = {name: as_json(value) for name, value in self.cleaned_data.items() if name != "clause"}
        post = values | {"id": values["id"] or str(uuid4()), "seats": values["seats"] or 1}
        return {"op": self.op, "v": 1, "clause": self.cleaned_data["clause"], "post": post}


class ChangePostForm(OperationForm):
    op = "change_post"
    hint = _("Ô để trống giữ điều đang ghi.")
    post = PostField(label=_("Vị trí việc làm"))
    title = CodeField("titles", label=_("Chức danh mới"), required=False)
    rank = forms.ChoiceField(label=_("Cấp bậc mới"), choices=[*KEEP, *RANKS.items()], required=False)
    staff = CodeField("staff", label=_("Loại biên chế mới"), required=False)
    seats = NumberField(label=_("Số chỗ mới"), decimals=0, required=False)
    description = forms.CharField(
        label=_("Bản mô tả công việc mới"), max_length=20_000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    layout = (("post", "title", "rank"), ("staff", "seats", "clause"), ("description",))

    def clean(self) -> dict[str, Any]:
        """Ask for something to change: without it the operation says nothing."""
        found: dict[str, Any] = super().clean() or {}
        stated = ("title", "rank", "staff", "seats", "description")
        if not self.errors and not any(found.get(name) for name in stated):
            self.add_error("title", gettext("Ghi ít nhất một điều thay đổi."))
        return found

    def values(self) -> dict[str, Any]:
        """Take what is left out as unchanged."""
        values = super().values()
        return {name: value for name, value in values.items() if value not in ("", None) or name == "clause"}


class ReportToForm(OperationForm):
    op = "report_to"
    post = PostField(label=_("Vị trí việc làm"))
    reports_to = PostField(
        label=_("Báo cáo với"), required=False, help_text=_("Để trống nếu không báo cáo với vị trí nào.")
    )
    layout = (("post", "reports_to", "clause"),)


class MovePostForm(OperationForm):
    op = "move_post"
    hint = _("Người đang giữ vị trí chuyển theo.")
    post = PostField(label=_("Vị trí việc làm"))
    to = UnitField(label=_("Về đơn vị"))
    layout = (("post", "to", "clause"),)


class AbolishPostForm(OperationForm):
    op = "abolish_post"
    hint = _("Từ ngày hiệu lực không ai được còn giữ vị trí này: cho thôi giữ hoặc điều động trước.")
    post = PostField(label=_("Vị trí việc làm"))
    layout = (("post", "clause"),)


class SetQuotaForm(OperationForm):
    op = "set_quota"
    hint = _("Biên chế của cấp trên phải đủ cho tổng số đã giao các đơn vị trực thuộc, vào mọi ngày.")
    unit = UnitField(label=_("Đơn vị"))
    staff = CodeField("staff", label=_("Loại biên chế"))
    number = NumberField(
        label=_("Số biên chế"), decimals=0, required=False, help_text=_("Để trống nếu không còn giao.")
    )
    layout = (("unit", "staff", "number", "clause"),)
