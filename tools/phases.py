"""The phases of setting up; each is skipped while what it was made from is unchanged."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import node

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
WEB = ROOT / "tinhgon" / "web"
ICON = re.compile(r"""\bicon[\s=]+["']([a-z0-9-]+)""")


class SetUpFailed(Exception):  # noqa: N818  (reads as what happened)
    """A phase could not be done; says which and shows the end of its output."""


def prepare(*, pages: bool = False, development: bool = False) -> None:
    """Set up what is missing or stale; a second process waits for the first."""
    begun = time.monotonic()
    with _alone():
        done = [*_environment(), *_packages(development), *_translations()]
        if pages:
            done += [*_front_end(), *_static_files()]
    if done:
        print(f"  {'set up':<22}{time.monotonic() - begun:7.1f} s", file=sys.stderr)


def _environment() -> list[str]:
    """Have a Python environment; made anew, with all that follows, when its Python is gone or replaced."""
    made_with = VENV / ".tinhgon-python"
    if PYTHON.exists() and made_with.exists() and made_with.read_text() == str(PYTHON.resolve()):
        return []
    with _timed("environment"):
        shutil.rmtree(VENV, ignore_errors=True)
        say([sys.executable, "-m", "venv", VENV], hint="On Debian and Ubuntu: apt-get install python3-venv")
    made_with.write_text(str(PYTHON.resolve()))
    return ["environment"]


def _packages(development: bool) -> list[str]:
    lock = ROOT / ("requirements-dev.txt" if development else "requirements.txt")
    if not development and _fresh("packages-dev", [ROOT / "requirements-dev.txt"], str(ROOT)):
        return []
    name = lock.stem.replace("requirements", "packages")
    return _phase(name, [lock], lambda: _install(lock), str(ROOT))


def _install(lock: Path) -> None:
    install(lock)
    libraries = next((VENV / "lib").glob("python3.*/site-packages"))
    (libraries / "tinhgon.pth").write_text(f"{ROOT}\n")


def install(lock: Path) -> None:
    """Install exactly what a lock names, by uv where the machine has it, else by pip."""
    exact = ["--require-hashes", "-r", lock]
    if uv := shutil.which("uv"):
        try:
            return say([uv, "pip", "install", "--python", PYTHON, *exact])
        except SetUpFailed:
            pass  # pip reads settings (a mirror, a certificate) that uv does not
    return say([PYTHON, "-m", "pip", "install", "--disable-pip-version-check", *exact])


def _translations() -> list[str]:
    sources = sorted(WEB.glob("locale/*/LC_MESSAGES/*.po"))
    command = [PYTHON, "-m", "babel.messages.frontend", "compile", "-D", "django", "-d", WEB / "locale"]
    return _phase("translations", sources, lambda: say(command)) if sources else []


def _front_end() -> list[str]:
    recipe = [ROOT / "package.json", ROOT / "package-lock.json"]
    sources = [*recipe, *_files(WEB / "frontend")]
    modules = _phase("front-end packages", recipe, lambda: _npm("ci"))
    return modules + _phase("front-end bundle", sources, lambda: _npm("run", "build"), _icons())


def _icons() -> str:
    """Name the icons that pages use: they are in the bundle, so it is stale when they change."""
    programs = [file for kind in ("html", "py") for file in (ROOT / "tinhgon").rglob(f"*.{kind}")]
    return " ".join(sorted({name for file in programs for name in ICON.findall(file.read_text())}))


def _npm(*arguments: str) -> None:
    command, path = node.npm(PYTHON, lambda: install(ROOT / "requirements-node.txt"))
    # Offices often have a certificate of their own in front of the internet; the machine knows it.
    say([*command, *arguments], env=os.environ | {"PATH": path, "NODE_USE_SYSTEM_CA": "1"})


def _static_files() -> list[str]:
    sources = [file for folder in ROOT.glob("tinhgon/*/static") for file in _files(folder)]
    locks = [ROOT / "requirements.txt"]
    command = [PYTHON, "-m", "django", "collectstatic", "--no-input", "--clear", "--verbosity=0"]
    settings = os.environ | {"DJANGO_SETTINGS_MODULE": "tinhgon.config.settings"}
    return _phase("static files", sources + locks, lambda: say(command, env=settings))


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _phase(name: str, sources: Iterable[Path], make: Callable[[], None], also: str = "") -> list[str]:
    """Do a phase unless it is fresh, and print how long it took."""
    if _fresh(name, sources, also):
        return []
    with _timed(name):
        _stamp(name).unlink(missing_ok=True)
        make()
    _stamp(name).write_text(_digest(sources, also))
    return [name]


@contextmanager
def _timed(name: str) -> Iterator[None]:
    begun = time.monotonic()
    print(f"  {name:<22}", end="", file=sys.stderr, flush=True)
    yield
    print(f"{time.monotonic() - begun:7.1f} s", file=sys.stderr)


def _fresh(name: str, sources: Iterable[Path], also: str) -> bool:
    stamp = _stamp(name)
    return stamp.exists() and stamp.read_text() == _digest(sources, also)


def _stamp(name: str) -> Path:
    """Keep the stamps in the environment: when that is deleted, all is made anew."""
    return VENV / f".tinhgon-{name.replace(' ', '-')}"


def _digest(sources: Iterable[Path], also: str) -> str:
    digest = hashlib.sha256(also.encode())
    for file in sources:
        digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def say(command: list[str | Path], *, env: dict[str, str] | None = None, hint: str = "") -> None:
    """Run a command quietly; if it fails, show the end of what it said."""
    done = subprocess.run(
        command, cwd=ROOT, env=env, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        words = " ".join(map(str, command))
        raise SetUpFailed("\n".join(filter(None, [done.stdout[-4000:], f"Failed: {words}", hint])))


@contextmanager
def _alone() -> Iterator[None]:
    lock = ROOT / "var" / "setup.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("  waiting for another ./run to finish setting up", file=sys.stderr)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
