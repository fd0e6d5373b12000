"""What several test modules of directives stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.undoing import undone
from tinhgon.register.tests.staffed import staff_town


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The staffed town of the register's tests, founded once for all tests of a module."""
    with django_db_blocker.unblock(), undone():
        staff_town()
        yield


@pytest.fixture
def town(founded: None, db: None) -> None:
    """The same, and whatever a test does to it is undone."""
