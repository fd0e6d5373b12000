"""Forms of a person: what lists show, and the opening of a dossier."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.names import nfc
from tinhgon.people.forms.entries import HINTS, PartialDayField
from tinhgon.people.pages.arrangement import SEXES
from tinhgon.people.values import NATIONAL_ID
from tinhgon.register.forms.fields import Picked, PickInput

SEX_CHOICES = [("", _("chưa ghi")), *SEXES.items()]


class PersonForm(forms.Form):
    """What lists show of a person."""

    name = forms.CharField(
        label=_("Họ và tên"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    sex = forms.ChoiceField(label=_("Giới tính"), required=False, choices=SEX_CHOICES)
    born = PartialDayField(label=_("Ngày sinh"), required=False)

    def clean_name(self) -> str:
        """Compose the letters of the name.

        :raises ValidationError: it holds what no name does.
        """
        name = nfc(self.cleaned_data["name"])
        if not name.isprintable() or any(letter.isdigit() for letter in name):
            raise ValidationError(gettext("Tên chỉ gồm chữ. Kiểm tra lại."))
        return name


class RenameForm(PersonForm):
    """What lists show of a person, mended."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class PickedUnitField(forms.Field):
    """A unit chosen from the list under the box."""

    def __init__(self, **more: Any) -> None:
        super().__init__(widget=PickInput("people:unit_options"), **more)

    def clean(self, value: Any) -> UUID | None:
        """Give the unit that was chosen.

        :raises ValidationError: none was, or words alone stand there.
        """
        picked = value if isinstance(value, Picked) else Picked(str(value or ""))
        if picked.key is None and (picked.text or self.required):
            raise ValidationError(gettext("Chọn một đơn vị từ danh sách dưới ô."))
        return picked.key


class OpeningForm(PersonForm):
    """What a dossier is opened with; the number is in it for those who may hold it."""

    home = PickedUnitField(label=_("Đơn vị quản lý hồ sơ"))
    national_id = forms.CharField(
        label=_("Số định danh cá nhân"), required=False, help_text=HINTS["national_id"],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 12}),
    )  # fmt: skip
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, with_number: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not with_number:
            del self.fields["national_id"]

    def clean_national_id(self) -> str:
        """Read the number.

        :raises ValidationError: it has not twelve digits.
        """
        number = nfc(self.cleaned_data["national_id"]).replace(" ", "")
        if number and not NATIONAL_ID.fullmatch(number):
            raise ValidationError(gettext("Số định danh có đúng 12 chữ số. Kiểm tra lại."))
        return number

    def ask_again(self) -> None:
        """Let the next sending say that the likely duplicates were looked at."""
        self.data = {**dict(self.data.items()), "sure": "1"}
