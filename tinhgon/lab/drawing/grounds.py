"""The ground of a scenario, kept for a while: a page that answers each move of a hand cannot read it anew."""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from threading import Lock
from typing import Any

from tinhgon.lab.ground import Ground, read_ground
from tinhgon.lab.models import Scenario

KEPT = 8  # grounds a process; the whole country takes some 20 MB
FRESH = 300.0  # seconds: neighbours and locations may be loaded meanwhile

_kept: OrderedDict[Any, tuple[float, Ground]] = OrderedDict()
_lock = Lock()


def kept_ground(scenario: Scenario) -> Ground:
    """
    Give the ground of a scenario, read in the last minutes or now.

    :raises Refused: the scenario cannot be laid out.
    """
    key, now = _key(scenario), time.monotonic()
    with _lock:
        found = _kept.get(key)
        if found and now - found[0] < FRESH:
            _kept.move_to_end(key)
            return found[1]
    ground = read_ground(scenario)
    with _lock:
        _kept[key] = (now, ground)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return ground


def _key(scenario: Scenario) -> tuple[Any, ...]:
    """Two scenarios of one day, moment, root and parameters stand on one ground."""
    written = json.dumps(scenario.parameters, sort_keys=True)
    return (scenario.root_id, tuple(scenario.kinds), scenario.effective_on, scenario.known, written)
