"""Tasks by name. An app declares its own in a module `tasks`, which is found by that name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Ending: TypeAlias = Callable[[], bool]  # tells whether the worker is to end; then raise PutBack
Carry: TypeAlias = Callable[..., None]


class PutBack(Exception):  # noqa: N818  (no fault: the worker ends before its job does)
    """The job is to be taken up again, by this worker or another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a name stands for.

    :param carry: does it: called with `Ending` and the arguments of `enqueue`.
    :param again: may be begun a second time after its worker died half-way.
    :param give_up: told the arguments of a job that will not be taken up any more.
    """

    name: str
    carry: Carry
    again: bool
    give_up: Carry


TASKS: dict[str, Task] = {}


def task(name: str, *, again: bool = False, give_up: Carry) -> Callable[[Carry], Carry]:
    """Declare a task.

    A job whose worker died half-way is done again only where `again` says that this harms nothing; else, or
    after too many tries, `give_up` is told, so that no job ever ends in silence.
    """

    def declare(carry: Carry) -> Carry:
        TASKS[name] = Task(name=name, carry=carry, again=again, give_up=give_up)
        return carry

    return declare
