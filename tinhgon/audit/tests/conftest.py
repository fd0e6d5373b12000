"""Places for checkpoints and a key that only one test sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def kept_in(tmp_path: Path, settings: Any) -> list[Path]:
    """Keep checkpoints in two folders of the test's own; give their files."""
    settings.AUDIT_CHECKPOINTS = [tmp_path / "here", tmp_path / "elsewhere"]
    settings.AUDIT_KEY = tmp_path / "key" / "checkpoint.key"
    return [folder / "checkpoints.txt" for folder in settings.AUDIT_CHECKPOINTS]
