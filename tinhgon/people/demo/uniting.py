"""01/07/2025, after the communes merged: three apparatuses become one, each body and place has one head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.rows import ACTING, DEPUTY, GOVERNMENT, HEAD, PARTY, SPECIALIST
from tinhgon.people.demo.bodies import Body
from tinhgon.people.demo.cast import Post
from tinhgon.people.demo.chance import identity
from tinhgon.people.demo.founding import seat_beside, set_quotas
from tinhgon.people.demo.ground import CITY, MERGER, Ground, Heir
from tinhgon.people.demo.stage import Stage
from tinhgon.people.demo.structure import structure

CITY_NAME = "thành phố Cần Thơ"
# Civil servants of the city in 2025, as reported of the resolution of the People's Council on 01/07/2025; how
# they are shared out below is of the story.
CITY_QUOTA = 9951
QUOTA_NOTE = (
    "Tổng biên chế công chức 9.951 theo báo chí đưa tin nghị quyết của Hội đồng nhân dân thành phố ngày"
    " 01/7/2025; số của từng đơn vị là minh họa."
)
SURPLUS = {
    "party_secretary": "deputy_secretary", "standing_deputy_secretary": "deputy_secretary",
    "committee_chair": "committee_deputy_chair", "director": "deputy_director",
    "chief_of_office": "deputy_chief_of_office", "division_head": "division_deputy_head",
    "board_head": "board_deputy_head", "inspection_chair": "inspection_deputy_chair",
    "front_chair": "front_deputy_chair", "chief_inspector": "deputy_chief_inspector",
    "service_centre_director": "deputy_director", "commander": "expert",
}  # fmt: skip


class Uniting:
    """What makes one city of three provinces and 263 communes."""

    def __init__(self, stage: Stage, ground: Ground, bodies: Iterable[Body]) -> None:
        self.stage, self.ground = stage, ground
        self.bodies = [body for body in bodies if body.place.tier == "province"]
        self.parents: dict[UUID, UUID | None] = {ground.city: None}

    def follow(self) -> None:
        """Note that the posts went along with provinces and communes, as the two resolutions have it."""
        heirs = {member: heir.id for heir in self.ground.heirs for member in heir.members}
        heirs |= {province.id: self.ground.city for province in self.ground.of_level(1)}
        for post in list(self.stage.posts.values()):
            if post.unit in heirs and heirs[post.unit] != post.unit:
                self.stage.follow(post, heirs[post.unit])
            post.province = CITY

    def tell(self) -> None:
        """Tell the decisions of the day: the city's bodies, the communes' divisions, the quotas."""
        self.stage.open(MERGER)
        self._unite()
        self.stage.close("hợp nhất cơ quan của ba tỉnh, thành phố; mỗi cơ quan một người đứng đầu")
        self.stage.open(MERGER)
        for heir in self.ground.heirs:
            self._arrange(heir)
        self.stage.close("thành lập cơ quan chuyên môn của 103 xã, phường; bố trí người đứng đầu")
        self.stage.open(MERGER)
        set_quotas(self.stage, self.parents, {self.ground.city: CITY_QUOTA})
        self.stage.close("giao biên chế cho cơ quan, xã, phường của thành phố Cần Thơ", QUOTA_NOTE)

    # The city

    def _unite(self) -> None:
        same: dict[str, list[Body]] = {}
        for body in self.bodies:
            same.setdefault(body.key, []).append(body)
        heirs: dict[UUID, UUID] = {province.id: self.ground.city for province in self.ground.of_level(1)}
        for bodies in same.values():
            unit = self._merge(bodies, heirs[bodies[0].parent])
            heirs |= {body.id: unit for body in bodies}
        for unit in (self.ground.city, *dict.fromkeys(heirs.values())):
            _one_head(self.stage, unit)
        self._beside(set(heirs.values()))

    def _merge(self, bodies: list[Body], parent: UUID) -> UUID:
        """Merge bodies of one key; one that is alone stays, under the city."""
        first = bodies[0]
        unit = identity("unit", "city", first.key) if len(bodies) > 1 else first.id
        self.parents[unit] = parent
        if len(bodies) == 1:
            return unit
        new = ops.NewUnit(id=unit, name=_city_name(first), kind=first.kind, parent=parent, line=first.line)  # type: ignore[arg-type]
        self.stage.order(ops.Merge(members=tuple(ops.Member(unit=body.id) for body in bodies), into=new))
        for post in list(self.stage.posts_in(body.id for body in bodies)):
            self.stage.follow(post, unit)
        return unit

    # The communes

    def _arrange(self, heir: Heir) -> None:
        self.parents[heir.id] = self.ground.city
        _one_head(self.stage, heir.id)
        self._beside({heir.id})
        chair = next(one for one in self.stage.of_unit[heir.id] if one.title == "committee_chair")
        secretary = next(one for one in self.stage.of_unit[heir.id] if one.title == "party_secretary")
        for division in structure()["commune_divisions"]:
            unit = self._establish(heir, division)
            for post in self._posts_for(heir, division):
                self.stage.carry(post, unit)
            head = self._headed(unit, heir, division)
            self.stage.answer_to(head, secretary if division["key"] == "party" else chair)
            for post in self.stage.of_unit[unit]:
                self.stage.answer_to(post, head)

    def _establish(self, heir: Heir, division: Mapping[str, str]) -> UUID:
        unit = identity("unit", heir.id, division["key"])
        name = (division.get("ward") if heir.kind == "ward" else None) or division["name"]
        line = PARTY if division["key"] == "party" else GOVERNMENT
        self.parents[unit] = heir.id
        self.stage.order(ops.Establish(unit=ops.NewUnit(
            id=unit, name=f"{name} {heir.suffix}", kind=division["kind"], parent=heir.id, line=line,  # type: ignore[arg-type]
        )))  # fmt: skip
        return unit

    def _posts_for(self, heir: Heir, division: Mapping[str, str]) -> list[Post]:
        """Give the posts of the commune that belong into the division."""
        titles = (division["head"], division["deputy"], "expert", "archivist", "driver")
        own = {identity("post", heir.id, division["key"], title, "2025") for title in titles}
        takes = division["takes"]
        return [post for post in self.stage.of_unit[heir.id] if post.id in own or post.title in takes]

    def _headed(self, unit: UUID, heir: Heir, division: Mapping[str, str]) -> Post:
        """Give the head of a division; where nobody came, an expert of the commune becomes it."""
        posts = self.stage.of_unit.setdefault(unit, [])
        for post in posts:
            if post.rank == HEAD:
                return post
        post = self.stage.create(Post(
            id=identity("post", unit, "head"), unit=unit, title=division["head"], rank=HEAD, seats=1,
            staff="civil_servant", tier="commune", province=CITY, district=None,
        ))  # fmt: skip
        able = [one for other in posts if other.rank != HEAD and other.staff != "contract"
                for one in other.holders if one.settled and one.age_on(MERGER) > 32]  # fmt: skip
        if able:
            self.stage.transfer(min(able, key=lambda one: one.number), post, term=MERGER.replace(year=2030))
        return post

    # Both

    def _beside(self, units: set[UUID]) -> None:
        """Of posts held beside a main one, keep one a unit, with whoever is head now."""
        for unit in sorted(units):
            seen: set[str] = set()
            for post in [one for one in self.stage.of_unit.get(unit, ()) if one.beside]:
                if post.title in seen:
                    self._empty(post)
                    self.stage.abolish(post)
                else:
                    self._empty(post, unless=post.beside)
                    seen.add(post.title)
        for unit in sorted(units):
            for post in self.stage.of_unit.get(unit, ()):
                seat_beside(self.stage, post)

    def _empty(self, post: Post, unless: str = "") -> None:
        for person in list(post.holders):
            if person.main is None or person.main.title != unless:
                self.stage.release_others(person)


def _one_head(stage: Stage, unit: UUID) -> None:
    """Leave one head of each title in a unit; the others become deputies with the same people."""
    kept: dict[str, Post] = {}
    posts = [post for post in stage.of_unit.get(unit, ()) if not post.beside and post.title in SURPLUS]
    posts.sort(key=lambda post: (not _held(post), not _new(post)))
    for post in posts:
        head = kept.setdefault(post.title, post)
        if head is post:
            continue
        for person in [one for one, (how, _) in post.holders.items() if how == ACTING]:
            stage.release_others(person)
        if not post.holders:
            stage.abolish(post)
            continue
        title = SURPLUS[post.title]
        rank = SPECIALIST if title == "expert" else DEPUTY
        stage.retitle(post, title=title, rank=rank)
        stage.answer_to(post, head)


def _new(post: Post) -> bool:
    """Tell whether the post was made for the new commune."""
    return post.district is not None and post.id == identity("post", post.unit, "", post.title, "2025")


def _held(post: Post) -> bool:
    return any(how != ACTING for how, _ in post.holders.values())


def _city_name(body: Body) -> str:
    if body.key == "committee":
        return "Thành ủy Cần Thơ"
    return f"{body.base} {CITY_NAME}" if body.line == GOVERNMENT and body.name != body.base else body.base
