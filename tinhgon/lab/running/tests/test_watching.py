"""A solver's process always comes to a named end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tinhgon.lab.running.messages import Kept, Told
from tinhgon.lab.running.process import Work
from tinhgon.lab.running.tests.toys import HERE, Asked
from tinhgon.lab.running.watching import Result, Watcher
from tinhgon.solvers.watch import Limits


@dataclass
class Listener:
    """Wants the solver to stop once it kept something, if told so."""

    stops: bool = False
    told: list[Told] = field(default_factory=list)
    states: list[bytes] = field(default_factory=list)

    def hear(self, message: Told | Kept) -> None:
        if isinstance(message, Kept):
            self.states.append(message.state)
        else:
            self.told.append(message)

    def wants_stop(self) -> bool:
        return self.stops and bool(self.states)


def watched(
    asked: Asked,
    solver: str = "count",
    *,
    listener: Listener | None = None,
    resume: bytes | None = None,
    seconds: float | None = None,
    memory_mb: int | None = None,
    grace: float = 20.0,
) -> Result:
    limits = Limits(seconds=seconds, memory_mb=memory_mb, seed=7)
    work = Work(solver=HERE + solver, inputs=asked, limits=limits, resume=resume)
    return Watcher(work, listener or Listener(), grace=grace).watch()


def fault(result: Result) -> str:
    return (result.fault or {}).get("code", "")


def test_an_outcome_comes_with_what_was_told_on_the_way() -> None:
    listener = Listener()
    result = watched(Asked(), listener=listener)
    assert result.ended and result.ended.outcome.whole
    assert result.ended.peak_memory_mb > 1
    assert listener.told[0].progress.stage == "counting"
    assert len(listener.states) == 100


def test_a_stopped_solver_gives_what_it_has_and_goes_on_from_there_to_the_same_plan() -> None:
    whole = watched(Asked(pause=0.01))
    listener = Listener(stops=True)
    stopped = watched(Asked(pause=0.01), listener=listener)
    assert stopped.stopped and not stopped.fault
    assert stopped.ended and not stopped.ended.outcome.whole
    resumed = watched(Asked(pause=0.01), resume=listener.states[-1])
    assert whole.ended and resumed.ended and whole.ended.outcome == resumed.ended.outcome


def test_a_solver_that_does_not_listen_is_killed_after_its_grace() -> None:
    result = watched(Asked(pause=0.05, deaf=True), listener=Listener(stops=True), grace=0.3)
    assert result.stopped and result.cut_short and result.ended is None
    assert fault(result) == "StoppedWithoutPlan"


def test_time_ends_a_solver_by_itself() -> None:
    result = watched(Asked(pause=0.05), seconds=0.5)
    assert result.ended and not result.ended.outcome.whole
    assert not result.fault


def test_time_ends_a_solver_that_forgets_it() -> None:
    result = watched(Asked(pause=0.05, deaf=True), seconds=0.2, grace=0.3)
    assert result.ended is None
    assert fault(result) == "OutOfTime"


def test_too_much_memory_ends_a_solver_by_name() -> None:
    result = watched(Asked(pause=0.05, eats_mb=40), memory_mb=300)
    assert result.cut_short
    assert fault(result) == "OutOfMemory"


def test_a_process_that_is_killed_from_outside_is_a_named_fault() -> None:
    result = watched(Asked(die_at=3))
    assert result.ended is None and not result.stopped
    assert fault(result) == "SolverDied"
    assert "signal 9" in (result.fault or {})["en"]


def test_a_refusal_crosses_with_its_facts() -> None:
    result = watched(Asked(), "refuse")
    assert (fault(result), (result.fault or {})["facts"]) == ("NoPlan", {"what": "x"})


def test_a_fault_of_the_solver_is_told_and_not_thrown() -> None:
    result = watched(Asked(), "fail")
    assert fault(result) == "SolverBroke"
    assert "by nought" in (result.fault or {})["en"]


def test_words_come_seldom_however_often_the_solver_speaks() -> None:
    began = time.monotonic()
    listener = Listener()
    watched(Asked(to=2000), listener=listener)
    assert len(listener.told) <= 2 + 10 * (time.monotonic() - began)
