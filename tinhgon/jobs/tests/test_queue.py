"""Jobs are asked for with the pages' rights, done once, and never lost in silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from tinhgon import jobs
from tinhgon.access import queries
from tinhgon.jobs.registry import TASKS
from tinhgon.jobs.stalled import TRIES, take_up_stalled

TODAY = timezone.localdate()


@pytest.fixture
def done(db: None) -> Iterator[list[Any]]:
    """Three tasks that note what they were told."""
    noted: list[Any] = []

    def give_up(**told: Any) -> None:
        noted.append(("given up", told))

    @jobs.task("test.note", again=True, give_up=give_up)
    def note(ending: jobs.Ending, *, word: str) -> None:
        noted.append(word)

    @jobs.task("test.once", give_up=give_up)
    def once(ending: jobs.Ending) -> None:
        noted.append("once")

    @jobs.task("test.break", give_up=give_up)
    def broken(ending: jobs.Ending) -> None:
        raise ValueError("broken")

    yield noted
    for name in ("test.note", "test.once", "test.break"):
        del TASKS[name]


def begun_by_a_dead_worker(attempts: int = 0) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s) RETURNING id",
            [timezone.now() - timedelta(minutes=5)],
        )
        (worker,) = cursor.fetchone()
        cursor.execute("SELECT id FROM procrastinate_fetch_job_v2(NULL, %s)", [worker])
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [attempts])


def test_what_was_asked_for_is_done_in_order(done: list[Any]) -> None:
    jobs.enqueue("test.note", word="một")
    jobs.enqueue("test.note", word="hai")
    assert jobs.run_pending() == 2
    assert done == ["một", "hai"]
    assert not ProcrastinateJob.objects.exists()


def test_a_task_nobody_declared_is_refused(db: None) -> None:
    with pytest.raises(jobs.NoSuchTask):
        jobs.enqueue("test.unknown")


def test_a_job_of_a_transaction_that_was_undone_never_was(done: list[Any]) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        jobs.enqueue("test.note", word="x")
        raise RuntimeError
    assert jobs.run_pending() == 0


def test_the_role_of_pages_adds_jobs(done: list[Any]) -> None:
    with transaction.atomic():
        _, before = queries.enter(None, on=TODAY)
        jobs.enqueue("test.note", word="từ trang")
        queries.leave(before)
    assert jobs.run_pending() == 1


@pytest.mark.parametrize(
    "act",
    [
        "SELECT * FROM procrastinate_jobs",
        "DELETE FROM procrastinate_jobs",
        "UPDATE procrastinate_jobs SET status = 'failed'",
        "INSERT INTO procrastinate_jobs (task_name) VALUES ('x')",
        "SELECT * FROM procrastinate_events",
        "SELECT procrastinate_cancel_job_v1(1, true, true)",
        "SELECT procrastinate_fetch_job_v2(NULL, 1)",
        "SELECT procrastinate_register_worker_v1()",
    ],
)
def test_the_role_of_pages_does_nothing_more_to_jobs(db: None, act: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        queries.enter(None, on=TODAY)
        with connection.cursor() as cursor:
            cursor.execute(act)


def test_the_role_of_pages_has_no_right_on_any_table_of_jobs(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT table_name, privilege_type FROM information_schema.role_table_grants
            WHERE grantee = 'tinhgon_app' AND table_name LIKE 'procrastinate%'""")
        assert cursor.fetchall() == []


def test_a_job_that_breaks_is_kept_as_failed_and_not_tried_again(done: list[Any]) -> None:
    jobs.enqueue("test.break")
    with pytest.raises(ValueError, match="broken"):
        jobs.run_pending()
    assert [job.status for job in ProcrastinateJob.objects.all()] == ["failed"]
    assert jobs.run_pending() == 0


def test_a_job_whose_worker_died_is_done_again_where_that_is_safe(done: list[Any]) -> None:
    jobs.enqueue("test.note", word="lại")
    begun_by_a_dead_worker()
    assert jobs.run_pending() == 0
    assert take_up_stalled() == 1
    assert jobs.run_pending() == 1
    assert done == ["lại"]


def test_a_job_that_is_not_safe_to_repeat_is_given_up_aloud(done: list[Any]) -> None:
    jobs.enqueue("test.once")
    begun_by_a_dead_worker()
    take_up_stalled()
    assert jobs.run_pending() == 0
    assert done == [("given up", {})]


def test_a_job_that_takes_every_worker_down_is_given_up(done: list[Any]) -> None:
    jobs.enqueue("test.note", word="x")
    begun_by_a_dead_worker(attempts=TRIES - 1)
    take_up_stalled()
    assert jobs.run_pending() == 0
    assert done == [("given up", {"word": "x"})]
