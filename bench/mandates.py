"""Overlapping functions over 2,000 mandates: seconds to compute, milliseconds to show."""

from __future__ import annotations

import random
import resource
import sys
import time

from _ground import close_register, median_ms, open_register, report

UNITS, DUTIES = 2000, 8
PLACES = 20  # units of one place are compared with each other: 100 in each


def main() -> None:
    """Write made-up mandates of true words into a register of its own, compare, show."""
    open_register("synthetic-2000")
    from datetime import date

    from tinhgon.mandates.actions import comparing
    from tinhgon.texts.likeness import Mandate, compare

    mandates = [Mandate(place, text) for place, text in enumerate(made_up(random.Random(6)))]
    began, used = time.perf_counter(), time.process_time()
    found = compare(mandates, lambda one, other: one % PLACES == other % PLACES)
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    report("2,000 mandates compared", seconds, "s", limit=10, note=f"{cpu:.1f} s CPU, {len(found):,} pairs")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report("memory at the most", memory, "MB", digits=0)
    _charge([one.text for one in mandates])
    # The made-up units are places, and places are not compared with each other: here all of them are.
    comparing.comparable = lambda one, other: True
    began = time.perf_counter()
    kept = comparing.compare_all(on=date.today())  # noqa: DTZ011
    report("the same from the register, kept", time.perf_counter() - began, "s", limit=10,
           note=f"{kept.compared:,} units, {kept.overlaps.count():,} pairs")  # fmt: skip
    _show()
    close_register()


def _show() -> None:
    from people_pages import asking_as, count_sql

    ask, path = asking_as("everywhere", None), "/mandates/?level=all"
    statements, _ = count_sql(ask, path)
    report("the page of overlaps", median_ms(lambda: ask(path)), "ms", limit=200, note=f"{statements} SQL")


def made_up(chance: random.Random) -> list[str]:
    """Make mandates of the demonstration's duties with words exchanged, so that some are near to others."""
    import yaml

    from tinhgon.mandates.demo.load import MANDATES

    texts = yaml.safe_load(MANDATES.read_text(encoding="utf-8")).values()
    duties = [line for text in texts for line in text.strip().splitlines()]
    words = sorted(
        {word for line in duties for word in line.lower().replace(",", "").replace(";", "").split()}
    )
    made = []
    for _ in range(UNITS):
        own = []
        for duty in chance.sample(duties, DUTIES):
            parts = duty.split()
            for place in chance.sample(range(len(parts)), k=len(parts) // 3):
                parts[place] = chance.choice(words)
            own.append(" ".join(parts))
        made.append("\n".join(own))
    return made


def _charge(texts: list[str]) -> None:
    """Write the mandates into the register by one decision."""
    from datetime import UTC, date, datetime
    from uuid import uuid5

    from tinhgon.core import operations as ops
    from tinhgon.core.identity import NAMESPACE
    from tinhgon.register.actions.drafting import Head
    from tinhgon.register.actions.history import Batch, record_history
    from tinhgon.register.models import Decision, UnitVersion

    day = date(2026, 1, 1)
    identity = uuid5(NAMESPACE, "bench mandates")
    if Decision.objects.filter(pk=identity).exists():
        return
    units = UnitVersion.objects.on(day).order_by("unit").values_list("unit", flat=True)[: len(texts)]
    orders = tuple(
        ops.ChangeMandate(unit=unit, mandate=text) for unit, text in zip(units, texts, strict=False)
    )
    head = Head(
        type="QĐ", number="1/QĐ-BENCH", issuer="Bench", issued_on=day, effective_on=day, title="Bench"
    )
    record_history(batches=[Batch(identity, head, orders)], at=datetime(2026, 11, 20, 1, 0, tzinfo=UTC))


if __name__ == "__main__":
    sys.exit(main())
