"""The form by which a number book is opened."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class BookForm(forms.Form):
    """A book of a term or a year: whose, of which symbol, over which days, and where its numbers go on."""

    unit = forms.TypedChoiceField(label=_("Cơ quan ban hành"), coerce=UUID)
    type = forms.CharField(
        label=_("Loại văn bản"), max_length=12, required=False,
        help_text=_("Ví dụ: QĐ, KL, BC; để trống nếu là công văn."),
    )  # fmt: skip
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=60, help_text=_("Phần sau số, ví dụ: QĐ/TU"))
    began_on = forms.DateField(label=_("Ngày đầu"), widget=DAY, help_text=_("Của nhiệm kỳ, hoặc của năm."))
    ends_on = forms.DateField(
        label=_("Ngày đầu của sổ sau"), widget=DAY, required=False,
        help_text=_("Để trống nếu chưa biết ngày kết thúc nhiệm kỳ."),
    )  # fmt: skip
    last = forms.IntegerField(
        label=_("Số đã cấp gần nhất"), min_value=0, max_value=999_999, initial=0,
        help_text=_("Số cuối cùng đã cấp trên giấy; 0 nếu mở sổ mới."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse a series that ends before it begins."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("began_on") and data.get("ends_on") and data["ends_on"] <= data["began_on"]:
            self.add_error("ends_on", _("Sổ sau phải bắt đầu sau ngày đầu của sổ này."))
        return data
