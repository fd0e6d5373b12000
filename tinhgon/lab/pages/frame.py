"""What all pages of a scenario have around them: its head, its totals, its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.lab.actions.editing import stamp_of
from tinhgon.lab.drawing import Drawn, drawn_of
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.pages.proofs import known_of
from tinhgon.lab.pages.totals import totals_of
from tinhgon.lab.queries.scenarios import may_plan
from tinhgon.register.pages.faults import said
from tinhgon.register.queries.codes import KIND, codes

GOING = (Run.State.WAITING, Run.State.RUNNING)


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the pages of a scenario."""

    name: str
    label: str
    url: str
    icon: str
    current: bool


def scenario_frame(request: ReachRequest, scenario: Scenario, tab: str) -> dict[str, Any]:
    """Gather the frame; where the scenario cannot be laid out, the page says why instead of figures."""
    drawn, refusal = drawn_or_not(scenario)
    known = known_of(scenario)
    drafts = request.user.has_perm("register.draft_decision") and may_plan(scenario.root_id, request.reach)
    return {
        "scenario": scenario, "drawn": drawn, "refusal": refusal, "known": known,
        "totals": totals_of(drawn, known) if drawn else [],
        "notes": [_in_words(note) for note in drawn.ground.notes] if drawn else [],
        "tabs": tabs(scenario, tab), "tab": tab, "stamp": stamp_of(scenario),
        "may_plan": drafts, "may_change": drafts and scenario.locked_at is None,
        "going": scenario.runs.filter(state__in=GOING).defer("state_kept", "outcome").first(),
        "kinds": codes()[KIND],
    }  # fmt: skip


def drawn_or_not(scenario: Scenario) -> tuple[Drawn | None, str]:
    """Draw a scenario, or tell why it cannot be."""
    try:
        return drawn_of(scenario), ""
    except Refused as refused:
        return None, said(refused)


def tabs(scenario: Scenario, current: str) -> list[Tab]:
    """Give the pages of a scenario."""
    named = (
        ("scenario", gettext("Thay đổi"), "arrows-split"), ("impact", gettext("Tác động"), "scale"),
        ("chart", gettext("Biểu đồ"), "sitemap"), ("table", gettext("Bảng"), "table"),
        ("map", gettext("Bản đồ"), "map-2"), ("staff", gettext("Nhân sự"), "users"),
        ("succession", gettext("Kế cận"), "users"), ("runs", gettext("Lượt giải"), "player-play"),
    )  # fmt: skip
    return [
        Tab(name, label, reverse(f"lab:{name}", args=[scenario.pk]), icon, current=name == current)
        for name, label, icon in named
    ]


def _in_words(note: Any) -> str:
    return str(note.vi if (get_language() or "vi").startswith("vi") else note.en)
