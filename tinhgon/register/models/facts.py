"""What every dated fact of a unit has."""

from __future__ import annotations

from django.db import models
from django.db.models import Func

from tinhgon.register.models.decisions import Decision
from tinhgon.register.models.units import Unit
from tinhgon.temporal.models import Valid

VERSIONS = "register_unitversion"


def turns(name: str) -> list[models.Index]:
    """Index the days on which rows begin and end: two days differ only in what turns between them."""
    return [
        models.Index(Func("valid", function=bound), name=f"{name}_by_{bound}") for bound in ("lower", "upper")
    ]


class Fact(Valid):
    """A unit, the days, and the decision that made it so."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.unit_id} {self.valid}"
