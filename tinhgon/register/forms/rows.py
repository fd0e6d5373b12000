"""The list of operations in a draft's form: each is open (a form) or closed (words), and can move.

Everything is in what the browser sends, so that nothing typed is lost: an open row sends its fields, a closed
one its operation as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict

from tinhgon.core import operations as ops
from tinhgon.register.forms.base import OperationForm, Part
from tinhgon.register.forms.lookup import Lookup
from tinhgon.register.forms.operations import FORMS, initial_of
from tinhgon.register.pages.wording import OPERATIONS, Told

MOST_ROWS = 200
MOST_MEMBERS = 60
LEAST_MEMBERS = 2
_KEY = re.compile(r"[a-z0-9]{1,12}")
_MEMBERS = ("members", "parts")


@dataclass
class Row:
    """One operation of the list."""

    key: str
    op: str
    form: OperationForm | None = None
    members: list[tuple[str, Part]] = field(default_factory=list)
    raw: dict[str, Any] | None = None  # of a closed row, or of an open one that was found right
    fault: str = ""
    told: Told | None = None
    number: int = 0
    is_judged: bool = False

    @property
    def title(self) -> Any:
        """What it orders, in a word or two."""
        return OPERATIONS[self.op]

    @property
    def json(self) -> str:
        """The operation as a closed row sends it."""
        return json.dumps(self.raw, ensure_ascii=False)

    @property
    def forms(self) -> Iterator[Part]:
        """Its form and those of its members; none when it is closed."""
        if self.form:
            yield self.form
            yield from (form for _, form in self.members)

    def read(self) -> dict[str, Any] | None:
        """Give the operation, or None if something typed is wrong."""
        if self.form is None:
            return self.raw
        self.is_judged = True
        valid = [form.is_valid() for form in self.forms]  # a list: each form must say what is wrong with it
        if not all(valid):
            return None
        self.raw = self.form.operation([form.values() for _, form in self.members])
        return self.raw

    def calm(self) -> None:
        """Say nothing of mistakes before the writer says that it is done."""
        self.is_judged = False
        if self.form and self.form.is_bound:
            self.form = self.form.unjudged()
        self.members = [(key, form.unjudged() if form.is_bound else form) for key, form in self.members]

    def close(self) -> None:
        """Show it in words."""
        self.form, self.members = None, []


def posted_rows(data: QueryDict, lookup: Lookup) -> list[Row]:
    """Read the list that a browser sent.

    :raises MalformedOperations: no form of ours sent it.
    """
    keys = [key for key in dict.fromkeys(data.getlist("row")) if _KEY.fullmatch(key)][:MOST_ROWS]
    rows = [_posted(key, data, lookup) for key in keys]
    return [row for row in rows if row]


def _posted(key: str, data: QueryDict, lookup: Lookup) -> Row | None:
    op = data.get(f"{key}-op", "")
    if op not in FORMS:
        return None
    if raw := _raw(data.get(f"{key}-raw", "")):
        return Row(key, raw["op"], raw=raw)
    row = Row(key, op, FORMS[op](data, prefix=key, lookup=lookup))
    if row.form and (member := row.form.members):
        keys = [one for one in dict.fromkeys(data.getlist(f"{key}-member")) if _KEY.fullmatch(one)]
        row.members = [
            (one, member(data, prefix=f"{key}-{one}", lookup=lookup)) for one in keys[:MOST_MEMBERS]
        ]
    return row


def _raw(text: str) -> dict[str, Any] | None:
    """Read a closed row.

    :raises MalformedOperations: no form of ours sent it.
    """
    if not text:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    (written,) = ops.write(ops.read([found]))
    return written


def opened(key: str, raw: Mapping[str, Any], lookup: Lookup, labels: Mapping[UUID, str]) -> Row:
    """Open an operation that is written: a form with its values, and room for two members."""
    form = FORMS[str(raw["op"])](initial=initial_of(raw, labels), prefix=key, lookup=lookup)
    row = Row(key, form.op, form)
    for one in _members_of(raw):
        add_member(row, lookup, initial=initial_of(one, labels))
    while form.has_members and len(row.members) < LEAST_MEMBERS:
        add_member(row, lookup)
    return row


def empty(op: str, lookup: Lookup) -> Row:
    """Begin an operation."""
    return opened(new_key(), {"op": op}, lookup, {})


def add_member(row: Row, lookup: Lookup, *, initial: Mapping[str, Any] | None = None) -> None:
    """Add room for a member or part."""
    if row.form and row.form.members and len(row.members) < MOST_MEMBERS:
        key = new_key()
        member = row.form.members(initial=initial, prefix=f"{row.key}-{key}", lookup=lookup)
        row.members.append((key, member))


def new_key() -> str:
    """Make a key that no other row has."""
    return uuid4().hex[:8]


def born(rows: Iterable[Row], data: QueryDict) -> dict[str, UUID]:
    """Name units and posts that the rows bring forth as other rows may: #3, or #3.2 for a part of a split."""
    found: dict[str, UUID] = {}
    for number, row in enumerate(rows, start=1):
        for reference, text in _ids(number, row, data):
            try:
                found[reference] = UUID(text)
            except ValueError:
                continue
    return found


def _ids(number: int, row: Row, data: QueryDict) -> Iterator[tuple[str, str]]:
    if row.form:
        yield str(number), data.get(f"{row.key}-id", "")
        for place, (key, _) in enumerate(row.members, start=1):
            yield f"{number}.{place}", data.get(f"{row.key}-{key}-id", "")
        return
    for name in ("unit", "into", "post"):
        if row.raw and isinstance(new := row.raw.get(name), dict):
            yield str(number), str(new.get("id", ""))
    for place, part in enumerate(_members_of(row.raw or {}), start=1):
        if isinstance(into := part.get("into"), dict):
            yield f"{number}.{place}", str(into.get("id", ""))


def _members_of(raw: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [one for name in _MEMBERS for one in raw.get(name) or () if isinstance(one, dict)]
