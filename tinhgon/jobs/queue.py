"""The queue: Procrastinate's tables, reached by the connection of whoever asks."""

from __future__ import annotations

from functools import cache
from typing import Any

import orjson
from procrastinate import App
from procrastinate.contrib.django.db_cleanup import DjangoApp
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from tinhgon.core.errors import Refused
from tinhgon.jobs.registry import TASKS, PutBack, Task


class NoSuchTask(Refused):
    """Nothing is declared by that name."""

    vi = "Không có công việc nền nào tên {task}."
    en = "No background task is called {task}."


def enqueue(task: str, **arguments: Any) -> None:
    """Have a task done as soon as this transaction is committed; if it is not, the job never was.

    :param arguments: plain values, as JSON has them.
    :raises NoSuchTask: it is not declared.
    """
    declared(task)
    here().configure_task(task, allow_unknown=True).defer(**arguments)


def declared(name: str) -> Task:
    """Give the task of a name.

    :raises NoSuchTask: it is not declared.
    """
    if name not in TASKS:
        raise NoSuchTask(task=name)
    return TASKS[name]


def arguments_of(job: Job) -> dict[str, Any]:
    """Give what a task is to be told; Django's connections leave JSON as it is written."""
    told: Any = job.task_kwargs
    found: dict[str, Any] = orjson.loads(told) if isinstance(told, str) else told
    return found


@cache
def here() -> App:
    """Give the queue as Django's connection of the calling thread reaches it."""
    return App(connector=DjangoConnector())


def reached_by(connector: Any) -> App:
    """Give the queue as a worker's connector reaches it, with all tasks that are declared."""
    app = DjangoApp(connector=connector)
    for one in TASKS.values():
        app.task(name=one.name, pass_context=True, retry=WherePutBack())(_carried(one))
    return app


class WherePutBack(BaseRetryStrategy):
    """A job is done again at once where it was put back, and never because it failed."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Decide what becomes of a job that ended with an exception."""
        return RetryDecision(retry_in={"seconds": 0}) if isinstance(exception, PutBack) else None


def _carried(one: Task) -> Any:
    def carry(context: JobContext, **arguments: Any) -> None:
        one.carry(context.should_abort, **arguments)

    return carry
