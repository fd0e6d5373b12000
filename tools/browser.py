"""Finds the browser for the browser tests, and gets one where that may be done."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from phases import PYTHON

VARIABLE = "TINHGON_CHROMIUM"  # the tests read it; empty means Playwright's own browser
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OWN = "playwright"
ASK = "from playwright.sync_api import sync_playwright as p\nwith p() as q: print(q.chromium.executable_path)"


def find() -> str | None:
    """Give the browser's path, OWN for Playwright's, or None where none can be had."""
    return _machine() or _own() or _by_apt() or _by_playwright()


def environment(found: str | None) -> dict[str, str]:
    """Tell the tests which browser to drive."""
    return os.environ | ({VARIABLE: found} if found and found != OWN else {})


def _machine() -> str | None:
    return os.environ.get(VARIABLE) or next(filter(None, map(shutil.which, NAMES)), None)


def _own() -> str | None:
    said = subprocess.run([PYTHON, "-c", ASK], check=False, capture_output=True, text=True).stdout.strip()
    return OWN if said and Path(said).exists() else None


def _by_apt() -> str | None:
    """Install Debian's package: only as root, and Ubuntu's is an empty shell."""
    release = Path("/etc/os-release")
    if os.geteuid() or not shutil.which("apt-get") or "ID=debian" not in release.read_text().splitlines():
        return None
    print("Installing Chromium by apt-get for the browser tests")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *command], check=False, env=quiet, capture_output=True)
    return _machine()


def _by_playwright() -> str | None:
    print("Fetching Playwright's browser for the browser tests")
    command = [PYTHON, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=300)
    except subprocess.TimeoutExpired:
        return None
    return _own()
