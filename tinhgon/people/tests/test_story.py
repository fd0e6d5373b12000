"""The demonstration's story: repeatable, plausible, and nobody is lost in it; checked by the core alone."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date

import orjson

from tinhgon.core import operations as ops
from tinhgon.core.names import fold, nfc
from tinhgon.core.operations import MAX_OPERATIONS
from tinhgon.core.rows import HEAD, SEATED
from tinhgon.people.demo.dossiers import national_number, sheets
from tinhgon.people.demo.ground import EVE, MERGER
from tinhgon.people.demo.names import refused
from tinhgon.people.demo.stage import Act
from tinhgon.people.demo.story import tell
from tinhgon.people.demo.uniting import CITY_QUOTA
from tinhgon.people.sections import section
from tinhgon.people.tests.story import ground, in_post, story, told


def fingerprint(acts: tuple[Act, ...]) -> str:
    """Give one number for what decisions say."""
    said = [(act.id, act.number, act.day, ops.write(act.operations)) for act in acts]
    return hashlib.sha256(orjson.dumps(said)).hexdigest()


def test_the_story_is_the_same_every_time() -> None:
    again = tell(ground())
    for chapter in ("before", "ending", "uniting", "since"):
        assert fingerprint(getattr(again, chapter)) == fingerprint(getattr(story(), chapter))
    assert [(one.id, one.name) for one in again.people] == [(one.id, one.name) for one in story().people]
    some = story().people[::500]
    assert [list(sheets(one, ground())) for one in some] == [list(sheets(one, ground())) for one in some]


def test_every_commune_and_about_twelve_thousand_people() -> None:
    staffed = Counter[object]()
    for life in told()["before"].lives.values():
        if life.posts:
            staffed[life.posts[-1].unit] += 1
    assert all(staffed[place.id] >= 14 for place in ground().of_level(3))
    assert len(ground().of_level(3)) == 263
    assert 11_500 <= len(story().people) <= 12_500
    assert 11_000 <= len(in_post(told()["before"], EVE)) <= 12_500


def test_nobody_is_lost_on_the_first_of_july() -> None:
    eve, day = (in_post(told()["merged"], one) for one in (EVE, MERGER))
    retired = {one.id for one in story().people if one.retired_on == MERGER}
    assert day <= eve
    assert eve - day == retired
    assert 0 < len(retired) < 0.05 * len(eve)


def test_seats_hold_and_few_are_vacant() -> None:
    snapshot, day = told()["before"], EVE
    taken = Counter[object]()
    for life in snapshot.lives.values():
        for row in life.appointments:
            if day in row.valid and row.how in SEATED:
                taken[row.post] += float(row.share)  # type: ignore[assignment]
    posts = [post for life in snapshot.lives.values() if (post := life.post_on(day))]
    assert all(taken[post.post] <= post.seats for post in posts)
    vacant = 1 - sum(taken[post.post] for post in posts) / sum(post.seats for post in posts)
    assert 0.02 < vacant < 0.07


def test_each_body_and_commune_has_one_head_after_the_merger() -> None:
    heads = Counter[object]()
    for life in told()["merged"].lives.values():
        row = life.post_on(MERGER)
        if row and row.rank == HEAD:
            heads[row.unit, row.title] += 1
    assert set(heads.values()) == {1}
    assert all(heads[heir.id, "party_secretary"] for heir in ground().heirs)
    assert len(ground().heirs) == 103


def test_the_city_has_the_quota_that_was_reported() -> None:
    (quota,) = [
        row.number for row in told()["merged"].lives[ground().city].quotas if row.staff == "civil_servant"
    ]
    assert quota == CITY_QUOTA
    agencies = [
        life for life in told()["merged"].lives.values()
        if (place := life.placement_on("government", MERGER)) and place.parent == ground().city
        and (version := life.version_on(MERGER)) and version.kind in ("department", "office", "agency")
    ]  # fmt: skip
    assert len(agencies) == 14


def test_names_are_well_formed_and_nobodys_we_know() -> None:
    for one in story().people:
        assert one.name == nfc(one.name)
        assert 3 <= len(one.name.split()) <= 4
        assert all(part[0].isupper() and part.isalpha() for part in one.name.split())
        assert not set("\u00d0\u00f0") & set(one.name)  # the letter eth is no Vietnamese đ
        assert fold(one.name) not in refused()
    women = sum(one.sex == "female" for one in story().people) / len(story().people)
    assert 0.33 < women < 0.42


def test_ages_fit() -> None:
    working = in_post(told()["merged"], MERGER)
    ages = [one.age_on(MERGER) for one in story().people if one.id in working]
    assert min(ages) >= 21
    assert max(ages) <= 62
    assert all(one.age_on(one.entered) >= 20 for one in story().people)


def test_no_number_is_real_and_none_is_twice() -> None:
    numbers = [national_number(one) for one in story().people]
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) == 12 and number.isdigit() and number.startswith("000") for number in numbers)


def test_entries_keep_to_the_declared_sections() -> None:
    for person in story().people[::40]:
        for sheet in sheets(person, ground()):
            fields = {field.code: field for field in section(sheet.section).fields}
            assert set(sheet.values) | set(sheet.sealed) <= set(fields)
            assert all(fields[name].sealed for name in sheet.sealed)
            assert not any(fields[name].sealed for name in sheet.values)
            required = {code for code, field in fields.items() if field.required}
            assert required <= set(sheet.values) | set(sheet.sealed)


def test_decisions_are_small_enough_and_say_what_they_are() -> None:
    acts = [*story().before, *story().ending, *story().uniting, *story().since]
    assert len({act.id for act in acts}) == len(acts)
    assert all(len(act.operations) <= MAX_OPERATIONS for act in acts)
    assert all(act.number.endswith("-MHNS") and act.title.startswith("Minh họa") for act in acts)


def test_the_register_stays_alive() -> None:
    snapshot, today, year_on = told()["since"], date(2026, 11, 22), date(2027, 11, 22)
    rows = [row for life in snapshot.lives.values() for row in life.appointments]
    assert any(row.valid.since.year == 2026 for row in rows)
    assert any(row.term_until and today < row.term_until < year_on and today in row.valid for row in rows)
    assert len(in_post(snapshot, today)) > len(in_post(snapshot, year_on))


def test_party_committees_bear_the_name_of_their_place() -> None:
    names = {
        version.name for life in told()["before"].lives.values()
        if (version := life.version_on(EVE)) and version.kind == "party_committee"
    }  # fmt: skip
    assert len(names) == 31 - 1  # two districts are called Châu Thành
    assert {"Thành ủy Cần Thơ", "Tỉnh ủy Hậu Giang", "Quận ủy Ninh Kiều", "Thị ủy Long Mỹ",
            "Huyện ủy Long Mỹ", "Thành ủy Sóc Trăng"} <= names  # fmt: skip
