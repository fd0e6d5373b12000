"""People come into the story: an age, a name and a grade that fit the post."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tinhgon.core.rows import DEPUTY, HEAD, MEMBER, ONE, REGULAR
from tinhgon.people.demo.cast import Person, Post
from tinhgon.people.demo.chance import Chance, identity
from tinhgon.people.demo.names import ethnic_group, full_name
from tinhgon.people.demo.stage import Stage
from tinhgon.people.demo.structure import structure

HALF = Decimal("0.5")
COUNCIL_TERM = date(2026, 6, 30)
# Ages of those who are there in the beginning, and of those who come later, by rank.
AGES = {HEAD: (40, 58), DEPUTY: (35, 57), MEMBER: (35, 55)}
SPECIALISTS, NEWCOMERS = (24, 57), (22, 31)
WOMEN = {HEAD: 0.24, DEPUTY: 0.33, MEMBER: 0.35}
GRADES = {"inspector": "inspector", "accountant": "accountant", "driver": "clerk", "archivist": "clerk",
          "principal_expert": "principal_expert", "chief_inspector": "principal_inspector"}  # fmt: skip


def hire(stage: Stage, chance: Chance, post: Post, *, first: bool = False, how: str = REGULAR,
         share: Decimal = ONE) -> Person:  # fmt: skip
    """Let somebody new take a post, with a grade."""
    person = _newcomer(stage, chance, post, first=first)
    stage.people.append(person)
    term = first_term(chance, post, stage.day) if first else term_from(post, stage.day)
    stage.appoint(person, post, how=how, share=share, term=term)
    served = stage.day.year - person.entered.year
    stage.grade(person, grade_of(chance, post), min(1 + served // 3, 8))
    person.stepped = stage.day - timedelta(days=chance.number(0, 1000) if first else 0)
    return person


def term_from(post: Post, day: date) -> date | None:
    """Give the last day of a term that begins now, for posts that have one."""
    if post.title not in structure()["terms"]:
        return None
    if post.staff == "cadre" and day < COUNCIL_TERM:
        return COUNCIL_TERM
    return day.replace(year=day.year + 5, day=min(day.day, 28))


def first_term(chance: Chance, post: Post, day: date) -> date | None:
    """Give a term that began some time before."""
    term = term_from(post, day)
    if term is None or term == COUNCIL_TERM:
        return term
    return chance.day(date(2022, 9, 1), term)


def grade_of(chance: Chance, post: Post) -> str:
    """Draw a grade that fits a post."""
    if post.title in GRADES:
        return GRADES[post.title]
    if post.rank == HEAD and post.tier == "province":
        return "senior_expert" if chance.happens(0.4) else "principal_expert"
    if post.rank in (HEAD, DEPUTY):
        return "principal_expert" if chance.happens(0.45 if post.tier != "commune" else 0.12) else "expert"
    return "officer" if chance.happens(0.25 if post.tier == "commune" else 0.06) else "expert"


def _newcomer(stage: Stage, chance: Chance, post: Post, *, first: bool) -> Person:
    number = len(stage.people) + 1
    woman = WOMEN.get(post.rank, 0.42) if post.title not in ("driver", "commander") else 0.0
    sex = "female" if chance.happens(woman) else "male"
    low, high = _ages(post, sex, first=first)
    born = chance.day(_years_before(stage.day, high + 1) + timedelta(days=1), _years_before(stage.day, low))
    group = ethnic_group(chance, post.province)
    precision = "year" if chance.happens(0.02) else "day"
    begun = chance.number(21, 26)
    entered = min(date(born.year + begun, chance.number(1, 12), 1), stage.day) if first else stage.day
    return Person(
        id=identity("person", number), number=number, sex=sex, group=group, precision=precision,
        name=full_name(chance, sex=sex, group=group, plain=0.55 if born.year < 1978 else 0.2),
        born=born if precision == "day" else date(born.year, 1, 1),
        entered=entered, province=post.province,
    )  # fmt: skip


def _ages(post: Post, sex: str, *, first: bool) -> tuple[int, int]:
    low, high = AGES.get(post.rank) or (SPECIALISTS if first else NEWCOMERS)
    if post.tier == "province" and post.rank == HEAD:
        low += 4
    return low, high - (4 if sex == "female" else 0)


def _years_before(day: date, years: int) -> date:
    return day.replace(year=day.year - years)
