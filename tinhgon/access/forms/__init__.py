"""Forms of granting and ending."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.access.actions import Granted
from tinhgon.access.models import Grant, User
from tinhgon.access.words import LINES, ROLES
from tinhgon.core.errors import Refused
from tinhgon.core.periods import Period
from tinhgon.register.queries.units import by_code
from tinhgon.temporal.asof import AsOf


class GrantForm(forms.Form):
    """A grant to be made."""

    user = forms.ModelChoiceField(
        label=_("Người dùng"), queryset=User.objects.filter(is_active=True).order_by("username")
    )
    role = forms.ChoiceField(label=_("Vai trò"), choices=list(ROLES.items()))
    unit = forms.CharField(
        label=_("Mã đơn vị"), required=False, max_length=60, help_text=_("Để trống: mọi đơn vị.")
    )
    subtree = forms.BooleanField(label=_("Cả các đơn vị trực thuộc"), required=False, initial=True)
    line = forms.ChoiceField(label=_("Hệ"), choices=[("", _("Mọi hệ")), *LINES.items()], required=False)
    field_class = forms.TypedChoiceField(
        label=_("Mức dữ liệu"),
        choices=Grant.FieldClass.choices,
        coerce=int,
        initial=Grant.FieldClass.INTERNAL,
    )
    since = forms.DateField(label=_("Từ ngày"))
    last_day = forms.DateField(label=_("Đến hết ngày"), required=False)
    reason = forms.CharField(label=_("Lý do"), max_length=500)

    def __init__(self, *args: Any, as_of: AsOf, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.as_of = as_of

    def clean_unit(self) -> UUID | None:
        """Find the unit of the code."""
        code = self.cleaned_data["unit"].strip()
        try:
            return by_code(code, self.as_of) if code else None
        except Refused as refused:
            raise forms.ValidationError(refused.message()) from None

    def clean(self) -> dict[str, Any]:
        """See that the days are in order."""
        given: dict[str, Any] = super().clean() or {}
        since, last = given.get("since"), given.get("last_day")
        if since and last and last < since:
            self.add_error("last_day", forms.ValidationError(_("Ngày cuối phải không trước ngày đầu.")))
        return given

    def granted(self) -> Granted:
        """Give what is to be granted."""
        given = self.cleaned_data
        own = {name: given[name] for name in ("role", "unit", "subtree", "line", "field_class", "reason")}
        last = given["last_day"]
        return Granted(valid=Period(given["since"], last + timedelta(days=1) if last else None), **own)


class EndForm(forms.Form):
    """Why a grant ends."""

    why = forms.CharField(label=_("Lý do thu hồi"), max_length=500)
