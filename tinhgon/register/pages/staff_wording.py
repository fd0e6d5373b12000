"""Posts and people as pages name them; whoever is out of reach is one word, the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tinhgon.core.names import nfc
from tinhgon.core.reach import Reach
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.staff_words import in_words, out_of_reach, person_label
from tinhgon.register.queries import staffing_posts, staffing_search
from tinhgon.register.queries.codes import TITLE, codes
from tinhgon.temporal.asof import AsOf

POSTS = ("post", "reports_to")  # where an operation names a post
PERSON = "person"


class Hidden:
    """Somebody out of reach, as a page names him."""

    def __str__(self) -> str:
        return out_of_reach()

    @property
    def link(self) -> SafeString:
        """Write it, in a style that says that something is kept back."""
        return format_html('<span class="muted hidden-person">{}</span>', out_of_reach())


class StaffNames:
    """The names of posts, people and codes around a day; each list is read once, when first asked for.

    `new` are posts that the register does not have yet, with their titles.
    """

    def __init__(
        self, *, posts: Iterable[UUID], people: Iterable[UUID], as_of: AsOf, reach: Reach,
        links: Links | None, new: Mapping[UUID, str] | None = None,
    ) -> None:  # fmt: skip
        self._posts, self._people = set(posts), set(people)
        self._as_of, self._reach, self._links = as_of, reach, links
        self._new = new or {}

    def post(self, post: UUID) -> tuple[str, str]:
        """Name a post with its unit, and give its page if it has one."""
        found = self._called.get(post)
        if found is None:
            return self.word(TITLE, self._new.get(post, "")), ""
        label = f"{in_words(found.title)} – {found.unit_name}"
        return label, self._links.post(post, on=found.on) if self._links else ""

    def person(self, person: UUID) -> str | None:
        """Name somebody, or None if he is out of reach."""
        found = self._seen.get(person)
        return found.name if found else None

    def whole_person(self, person: UUID) -> str | None:
        """Name somebody with his post and year of birth, or None."""
        found = self._seen.get(person)
        return person_label(found) if found else None

    @property
    def illustrative(self) -> bool:
        """Tell whether somebody named is made up."""
        return any(one.illustrative for one in self._seen.values())

    def word(self, of: str, code: str) -> str:
        """Name a code of a list."""
        return self._codes[of].get(code, code)

    @cached_property
    def _called(self) -> dict[UUID, staffing_posts.Called]:
        return staffing_posts.called(self._posts, self._as_of)  # nobody asked for: no statement

    @cached_property
    def _seen(self) -> dict[UUID, staffing_search.FoundPerson]:
        return staffing_search.people_called(self._people, self._reach, on=self._as_of.valid)

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, str]]:
        return codes()


def posts_in(value: Any) -> Iterator[UUID]:
    """Find the posts that operations name, however deep."""
    for key, found in _named(value):
        if key in POSTS:
            yield found


def people_in(value: Any) -> Iterator[UUID]:
    """Find the people that operations name."""
    for key, found in _named(value):
        if key == PERSON:
            yield found


def new_posts(value: Any) -> Iterator[tuple[UUID, str]]:
    """Find the posts that operations make, with the codes of their titles."""
    for one in value:
        if one.get("op") == "create_post" and isinstance(new := one.get("post"), dict) and new.get("id"):
            yield UUID(str(new["id"])), str(new.get("title", ""))


def staff_labels(raw: Mapping[str, Any], reach: Reach, *, on: date | None) -> dict[UUID, str]:
    """Name the posts and the people of an operation as boxes for them do."""
    as_of = AsOf(on or date.max)
    called = staffing_posts.called(posts_in(raw), as_of)
    labels = {post: nfc(f"{in_words(found.title)} – {found.unit_name}") for post, found in called.items()}
    seen = staffing_search.people_called(people_in(raw), reach, on=as_of.valid)
    return labels | {person: person_label(found) for person, found in seen.items()}


def _named(value: Any) -> Iterator[tuple[str, UUID]]:
    if isinstance(value, list):
        for inner in value:
            yield from _named(inner)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key in (*POSTS, PERSON) and isinstance(inner, str):
                yield key, UUID(inner)
            else:
                yield from _named(inner)
