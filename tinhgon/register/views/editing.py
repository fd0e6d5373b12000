"""The page of a draft's form: its rows in words or as forms, and what it would do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404
from django.utils.translation import gettext

from tinhgon.core import operations as ops
from tinhgon.register import refusals
from tinhgon.register.actions.drafting import CORRECTING
from tinhgon.register.forms.drafts import DraftForm
from tinhgon.register.forms.lookup import as_uuid
from tinhgon.register.forms.operations import FORMS
from tinhgon.register.models import Decision
from tinhgon.register.pages import outcomes, wording
from tinhgon.register.pages.decisions import Effect, foreseen
from tinhgon.temporal.middleware import AsOfRequest

SHOWN = 200  # units whose outcome a preview lists


def may_correct(request: AsOfRequest) -> bool:
    """Tell whether the user may say that the register was wrong."""
    return request.user.has_perm(CORRECTING)


def preset(request: AsOfRequest) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Read from the address with what a new draft begins: values of the head, operations.

    :raises Http404: it names a decision that there is not.
    :raises MayNotCorrect: it begins a correction, and the user may not correct.
    """
    op, unit = request.GET.get("op", ""), as_uuid(request.GET.get("unit", ""))
    values: dict[str, Any] = {"type": "QĐ", "issued_on": request.today, "effective_on": request.as_of.valid}
    if op not in FORMS:
        return values, []
    if op == "correct" and not may_correct(request):
        raise refusals.MayNotCorrect
    operation: dict[str, Any] = {"op": op}
    if about := _about(request):
        title = gettext("Thu hồi %(decision)s") if op == "revoke" else gettext("Đính chính %(decision)s")
        values |= {"type": about.type_id, "issuer": about.issuer, "title": title % {"decision": about}}
        values["corrects"] = about.pk if op == "correct" else None
        since = about.effective_on.isoformat()
        operation |= {"decision": str(about.pk)} if op == "revoke" else {"since": since}
    if unit:
        operation |= _of_unit(op, str(unit))
    return values, [operation]


def _of_unit(op: str, unit: str) -> dict[str, Any]:
    """Put a unit where an operation speaks of it first."""
    if op == "establish":
        return {"unit": {"parent": unit}}
    return {"members": [{"unit": unit}, {}]} if op in ("merge", "absorb") else {"unit": unit}


def _about(request: AsOfRequest) -> Decision | None:
    text = request.GET.get("decision", "")
    if not text:
        return None
    signed = Decision.objects.select_related("type").defer("operations").filter(state=Decision.State.SIGNED)
    key = as_uuid(text)
    if key and (decision := signed.filter(pk=key).first()):
        return decision
    raise Http404


def draft_page(
    request: AsOfRequest, form: DraftForm, *,
    decision: Decision | None = None, operations: Sequence[ops.Operation] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Gather the page; with operations also what they would do."""
    effect = _effect(form, decision, operations)
    if effect and effect.refused:
        form.refuse(effect.refused)
    rows = form.numbered()
    written = [row.raw for row in rows if row.raw and row.form is None]
    changes = effect.units if effect else {}
    units = {*wording.units_in(written), *outcomes.units_in(changes)}
    new = {**(effect.new if effect else {}), **dict(wording.new_names(written))}
    on = form.lookup.on or request.as_of.valid
    names = wording.Names(units, on=on, request=request, new=new, linked=False)
    for row in rows:
        if row.raw and row.form is None:
            (row.told,) = wording.tell_operations([row.raw], first=row.number, names=names)
    told = outcomes.tell_outcomes(dict(list(changes.items())[:SHOWN]), on=on, names=names)
    return {
        "form": form, "rows": rows, "faults": form.faults, "decision": decision, "effect": effect,
        "outcomes": told, "hidden": max(len(changes) - SHOWN, 0), "choices": _choices(request),
    }  # fmt: skip


def _effect(
    form: DraftForm, decision: Decision | None, operations: Sequence[ops.Operation] | None
) -> Effect | None:
    if operations is None or form.lookup.on is None:
        return None
    meant = decision or Decision()
    meant.effective_on = form.lookup.on
    return foreseen(meant, ops.write(tuple(operations)))


def _choices(request: AsOfRequest) -> list[tuple[str, Any]]:
    """List the operations that the user may order."""
    return [(op, name) for op, name in wording.OPERATIONS.items() if op != "correct" or may_correct(request)]
