"""A finding mended: a citation, or a task with who bears it and by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.names import nfc
from tinhgon.documents.findings import Cited, Wanted
from tinhgon.documents.models import Reference
from tinhgon.documents.queries.bodies import Bodies
from tinhgon.register.forms.fields import DayField, NumberField

KINDS = [
    ("task", _("Thực hiện nhiệm vụ")), ("issue", _("Ban hành văn bản")), ("target", _("Đạt chỉ tiêu")),
    ("report", _("Báo cáo")),
]  # fmt: skip
EVERY = [
    ("", _("Một lần")), ("week", _("Hằng tuần")), ("month", _("Hằng tháng")), ("quarter", _("Hằng quý")),
    ("half", _("6 tháng")), ("year", _("Hằng năm")),
]  # fmt: skip


class CitationForm(forms.Form):
    """Which document is cited, and as what."""

    use_required_attribute = False

    role = forms.ChoiceField(label=_("Quan hệ"), choices=Reference.Role.choices)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=120, required=False)
    type = forms.CharField(label=_("Loại"), max_length=12, required=False)
    day = DayField(label=_("Ngày ban hành"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=250, required=False)
    title = forms.CharField(label=_("Tên gọi"), max_length=500, required=False)

    @classmethod
    def showing(cls, one: Cited) -> CitationForm:
        """Show a citation."""
        return cls(initial={name: getattr(one, name) for name in cls.base_fields}, auto_id=f"{one.code}-%s")

    def clean(self) -> dict[str, Any]:
        """Have it name something."""
        values = super().clean() or {}
        if not values.get("number") and not values.get("title"):
            self.add_error("number", gettext("Ghi số, ký hiệu hoặc tên gọi của văn bản được viện dẫn."))
        return values

    def values(self) -> dict[str, Any]:
        """Give what was typed as plain values for the intake's choices."""
        return {name: _plain(value) for name, value in self.cleaned_data.items()}


class TaskForm(forms.Form):
    """What is to be done, by whom, by when, with what weight."""

    use_required_attribute = False

    matter = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label=_("Loại việc"), choices=KINDS)
    due_on = DayField(label=_("Hạn"), required=False)
    due_words = forms.CharField(label=_("Hạn theo văn bản"), max_length=250, required=False)
    every = forms.ChoiceField(label=_("Lặp lại"), choices=EVERY, required=False)
    weight = NumberField(decimals=2, label=_("Trọng số"), required=False)
    figure = NumberField(decimals=4, label=_("Chỉ tiêu"), required=False)
    measure = forms.CharField(label=_("Đơn vị tính"), max_length=60, required=False)
    bearer = forms.CharField(label=_("Thêm đơn vị thực hiện"), max_length=250, required=False)
    cooperator = forms.CharField(label=_("Thêm đơn vị phối hợp"), max_length=250, required=False)

    layout = (("kind", "due_on", "every"), ("due_words",), ("weight", "figure", "measure"))

    @classmethod
    def showing(cls, one: Wanted) -> TaskForm:
        """Show a task."""
        names = cls.base_fields.keys() - {"bearer", "cooperator"}
        return cls(initial={name: getattr(one, name) for name in names}, auto_id=f"{one.code}-%s")

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields in the rows of the page."""
        return [[self[name] for name in row] for row in self.layout]

    def values(self, bodies: Bodies, data: MultiValueDict[str, str]) -> dict[str, Any]:
        """Give what was typed and ticked as plain values for the intake's choices."""
        typed = {name: _plain(value) for name, value in self.cleaned_data.items()}
        for one, many in (("bearer", "bearers"), ("cooperator", "cooperators")):
            added = bodies.named(typed.pop(one))
            tokens = [*tokens_of(data.getlist(many)), *([added] if added else [])]
            typed[many] = list(dict.fromkeys(tokens))
        return typed

    def unknown(self, bodies: Bodies) -> Iterable[str]:
        """Mark the units that were typed and that nobody knows by that name; give their fields."""
        for name in ("bearer", "cooperator"):
            text = self.cleaned_data.get(name, "")
            if text and not bodies.named(text):
                self.add_error(name, gettext("Không có đơn vị nào tên như vậy; chọn trong danh sách gợi ý."))
                yield name


def tokens_of(values: Iterable[str]) -> list[str]:
    """Give the tokens that were sent; an empty choice says nothing."""
    return [one[:60] for one in values if one]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return nfc(value) if isinstance(value, str) else value
