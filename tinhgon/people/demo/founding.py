"""The first chapter, 01/07/2021: a province's apparatus with its posts, quotas and everybody in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.rows import ACTING, CONCURRENT, DEPUTY, HEAD, SHARED, SPECIALIST
from tinhgon.people.demo.bodies import Body, bodies_of
from tinhgon.people.demo.cast import Post
from tinhgon.people.demo.chance import Chance, identity
from tinhgon.people.demo.ground import Ground, Place
from tinhgon.people.demo.hiring import HALF, hire
from tinhgon.people.demo.stage import Stage
from tinhgon.people.demo.structure import ranks, staff_of, structure

FIRST = date(2021, 7, 1)
PARTY_POSTS = frozenset({"standing_deputy_secretary", "deputy_secretary", "front_chair", "committee_chair",
                         "council_chair", "council_deputy_chair"})  # fmt: skip
# How many seats are taken in the beginning, by rank.
TAKEN = {HEAD: 0.985, DEPUTY: 0.96, SPECIALIST: 0.965}


class Founding:
    """The apparatus of one province as it is made."""

    def __init__(self, stage: Stage, ground: Ground, province: Place) -> None:
        self.stage, self.ground, self.province = stage, ground, province
        self.bodies: list[Body] = []
        self.parents: dict[UUID, UUID | None] = {province.id: None}

    def tell(self) -> None:
        """Tell the two decisions: what there is, and who is in it."""
        self.stage.open(FIRST)
        districts = self.ground.of_level(2, self.province.id)
        for place in (self.province, *districts):
            self._found(place)
        set_quotas(self.stage, self.parents)
        self.stage.close(f"bộ máy, chức vụ và biên chế của {self.province.suffix}")
        self.stage.open(FIRST)
        self._fill()
        self.stage.close(f"bố trí cán bộ, công chức của {self.province.suffix}")

    def _found(self, place: Place) -> None:
        """Make the bodies and posts of a province or a district, and the posts of its communes."""
        self.parents.setdefault(place.id, place.parent)
        district = place.id if place.tier == "district" else None
        bodies = list(bodies_of(place, self.province))
        for body in bodies:
            self.parents[body.id] = body.parent
            self.stage.order(ops.Establish(unit=ops.NewUnit(
                id=body.id, name=body.name, kind=body.kind, parent=body.parent, line=body.line,  # type: ignore[arg-type]
            )))  # fmt: skip
        secretary = self._posts(bodies[0].id, bodies[0].posts, place, district, above=None)
        chair = self._posts(place.id, structure()["place"][place.tier], place, district, above=secretary)
        for body in bodies[1:]:
            above = secretary if body.line == "party" else self._head(body.parent) or chair
            self._posts(body.id, body.posts, place, district, above=above)
        self.bodies.extend(bodies)
        for commune in self.ground.of_level(3, place.id):
            self.parents[commune.id] = place.id
            self._posts(commune.id, structure()["place"]["commune"], commune, place.id, above=None)

    def _head(self, unit: UUID) -> Post | None:
        return next((post for post in self.stage.of_unit.get(unit, ()) if post.rank == HEAD), None)

    def _posts(self, unit: UUID, raw: list[dict[str, Any]], place: Place, district: UUID | None, *,
               above: Post | None) -> Post:  # fmt: skip
        """Make the posts of a unit; give its head."""
        made: list[Post] = []
        for one in raw:
            title, seats = one["post"]
            post = Post(
                id=identity("post", unit, title), unit=unit, title=title, rank=ranks()[title], seats=seats,
                staff=one.get("staff") or staff_of(title), tier=place.tier, province=self.province.code,
                district=district, beside=one.get("with", ""), reports_to=_superior(title, made, above),
            )  # fmt: skip
            made.append(self.stage.create(post))
        return made[0]

    def _fill(self) -> None:
        """Seat people: first those with a main post, then what they hold beside it."""
        chance = Chance(f"founding {self.province.code}")
        own = [post for post in self.stage.posts.values() if post.province == self.province.code]
        for post in own:
            if post.beside:
                continue
            for _ in range(post.seats):
                if chance.happens(TAKEN.get(post.rank, 0.97)):
                    hire(self.stage, chance, post, first=True)
        self._share_jobs(chance, own)
        for post in own:
            seat_beside(self.stage, post)
        self._act_for_heads(chance, own)

    def _share_jobs(self, chance: Chance, own: list[Post]) -> None:
        """Let two people share a seat, here and there."""
        possible = [post for post in own if post.tier == "province" and post.title == "expert" and post.free]
        for post in chance.some(possible, 0.1):
            for _ in range(2):
                hire(self.stage, chance, post, how=SHARED, share=HALF)

    def _act_for_heads(self, chance: Chance, own: list[Post]) -> None:
        """Where a body lacks a head, a deputy may act for him."""
        for post in own:
            if post.rank == HEAD and not post.beside and post.free and chance.happens(0.7):
                act_for(self.stage, post)


def _superior(title: str, made: list[Post], above: Post | None) -> UUID | None:
    """Tell to whom a post answers: the first of its unit, in a place the secretary or the chair."""
    if not made:
        return above.id if above else None
    chairs = [post for post in made if post.title == "committee_chair"]
    if chairs and title not in PARTY_POSTS:
        return chairs[0].id
    first = made[0]
    return above.id if above and first.title == "committee_chair" and title in PARTY_POSTS else first.id


def seat_beside(stage: Stage, post: Post) -> None:
    """Let the holder of the main post that belongs to it hold a post beside that one."""
    if not post.beside or not post.free:
        return
    for other in stage.posts_in(_near(stage, post)):
        if other.title == post.beside and not other.beside:
            for person in [one for one in other.holders if one.settled][:1]:
                stage.appoint(person, post, how=CONCURRENT, term=person.term)
                return


def _near(stage: Stage, post: Post) -> Iterator[UUID]:
    """Give the unit itself, and of a province or a district the body beside it that has the main post."""
    yield post.unit
    if post.tier != "commune":
        for other in stage.posts.values():
            same = (other.tier, other.province, other.district) == (post.tier, post.province, post.district)
            if same and other.title == post.beside and not other.beside:
                yield other.unit


def act_for(stage: Stage, post: Post) -> bool:
    """Let a deputy of the unit act for the head that it lacks."""
    for other in stage.of_unit[post.unit]:
        for person in other.holders:
            if other.rank == DEPUTY and not other.beside and person.settled:
                stage.appoint(person, post, how=ACTING)
                return True
    return False


def set_quotas(
    stage: Stage, parents: Mapping[UUID, UUID | None], fixed: Mapping[UUID, int] | None = None
) -> None:  # fmt: skip
    """Set quotas: each unit's own seats and all under it; `fixed` gives numbers of civil servants."""
    numbers: dict[UUID, Counter[str]] = {unit: Counter() for unit in parents}
    for unit in parents:
        seats = Counter[str]()
        for post in stage.of_unit.get(unit, ()):
            seats[post.staff] += 0 if post.beside else post.seats
        above: UUID | None = unit
        while above is not None:
            numbers[above] += seats
            above = parents.get(above)
    for unit, counted in numbers.items():
        if fixed and unit in fixed:
            assert counted["civil_servant"] <= fixed[unit], counted  # noqa: S101
            counted["civil_servant"] = fixed[unit]
        for staff, number in sorted(counted.items()):
            stage.allow(unit, staff, number)
