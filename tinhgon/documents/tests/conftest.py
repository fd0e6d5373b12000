"""What several test modules of documents stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from tests.cast import make_cast
from tests.undoing import undone
from tinhgon.access.models import User
from tinhgon.core.tests.world import CAI_KHE
from tinhgon.documents.tests.ground import make_town
from tinhgon.documents.tests.taking import TAKEN


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The town, founded once for all tests of a module."""
    with django_db_blocker.unblock(), undone():
        make_town()
        yield


@pytest.fixture
def town(founded: None, db: None, settings: Any) -> Iterator[None]:
    """The same; tasks are only noted, and whatever a test does is undone."""
    settings.DOCUMENT_TAKERS = ["tinhgon.documents.tests.taking.take"]
    TAKEN.clear()
    yield
    TAKEN.clear()


@pytest.fixture
def cast(town: None) -> dict[str, User]:
    """Everybody; Tâm keeps the papers of one ward."""
    return make_cast(area=[CAI_KHE])


@pytest.fixture
def as_user(cast: dict[str, User]) -> Callable[[str], Client]:
    """Give a browser of somebody."""

    def logged_in(name: str) -> Client:
        client = Client()
        client.force_login(cast[name])
        return client

    return logged_in
