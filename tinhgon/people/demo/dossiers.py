"""What the dossiers of the story say: schooling, evaluations, awards, and the little that is sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tinhgon.core.rows import HEAD, SPECIALIST
from tinhgon.people.demo.cast import Person
from tinhgon.people.demo.chance import Chance, Urn, identity
from tinhgon.people.demo.ground import Ground, Place
from tinhgon.people.demo.names import full_name

FIRST, TODAY = date(2021, 7, 1), date(2026, 11, 1)
MAJORS = ("Luật", "Hành chính công", "Quản lý nhà nước", "Kế toán", "Tài chính – Ngân hàng",
          "Quản lý đất đai", "Kinh tế nông nghiệp", "Công nghệ thông tin", "Xây dựng", "Văn hóa học",
          "Xã hội học", "Sư phạm Ngữ văn", "Y học cổ truyền", "Khoa học môi trường",
          "Quản trị kinh doanh")  # fmt: skip
SCHOOLS = ("Trường Đại học minh họa A", "Trường Đại học minh họa B", "Học viện minh họa C",
           "Trường Đại học minh họa D")  # fmt: skip
COURSES = {
    "state_management": "Bồi dưỡng ngạch chuyên viên", "skills": "Kỹ năng soạn thảo văn bản",
    "digital": "Ứng dụng công nghệ thông tin cơ bản", "defence": "Bồi dưỡng kiến thức quốc phòng và an ninh",
}  # fmt: skip
AWARDS = ("Giấy khen", "Bằng khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
LANGUAGES = Urn({"Tiếng Anh": 80, "Tiếng Khmer": 14, "Tiếng Pháp": 3, "Tiếng Hoa": 3})
EVALUATIONS = Urn({"excellent": 16, "good": 72, "done": 11, "not_done": 1})
ISSUER = "Cơ quan minh họa"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An entry of a dossier; what is sealed stands apart."""

    id: UUID
    person: UUID
    section: str
    values: Mapping[str, Any]
    sealed: Mapping[str, Any] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None


def national_number(person: Person) -> str:
    """Give a number of twelve digits that cannot be real: no province has the code 000."""
    century = 0 if person.sex == "male" else 1
    return f"000{century}{person.born.year % 100:02}{person.number * 7919 % 1_000_000:06}"


def sheets(person: Person, ground: Ground) -> Iterator[Sheet]:
    """Give the entries of a person's dossier."""
    chance = Chance(f"dossier {person.number}")
    found = (_Dossier(person, chance, ground)).tell()
    for number, (section, values, sealed, since, until) in enumerate(found):
        entry = identity("entry", person.number, number)
        yield Sheet(entry, person.id, section, values, sealed, since, until)


Told = tuple[str, dict[str, Any], dict[str, Any], date | None, date | None]


class _Dossier:
    """One dossier being told; who leads has more in it."""

    def __init__(self, person: Person, chance: Chance, ground: Ground) -> None:
        self.person, self.chance = person, chance
        self.home = _home(person, chance, ground)
        self.leads = person.main is not None and person.main.rank != SPECIALIST
        self.day = max(FIRST, person.entered)

    def tell(self) -> Iterator[Told]:
        """Tell all sections."""
        for part in (self._identity, self._career, self._schooling, self._training, self._evaluations,
                     self._merits, self._guarded, self._papers):  # fmt: skip
            yield from part()

    def _identity(self) -> Iterator[Told]:
        person = self.person
        open_values = {"birth_place": self.home, "home_place": self.home,
                       "email": f"nguoi{person.number:05}@minhhoa.invalid"}  # fmt: skip
        yield "identity", open_values, {
            "national_id": national_number(person), "ethnic_group": person.group
        }, None, None  # fmt: skip
        recruited = f"{person.entered:%m/%Y}" if self.chance.happens(0.2) else f"{person.entered:%d/%m/%Y}"
        yield "recruitment", {"recruited_on": recruited, "recruited_by": ISSUER}, {}, None, None

    def _career(self) -> Iterator[Told]:
        """What a person did before the register was begun."""
        if (FIRST - self.person.entered).days < 1500 or not (self.leads or self.chance.happens(0.5)):
            return
        turn = self.chance.day(self.person.entered + timedelta(days=700), FIRST - timedelta(days=400))
        yield _past("Cán sự", self.home, self.person.entered, turn)
        if self.leads:
            yield _past("Chuyên viên", self.home, turn + timedelta(days=1), FIRST - timedelta(days=1))

    def _schooling(self) -> Iterator[Told]:
        end = date(self.person.born.year + 22, 9, 1)
        degree = "bachelor" if self.leads or self.chance.happens(0.9) else "intermediate"
        yield self._school(degree, "full_time", end.replace(year=end.year - 4), end)
        if self.leads and self.person.age_on(TODAY) > 36 and self.chance.happens(0.35):
            begun = date(self.person.born.year + 31, 9, 1)
            yield self._school("master", "part_time", begun, begun.replace(year=begun.year + 2))

    def _school(self, degree: str, mode: str, since: date, until: date) -> Told:
        values = {"degree": degree, "major": self.chance.one(MAJORS), "school": self.chance.one(SCHOOLS)}
        return "education", values | {"mode": mode}, {}, since, until

    def _training(self) -> Iterator[Told]:
        kinds = self.chance.some(list(COURSES), 0.45 if self.leads else 0.25)
        for kind in kinds:
            begun = self.chance.day(self.day, date(2026, 6, 1))
            values = {"kind": kind, "course": COURSES[kind], "body": ISSUER}
            yield "training", values, {}, begun, begun + _WEEKS
        if self.leads:
            high = self.person.main is not None and self.person.main.rank == HEAD
            course = "Cao cấp" if high else "Trung cấp"
            values = {"kind": "political_theory", "course": course, "body": ISSUER}
            begun = self.day - timedelta(days=self.chance.number(300, 2000))
            yield "training", values, {}, begun, begun + timedelta(days=240)
        if self.chance.happens(0.5):
            language, level = self.chance.weighed(LANGUAGES), self.chance.one(("A2", "B1", "B2"))
            yield "language", {"language": language, "level": level}, {}, None, None

    def _evaluations(self) -> Iterator[Told]:
        first = 2021 if self.leads else 2025
        for year in range(max(first, self.day.year), 2026):
            if self.person.retired_on is None or self.person.retired_on.year > year:
                values = {"year": year, "grade": self.chance.weighed(EVALUATIONS)}
                yield "evaluation", values | {"decision": f"Thông báo minh họa năm {year}"}, {}, None, None

    def _merits(self) -> Iterator[Told]:
        if self.chance.happens(0.4 if self.leads else 0.15):
            day = self.chance.day(self.day, date(2026, 6, 1))
            values = {"title": self.chance.one(AWARDS), "decision": "Quyết định minh họa", "issuer": ISSUER}
            yield "award", values | {"awarded_on": f"{day:%d/%m/%Y}"}, {}, None, None
        if self.person.sex == "male" and self.chance.happens(0.06):
            begun = date(self.person.born.year + 19, 2, 15)
            yield "military", {"rank": "Hạ sĩ"}, {}, begun, begun.replace(year=begun.year + 2)

    def _guarded(self) -> Iterator[Told]:
        """What is sealed: discipline, relations where interests may conflict, the health certificate."""
        if self.chance.happens(0.006):
            day = self.chance.day(max(self.day, date(2024, 1, 1)), date(2026, 9, 1))
            secret = {
                "form": self.chance.one(("reprimand", "reprimand", "warning")), "issuer": ISSUER,
                "decision": "Quyết định minh họa", "heard_on": f"{day - timedelta(days=20):%d/%m/%Y}",
                "appeal": self.chance.one(("none", "none", "upheld")),
            }  # fmt: skip
            yield "discipline", {}, secret, day, day.replace(year=day.year + 1, day=min(day.day, 28))
        if self.chance.happens(0.15 if self.leads else 0.01):
            sex = "female" if self.person.sex == "male" else "male"
            name = full_name(self.chance, sex=sex, group=self.person.group, plain=0.3)
            yield "relation", {}, {"relation": "spouse", "name": name, "workplace": ISSUER}, None, None
        if self.leads and self.chance.happens(0.5):
            day = self.chance.day(date(2025, 9, 1), date(2026, 9, 1))
            yield "health", {}, {"certificate_on": day.isoformat()}, None, None

    def _papers(self) -> Iterator[Told]:
        if self.chance.happens(0.12):
            issued = self.chance.day(date(2024, 1, 15), date(2026, 6, 1))
            yield "document", {
                "kind": "Chứng chỉ bồi dưỡng", "number": f"MH-{self.person.number:05}",
                "issued_on": issued.isoformat(), "remind_days": 60,
                "expires_on": issued.replace(year=issued.year + 3, day=min(issued.day, 28)).isoformat(),
            }, {}, None, None  # fmt: skip


_WEEKS = timedelta(days=60)


def _past(post: str, place: str, since: date, until: date) -> Told:
    return "history", {"unit": f"Cơ quan ở {place}", "post": post}, {}, since, until


def _home(person: Person, chance: Chance, ground: Ground) -> str:
    """Draw a district of the person's province, as the papers name it."""
    province = next(place for place in ground.of_level(1) if place.code == person.province)
    districts: Iterable[Place] = ground.of_level(2, province.id)
    return f"{chance.one(list(districts)).suffix}, {province.suffix}"
