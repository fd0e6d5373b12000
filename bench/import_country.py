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
    close_register()
    rmtree(ROOT / "var" / "bench" / "empty", ignore_errors=True)


if __name__ == "__main__":
    main()
