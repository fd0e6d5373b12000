"""A new scenario: what it is about, and how it is to be planned."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.lab.actions.scenarios import Brief
from tinhgon.lab.forms.parameters import Layout, ParametersForm
from tinhgon.register.forms.fields import DayField, UnitField
from tinhgon.register.forms.lookup import Lookup
from tinhgon.register.models import UnitKind

COMMUNES = 3  # the level of wards and communes


class NamingForm(forms.Form):
    """The name and the note of a scenario."""

    use_required_attribute = False
    name = forms.CharField(label=_("Tên phương án"), max_length=200)
    note = forms.CharField(
        label=_("Ghi chú"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ScenarioForm(ParametersForm):
    """A scenario to be made."""

    name = forms.CharField(label=_("Tên phương án"), max_length=200)
    effective_on = DayField(
        label=_("Ngày có hiệu lực"), help_text=_("Sổ được đọc như nó đứng vào cuối ngày hôm trước.")
    )
    root = UnitField(
        label=_("Phạm vi"), required=False,
        help_text=_("Mọi đơn vị dưới đơn vị này; để trống là cả sổ."),
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label=_("Loại đơn vị được sắp xếp"), widget=forms.CheckboxSelectMultiple,
        initial=["ward", "commune", "township"],
    )  # fmt: skip
    note = forms.CharField(
        label=_("Ghi chú"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    layout: ClassVar[Layout] = (
        (_("Phạm vi"), (("name", "effective_on", "root"), ("kinds",), ("note",))),
        *ParametersForm.layout,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        kinds: Any = self.fields["kinds"]
        kinds.choices = [(one.code, str(one)) for one in UnitKind.objects.filter(level=COMMUNES)]
        root: Any = self.fields["root"]
        root.lookup = Lookup(self._day(), [self._text("root")])

    def brief(self) -> Brief:
        """Make the brief of what was typed and found right."""
        given = self.cleaned_data
        return Brief(
            name=given["name"], kinds=given["kinds"], effective_on=given["effective_on"], root=given["root"],
            note=given["note"], parameters=self.parameters.write(),
        )  # fmt: skip

    def _text(self, name: str) -> str:
        return str(self.data.get(name, "")) if self.is_bound else ""

    def _day(self) -> Any:
        try:
            day = DayField(required=False).clean(self._text("effective_on"))
        except forms.ValidationError:
            return None
        return day and day - timedelta(days=1)
