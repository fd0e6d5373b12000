"""What the forms of one draft look up: units by code, kinds, lines; each list is read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from tinhgon.core.errors import Refused
from tinhgon.core.reach import Reach
from tinhgon.register.pages.staff_words import person_label, post_label
from tinhgon.register.queries import references, staffing_search
from tinhgon.register.queries.codes import GRADE, KIND, STAFF, TITLE, codes
from tinhgon.register.queries.units import NoSuchUnit, holders
from tinhgon.temporal.asof import AsOf

_IN_BRACKETS = re.compile(r"\(([^()]+)\)$")


class NoDayYet(Refused):
    vi = "Ghi ngày hiệu lực đúng trước: mã đơn vị được hiểu theo ngày ấy."
    en = "First state a right effective day: codes of units are read as of that day."


class NoSuchDecision(Refused):
    vi = "Có {found} văn bản đã ký mang số “{number}”. Chọn từ danh sách, hoặc ghi đúng một số."
    en = "{found} signed documents bear the number “{number}”. Choose from the list, or write one number."


class NoSuchPost(Refused):
    vi = "Có {found} vị trí khớp với “{text}”. Chọn từ danh sách dưới ô."
    en = "{found} posts match “{text}”. Choose from the list under the box."


class NoSuchPerson(Refused):
    vi = "Có {found} người khớp với “{text}” trong phạm vi của bạn. Chọn từ danh sách dưới ô."
    en = "{found} people within your reach match “{text}”. Choose from the list under the box."


class NotBornHere(Refused):
    vi = (
        "Thao tác {reference} không lập đơn vị mới. Ghi # và số của thao tác có lập đơn vị, như #1 hoặc #2.1."
    )
    en = "Operation {reference} makes no new unit. Write # and the number of one that does, like #1 or #2.1."


@dataclass
class Lookup:
    """Finds what people write; `born` are units and posts that the draft's own operations bring forth."""

    on: date | None
    texts: Iterable[str] = ()
    born: Mapping[str, UUID] = field(default_factory=dict)
    reach: Reach = field(default_factory=Reach)

    def unit(self, text: str, *, former: bool) -> UUID:
        """Find a unit by code, id or operation; `former` takes also one that bore the code before.

        :raises NoSuchUnit, NoDayYet, NotBornHere: none is found.
        """
        if text.startswith("#"):
            return self._born(text)
        if key := as_uuid(text):
            return key
        if self.on is None:
            raise NoDayYet
        code = code_in(text)
        found = self._held.get(code) or (self._former.get(code) if former else None)
        if found is None:
            raise NoSuchUnit(unit=text[:60], day=self.on)
        return found

    def post(self, text: str) -> UUID:
        """Find a post by operation, id, or words that fit no other.

        :raises NoSuchPost, NoDayYet, NotBornHere: none is found, or several are.
        """
        if text.startswith("#"):
            return self._born(text)
        if key := as_uuid(text):
            return key
        if self.on is None:
            raise NoDayYet
        found = staffing_search.posts(text.replace("–", " "), AsOf(self.on))
        exact = [one for one in found if post_label(one) == text] or found
        if len(exact) != 1:
            raise NoSuchPost(text=text[:60], found=len(exact))
        return exact[0].id

    def person(self, text: str) -> UUID:
        """Find somebody within reach by words of the name that fit nobody else, or by id.

        :raises NoSuchPerson: nobody is found, or several are.
        """
        on = self.on or date.today()  # noqa: DTZ011  (what he is that day only words the label)
        if key := as_uuid(text):
            found = list(staffing_search.people_called([key], self.reach, on=on).values())
        else:
            found = staffing_search.people(text.partition("–")[0], self.reach, on=on)
        exact = [one for one in found if person_label(one) == text] or found
        if len(exact) != 1:
            raise NoSuchPerson(text=text[:60], found=len(exact))
        return exact[0].id

    def decision(self, text: str) -> UUID:
        """Find a signed decision by its number or id.

        :raises NoSuchDecision: none is found, or several are.
        """
        if key := as_uuid(text):
            return key
        found = references.signed_numbered(text, self.reach)
        if len(found) != 1:
            raise NoSuchDecision(number=text[:60], found=len(found))
        return found[0]

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of units, as choices."""
        return [("", _("– chọn loại –")), *self._words[KIND].items()]

    @cached_property
    def titles(self) -> list[tuple[str, str]]:
        """The titles of posts, as choices."""
        return [("", _("– chọn chức danh –")), *self._words[TITLE].items()]

    @cached_property
    def staff(self) -> list[tuple[str, str]]:
        """The kinds of staff, as choices."""
        return [("", _("– chọn loại biên chế –")), *self._words[STAFF].items()]

    @cached_property
    def grades(self) -> list[tuple[str, str]]:
        """The grades, as choices."""
        return [("", _("– chọn ngạch –")), *self._words[GRADE].items()]

    @cached_property
    def _words(self) -> Mapping[str, dict[str, str]]:
        return codes()

    def _born(self, text: str) -> UUID:
        if text[1:] in self.born:
            return self.born[text[1:]]
        raise NotBornHere(reference=text[1:20])

    @cached_property
    def _codes(self) -> set[str]:
        return {code_in(text) for text in self.texts if text}

    @cached_property
    def _held(self) -> dict[str, UUID]:
        assert self.on is not None  # noqa: S101  (asked for only then)
        return holders(self._codes, on=self.on)

    @cached_property
    def _former(self) -> dict[str, UUID]:
        assert self.on is not None  # noqa: S101  (asked for only then)
        return references.last_holders(self._codes - self._held.keys(), before=self.on)


def as_uuid(text: str) -> UUID | None:
    """Read an id, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None


def code_in(text: str) -> str:
    """Give the code that a text names: the one in brackets at its end, or all of it."""
    found = _IN_BRACKETS.search(text.strip())
    return found[1].strip() if found else text.strip()
