"""Does the jobs that wait without a worker: in this process, on this connection."""

from __future__ import annotations

from asgiref.sync import async_to_sync
from procrastinate.jobs import Job, Status

from tinhgon.jobs.queue import arguments_of, declared, here
from tinhgon.jobs.registry import PutBack


def run_pending() -> int:
    """Do one after the other what waits, and give how many; for tests, and where no worker runs.

    :raises Exception: whatever a task raised; its job is noted as failed.
    """
    manager = here().job_manager
    worker = async_to_sync(manager.register_worker)()
    count = 0
    try:
        while job := async_to_sync(manager.fetch_job)(queues=None, worker_id=worker):
            _do(job)
            count += 1
    finally:
        async_to_sync(manager.unregister_worker)(worker)
    return count


def _do(job: Job) -> None:
    manager = here().job_manager
    try:
        declared(job.task_name).carry(lambda: False, **arguments_of(job))
    except PutBack:
        async_to_sync(manager.retry_job)(job)
    except Exception:
        async_to_sync(manager.finish_job)(job=job, status=Status.FAILED, delete_job=False)
        raise
    else:
        async_to_sync(manager.finish_job)(job=job, status=Status.SUCCEEDED, delete_job=True)
