"""What has stayed too long goes; a dry run says just what a real run does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.tests.staff import LAN as CHAIRING
from tinhgon.people import refusals
from tinhgon.people.actions.erasing import set_hold
from tinhgon.people.actions.retaining import retain
from tinhgon.people.models import Entry
from tinhgon.people.queries.retention import rules
from tinhgon.people.sections import sections
from tinhgon.people.tests.files import ALL, fill
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import signed
from tinhgon.register.tests.staffed import staff_town

pytestmark = pytest.mark.django_db
LATER = date(2026, 1, 1)
TABLE = """
- {section: document, then: destroy, keep_years: 5}
- {section: recruitment, then: mask, keep_years: 0}
- {section: identity, then: mask, keep_years: 90}
- {section: award, then: keep, keep_years: 0}
"""


@pytest.fixture
def lan() -> User:
    return make_cast()["lan"]


@pytest.fixture
def left(lan: User, settings: Any, tmp_path: Path) -> Person:
    """Somebody who left every post in 2015; the office has set periods."""
    staff_town()
    signed(ops.Release(person=CHAIRING), on=date(2015, 5, 1))
    settings.RETENTION = tmp_path / "own.yaml"
    settings.RETENTION.write_text(TABLE, encoding="utf-8")
    person = Person.objects.get(pk=CHAIRING)
    fill(person, lan)
    return person


def test_our_own_table_sets_no_period_and_knows_every_section() -> None:
    found = {rule.section.code: rule.keep_years for rule in rules()}
    assert found == dict.fromkeys(sections())
    assert retain(on=LATER, dry_run=True) == []


def test_a_dry_run_says_what_a_real_run_does(left: Person) -> None:
    before = Entry.objects.filter(person=left).count()
    said = retain(on=LATER, dry_run=True)
    assert [(one.person, one.rule.section.code) for one in said] == [
        (left.id, "document"), (left.id, "recruitment")
    ]  # fmt: skip
    assert Entry.objects.filter(person=left).count() == before
    assert retain(on=LATER, dry_run=False) == said
    assert not Entry.objects.filter(person=left, section="document").exists()
    assert Entry.objects.get(person=left, section="recruitment").data["recruited_on"] == "2004"
    assert Entry.objects.get(person=left, section="identity").sealed is not None
    assert retain(on=LATER, dry_run=True) == []


def test_before_its_day_nothing_goes(left: Person) -> None:
    said = retain(on=date(2020, 4, 30), dry_run=True)
    assert "document" not in {one.rule.section.code for one in said}
    said = retain(on=date(2020, 5, 1), dry_run=True)
    assert "document" in {one.rule.section.code for one in said}


def test_a_hold_keeps_everything(left: Person, lan: User) -> None:
    set_hold(left.id, reason="Thanh tra", decision=None, by=lan, reach=ALL)
    assert retain(on=LATER, dry_run=False) == []


@pytest.mark.parametrize("table", [
    "- {section: nothing, then: mask, keep_years: 1}", "- {section: award, then: burn, keep_years: 1}",
    "- {section: award, then: mask, keep_years: yes}",
    "- {section: award, then: mask, keep_years: -1}", "- [", "- a",
])  # fmt: skip
def test_a_wrong_table_is_refused(table: str, settings: Any, tmp_path: Path) -> None:
    settings.RETENTION = tmp_path / "own.yaml"
    settings.RETENTION.write_text(table, encoding="utf-8")
    with pytest.raises(refusals.MalformedRetention):
        retain(on=LATER, dry_run=True)
