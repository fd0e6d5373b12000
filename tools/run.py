"""What `./run` does; needs nothing but Python's own library."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import browser
import phases
from phases import PYTHON, ROOT, SetUpFailed

HELP = """Usage: ./run COMMAND

  demo [--eve]      set up, load the demo data, serve the pages (PORT=8000); --eve: as of 30/06/2025
  test [ARGS]       run the tests, on all processors unless ARGS name some; ARGS go to pytest
  check             format, lint, types, layers, migrations
  bench [NAMES]     measure; without names, all of bench/; one by one with words of its own: bench place small
  tinhgon ARGS      any command of the program: ./run tinhgon --help
  setup             only set up
"""

CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "types": ("-m", "mypy"),
    "layers": ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"),
    "migrations": ("-m", "django", "makemigrations", "--check", "--dry-run"),
}


def main(arguments: list[str]) -> int:
    """Do one command and answer with its exit code."""
    name, *rest = arguments or ["help"]
    command = COMMANDS.get(name)
    if command is None:
        print(HELP, end="")
        return 0 if name in {"help", "-h", "--help"} else 2
    try:
        return command(rest)
    except SetUpFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
    except PermissionError as error:
        print(f"Not allowed to use {error.filename}: run as the user who owns this folder.", file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    return 1


def demo(arguments: list[str]) -> int:
    """Serve the demo: Cần Thơ, which has neither mountains nor islands; its eve from its own folder."""
    os.environ.setdefault("TINHGON_TERRAIN", "lowland")
    if "--eve" in arguments:
        os.environ.setdefault("TINHGON_VAR", str(ROOT / "var-eve"))
    phases.prepare(pages=True)
    return _become("-m", "tinhgon.cli", "serve", "--demo", *arguments)


def tinhgon(arguments: list[str]) -> int:
    """Run a command of the program; only the web server needs the pages' parts."""
    phases.prepare(pages="serve" in arguments)
    return _become("-m", "tinhgon.cli", *arguments)


def setup(_: list[str]) -> int:
    """Set everything up and do nothing with it."""
    phases.prepare(pages=True, development=True)
    return 0


def test(arguments: list[str]) -> int:
    """Run the tests; without a browser, those that need none."""
    phases.prepare(pages=True, development=True)
    found = browser.find()
    choice = [*_shared(arguments), *([] if found else ["-m", "not browser"])]
    code = _run("-m", "pytest", *choice, *arguments, cwd=ROOT, env=browser.environment(found))
    if found:
        return code
    print("No browser could be had: the tests marked `browser` did not run.")
    return code or int(os.environ.get("TINHGON_BROWSER") == "required")


def check(_: list[str]) -> int:
    """Run every check and name those that failed."""
    phases.prepare(development=True)
    settings = os.environ | {"DJANGO_SETTINGS_MODULE": "tinhgon.config.settings"}
    # Without a running database Django only warns that it could not look at what is applied.
    quiet = ("-W", "ignore:Got an error checking a consistent migration history")
    failed = [name for name, command in CHECKS.items() if _run(*quiet, *command, cwd=ROOT, env=settings)]
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all passed'}")
    return int(bool(failed))


def bench(names: list[str]) -> int:
    """Run the measurements named, or all; words after a single name are its own: bench place small."""
    phases.prepare(pages=True, development=True)
    there = {file.stem: file for file in sorted((ROOT / "bench").glob("[!_]*.py"))}
    unknown = [name for name in names if name not in there]
    if unknown and names[0] in there and names[1:] == unknown:
        return _run(str(there[names[0]]), *unknown, cwd=ROOT)
    if unknown:
        print(f"No such measurement: {', '.join(unknown)}. There are: {', '.join(there)}", file=sys.stderr)
        return 2
    codes = [_run(str(there[name]), cwd=ROOT) for name in names or there]
    return max(codes, default=0)


def _shared(arguments: list[str]) -> list[str]:
    """Share all tests among the processors; a few are done sooner alone than a second process is up."""
    named = any((ROOT / one.partition("::")[0]).exists() for one in arguments)
    return [] if named else ["-n", "logical", "--maxprocesses", "4"]


def _become(*arguments: str) -> int:
    """Turn into the program, so that signals reach it and its exit code is ours."""
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), *arguments])  # noqa: S606  (no shell is wanted)


def _run(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> int:
    return subprocess.run([PYTHON, *arguments], cwd=cwd, env=env, check=False).returncode


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "bench": bench,
    "tinhgon": tinhgon,
    "setup": setup,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
