"""Jobs whose worker died half-way: done again where that harms nothing, else given up aloud."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from asgiref.sync import async_to_sync
from django.db import transaction
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status

from tinhgon.jobs.queue import arguments_of, here
from tinhgon.jobs.registry import TASKS

SILENT = 30  # seconds without a sign of life after which a worker counts as dead; it gives one every ten
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # due at once, whenever the transaction in hand began
TRIES = 5  # a job that takes its worker down with it must not do so for ever


def take_up_stalled() -> int:
    """Settle every job whose worker is dead, and give how many there were."""
    found = list(async_to_sync(here().job_manager.get_stalled_jobs)(seconds_since_heartbeat=SILENT))
    for job in found:
        with suppress(ConnectorException), transaction.atomic():  # another worker may have been quicker
            _settle(job)
    return len(found)


def _settle(job: Job) -> None:
    manager, task = here().job_manager, TASKS.get(job.task_name)
    if task and task.again and job.attempts + 1 < TRIES:
        async_to_sync(manager.retry_job)(job, retry_at=LONG_AGO)
        return
    async_to_sync(manager.finish_job)(job=job, status=Status.FAILED, delete_job=False)
    if task:
        task.give_up(**arguments_of(job))
