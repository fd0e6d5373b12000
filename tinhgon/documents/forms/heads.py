"""The head of a document, as it is typed over what was read."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.core.names import nfc
from tinhgon.documents.findings import Head
from tinhgon.documents.models import Document
from tinhgon.register.forms.fields import DayField


class HeadForm(forms.Form):
    """What the document says of itself; what is missing is asked for only when it is confirmed."""

    use_required_attribute = False

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=120, required=False)
    type = forms.CharField(
        label=_("Loại"), max_length=12, required=False,
        widget=forms.TextInput(attrs={"placeholder": "KH, QĐ, NQ"}),
    )  # fmt: skip
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=250, required=False)
    place = forms.CharField(label=_("Nơi ban hành"), max_length=120, required=False)
    abstract = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    signer_title = forms.CharField(label=_("Chức vụ người ký"), max_length=250, required=False)
    recipients = forms.CharField(
        label=_("Nơi nhận (mỗi dòng một nơi)"), widget=forms.Textarea(attrs={"rows": 2}), required=False,
    )  # fmt: skip
    arrived_on = DayField(label=_("Ngày đến"), required=False)
    effective_on = DayField(label=_("Có hiệu lực từ"), required=False)
    urgency = forms.ChoiceField(label=_("Độ khẩn"), choices=Document.Urgency.choices, required=False)

    layout = (
        ("number", "type", "issued_on"), ("issuer", "place"), ("abstract",), ("signer", "signer_title"),
        ("arrived_on", "effective_on", "urgency"), ("recipients",),
    )  # fmt: skip

    @classmethod
    def showing(cls, head: Head) -> HeadForm:
        """Show a head."""
        values = {name: getattr(head, name) for name in cls.base_fields}
        return cls(initial={**values, "recipients": "\n".join(head.recipients)})

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields in the rows of the page."""
        return [[self[name] for name in row] for row in self.layout]

    def values(self) -> dict[str, Any]:
        """Give what was typed as plain values for the intake's choices."""
        return {name: _plain(name, value) for name, value in self.cleaned_data.items()}


def _plain(name: str, value: Any) -> Any:
    if name == "recipients":
        return [said for line in value.splitlines() if (said := nfc(line))]
    if isinstance(value, date):
        return value.isoformat()
    return nfc(value) if isinstance(value, str) else value
