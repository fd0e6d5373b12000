"""How a reader arranges the list of people: filters, order and columns, as an address says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.core.rows import RANKS, WAYS
from tinhgon.people.queries.filters import Filters
from tinhgon.people.queries.listing import ORDERS
from tinhgon.register.models import Person

LONGEST = 100
COLUMNS: Mapping[str, Any] = {
    "born": _("Năm sinh"),
    "sex": _("Giới tính"),
    "title": _("Chức vụ"),
    "unit": _("Đơn vị"),
    "how": _("Cách giữ"),
    "since": _("Từ ngày"),
    "term": _("Nhiệm kỳ đến"),
    "grade": _("Ngạch, bậc"),
    "staff": _("Loại biên chế"),
}
USUAL = ("born", "title", "unit", "since", "term")
# What an address may say; all else in it is not of the list.
KNOWN = ("q", "unit", "title", "rank", "staff", "how", "sex", "born_from", "born_to", "term_before", "idle",
         "sort", "down", "col")  # fmt: skip
SEXES: Mapping[str, Any] = {"female": _("Nữ"), "male": _("Nam")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Filters, an order, and the columns beside the name."""

    filters: Filters
    order: str = "name"
    down: bool = False
    columns: tuple[str, ...] = USUAL

    def query(self, **changes: str) -> str:
        """Write it as the parameters of an address."""
        return urlencode(self.pairs() | changes, doseq=True, safe="/:")

    def pairs(self) -> dict[str, Any]:
        """Write it as plain values, as it is kept under a name."""
        filters = self.filters
        said: dict[str, Any] = {
            "q": filters.text, "unit": filters.unit and str(filters.unit), "title": filters.title,
            "rank": filters.rank, "staff": filters.staff, "how": filters.how, "sex": filters.sex,
            "born_from": filters.born_from, "born_to": filters.born_to,
            "term_before": filters.term_before and f"{filters.term_before:%d/%m/%Y}",
            "idle": filters.idle and "1", "sort": self.order if self.order != "name" else "",
            "down": self.down and "1", "col": list(self.columns) if self.columns != USUAL else "",
        }  # fmt: skip
        return {name: value for name, value in said.items() if value}


def arranged(address: QueryDict) -> Arrangement:
    """Read an arrangement; what cannot be understood asks for nothing."""
    say = {name: address.get(name, "").strip()[:LONGEST] for name in KNOWN}
    columns = tuple(column for column in COLUMNS if column in address.getlist("col"))
    return Arrangement(
        filters=Filters(
            text=_plain(say["q"]), unit=_unit(address), title=_plain(say["title"]),
            rank=_one_of(RANKS, say["rank"]), staff=_plain(say["staff"]), how=_one_of(WAYS, say["how"]),
            sex=_one_of(Person.Sex.values, say["sex"]), born_from=_year(say["born_from"]),
            born_to=_year(say["born_to"]), term_before=_day(say["term_before"]), idle=bool(say["idle"]),
        ),
        order=_one_of(ORDERS, say["sort"]) or "name", down=bool(say["down"]), columns=columns or USUAL,
    )  # fmt: skip


def from_pairs(pairs: Mapping[str, Any]) -> Arrangement:
    """Read an arrangement that was kept under a name."""
    return arranged(QueryDict(urlencode(pairs, doseq=True)))


def _plain(text: str) -> str:
    return text if text.isprintable() else ""


def _one_of(known: Iterable[str], text: str) -> str:
    return text if text in known else ""


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1900 <= int(text) <= 2200 else None


def _unit(address: QueryDict) -> UUID | None:
    """Read the unit: its id, or from the box its id and its words, unless others stand in the box by now."""
    key, _space, label = address.get("unit", "").partition(" ")
    if label != address.get("unit_name", label):
        return None
    try:
        return UUID(key)
    except ValueError:
        return None


def _day(text: str) -> Any:
    try:
        return parse_day(text) if text else None
    except Refused:
        return None
