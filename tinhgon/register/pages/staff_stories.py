"""What decisions did to the posts and quotas of a unit, each decision in a sentence or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext, ngettext

from tinhgon.core import rows as core
from tinhgon.core.staff_story import StaffHappening, tell_staff
from tinhgon.register.pages.words import figure, listed
from tinhgon.register.queries.decisions import Entry

NAMED = 3  # units that a sentence names


def sentences(
    unit: UUID, entries: Iterable[Entry], names: Mapping[UUID, str], staff: Mapping[str, str]
) -> dict[UUID, list[str]]:
    """Tell by decision what became of posts and quotas."""
    return {
        entry.decision.pk: [
            *_posts(unit, entry.posts, names, on=entry.decision.effective_on),
            *_quotas(entry.changes, staff, on=entry.decision.effective_on),
        ]
        for entry in entries
    }


def units_in(unit: UUID, entries: Iterable[Entry]) -> set[UUID]:
    """Find the other units that posts came from or went to."""
    changes = (change for entry in entries for of in entry.posts.values() for change in of)
    rows = (row for change in changes for row in (change.before, change.after))
    return {row.unit for row in rows if isinstance(row, core.PostVersion)} - {unit}


def _posts(
    unit: UUID, posts: Mapping[UUID, Sequence[core.Change]], names: Mapping[UUID, str], *, on: date
) -> Iterator[str]:
    """Count what happened to posts: a merger is one line, however many they are."""
    came: Counter[UUID] = Counter()
    went: Counter[UUID] = Counter()
    done: Counter[str] = Counter()
    for changes in posts.values():
        dids = set()
        for one in tell_staff(changes, on=on):
            if one.did == "post_moved":
                (went if one.before == unit else came)[one.after if one.before == unit else one.before] += 1
            else:
                dids.add(one.did)
        done.update(dids)
    if came:
        yield _counted(came, names, gettext("nhận %(posts)s từ %(units)s"))
    if went:
        yield _counted(went, names, gettext("chuyển %(posts)s về %(units)s"))
    yield from (
        says % {"posts": _number(done[did])} for did, says in _says().items() if done[did]
    )  # fmt: skip


def _says() -> dict[str, str]:
    return {
        "post_created": gettext("Lập %(posts)s"),
        "post_abolished": gettext("Bỏ %(posts)s"),
        "post_changed": gettext("Đổi %(posts)s"),
        "post_corrected": gettext("Đính chính %(posts)s"),
        "staff_undone": gettext("Rút lại điều đã ghi về %(posts)s"),
    }


def _counted(moved: Counter[UUID], names: Mapping[UUID, str], says: str) -> str:
    units = [names.get(unit, "?") for unit, _ in moved.most_common(NAMED)]
    if more := len(moved) - NAMED:
        units += [gettext("%(count)s đơn vị khác") % {"count": figure(more)}] if more > 0 else []
    said = says % {"posts": _number(sum(moved.values())), "units": listed(units)}
    return said[0].upper() + said[1:]


def _number(count: int) -> str:
    return ngettext("%(count)s vị trí", "%(count)s vị trí", count) % {"count": figure(count)}


def _quotas(changes: Sequence[core.Change], staff: Mapping[str, str], *, on: date) -> Iterator[str]:
    for one in tell_staff([change for change in changes if isinstance(change.row, core.Quota)], on=on):
        yield _quota(one, staff)


def _quota(one: StaffHappening, staff: Mapping[str, str]) -> str:
    says = {
        "quota_set": gettext("Giao biên chế %(staff)s: %(after)s"),
        "quota_changed": gettext("Biên chế %(staff)s: %(before)s → %(after)s"),
        "quota_ended": gettext("Thôi giao biên chế %(staff)s"),
        "staff_undone": gettext("Rút lại biên chế đã ghi"),
    }
    values = {"before": figure(one.before), "after": figure(one.after)}
    return says[one.did] % {"staff": staff.get(one.field, one.field).lower(), **values}
