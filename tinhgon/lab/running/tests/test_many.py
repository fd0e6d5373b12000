"""Many scenarios at once come to the same plans however many workers there are, and whoever dies."""

from __future__ import annotations

from pathlib import Path

import pytest
from distributed import LocalCluster

from tinhgon.lab.running.many import Solved, Task, hash_of_all, solve_many
from tinhgon.lab.running.solving import Consolidating
from tinhgon.lab.running.swarm import ClusterOutOfReach
from tinhgon.lab.running.tests import toys
from tinhgon.solvers.consolidate.tests.ground import chain, standards
from tinhgon.solvers.consolidate.values import Conditions, Weights
from tinhgon.solvers.watch import Limits

LAND = chain(*range(100, 140))


def task(units: float, *, dies: Path | None = None) -> Task:
    """Ask for pairs, triples … of units; a file that is not there yet makes the worker die."""
    asked = Consolidating(
        territory=LAND,
        standards=standards(len(LAND)),
        weights=Weights(units=units),
        conditions=Conditions(people=str(dies or "population")),
        threshold=1.0 if dies else None,
    )
    return Task(key=f"{units} {dies}", asked=asked, limits=Limits())


def solved(tasks: list[Task], *, workers: int = 2, scheduler: str | None = None) -> dict[str, Solved]:
    return solve_many(tasks, workers=workers, scheduler=scheduler, solve=toys.consolidate)


def test_one_worker_of_a_cluster_and_two_of_our_own_find_the_same_plans() -> None:
    tasks = [task(units) for units in range(1, 13)]
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        one = solved(tasks, scheduler=str(cluster.scheduler_address))
        assert len(cluster.workers) == 1  # it is left running
    two = solved(tasks)
    assert hash_of_all(one) == hash_of_all(two)
    assert list(one) == list(two) == [one.key for one in tasks]
    assert len({one.plan_hash for one in two.values()}) == 12


def test_workers_that_die_lose_nothing_and_what_cannot_be_solved_is_named(tmp_path: Path) -> None:
    once, always = task(3, dies=tmp_path / "died"), task(3, dies=tmp_path / "no such folder" / "died")
    quiet = [task(units) for units in (1, 2, 3, 4, 5)]
    done = solved([*quiet[:2], once, always, task(-1), *quiet[2:]], workers=1)
    assert (tmp_path / "died").exists()
    assert all(done[one.key].found for one in quiet)
    assert done[once.key].plan_hash == done[quiet[2].key].plan_hash
    assert (done[always.key].fault or {})["code"] == "SolverBroke"
    assert (done[task(-1).key].fault or {})["code"] == "NoPlan"


def test_a_cluster_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tinhgon.lab.running.swarm.PATIENCE", "1s")
    with pytest.raises(ClusterOutOfReach):
        solved([task(2)], scheduler="tcp://127.0.0.1:1")
