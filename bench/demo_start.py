"""How long `./run demo` takes from a fresh clone, in its phases, and the second time."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from _ground import ROOT, report

FIRST, SECOND = 180, 8


def main() -> None:
    """Clone into a folder with a space in its name, start, stop, start again."""
    with tempfile.TemporaryDirectory(prefix="tinh gon ") as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        report("./run demo from a fresh clone, warm package cache", _start(clone), "s", limit=FIRST)
        report("./run demo the second time", _start(clone), "s", limit=SECOND)
        shutil.rmtree(clone, ignore_errors=True)


def _start(clone: Path) -> float:
    """Start the demonstration, wait for its address, stop it; give the seconds until the address."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    began = time.perf_counter()
    demo = subprocess.Popen(
        [str(clone / "run"), "demo"], cwd=clone, env=keep | {"PORT": "8790"}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert demo.stdout is not None
    try:
        for line in demo.stdout:
            if re.match(r"  \w.*\d s$", line):
                print(f"  {line.rstrip()}")
            if "http://" in line:
                return time.perf_counter() - began
        raise RuntimeError("The demonstration did not start.")
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(30)


if __name__ == "__main__":
    main()
