"""What protecting sensitive fields costs: rotating 100,000 keys while others work, sealing, opening, size."""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from _ground import ROOT, median_ms, report

PERSONS = 100_000
PAGE = 1000  # values sealed or opened together
ROTATIONS = 5
NUMBER = "079185001234"
PARAGRAPH = "Tốt nghiệp đại học ngành luật hành chính, hệ chính quy, xếp loại giỏi. " * 12


def main() -> None:
    """Fill a vault with a key a person, measure, throw it away."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tinhgon.config.settings"
    (ROOT / "var" / "bench").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vault-", dir=ROOT / "var" / "bench") as folder:
        os.environ["TINHGON_VAULT"] = folder
        _values()
        _rotation(Path(folder))


def _values() -> None:
    from tinhgon import vault

    context = vault.Context("dossier_entry", UUID(int=9), "identity_number")
    person = UUID(int=1)
    sealed = vault.seal(person, context, NUMBER)
    for what, value in (("an identity number", NUMBER), ("a paragraph", PARAGRAPH)):
        text, size = len(value.encode()), len(vault.seal(person, context, value))
        report(f"size of {what} of {text} bytes, sealed", size, "bytes")
    report("seal one value", _each(lambda: vault.seal(person, context, NUMBER)), "µs")
    report("open one value", _each(lambda: vault.open_sealed(person, context, sealed)), "µs")
    persons = [UUID(int=number) for number in range(1, PAGE + 1)]
    page = vault.seal_many((one, context, NUMBER) for one in persons)
    together = list(zip(persons, [context] * PAGE, page, strict=True))
    many = median_ms(lambda: vault.seal_many((one, context, NUMBER) for one in persons))
    report(f"seal {PAGE} persons' values together, each", many * 1000 / PAGE, "µs")
    opened = median_ms(lambda: vault.open_many(together))
    report(f"open {PAGE} persons' values together, each", opened * 1000 / PAGE, "µs")
    indexes = median_ms(lambda: vault.blind_indexes([NUMBER] * PAGE, "identity"))
    report(f"blind index, {PAGE} together, each", indexes * 1000 / PAGE, "µs")


def _each(call) -> float:  # type: ignore[no-untyped-def]
    """Give the microseconds of one call, out of a hundred a pass."""
    return median_ms(lambda: [call() for _ in range(100)]) * 10


def _rotation(folder: Path) -> None:
    from tinhgon import vault

    context = vault.Context("dossier_entry", UUID(int=9), "identity_number")
    persons = [UUID(int=number) for number in range(1, PERSONS + 1)]
    began = time.perf_counter()
    vault.seal_many((one, context, NUMBER) for one in persons)
    report(f"first seal of {PERSONS:,} persons, their keys made", time.perf_counter() - began, "s")
    report("rotation, nobody else working", _rotations(), "s", limit=60)
    with _others(context) as waits:
        report("rotation while others seal and open", _rotations(), "s", limit=60)
    report("a first seal meanwhile, median", statistics.median(waits), "ms", note=f"{len(waits)} of them")
    report("a first seal meanwhile, slowest", max(waits), "ms")
    size = sum(file.stat().st_size for file in folder.iterdir())
    report(f"key store of {PERSONS:,} persons", size / 2**20, "MiB", note=f"SQLite {sqlite3.sqlite_version}")


def _rotations() -> float:
    """Give the median of some rotations, in seconds."""
    from tinhgon import vault

    taken = []
    for _ in range(ROTATIONS):
        began = time.perf_counter()
        assert vault.rotate() >= PERSONS
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


@contextmanager
def _others(context) -> Iterator[list[float]]:  # type: ignore[no-untyped-def]
    """Let another thread give new persons a key and open old values, and note how long each new one waits."""
    from tinhgon import vault

    old = vault.seal(UUID(int=1), context, NUMBER)
    waits: list[float] = []
    stop = threading.Event()

    def work() -> None:
        number = PERSONS
        while not stop.is_set():
            number += 1
            began = time.perf_counter()
            vault.seal(UUID(int=number), context, NUMBER)
            waits.append((time.perf_counter() - began) * 1000)
            assert vault.open_sealed(UUID(int=1), context, old) == NUMBER

    worker = threading.Thread(target=work)
    worker.start()
    try:
        yield waits
    finally:
        stop.set()
        worker.join()


if __name__ == "__main__":
    main()
