"""What commands share: the language they speak, days and moments, files, progress, JSON."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import typer
from django.utils import timezone, translation

from tinhgon.cli import ground
from tinhgon.core.documents import UnreadableFile
from tinhgon.core.errors import Said
from tinhgon.exchange.shapes import to_bytes
from tinhgon.temporal.asof import AsOf, read_as_of

LARGEST = 256 * 1024 * 1024  # bytes: nothing that a command reads is larger


def _speak(language: str | None) -> str | None:
    if language:
        os.environ["TINHGON_LANGUAGE"] = language
        translation.activate(language)
    return language


Language: TypeAlias = Annotated[
    Literal["vi", "en"] | None,
    typer.Option("--language", callback=_speak, help="Language of messages; otherwise that of the terminal."),
]
On: TypeAlias = Annotated[
    str, typer.Option("--on", metavar="DAY", help="YYYY-MM-DD or dd/mm/yyyy; default today.")
]
Known: TypeAlias = Annotated[
    str,
    typer.Option("--known-at", metavar="MOMENT", help="As the register said then, such as 2025-09-10T08:30."),
]
Json: TypeAlias = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]


def point_of_view(on: str, known_at: str) -> AsOf:
    """Read the day and the moment; nothing named is today's latest word.

    :raises NoSuchDay, NoSuchMoment: what is written is neither.
    """
    return read_as_of(on, known_at, today=timezone.localdate())


def say(vi: str, en: str, *, err: bool = False) -> None:
    """Print a line in the language of the terminal."""
    typer.echo(spoken(Said(vi, en)), err=err)


def spoken(said: Said | dict[str, Any]) -> str:
    """Choose the sentence of the language of the terminal."""
    return str(said[ground.language()] if isinstance(said, dict) else getattr(said, ground.language()))


def print_json(value: Any) -> None:
    """Print JSON, and nothing else, on standard output."""
    typer.echo(to_bytes(value, indent=True))


def read_file(path: Path) -> bytes:
    """Read a file that a command was given.

    :raises UnreadableFile: it is not there, no file, or too large.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(reason_vi=f"{path}: tệp quá lớn", reason_en=f"{path}: too large")
        return path.read_bytes()
    except OSError as error:
        reason = f"{path}: {error.strerror}"
        raise UnreadableFile(reason_vi=reason, reason_en=reason) from None


def progress(vi: str, en: str) -> Callable[[int], None]:
    """Tell on standard error how far long work has come: in place on a screen, now and then in a log."""
    begun = told = time.monotonic()
    on_screen = sys.stderr.isatty()

    def show(done: int) -> None:
        nonlocal told
        now = time.monotonic()
        if on_screen or now - told >= 5:
            told = now
            line = f"{spoken(Said(vi, en))}: {done} · {now - begun:.0f} s"
            typer.echo(f"\r{line}\x1b[K" if on_screen else line, err=True, nl=not on_screen)

    return show


def end_progress() -> None:
    """Leave the line that progress was shown on."""
    if sys.stderr.isatty():
        typer.echo(err=True)
