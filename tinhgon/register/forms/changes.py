"""Forms of the operations about one unit: it begins, changes, moves, ends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.rows import NATIONAL, TERRITORIAL
from tinhgon.register.forms.base import LINES, KindField, NewUnitFields, OperationForm
from tinhgon.register.forms.fields import NumberField, UnitField


class EstablishForm(OperationForm, NewUnitFields):
    op = "establish"
    layout = (*NewUnitFields.unit_layout, ("clause",))

    def operation(self, members: list[dict[str, Any]]) -> dict[str, Any]:
        """Put the new unit under `unit`."""
        return {"op": self.op, "v": 1, "clause": self.cleaned_data["clause"], "unit": self.new_unit()}


class RenameForm(OperationForm):
    op = "rename"
    unit = UnitField(label=_("Đơn vị"))
    name = forms.CharField(label=_("Tên mới"), max_length=250)
    short_name = forms.CharField(label=_("Tên ngắn mới"), max_length=250, required=False)
    layout = (("unit", "name", "short_name", "clause"),)


class ChangeKindForm(OperationForm):
    op = "change_kind"
    unit = UnitField(label=_("Đơn vị"))
    kind = KindField(label=_("Loại mới"))
    layout = (("unit", "kind", "clause"),)


class ChangeCodeForm(OperationForm):
    op = "change_code"
    unit = UnitField(label=_("Đơn vị"))
    value = forms.CharField(
        label=_("Mã mới"), max_length=60, required=False, help_text=_("Để trống nếu đơn vị không còn mã.")
    )
    scheme = forms.CharField(
        label=_("Bộ mã"),
        max_length=60,
        initial=NATIONAL,
        help_text=_("national là mã của danh mục quốc gia."),
    )
    layout = (("unit", "value", "scheme", "clause"),)


class ChangeFiguresForm(OperationForm):
    op = "change_figures"
    hint = _("Ô để trống giữ số cũ.")
    unit = UnitField(label=_("Đơn vị"))
    area_km2 = NumberField(label=_("Diện tích mới (km²)"), decimals=4, required=False)
    population = NumberField(label=_("Dân số mới (người)"), decimals=0, required=False)
    estimated = forms.BooleanField(label=_("Số liệu ước tính"), required=False)
    note = forms.CharField(label=_("Ghi chú số liệu"), max_length=20_000, required=False)
    layout = (("unit", "area_km2", "population", "clause"), ("note", "estimated"))

    def clean(self) -> dict[str, Any]:
        """Ask for a figure: without one the operation says nothing."""
        found: dict[str, Any] = super().clean() or {}
        typed = [
            str(self.data.get(self.add_prefix(name)) or "").strip() for name in ("area_km2", "population")
        ]
        if not any(typed):
            self.add_error("area_km2", gettext("Ghi diện tích hoặc dân số mới."))
        return found


class ChangeMandateForm(OperationForm):
    op = "change_mandate"
    unit = UnitField(label=_("Đơn vị"))
    mandate = forms.CharField(
        label=_("Chức năng, nhiệm vụ mới"), max_length=20_000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    layout = (("unit", "clause"), ("mandate",))


class MoveForm(OperationForm):
    op = "move"
    unit = UnitField(label=_("Đơn vị"))
    to = UnitField(
        label=_("Cấp trên mới"), required=False, help_text=_("Để trống nếu đứng đầu hệ thống.")
    )  # fmt: skip
    line = forms.ChoiceField(label=_("Hệ thống"), choices=LINES, initial=TERRITORIAL)
    layout = (("unit", "to", "line", "clause"),)


class DissolveForm(OperationForm):
    op = "dissolve"
    unit = UnitField(label=_("Đơn vị"))
    layout = (("unit", "clause"),)


class RestoreForm(OperationForm):
    op = "restore"
    unit = UnitField(label=_("Đơn vị đã kết thúc"), former=True)
    parent = UnitField(
        label=_("Trực thuộc"), required=False, help_text=_("Để trống để trở lại cấp trên cuối cùng.")
    )
    layout = (("unit", "parent", "clause"),)
