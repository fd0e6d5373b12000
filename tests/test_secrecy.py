"""A person out of reach leaves no trace on any page: no name, no count, no answer to a search."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.cast import make_cast
from tests.test_policies import addresses
from tinhgon.access.models import User
from tinhgon.access.tests.ground import acting, person, unit
from tinhgon.register.models import Person

pytestmark = pytest.mark.django_db
NAME, FOLDED = "Hoàng Thị Chim Yến", "hoang thi chim yen"
TRACES = (NAME, FOLDED, "Chim Yến", "chim yen")
QUERIES = ("", "?q=Chim+Yến", "?q=chim+yen", "?user=lan&q=chim", "?page=2&q=hoang", "?on=31/02/2026")


@pytest.fixture
def cast() -> dict[str, User]:
    cache.clear()
    return make_cast([unit()])


@pytest.fixture
def canary(cast: dict[str, User]) -> Person:
    """Somebody in a unit that Tâm's area does not hold, with a value for every column that is text."""
    return person(unit(), NAME, sex="female", number_index=b"canary".ljust(32, b"\0"))


def _paths(canary: Person) -> Iterator[str]:
    """Every address that answers GET, with the canary's own ids where an address takes one."""
    for path, pattern in addresses(get_resolver().url_patterns):
        if isinstance(pattern, URLPattern) and "(" not in path and "logout" not in path:
            yield _filled(path, canary)


def _filled(path: str, canary: Person) -> str:
    parts = path.split("<")
    filled = [parts[0]]
    for part in parts[1:]:
        kind, _, rest = part.partition(">")
        filled.append(_value(kind, canary) + rest)
    return "/" + "".join(filled)


def _value(kind: str, canary: Person) -> str:
    converter, _, name = kind.rpartition(":")
    if converter == "uuid" or name in ("person", "unit"):
        return str(canary.home_id if name == "unit" else canary.pk)
    return "1" if converter == "int" else "x"


def _said(client: Client, path: str) -> str:
    answer = client.get(path)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
    return body.decode(errors="replace") + str(answer.headers)


@pytest.mark.parametrize("who", ["khach", "tam", "quy", "nga"])
def test_no_page_tells_of_somebody_out_of_reach(who: str, cast: dict[str, User], canary: Person) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(cast[who])
    told = []
    for path in _paths(canary):
        for query in QUERIES:
            # What was asked for may be said again, the name itself never.
            said = _said(client, path + query)
            told += [path + query for trace in TRACES if trace in said and trace not in _asked(query)]
    assert told == []


def _asked(query: str) -> str:
    return query.replace("+", " ")


def test_the_crawl_would_find_somebody_within_reach(cast: dict[str, User], canary: Person) -> None:
    """The pages of people do tell Lan: a crawl that finds nobody at all would prove nothing."""
    paths = [path for path in _paths(canary) if path.startswith("/people")]
    if not paths:
        pytest.skip("There are no pages of people in this installation.")
    client = Client(raise_request_exception=False)
    client.force_login(cast["lan"])

    assert any(NAME in _said(client, path) for path in paths)


@pytest.mark.parametrize("who", ["khach", "tam"])
def test_a_list_counts_only_whom_it_shows(who: str, cast: dict[str, User], canary: Person) -> None:
    with acting(cast[who].pk), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_person")
        assert cursor.fetchone() == (0,)


def test_the_login_page_tells_nobody_who_is_there(cast: dict[str, User]) -> None:
    def answer(name: str) -> str:
        page = Client().post(reverse("account_login"), {"login": name, "password": "sai"})
        return page.content.decode().replace(f'value="{name}"', "")

    there, not_there = answer("lan"), answer("lam")
    assert _without_token(there) == _without_token(not_there)


def _without_token(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf" not in line)
