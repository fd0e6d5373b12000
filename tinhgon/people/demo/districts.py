"""01/07/2025, before the communes merge: the districts' bodies end, and nobody who worked there is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.rows import DEPUTY, HEAD, REGULAR, SPECIALIST
from tinhgon.people.demo.bodies import Body
from tinhgon.people.demo.cast import Person, Post
from tinhgon.people.demo.chance import Chance, identity
from tinhgon.people.demo.ground import MERGER, Ground, Heir, Place
from tinhgon.people.demo.hiring import term_from
from tinhgon.people.demo.stage import Stage
from tinhgon.people.demo.structure import structure

# Who led a district leads a commune, in this order, as long as there are communes.
LEADERS = {
    "party_secretary": ("party_secretary", "standing_deputy_secretary", "council_deputy_chair"),
    "committee_chair": ("committee_chair", "committee_deputy_chair"),
}


class Ending:
    """The end of the districts of one province."""

    def __init__(
        self, stage: Stage, ground: Ground, province: Place, bodies: Mapping[UUID, list[Body]]
    ) -> None:  # fmt: skip
        self.stage, self.ground, self.province, self.bodies = stage, ground, province, bodies
        self.chance = Chance(f"ending {province.code}")

    def tell(self) -> None:
        """Tell the decision: posts of split communes, then district by district, people before bodies."""
        self.stage.open(MERGER)
        for unit, to in self.ground.parted.items():
            if self._province_of(unit) == self.province.id:
                for post in list(self.stage.of_unit.get(unit, ())):
                    self.stage.carry(post, to)
        for district in self.ground.of_level(2, self.province.id):
            self._end(district)
        self.stage.close(
            f"bố trí người của cấp huyện về cấp xã, kết thúc cơ quan cấp huyện của {self.province.suffix}",
            "Được ký trước Nghị quyết 1668/NQ-UBTVQH15 để không ai bị sót khi cấp huyện kết thúc.",
        )

    def _province_of(self, commune: UUID) -> UUID | None:
        district = self.ground.places[commune].parent
        return self.ground.places[district].parent if district else None

    def _end(self, district: Place) -> None:
        units = [district.id, *(body.id for body in self.bodies[district.id])]
        heirs = [one for one in self.ground.heirs
                 if self.ground.places[one.members[0]].parent == district.id]  # fmt: skip
        people = self._staying(units)
        for heir, title, person in self._leaders(heirs, people):
            post = self._post(heir, title, rank=HEAD, staff="cadre")
            self.stage.transfer(person, post, term=term_from(post, MERGER))
            people.remove(person)
        self._share_out(people, heirs)
        for post in list(self.stage.posts_in(units)):
            self.stage.abolish(post)
        for body in reversed(self.bodies[district.id]):
            self.stage.order(ops.Dissolve(unit=body.id))

    def _staying(self, units: list[UUID]) -> list[Person]:
        """Retire those of age or near it, free the others of what they held beside their post; give these."""
        for person in [one for post in self.stage.posts_in(units) for one in post.holders]:
            if person.away_until is not None:
                self.stage.recall(person)
        people = [
            person for post in self.stage.posts_in(units) if not post.beside for person in post.holders
            if person.main is post
        ]  # fmt: skip
        staying: list[Person] = []
        for person in people:
            if person.due_on(MERGER) or (person.age_on(MERGER) >= 54 and self.chance.happens(0.35)):
                self.stage.retire(person)
            else:
                self.stage.release_others(person)
                staying.append(person)
        return staying

    def _leaders(self, heirs: list[Heir], people: list[Person]) -> Iterator[tuple[Heir, str, Person]]:
        """Let those who led the district lead communes."""
        for title, ranked in LEADERS.items():
            able = [one for rank in ranked for one in people if one.main and one.main.title == rank]
            able = [one for one in able if one.how == REGULAR]
            yield from ((heir, title, person) for heir, person in zip(heirs, able, strict=False))

    def _share_out(self, people: list[Person], heirs: list[Heir]) -> None:
        """Let everybody else work in the divisions of the communes, where their work went."""
        divisions = structure()["commune_divisions"]
        desks: dict[str, list[Person]] = {one["key"]: [] for one in divisions}
        for person in people:
            desks[_desk(person, self.bodies[self._district_of(person)])].append(person)
        for division in divisions:
            self._seat_division(division, desks[division["key"]], heirs)

    def _district_of(self, person: Person) -> UUID:
        assert person.main is not None and person.main.district is not None  # noqa: S101
        return person.main.district

    def _seat_division(self, division: dict[str, str], people: list[Person], heirs: list[Heir]) -> None:
        """Share people of one trade among communes: heads first, then deputies, then all others."""
        heads = [one for one in people if one.main and one.main.rank in (HEAD, DEPUTY) and one.how == REGULAR]
        heads.sort(key=lambda one: (one.main is not None and one.main.rank != HEAD, one.number))
        places = [(heir, rank) for rank in (HEAD, DEPUTY) for heir in heirs]
        placed = dict(zip(heads, places, strict=False))
        for person, (heir, rank) in placed.items():
            title = division["head"] if rank == HEAD else division["deputy"]
            post = self._post(heir, title, rank=rank, desk=division["key"])
            self.stage.transfer(person, post, term=term_from(post, MERGER))
        rest = [one for one in people if one not in placed]
        for heir, some in _dealt(rest, heirs):
            self._seat_experts(division, heir, some)

    def _seat_experts(self, division: dict[str, str], heir: Heir, people: list[Person]) -> None:
        """Make a post with a seat for each of one trade, and seldom one more."""
        trades: dict[tuple[str, str], list[Person]] = {}
        for person in people:
            trades.setdefault(_trade(person), []).append(person)
        for (title, staff), same in trades.items():
            more = len(same) > 2 and self.chance.happens(0.25)
            post = self._post(heir, title, rank=SPECIALIST, staff=staff, desk=division["key"],
                              seats=len(same) + more)  # fmt: skip
            for person in same:
                self.stage.transfer(person, post)

    def _post(self, heir: Heir, title: str, *, rank: str, staff: str = "civil_servant", desk: str = "",
              seats: int = 1) -> Post:  # fmt: skip
        """Make a post in the old commune whose posts the new one inherits."""
        unit = heir.members[0]
        return self.stage.create(Post(
            id=identity("post", heir.id, desk, title, "2025"), unit=unit, title=title, rank=rank,
            seats=seats, staff=staff, tier="commune", province=self.province.code,
            district=self.ground.places[unit].parent,
        ))  # fmt: skip


def _desk(person: Person, bodies: list[Body]) -> str:
    """Tell in which division of a commune the work of somebody of a district goes on."""
    assert person.main is not None  # noqa: S101
    unit = person.main.unit
    key = next((body.key.rpartition("/")[2] for body in bodies if body.id == unit), "office")
    party = any(body.id == unit and body.line == "party" for body in bodies)
    for division in structure()["commune_divisions"]:
        if key in division["draws"] and party == (division["key"] == "party"):
            found: str = division["key"]
            return found
    return "office"


def _trade(person: Person) -> tuple[str, str]:
    """Tell the title and kind of staff with which somebody goes on."""
    assert person.main is not None  # noqa: S101
    if person.main.staff == "contract":
        return person.main.title, "contract"
    return "expert", "civil_servant"


def _dealt(people: list[Person], heirs: list[Heir]) -> Iterator[tuple[Heir, list[Person]]]:
    """Deal people out like cards."""
    for number, heir in enumerate(heirs):
        if some := people[number :: len(heirs)]:
            yield heir, some
