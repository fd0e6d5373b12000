"""The form of an entry, made of what the section declares: fields up to a class, days, faults beside each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.core.partial import PartialDay
from tinhgon.people.sections import Field, Section
from tinhgon.people.values import LONGEST, Days, MalformedEntry
from tinhgon.register.pages.faults import said
from tinhgon.register.pages.staff_words import in_words

MODES = {
    "partial_day": "numeric", "day": "numeric", "year": "numeric", "count": "numeric",
    "national_id": "numeric", "phone": "tel", "email": "email",
}  # fmt: skip
HINTS: Mapping[str, Any] = {
    "partial_day": _("ngày/tháng/năm; chỉ biết tháng thì viết 03/1975, chỉ biết năm thì viết 1975"),
    "day": _("ngày/tháng/năm"),
    "national_id": _("12 chữ số"),
}


class PartialDayField(forms.CharField):
    """A day of which perhaps only the month or the year is known."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 20})
        super().__init__(widget=widget, help_text=HINTS["partial_day"], **more)

    def clean(self, value: Any) -> PartialDay | None:
        """Read the day.

        :raises ValidationError: there is no such day.
        """
        text = super().clean(value)
        try:
            return PartialDay.parse(text) if text else None
        except Refused as refused:
            raise ValidationError(said(refused)) from None

    def prepare_value(self, value: Any) -> Any:
        """Show a day as it is typed."""
        return str(value) if isinstance(value, PartialDay) else value


class EntryForm(forms.Form):
    """An entry of a section; what the user may not read is not in it, and stays as it is."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, section: Section, allowed: int, **more: Any) -> None:
        super().__init__(*args, **more)
        self.section = section
        self.own = [field for field in section.fields if field.field_class <= allowed]
        for field in self.own:
            self.fields[field.code] = _field(field)
        if section.period:
            self.fields["since"] = PartialDayField(label=_("Từ"), required=False)
            self.fields["until"] = PartialDayField(label=_("Đến"), required=False)

    @property
    def values(self) -> dict[str, Any]:
        """What was written into the fields of the section."""
        return {field.code: self.cleaned_data.get(field.code, "") for field in self.own}

    @property
    def days(self) -> Days:
        """The days, where the section has them."""
        return Days(self.cleaned_data.get("since"), self.cleaned_data.get("until"))

    def blame(self, refused: Refused) -> None:
        """Put a refusal beside the fields it speaks of."""
        if not isinstance(refused, MalformedEntry):
            self.add_error("national_id" if "national_id" in self.fields else None, said(refused))
            return
        for code, fault in refused.by_field.items():
            self.add_error(code if code in self.fields else None, in_words(fault))


def initial_of(section: Section, values: Mapping[str, Any], days: Days, revision: int) -> dict[str, Any]:
    """Give what is held, as it is typed: it is not asked for again."""
    typed = {
        field.code: _typed(field, values[field.code]) for field in section.fields if field.code in values
    }
    return typed | {"since": days.since, "until": days.until, "revision": revision}


def _typed(field: Field, value: Any) -> Any:
    return f"{date.fromisoformat(value):%d/%m/%Y}" if field.type == "day" else value


def _field(field: Field) -> forms.Field:
    common: dict[str, Any] = {"label": str(field), "required": field.required}
    if field.type == "choice":
        offered = [("", "–"), *((one.code, str(one)) for one in field.choices)]
        return forms.ChoiceField(choices=offered, **common)
    attributes = {"autocomplete": "off", "inputmode": MODES.get(field.type, "text")}
    widget = forms.TextInput(attrs=attributes)
    return forms.CharField(max_length=LONGEST, widget=widget, help_text=HINTS.get(field.type, ""), **common)
