"""How long the import of the country's history takes: 17,532 intervals, all or nothing."""

from __future__ import annotations

import time

from _ground import ROOT, close_register, open_register, report


def main() -> None:
    """Import into an empty register, then throw it away."""
    from shutil import rmtree

    open_register("empty")
    from _contents import record_country

    began = time.perf_counter()
    decisions = record_country()
    report("import of the country's history", time.perf_counter() - began, "s", limit=90,
           note=f"{decisions} decisions")  # fmt: skip
    report("of this: making decisions of intervals", _seconds_to_convert(), "s")
    close_register()
    rmtree(ROOT / "var" / "bench" / "empty", ignore_errors=True)


def _seconds_to_convert() -> float:
    """Time the pure part: reading and checking the intervals, ordering the operations of each day."""
    from _contents import VN

    from tinhgon.core import history, intervals
    from tinhgon.register.actions import importing

    rows = list(importing._rows((VN / "history.csv.gz").read_bytes()))
    began = time.perf_counter()
    history.batches(intervals.read(rows, importing._kind_words()))
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
