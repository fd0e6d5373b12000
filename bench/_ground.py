"""What all measurements share: a register of a given content, a server on it, medians."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
PASSES = 15


def open_register(content: str) -> None:
    """Open a register kept for measuring (cantho, country, empty, synthetic-N); fill it the first time."""
    var = ROOT / "var" / "bench" / content
    os.environ["TINHGON_VAR"] = str(var)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tinhgon.config.settings"
    from tinhgon.config.database import start_embedded

    start_embedded(var)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tinhgon.register.models import Decision

    if content != "empty" and not Decision.objects.exists():
        import _contents

        getattr(_contents, content.partition("-")[0])(content)


def close_register() -> None:
    """Stop the register's server; its data stay for the next run."""
    from django.db import connections

    from tinhgon.config import embedded
    from tinhgon.config.database import DATA

    connections.close_all()
    embedded.stop(Path(os.environ["TINHGON_VAR"]) / DATA)


def median_ms(call: Callable[[], Any], *, passes: int = PASSES) -> float:
    """Give the median of several runs, in milliseconds, after one that warms up."""
    call()
    return statistics.median(_timed(call) for _ in range(passes))


def _timed(call: Callable[[], Any]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def report(
    what: str, value: float, unit: str, *, limit: float | None = None, note: str = "", digits: int = 1
) -> None:
    """Print one figure, beside what it should not pass."""
    goal = f"(goal ≤ {limit:g} {unit})" if limit is not None else ""
    mark = " " if limit is None or value <= limit else "!"
    print(f"{mark} {what:<64} {value:9.{digits}f} {unit:<5} {goal:<20} {note}", flush=True)


def count_sql(path: str) -> tuple[int, int]:
    """Answer an address inside this process; give the statements it took and the answer's size."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ask = asking()
    with CaptureQueriesContext(connection) as captured:
        size = ask(path)
    return len(captured), size


def asking() -> Callable[[str], int]:
    """Give a way to answer addresses inside this process as a signer; it gives the answer's size."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(_reader())

    def ask(path: str) -> int:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return len(b"".join(answer.streaming_content) if answer.streaming else answer.content)

    return ask


@contextmanager
def serving() -> Iterator[Callable[[str], bytes]]:
    """Run the web server on the open register; give a way to get an address as a reader."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1",
         "--no-access-log", "--log-level", "error", "tinhgon.config.wsgi:application"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    cookie = _session()

    def get(path: str) -> bytes:
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Cookie": cookie})
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return bytes(answer.read())

    try:
        _wait_for(port)
        get.port, get.cookie = port, cookie  # type: ignore[attr-defined]
        yield get
    finally:
        server.terminate()
        server.wait(10)


def _reader() -> Any:
    from tinhgon.access.actions import ensure_roles, make_user
    from tinhgon.access.models import User

    ensure_roles()
    found = User.objects.filter(username="bench").first()
    return found or make_user(username="bench", password=os.urandom(16).hex(), role="signer")


def _session() -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(_reader())
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"The web server does not answer on port {port}.")
