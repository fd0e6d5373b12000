"""The demonstration with its people: the register of Cần Thơ, and an illustrative apparatus in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from tinhgon import vault
from tinhgon.core import operations as ops
from tinhgon.core.documents import Document, read_document
from tinhgon.core.judging import Answer, Answers
from tinhgon.core.names import fold, person_key
from tinhgon.people.demo.cast import Person as Player
from tinhgon.people.demo.chance import identity
from tinhgon.people.demo.dossiers import Sheet, national_number, sheets
from tinhgon.people.demo.ground import EVE, Ground, Place, survey
from tinhgon.people.demo.stage import ISSUER, Act
from tinhgon.people.demo.story import Story, tell, tell_until_the_eve
from tinhgon.people.sealing import of_entry
from tinhgon.people.sections import section
from tinhgon.register import refusals
from tinhgon.register.actions.demo import CANTHO, RECORDED, load_lists, sign_file
from tinhgon.register.actions.documents import head_of
from tinhgon.register.actions.drafting import Head
from tinhgon.register.actions.history import Batch, record_history
from tinhgon.register.models import Decision, Person
from tinhgon.register.queries import units
from tinhgon.temporal.naming import whole

DECISIONS = CANTHO / "decisions"
FIGURES, CITY, COMMUNES, CORRECTION = sorted(DECISIONS.glob("*.json"))
BATCH = 4000
# As one value a batch is read many times faster than row by row; the days of the story are whole ones.
ENTER = """
INSERT INTO people_entry (id, person_id, section, field_class, since, since_precision, until, until_precision,
    data, sealed, revision, recorded_at)
SELECT id, person_id, section, field_class, since, CASE WHEN since IS NULL THEN '' ELSE 'day' END,
    until, CASE WHEN until IS NULL THEN '' ELSE 'day' END, data, decode(sealed, 'base64'), 1, now()
FROM json_to_recordset(%s::json) AS (id uuid, person_id uuid, section text, field_class int, since date,
    until date, data jsonb, sealed text)
"""
# Chance made the people of the story, not the law: where a rule stops one of its decisions, this answers.
ANSWERS = Answers(
    to_all=Answer(
        "Minh họa: người và chức vụ trong câu chuyện do máy dựng; khi làm thật phải ghi lý do cụ thể.",
        "Không có căn cứ thật; chỗ này ghi điều, khoản cho phép làm khác.",
    )
)
# What was decided since, and what of the days ahead is known, is recorded on this day.
ON_THE_EVE = datetime(2025, 6, 29, 1, 0, tzinfo=UTC)
LAST = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
PLACES = """
SELECT v.unit_id, i.value, v.name, v.kind_id, k.level, p.parent_id
FROM register_unitversion v JOIN register_unitkind k ON k.code = v.kind_id
JOIN register_identifier i ON i.unit_id = v.unit_id AND i.scheme = 'national' AND i.valid @> %(day)s
JOIN register_placement p ON p.unit_id = v.unit_id AND p.line = 'territorial' AND p.valid @> %(day)s
WHERE v.valid @> %(day)s AND k.level IS NOT NULL
"""


def load_demo_with_people(*, progress: Callable[[int], Any] = lambda done: None) -> int:
    """Record Cần Thơ and its illustrative people in an empty register, all or nothing; give the number of
    decisions, or 0.
    """
    with whole(refusals.CONSTRAINTS):
        if Decision.objects.exists():
            return 0
        done = load_lists(progress=progress)
        sign_file(FIGURES, at=RECORDED)
        merging = _merging()
        ground = survey(_places(), merging[1].operations, _city(merging[0]))
        story = tell(ground)
        open_files(story.people, ground)
        return done + 1 + _record(story, merging, lambda more: progress(done + 1 + more))


def load_eve_with_people(*, progress: Callable[[int], Any] = lambda done: None) -> int:
    """Record the story until 30/06/2025 in an empty register, with the city that begins the day after: the
    communes are still the old ones. All or nothing; give the number of decisions, or 0.
    """
    with whole(refusals.CONSTRAINTS):
        if Decision.objects.exists():
            return 0
        done = load_lists(progress=progress, at=ON_THE_EVE)
        sign_file(FIGURES, at=ON_THE_EVE)
        city, communes = _merging()
        ground = survey(_places(), communes.operations, _city(city))
        story = tell_until_the_eve(ground)
        open_files(story.people, ground)
        return done + 1 + record_history(
            batches=[*_batches(story.before), city], at=ON_THE_EVE + timedelta(minutes=10),
            progress=lambda more: progress(done + 1 + more), answers=ANSWERS,
        )  # fmt: skip


def open_files(people: Sequence[Player], ground: Ground) -> None:
    """Open a file for everybody in the story, marked as illustrative, with its entries."""
    numbers = vault.blind_indexes([national_number(one) for one in people], "national_id")
    Person.objects.bulk_create(
        [_person(one, index) for one, index in zip(people, numbers, strict=True)], batch_size=BATCH
    )
    _write_entries([sheet for one in people for sheet in sheets(one, ground)])


def _record(story: Story, merging: Sequence[Batch], progress: Callable[[int], Any]) -> int:
    """Record the story around the two resolutions, the correction after them, then what came since."""
    first = [*_batches(story.before), merging[0], *_batches(story.ending), merging[1]]
    first += _batches(story.uniting)
    done = record_history(
        batches=first, at=RECORDED + timedelta(minutes=10), progress=progress, answers=ANSWERS
    )
    summer, later = story.since[:1], story.since[1:]
    done += record_history(batches=_batches(summer), at=_eve_of(summer[0].day), answers=ANSWERS)
    sign_file(CORRECTION, at=RECORDED)
    done += record_history(batches=_batches(later), at=LAST, answers=ANSWERS)
    progress(done + 1)
    return done + 1


def _merging() -> tuple[Batch, Batch]:
    """Read the two resolutions of the first of July; the second knows the city that the first makes."""
    first, second = (read_document(path.read_bytes()) for path in (CITY, COMMUNES))
    known = units.holders(first.codes | second.codes, on=EVE)
    city = _batch_of(first, known)
    return city, _batch_of(second, known | {"92": _city(city)})


def _city(batch: Batch) -> UUID:
    (merge,) = batch.operations
    assert isinstance(merge, ops.Merge)  # noqa: S101
    return merge.into.id


def _batch_of(document: Document, known: dict[str, UUID]) -> Batch:
    head = head_of(document.head)
    return Batch(identity("act", head.number), head, ops.read(document.resolved(known)))


def _batches(acts: Iterable[Act]) -> list[Batch]:
    return [Batch(act.id, _head(act), act.operations) for act in acts]


def _head(act: Act) -> Head:
    return Head(
        type="QĐ", number=act.number, issuer=ISSUER, issued_on=min(act.day, LAST.date()),
        effective_on=act.day, title=act.title, source=Decision.Source.ILLUSTRATION, source_note=act.note,
    )  # fmt: skip


def _eve_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC) - timedelta(days=1)


def _places() -> list[Place]:
    with connection.cursor() as cursor:
        cursor.execute(PLACES, {"day": EVE})
        names = ("id", "code", "name", "kind", "level", "parent")
        return [Place(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def _person(one: Player, index: bytes) -> Person:
    return Person(
        id=one.id, name=one.name, name_key=person_key(one.name), name_folded=fold(one.name), sex=one.sex,
        born=one.born, born_precision=one.precision, number_index=index, illustrative=True,
    )  # fmt: skip


def _write_entries(found: Sequence[Sheet]) -> None:
    """Write entries without amendments: nothing was changed, nothing is for the national database."""
    secret = [sheet for sheet in found if sheet.sealed]
    values = [(sheet.person, of_entry(sheet.id, sheet.section), sheet.sealed) for sheet in secret]
    sealed = dict(zip((sheet.id for sheet in secret), vault.seal_many(values), strict=True))
    with connection.cursor() as cursor:
        for start in range(0, len(found), BATCH):
            rows = [_entry(sheet, sealed.get(sheet.id)) for sheet in found[start : start + BATCH]]
            cursor.execute(ENTER, [orjson.dumps(rows).decode()])
        cursor.execute("ANALYZE people_entry")


def _entry(sheet: Sheet, sealed: bytes | None) -> dict[str, Any]:
    return {
        "id": sheet.id, "person_id": sheet.person, "section": sheet.section, "data": sheet.values,
        "sealed": sealed and b64encode(sealed).decode(), "since": sheet.since, "until": sheet.until,
        "field_class": section(sheet.section).field_class,
    }  # fmt: skip
