"""The page of a draft's form: its rows in words or as forms, and what it would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from tinhgon.register.pages import findings, wording
from tinhgon.register.pages.decisions import Effect, foreseen, tell
from tinhgon.register.pages.paging import Page
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.queries.sight import visible
from tinhgon.temporal.middleware import AsOfRequest

NOTHING = Effect({}, Page(1, has_next=False))
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
    if op in wording.CORRECTING and not may_correct(request):
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
    for name in ("post", "person"):
        if key := as_uuid(request.GET.get(name, "")):
            operation[name] = str(key)
    return values, [operation]


def _of_unit(op: str, unit: str) -> dict[str, Any]:
    """Put a unit where an operation speaks of it first."""
    if op == "establish":
        return {"unit": {"parent": unit}}
    if op == "create_post":
        return {"post": {"unit": unit}}
    return {"members": [{"unit": unit}, {}]} if op in ("merge", "absorb") else {"unit": unit}


def _about(request: AsOfRequest) -> Decision | None:
    text = request.GET.get("decision", "")
    if not text:
        return None
    signed = visible(reach_of(request), request.user.pk).filter(state=Decision.State.SIGNED)
    key = as_uuid(text)
    if key and (decision := signed.filter(pk=key).select_related("type").defer("operations").first()):
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
    shown = replace(effect or NOTHING, units=dict(list(changes.items())[:SHOWN]))
    on = form.lookup.on or request.as_of.valid
    told = tell(shown, written, on=on, request=request, linked=False)
    for row in rows:
        if row.raw and row.form is None:
            (row.told,) = wording.tell_operations([row.raw], first=row.number, names=told.names)
    return {
        "form": form, "rows": rows, "faults": form.faults, "decision": decision, "effect": effect,
        **told.context(),
        "findings": findings.foreseen(shown.judged, request, on=on, new=shown.new, linked=False),
        "findings_on": on,
        "hidden": max(len(changes) - SHOWN, 0), "groups": _choices(request),
    }  # fmt: skip


def _effect(
    form: DraftForm, decision: Decision | None, operations: Sequence[ops.Operation] | None
) -> Effect | None:
    if operations is None or form.lookup.on is None:
        return None
    meant = decision or Decision()
    meant.effective_on = form.lookup.on
    return foreseen(meant, ops.write(tuple(operations)))


def _choices(request: AsOfRequest) -> list[tuple[Any, list[tuple[str, Any]]]]:
    """List the operations that the user may order, by what they are about."""
    begins = {op: name for name, op in wording.GROUPS}
    groups: list[tuple[Any, list[tuple[str, Any]]]] = []
    for op, name in wording.OPERATIONS.items():
        if op in begins:
            groups.append((begins[op], []))
        if op not in wording.CORRECTING or may_correct(request):
            groups[-1][1].append((op, name))
    return groups
