"""The head of a draft: what makes a document the one it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.register.actions.drafting import Head
from tinhgon.register.forms.fields import DayField
from tinhgon.register.models import Decision, DecisionType


class HeadForm(forms.Form):
    """Type, number, issuer, days, title, source."""

    use_required_attribute = False

    type = forms.ChoiceField(label=_("Loại văn bản"))
    number = forms.CharField(
        label=_("Số, ký hiệu"), max_length=120, required=False,
        help_text=_("Như 1668/NQ-UBTVQH15; có thể để trống khi soạn, phải có khi ký."),
    )  # fmt: skip
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=250)
    issued_on = DayField(label=_("Ngày ban hành"))
    effective_on = DayField(label=_("Ngày có hiệu lực"), help_text=_("Mã đơn vị được hiểu theo ngày này."))
    title = forms.CharField(label=_("Trích yếu"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    source = forms.ChoiceField(
        label=_("Nguồn"), choices=Decision.Source.choices, initial=Decision.Source.ACT, required=False
    )
    source_note = forms.CharField(label=_("Ghi chú về nguồn"), max_length=20_000, required=False)
    corrects = forms.UUIDField(required=False, widget=forms.HiddenInput)

    layout = (
        ("type", "number", "issuer"),
        ("issued_on", "effective_on", "source", "source_note"),
        ("title",),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        types = [(kind.code, f"{kind} ({kind.code})") for kind in DecisionType.objects.all()]
        self.fields["type"].choices = types  # type: ignore[attr-defined]

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields, those read together side by side."""
        return [[self[name] for name in row] for row in self.layout]

    def head(self) -> Head:
        """Make the head of what was typed and found right."""
        values = dict(self.cleaned_data)
        values["source"] = values["source"] or Decision.Source.ACT
        return Head(**values)


def head_values(decision: Decision) -> dict[str, Any]:
    """Give what the form shows of a draft."""
    values = {
        name: getattr(decision, name) for name in HeadForm.base_fields if name not in ("type", "corrects")
    }
    return values | {"type": decision.type_id, "corrects": decision.corrects_id}
