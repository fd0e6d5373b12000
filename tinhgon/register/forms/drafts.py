"""The whole form of a draft: its head and its list of operations, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.core.reach import Reach
from tinhgon.register.forms import rows as lists
from tinhgon.register.forms.base import typed
from tinhgon.register.forms.head import HeadForm
from tinhgon.register.forms.lookup import Lookup
from tinhgon.register.forms.operations import FORMS
from tinhgon.register.forms.rows import Row
from tinhgon.register.pages.faults import Fault, said
from tinhgon.register.pages.staff_wording import staff_labels
from tinhgon.register.pages.wording import units_in
from tinhgon.register.pages.words import figure
from tinhgon.register.queries import references


class DraftForm:
    """A draft as it stands in the browser."""

    def __init__(
        self, head: HeadForm, rows: list[Row], lookup: Lookup, data: QueryDict | None = None
    ) -> None:
        self.head, self.rows, self.lookup, self.data = head, rows, lookup, data
        self.refusals: list[Fault] = []

    @classmethod
    def posted(cls, data: QueryDict, reach: Reach) -> DraftForm:
        """Read what a browser sent."""
        lookup = Lookup(_day(data.get("effective_on", "")), list(_written(data)), reach=reach)
        rows = lists.posted_rows(data, lookup)
        lookup.born = lists.born(rows, data)
        return cls(HeadForm(data), rows, lookup, data)

    @classmethod
    def of(
        cls, values: Mapping[str, Any], operations: list[dict[str, Any]], reach: Reach, *, opens: bool
    ) -> DraftForm:
        """Show a draft that is written; `opens` shows its operations as forms instead of words."""
        lookup = Lookup(values.get("effective_on"), reach=reach)
        form = cls(HeadForm(initial=dict(values)), [], lookup)
        form.rows = [Row(lists.new_key(), str(raw["op"]), raw=raw) for raw in operations]
        for row in form.rows if opens else []:
            form._open(row)
        return form

    # What is wrong

    def refuse(self, refused: Refused) -> None:
        """Show a refusal on top, and at the operation that it names."""
        number = int(refused.facts.get("operation") or 0)
        if 0 < number <= len(self.rows):
            self.rows[number - 1].fault = said(refused)
        self.refusals.append(Fault(said(refused), f"op-{number}" if number else ""))

    @property
    def faults(self) -> list[Fault]:
        """Everything that must be mended, in the order of the page."""
        found = list(self.refusals)
        found += _field_faults(self.head, "") if self.head.is_bound else []
        for number, row in enumerate(self.rows, start=1):
            for form in row.forms if row.is_judged else ():
                found += _field_faults(form, gettext("Thao tác %(number)d, ") % {"number": number})
        return found

    def numbered(self) -> list[Row]:
        """The rows with their places."""
        for number, row in enumerate(self.rows, start=1):
            row.number = number
        return self.rows

    def read(self) -> tuple[ops.Operation, ...] | None:
        """Give the operations, or None where a field is wrong; what is right is shown in words from then on.

        :raises MalformedOperations: what a field alone cannot see.
        """
        found = [row.read() for row in self.rows]
        for row in self.rows:
            if row.raw:
                row.close()
        return ops.read(found) if self.head.is_valid() and None not in found else None

    # What the buttons do

    def act(self, does: str) -> None:
        """Do what a button of the list says: add, open, close, remove, up, down, member…"""
        name, *keys = does.split(":")
        if name == "add":
            self._add(self.data.get("add-op", "") if self.data else "")
        elif keys and (row := next((row for row in self.rows if row.key == keys[0]), None)):
            self._do(name, row, keys[1:])
        self._calm(but=keys[0] if name == "close" and keys else "")

    def _calm(self, *, but: str) -> None:
        """Say nothing of mistakes in what is still being written."""
        self.head = HeadForm(initial=typed(self.head)) if self.head.is_bound else self.head
        for row in self.rows:
            if row.key != but:
                row.calm()

    def _do(self, name: str, row: Row, keys: list[str]) -> None:
        simple: Mapping[str, Callable[[Row], Any]] = {
            "open": self._open, "close": self._close, "remove": self.rows.remove, "propose": self._propose,
            "up": lambda row: self._move(row, -1), "down": lambda row: self._move(row, 1),
            "member": lambda row: lists.add_member(row, self.lookup),
        }  # fmt: skip
        if name in simple:
            simple[name](row)
        elif name == "unmember" and keys:
            row.members = [(key, form) for key, form in row.members if key != keys[0]]

    def _add(self, op: str) -> None:
        if op not in FORMS or len(self.rows) >= lists.MOST_ROWS:
            return
        for row in self.rows:
            if row.form and row.read():
                row.close()
        self.rows.append(lists.empty(op, self.lookup))

    def _open(self, row: Row) -> None:
        if row.raw is None or row.form:
            return
        new = {
            UUID(str(one["id"])): str(one["name"])
            for one in _new_units([row.raw for row in self.rows if row.raw])
        }
        labels = references.labels(units_in(row.raw), on=self.lookup.on or date.max)
        labels |= staff_labels(row.raw, self.lookup.reach, on=self.lookup.on)
        fresh = lists.opened(
            row.key, row.raw, self.lookup, {**new, **labels, **_decision_labels(row.raw, self.lookup.reach)}
        )
        row.form, row.members = fresh.form, fresh.members

    def _close(self, row: Row) -> None:
        if row.read():
            row.close()

    def _move(self, row: Row, by: int) -> None:
        place = self.rows.index(row)
        self.rows.insert(max(place + by, 0), self.rows.pop(place))

    def _propose(self, row: Row) -> None:
        """Fill what is empty about a merged unit from its members: the largest one's name, all their sums."""
        members = [
            (form.cleaned_data["unit"], form.cleaned_data["share_area"] or Decimal(1),
             form.cleaned_data["share_population"] or Decimal(1))
            for _, form in row.members if form.is_valid()
        ]  # fmt: skip
        if not members or self.lookup.on is None or self.data is None:
            self.refusals.append(
                Fault(gettext("Ghi ngày hiệu lực và các đơn vị hợp nhất trước khi đề xuất."))
            )
            return
        found = references.proposal(members, on=self.lookup.on)
        if found is None:
            self.refusals.append(Fault(gettext("Không đơn vị nào trong số này tồn tại vào ngày hiệu lực.")))
            return
        self._fill(row, _proposed(found))

    def _fill(self, row: Row, values: Mapping[str, str]) -> None:
        assert self.data is not None  # noqa: S101  (only what was posted is filled in)
        data = self.data.copy()
        for name, value in values.items():
            if not data.get(f"{row.key}-{name}", "").strip():
                data[f"{row.key}-{name}"] = value
        if row.form:
            row.form = type(row.form)(data, prefix=row.key, lookup=self.lookup)


def _proposed(found: references.Proposal) -> dict[str, str]:
    values = {
        "name": found.name, "short_name": found.short_name, "kind": found.kind, "code": found.code,
        "area_km2": "" if found.area_km2 is None else figure(found.area_km2),
        "population": "" if found.population is None else figure(found.population),
        "estimated": "on" if found.estimated else "",
    }  # fmt: skip
    if found.parent:
        values["parent"] = found.parent_label
        values["parent-chosen"] = f"{found.parent} {found.parent_label}"
    return values


def _day(text: str) -> date | None:
    try:
        return parse_day(text)
    except Refused:
        return None


def _written(data: QueryDict) -> Iterator[str]:
    """Find what stands in the boxes for units, and in corrected values, which may be codes."""
    for name in data:
        if name.endswith("-chosen"):
            yield data.get(name.removesuffix("-chosen"), "")
        elif name.endswith("-value"):
            yield data.get(name, "")


def _new_units(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for inner in value:
            yield from _new_units(inner)
    elif isinstance(value, dict):
        if "id" in value and "name" in value:
            yield value
        for inner in value.values():
            yield from _new_units(inner)


def _decision_labels(raw: Mapping[str, Any], reach: Reach) -> dict[UUID, str]:
    if raw.get("op") != "revoke" or not raw.get("decision"):
        return {}
    return references.decision_labels([UUID(str(raw["decision"]))], reach)


def _field_faults(form: Any, where: str) -> Iterator[Fault]:
    for error in form.non_field_errors():
        yield Fault(f"{where}{error}")
    for bound in form:
        for error in bound.errors:
            yield Fault(f"{where}{bound.label}: {error}", bound.auto_id)
