"""Give each process of a test run a folder and a database server of its own; no demo data are touched.

Loaded by `-p` before the settings are read.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import psutil

from tinhgon.config import embedded
from tinhgon.config.database import DATA, start_embedded

RUNS = Path(__file__).resolve().parents[1] / "var" / "test"
VAR = RUNS / str(os.getpid())

os.environ["TINHGON_VAR"] = str(VAR)
os.environ["TINHGON_VAULT"] = str(VAR / "vault")


def open_database() -> None:
    """Start this run's server."""
    start_embedded(VAR)


def close() -> None:
    """Stop this run's server and delete its folder."""
    _remove(VAR)


def clear() -> None:
    """Delete this run's folder and those of runs that were killed."""
    for run in RUNS.glob("*"):
        if run == VAR or not psutil.pid_exists(int(run.name)):
            _remove(run)


def _remove(run: Path) -> None:
    embedded.remove(run / DATA)
    shutil.rmtree(run, ignore_errors=True)
