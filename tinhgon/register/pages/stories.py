"""What decisions did to a unit, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.core.story import Happening, tell
from tinhgon.register.models import Decision
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.words import figure, listed, percent
from tinhgon.register.queries.decisions import Entry
from tinhgon.register.queries.lineage import Link
from tinhgon.register.queries.revocations import taken_back

TURNS = {"established", "ended", "merged_into", "absorbed_into", "split_into", "restored"}


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of a timeline, as its template draws it."""

    on: date
    title: str
    source: str
    source_url: str
    note: str
    is_current: bool
    is_major: bool
    is_future: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """What a story needs to name things: kinds, units, and whom a unit was made of."""

    unit: UUID
    kinds: Mapping[str, str]
    names: Mapping[UUID, str]
    lineage: Sequence[Link]
    staff: Mapping[UUID, Sequence[str]] = field_of(default_factory=dict)  # by decision: posts, quotas
    hidden: frozenset[UUID] = frozenset()  # decisions that the reader may not open

    def name(self, unit: Any) -> str:
        """Name a unit."""
        return self.names.get(unit, str(unit))

    def origins(self, decision: UUID) -> list[Link]:
        """Give what a decision made the unit of, or brought to it."""
        return [link for link in self.lineage if link.result == self.unit and link.decision == decision]


def mentioned(entries: Iterable[Entry]) -> set[UUID]:
    """Collect the units that a timeline will name."""
    told = (happening for entry in entries for happening in _told(entry))
    return {unit for one in told for unit in (one.before, one.after, one.unit) if isinstance(unit, UUID)}


def timeline(entries: Sequence[Entry], telling: Telling, links: Links, *, day: date) -> list[Moment]:
    """Tell all that happened to a unit, newest first; the last that holds on the day is marked."""
    revoked = _revoked(entries)
    held = [e for e in entries if e.decision.effective_on <= day and e.decision.pk not in revoked]
    current = held[0] if held else None
    return [_moment(entry, telling, links, day, revoked, entry is current) for entry in entries]


def _revoked(entries: Iterable[Entry]) -> dict[UUID, Decision]:
    """Tell what is taken back: who revokes a decision changes the same units, so all orders are there."""
    decisions = {entry.decision.pk: entry.decision for entry in entries}
    newest = sorted(decisions.values(), key=lambda one: (one.signed_at,), reverse=True)
    gone = taken_back((decision.pk, decision.revokes) for decision in newest)
    return {decision: decisions[by] for decision, by in gone.items()}


def _moment(
    entry: Entry, telling: Telling, links: Links, day: date, revoked: Mapping[UUID, Decision], current: bool
) -> Moment:
    decision, told = entry.decision, _told(entry)
    said = [*_sentences(entry, told, telling), *telling.staff.get(decision.pk, ())]
    hidden = decision.pk in telling.hidden
    return Moment(
        on=decision.effective_on,
        title="; ".join(dict.fromkeys(said)),
        source=gettext("văn bản ngoài phạm vi xem") if hidden else str(decision),
        source_url="" if hidden else links.page("decision", decision.pk),
        note=_note(decision, revoked.get(decision.pk)),
        is_current=current,
        is_major=any(one.did in TURNS for one in told),
        is_future=decision.effective_on > day,
    )


def _note(decision: Decision, revoked_by: Decision | None) -> str:
    notes = []
    if revoked_by:
        notes.append(gettext("đã bị thu hồi bởi %(decision)s") % {"decision": revoked_by})
    if decision.corrects_id:
        notes.append(gettext("văn bản đính chính"))
    if decision.revokes:
        notes.append(gettext("văn bản thu hồi"))
    if decision.source != Decision.Source.ACT:
        notes.append(decision.get_source_display().lower())
    return " · ".join(notes)


def _told(entry: Entry) -> tuple[Happening, ...]:
    return tell(entry.changes, on=entry.decision.effective_on)


def _sentences(entry: Entry, told: Sequence[Happening], telling: Telling) -> Iterable[str]:
    passed = [one for one in told if one.unit]
    origins = telling.origins(entry.decision.pk)
    for one in told:
        if one.did == "established":
            yield founded(one.after, origins, entry.decision)
        elif one.did == "ended" and passed:
            continue  # the sentence about where it went says so
        elif one.did == "ended" and entry.decision.source == Decision.Source.LIST:
            yield gettext("Không còn trong danh mục")
        elif one.unit is None:
            yield _changed(one, telling)
    if passed:
        yield _went(passed, telling, ended=any(one.did == "ended" for one in told))
    if origins and not any(one.did == "established" for one in told):
        yield gettext("Nhận thêm từ %(units)s") % {"units": _origin_names(origins)}


def founded(name: str, origins: Sequence[Link], decision: Decision) -> str:
    """Say how a unit began; a list does not found, it only names."""
    if not origins:
        listed_only = decision.source == Decision.Source.LIST
        says = gettext("Có trong danh mục: %(unit)s") if listed_only else gettext("Thành lập %(unit)s")
        return says % {"unit": name}
    if all(link.how == "split" for link in origins):
        return gettext("Thành lập, tách từ %(units)s") % {"units": _origin_names(origins)}
    return gettext("Thành lập trên cơ sở hợp nhất %(units)s") % {"units": _origin_names(origins)}


def _origin_names(origins: Sequence[Link]) -> str:
    return listed([
        gettext("một phần %(unit)s") % {"unit": link.origin_name} if link.share_area < 1 else link.origin_name
        for link in origins
    ])  # fmt: skip


def _went(passed: Sequence[Happening], telling: Telling, *, ended: bool) -> str:
    names = [
        f"{telling.name(one.unit)} ({percent(one.after)})" if one.after < 1 else telling.name(one.unit)
        for one in passed
    ]
    says = {
        "merged_into": gettext("Hợp nhất vào %(units)s"),
        "absorbed_into": gettext("Sáp nhập vào %(units)s"),
        "split_into": gettext("Chia thành %(units)s"),
        "part_to": gettext("Chuyển về %(units)s") if ended else gettext("Chuyển một phần sang %(units)s"),
    }
    went = says[passed[0].did] % {"units": listed(names)}
    return gettext("%(went)s, kết thúc hoạt động") % {"went": went} if ended else went


def _changed(one: Happening, telling: Telling) -> str:
    """Say what became otherwise about the unit itself."""
    values = {"before": _value(one, one.before, telling), "after": _value(one, one.after, telling)}
    if one.did == "corrected":
        return gettext("Đính chính %(field)s: %(before)s → %(after)s") % (
            values | {"field": field(one.field)}
        )
    if one.did in ("figures", "mandate"):
        return _figures(one, values)
    if one.before is None and one.did in ("moved", "recoded"):
        return _first(one, values)
    says = {
        "ended": gettext("Kết thúc hoạt động"),
        "restored": gettext("Khôi phục hoạt động"),
        "renamed": gettext("Đổi tên từ “%(before)s” thành “%(after)s”"),
        "retyped": gettext("Chuyển loại từ %(before)s thành %(after)s"),
        "recoded": gettext("Đổi mã từ %(before)s thành %(after)s"),
        "moved": gettext("Chuyển từ %(before)s về %(after)s"),
        "undone": gettext("Rút lại điều đã ghi"),
    }
    return says[one.did] % values


def _first(one: Happening, values: Mapping[str, str]) -> str:
    says = {"moved": gettext("Đặt dưới %(after)s"), "recoded": gettext("Mang mã %(after)s")}
    return says[one.did] % values


def _figures(one: Happening, values: Mapping[str, str]) -> str:
    if one.did == "mandate":
        return gettext("Thay đổi chức năng, nhiệm vụ")
    subject = field(one.field).capitalize()
    if one.before is None:
        return f"{subject} {values['after']}"
    return f"{subject} {values['before']} → {values['after']}"


def field(name: str) -> str:
    """Name a field of a unit."""
    fields = {
        "name": gettext("tên"),
        "short_name": gettext("tên ngắn"),
        "kind": gettext("loại"),
        "area_km2": gettext("diện tích"),
        "population": gettext("dân số"),
        "mandate": gettext("chức năng, nhiệm vụ"),
        "code": gettext("mã"),
        "parent": gettext("cấp trên"),
    }
    return fields.get(name, fields["parent"])


def _value(one: Happening, value: Any, telling: Telling) -> str:
    if isinstance(value, UUID):
        return telling.name(value)
    if one.field == "area_km2":
        return f"{figure(value)} km²"
    if one.field == "population":
        return figure(value)
    if one.field == "kind":
        return telling.kinds.get(value, str(value))
    return str(value) if value not in (None, "") else "–"
