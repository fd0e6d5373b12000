"""The page of a decision: what it orders, and what it changed or would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.models import AbstractUser

from tinhgon.core import rows as core
from tinhgon.core.errors import Refused
from tinhgon.core.judging import NO_ANSWERS, Answers, Judged
from tinhgon.core.operations import read
from tinhgon.register.actions.judging import weigh
from tinhgon.register.models import Decision
from tinhgon.register.pages import findings, outcomes, staff_outcomes, wording
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.faults import faults_of
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staff_wording import Hidden, new_posts, people_in, posts_in
from tinhgon.register.queries import contents, staffing_changes
from tinhgon.register.queries.revocations import revoked_by
from tinhgon.register.queries.sight import visible
from tinhgon.temporal.middleware import AsOfRequest

OPERATIONS = 100
UNITS = 50
PREVIEWED = 300  # operations that a draft's page applies unasked


NOBODY = staff_outcomes.StaffEffect()


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome in words: what becomes of units, of posts that go along, of posts, of people."""

    names: wording.Names
    units: list[outcomes.Outcome]
    moved: list[staff_outcomes.MovedOutcome]
    posts: list[staff_outcomes.StaffOutcome]
    people: list[staff_outcomes.StaffOutcome]

    def context(self) -> dict[str, Any]:
        """Name the parts as templates do; people out of reach are counted, never listed."""
        seen = [one for one in self.people if not isinstance(one.about, Hidden)]
        return {
            "outcomes": self.units, "moved_posts": self.moved, "post_outcomes": self.posts,
            "person_outcomes": seen, "unseen_people": len(self.people) - len(seen),
            "illustrative": self.names.staff.illustrative,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision did, or what a draft would do; or why it cannot."""

    units: dict[UUID, tuple[core.Change, ...]]
    page: Page
    fate: outcomes.Fate | None = None
    tally: contents.Tally | None = None
    refused: Refused | None = None
    staff: staff_outcomes.StaffEffect = NOBODY
    judged: tuple[Judged, ...] = ()

    @property
    def new(self) -> dict[UUID, str]:
        """The names that units get."""
        return outcomes.new_names(change for of in self.units.values() for change in of)


def decision_page(
    request: AsOfRequest,
    decision: Decision,
    *,
    refused: Refused | None = None,
    whole: bool = False,
    answers: Answers = NO_ANSWERS,
) -> dict[str, Any]:
    """Gather the page of a decision; `refused` is why what was asked for cannot be done.

    A `whole` page applies a draft however long it is, as whoever signs it must see what the rules find.
    """
    as_of = request.as_of
    number = page_number(request, "ops")
    first = (number - 1) * OPERATIONS
    ordered = contents.ordered(decision.pk, first=first, count=OPERATIONS)
    effect = _effect(request, decision, ordered, whole=whole)
    found = _findings(request, decision, effect, answers)
    return {
        "decision": decision,
        "as_of": as_of,
        "asof": asof_bar(request),
        "total": ordered.total,
        "effect": effect,
        "operations_page": Page(number, first + OPERATIONS < ordered.total),
        "revoked_by": revoked_by(as_of.known).get(decision.pk) if decision.is_signed else None,
        "revokes": _revokes(request, decision),
        "faults": _faults(refused or effect.refused),
        "is_overtaken": refused is not None and refused.code == "Overtaken",
        "is_unanswered": refused is not None and refused.code == "AgainstTheRules",
        "may": rights(request),
        "findings": found,
        "findings_on": decision.effective_on,
        "blocking": findings.asked(found),
        **{f"{op}_url": _draft_url(request, op, decision) for op in ("correct", "revoke")},
        **_told(request, decision, ordered.operations, effect, first=first + 1),
    }


def rights(request: AsOfRequest) -> dict[str, bool]:
    """Tell what the user may do with decisions."""
    user = cast(AbstractUser, request.user)
    wanted = ("draft_decision", "sign_decision", "correct_register")
    return {right.partition("_")[0]: user.has_perm(f"register.{right}") for right in wanted}


def foreseen(decision: Decision, raw: list[dict[str, Any]]) -> Effect:
    """Apply a draft's operations to the register as it stands, and write nothing."""
    whole = Page(1, has_next=False)
    try:
        changes, judged = weigh(read(raw), on=decision.effective_on, decision=decision)
    except Refused as refused:
        return Effect({}, whole, refused=refused)
    units, on = outcomes.by_unit(changes), decision.effective_on
    staff = _foreseen_staff(changes, on)
    return Effect(units, whole, fate=outcomes.fate(units, on=on), staff=staff, judged=judged)


def _foreseen_staff(changes: Sequence[core.Change], on: date) -> staff_outcomes.StaffEffect:
    posts = outcomes.by_subject(changes, core.PostVersion)
    people = outcomes.by_subject(changes, core.Appointment, core.Grading)
    moved = staffing_changes.moved_by(posts, on=on)
    gone = {post for one in moved for post in one.posts}
    others = {post: of for post, of in posts.items() if post not in gone}
    return staff_outcomes.StaffEffect(
        dict(list(others.items())[:PREVIEWED]), dict(list(people.items())[:PREVIEWED]), moved,
        posts_total=len(others), people_total=len(people), everybody=len(people),
    )  # fmt: skip


def tell(effect: Effect, raw: list[dict[str, Any]], *, on: date, request: AsOfRequest, linked: bool) -> Told:
    """Gather the names that operations and outcome need, each list once, and tell the outcome."""
    staff = effect.staff
    units = {*wording.units_in(raw), *outcomes.units_in(effect.units), *staff_outcomes.units_named(staff)}
    names = wording.Names(
        units, on=on, request=request, new={**effect.new, **dict(wording.new_names(raw))}, linked=linked,
        posts={*posts_in(raw), *staff_outcomes.posts_named(staff)}, people={*people_in(raw), *staff.people},
        new_posts={**staff_outcomes.titles_of_new(staff), **dict(new_posts(raw))},
    )  # fmt: skip
    return Told(
        names,
        outcomes.tell_outcomes(effect.units, on=on, names=names, moved=staff.moved),
        staff_outcomes.tell_moved(staff, names),
        staff_outcomes.tell_posts(staff, on=on, names=names),
        staff_outcomes.tell_people(staff, on=on, names=names),
    )


def _draft_url(request: AsOfRequest, op: str, decision: Decision) -> str:
    """Give the form for a decision that does something about this one."""
    address = Links.of(request).page("draft_new")
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'op': op, 'decision': decision.pk})}"


def _told(
    request: AsOfRequest, decision: Decision, raw: list[dict[str, Any]], effect: Effect, *, first: int
) -> dict[str, Any]:
    """Tell operations and outcome with one reading of names."""
    told = tell(effect, raw, on=decision.effective_on, request=request, linked=True)
    operations = wording.tell_operations(raw, first=first, names=told.names)
    return {"operations": operations, **told.context()}


def _findings(
    request: AsOfRequest, decision: Decision, effect: Effect, answers: Answers
) -> list[findings.Group]:
    if decision.is_signed:
        return findings.recorded(decision, request)
    return findings.foreseen(effect.judged, request, answers, on=decision.effective_on, new=effect.new)


def _revokes(request: AsOfRequest, decision: Decision) -> list[Decision]:
    if not decision.revokes:
        return []
    seen = visible(reach_of(request), request.user.pk).filter(pk__in=decision.revokes)
    return list(seen.select_related("type").defer("operations"))


def _faults(refused: Refused | None) -> list[Any]:
    return faults_of(refused, anchor="op-{}") if refused else []


def _effect(request: AsOfRequest, decision: Decision, ordered: contents.Ordered, *, whole: bool) -> Effect:
    if decision.is_signed:
        return _recorded(request, decision)
    if ordered.total > PREVIEWED and not whole:
        return Effect({}, Page(1, has_next=False))
    return foreseen(decision, ordered.operations if ordered.total <= OPERATIONS else decision.operations)


def _recorded(request: AsOfRequest, decision: Decision) -> Effect:
    """Read what a signed decision changed: of people those within reach."""
    of, number = decision.pk, page_number(request, "units")
    at, among = page_number(request, "posts"), page_number(request, "people")
    tally, units = contents.changed_units(of, first=(number - 1) * UNITS, count=UNITS + 1)
    found = staffing_changes.changed(
        of, reach_of(request), on=decision.effective_on, count=UNITS,
        first_post=(at - 1) * UNITS, first_person=(among - 1) * UNITS,
    )  # fmt: skip
    changes = contents.changes_to(of, units[:UNITS], [*found.posts, *found.people])
    pages = Page(at, at * UNITS < found.posts_total), Page(among, among * UNITS < found.people_total)
    staff = staff_outcomes.StaffEffect(
        {post: changes[post] for post in found.posts}, {person: changes[person] for person in found.people},
        found.moved, *pages, found.posts_total, found.people_total, found.everybody,
    )  # fmt: skip
    told = {unit: changes[unit] for unit in units[:UNITS]}
    return Effect(told, Page(number, len(units) > UNITS), tally=tally, staff=staff)
