"""What several test modules of documents stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.undoing import undone
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
