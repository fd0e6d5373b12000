"""Forms by which an obligation is handed down."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.actions import dividing
from tinhgon.directives.actions.dividing import Share
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.forms.base import ActForm
from tinhgon.directives.forms.fields import reason
from tinhgon.directives.queries.children import children_of
from tinhgon.directives.queries.places import people_in
from tinhgon.register.forms.fields import DayField, NumberField


class NameForm(ActForm):
    """Puts it on somebody in post, or on nobody in particular."""

    person = forms.ChoiceField(label=_("Người thực hiện"), required=False)

    def prepare(self) -> None:
        """Offer who holds a post in the unit."""
        ground = self.ground
        held = people_in(ground.of.unit_id, ground.reach, on=ground.on).values_list("pk", "name")
        self.fields["person"].choices = [("", _("chưa giao cho ai"))] + [(str(pk), name) for pk, name in held]  # type: ignore[attr-defined]
        self.initial.setdefault("person", str(ground.of.person_id or ""))

    def run(self, pk: UUID, hand: Hand) -> object:
        """Name."""
        person = self.cleaned_data["person"]
        return dividing.name_person(pk, hand, person=UUID(person) if person else None)


class DivideForm(ActForm):
    """Hands parts down to units right below; each chosen unit gets a part of its own."""

    units = forms.MultipleChoiceField(
        label=_("Đơn vị trực thuộc"), widget=forms.CheckboxSelectMultiple, required=False
    )
    person = forms.ChoiceField(label=_("Hoặc người trong đơn vị"), required=False)
    matter = forms.CharField(
        label=_("Nội dung phần việc"), required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("Để trống là giao nguyên văn."),
    )  # fmt: skip
    due_on = DayField(label=_("Hạn"), required=False)
    weight = NumberField(label=_("Trọng số"), decimals=2, required=False)
    figure = NumberField(label=_("Chỉ tiêu của mỗi phần"), decimals=4, required=False)
    reason = reason(required=False, label=_("Lý do, nếu hạn sau hạn của nhiệm vụ"))

    def prepare(self) -> None:
        """Offer the units below and the people within; a figure for a target only."""
        ground = self.ground
        self.fields["units"].choices = children_of(ground.of.unit_id, on=ground.on)  # type: ignore[attr-defined]
        held = people_in(ground.of.unit_id, ground.reach, on=ground.on).values_list("pk", "name")
        self.fields["person"].choices = [("", "–")] + [(str(pk), name) for pk, name in held]  # type: ignore[attr-defined]
        if ground.of.figure is None:
            del self.fields["figure"]
        if not self.fields["units"].choices:  # type: ignore[attr-defined]
            del self.fields["units"]
        if ground.of.due_on:
            self.initial.setdefault("due_on", f"{ground.of.due_on:%d/%m/%Y}")

    def run(self, pk: UUID, hand: Hand) -> object:
        """Divide."""
        given = self.cleaned_data
        weight, figure = given["weight"], given.get("figure")
        same = {"matter": given["matter"], "due_on": given["due_on"], "figure": figure}
        same |= {} if weight is None else {"weight": weight}
        shares = [Share(unit=UUID(one), **same) for one in given.get("units") or []]
        if given["person"]:
            shares.append(Share(person=UUID(given["person"]), **same))
        return dividing.divide(pk, hand, shares=shares, reason=given["reason"])
