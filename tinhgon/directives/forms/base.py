"""What forms of acts on an obligation share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from tinhgon.core.reach import Reach
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.models import Obligation


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """On what an act is done: the obligation, by whose rights, on which day."""

    of: Obligation
    reach: Reach
    on: date


class ActForm(forms.Form):
    """A form of an act; the revision tells whether the page that bore it is still right."""

    use_required_attribute = False
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, files: Any = None, *, ground: Ground, name: str, **more: Any
    ) -> None:
        initial = {"revision": ground.of.revision} | more.pop("initial", {})
        super().__init__(data, files, auto_id=f"{name}-%s", initial=initial, **more)
        self.ground = ground
        self.prepare()

    def prepare(self) -> None:
        """Fit the fields to the obligation."""

    def run(self, pk: UUID, hand: Hand) -> object:
        """Do the act.

        :raises Refused: it cannot be done.
        """
        raise NotImplementedError
