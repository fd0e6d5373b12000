"""References: resolved where number, issuer and day agree, else waiting until the other is entered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.reach import EVERYTHING
from tinhgon.core.tests.world import AN_HOA, CITY
from tinhgon.documents.actions.ending import end
from tinhgon.documents.actions.entering import register
from tinhgon.documents.keys import bears_its_year, is_issuer, number_key
from tinhgon.documents.models import Document, Reference
from tinhgon.documents.queries.chains import chain, links_around
from tinhgon.documents.refusals import AlreadyEnded, EndsItself, EndsTooEarly
from tinhgon.documents.tests.test_confirming import entered
from tinhgon.register.tests.factories import signed

pytestmark = pytest.mark.usefixtures("town")
ISSUER = "Ủy ban nhân dân thành phố"


def paper(number: str, day: date, **values: Any) -> Document:
    """Enter a document straight away."""
    given: dict[str, Any] = {
        "keeper_id": CITY, "direction": "in", "number": number, "number_key": number_key(number),
        "issuer": ISSUER, "issued_on": day, "abstract": f"Về {number}",
    }  # fmt: skip
    return register(Document(**(given | values)), by=None)


@pytest.mark.parametrize(
    ("one", "other"),
    [("12/KH-UBND", "12 / kh - ubnd"), ("05/QĐ-UBND", "5/QĐ-UBND"), ("21-NQ/TW", "21-NQ/TW"),
     ("80/2025/QH15", "80/2025/qh15")],
)  # fmt: skip
def test_a_number_is_found_however_it_was_typed(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


def test_only_a_number_that_bears_its_year_is_enough_alone() -> None:
    assert bears_its_year(number_key("80/2025/QH15"))
    assert not bears_its_year(number_key("2025/QĐ-UBND"))


def test_an_issuer_may_be_written_short() -> None:
    assert is_issuer("UBND thành phố Cần Thơ", "Ủy ban nhân dân TP Cần Thơ")
    assert not is_issuer("Sở Y tế", "Sở Nội vụ")


def test_a_cited_document_of_the_registry_is_found_at_once() -> None:
    known = paper("77/QĐ-UBND", date(2026, 2, 2))
    made = entered()
    assert made.references.get(role="basis").cited_id == known.pk
    assert made.references.get(role="replaces").cited_id is None


def test_a_decision_of_the_register_is_found_too() -> None:
    other = signed(
        ops.Rename(unit=AN_HOA, name="Phường An Hoà"), number="77/QĐ-UBND", issued_on=date(2026, 2, 2),
        issuer="UBND thành phố", on=date(2026, 2, 3),
    ).decision  # fmt: skip
    assert entered().references.get(role="basis").decision_id == other.pk


def test_a_reference_waits_until_its_document_is_entered() -> None:
    waits = entered().references.get(role="replaces")
    assert (waits.cited_id, waits.number_key) == (None, "9-kh-ubnd")
    came = paper("09/KH-UBND", date(2025, 3, 4), issuer="UBND thành phố")
    waits.refresh_from_db()
    assert waits.cited_id == came.pk


@pytest.mark.parametrize(
    "other",
    [{"day": date(2024, 3, 4)}, {"day": date(2025, 3, 4), "issuer": "Sở Y tế"}],
    ids=["day", "issuer"],
)
def test_the_same_number_of_another_day_or_issuer_is_another_document(other: dict[str, Any]) -> None:
    waits = entered().references.get(role="replaces")
    paper("9/KH-UBND", **other)
    waits.refresh_from_db()
    assert waits.cited_id is None


def test_a_number_alone_resolves_nothing() -> None:
    paper("21-NQ/TW", date(2017, 10, 25), issuer="Ban Chấp hành Trung ương")
    made = paper("5/BC", date(2026, 1, 1))
    Reference.objects.create(document=made, number="21-NQ/TW", number_key=number_key("21-NQ/TW"))
    paper("21-NQ/TW", date(2022, 6, 16), issuer="Ban Chấp hành Trung ương")
    assert Reference.objects.get(document=made).cited is None


def test_a_document_ends_by_another_and_the_chain_tells_it() -> None:
    old, made = paper("9/KH-UBND", date(2025, 3, 4)), entered()
    end(old.pk, by_document=made.pk, on=None, by=None, reach=EVERYTHING)
    old.refresh_from_db()
    assert (old.ended_on, old.ended_by_id) == (date(2026, 3, 5), made.pk)
    assert old.in_force_on(date(2026, 3, 4))
    assert not old.in_force_on(date(2026, 3, 5))
    assert [one.pk for one in chain(made, EVERYTHING)] == [old.pk, made.pk]
    assert chain(old, EVERYTHING) == chain(made, EVERYTHING)


def test_a_document_does_not_end_by_itself_twice_or_before_it_begins() -> None:
    old, made = paper("9/KH-UBND", date(2025, 3, 4)), paper("10/KH-UBND", date(2026, 3, 4))
    with pytest.raises(EndsItself):
        end(old.pk, by_document=old.pk, on=None, by=None, reach=EVERYTHING)
    with pytest.raises(EndsTooEarly):
        end(old.pk, by_document=made.pk, on=date(2025, 3, 3), by=None, reach=EVERYTHING)
    end(old.pk, by_document=made.pk, on=None, by=None, reach=EVERYTHING)
    with pytest.raises(AlreadyEnded):
        end(old.pk, by_document=made.pk, on=None, by=None, reach=EVERYTHING)


def test_citations_are_walked_both_ways_even_in_a_circle() -> None:
    papers = [paper(f"{number}/QĐ-X", date(2026, 1, number)) for number in (1, 2, 3)]
    for one, other in ((0, 1), (1, 2), (2, 0)):
        Reference.objects.create(
            document=papers[one], cited=papers[other], number=papers[other].number, role="basis"
        )
    depth, links = links_around(papers[0].pk, EVERYTHING, steps=3, most=60)
    assert set(depth) == {one.pk for one in papers}
    assert len(links) == 3
