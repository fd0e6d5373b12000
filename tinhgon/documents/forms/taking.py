"""A file and the unit whose registry it is for; a document's end; why a file is put aside."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.register.forms.fields import DayField


class FileForm(forms.Form):
    """What is taken in, and for whom."""

    use_required_attribute = False

    keeper = forms.TypedChoiceField(label=_("Vào sổ của đơn vị"), coerce=UUID)
    file = forms.FileField(
        label=_("Tệp văn bản (.docx, PDF có chữ, .txt; tối đa 30 MB)"), allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
    )  # fmt: skip


class EndForm(forms.Form):
    """By which document another one ends, and since when."""

    use_required_attribute = False

    by_document = forms.TypedChoiceField(label=_("Văn bản thay thế"), coerce=UUID)
    on = DayField(
        label=_("Hết hiệu lực từ ngày"), required=False,
        help_text=_("Để trống: từ ngày văn bản thay thế có hiệu lực."),
    )  # fmt: skip
