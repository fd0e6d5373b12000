"""The demonstration: Cần Thơ from 2004 to today, from the data files that the program carries.

Its recorded moments belong to the story, so that what was known when can be seen: the history is recorded
two weeks after the merger, a correction three months later.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tinhgon.core.documents import read_document
from tinhgon.register import refusals
from tinhgon.register.actions.documents import draft_document
from tinhgon.register.actions.drafting import check
from tinhgon.register.actions.importing import DATA, import_history, read_acts
from tinhgon.register.actions.signing import sign
from tinhgon.register.models import Decision
from tinhgon.temporal.naming import whole

CANTHO = DATA / "cantho"
RECORDED = datetime(2025, 7, 15, 1, 0, tzinfo=UTC)
CORRECTED = datetime(2025, 10, 15, 2, 30, tzinfo=UTC)
STEP = timedelta(minutes=10)


def load_demo(*, progress: Callable[[int], Any] = lambda done: None) -> int:
    """Record Cần Thơ in an empty register, all or nothing; give the number of decisions, or 0."""
    with whole(refusals.CONSTRAINTS):
        if Decision.objects.exists():
            return 0
        count = load_lists(progress=progress)
        for number, path in enumerate(sorted((CANTHO / "decisions").glob("*.json")), start=1):
            sign_file(path, at=RECORDED + number * STEP)
            progress(count + number)
        count += number
    return count


def load_lists(*, progress: Callable[[int], Any] = lambda done: None, at: datetime = RECORDED) -> int:
    """Record what the national lists say of Cần Thơ until 30/06/2025; give the number of decisions."""
    return import_history(
        content=(CANTHO / "history.csv").read_bytes(),
        acts=read_acts(CANTHO / "acts.csv"),
        at=at,
        progress=progress,
    )


def sign_file(path: Path, *, at: datetime) -> None:
    """Sign a decision of the demonstration's files; the illustration is recorded when it was noticed."""
    document = read_document(path.read_bytes())
    decision = draft_document(document=document, actor=None)
    check(decision=decision)
    illustration = decision.source == Decision.Source.ILLUSTRATION
    sign(decision=decision, actor=None, at=CORRECTED if illustration else at)
