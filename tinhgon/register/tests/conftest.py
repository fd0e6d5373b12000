"""The demonstration's register for tests that read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import make_cast
from tests.undoing import undone
from tinhgon.register.actions.demo import load_demo

BUDGET = 15  # statements a page

Visit = Callable[..., HttpResponse]


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Mapping[str, AbstractBaseUser]]:
    """Record Cần Thơ with its cast, once for a module and undone after it: others find nothing."""
    with django_db_blocker.unblock(), undone():
        load_demo()
        yield make_cast()


@pytest.fixture
def visit(demo: Mapping[str, AbstractBaseUser], db: None) -> Visit:
    """Open a page as somebody, Mai unless another is named, and hold it to the budget of statements."""

    def open_page(
        path: str, *, who: str | None = "mai", headers: dict[str, str] | None = None, budget: int = BUDGET
    ) -> HttpResponse:
        client = Client()
        if who:
            client.force_login(demo[who])
        with CaptureQueriesContext(connection) as statements:
            answer = client.get(path, headers=headers)
        # The way back out of a request's transaction is gone only here, where a test goes on after it.
        asked = [one["sql"][:200] for one in statements if "set_config('role', 'none'" not in one["sql"]]
        assert len(asked) <= budget, "\n".join(asked)
        return answer

    return open_page
