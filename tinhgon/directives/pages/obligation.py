"""One obligation: what it is, its parts, what happened to it and what shows that it was met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.models import Act, Evidence, Obligation
from tinhgon.directives.pages import words
from tinhgon.directives.pages.cards import cards_of
from tinhgon.directives.pages.cascades import node_of
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.pages.papers import paper_url
from tinhgon.directives.queries import board, tree
from tinhgon.directives.queries.lines import line_of
from tinhgon.directives.queries.names import names_of
from tinhgon.directives.queries.sight import visible

MATTER_COMPARED = 600  # letters of the matter that the mandates are held against
SHOWN_PARTS = 150
MAJOR = {Act.Kind.ASSIGNED, Act.Kind.REPORTED, Act.Kind.CONFIRMED, Act.Kind.PASSED_ON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that happened, in words."""

    on: datetime
    title: Any
    by: str
    reason: str
    change: str
    major: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something that shows how far it is met."""

    one: Evidence
    url: str
    words: str
    at: date


def obligation_page(request: ReachRequest, of: Any) -> dict[str, Any]:
    """Gather the page of an obligation that has its status with it."""
    today = request.today
    made = tree.branches(visible(request.reach), of.directive_id, today=today)
    below = made[of.pk].parts
    held = tree.read((one.pk for one in below[:SHOWN_PARTS]), today=today)
    cards = cards_of([of, *held], today=today, parts=board.parts_of([of.pk, *(one.pk for one in held)]))
    parts = [node_of(card, made[card.one.pk]) for card in cards[1:] if card.one.pk in made]
    acts = list(of.acts.select_related("by", "decision", "decision__type").defer("decision__operations"))
    helpers = list(of.cooperators.values_list("unit_id", flat=True))
    units = [*helpers, *(unit for act in acts for unit in (act.unit_before_id, act.unit_after_id))]
    names = names_of(units, on=today)
    return frame(request, "") | {
        "one": of, "card": cards[0], "parts": parts, "parts_cut": len(below) > SHOWN_PARTS,
        "percent": float(100 * tree.share_of(below)), "helpers": [names.get(one, "–") for one in helpers],
        "steps": [_step(act, names) for act in reversed(acts)], "evidence": _evidence(of),
        "extended": of.first_due_on and of.due_on and of.first_due_on != of.due_on,
        "asked": _asked(acts, of),
        "paper_url": paper_url(of.directive_id, line_of(of.directive_id, of.start)),
        "answer_url": of.answer_id and paper_url(of.answer_id),
        "warning_url": _warning_url(of), "target": words.target_said(of),
    }  # fmt: skip


def _asked(acts: Iterable[Act], of: Obligation) -> Act | None:
    """Give the bearer's last word for more time, where nothing was decided on it yet."""
    last: Act | None = None
    for act in acts:
        if act.kind == Act.Kind.ASKED:
            last = act
        elif act.kind in (Act.Kind.EXTENDED, Act.Kind.REASSIGNED):
            last = None
    return last if of.state == Obligation.State.OPEN else None


def _step(act: Act, names: dict[UUID, str]) -> Step:
    by = act.by.get_full_name() or act.by.get_username() if act.by else gettext("hệ thống")
    return Step(
        on=timezone.localtime(act.at), title=act.get_kind_display(), by=by, reason=act.reason,
        change=_change(act, names), major=act.kind in MAJOR,
    )  # fmt: skip


def _change(act: Act, names: dict[UUID, str]) -> str:
    """Say what an act changed: the day, the unit, by which decision."""
    said = []
    if act.due_after and act.due_before:
        days = {"before": f"{act.due_before:%d/%m/%Y}", "after": f"{act.due_after:%d/%m/%Y}"}
        said.append(gettext("hạn %(before)s → %(after)s") % days)
    if act.unit_before_id and act.unit_after_id:
        before, after = names.get(act.unit_before_id, "–"), names.get(act.unit_after_id, "–")
        said.append(f"{before} → {after}")
    elif act.unit_after_id and act.kind == Act.Kind.ASSIGNED:
        said.append(names.get(act.unit_after_id, "–"))
    if act.decision:
        said.append(str(act.decision))
    return "; ".join(said)


def _evidence(of: Obligation) -> list[Shown]:
    found = of.evidence.select_related("document", "added_by")
    held = found.defer("content", "document__text", "document__search", "document__letter")
    return [
        Shown(one=one, url=_shown_url(one), at=timezone.localdate(one.added_at),
              words=one.name or (one.document and str(one.document)) or one.note)
        for one in held
    ]  # fmt: skip


def _shown_url(one: Evidence) -> str:
    if one.document_id:
        return paper_url(one.document_id)
    return reverse("directives:evidence", args=[one.pk]) if one.media_type else ""


def _warning_url(of: Obligation) -> str:
    """Give the address of what the mandates say of it: whose mandate the matter is like."""
    asked = {"unit": of.unit_id, "matter": of.matter[:MATTER_COMPARED]}
    return f"/mandates/warning/?{urlencode(asked)}"
