"""Forms of acts that give a reason, and of those that move a day or the bearer."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tinhgon.directives.actions import finishing, moving, terms
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.forms.base import ActForm
from tinhgon.directives.forms.fields import reason
from tinhgon.directives.models import Act
from tinhgon.people.forms.people import PickedUnitField
from tinhgon.register.forms.fields import DayField


class AskForm(ActForm):
    """Asks for a later day."""

    until = DayField(label=_("Đề nghị lùi hạn đến ngày"))
    reason = reason()

    def run(self, pk: UUID, hand: Hand) -> object:
        """Ask."""
        return terms.ask(pk, hand, until=self.cleaned_data["until"], reason=self.cleaned_data["reason"])


class ExtendForm(ActForm):
    """Puts the day off; what was asked for last stands in it."""

    until = DayField(label=_("Hạn mới"))
    reason = reason()

    def prepare(self) -> None:
        """Offer the day that the bearer asked for."""
        asked = self.ground.of.acts.filter(kind=Act.Kind.ASKED).order_by("-id").first()
        if (
            asked
            and asked.due_after
            and (not self.ground.of.due_on or asked.due_after > self.ground.of.due_on)
        ):
            self.initial["until"] = f"{asked.due_after:%d/%m/%Y}"

    def run(self, pk: UUID, hand: Hand) -> object:
        """Extend."""
        return terms.extend(pk, hand, until=self.cleaned_data["until"], reason=self.cleaned_data["reason"])


class ReturnForm(ActForm):
    """Gives it back."""

    reason = reason()

    def run(self, pk: UUID, hand: Hand) -> object:
        """Return."""
        return moving.return_(pk, hand, reason=self.cleaned_data["reason"])


class ReopenForm(ReturnForm):
    """Has it done after all."""

    def run(self, pk: UUID, hand: Hand) -> object:
        """Open again."""
        return moving.reopen(pk, hand, reason=self.cleaned_data["reason"])


class CancelForm(ReturnForm):
    """Gives it up."""

    def run(self, pk: UUID, hand: Hand) -> object:
        """Cancel."""
        return moving.cancel(pk, hand, reason=self.cleaned_data["reason"])


class RefuseForm(ReturnForm):
    """Does not take what was reported."""

    def run(self, pk: UUID, hand: Hand) -> object:
        """Refuse."""
        return finishing.refuse(pk, hand, reason=self.cleaned_data["reason"])


class ReassignForm(ActForm):
    """Puts it on another unit."""

    unit = PickedUnitField(label=_("Đơn vị thực hiện mới"))
    reason = reason()

    def run(self, pk: UUID, hand: Hand) -> object:
        """Reassign."""
        return moving.reassign(pk, hand, unit=self.cleaned_data["unit"], reason=self.cleaned_data["reason"])
