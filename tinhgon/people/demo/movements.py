"""A year's movements: people leave, others follow them, some go elsewhere for a while, new ones come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tinhgon.core.rows import ABSENT, ACTING, DEPUTY, HEAD, REGULAR
from tinhgon.people.demo.cast import Person, Post
from tinhgon.people.demo.chance import Chance
from tinhgon.people.demo.founding import act_for, seat_beside
from tinhgon.people.demo.hiring import hire, term_from
from tinhgon.people.demo.stage import Stage

BELOW = {HEAD: (DEPUTY, "specialist"), DEPUTY: ("specialist",)}
LAST_STEP = {"senior_expert": 6, "principal_expert": 8, "principal_inspector": 8, "clerk": 12}


class Movements:
    """What moves in one province (or in the city) by one decision."""

    def __init__(self, stage: Stage, province: str, day: date) -> None:
        self.stage, self.day = stage, day
        self.chance = Chance(f"movements {province} {day}")
        stage.open(day)
        self.posts = [post for post in stage.posts.values() if post.province == province]
        self.people = [one for one in stage.people if one.main and one.main.province == province]

    def tell(self, title: str, *, lively: float = 1.0) -> None:
        """Tell the whole year's movements; `lively` is the share of them that happens."""
        self.come_back()
        self.retire()
        self.settle_acting()
        self.reappoint()
        self.follow(lively)
        self.exchange(0.012 * lively)
        self.go_away(0.004 * lively)
        self.recruit(0.4 * lively)
        self.stage.close(title)

    def come_back(self) -> None:
        """Let those back who studied long enough."""
        for person in self.people:
            if person.how == ABSENT and person.main:
                self.stage.hold(person, REGULAR)

    def retire(self) -> None:
        """Let those go who reached the age."""
        for person in self.people:
            if person.main and person.due_on(self.day):
                self.stage.retire(person)

    def settle_acting(self) -> None:
        """Let those who acted for a head become head, or give it up."""
        for person in self.people:
            for post in [one for one in person.others if one.holders[person][0] == ACTING]:
                self._settle(person, post)

    def _settle(self, person: Person, post: Post) -> None:
        if post.free and self.chance.happens(0.7):
            self.stage.transfer(person, post, term=term_from(post, self.day))
            self._beside(post)
        elif not post.free:
            self.stage.release_others(person)

    def reappoint(self) -> None:
        """Give another term to those whose term runs out within half a year."""
        for person in self.people:
            if person.term and person.main and (person.term - self.day).days < 180:
                self.stage.reappoint(person, _five_years_on(max(person.term, self.day)))

    def follow(self, lively: float) -> None:
        """Let deputies follow heads and experts deputies, from above downwards."""
        for rank in (HEAD, DEPUTY):
            for post in self.posts:
                if post.rank == rank and not post.beside and post.free and self.chance.happens(0.85 * lively):
                    self._follow(post)
        for post in self.posts:
            self._beside_all(post)

    def _follow(self, post: Post) -> None:
        acting = any(how == ACTING for how, _ in post.holders.values())
        if acting:
            return
        if post.rank == HEAD and self.chance.happens(0.12) and act_for(self.stage, post):
            return
        found = self._successor(post)
        if found:
            self.stage.transfer(found, post, term=term_from(post, self.day))
            self._beside(post)

    def _successor(self, post: Post) -> Person | None:
        """Find who follows: from the unit itself, of the rank below, neither young nor near the end."""
        for rank in BELOW[post.rank]:
            able = [
                person for other in self.stage.of_unit[post.unit] if other.rank == rank and not other.beside
                for person in other.holders if person.settled and 31 <= person.age_on(self.day) <= 55
                and other.staff != "contract" and other.title != "commander"
            ]  # fmt: skip
            if able:
                return self.chance.one(able)
        return None

    def _beside(self, post: Post) -> None:
        """Whoever follows holds beside it what the predecessor held."""
        for other in self.posts:
            if other.beside == post.title and (other.tier, other.district) == (post.tier, post.district):
                seat_beside(self.stage, other)

    def _beside_all(self, post: Post) -> None:
        if post.beside:
            seat_beside(self.stage, post)

    def exchange(self, share: float) -> None:
        """Let experts move to a free seat of the same kind elsewhere."""
        free: dict[tuple[str, str], list[Post]] = {}
        for post in self.posts:
            if post.rank == "specialist" and post.free:
                free.setdefault((post.title, post.tier), []).append(post)
        for person in self.chance.some(self.people, share):
            own = person.main
            if own is None or own.rank != "specialist" or not person.settled:
                continue
            others = [one for one in free.get((own.title, own.tier), ()) if one.free and one is not own]
            if others:
                self.stage.transfer(person, self.chance.one(others))

    def go_away(self, share: float) -> None:
        """Let a few study, and a few work elsewhere until the same day of the next year."""
        able = [one for one in self.people if one.settled and not one.leads and not one.others]
        for person in self.chance.some(able, share):
            assert person.main is not None  # noqa: S101
            elsewhere = [post for post in self._open_seats(person.main) if post.unit != person.main.unit]
            if elsewhere and self.chance.happens(0.5):
                until = _next_year(self.day)
                self.stage.second(person, self.chance.one(elsewhere), until)
            else:
                self.stage.hold(person, ABSENT)

    def _open_seats(self, like: Post) -> list[Post]:
        same = (post for post in self.posts if (post.title, post.tier) == (like.title, like.tier))
        return [post for post in same if post.free]

    def recruit(self, share: float) -> None:
        """Let newcomers take free seats at the bottom."""
        for post in self.posts:
            while post.rank == "specialist" and not post.beside and post.free and self.chance.happens(share):
                hire(self.stage, self.chance, post)


def raise_steps(stage: Stage, people: Sequence[Person], day: date, title: str) -> None:
    """Let those go up a step who have waited three years."""
    stage.open(day)
    for person in people:
        waited = (day - person.stepped).days >= 1095
        if person.main and waited and person.step < LAST_STEP.get(person.grade, 9):
            stage.grade(person, person.grade, person.step + 1)
    stage.close(title)


def _five_years_on(day: date) -> date:
    return day.replace(year=day.year + 5, day=min(day.day, 28))


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))
