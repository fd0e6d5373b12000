"""Forms of the operations about what was recorded: correct it, take a decision back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.core.rows import TERRITORIAL
from tinhgon.register.forms.base import LINES, OperationForm
from tinhgon.register.forms.fields import DayField, DecisionField, UnitField
from tinhgon.register.forms.numbers import read_number
from tinhgon.register.pages.faults import said
from tinhgon.register.pages.wording import FIELDS

ONE_DAY = timedelta(days=1)


class CorrectForm(OperationForm):
    op = "correct"
    hint = _("Đính chính nói rằng sổ ghi sai; nếu đơn vị thật sự thay đổi, dùng thao tác khác.")
    unit = UnitField(label=_("Đơn vị"), former=True)
    field = forms.ChoiceField(label=_("Điều ghi sai"), choices=list(FIELDS.items()))
    value = forms.CharField(
        label=_("Ghi đúng là"), max_length=20_000, required=False,
        help_text=_("Loại đơn vị và cấp trên ghi bằng tên loại, mã đơn vị."),
    )  # fmt: skip
    since = DayField(label=_("Từ ngày"))
    until = DayField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu đến nay."))
    line = forms.ChoiceField(
        label=_("Hệ thống"),
        choices=LINES,
        initial=TERRITORIAL,
        help_text=_("Chỉ dùng khi đính chính cấp trên."),
    )
    reason = forms.CharField(label=_("Lý do"), max_length=250)
    layout = (("unit", "field", "value"), ("since", "until", "line"), ("reason", "clause"))

    def clean(self) -> dict[str, Any]:
        """Read the value as its field takes it."""
        found: dict[str, Any] = super().clean() or {}
        try:
            found["value"] = self._value(found.get("field", ""), found.get("value", ""))
        except Refused as refused:
            self.add_error("value", said(refused))
        except ValidationError as wrong:
            self.add_error("value", wrong)
        if found.get("until"):  # never the calendar's last day, which no field takes
            found["until"] += ONE_DAY  # people name the last day, the register the first day after it
        return found

    def _value(self, field: str, text: str) -> str | int | None:
        if field == "kind":
            return self._kind(text)
        if field == "parent":
            return str(self.lookup.unit(text, former=True)) if text else None
        if field in ("area_km2", "population") and text:
            return self._figure(field, text)
        return text or None

    def _kind(self, text: str) -> str:
        known = {name.lower(): code for code, name in self.lookup.kinds}
        return known.get(text.lower(), text)

    def _figure(self, field: str, text: str) -> str | int:
        number = read_number(text)
        if number is None or (field == "population" and number != int(number)):
            raise ValidationError(
                gettext("“%(text)s” không phải là số. Viết như 1.234,5.") % {"text": text[:40]}
            )
        return int(number) if field == "population" else str(number)


class RevokeForm(OperationForm):
    op = "revoke"
    decision = DecisionField(label=_("Quyết định bị thu hồi"))
    layout = (("decision", "clause"),)
