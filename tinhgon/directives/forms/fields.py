"""Fields of forms on obligations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models import Obligation
from tinhgon.documents.keys import number_key
from tinhgon.documents.models import Document


def reason(*, required: bool = True, label: Any = None) -> forms.CharField:
    """Give a field for a reason, or for a note that may be left out."""
    return forms.CharField(
        label=label or (_("Lý do") if required else _("Ghi chú")), required=required, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class PaperField(forms.CharField):
    """A registered document, written as its number."""

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}), **more)

    def clean(self, value: Any) -> UUID | None:
        """Find the document.

        :raises ValidationError: there is none of that number in sight, or there are several.
        """
        number = super().clean(value)
        if not number:
            return None
        found = Document.objects.filter(number_key=number_key(number), state=Document.State.REGISTERED)
        held = list(found.order_by("-issued_on").values_list("pk", "issued_on", "issuer")[:3])
        if not held:
            raise ValidationError(gettext("Sổ không có văn bản số này. Vào sổ văn bản trước, rồi ghi số."))
        if len(held) > 1:
            said = "; ".join(f"{day:%d/%m/%Y} {issuer}" for _pk, day, issuer in held)
            raise ValidationError(gettext("Có nhiều văn bản cùng số: %(papers)s.") % {"papers": said})
        return UUID(str(held[0][0]))


def figure_field(of: Obligation, **more: Any) -> forms.DecimalField:
    """Give a field for the figure of a target."""
    label = gettext("Số đạt được (%(measure)s)") % {"measure": of.measure} if of.measure else _("Số đạt được")
    return forms.DecimalField(label=label, max_digits=18, decimal_places=4, localize=True, **more)
