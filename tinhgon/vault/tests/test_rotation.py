"""Rotation: online, resumed where it broke off, and harmless to whoever works meanwhile."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Collection
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from tinhgon import vault
from tinhgon.vault import datakeys, rotating, store
from tinhgon.vault.refusals import KeyDestroyed

NUMBER = vault.Context("dossier_entry", UUID(int=9), "identity_number")
PERSONS = [UUID(int=number) for number in range(1, 501)]
forking = get_context("fork")


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A value of each person; a rotation takes five steps."""
    monkeypatch.setattr(rotating, "BATCH", 100)
    return vault.seal_many((person, NUMBER, person.int) for person in PERSONS)


def opened(sealed: list[bytes]) -> list[Any]:
    return vault.open_many((person, NUMBER, one) for person, one in zip(PERSONS, sealed, strict=True))


def keys(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("kek-*"))


def test_everything_opens_as_before_and_the_old_key_is_gone(folder: Path, sealed: list[bytes]) -> None:
    told: list[int] = []

    assert vault.rotate(told.append) == len(PERSONS)

    assert told == [100, 200, 300, 400, 500]
    assert keys(folder) == ["kek-2.key"]
    assert opened(sealed) == [person.int for person in PERSONS]
    assert list(vault.faults()) == []
    assert vault.rotate() == len(PERSONS)
    assert keys(folder) == ["kek-3.key"]


def test_an_empty_vault_may_rotate(folder: Path) -> None:
    assert vault.rotate() == 0
    assert keys(folder) == ["kek-1.key"]
    assert vault.rotate() == 0
    assert keys(folder) == ["kek-2.key"]


def test_one_that_broke_off_goes_on(folder: Path, sealed: list[bytes]) -> None:
    def stop(done: int) -> None:
        if done == 200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.rotate(stop)
    assert keys(folder) == ["kek-1.key", "kek-2.key"]
    assert (vault.status().waiting, vault.status().rotating) == (300, True)
    assert opened(sealed) == [person.int for person in PERSONS]
    late = uuid4()
    value = vault.seal(late, NUMBER, 7)

    assert vault.rotate() == 300

    assert keys(folder) == ["kek-2.key"]
    assert opened(sealed) == [person.int for person in PERSONS]
    assert vault.open_sealed(late, NUMBER, value) == 7


def test_one_killed_outright_goes_on(folder: Path, sealed: list[bytes]) -> None:
    def die(done: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    process = forking.Process(target=vault.rotate, args=(die,))
    process.start()
    process.join()

    assert process.exitcode == -signal.SIGKILL
    assert vault.rotate() == 400
    assert keys(folder) == ["kek-2.key"]
    assert opened(sealed) == [person.int for person in PERSONS]


def test_a_file_left_when_it_died_at_the_end_is_removed_next_time(folder: Path, sealed: list[bytes]) -> None:
    old = (folder / "kek-1.key").read_bytes()
    vault.rotate()
    (folder / "kek-1.key").write_bytes(old)

    vault.rotate()

    assert keys(folder) == ["kek-3.key"]


def test_one_destroyed_meanwhile_stays_destroyed(sealed: list[bytes]) -> None:
    vault.rotate(lambda done: vault.destroy(PERSONS[-3:], reason="", by="") and None)

    with pytest.raises(KeyDestroyed):
        vault.open_sealed(PERSONS[-1], NUMBER, sealed[-1])
    assert vault.status().keys == len(PERSONS) - 3


def test_the_old_wrapping_is_gone_from_the_store(folder: Path, sealed: list[bytes]) -> None:
    with store.reading() as connection:
        old = [row[0] for row in connection.execute("SELECT wrapped FROM data_key")]

    vault.rotate()

    left = b"".join(file.read_bytes() for file in folder.iterdir())
    assert [one for one in old if one in left] == []


def test_others_read_and_write_while_it_runs(folder: Path, sealed: list[bytes]) -> None:
    stop, failed, done = forking.Event(), forking.Queue(), forking.Value("i", 0)

    def work(writes: bool) -> None:
        try:
            while not stop.is_set():
                if writes:
                    person = uuid4()
                    one = vault.seal(person, NUMBER, "mới")
                    assert vault.open_sealed(person, NUMBER, one) == "mới"
                else:
                    assert opened(sealed) == [person.int for person in PERSONS]
                with done.get_lock():
                    done.value += 1
        except BaseException as error:
            failed.put(repr(error))

    workers = [forking.Process(target=work, args=(writes,)) for writes in (True, True, False, False)]
    for worker in workers:
        worker.start()
    until = time.monotonic() + 30
    rotations = 0
    while (rotations < 8 or done.value < 50) and failed.empty() and time.monotonic() < until:
        vault.rotate()
        rotations += 1
    stop.set()
    for worker in workers:
        worker.join()

    assert failed.empty(), failed.get()
    assert done.value >= 50
    assert rotations >= 8
    assert keys(folder) == [f"kek-{rotations + 1}.key"]
    assert list(vault.faults()) == []


def test_one_that_comes_between_reading_a_key_and_unwrapping_it(
    sealed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    read, pending = datakeys._read, [vault.rotate, vault.rotate]

    def overtaken(persons: Collection[UUID]) -> Any:
        found = read(persons)
        if pending:
            pending.pop()()
        return found

    monkeypatch.setattr(datakeys, "_read", overtaken)

    assert opened(sealed) == [person.int for person in PERSONS]
    assert pending == []


def test_two_at_once_follow_each_other(folder: Path, sealed: list[bytes]) -> None:
    processes = [forking.Process(target=vault.rotate) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert keys(folder) == ["kek-4.key"]
    assert opened(sealed) == [person.int for person in PERSONS]
