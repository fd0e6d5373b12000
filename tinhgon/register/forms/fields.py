"""Fields: days, figures, shares, units, documents, each refused with a sentence that says what to write."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.register.forms.lookup import Lookup
from tinhgon.register.forms.numbers import HUNDRED, read_number, read_share
from tinhgon.register.pages.faults import said
from tinhgon.register.pages.words import figure


class DayField(forms.CharField):
    """A day, typed dd/mm/yyyy."""

    widget = forms.TextInput(
        attrs={
            "inputmode": "numeric",
            "placeholder": _("ngày/tháng/năm"),
            "maxlength": 10,
            "autocomplete": "off",
        }
    )

    def clean(self, value: Any) -> date | None:
        """Read the day.

        :raises ValidationError: there is no such day.
        """
        text = super().clean(value)
        try:
            return parse_day(text) if text else None
        except Refused as refused:
            raise ValidationError(said(refused)) from None

    def prepare_value(self, value: Any) -> Any:
        """Show a day as it is typed."""
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


class NumberField(forms.CharField):
    """A figure, typed as the page's language writes it."""

    def __init__(self, *, decimals: int, **more: Any) -> None:
        self.decimals = decimals
        mode = "decimal" if decimals else "numeric"
        super().__init__(widget=forms.TextInput(attrs={"inputmode": mode, "autocomplete": "off"}), **more)

    def clean(self, value: Any) -> Decimal | int | None:
        """Read the figure.

        :raises ValidationError: it is no number, below 0, or has too many decimals.
        """
        text = super().clean(value)
        if not text:
            return None
        number = read_number(text)
        if number is None:
            raise ValidationError(
                gettext("“%(text)s” không phải là số. Viết như 1.234,5.") % {"text": text[:40]}
            )
        if number < 0:
            raise ValidationError(gettext("Phải từ 0 trở lên."))
        if int(number.normalize().as_tuple().exponent) < -self.decimals:  # rounding fails at many digits
            raise ValidationError(
                gettext("Chỉ ghi tối đa %(count)d chữ số thập phân.") % {"count": self.decimals}
            )
        return number if self.decimals else int(number)

    def prepare_value(self, value: Any) -> Any:
        """Show a figure as it is typed."""
        return figure(value) if isinstance(value, Decimal | int) else value


class ShareField(forms.CharField):
    """A part of a unit: a percentage, a decimal number or a fraction; empty is the whole."""

    def __init__(self, **more: Any) -> None:
        attributes = {"inputmode": "text", "autocomplete": "off", "placeholder": "100%"}
        super().__init__(widget=forms.TextInput(attrs=attributes), **more)

    def clean(self, value: Any) -> Decimal | None:
        """Read the share.

        :raises ValidationError: it is none, or not between 0 and 1.
        """
        text = super().clean(value)
        if not text:
            return None
        share = read_share(text)
        if share is None or not 0 <= share <= 1 or share != round(share, 6):
            raise ValidationError(
                gettext("“%(text)s” không phải là tỷ lệ từ 0 đến 100%%. Viết như 24,86%%, 0,2486 hoặc 1/4.")
                % {"text": text[:40]}
            )
        return share

    def prepare_value(self, value: Any) -> Any:
        """Show a share as a percentage, the whole as nothing."""
        if not isinstance(value, Decimal):
            return value
        return "" if value == 1 else f"{figure(value * HUNDRED)}%"


@dataclass(frozen=True, slots=True)
class Picked:
    """What stands in a box, and what was chosen from the list under it: an id and its words."""

    text: str = ""
    chosen: str = ""

    @classmethod
    def of(cls, key: UUID, label: str) -> Picked:
        """Show something chosen."""
        return cls(label, f"{key} {label}")

    @property
    def key(self) -> UUID | None:
        """The id chosen, if the words still stand in the box."""
        key, _space, label = self.chosen.partition(" ")
        if not label or label != self.text:
            return None
        try:
            return UUID(key)
        except ValueError:
            return None


class PickInput(forms.TextInput):
    """A box with a list of what matches what is typed; without scripts a plain box."""

    template_name = "register/forms/pick.html"

    def __init__(self, route: str, **more: Any) -> None:
        super().__init__(attrs={"role": "combobox", "aria-expanded": "false", "aria-autocomplete": "list",
                                "autocomplete": "off"}, **more)  # fmt: skip
        self.route = route

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Take the words and the choice."""
        return Picked((data.get(name) or "").strip(), data.get(f"{name}-chosen") or "")

    def format_value(self, value: Any) -> Any:
        """Show the words."""
        return value.text if isinstance(value, Picked) else value

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Give the template the choice and where options come from."""
        chosen = value.chosen if isinstance(value, Picked) else ""
        attrs = {**(attrs or {}), "aria-controls": f"{(attrs or {}).get('id', name)}-list"}
        return super().get_context(name, value, attrs) | {"chosen": chosen, "route": self.route}


class PickField(forms.Field, ABC):
    """Something of the register, chosen from a list or written."""

    lookup: Lookup

    def clean(self, value: Any) -> UUID | None:
        """Find what is meant.

        :raises ValidationError: nothing is, or it is required and missing.
        """
        picked = value if isinstance(value, Picked) else Picked(str(value or ""))
        ProhibitNullCharactersValidator()(picked.text)
        if not picked.text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        try:
            return picked.key or self.find(picked.text)
        except Refused as refused:
            raise ValidationError(said(refused)) from None

    @abstractmethod
    def find(self, text: str) -> UUID:
        """Find what is written.

        :raises Refused: nothing is.
        """


class UnitField(PickField):
    """A unit: chosen, or written as its code, its id, or #3 for the unit that operation 3 brings forth."""

    def __init__(self, *, former: bool = False, **more: Any) -> None:
        self.former = former
        super().__init__(widget=PickInput("register:unit_options"), **more)

    def find(self, text: str) -> UUID:
        """Find a unit by its code on the day the decision takes effect.

        :raises NoSuchUnit: nobody bears it then.
        """
        return self.lookup.unit(text, former=self.former)


class DecisionField(PickField):
    """A signed decision, written as its number or its id."""

    def __init__(self, **more: Any) -> None:
        super().__init__(widget=PickInput("register:decision_options"), **more)

    def find(self, text: str) -> UUID:
        """Find a decision by its number.

        :raises NoSuchDecision: there is none, or there are several.
        """
        return self.lookup.decision(text)


class PostField(PickField):
    """A post: chosen, or written as words that fit no other, or #3 for the one that operation 3 makes."""

    def __init__(self, **more: Any) -> None:
        super().__init__(widget=PickInput("register:post_options"), **more)

    def find(self, text: str) -> UUID:
        """Find a post of the day the decision takes effect.

        :raises Refused: there is none, or there are several.
        """
        return self.lookup.post(text)


class PersonField(PickField):
    """Somebody within reach: chosen, or written as words of the name that fit nobody else."""

    def __init__(self, **more: Any) -> None:
        super().__init__(widget=PickInput("register:person_options"), **more)

    def find(self, text: str) -> UUID:
        """Find somebody.

        :raises Refused: there is nobody, or there are several.
        """
        return self.lookup.person(text)
