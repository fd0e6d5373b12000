"""From a task to the document that answers it, and back with its number."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core.tests.world import CAI_KHE, NINH_KIEU
from tinhgon.directives.models import Obligation
from tinhgon.directives.pages.answering import reply_url
from tinhgon.directives.tests.ground import directive, obligation

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def cast(town: None) -> dict[str, User]:
    return make_cast(area=[CAI_KHE])


@pytest.fixture
def given(cast: dict[str, User]) -> Obligation:
    due = TODAY + timedelta(days=5)
    of = directive(NINH_KIEU, on=TODAY - timedelta(days=30))
    return obligation(of, CAI_KHE, due_on=due, first_due_on=due, assigned_on=TODAY - timedelta(days=30))


def page(user: User, path: str) -> str:
    client = Client()
    client.force_login(user)
    return client.get(path).content.decode()


def test_the_bearer_is_led_to_write_the_answer(cast: dict[str, User], given: Obligation) -> None:
    assert "Soạn văn bản trả lời" in page(cast["tam"], f"/directives/{given.pk}/")


def test_who_only_reads_is_not(cast: dict[str, User], given: Obligation) -> None:
    assert "Soạn văn bản trả lời" not in page(cast["mai"], f"/directives/{given.pk}/")


def test_the_way_to_the_answer_knows_the_unit_and_the_way_back(given: Obligation) -> None:
    asked = parse_qs(urlsplit(reply_url(given)).query)
    assert asked["unit"] == [str(CAI_KHE)]
    assert asked["back"] == [f"/directives/{given.pk}/?do=report"]


def test_the_number_of_what_was_issued_stands_in_the_report(cast: dict[str, User], given: Obligation) -> None:
    answer = directive(CAI_KHE, on=TODAY)
    shown = page(cast["hung"], f"/directives/{given.pk}/?do=report&document={answer.pk}")
    assert f'value="{answer.number}"' in shown


def test_a_document_that_there_is_not_is_no_answer(cast: dict[str, User], given: Obligation) -> None:
    assert 'name="answer"' in page(cast["hung"], f"/directives/{given.pk}/?do=report&document=x")
