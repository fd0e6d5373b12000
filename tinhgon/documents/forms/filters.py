"""What the registry is narrowed by."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.queries.listing import Filters
from tinhgon.register.forms.fields import DayField


class FilterForm(forms.Form):
    """Words, type, issuer, days; the day on which it is to be in force."""

    use_required_attribute = False

    q = forms.CharField(
        label=_("Tìm trong toàn văn"), max_length=200, required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("không cần dấu; “cụm từ”")}),
    )  # fmt: skip
    type = forms.CharField(label=_("Loại"), max_length=12, required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=120, required=False)
    since = DayField(label=_("Ban hành từ"), required=False)
    until = DayField(label=_("đến"), required=False)
    force_on = DayField(label=_("Còn hiệu lực ngày"), required=False)

    @property
    def filters(self) -> Filters:
        """Give what is asked for; a field that is wrong asks for nothing and says so beside it."""
        self.is_valid()
        return Filters(**self.cleaned_data)
