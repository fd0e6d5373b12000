"""Readers of environment variables: typed, each with one plain error."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def flag(name: str) -> bool:
    """Tell whether a variable says yes (1, true, yes, on)."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str) -> list[str]:
    """Split a variable at white space."""
    return os.environ.get(name, default).split()


def path(name: str, default: Path) -> Path:
    """Read a folder or file, made absolute."""
    return Path(os.environ.get(name) or default).expanduser().absolute()


def paths(name: str, default: Path | None = None) -> list[Path]:
    """Read folders parted by the path separator, each made absolute; none named is the default, or none."""
    named = [part for part in os.environ.get(name, "").split(os.pathsep) if part]
    chosen = [Path(part) for part in named] or ([default] if default else [])
    return [one.expanduser().absolute() for one in chosen]


def secret(name: str, kept_in: Path) -> str:
    """Read a secret, or make one that only this installation has and keep it in a file of its own."""
    if value := os.environ.get(name):
        return value
    kept_in.parent.mkdir(parents=True, exist_ok=True)
    if not kept_in.exists():
        _keep(kept_in, secrets.token_urlsafe(50))
    return kept_in.read_text()


def _keep(file: Path, text: str) -> None:
    """Write a private file at once and whole; where two processes do, the first one's text stays."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(text)
    with suppress(FileExistsError):
        os.link(draft, file)
    draft.unlink()
