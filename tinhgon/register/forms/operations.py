"""Which form writes which operation, and what it shows of one that is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tinhgon.register.forms.amendments import ONE_DAY, CorrectForm, RevokeForm
from tinhgon.register.forms.base import OperationForm
from tinhgon.register.forms.changes import (
    ChangeCodeForm,
    ChangeFiguresForm,
    ChangeKindForm,
    ChangeMandateForm,
    DissolveForm,
    EstablishForm,
    MoveForm,
    RenameForm,
    RestoreForm,
)
from tinhgon.register.forms.fields import Picked
from tinhgon.register.forms.people import (
    AppointForm,
    ChangeGradeForm,
    ChangeOccupancyForm,
    CorrectAppointmentForm,
    ReappointForm,
    ReleaseForm,
    RetireForm,
    SecondForm,
    TransferPersonForm,
)
from tinhgon.register.forms.posts import (
    AbolishPostForm,
    ChangePostForm,
    CreatePostForm,
    MovePostForm,
    ReportToForm,
    SetQuotaForm,
)
from tinhgon.register.forms.successions import AbsorbForm, MergeForm, SplitForm, TransferForm
from tinhgon.register.pages.words import figure

FORMS: Mapping[str, type[OperationForm]] = {
    form.op: form
    for form in (
        EstablishForm, RenameForm, ChangeKindForm, ChangeCodeForm, ChangeFiguresForm, ChangeMandateForm,
        MoveForm, MergeForm, AbsorbForm, SplitForm, TransferForm, DissolveForm, RestoreForm, CorrectForm,
        RevokeForm, CreatePostForm, ChangePostForm, ReportToForm, MovePostForm, AbolishPostForm, SetQuotaForm,
        AppointForm, ReappointForm, TransferPersonForm, SecondForm, ChangeOccupancyForm, ReleaseForm,
        RetireForm, ChangeGradeForm, CorrectAppointmentForm,
    )
}  # fmt: skip
PICKED = ("unit", "to", "into", "parent", "existing", "decision", "post", "reports_to", "person")
FIGURES = ("share_area", "share_population", "area_km2", "share", "coefficient")
DAYS = ("since", "until", "term_until", "recorded_since")
LAST_DAYS = ("second", "correct_appointment")  # their `until` is the first day on which it no longer holds


def initial_of(operation: Mapping[str, Any], labels: Mapping[UUID, str]) -> dict[str, Any]:
    """Give what a form shows of an operation, or of a member or part of one, from its JSON."""
    flat = dict(operation)
    if isinstance(into := flat.get("into"), dict):
        flat |= into | {"share_estimated": flat.get("estimated", False)}
    elif "share_area" in flat and "into" in flat:
        flat |= {"existing": into, "share_estimated": flat.get("estimated", False)}
    for name in ("unit", "post"):
        if isinstance(new := flat.get(name), dict):
            flat |= new
    if flat.get("op") == "correct":
        flat |= _correction(flat, labels)
    elif flat.get("op") in LAST_DAYS:
        flat["until"] = _last(flat.get("until"))
    return {name: _shown(name, value, labels) for name, value in flat.items()}


def _correction(flat: Mapping[str, Any], labels: Mapping[UUID, str]) -> dict[str, Any]:
    until, value = flat.get("until"), flat.get("value")
    if flat.get("field") == "parent" and value:
        value = labels.get(UUID(value), value)
    elif flat.get("field") in ("area_km2", "population") and value is not None:
        value = figure(Decimal(str(value)))
    return {"value": value, "until": _last(until)}


def _last(until: Any) -> date | None:
    """Give the last day of what ends before a day, as people name it."""
    return date.fromisoformat(until) - ONE_DAY if until else None


def _shown(name: str, value: Any, labels: Mapping[UUID, str]) -> Any:
    if name in PICKED and isinstance(value, str):
        key = UUID(value)
        return Picked.of(key, labels.get(key, value))
    if name in FIGURES and value is not None:
        return Decimal(value)
    if name in DAYS and isinstance(value, str):
        return date.fromisoformat(value)
    return value
