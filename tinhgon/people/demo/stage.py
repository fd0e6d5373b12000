"""The stage: every act changes who holds what, and is noted as an operation of the decision being told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.rows import ABSENT, ACTING, CONCURRENT, ONE, REGULAR, SECONDED
from tinhgon.people.demo.cast import Person, Post
from tinhgon.people.demo.chance import identity

ISSUER = "Minh họa (không phải cơ quan có thật)"
NOTE = "Minh họa: không có quyết định này ngoài đời. Người, chức vụ và con số đều do chương trình đặt ra."


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision of the story."""

    id: UUID
    number: str
    title: str
    day: date
    operations: tuple[ops.Operation, ...]
    note: str = NOTE


class Stage:
    """Posts and people as they stand on the day of the decision being told."""

    def __init__(self) -> None:
        self.posts: dict[UUID, Post] = {}
        self.of_unit: dict[UUID, list[Post]] = {}
        self.people: list[Person] = []
        self.acts: list[Act] = []
        self.day = date.min
        self._operations: list[ops.Operation] = []
        self._numbers: dict[int, int] = {}
        self._quotas: dict[tuple[UUID, str], int] = {}

    # Telling

    def open(self, day: date) -> None:
        """Begin a decision of a day; who was away until then is back."""
        assert day >= self.day and not self._operations, "decisions are told in order"  # noqa: S101
        self.day = day
        for person in self.people:
            if person.away_until is not None and person.away_until <= day:
                self._back(person)

    def close(self, title: str, note: str = "") -> Act | None:
        """End the decision; where nothing was ordered there is none."""
        if not self._operations:
            return None
        number = self._numbers[self.day.year] = self._numbers.get(self.day.year, 0) + 1
        label = f"{number:02}/QĐ-MHNS"
        act = Act(
            id=identity("act", self.day.year, number), number=label, title=f"Minh họa: {title}", day=self.day,
            operations=tuple(self._operations), note=f"{NOTE} {note}".strip(),
        )  # fmt: skip
        self._operations.clear()
        self.acts.append(act)
        return act

    def order(self, operation: ops.Operation) -> None:
        """Note an operation."""
        self._operations.append(operation)

    def allow(self, unit: UUID, staff: str, number: int) -> None:
        """Set a quota, where it is another one now."""
        if self._quotas.get((unit, staff)) != number:
            self._quotas[unit, staff] = number
            self.order(ops.SetQuota(unit=unit, staff=staff, number=number))

    # Posts

    def create(self, post: Post) -> Post:
        """Make a post."""
        self.posts[post.id] = post
        self.of_unit.setdefault(post.unit, []).append(post)
        new = ops.NewPost(id=post.id, unit=post.unit, title=post.title, rank=post.rank, seats=post.seats,  # type: ignore[arg-type]
                          staff=post.staff, reports_to=post.reports_to)  # fmt: skip
        self.order(ops.CreatePost(post=new))
        return post

    def abolish(self, post: Post) -> None:
        """End a post that nobody holds."""
        assert not post.holders, f"{post.title} is held"  # noqa: S101
        del self.posts[post.id]
        self.of_unit[post.unit].remove(post)
        self.order(ops.AbolishPost(post=post.id))

    def carry(self, post: Post, unit: UUID) -> None:
        """Let a post be of another unit by an order of its own."""
        self.order(ops.MovePost(post=post.id, to=unit))
        self.follow(post, unit)

    def follow(self, post: Post, unit: UUID) -> None:
        """Note that a post went along when its unit was merged."""
        self.of_unit[post.unit].remove(post)
        self.of_unit.setdefault(unit, []).append(post)
        post.unit = unit

    def retitle(self, post: Post, *, title: str, rank: str) -> None:
        """Let a post be of another title and rank."""
        post.title, post.rank = title, rank
        self.order(ops.ChangePost(post=post.id, title=title, rank=rank))  # type: ignore[arg-type]

    def answer_to(self, post: Post, above: Post) -> None:
        """Let a post answer to another."""
        if post is not above and post.reports_to != above.id:
            post.reports_to = above.id
            self.order(ops.ReportTo(post=post.id, reports_to=above.id))

    def posts_in(self, units: Iterable[UUID]) -> Iterator[Post]:
        """Give the posts of units."""
        for unit in units:
            yield from self.of_unit.get(unit, ())

    # People

    def appoint(self, person: Person, post: Post, *, how: str = REGULAR, share: Decimal = ONE,
                term: date | None = None) -> None:  # fmt: skip
        """Let a person take a post."""
        self._seat(person, post, how, share, term)
        self.order(ops.Appoint(person=person.id, post=post.id, how=how, share=share, term_until=term))  # type: ignore[arg-type]

    def transfer(self, person: Person, post: Post, *, term: date | None = None) -> None:
        """Let a person leave the main post, and what was held beside it, for another one."""
        self.release_others(person)
        self._vacate(person)
        self._seat(person, post, REGULAR, ONE, term)
        self.order(ops.TransferPerson(person=person.id, post=post.id, term_until=term))

    def release_others(self, person: Person) -> None:
        """Let a person leave what is held beside the main post."""
        for post in person.others:
            del post.holders[person]
            self.order(ops.Release(person=person.id, post=post.id))
        person.others.clear()

    def retire(self, person: Person) -> None:
        """Let a person leave for good."""
        for post in person.others:
            del post.holders[person]
        person.others.clear()
        self._vacate(person)
        person.main, person.away_until, person.retired_on = None, None, self.day
        self.order(ops.Retire(person=person.id))

    def reappoint(self, person: Person, term: date) -> None:
        """Let a person keep the main post for another term."""
        assert person.main is not None  # noqa: S101
        person.term = term
        self.order(ops.Reappoint(person=person.id, post=person.main.id, term_until=term))

    def second(self, person: Person, post: Post, until: date) -> None:
        """Let a person work elsewhere for a while."""
        assert person.main is not None  # noqa: S101
        person.main.holders[person] = (ABSENT, ONE)
        person.away_until, post.holders[person] = until, (SECONDED, ONE)
        person.others.append(post)
        self.order(ops.Second(person=person.id, post=post.id, until=until))

    def recall(self, person: Person) -> None:
        """Let a person who works elsewhere for a while come back early."""
        for post in [other for other in person.others if other.holders[person][0] == SECONDED]:
            self.order(ops.Release(person=person.id, post=post.id))
        self._back(person)
        self.hold(person, REGULAR)

    def hold(self, person: Person, how: str) -> None:
        """Let a person hold the main post in another way: go to study, or come back."""
        assert person.main is not None  # noqa: S101
        person.how = how
        person.main.holders[person] = (how, ONE)
        self.order(ops.ChangeOccupancy(person=person.id, post=person.main.id, how=how))  # type: ignore[arg-type]

    def grade(self, person: Person, grade: str, step: int) -> None:
        """Put a person into a grade and step."""
        person.grade, person.step, person.stepped = grade, step, self.day
        self.order(ops.ChangeGrade(person=person.id, grade=grade, step=step))

    def _seat(self, person: Person, post: Post, how: str, share: Decimal, term: date | None) -> None:
        post.holders[person] = (how, share)
        if how in (CONCURRENT, ACTING):
            person.others.append(post)
            return
        person.main, person.how, person.term, person.since = post, how, term, self.day

    def _vacate(self, person: Person) -> None:
        if person.main is not None:
            del person.main.holders[person]

    def _back(self, person: Person) -> None:
        for post in [other for other in person.others if other.holders[person][0] == SECONDED]:
            del post.holders[person]
            person.others.remove(post)
        assert person.main is not None  # noqa: S101
        person.main.holders[person] = (REGULAR, ONE)
        person.away_until = None
