"""One PostgreSQL cluster: made, run until it answers, and its leavings after a crash."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import psutil
import psycopg
from psycopg import sql

from tinhgon.config import places
from tinhgon.config.places import Account
from tinhgon.core.errors import Refused

NAME = "tinhgon"  # of the database and of its role, which is no superuser
PAGES = "tinhgon_app"  # the role that pages run under: row security binds it
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
    # A statement that fails bears what was typed, and its details the row: neither belongs into a log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
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


def initialise(place: Path, who: Account, programs: Path) -> None:
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
        raise ServerWouldNotStart(reason=last_line(made.stderr), log=draft)
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
        raise ServerWouldNotStart(reason=last_line(done.stderr), log=file)


def run(data: Path, place: Path, who: Account, programs: Path, settings: dict[str, str]) -> None:
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
            raise ServerWouldNotStart(reason=last_line(reason), log=log)
        time.sleep(0.2)


def _launch(place: Path, who: Account, programs: Path, settings: dict[str, str], log: Path) -> str | None:
    """Run the server; answers with its words if it stopped instead of serving."""
    reap()
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
        if answers(place, "postgres"):
            _started.append(process)
            return None
        time.sleep(0.03)
    process.terminate()
    return log.read_bytes()[begun:].decode(errors="replace") or "no answer"


def reap() -> None:
    """Take leave of servers of ours that ended; one that nobody waited for would seem alive."""
    _started[:] = [process for process in _started if process.poll() is None]


def settled(place: Path) -> bool:
    """Wait for a server that is recovering or stopping; tell whether one answers in the end."""
    deadline = time.monotonic() + PATIENCE
    while not (there := answers(place, "postgres")) and time.monotonic() < deadline:
        pid = noted_pid(place)
        if pid is None or not is_server(pid, place):
            break
        time.sleep(0.1)
    return there


def noted_pid(place: Path) -> int | None:
    """Read the number that the server noted for its process, whether it lives or not."""
    try:
        return int((place / "postmaster.pid").read_text().split(maxsplit=1)[0])
    except (OSError, ValueError, IndexError):
        return None


def is_server(pid: int, place: Path) -> bool:
    """Tell whether a process is of the server of this folder, and not one that got its number later."""
    try:
        process = psutil.Process(pid)
        return process.name() == "postgres" and _lives(process) and process.cwd() == str(place.resolve())
    except psutil.NoSuchProcess:
        return False


def _lives(process: psutil.Process) -> bool:
    return bool(process.status() != psutil.STATUS_ZOMBIE)


def _forget_reused_pid(place: Path) -> None:
    """Drop the notes of a killed server whose number another program has now; PostgreSQL would give up.

    Never while one of its processes is still there: the notes keep a second server off its data.
    """
    pid = noted_pid(place)
    if pid is None or not psutil.pid_exists(pid) or any(is_server(other, place) for other in psutil.pids()):
        return
    for note in (place / "postmaster.pid", places.socket_folder(place) / f"{places.SOCKET_NAME}.lock"):
        note.unlink(missing_ok=True)


def answers(place: Path, name: str) -> bool:
    """Tell whether the server lets the role of that name into the database of that name."""
    try:
        _connect(place, name).close()
    except psycopg.OperationalError:
        return False
    return True


def _connect(place: Path, name: str) -> psycopg.Connection[tuple[Any, ...]]:
    """Connect to a database as the role of the same name."""
    host = str(places.socket_folder(place))
    return psycopg.connect(host=host, port=PORT, user=name, dbname=name, autocommit=True, connect_timeout=5)


def found_database(place: Path) -> None:
    """Make the program's role and database if they are not there."""
    name = sql.Identifier(NAME)
    with _connect(place, "postgres") as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(name))
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [PAGES]).fetchone():
            pages = sql.Identifier(PAGES)
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(pages))
            connection.execute(sql.SQL("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE").format(pages, name))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, name))


def last_line(text: str) -> str:
    """Give the line that tells most: the last fatal one, else the last."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "error:" in line or "PANIC" in line]
    return (telling or lines or ["?"])[-1].rstrip(".")
