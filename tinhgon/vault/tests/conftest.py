"""A vault of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a vault that nobody used yet."""
    place = tmp_path / "khóa riêng"
    monkeypatch.setattr(settings, "VAULT", place)
    return place
