"""What all forms of an operation share, and the fields of a unit to be born."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.core.rows import TERRITORIAL
from tinhgon.register.forms.fields import NumberField, PickField, UnitField
from tinhgon.register.forms.lookup import Lookup

LINES = [("territorial", _("Lãnh thổ")), ("government", _("Chính quyền")), ("party", _("Đảng"))]


class CodeField(forms.ChoiceField):
    """A code of a list that the lookup reads once."""

    def __init__(self, of: str, **more: Any) -> None:
        self.of = of
        super().__init__(**more)


class KindField(CodeField):
    """A kind of unit."""

    def __init__(self, **more: Any) -> None:
        super().__init__("kinds", **more)


class Part(forms.Form):
    """What all forms of an operation share: where to look things up, and how values become JSON."""

    use_required_attribute = False
    layout: ClassVar[tuple[tuple[str, ...], ...]] = ()

    def __init__(self, *args: Any, lookup: Lookup, **more: Any) -> None:
        super().__init__(*args, **more)
        self.lookup = lookup
        for field in self.fields.values():
            if isinstance(field, PickField):
                field.lookup = lookup
            elif isinstance(field, CodeField):
                field.choices = getattr(lookup, field.of)

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The fields, those read together side by side."""
        return [[self[name] for name in row] for row in self.layout]

    def unjudged(self) -> Self:
        """Give the form with all that was typed and no word on whether it is right."""
        return type(self)(initial=typed(self), prefix=self.prefix, lookup=self.lookup)

    def values(self) -> dict[str, Any]:
        """Give what was typed as the operation's JSON."""
        return {name: as_json(value) for name, value in self.cleaned_data.items()}


class OperationForm(Part):
    """An operation."""

    op: ClassVar[str]
    members: ClassVar[type[Part] | None] = None
    members_label: ClassVar[Any] = ""
    hint: ClassVar[Any] = ""
    members_last: ClassVar[bool] = False
    proposes: ClassVar[bool] = False

    clause = forms.CharField(label=_("Điều, khoản"), max_length=20_000, required=False)

    @property
    def has_members(self) -> bool:
        """Tell whether it has rows of its own: members or parts."""
        return self.members is not None

    def operation(self, members: list[dict[str, Any]]) -> dict[str, Any]:
        """Make the operation's JSON of what was typed."""
        return {"op": self.op, "v": 1, **self.values()}


class NewUnitFields(Part):
    """A unit to be born."""

    name = forms.CharField(label=_("Tên đầy đủ"), max_length=250)
    short_name = forms.CharField(label=_("Tên ngắn"), max_length=250, required=False)
    kind = KindField(label=_("Loại đơn vị"))
    code = forms.CharField(label=_("Mã"), max_length=60, required=False)
    parent = UnitField(label=_("Trực thuộc"), required=False, help_text=_("Để trống nếu đứng đầu hệ thống."))
    line = forms.ChoiceField(label=_("Hệ thống"), choices=LINES, initial=TERRITORIAL)
    area_km2 = NumberField(label=_("Diện tích (km²)"), decimals=4, required=False)
    population = NumberField(label=_("Dân số (người)"), decimals=0, required=False)
    estimated = forms.BooleanField(label=_("Số liệu ước tính"), required=False)
    note = forms.CharField(label=_("Ghi chú số liệu"), max_length=20_000, required=False)
    mandate = forms.CharField(
        label=_("Chức năng, nhiệm vụ"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    id = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)

    unit_layout = (
        ("name", "short_name", "kind", "code"), ("parent", "line", "area_km2", "population"),
        ("note", "estimated"), ("mandate",),
    )  # fmt: skip

    def new_unit(self) -> dict[str, Any]:
        """Make the new unit's JSON."""
        values = {name: as_json(self.cleaned_data.get(name)) for name in NewUnitFields.base_fields}
        return values | {"id": values["id"] or str(uuid4()), "line": values["line"] or TERRITORIAL}


def typed(form: forms.Form) -> dict[str, Any]:
    """Give what a browser sent for a form, as it was typed."""
    return {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
    }


def as_json(value: Any) -> Any:
    """Make a cleaned value plain JSON."""
    match value:
        case UUID() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
    return value
