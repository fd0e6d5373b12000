"""Forms of campaigns, of what people propose, of erasure and requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.core.partial import PartialDay
from tinhgon.core.periods import Period
from tinhgon.people.models import SubjectRequest
from tinhgon.people.sections import Field, Section, sections
from tinhgon.people.values import Days, MalformedEntry

_LINES = forms.Textarea(attrs={"rows": 3})


class CampaignForm(forms.Form):
    """What a campaign opens, and when."""

    title = forms.CharField(label=_("Tên đợt"), max_length=250)
    since = forms.DateField(label=_("Từ ngày"))
    last = forms.DateField(label=_("Đến hết ngày"))
    fields_open = forms.MultipleChoiceField(label=_("Mục được mở"), widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label=_("Ghi chú cho cán bộ"), widget=_LINES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        opened: Any = self.fields["fields_open"]
        opened.choices = [
            (str(of), [(f"{of.code}.{field.code}", str(field)) for field in of.fields if field.own])
            for of in sections().values() if any(field.own for field in of.fields)
        ]  # fmt: skip

    @property
    def valid(self) -> Period:
        """The period; the last day belongs to it.

        :raises EmptyPeriod: it ends before it begins.
        """
        return Period(self.cleaned_data["since"], self.cleaned_data["last"] + timedelta(days=1))


class WishForm(forms.Form):
    """The open fields of one entry; faults of values are told by whoever reads them."""

    use_required_attribute = False

    def __init__(
        self, of: Section, opened: Iterable[Field], data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.of = of
        for field in opened:
            self.fields[field.code] = _input(field)
        if of.period:
            for name, label in (("since", _("Từ")), ("until", _("Đến"))):
                help_text = _("01/03/2020, 03/2020 hoặc 2020")
                self.fields[name] = forms.CharField(label=label, required=False, help_text=help_text)

    def days(self) -> Days | None:
        """Read the days; a fault is told at its field."""
        found: dict[str, PartialDay | None] = {}
        for name in ("since", "until"):
            text = str(self.cleaned_data.get(name) or "").strip()
            try:
                found[name] = PartialDay.parse(text) if text else None
            except Refused as refused:
                self.add_error(name, refused.message(get_language() or "vi"))
        return None if self.errors else Days(found["since"], found["until"])

    def tell(self, refused: Refused) -> None:
        """Show a refusal, each fault at its field where it has one."""
        language = get_language() or "vi"
        if not isinstance(refused, MalformedEntry):
            self.add_error(None, refused.message(language))
            return
        for name, said in refused.by_field.items():
            place = name if name in self.fields else None
            self.add_error(place, said.vi if language.startswith("vi") else said.en)


class ErasureForm(forms.Form):
    """Why a file is to be erased."""

    basis = forms.CharField(
        label=_("Căn cứ"), max_length=500, help_text=_("Điều khoản, văn bản; không ghi dữ liệu cá nhân.")
    )
    reason = forms.CharField(label=_("Lý do"), widget=_LINES, max_length=2000)


class RequestForm(forms.Form):
    """What a person asks, and when it came."""

    kind = forms.ChoiceField(label=_("Yêu cầu"), choices=SubjectRequest.Kind.choices)
    on = forms.DateField(label=_("Ngày nhận"))


class HoldForm(forms.Form):
    """Why a file must stay."""

    reason = forms.CharField(label=_("Lý do giữ nguyên"), widget=_LINES, max_length=2000)


def _input(field: Field) -> forms.Field:
    if field.type == "choice":
        choices = [("", "–"), *((one.code, str(one)) for one in field.choices)]
        return forms.ChoiceField(label=str(field), choices=choices, required=False)
    return forms.CharField(label=str(field), required=False, max_length=1000)
