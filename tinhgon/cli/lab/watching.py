"""Tells on standard error where a run stands, and ends it with what it has when Ctrl-C is pressed."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

from tinhgon.cli.terminal import say
from tinhgon.solvers.watch import Progress

EVERY = 5.0  # seconds between lines of a log; on a screen one line is written over


class TerminalWatch:
    """Shows stage, best value and bound."""

    def __init__(self) -> None:
        self.asked = False
        self._told = 0.0
        self._on_screen = sys.stderr.isatty()

    def tell(self, progress: Progress) -> None:
        """Show where it stands."""
        now = time.monotonic()
        if not self._on_screen and now - self._told < EVERY:
            return
        self._told = now
        best = "–" if progress.best is None else f"{progress.best:,.1f}"
        bound = "–" if progress.bound is None else f"{progress.bound:,.1f}"
        line = f"{progress.seconds:6.1f} s  {progress.stage:<14} {best} ≥ {bound}"
        typer.echo(f"\r{line}\x1b[K" if self._on_screen else line, err=True, nl=not self._on_screen)

    def keep(self, state: bytes) -> None:
        """Keep nothing: a command is run again from the start."""

    def stopped(self) -> bool:
        """Tell whether Ctrl-C was pressed."""
        return self.asked

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        say(
            "\nĐang dừng, giữ kết quả tốt nhất đến lúc này…",
            "\nStopping with the best plan so far…",
            err=True,
        )

    @contextmanager
    def watching(self) -> Iterator[TerminalWatch]:
        """Take the first Ctrl-C as a wish to end with what there is; the second ends at once."""
        before = signal.signal(signal.SIGINT, self._ask)
        try:
            yield self
        finally:
            signal.signal(signal.SIGINT, before)
            if self._on_screen:
                typer.echo(err=True)
