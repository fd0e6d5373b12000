"""Keeps a run's row up to date while its solver works: about once a second, never with each word."""

from __future__ import annotations

import math
import time
from typing import Any

from django.utils import timezone

from tinhgon.jobs import Ending, PutBack
from tinhgon.lab.models import Run
from tinhgon.lab.running.messages import Kept, Told
from tinhgon.lab.running.points import Point, thinned

OFTEN = 1.0  # seconds between two writes


class Diary:
    """What a solver told, on its way to the run's row."""

    def __init__(self, run: Run, ending: Ending) -> None:
        self._run, self._ending = run.pk, ending
        self.points: list[Point] = list(run.points)
        self._before = (self.points[-1][0] or 0.0) if self.points else 0.0  # seconds of earlier tries
        self._news: dict[str, Any] = {}
        self._written, self._stop = -math.inf, False
        self.state = bytes(run.state_kept) if run.state_kept else None

    def hear(self, message: Told | Kept) -> None:
        """Note a word of the solver."""
        if isinstance(message, Kept):
            self.state = message.state
            self._news["state_kept"] = message.state
            return
        told = message.progress
        best, bound = _finite(told.best), _finite(told.bound)
        self.points = thinned([*self.points, [round(self._before + told.seconds, 2), best, bound]])
        self._news |= {"stage": told.stage[:40], "best": best, "bound": bound}

    def wants_stop(self) -> bool:
        """Tell whether somebody wants the run to end; writes the news if it is time.

        :raises PutBack: the worker is to end, or the run is gone.
        """
        if self._ending():
            self.write()
            raise PutBack
        if time.monotonic() - self._written >= OFTEN:
            self.write()
        return self._stop

    def write(self) -> None:
        """Write the news, with a sign of life.

        :raises PutBack: the run is gone.
        """
        rows = Run.objects.filter(pk=self._run, state=Run.State.RUNNING)
        news = self._news | ({"points": self.points} if "stage" in self._news else {})
        rows.update(heard_at=timezone.now(), **news)
        asked = rows.values_list("stop_asked", flat=True).first()
        if asked is None:  # thrown away with its scenario: nobody waits for it any more
            raise PutBack
        self._stop, self._news, self._written = asked, {}, time.monotonic()


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
