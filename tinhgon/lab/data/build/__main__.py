"""Make the files from the folder given; then solve, by the rules of the settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django

from tinhgon.lab.data.build import maps

DATA = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Make the files from the folder given; 0 when all is made."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("Usage: python -m tinhgon.lab.data.build FOLDER-OF-SOURCE-TABLES\n")
        return 2
    maps.build(Path(arguments[0]), DATA)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    django.setup()
    from tinhgon.lab.data.build import plan  # models can be had only now

    plan.build(DATA)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
