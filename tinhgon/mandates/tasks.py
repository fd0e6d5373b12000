"""Comparisons in the background."""

from __future__ import annotations

import logging
from datetime import date

from tinhgon import jobs

log = logging.getLogger(__name__)


def given_up(*, on: str) -> None:
    """Say in the log that a comparison took too many workers down; the page shows the one before."""
    log.error("The mandates of %s could not be compared.", on)


@jobs.task("mandates.compare", again=True, give_up=given_up)
def carry_out(_ending: jobs.Ending, *, on: str) -> None:
    """Compare the mandates of a day; a second time puts the same in its place."""
    from tinhgon.mandates.actions.comparing import compare_all  # not with every page: it loads numpy

    compare_all(on=date.fromisoformat(on))
