"""What comes out of a generalised assignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.proof import Proof


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assigned:
    """Which agent has each job, and how good that is known to be.

    :param agent_of: (jobs,) place of the agent.
    :param load: (agents,) what each of them bears.
    :param whole: False where the run was cut short: the same run may give another plan.
    """

    agent_of: NDArray[np.int64]
    load: NDArray[np.int64]
    proof: Proof
    whole: bool = True
    seconds: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)
