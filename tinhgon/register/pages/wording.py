"""Operations as a page tells them: units by name and address, kinds and lines by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.register.pages.links import Links
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staff_wording import Hidden, StaffNames
from tinhgon.register.pages.staff_words import RANKS, WAYS
from tinhgon.register.queries import contents
from tinhgon.register.queries.codes import GRADE, KIND, STAFF, TITLE
from tinhgon.register.queries.sight import visible
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.middleware import AsOfRequest

UNITS = ("unit", "into", "to", "parent")  # where an operation names a unit
LINES = {"territorial": _("lãnh thổ"), "government": _("chính quyền"), "party": _("Đảng")}
FIELDS = {
    "name": _("tên"), "short_name": _("tên ngắn"), "kind": _("loại"), "area_km2": _("diện tích (km²)"),
    "population": _("dân số (người)"), "mandate": _("chức năng, nhiệm vụ"), "code": _("mã"),
    "parent": _("cấp trên"),
}  # fmt: skip
OPERATIONS = {
    "establish": _("Thành lập"), "rename": _("Đổi tên"), "change_kind": _("Đổi loại"),
    "change_code": _("Đổi mã"), "change_figures": _("Đổi diện tích, dân số"),
    "change_mandate": _("Đổi chức năng, nhiệm vụ"), "move": _("Chuyển cấp trên"),
    "merge": _("Hợp nhất thành đơn vị mới"), "absorb": _("Sáp nhập vào đơn vị đang có"),
    "split": _("Chia tách"), "transfer": _("Điều chuyển một phần"), "dissolve": _("Giải thể"),
    "restore": _("Khôi phục"), "correct": _("Đính chính"), "revoke": _("Thu hồi quyết định"),
    "create_post": _("Lập vị trí"), "change_post": _("Đổi vị trí"), "report_to": _("Đổi cấp báo cáo"),
    "move_post": _("Chuyển vị trí"), "abolish_post": _("Bỏ vị trí"), "set_quota": _("Giao biên chế"),
    "appoint": _("Bổ nhiệm"), "reappoint": _("Bổ nhiệm lại"), "transfer_person": _("Điều động"),
    "second": _("Biệt phái"), "change_occupancy": _("Đổi cách giữ vị trí"),
    "release": _("Cho thôi giữ vị trí"), "retire": _("Cho nghỉ hưu"), "change_grade": _("Đổi ngạch, bậc"),
    "correct_appointment": _("Đính chính quá trình giữ vị trí"),
}  # fmt: skip
GROUPS = (
    (_("Đơn vị"), "establish"), (_("Vị trí, biên chế"), "create_post"), (_("Người"), "appoint"),
)  # fmt: skip
CORRECTING = ("correct", "correct_appointment")


@dataclass(frozen=True, slots=True)
class Ref:
    """A unit as a page names it; without an address where the register does not have it yet."""

    name: str
    url: str = ""

    def __str__(self) -> str:
        return self.name

    @property
    def link(self) -> SafeString:
        """Write it: a link where it has an address."""
        if self.url:
            return format_html('<a href="{}">{}</a>', self.url, self.name)
        return format_html("<b>{}</b>", self.name)


class Names:
    """The names of units, kinds and decisions around the day of a decision; each list is read once.

    `new` names units that the register does not have yet; without `linked` names lead nowhere, so that a form
    is not left by mistake.
    """

    def __init__(
        self,
        units: Iterable[UUID],
        *,
        on: date,
        request: AsOfRequest,
        new: Mapping[UUID, str] | None = None,
        linked: bool = True,
        posts: Iterable[UUID] = (),
        people: Iterable[UUID] = (),
        new_posts: Mapping[UUID, str] | None = None,
    ) -> None:
        eve = on - timedelta(days=1) if on > date.min else on
        self._called = contents.called(units, on=eve, as_of=request.as_of)
        self._new = new or {}
        self._links = Links.of(request) if linked else None
        self._sight = (reach_of(request), request.user.pk)
        self.staff = StaffNames(
            posts=posts, people=people, as_of=AsOf(eve, request.as_of.known), reach=self._sight[0],
            links=self._links, new=new_posts,
        )  # fmt: skip

    def unit(self, unit: UUID) -> Ref:
        """Name a unit and give its page."""
        if found := self._called.get(unit):
            return Ref(found.name, self._links.unit(unit, on=found.on) if self._links else "")
        return Ref(self._new.get(unit) or gettext("đơn vị mới"))

    def post(self, post: UUID) -> Ref:
        """Name a post and give its page."""
        return Ref(*self.staff.post(post))

    def person(self, person: UUID, *, whole: bool = False) -> Ref | Hidden:
        """Name somebody within reach, with his post if it is to be the whole; of others say only that."""
        found = self.staff.whole_person(person) if whole else self.staff.person(person)
        return Ref(found, self._links.person(person) if self._links else "") if found else Hidden()

    def kind(self, code: str) -> str:
        """Name a kind in the page's language."""
        return self.staff.word(KIND, code)

    def decision(self, decision: UUID) -> Ref:
        """Name a decision and give its page."""
        seen = visible(*self._sight).filter(pk=decision)
        found = seen.select_related("type").defer("operations").first()
        if found is None:
            return Ref(gettext("văn bản ngoài phạm vi xem"))
        return Ref(str(found), self._links.page("decision", found.pk) if self._links else "")


@dataclass(frozen=True, slots=True)
class Told:
    """An operation ready to be told: its place, which template tells it, and its values with names."""

    number: int
    op: str
    values: dict[str, Any]

    @property
    def title(self) -> Any:
        """What it orders, in a word or two."""
        return OPERATIONS.get(self.op, self.op)

    @property
    def template(self) -> str:
        """The template that tells it."""
        return f"register/decisions/ops/{self.op}.html"


def tell_operations(raw: list[dict[str, Any]], *, first: int, names: Names) -> list[Told]:
    """Tell operations from their JSON; `first` is the number of the first of them."""
    return [
        Told(number, str(operation.get("op")), _named(operation, names))
        for number, operation in enumerate(raw, start=first)
    ]


def _named(value: Any, names: Names) -> Any:
    """Put names for ids and codes, however deep."""
    if isinstance(value, list):
        return [_named(inner, names) for inner in value]
    if not isinstance(value, dict):
        return value
    told = {key: _one(key, inner, names) for key, inner in value.items()}
    if "share_area" in value:
        told["is_part"] = (
            value["share_area"] != "1" or value["share_population"] != "1" or value.get("survives")
        )
    if "id" in value and "name" in value:
        told["ref"] = names.unit(UUID(value["id"]))
    if told.get("op") == "correct":
        told |= _correction(value, names)
    return told


def _one(key: str, value: Any, names: Names) -> Any:
    if key in UNITS and isinstance(value, str):
        return names.unit(UUID(value))
    if key == "decision" and isinstance(value, str):
        return names.decision(UUID(value))
    if key == "kind" and isinstance(value, str):
        return names.kind(value)
    if key == "line":
        return LINES.get(value, value)
    if key in DAYS and isinstance(value, str):
        return date.fromisoformat(value)
    if key in WORDED and isinstance(value, str):
        return WORDED[key](names, value)
    return _named(value, names)


DAYS = ("since", "until", "term_until", "recorded_since")
WORDED: Mapping[str, Callable[[Names, str], Any]] = {
    "post": lambda names, value: names.post(UUID(value)),
    "reports_to": lambda names, value: names.post(UUID(value)),
    "person": lambda names, value: names.person(UUID(value), whole=True),
    "title": lambda names, value: names.staff.word(TITLE, value),
    "staff": lambda names, value: names.staff.word(STAFF, value),
    "grade": lambda names, value: names.staff.word(GRADE, value),
    "rank": lambda names, value: RANKS.get(value, value),
    "how": lambda names, value: WAYS.get(value, value),
}


def _correction(raw: dict[str, Any], names: Names) -> dict[str, Any]:
    field, value = raw["field"], raw["value"]
    if field == "parent" and value:
        value = names.unit(UUID(value))
    elif field == "kind" and value:
        value = names.kind(value)
    # An end is a first day on which it no longer holds; people read the last day on which it does.
    last = raw["until"] and date.fromisoformat(raw["until"]) - timedelta(days=1)
    return {
        "field": FIELDS[field],
        "value": value,
        "last": last,
        "is_number": field in ("area_km2", "population"),
    }


def units_in(value: Any) -> Iterator[UUID]:
    """Find the units that operations name, however deep."""
    if isinstance(value, list):
        for inner in value:
            yield from units_in(inner)
    elif isinstance(value, dict):
        if value.get("field") == "parent" and value.get("value"):
            yield UUID(value["value"])
        for key, inner in value.items():
            if key in (*UNITS, "id") and isinstance(inner, str):
                yield UUID(inner)
            else:
                yield from units_in(inner)


def new_names(value: Any) -> Iterator[tuple[UUID, str]]:
    """Find the units that operations bring forth, with their names."""
    if isinstance(value, list):
        for inner in value:
            yield from new_names(inner)
    elif isinstance(value, dict):
        if "id" in value and "name" in value:
            yield UUID(value["id"]), value["name"]
        for inner in value.values():
            yield from new_names(inner)
