"""Forms of the operations by which one unit succeeds another: merge, absorb, split, transfer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.rows import ONE
from tinhgon.register.forms.base import NewUnitFields, OperationForm, Part, as_json
from tinhgon.register.forms.fields import ShareField, UnitField

CHILDREN = [("follow", _("về đơn vị kế tục")), ("stay", _("do thao tác khác sắp xếp"))]
POSTS_HINT = _(
    "“Về đơn vị kế tục”: mọi vị trí cùng người đang giữ chuyển sang đơn vị kế tục, không ai mất chỗ. "
    "“Do thao tác khác sắp xếp”: quyết định phải tự chuyển hoặc bỏ từng vị trí; còn sót ai thì bị từ chối."
)


def _posts_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Vị trí và người giữ"), choices=CHILDREN, initial="follow", required=False,
        help_text=POSTS_HINT,
    )  # fmt: skip


class MemberForm(Part):
    """A unit that goes into another."""

    unit = UnitField(label=_("Đơn vị"))
    share_area = ShareField(label=_("Phần diện tích"), required=False)
    share_population = ShareField(label=_("Phần dân số"), required=False)
    estimated = forms.BooleanField(label=_("Tỷ lệ ước tính"), required=False)
    survives = forms.BooleanField(label=_("Phần còn lại vẫn tồn tại"), required=False)
    layout = (("unit", "share_area", "share_population", "estimated", "survives"),)

    def values(self) -> dict[str, Any]:
        """Take an empty share as the whole."""
        return _with_whole_shares(super().values())


class MergeForm(OperationForm, NewUnitFields):
    op = "merge"
    members = MemberForm
    members_label = _("Các đơn vị hợp nhất")
    hint = _("Tỷ lệ để trống là toàn bộ; ghi 24,86%, 0,2486 hoặc 1/4 nếu chỉ một phần nhập vào.")
    proposes = True
    children = forms.ChoiceField(label=_("Đơn vị trực thuộc"), choices=CHILDREN, initial="follow")
    posts = _posts_field()
    layout = (*NewUnitFields.unit_layout, ("children", "posts", "clause"))

    def operation(self, members: list[dict[str, Any]]) -> dict[str, Any]:
        """Put the new unit under `into`."""
        own = {name: self.cleaned_data[name] for name in ("children", "clause")}
        own["posts"] = self.cleaned_data["posts"] or "follow"
        return {"op": self.op, "v": 1, **own, "members": members, "into": self.new_unit()}


class AbsorbForm(OperationForm):
    op = "absorb"
    members = MemberForm
    members_label = _("Các đơn vị sáp nhập")
    hint = MergeForm.hint
    into = UnitField(label=_("Sáp nhập vào"))
    children = forms.ChoiceField(label=_("Đơn vị trực thuộc"), choices=CHILDREN, initial="follow")
    posts = _posts_field()
    layout = (("into", "children", "posts", "clause"),)

    def operation(self, members: list[dict[str, Any]]) -> dict[str, Any]:
        """Add the members."""
        posts = self.cleaned_data["posts"] or "follow"
        return {**super().operation(members), "members": members, "posts": posts}


class PartForm(NewUnitFields):
    """What one successor receives: a unit that lives already, or one that begins."""

    existing = UnitField(
        label=_("Đơn vị nhận đang có"), required=False, help_text=_("Để trống nếu phần này thành đơn vị mới.")
    )
    share_area = ShareField(label=_("Phần diện tích"), required=False)
    share_population = ShareField(label=_("Phần dân số"), required=False)
    share_estimated = forms.BooleanField(label=_("Tỷ lệ ước tính"), required=False)
    layout = (
        ("existing", "share_area", "share_population", "share_estimated"), *NewUnitFields.unit_layout,
    )  # fmt: skip

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("name", "kind", "line"):
            self.fields[name].required = False
        self.fields["share_area"].required = self.fields["share_population"].required = True

    def clean(self) -> dict[str, Any]:
        """Ask for a unit that lives, or for a name and a kind."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("existing") or "existing" in self.errors:
            return found
        for name in ("name", "kind"):
            if not found.get(name) and name not in self.errors:
                self.add_error(name, gettext("Ghi cho đơn vị mới, hoặc chọn đơn vị nhận đang có."))
        return found

    def values(self) -> dict[str, Any]:
        """Make the part's JSON."""
        into = self.cleaned_data["existing"]
        shares = {name: as_json(self.cleaned_data[name]) for name in ("share_area", "share_population")}
        return {
            "into": as_json(into) if into else self.new_unit(),
            "estimated": self.cleaned_data["share_estimated"], **shares,
        }  # fmt: skip


class SplitForm(OperationForm):
    op = "split"
    members = PartForm
    members_label = _("Các phần")
    members_last = True
    hint = _("Tổng các phần phải bằng 100%. Ghi 24,86%, 0,2486 hoặc 1/4.")
    unit = UnitField(label=_("Đơn vị bị chia"))
    layout = (("unit", "clause"),)

    def operation(self, members: list[dict[str, Any]]) -> dict[str, Any]:
        """Add the parts."""
        return {**super().operation(members), "parts": members}


class TransferForm(OperationForm):
    op = "transfer"
    hint = _("Ghi tỷ lệ như 24,86%, 0,2486 hoặc 1/4 của đơn vị chuyển.")
    unit = UnitField(label=_("Từ đơn vị"))
    to = UnitField(label=_("Sang đơn vị"))
    share_area = ShareField(label=_("Phần diện tích"))
    share_population = ShareField(label=_("Phần dân số"))
    estimated = forms.BooleanField(label=_("Tỷ lệ ước tính"), required=False)
    layout = (("unit", "to", "share_area", "share_population"), ("clause", "estimated"))


def _with_whole_shares(values: dict[str, Any]) -> dict[str, Any]:
    whole = {name: str(ONE) for name in ("share_area", "share_population") if values[name] is None}
    return values | whole
