"""The whole program as a user starts it, with a folder, a database and an address of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests.sandbox import VAR
from tests.tree import ROOT
from tinhgon.config import embedded
from tinhgon.config.database import DATA

PATIENCE = 300  # seconds; the people of the demonstration take a minute on a quiet machine
CREDENTIALS = re.compile(r"^\s*(?P<user>\w+)\b.*?(?P<password>(?:[0-9a-f]{4}-){3}[0-9a-f]{4})", re.MULTILINE)


@dataclass
class House:
    """A running demonstration."""

    var: Path = VAR / "browser"
    address: str = ""
    passwords: dict[str, str] = field(default_factory=dict)
    _server: subprocess.Popen[str] | None = None

    def open(self) -> House:
        """Start it and wait until it answers."""
        self.var.mkdir(parents=True, exist_ok=True)
        serve = ("serve", "--demo", "--port", str(_free_port()), "--workers", "1")
        with (self.var / "server.log").open("w") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "tinhgon.cli", *serve],
                cwd=ROOT, env=os.environ | {"TINHGON_VAR": str(self.var), "PYTHONUNBUFFERED": "1"},
                stdout=log, stderr=subprocess.STDOUT, text=True,
            )  # fmt: skip
        self.address = self._wait()
        users = (self.var / "demo-users.txt").read_text(encoding="utf-8")
        self.passwords = {found["user"]: found["password"] for found in CREDENTIALS.finditer(users)}
        return self

    def close(self) -> None:
        """Stop it and throw its folder away."""
        if self._server:
            self._server.terminate()
            self._server.wait(30)
        embedded.remove(self.var / DATA)

    def _wait(self) -> str:
        for _ in range(int(PATIENCE / 0.1)):
            said = (self.var / "server.log").read_text()
            found = re.search(r"http://\S+?(?=/)/?", said)
            if found and self._answers(found.group()):
                return found.group().rstrip("/")
            if self._server and self._server.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"The program did not start:\n{(self.var / 'server.log').read_text()}")

    @staticmethod
    def _answers(address: str) -> bool:
        try:
            with urllib.request.urlopen(f"{address.rstrip('/')}/accounts/login/", timeout=5) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except OSError:
            return False


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
