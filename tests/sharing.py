"""How several processes share the tests: whole files in a fixed order, the longest first.

Each process has a folder, a database server and a database of its own (see `sandbox`), so they share nothing
but the machine.
"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby

import pytest
from xdist.scheduler import LoadScopeScheduling

HOUSE = "tests/browser/"  # all its tests use one running program
LONGEST = (HOUSE, "tinhgon/people/tests/test_demo.py")


class Files(LoadScopeScheduling):
    """Hand out files one after the other.

    The order is that of the collection: tests that commit empty the tables behind them, so they come after
    those that find there what the migrations wrote. A file with both is handed out twice.
    """

    def _split_scope(self, nodeid: str) -> str:
        return self._shares[nodeid]

    @cached_property
    def _shares(self) -> dict[str, str]:
        runs = groupby(self.collection or (), key=file_of)
        return {nodeid: f"{number} {file}" for number, (file, run) in enumerate(runs) for nodeid in run}


def file_of(nodeid: str) -> str:
    """Name the file of a test; those of the browser count as one."""
    return HOUSE if nodeid.startswith(HOUSE) else nodeid.partition("::")[0]


def longest_first(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that nobody waits for it at the end."""
    ranks = {file: rank for rank, file in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(file_of(item.nodeid), len(ranks)))
