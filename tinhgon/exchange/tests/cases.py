"""A register to ask: the demonstration of Cần Thơ and the known cast, read once for a class of tests."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import TestCase

from tests.cast import make_cast
from tinhgon.register.actions.demo import load_demo


class Demo(TestCase):
    """Tests that read the demonstration as Mai, who may read everything and change nothing."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_demo()
        cls.cast = make_cast()

    def setUp(self) -> None:
        self.client.force_login(self.cast["mai"])

    def get(self, path: str, status: int = 200, **parameters: Any) -> Any:
        answer: HttpResponse = self.client.get(path, parameters)  # type: ignore[assignment]
        assert answer.status_code == status, answer.content[:500]
        return answer.json()
