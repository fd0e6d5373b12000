"""The page on which a person confirms: the text with its marks, the findings beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext

from tinhgon.documents.actions.choosing import current
from tinhgon.documents.findings import Cited, Findings, Wanted
from tinhgon.documents.findings.heads import places_of
from tinhgon.documents.findings.plain import span_of
from tinhgon.documents.forms.heads import HeadForm
from tinhgon.documents.models import Intake
from tinhgon.documents.pages.cards import citation_cards, task_card, task_cards
from tinhgon.documents.pages.marked import Mark, paragraphs
from tinhgon.documents.queries.bodies import Bodies


def confirming_page(intake: Intake) -> dict[str, Any]:
    """Gather the whole page."""
    findings, bodies = current(intake), bodies_of(intake)
    return {
        "intake": intake, "findings": findings, "head": HeadForm.showing(findings.head),
        "paragraphs": paragraphs(intake.text, marks_of(intake, findings)),
        "citations": citation_cards(findings.cited, intake.keeper_id),
        "tasks": task_cards(findings, bodies), "units": [one.name for one in bodies.rows],
        "notices": list(notices_of(intake)), "fault": _said(intake.fault) if intake.fault else "",
        "keeper": bodies.by_id[intake.keeper_id].name if intake.keeper_id in bodies.by_id else "",
        "is_open": intake.state in (Intake.State.WAITING, Intake.State.UNREADABLE),
    }  # fmt: skip


def card_of(intake: Intake, code: str) -> dict[str, Any]:
    """Gather one finding's card and how far the whole is; nothing for a code that there is not."""
    findings = current(intake)
    one, context = findings.one(code), {"intake": intake, "findings": findings, "is_open": True}
    if isinstance(one, Wanted):
        return {**context, "card": task_card(one, bodies_of(intake)), "one": one}
    if isinstance(one, Cited):
        return {**context, "card": citation_cards([one], intake.keeper_id)[0], "one": one}
    return context


def bodies_of(intake: Intake) -> Bodies:
    """Give the units that the bodies of a file may mean today."""
    return Bodies(intake.keeper_id, on=timezone.localdate())


def marks_of(intake: Intake, findings: Findings) -> Iterator[Mark]:
    """Give the places of all findings."""
    for name, place in places_of(intake.reading).items():
        if span := span_of(place):
            yield Mark(span, f"head-{name}", "head")
    for cited in findings.cited:
        yield from (Mark(span, cited.code, "citation") for span in cited.spans)
    for task in findings.tasks:
        if task.span:
            yield Mark(task.span, task.code, "task")
    for one in intake.reading.get("deadlines") or ():
        if span := span_of(one.get("span")):
            yield Mark(span, "", "deadline")


def notices_of(intake: Intake) -> Iterator[dict[str, Any]]:
    """Say what the reader could not settle, with where it is."""
    for place, one in enumerate(intake.reading.get("notices") or ()):
        span = span_of(one.get("span"))
        yield {"text": _said(one), "start": span.start if span else None, "place": place}
    missing = [gettext("cơ quan ban hành"), gettext("ngày ban hành"), gettext("trích yếu")]
    head = intake.reading.get("head") or {}
    lacking = [
        word for word, name in zip(missing, ("issuer", "day", "abstract"), strict=True) if not head.get(name)
    ]
    if intake.reading and lacking:
        said = gettext("Máy không tìm thấy: %(fields)s. Điền vào phần đầu văn bản.")
        yield {"text": said % {"fields": ", ".join(lacking)}, "start": None, "place": "head"}


def _said(one: Any) -> str:
    return str(one.get("vi" if (get_language() or "vi").startswith("vi") else "en") or "")
