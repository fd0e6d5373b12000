"""Run every step, in the order in which one needs another."""

from __future__ import annotations

import sys
from pathlib import Path

from tinhgon.register.data.build import communes, decisions, history, maps, resolution

DATA = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Make the files from the folder given; 0 when all is made."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("Usage: python -m tinhgon.register.data.build FOLDER-OF-SOURCE-TABLES\n")
        return 2
    source = Path(arguments[0])
    resolution.check(source)
    history.build(source, DATA)
    communes.build(source, DATA)
    decisions.build(source, DATA / "cantho" / "decisions")
    maps.build(source, DATA / "cantho")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
