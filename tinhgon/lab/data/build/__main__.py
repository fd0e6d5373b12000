"""Make the files from the folder given."""

from __future__ import annotations

import sys
from pathlib import Path

from tinhgon.lab.data.build import maps

DATA = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Make the files from the folder given; 0 when all is made."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("Usage: python -m tinhgon.lab.data.build FOLDER-OF-SOURCE-TABLES\n")
        return 2
    maps.build(Path(arguments[0]), DATA)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
