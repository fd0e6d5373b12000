"""What a subtree of 100 costs in a register of 20,000 and of 200,000 units with four versions each."""

from __future__ import annotations

import json

from _ground import close_register, median_ms, open_register, report, serving

SIZES = (20_000, 200_000)
# Each unit has ten children: one so far down that they have ten each and these none is a subtree of 111.
ROOTS = {20_000: 150, 200_000: 1_500}


def main() -> None:
    """Measure both sizes through HTTP; each in a process of its own, as settings are read once."""
    import subprocess
    import sys

    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


def measure(size: int) -> None:
    """Measure one size."""
    open_register(f"synthetic-{size}")
    from _contents import synthetic_unit

    path = f"/api/tree?on=2020-01-01&root={synthetic_unit(ROOTS[size])}"
    with serving() as get:
        units = json.loads(get(path))["count"]
        value = median_ms(lambda: get(path), passes=41)
        report(f"subtree of {units} in {size:,} units × 4 versions", value, "ms", limit=30)
    close_register()


if __name__ == "__main__":
    import sys

    measure(int(sys.argv[1])) if len(sys.argv) > 1 else main()
