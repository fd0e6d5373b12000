"""The whole story: until 30/06/2025, the first of July before and after the resolution, since then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from tinhgon.people.demo.bodies import Body
from tinhgon.people.demo.cast import Person
from tinhgon.people.demo.districts import Ending
from tinhgon.people.demo.founding import Founding
from tinhgon.people.demo.ground import CITY, Ground, Place
from tinhgon.people.demo.movements import Movements, raise_steps
from tinhgon.people.demo.stage import Act, Stage
from tinhgon.people.demo.uniting import Uniting

YEARS = (2022, 2023, 2024, 2025)
STEPS = (2023, 2025)  # years that tell of steps of salary, too
# Movements of the city since: the day, how lively it was.
SINCE = ((date(2025, 9, 1), 0.5), (date(2026, 3, 1), 0.5), (date(2026, 9, 1), 0.35))
# Ages of leaving that are known already: the day from which those who reach it leave.
AHEAD = (date(2027, 1, 1), date(2027, 4, 1), date(2027, 7, 1), date(2027, 10, 1))
FEW = 25


@dataclass(frozen=True, slots=True)
class Story:
    """Acts by chapter, and everybody who occurs in them."""

    before: tuple[Act, ...]
    ending: tuple[Act, ...]
    uniting: tuple[Act, ...]
    since: tuple[Act, ...]
    people: tuple[Person, ...]


def tell(ground: Ground) -> Story:
    """Tell the story; the same ground gives the same story, to the letter."""
    stage, marks = Stage(), [0]
    provinces = ground.of_level(1)
    bodies = _until_the_eve(stage, ground, provinces)
    marks.append(len(stage.acts))
    for province in provinces:
        Ending(stage, ground, province, _by_district(bodies)).tell()
    marks.append(len(stage.acts))
    uniting = Uniting(stage, ground, bodies)
    uniting.follow()
    uniting.tell()
    marks.append(len(stage.acts))
    _since(stage)
    marks.append(len(stage.acts))
    before, ending, joining, since = (tuple(stage.acts[first:last]) for first, last in pairwise(marks))
    return Story(before, ending, joining, since, tuple(stage.people))


def tell_until_the_eve(ground: Ground) -> Story:
    """Tell the first chapter alone, and of people only what they were until then."""
    stage = Stage()
    _until_the_eve(stage, ground, ground.of_level(1))
    return Story(tuple(stage.acts), (), (), (), tuple(stage.people))


def _until_the_eve(stage: Stage, ground: Ground, provinces: list[Place]) -> list[Body]:
    bodies: list[Body] = []
    for province in provinces:
        founding = Founding(stage, ground, province)
        founding.tell()
        bodies += founding.bodies
    for year in YEARS:
        _year(stage, provinces, year)
    return bodies


def _by_district(bodies: list[Body]) -> dict[UUID, list[Body]]:
    found: dict[UUID, list[Body]] = {}
    for body in bodies:
        if body.place.tier == "district":
            found.setdefault(body.place.id, []).append(body)
    return found


def _year(stage: Stage, provinces: list[Place], year: int) -> None:
    """Tell a year: steps of salary in January, movements in March."""
    for province in provinces if year in STEPS else ():
        own = [one for one in stage.people if one.main and one.main.province == province.code]
        title = f"nâng bậc lương thường xuyên năm {year} của {province.suffix}"
        raise_steps(stage, own, date(year, 1, 1), title)
    for province in provinces:
        title = f"điều động, bổ nhiệm, nghỉ hưu năm {year} của {province.suffix}"
        Movements(stage, province.code, date(year, 3, 1)).tell(title)


def _since(stage: Stage) -> None:
    for day, lively in SINCE:
        title = f"điều động, bổ nhiệm, nghỉ hưu từ ngày {day:%d/%m/%Y} của thành phố Cần Thơ"
        Movements(stage, CITY, day).tell(title, lively=lively)
    for day in AHEAD:
        stage.open(day)
        due = [person for person in stage.people if person.main and person.due_on(day)]
        for person in due[:FEW]:
            stage.retire(person)
        stage.close(f"nghỉ hưu từ ngày {day:%d/%m/%Y}")
