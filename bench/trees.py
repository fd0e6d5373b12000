"""Trees on a day through HTTP as JSON: Cần Thơ, the country, a subtree of 100; now and as known once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

from _ground import close_register, count_sql, median_ms, open_register, report, serving

DAY = "2025-06-30"
KNOWN = "2100-01-01T00:00:00%2B00:00"


def main() -> None:
    """Measure both registers, each in a process of its own, as settings are read once."""
    for content in ("cantho", "country"):
        subprocess.run([sys.executable, __file__, content], check=True)


def measure(content: str) -> None:
    """Measure one register."""
    open_register(content)
    goals = {"cantho": (60, 3), "country": (500, 5)}[content]
    with serving() as get:
        _tree(get, f"whole tree of {content}", f"/api/tree?on={DAY}", *goals)
        root = _a_hundred(get)
        _tree(get, f"subtree of 100 in {content}", f"/api/tree?on={DAY}&root={root}", 20, 3)
    close_register()


def _tree(get: Callable[[str], bytes], what: str, path: str, limit: float, statements: int) -> None:
    units = len(json.loads(get(path))["nodes"])
    now = median_ms(lambda: get(path))
    sql, _ = count_sql(path)
    report(f"{what} ({units} units)", now, "ms", limit=limit, note=f"{sql} SQL (goal ≤ {statements})")
    known = median_ms(lambda: get(f"{path}&known_at={KNOWN}"))
    report(f"{what} as known at a moment", known / now, "×", limit=3, note=f"{known:.1f} ms")


def _a_hundred(get: Callable[[str], bytes]) -> str:
    """Find the unit whose subtree is nearest to 100 units."""
    units = json.loads(get(f"/api/tree?on={DAY}"))["nodes"]
    below = {unit["id"]: 1 for unit in units}
    for unit in reversed(units):
        if unit["parent"] in below:
            below[unit["parent"]] += below[unit["id"]]
    return str(min(below, key=lambda unit: abs(below[unit] - 100)))


if __name__ == "__main__":
    measure(sys.argv[1]) if len(sys.argv) > 1 else main()
