"""The forms of an import: the file and its kind, then the head of the decision that it becomes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.exchange.imports.kinds import Kind
from tinhgon.exchange.models import Import
from tinhgon.register.actions.drafting import Head
from tinhgon.register.forms.fields import DayField
from tinhgon.register.forms.head import HeadForm


class FileForm(forms.Form):
    """Kind, file, and the day from which rows without one of their own hold."""

    use_required_attribute = False

    kind = forms.ChoiceField(label=_("Loại tệp"), choices=Kind.choices)
    on = DayField(
        label=_("Hiệu lực từ ngày"),
        help_text=_("Cho các dòng không ghi ngày; tên đơn vị, vị trí được hiểu theo ngày này."),
    )
    file = forms.FileField(
        label=_("Tệp Excel (.xlsx, tối đa 20 MB)"), allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip


class ImportHeadForm(HeadForm):
    """The head without its day, which the rows of the file say."""

    effective_on = None  # type: ignore[assignment]
    corrects = None  # type: ignore[assignment]

    layout = (("type", "number", "issuer"), ("issued_on", "source", "source_note"), ("title",))  # type: ignore[assignment]

    def of(self, sent: Import) -> Head:
        """Make the head of what was typed; each draft takes the day of its own rows."""
        values: dict[str, Any] = dict(self.cleaned_data)
        return Head(**values, effective_on=sent.on)
