"""A run to be started: which solver, for how long, how hard, from which seed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.lab.models import Run
from tinhgon.lab.parameters import Parameters
from tinhgon.register.forms.fields import NumberField

TRADES = (
    (Run.Trade.CONSOLIDATE, _("Gộp đơn vị")), (Run.Trade.PLACE, _("Bố trí người")),
    (Run.Trade.SUCCEED, _("Quy hoạch kế cận")),
)  # fmt: skip


class RunForm(forms.Form):
    """What a run needs."""

    use_required_attribute = False
    trade = forms.ChoiceField(label=_("Giải bài toán"), choices=TRADES)
    time_limit = NumberField(label=_("Giới hạn (giây)"), decimals=0)
    effort = NumberField(label=_("Công sức tìm"), decimals=1)
    seed = NumberField(label=_("Hạt giống"), decimals=0)

    def asked(self, kept: dict[str, Any]) -> dict[str, Any]:
        """Give what to start a run with; the scenario keeps it."""
        given = self.cleaned_data
        own = {
            "time_limit": given["time_limit"], "effort": float(given["effort"]), "seed": given["seed"],
        }  # fmt: skip
        return {"trade": given["trade"], "parameters": Parameters.read(kept | own).write()}
